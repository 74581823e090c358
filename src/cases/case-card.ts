import type {
  CaseKind,
  CaseNumber,
  CaseOutcome,
  CaseState,
  HandoverState,
  ReportField,
} from '../core/case.ts'
import type { CountryCode, RegionCode } from '../core/ids.ts'
import type { AttachmentKind } from '../core/input.ts'
import type { DangerSign } from '../core/topic.ts'

/** A case in a list: nothing the person wrote. */
export interface CaseCard {
  readonly id: string
  readonly number: CaseNumber
  readonly kind: CaseKind
  readonly state: CaseState
  readonly region: RegionCode | null
  readonly country: CountryCode | null
  readonly signs: readonly DangerSign[]
  readonly anonymous: boolean
  readonly openedAt: Date
  readonly changedAt: Date
  readonly acknowledgedAt: Date | null
  readonly outcome: CaseOutcome | null
  readonly handover: HandoverState
  /** Who took it; null: nobody, or somebody who is no officer any more. */
  readonly officer: { readonly id: string; readonly name: string } | null
  /** Other reports that name the same telephone, account or company. */
  readonly joined: number
}

/** One step of the guided report. */
export interface ToldDetail {
  readonly field: ReportField
  readonly text: string
  readonly at: Date
}

export const AUTHORS = ['citizen', 'officer', 'system'] as const
export type Author = (typeof AUTHORS)[number]

/** What happened to a case, as words of ours. */
export const STATUSES = [
  'opened',
  'submitted',
  'withdrawn',
  'taken',
  'acknowledged',
  'handover_wanted',
  'talk_opened',
  'talk_closed_by_officer',
  'talk_closed_by_person',
  'talk_closed_by_silence',
  'escalated',
  'resolved',
  'person_forgotten',
] as const
export type Status = (typeof STATUSES)[number]

/** One line of the timeline. */
export type TimelineEntry = { readonly at: Date; readonly author: Author; readonly by: string | null } & (
  | { readonly kind: 'message' | 'note'; readonly text: string }
  | { readonly kind: 'status'; readonly status: Status }
)

export type AttachmentState = 'waiting' | 'kept' | 'refused'
export interface AttachmentCard {
  readonly id: string
  readonly what: AttachmentKind
  readonly mime: string | null
  readonly bytes: number | null
  readonly state: AttachmentState
}

/** Everything of one case, opened for an officer who may see it. */
export interface CaseDossier {
  readonly card: CaseCard
  readonly details: readonly ToldDetail[]
  readonly timeline: readonly TimelineEntry[]
  readonly attachments: readonly AttachmentCard[]
  /** Joined reports that this officer may see, too; `card.joined` counts all. */
  readonly joined: readonly CaseCard[]
  /** Whether a reply can reach the person: not when they were forgotten. */
  readonly reachable: boolean
  /** The person fetches answers themselves (a web page): what is said to them waits until they are back. */
  readonly readsLater?: boolean
}
