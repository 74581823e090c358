import type { Citation } from '../core/citation.ts'
import type { LocalDate, PartialDate } from '../core/dates.ts'
import type { AgreementId, RegionCode } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'
import { isTopic, type Topic } from '../core/topic.ts'
import type { AlertDraft } from './alert.ts'
import { localDay, localHour, zoneOf } from './local-time.ts'
import { about } from './rules.ts'

/** What the rules of time look at, as the knowledge snapshot has it. */
export interface Watched {
  readonly agreements: readonly WatchedAgreement[]
  readonly contacts: readonly {
    readonly region: RegionCode | null
    readonly citations: readonly Citation[]
  }[]
  /** Numbers: statistics and whatever else grows old. */
  readonly figures: readonly { readonly citations: readonly Citation[] }[]
}

export interface WatchedAgreement {
  readonly id: AgreementId
  readonly region: RegionCode | null
  readonly status: string
  readonly title: LocalizedText | null
  readonly validUntil: LocalDate | null
  readonly asOf: PartialDate | null
  readonly milestones: readonly {
    readonly id: string
    readonly what: LocalizedText
    readonly date: PartialDate | null
    readonly state: string
  }[]
}

/** Questions without an answer of the last seven days. */
export interface UnansweredSubject {
  readonly topic: string
  readonly count: number
}

/** Days before a date on which officers hear of it. */
const RUNGS = [0, 3, 14] as const
/** What was signed rests longer than what is still being talked about; numbers of offices change quietly. */
const FRESH_DAYS = { signed: 730, unsigned: 180, contact: 365, figure: 730 } as const
const MANY_UNANSWERED = 10
const MORNING = 7
const DAY = 86_400_000

/** Once ever: the same day of the same matter is not raised again, whatever became of the alert. */
export interface WatchDraft extends AlertDraft {
  /** The open alerts this one takes the place of: earlier rungs, older readings of the same matter. */
  readonly matter: string
}

/** Everything that stands now. Pure; raised only where its key is new and the morning has come. */
export function watch(
  watched: Watched,
  unanswered: readonly UnansweredSubject[],
  now: Date,
): readonly WatchDraft[] {
  return [
    ...watched.agreements.flatMap((agreement) => ofAgreement(agreement, now)),
    ...staleContacts(watched.contacts, now),
    ...staleFigures(watched.figures, now),
    ...ofUnanswered(unanswered, now),
  ]
}

/** Nothing of this is news before seven o'clock in its region. */
export function hasMorningCome({ region }: Pick<AlertDraft, 'region'>, now: Date): boolean {
  return localHour(now, zoneOf(region)) >= MORNING
}

function ofAgreement(agreement: WatchedAgreement, now: Date): WatchDraft[] {
  const zone = zoneOf(agreement.region)
  const today = localDay(now, zone)
  const drafts = agreement.milestones.flatMap(({ id, what, date, state }) =>
    date === null || state === 'done' || state === 'cancelled' ? [] : dated(agreement, id, what, date, today),
  )
  if (agreement.validUntil !== null)
    drafts.push(
      ...dated(agreement, 'expiry', agreement.title, agreement.validUntil as string as PartialDate, today),
    )
  const fresh = agreement.status === 'signed' ? FRESH_DAYS.signed : FRESH_DAYS.unsigned
  if (agreement.asOf !== null && daysBetween(lastDay(agreement.asOf), today) > fresh)
    drafts.push({
      ...about('source_stale', agreement.region, { date: agreement.asOf, ...named(agreement.title) }),
      dedupKey: `source_stale:${agreement.id}:${agreement.asOf}`,
      matter: `source_stale:${agreement.id}`,
      agreementId: agreement.id,
    })
  return drafts
}

/** The rung of a date: 14, 3, 0 days before, or passed. A month counts from its last day, as nobody said which. */
function dated(
  agreement: WatchedAgreement,
  milestone: string,
  what: LocalizedText | null,
  date: PartialDate,
  today: LocalDate,
): WatchDraft[] {
  const days = daysBetween(today, lastDay(date))
  const rung = RUNGS.find((one) => days <= one)
  if (rung === undefined) return []
  const matter = `milestone:${agreement.id}:${milestone}`
  const base = { agreementId: agreement.id, matter }
  // What is passed does not grow older every day: one alert, about the date.
  if (days < 0)
    return [
      {
        ...about('milestone_passed', agreement.region, { date, ...named(what) }),
        ...base,
        dedupKey: `${matter}:${date}:passed`,
      },
    ]
  return [
    {
      ...about('milestone_due', agreement.region, { date, days, ...named(what) }),
      ...base,
      dedupKey: `${matter}:${date}:${rung}`,
    },
  ]
}

/** One for each region: its office checks its numbers. */
function staleContacts(contacts: Watched['contacts'], now: Date): WatchDraft[] {
  const byRegion = new Map<RegionCode | null, { amount: number; newest: PartialDate }>()
  for (const { region, citations } of contacts) {
    const zone = zoneOf(region)
    const newest = newestOf(citations)
    if (newest === undefined) continue
    if (daysBetween(lastDay(newest), localDay(now, zone)) <= FRESH_DAYS.contact) continue
    const known = byRegion.get(region)
    byRegion.set(region, {
      amount: (known?.amount ?? 0) + 1,
      newest: known === undefined || newest > known.newest ? newest : known.newest,
    })
  }
  return [...byRegion].map(([region, { amount, newest }]) => ({
    ...about('source_stale', region, { amount, date: newest }),
    dedupKey: `source_stale:contacts:${region ?? ''}:${newest}`,
    matter: `source_stale:contacts:${region ?? ''}`,
  }))
}

function staleFigures(figures: Watched['figures'], now: Date): WatchDraft[] {
  const today = localDay(now, 'WIB')
  const stale = figures
    .map(({ citations }) => newestOf(citations))
    .filter((date) => date !== undefined && daysBetween(lastDay(date), today) > FRESH_DAYS.figure)
    .sort()
  const newest = stale.at(-1)
  if (newest === undefined) return []
  return [
    {
      ...about('source_stale', null, { amount: stale.length, date: newest }),
      dedupKey: `source_stale:figures:${newest}`,
      matter: 'source_stale:figures',
    },
  ]
}

/** Once a week and subject. */
function ofUnanswered(subjects: readonly UnansweredSubject[], now: Date): WatchDraft[] {
  const week = Math.floor((now.getTime() + 7 * 3_600_000) / (7 * DAY))
  return subjects
    .filter(({ count }) => count >= MANY_UNANSWERED)
    .map(({ topic, count }) => ({
      ...about('unanswered_subject', null, {
        amount: count,
        ...(isTopic(topic) ? { topic: topic as Topic } : {}),
      }),
      dedupKey: `unanswered:${topic}:${week}`,
      matter: `unanswered:${topic}`,
    }))
}

function named(what: LocalizedText | null): { readonly what?: LocalizedText } {
  return what === null ? {} : { what }
}

function newestOf(citations: readonly Citation[]): PartialDate | undefined {
  return citations
    .flatMap(({ source }) => source.publishedOn ?? [])
    .sort()
    .at(-1)
}

/** The last day a date can mean. */
export function lastDay(date: PartialDate | LocalDate): LocalDate {
  if (date.length === 10) return date as LocalDate
  const [year = 0, month = 12] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
