import type { Branded } from './ids.ts'
import type { DangerSign } from './topic.ts'

/**
 * What citizens and officers share of a case: words of the turn, the store and the officers' desk alike.
 * A case is what needs a person: a report, an emergency, a family that lost contact, a wish to talk to an officer.
 */

/** Said aloud on the telephone: `JR-` and six letters and digits that cannot be taken for each other. */
export type CaseNumber = Branded<string, 'CaseNumber'>
const CASE_NUMBER = /^JR-[2-9A-HJ-NP-Z]{6}$/
const CASE_DIGITS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Reads a number as people write it: lower case, without the dash, with spaces. Undefined when it cannot be one. */
export function readCaseNumber(text: string): CaseNumber | undefined {
  const bare = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^JR/, '')
  const number = `JR-${bare}`
  return CASE_NUMBER.test(number) ? (number as CaseNumber) : undefined
}

/** A case number made of at least four random (or keyed) bytes: one in a billion. */
export function caseNumberOf(bytes: Uint8Array): CaseNumber {
  if (bytes.length < 4) throw new Error('A case number needs four bytes.')
  let rest =
    (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0
  let digits = ''
  for (let place = 0; place < 6; place += 1) {
    digits += CASE_DIGITS.charAt(rest % CASE_DIGITS.length)
    rest = Math.floor(rest / CASE_DIGITS.length)
  }
  return `JR-${digits}` as CaseNumber
}

export const CASE_KINDS = ['emergency', 'illegal_offer', 'lost_contact', 'handover', 'complaint'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/**
 * `draft`: consent is given or the first message of an emergency came; the person is still telling. `open`: with the
 * officers. `in_progress`: an officer took it. `resolved` and `withdrawn` end it.
 */
export const CASE_STATES = ['draft', 'open', 'in_progress', 'resolved', 'withdrawn'] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CASE_OUTCOMES = [
  'helped',
  'referred',
  'unfounded',
  'unreachable',
  'duplicate',
  'withdrawn',
] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

/** What a guided report asks for, in this order. Each may be skipped. */
export const REPORT_FIELDS = [
  'what',
  'recruiter_name',
  'recruiter_phone',
  'recruiter_company',
  'recruiter_account',
  'place',
  'country',
  'leaving',
  'attachment',
  'reach',
] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

/** `none`: nobody asked. `waiting`: asked, no officer yet. `open`: they talk, the engine is quiet. */
export type HandoverState = 'none' | 'waiting' | 'open'

/** A case as its own person may see it. */
export interface CaseView {
  readonly number: CaseNumber
  readonly kind: CaseKind
  readonly state: CaseState
  readonly anonymous: boolean
  readonly openedAt: Date
  /** The last time an officer or the person did something with it. */
  readonly changedAt: Date
  readonly acknowledgedAt: Date | null
  readonly outcome: CaseOutcome | null
  readonly handover: HandoverState
  /** The last message of either side while they talk. */
  readonly talkedAt: Date | null
}

/** Dated reminders a person asked for. */
export const REMINDER_KINDS = ['contract_end', 'next_step', 'agreement_signed', 'departure'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]
export interface ReminderView {
  readonly kind: ReminderKind
  /** `YYYY-MM-DD` of what it is about; null when no date is known yet (an agreement that is not signed). */
  readonly on: string | null
}

/** What the engine is told of the person who writes, from the store. Without a desk nothing can be kept: it says so. */
export interface Desk {
  /** Newest first; withdrawn and resolved ones for 30 days. */
  readonly cases: readonly CaseView[]
  readonly reminders: readonly ReminderView[]
  /** For a case that this turn opens; not taken when it opens none. The same when the turn is taken again. */
  readonly newNumber: CaseNumber
}

/** Details a case begins with. */
export interface CaseOpening {
  readonly kind: CaseKind
  readonly signs: readonly DangerSign[]
}
