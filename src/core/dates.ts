import type { Branded } from './ids.ts'

/** A calendar day, `YYYY-MM-DD`, without a time zone: agreements are signed on days, not at instants. */
export type LocalDate = Branded<string, 'LocalDate'>

/** A date as exact as its source gives it: `2025`, `2025-12` or `2025-12-02`. Sorts as text. */
export type PartialDate = Branded<string, 'PartialDate'>

export const LOCAL_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Throws when the text is not `YYYY-MM-DD`. */
export function localDate(text: string): LocalDate {
  if (!LOCAL_DATE.test(text)) throw new Error(`"${text}" is not a date; expected YYYY-MM-DD.`)
  return text as LocalDate
}

/** Throws when the text is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function partialDate(text: string): PartialDate {
  if (!PARTIAL_DATE.test(text))
    throw new Error(`"${text}" is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD.`)
  return text as PartialDate
}

/** The calendar day of an instant in Jakarta (WIB, UTC+7, no daylight saving), where the ministry's dates are meant. */
export function dayInJakarta(instant: Date): LocalDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate
}
