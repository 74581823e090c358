import type { LocalDate } from '../../core/dates.ts'
import type { CountryCode, FactId, InstitutionId } from '../../core/ids.ts'
import type { Locale } from '../../core/locale.ts'
import type { StageId, Topic } from '../../core/topic.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'

/** One question, settled enough to be answered: its topic, its places, and what was told before. */
export interface Question {
  readonly topic: Topic
  /** Normalised text; empty when the question came from a button. */
  readonly text: string
  /** Regions meant, most specific first. */
  readonly regions: readonly Region[]
  readonly countries: readonly CountryCode[]
  readonly institutions: readonly InstitutionId[]
  /** Signatories or officials named, lower case. */
  readonly people: readonly string[]
  /** Days named. */
  readonly dates: readonly LocalDate[]
  readonly stage: StageId | null
  readonly locale: Locale
  readonly today: LocalDate
  /** "Tell me more": leave out what was told and go on. */
  readonly more: boolean
  /** "Shorter": the first sentence only. */
  readonly short: boolean
  readonly told: readonly FactId[]
  /** Room for facts, in characters; smaller when a message holds several questions. */
  readonly room: number
  readonly knowledge: Knowledge
}
