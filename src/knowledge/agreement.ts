import type { Citation } from '../core/citation.ts'
import type { LocalDate, PartialDate } from '../core/dates.ts'
import type { AgreementId, CountryCode, InstitutionId, RegionCode } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'
import type { StageId } from '../core/topic.ts'

export const INSTRUMENTS = ['mou', 'nota_kesepakatan', 'nota_kesepahaman', 'pks', 'other'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

/** The state on `asOf`, not today. */
export const AGREEMENT_STATUSES = [
  'signed',
  'being_implemented',
  'in_discussion',
  'planned',
  'unknown',
] as const
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number]

export const PARTY_KINDS = [
  'ministry',
  'agency',
  'province',
  'regency',
  'city',
  'university',
  'association',
  'commission',
  'police',
  'other',
] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export interface AgreementParty {
  readonly name: string
  readonly kind: PartyKind
  readonly region: RegionCode | null
  readonly institution: InstitutionId | null
}

export interface Signatory {
  readonly name: string
  readonly title: string
}

export interface ScopePoint {
  readonly text: LocalizedText
  readonly stage: StageId | 'all'
  readonly citations: readonly Citation[]
}

/** `done` only where a source says so. A date that passed with state `planned` or `unknown` is never told as done. */
export const MILESTONE_STATES = ['planned', 'done', 'cancelled', 'unknown'] as const
export type MilestoneState = (typeof MILESTONE_STATES)[number]

/** What a milestone is about, so that "when is the meeting" and "when is it signed" find theirs. */
export const MILESTONE_KINDS = [
  'submission',
  'meeting',
  'signing',
  'expiry',
  'implementation',
  'other',
] as const
export type MilestoneKind = (typeof MILESTONE_KINDS)[number]

export interface Milestone {
  readonly id: string
  readonly what: LocalizedText
  readonly kind: MilestoneKind
  readonly date: PartialDate | null
  readonly state: MilestoneState
  readonly citations: readonly Citation[]
}

export interface ProgressReport {
  readonly date: PartialDate | null
  readonly summary: LocalizedText
  readonly citations: readonly Citation[]
}

/** A number a source gives around an agreement. */
export interface AgreementFigure {
  readonly what: LocalizedText
  readonly value: number
  readonly unit: string | null
  readonly period: string | null
  readonly citations: readonly Citation[]
}

/** A named official around an agreement who did not sign it (attended, reported, spoke). */
export interface Official {
  readonly name: string
  readonly title: string
  readonly role: LocalizedText
}

export interface Agreement {
  readonly id: AgreementId
  readonly instrument: Instrument
  readonly title: LocalizedText | null
  readonly parties: readonly AgreementParty[]
  /** The local government's region; null for agreements with institutions only. */
  readonly region: RegionCode | null
  readonly status: AgreementStatus
  readonly signedOn: PartialDate | null
  readonly signedAt: string | null
  readonly validUntil: LocalDate | null
  /** Date of the newest source behind the record; null when no source shows one. */
  readonly asOf: PartialDate | null
  readonly signatories: readonly Signatory[]
  readonly officials: readonly Official[]
  readonly scope: readonly ScopePoint[]
  readonly milestones: readonly Milestone[]
  readonly progress: readonly ProgressReport[]
  readonly destinations: readonly CountryCode[]
  readonly figures: readonly AgreementFigure[]
  /** Where sources disagree, and how the record resolves it. */
  readonly conflicts: readonly LocalizedText[]
  readonly citations: readonly Citation[]
}

/** A body, other than a local government, that is party to an agreement. */
export interface Institution {
  readonly id: InstitutionId
  readonly name: string
  readonly kind: PartyKind
  /** Lower-case names people use for it. */
  readonly aliases: readonly string[]
}

const SIGNED: ReadonlySet<AgreementStatus> = new Set<AgreementStatus>(['signed', 'being_implemented'])

/** A plan is no signature, and a source that only lists a party does not say that it signed. */
export function hasBeenSigned({ status }: Pick<Agreement, 'status'>): boolean {
  return SIGNED.has(status)
}
