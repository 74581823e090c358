import type { AttachmentCard, CaseCard, CaseDossier } from '../cases/case-card.ts'
import type { AlertLevel, OfficerRole } from '../core/alert.ts'
import type { CaseNumber, CaseOutcome } from '../core/case.ts'
import type { Recipient } from '../core/delivery.ts'
import type { Branded, RegionCode } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { Topic } from '../core/topic.ts'

/**
 * The officers' desk: everything an officer can see or do, for whatever they hold in their hands (bot, console, command
 * line). Who acts is read anew inside every transaction: a revoked officer can do nothing from that moment on.
 */

export type OfficerId = Branded<string, 'OfficerId'>

export interface Officer {
  readonly id: OfficerId
  readonly name: string
  readonly role: OfficerRole
  /** Served regions; empty for national and admin. */
  readonly regions: readonly RegionCode[]
  readonly locale: Locale
  readonly onDuty: boolean
  /** The account of ours they talk to: with channel and account an outgoing row finds its sender. */
  readonly channel: Recipient['channel']
  readonly account: string
}

/** Where an officer writes from. */
export type OfficerAddress = Pick<Recipient, 'channel' | 'account' | 'address'>

/** An officer with the address to write to; it leaves the desk only to become an outgoing row. */
export interface OfficerContact {
  readonly officer: Officer
  readonly to: Recipient
}

export type Redeemed =
  | { readonly kind: 'joined'; readonly officer: Officer }
  /** `taken`: this address is an officer's already. */
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'expired' | 'used' | 'taken' }

/** Why something was not done. Closed: whoever shows it has words for each. */
export type Refused =
  /** Another officer has it; their name. */
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'out_of_scope' }
  | { readonly kind: 'not_found' }
  /** Who asks is no officer (any more). */
  | { readonly kind: 'revoked' }
  /** The case is resolved or withdrawn. */
  | { readonly kind: 'ended' }
  /** The person was forgotten: nobody is there to read it. */
  | { readonly kind: 'unreachable' }
  /** They talk with the person of this case already. */
  | { readonly kind: 'talking'; readonly number: CaseNumber }
  /** The role does not allow it. */
  | { readonly kind: 'not_allowed' }

export type Done<T extends object = object> = ({ readonly kind: 'done' } & Readonly<T>) | Refused

export interface Invitation {
  readonly name: string
  readonly role: OfficerRole
  readonly regions: readonly RegionCode[]
}

export interface Invited {
  /** Shown once; only its keyed hash is stored. */
  readonly code: string
  readonly expiresAt: Date
}

/** Questions nobody could answer, for an officer's regions: what the data lacks. */
export interface UnansweredCount {
  readonly topic: Topic | null
  readonly region: RegionCode | null
  readonly language: string
  readonly count: number
}

export interface OfficersDesk {
  findOfficer(from: OfficerAddress): Promise<Officer | undefined>
  redeem(code: string, from: OfficerAddress, locale: Locale): Promise<Redeemed>

  /** What waits for this officer: their own first, then emergencies, then the oldest. */
  queue(officer: OfficerId): Promise<Done<{ cases: readonly CaseCard[] }>>
  caseFor(officer: OfficerId, number: CaseNumber): Promise<Done<{ file: CaseDossier }>>
  attachment(
    officer: OfficerId,
    number: CaseNumber,
    attachmentId: string,
  ): Promise<Done<{ card: AttachmentCard; content: Buffer }>>
  /** By number, telephone, account or company (as a whole, through keyed hashes), or name of a region. */
  search(officer: OfficerId, text: string): Promise<Done<{ cases: readonly CaseCard[] }>>

  /** `over`: from whoever has it; for supervisors, national and admin. */
  take(
    officer: OfficerId,
    number: CaseNumber,
    options?: { over?: boolean },
  ): Promise<Done<{ card: CaseCard }>>
  acknowledge(
    officer: OfficerId,
    what: { readonly alert: string } | { readonly number: CaseNumber },
  ): Promise<Done<{ card: CaseCard | null }>>
  note(officer: OfficerId, number: CaseNumber, text: string): Promise<Done>
  /** A message to the person, in the same commit; takes a case that nobody has. */
  reply(officer: OfficerId, number: CaseNumber, text: string): Promise<Done>
  /** From now on what the two write goes to each other. An officer talks with one person at a time. */
  openTalk(officer: OfficerId, number: CaseNumber): Promise<Done<{ card: CaseCard }>>
  closeTalk(officer: OfficerId, number: CaseNumber): Promise<Done<{ card: CaseCard }>>
  /** The case this officer talks on: what they write goes there. */
  talkOf(officer: OfficerId): Promise<CaseCard | undefined>
  escalate(officer: OfficerId, number: CaseNumber): Promise<Done<{ level: AlertLevel | null }>>
  resolve(officer: OfficerId, number: CaseNumber, outcome: CaseOutcome): Promise<Done<{ card: CaseCard }>>

  /** For admins. */
  invite(officer: OfficerId, invitation: Invitation): Promise<Done<Invited>>
  officers(officer: OfficerId): Promise<Done<{ officers: readonly Officer[] }>>
  revoke(officer: OfficerId, whom: OfficerId): Promise<Done>
  duty(officer: OfficerId, on: boolean): Promise<Done<{ officer: Officer }>>
  speak(officer: OfficerId, locale: Locale): Promise<Done<{ officer: Officer }>>
  /** Of the last days, most asked first. */
  unanswered(officer: OfficerId, days: 7 | 30): Promise<Done<{ counts: readonly UnansweredCount[] }>>
}
