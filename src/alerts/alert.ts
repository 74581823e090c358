import type { AlertKind, AlertLevel, AlertState, Severity } from '../core/alert.ts'
import type { CaseNumber } from '../core/case.ts'
import type { PartialDate } from '../core/dates.ts'
import type { AgreementId, CountryCode, RegionCode } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'
import type { DangerSign, Topic } from '../core/topic.ts'

/** What a card can say. Words of ours, ids, numbers and stored facts: never what a person wrote or who they are. */
export interface AlertParams {
  readonly number?: CaseNumber
  readonly signs?: readonly DangerSign[]
  readonly country?: CountryCode
  /** Other reports, anywhere, that name the same telephone, account or company. */
  readonly joined?: number
  /** Of a milestone or an agreement, from the stored record. */
  readonly what?: LocalizedText
  readonly date?: PartialDate
  /** Until that date; 0: today. */
  readonly days?: number
  readonly topic?: Topic
  /** How many questions, sources or alerts it is about. */
  readonly amount?: number
  readonly channel?: string
}

/** An alert that a rule asks for; whether it becomes one or is counted to an open one, the store decides by its key. */
export interface AlertDraft {
  readonly kind: AlertKind
  readonly severity: Severity
  /** One open alert per key. */
  readonly dedupKey: string
  readonly caseId: string | null
  readonly agreementId: AgreementId | null
  readonly region: RegionCode | null
  readonly params: AlertParams
  /** The turn that asks for it: however many rules it meets, it counts once. */
  readonly turn: string | null
}

/** Where an alert stands. `advance` is the only one that changes it. */
export interface AlertStatus {
  readonly state: AlertState
  readonly level: AlertLevel
  /** Since when this level is asked. */
  readonly since: Date
  /** Cards of this level are not written before. */
  readonly holdUntil: Date | null
  readonly dispatchedAt: Date | null
  /** Since when nobody at all could be given it. */
  readonly nobodySince: Date | null
  readonly deliveredAt: Date | null
  /** When the next level is asked; null: nothing more to wait for. */
  readonly escalateAt: Date | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: string | null
  readonly resolvedAt: Date | null
  readonly outcome: string | null
}

/** An alert that is not resolved. */
export interface OpenAlert {
  readonly id: string
  readonly kind: AlertKind
  readonly severity: Severity
  readonly region: RegionCode | null
  readonly caseId: string | null
  readonly count: number
  readonly toldCount: number
  readonly toldAt: Date | null
  readonly raisedAt: Date
  readonly params: AlertParams
  readonly status: AlertStatus
}
