import type { CaseKind, CaseNumber, ReminderKind } from '../core/case.ts'
import type { AgreementId, CountryCode, FactId, RegionCode } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { DangerSign, StageId, Topic } from '../core/topic.ts'

/** Raised when the shape changes; `dialogue/migrate-state.ts` turns older ones into it. */
export const STATE_VERSION = 1

/** A question the engine asked and waits to be answered. */
export type Pending =
  | { readonly kind: 'region'; readonly topic: Topic; readonly candidates: readonly RegionCode[] }
  | { readonly kind: 'topic'; readonly candidates: readonly Topic[] }
  | { readonly kind: 'country'; readonly topic: Topic }
  | { readonly kind: 'confirm_forget' }
  /** The code of another channel may come next. */
  | { readonly kind: 'join_code' }
  /** Consent is asked before anything of a report is kept. */
  | { readonly kind: 'confirm_report'; readonly case: CaseKind }
  /** Something else was answered in the middle of a report, or an unfinished one was found. */
  | { readonly kind: 'confirm_resume' }
  | { readonly kind: 'confirm_withdraw'; readonly number: CaseNumber }
  /** What comes next is added to this case. */
  | { readonly kind: 'adding'; readonly number: CaseNumber }
  /** A refused question came twice and an officer was offered. */
  | { readonly kind: 'confirm_handover' }
  /** The emergency button was pressed: what comes next is told to officers. */
  | { readonly kind: 'urgent' }
  | { readonly kind: 'reminder_date'; readonly reminder: ReminderKind }
  | { readonly kind: 'reminder_kind' }
  /** An advert is expected; what earlier messages about the same offer brought counts with it. */
  | {
      readonly kind: 'offer'
      readonly found: readonly OfferItem[]
      readonly signs: readonly DangerSign[]
    }

/** The questions of a guided report. Fewer than the fields of a case: who recruits is one question. */
export const REPORT_STEPS = [
  'what',
  'recruiter',
  'place',
  'country',
  'leaving',
  'attachment',
  'reach',
] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

/** What is asked of somebody in danger, one question at a time; `company` only where somebody may hurt themself. */
export const URGENT_STEPS = ['country', 'safe', 'place', 'who', 'company'] as const
export type UrgentStep = (typeof URGENT_STEPS)[number]

/** What a lawful offer names. */
export const OFFER_ITEMS = [
  'company',
  'licence',
  'job_order',
  'contract',
  'destination',
  'position',
  'wage',
  'cost',
] as const
export type OfferItem = (typeof OFFER_ITEMS)[number]

/** A report that is being told; its words are with the case, not here. */
export interface ReportTold {
  readonly number: CaseNumber
  readonly kind: CaseKind
  /** Questions still open, the one asked now first. */
  readonly left: readonly ReportStep[]
  /** Something else is being talked about. */
  readonly paused: boolean
}

/** An emergency that is being told. */
export interface UrgentTold {
  readonly number: CaseNumber
  readonly asked: UrgentStep | null
  readonly left: readonly UrgentStep[]
}

/**
 * What is remembered of a conversation between turns: only what is needed to go on. Plain JSON. The one thing in it that a
 * person typed is `quoted`; the pipeline seals it.
 */
export interface ConversationState {
  readonly version: typeof STATE_VERSION
  /** Chosen by the person; null follows the language they write. */
  readonly chosenLocale: Locale | null
  readonly locale: Locale
  readonly topic: Topic | null
  readonly region: RegionCode | null
  readonly country: CountryCode | null
  readonly agreement: AgreementId | null
  readonly stage: StageId | null
  readonly pending: Pending | null
  /** Values of the choices last shown, in order, so that "1" or "yang kedua" works. */
  readonly choices: readonly string[]
  /** Facts told in the last answers, so that "lebih lanjut" goes on and a repeated question is worded anew. */
  readonly told: readonly FactId[]
  /** How often in a row the same topic was asked, and messages were not understood. */
  readonly repeats: number
  readonly misses: number
  /** Places that share the name said last, when it was not asked which one is meant ("Malang": kota or kabupaten). */
  readonly unsettled: readonly RegionCode[]
  /** Regions and ambiguous names already settled in this conversation: asked once. */
  readonly settled: readonly RegionCode[]
  readonly turns: number
  /** A fingerprint of the last question, to know it when it comes again. */
  readonly asked: number | null
  readonly report: ReportTold | null
  readonly urgent: UrgentTold | null
  /** The advert just checked, for one turn and while consent is asked: a report made of it carries its text. */
  readonly quoted: string | null
}

export function initialState(locale: Locale = 'id', chosenLocale: Locale | null = null): ConversationState {
  return {
    version: STATE_VERSION,
    chosenLocale,
    locale,
    topic: null,
    region: null,
    country: null,
    agreement: null,
    stage: null,
    pending: null,
    choices: [],
    told: [],
    repeats: 0,
    misses: 0,
    unsettled: [],
    settled: [],
    turns: 0,
    asked: null,
    report: null,
    urgent: null,
    quoted: null,
  }
}
