import type { CaseNumber, CaseOpening, ReminderKind, ReportField } from '../../core/case.ts'
import type { CountryCode, RegionCode } from '../../core/ids.ts'
import type { AttachmentKind } from '../../core/input.ts'
import type { JoinCheck } from '../../core/join.ts'
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
      /** The case it becomes or belongs to; null without a desk. */
      readonly number: CaseNumber | null
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
  /** A case begins: after consent, or with the first message of an emergency. `told` is what the person wrote, or null. */
  | {
      readonly type: 'case_opened'
      readonly number: CaseNumber
      readonly opening: CaseOpening
      readonly topic: Topic
      readonly region: RegionCode | null
      readonly country: CountryCode | null
      /** Not known yet at the beginning of most: false until the person chooses. */
      readonly anonymous: boolean
      /** When the person agreed that it is stored; an emergency is stored without. */
      readonly consented: boolean
      readonly told: string | null
    }
  /** One step of the guided report, or something added later (`what`). Personal: sealed by the store. */
  | {
      readonly type: 'case_told'
      readonly number: CaseNumber
      readonly field: ReportField
      readonly text: string
      readonly region: RegionCode | null
      readonly country: CountryCode | null
    }
  | {
      readonly type: 'case_attached'
      readonly number: CaseNumber
      readonly what: AttachmentKind
      /** The channel's own name of the file; fetched later. */
      readonly reference: string
      readonly mime: string | null
      readonly bytes: number | null
    }
  /** The report is complete: officers hear of it now. */
  | { readonly type: 'case_submitted'; readonly number: CaseNumber; readonly anonymous: boolean }
  | { readonly type: 'case_withdrawn'; readonly number: CaseNumber }
  /** While an officer talks with the person: what the person says to the officer. */
  | { readonly type: 'case_message'; readonly number: CaseNumber; readonly text: string }
  | {
      readonly type: 'handover_ended'
      readonly number: CaseNumber
      readonly by: 'person' | 'silence'
    }
  | {
      readonly type: 'reminder_wanted'
      readonly kind: ReminderKind
      readonly on: string | null
      readonly region: RegionCode | null
    }
  | { readonly type: 'reminders_cancelled'; readonly kind: ReminderKind | null }
  /** Six digits that join two channels of one person: shown, and typed on another. */
  | { readonly type: 'join_code_shown'; readonly code: string }
  | { readonly type: 'join_code_typed'; readonly code: string; readonly check: JoinCheck }
  | { readonly type: 'locale_changed'; readonly locale: Locale }
  | { readonly type: 'forget_confirmed' }
export type EventType = ConversationEvent['type']
