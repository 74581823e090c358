import type { Citation } from '../core/citation.ts'
import type { PartialDate } from '../core/dates.ts'
import type { CountryCode, FactId } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'
import type { DangerSign, StageId, Topic } from '../core/topic.ts'

/**
 * rule: law, cost, insurance, procedure. step: a step of a stage. destination: about a country. danger_sign: why a sign
 * matters. figure: a statistic. service: a line or office to turn to. gap: something our data does not know, said so.
 */
export const FACT_KINDS = ['rule', 'step', 'destination', 'danger_sign', 'figure', 'service', 'gap'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** How far a statement may be told as so. `planned` and `proposed` are never told as done. */
export const STANDINGS = ['in_force', 'reported', 'proposed', 'planned', 'superseded'] as const
export type Standing = (typeof STANDINGS)[number]

export interface FactFigure {
  readonly value: number
  readonly unit: string
  readonly period: string
}

/** One sourced statement. The tables LegalRule, StageStep, DestinationNote, DangerSign, Figure and Guidance hold one kind each. */
export interface Fact {
  readonly id: FactId
  readonly kind: FactKind
  readonly topics: readonly Topic[]
  /** Topics whose answer this opens when nothing more specific fits. */
  readonly leads: readonly Topic[]
  readonly text: LocalizedText
  readonly detail: LocalizedText | null
  /** Lower-case words people use when they ask for exactly this. */
  readonly terms: readonly string[]
  readonly countries: readonly CountryCode[]
  readonly stage: StageId | null
  readonly order: number | null
  readonly actor: LocalizedText | null
  readonly documents: readonly LocalizedText[]
  readonly standing: Standing
  readonly asOf: PartialDate | null
  readonly figure: FactFigure | null
  readonly sign: DangerSign | null
  readonly caution: LocalizedText | null
  readonly citations: readonly Citation[]
}

export interface Stage {
  readonly id: StageId
  readonly name: LocalizedText
  readonly summary: LocalizedText
  readonly citations: readonly Citation[]
}

/** A country people go to or name. What is known about it are facts with its code. */
export interface Destination {
  readonly code: CountryCode
  readonly name: LocalizedText
  /** Lower-case names, cities, slang and misspellings. */
  readonly aliases: readonly string[]
}
