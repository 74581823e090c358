import type { AlertKind, Severity } from '../core/alert.ts'
import type { CaseKind, CaseNumber, CaseState } from '../core/case.ts'
import type { Refusal } from '../core/delivery.ts'
import type { CountryCode, RegionCode } from '../core/ids.ts'
import type { DangerSign } from '../core/topic.ts'
import type { AlertDraft, AlertParams } from './alert.ts'

/** What the rules ask of a case. */
export interface CaseFacts {
  readonly id: string
  readonly number: CaseNumber
  readonly kind: CaseKind
  readonly state: CaseState
  readonly region: RegionCode | null
  readonly country: CountryCode | null
  readonly signs: readonly DangerSign[]
  /** The conversation it came from; null when the person was forgotten. */
  readonly conversation: string | null
  /** An officer has it and is on duty: they hear of what the person says without an alert. */
  readonly attended: boolean
  /** Other reports, anywhere, that name the same telephone, account or company. */
  readonly joined: number
  /** The key of an open alert of this region about one of those. */
  readonly joins: string | null
}

/** Everything an alert can come from. What time brings (milestones, sources, questions) is in watch.ts. */
export type Occasion =
  | {
      readonly kind: 'danger_detected'
      readonly danger: 'illegal_offer' | 'emergency'
      readonly signs: readonly DangerSign[]
      readonly region: RegionCode | null
      readonly country: CountryCode | null
      readonly conversation: string | null
      readonly file: CaseFacts | null
    }
  | {
      readonly kind: 'case_opened' | 'case_submitted' | 'case_told' | 'case_message'
      readonly file: CaseFacts
    }
  | {
      readonly kind: 'handover_requested'
      readonly region: RegionCode | null
      readonly conversation: string | null
      readonly file: CaseFacts | null
    }
  | {
      readonly kind: 'delivery_refused'
      readonly channel: string
      readonly refusal: Refusal
      readonly outboxId: string
      readonly urgent: boolean
      /** The newest open case of the person. */
      readonly file: CaseFacts | null
    }
  | { readonly kind: 'message_parked'; readonly channel: string }
  | { readonly kind: 'channel_unhealthy'; readonly channel: string; readonly waiting: number }
  | { readonly kind: 'nobody_on_duty'; readonly waiting: number }

/** How much each kind presses. Emergencies know no quiet hours, routine waits for a working morning. */
export const SEVERITY_OF: Readonly<Record<AlertKind, Severity>> = {
  emergency: 'emergency',
  illegal_offer: 'urgent',
  lost_contact: 'urgent',
  complaint: 'routine',
  handover: 'urgent',
  case_message: 'urgent',
  delivery_refused: 'urgent',
  message_parked: 'urgent',
  milestone_due: 'routine',
  milestone_passed: 'routine',
  source_stale: 'routine',
  unanswered_subject: 'routine',
  channel_unhealthy: 'urgent',
  nobody_on_duty: 'urgent',
}

