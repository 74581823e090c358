import type { CountryCode, RegionCode } from '../../core/ids.ts'
import type { Locale } from '../../core/locale.ts'
import type { DangerSign, Topic } from '../../core/topic.ts'

/** What the host must act on after a turn. The engine only says that it should happen. */
export type ConversationEvent =
  | {
      readonly type: 'danger_detected'
      readonly danger: 'illegal_offer' | 'emergency'
      readonly signs: readonly DangerSign[]
      readonly region: RegionCode | null
      readonly country: CountryCode | null
    }
  | {
      readonly type: 'handover_requested'
      readonly reason: 'asked' | 'frustration' | 'refused_twice'
      readonly region: RegionCode | null
    }
  | {
      readonly type: 'report_started'
      readonly topic: Topic
      readonly region: RegionCode | null
      readonly country: CountryCode | null
    }
  | {
      readonly type: 'question_unanswered'
      readonly topic: Topic | null
      readonly region: RegionCode | null
      readonly language: string
    }
  | { readonly type: 'locale_changed'; readonly locale: Locale }
  | { readonly type: 'forget_confirmed' }
export type EventType = ConversationEvent['type']
