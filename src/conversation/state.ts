import type { AgreementId, CountryCode, FactId, RegionCode } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { StageId, Topic } from '../core/topic.ts'

/** Raised when the shape changes; `dialogue/migrate-state.ts` turns older ones into it. */
export const STATE_VERSION = 1

/** A question the engine asked and waits to be answered. */
export type Pending =
  | { readonly kind: 'region'; readonly topic: Topic; readonly candidates: readonly RegionCode[] }
  | { readonly kind: 'topic'; readonly candidates: readonly Topic[] }
  | { readonly kind: 'country'; readonly topic: Topic }
  | { readonly kind: 'confirm_forget' }
  | { readonly kind: 'confirm_report' }

/** What is remembered of a conversation between turns: nothing the person typed, only what is needed to go on. Plain JSON. */
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
  }
}