/** What officers must hear of, or null. The whole table of rules; pure. */
export function raise(occasion: Occasion, turn: string | null): AlertDraft | null {
  switch (occasion.kind) {
    case 'danger_detected': {
      const { danger, signs, region, country, conversation, file } = occasion
      // An offer somebody only asks about is answered; officers hear of it when it is reported.
      if (danger !== 'emergency') return null
      const key = conversation ?? file?.conversation ?? turn
      if (key === null) return null
      const draft = file === null ? about('emergency', region, {}) : aboutCase('emergency', file)
      const params = { ...draft.params, signs: merged(signs, file?.signs), ...some({ country }) }
      return { ...draft, dedupKey: `emergency:${key}`, region: draft.region ?? region, params, turn }
    }
    case 'case_opened': {
      const { file } = occasion
      if (file.kind !== 'emergency') return null
      return { ...aboutCase('emergency', file), dedupKey: emergencyKey(file), turn }
    }
    case 'case_submitted': {
      const { file } = occasion
      switch (file.kind) {
        case 'emergency':
          return { ...aboutCase('emergency', file), dedupKey: emergencyKey(file), turn }
        case 'illegal_offer': {
          const joined = file.joined > 0 ? { joined: file.joined } : {}
          const draft = aboutCase('illegal_offer', file, joined)
          return { ...draft, dedupKey: file.joins ?? draft.dedupKey, turn }
        }
        case 'lost_contact':
        case 'complaint':
          return { ...aboutCase(file.kind, file), turn }
        case 'handover':
          return null // asked for with an event of its own
      }
      break
    }
    case 'case_told': {
      const { file } = occasion
      // More about an emergency is news at once; more about a report is, when its officer is away.
      if (file.kind === 'emergency' && isOpen(file))
        return { ...aboutCase('emergency', file), dedupKey: emergencyKey(file), turn }
      return file.state === 'in_progress' && !file.attended
        ? { ...aboutCase('case_message', file), turn }
        : null
    }
    case 'case_message': {
      const { file } = occasion
      return isOpen(file) && !file.attended ? { ...aboutCase('case_message', file), turn } : null
    }
    case 'handover_requested': {
      const { file, region, conversation } = occasion
      if (file !== null) return { ...aboutCase('handover', file), region: file.region ?? region, turn }
      if (conversation === null) return null
      return { ...about('handover', region, {}), dedupKey: `handover:${conversation}`, turn }
    }
    case 'delivery_refused': {
      const { file, channel, urgent, outboxId } = occasion
      if (file !== null) return { ...aboutCase('delivery_refused', file, { channel }), turn }
      const draft = about('delivery_refused', null, { channel })
      if (urgent) return { ...draft, dedupKey: `delivery_refused:outbox:${outboxId}`, turn }
      // Somebody who blocked the bot after a question: one line of the day for all of them.
      return { ...draft, severity: 'routine', dedupKey: `delivery_refused:${channel}`, turn }
    }
    case 'message_parked': {
      const { channel } = occasion
      return {
        ...about('message_parked', null, { channel }),
        dedupKey: `message_parked:${channel}`,
        turn,
      }
    }
    case 'channel_unhealthy': {
      const { channel, waiting } = occasion
      return {
        ...about('channel_unhealthy', null, { channel, amount: waiting }),
        dedupKey: `channel_unhealthy:${channel}`,
        turn,
      }
    }
    case 'nobody_on_duty':
      return {
        ...about('nobody_on_duty', null, { amount: occasion.waiting }),
        dedupKey: 'nobody_on_duty',
        turn,
      }
  }
}

/** An alert without a case; its key is the caller's. */
export function about(kind: AlertKind, region: RegionCode | null, params: AlertParams): AlertDraft {
  return {
    kind,
    severity: SEVERITY_OF[kind],
    dedupKey: kind,
    caseId: null,
    agreementId: null,
    region,
    params,
    turn: null,
  }
}

function aboutCase(kind: AlertKind, file: CaseFacts, more: AlertParams = {}): AlertDraft {
  const { number, country, signs } = file
  const params = { number, ...(signs.length > 0 ? { signs } : {}), ...some({ country }), ...more }
  return {
    ...about(kind, file.region, params),
    dedupKey: `${kind}:${file.id}`,
    caseId: file.id,
  }
}

/** Danger is often said before a case is opened: both find the same alert by the conversation. */
function emergencyKey({ conversation, id }: CaseFacts): string {
  return `emergency:${conversation ?? id}`
}

function isOpen({ state }: CaseFacts): boolean {
  return state !== 'resolved' && state !== 'withdrawn'
}

function merged(one: readonly DangerSign[], other: readonly DangerSign[] = []): readonly DangerSign[] {
  return [...new Set([...one, ...other])]
}

function some({ country }: { readonly country: CountryCode | null }): AlertParams {
  return country === null ? {} : { country }
}
