import { LOCAL_DATE, type LocalDate } from '../../../core/dates.ts'
import { wordsOf } from '../../../core/words.ts'

const MONTH_NAMES = [
  'januari january jan',
  'februari february pebruari februwari feb peb febr',
  'maret march mar mrt',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agt agst agu aug ags',
  'september sept sep',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
]
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)
const EARLIEST = 1990
const LATEST = 2079
const DAY = /^([0-9]{1,2})(st|nd|rd|th)?$/
const GLUED = /^([0-9]{1,2})([a-z]{3,9})([0-9]{2}|[0-9]{4})?$/

/** The days a text names with their year, in order: `2 februari 2026`, `2/2/2026`, `20-10-25`, `feb 2nd, 2026`, `2026-02-02`. */
export function datesIn(text: string): readonly LocalDate[] {
  if (!/\d/.test(text)) return []
  const words = wordsOf(text).flatMap(unglued)
  const dates: LocalDate[] = []
  for (let at = 0; at + 2 < words.length; ) {
    const [date, used] = dateAt(words, at)
    if (date !== null && !dates.includes(date)) dates.push(date)
    at += date === null ? 1 : used
  }
  return dates
}

export function isMonth(word: string): boolean {
  return MONTHS.has(word)
}

/** The months a text names with their year, as `2025-12`, in order. */
export function monthsIn(text: string): readonly string[] {
  const words = wordsOf(text)
  return words.flatMap((word, at) => {
    const month = MONTHS.get(word)
    const year = words[at + 1] ?? ''
    return month === undefined || !/^20\d{2}$/.test(year) ? [] : `${year}-${String(month).padStart(2, '0')}`
  })
}

/** The days a text names by day and month, as `06-20`, whether or not a year follows. */
export function dayMonthsIn(text: string): readonly string[] {
  if (!/\d/.test(text)) return []
  const words = wordsOf(text).flatMap(unglued)
  return words.flatMap((word, at) => {
    const month = MONTHS.get(words[at + 1] ?? '')
    const day = Number(DAY.exec(word)?.[1] ?? Number.NaN)
    return month === undefined || !(day >= 1 && day <= 31)
      ? []
      : `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  })
}

/** `2feb2026` in its parts. */
function unglued(word: string): readonly string[] {
  if (word.length < 4 || word.length > 15) return [word]
  const parts = GLUED.exec(word)
  if (parts === null || !MONTHS.has(parts[2] ?? '')) return [word]
  return parts.slice(1).filter((part) => part !== undefined)
}

function dateAt(words: readonly string[], at: number): readonly [LocalDate | null, number] {
  const [first = '', second = '', third = '', fourth = ''] = words.slice(at, at + 4)
  if (second === 'of' || second === 'bulan') return [dayMonthYear(first, third, fourth), 4]
  if (MONTHS.has(first)) return [dayMonthYear(second, first, third), 3]
  if (/^\d{4}$/.test(first)) return [dayMonthYear(third, second, first), 3]
  if (third === 'tahun' || third === 'taun') return [dayMonthYear(first, second, fourth), 4]
  return [dayMonthYear(first, second, third), 3]
}

function dayMonthYear(dayText: string, monthText: string, yearText: string): LocalDate | null {
  const day = Number(DAY.exec(dayText)?.[1] ?? Number.NaN)
  const month = MONTHS.get(monthText) ?? (/^\d{1,2}$/.test(monthText) ? Number(monthText) : Number.NaN)
  const year = /^\d{4}$/.test(yearText)
    ? Number(yearText)
    : /^\d{2}$/.test(yearText)
      ? 2000 + Number(yearText)
      : Number.NaN
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= EARLIEST && year <= LATEST)) return null
  const instant = new Date(Date.UTC(year, month - 1, day))
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // 31 February is a slip, not the third of March.
  return instant.toISOString().slice(0, 10) === written && LOCAL_DATE.test(written)
    ? (written as LocalDate)
    : null
}
