import type { PartialDate } from '../core/dates.ts'
import type { Locale } from '../core/locale.ts'

/** Javanese and Sundanese letters in this country use Indonesian month names and number marks. */
const INTL: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', jv: 'id-ID', su: 'id-ID' }

const AND: Record<Locale, string> = { id: 'dan', en: 'and', jv: 'lan', su: 'jeung' }

const numbers = new Map<Locale, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
/** The same days come again in every answer. */
const formatted = new Map<string, string>()
const REMEMBERED = 5_000

/** `296948` → `296.948` in Indonesian, `296,948` in English. */
export function formatNumber(value: number, locale: Locale): string {
  let format = numbers.get(locale)
  if (format === undefined) {
    format = new Intl.NumberFormat(INTL[locale])
    numbers.set(locale, format)
  }
  return format.format(value)
}

/**
 * `2026-02-02` → `2 Februari 2026`, with the day of the week `Senin, 2 Februari 2026`; `2025-12` → `Desember 2025`; `2025`
 * stays. Never more exact than the source.
 */
export function formatDate(date: PartialDate, locale: Locale, withDay = false): string {
  if (date.length === 4) return date
  const name = `${locale} ${date} ${withDay}`
  const before = formatted.get(name)
  if (before !== undefined) return before
  if (formatted.size >= REMEMBERED) formatted.clear()
  const text = dateText(date, locale, withDay)
  formatted.set(name, text)
  return text
}

function dateText(date: PartialDate, locale: Locale, withDay: boolean): string {
  const exact = date.length === 10
  const key = `${locale}${exact}${withDay}`
  let format = dates.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(INTL[locale], {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(exact ? { day: 'numeric' } : {}),
      ...(exact && withDay ? { weekday: 'long' } : {}),
    })
    dates.set(key, format)
  }
  return format.format(new Date(`${exact ? date : `${date}-01`}T00:00:00Z`))
}

/** `A, B dan C` for `and`; `A; B` for items that contain commas; else `A, B`. */
export function joinList(
  items: readonly string[],
  join: 'and' | 'semicolon' | undefined,
  locale: Locale,
): string {
  if (join === 'semicolon') return items.join('; ')
  if (join !== 'and' || items.length < 2) return items.join(', ')
  return `${items.slice(0, -1).join(', ')} ${AND[locale]} ${items.at(-1)}`
}
