import type { PartialDate } from '../../core/dates.ts'
import type { AgreementId, ContactId } from '../../core/ids.ts'
import type { Done, OfficerId } from '../desk.ts'

/** The page that says so. Nothing is confirmed without one. */
export interface ConfirmSource {
  readonly url: string
  readonly publisher: string
  readonly publishedOn: PartialDate
}

export interface ConfirmMilestone {
  readonly agreement: AgreementId
  readonly milestone: string
  readonly result: 'done' | 'cancelled'
  /** The day on which it really happened; null when it was cancelled. */
  readonly happened: PartialDate | null
  readonly source: ConfirmSource
}

export interface ConfirmContact {
  readonly contact: ContactId
  /** Null: the numbers are right as they are. */
  readonly phones: readonly string[] | null
  readonly source: ConfirmSource
}

/** The port to what stores it. `ended`: it was confirmed already. */
export interface Confirming {
  milestone(officer: OfficerId, confirmed: ConfirmMilestone, at: Date): Promise<Done>
  contact(officer: OfficerId, confirmed: ConfirmContact, at: Date): Promise<Done>
}
