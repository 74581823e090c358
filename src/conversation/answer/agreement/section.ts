import type { Citation } from '../../../core/citation.ts'
import type { LocalDate, PartialDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import type { Param } from '../../../core/wording.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'

/** A piece of an agreement's record, worded, with the sources behind it. */
export interface Section {
  readonly parts: readonly Part[]
  readonly citations: readonly Citation[]
}

export interface SectionContext {
  readonly knowledge: Knowledge
  readonly today: LocalDate
}

export function placeOf(agreement: Agreement): Param {
  return agreement.signedAt === null
    ? { key: 'agreement.noPlace' }
    : { key: 'agreement.place', params: { place: agreement.signedAt } }
}

export function dateParam(date: PartialDate | null): Param {
  return date === null ? '' : { date }
}
