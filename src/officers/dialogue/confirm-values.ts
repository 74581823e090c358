import { LOCAL_DATE, type PartialDate } from '../../core/dates.ts'

/** What an officer types while confirming, read strictly: it becomes what citizens are told. */

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['januari', 'january', 'jan'],
    ['februari', 'february', 'feb'],
    ['maret', 'march', 'mar'],
    ['april', 'apr'],
    ['mei', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['agustus', 'august', 'agu', 'aug'],
    ['september', 'sep'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
    ['desember', 'december', 'des', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
)

/** `2026-02-02`, `2-2-2026`, `2/2/2026`, `2 Februari 2026`; undefined when it is no day of the calendar. */
export function readDay(text: string): PartialDate | undefined {
  const said = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said)
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(said)
  const named = /^(\d{1,2}) +([a-z]+) +(\d{4})$/.exec(said)
  const [year, month, day] =
    iso !== null
      ? [iso[1], iso[2], iso[3]].map(Number)
      : local !== null
        ? [local[3], local[2], local[1]].map(Number)
        : [Number(named?.[3]), MONTHS[named?.[2] ?? ''] ?? Number.NaN, Number(named?.[1])]
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const instant = new Date(`${date}T00:00:00Z`)
  // 31 February is read by JavaScript as a day in March.
  if (!LOCAL_DATE.test(date) || Number.isNaN(instant.getTime())) return undefined
  return instant.toISOString().slice(0, 10) === date ? (date as PartialDate) : undefined
}

/** An address of a public page; undefined otherwise. */
export function readUrl(text: string): string | undefined {
  const said = text.trim()
  if (said.length > 500 || /\s/.test(said) || !URL.canParse(said)) return undefined
  const { protocol, hostname, username, password } = new URL(said)
  const isPublic = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname)
  return /^https?:$/.test(protocol) && isPublic && username === '' && password === '' ? said : undefined
}

export function readPublisher(text: string): string | undefined {
  const said = text.trim().replace(/\s+/g, ' ')
  return said.length >= 2 && said.length <= 120 && !/[<>{}]/.test(said) ? said : undefined
}

const PHONE = /^\+?\d[\d\s().-]{1,22}\d$/
const MOST_PHONES = 5

/** Telephone numbers, separated by commas or lines. */
export function readPhones(text: string): readonly string[] | undefined {
  const said = text
    .split(/[,;\n]/)
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter((one) => one !== '')
  const fits = said.length > 0 && said.length <= MOST_PHONES && said.every((one) => PHONE.test(one))
  return fits ? said : undefined
}

/** A page that was written before a thing happened cannot show that it happened. */
export function canShow(published: PartialDate, happened: PartialDate | null, today: PartialDate): boolean {
  return published <= today && (happened === null || published >= happened)
}
