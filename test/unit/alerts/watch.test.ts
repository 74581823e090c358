import { describe, expect, it } from 'vitest'
import { endOfQuiet, localDay, localHour, zoneOf } from '../../../src/alerts/local-time.ts'
import {
  hasMorningCome,
  lastDay,
  type Watched,
  type WatchedAgreement,
  watch,
} from '../../../src/alerts/watch.ts'
import type { Citation } from '../../../src/core/citation.ts'
import type { LocalDate, PartialDate } from '../../../src/core/dates.ts'
import type { AgreementId, RegionCode, SourceId } from '../../../src/core/ids.ts'

const NOTHING: Watched = { agreements: [], contacts: [], figures: [] }
/** Ten in the morning in Jakarta. */
const at = (day: string) => new Date(`${day}T03:00:00Z`)
const agreement = (changes: Partial<WatchedAgreement> = {}): WatchedAgreement => ({
  id: 'jember-2026' as AgreementId,
  region: '35.09' as RegionCode,
  status: 'in_discussion',
  title: null,
  validUntil: null,
  asOf: null,
  milestones: [],
  ...changes,
})
const meeting = (date: string, state = 'planned') =>
  agreement({
    milestones: [{ id: 'rapat', what: { id: 'rapat', en: 'meeting' }, date: date as PartialDate, state }],
  })
const keys = (watched: Partial<Watched>, day: string) =>
  watch({ ...NOTHING, ...watched }, [], at(day)).map(({ dedupKey }) => dedupKey)
const cited = (publishedOn: string | null): readonly Citation[] => [
  {
    says: null,
    source: {
      id: 's' as SourceId,
      publisher: 'p',
      title: null,
      url: null,
      publishedOn: publishedOn as PartialDate | null,
      grade: 'official',
    },
  },
]

describe('dates of agreements', () => {
  const MATTER = 'milestone:jember-2026:rapat:2026-12-20'
  it.each([
    ['2026-12-05', []],
    ['2026-12-06', [`${MATTER}:14`]],
    ['2026-12-16', [`${MATTER}:14`]],
    ['2026-12-17', [`${MATTER}:3`]],
    ['2026-12-20', [`${MATTER}:0`]],
    ['2026-12-21', [`${MATTER}:passed`]],
    ['2027-06-01', [`${MATTER}:passed`]],
  ])('on %s a meeting planned for 20 December stands at %j', (day, expected) => {
    expect(keys({ agreements: [meeting('2026-12-20')] }, day)).toEqual(expected)
  })

  it.each(['done', 'cancelled'])('what is %s is due no more', (state) => {
    expect(keys({ agreements: [meeting('2026-12-20', state)] }, '2026-12-20')).toEqual([])
  })

  it('what nobody confirmed stays so, whatever the record calls it', () => {
    const [draft] = watch(
      { ...NOTHING, agreements: [meeting('2026-11-01', 'unknown')] },
      [],
      at('2026-11-18'),
    )
    expect(draft).toMatchObject({
      kind: 'milestone_passed',
      severity: 'routine',
      region: '35.09',
      agreementId: 'jember-2026',
    })
    expect(draft?.params).toEqual({ date: '2026-11-01', what: { id: 'rapat', en: 'meeting' } })
  })

  it('a month is over after its last day, a year after December', () => {
    expect(keys({ agreements: [meeting('2026-11')] }, '2026-11-30')).toEqual([
      'milestone:jember-2026:rapat:2026-11:0',
    ])
    expect(keys({ agreements: [meeting('2026-11')] }, '2026-12-01')).toEqual([
      'milestone:jember-2026:rapat:2026-11:passed',
    ])
    expect(lastDay('2028-02' as PartialDate)).toBe('2028-02-29')
    expect(lastDay('2026' as PartialDate)).toBe('2026-12-31')
  })

  it('the end of an agreement is a date, too', () => {
    const ending = agreement({ status: 'signed', validUntil: '2026-12-01' as LocalDate })
    expect(keys({ agreements: [ending] }, '2026-11-18')).toEqual([
      'milestone:jember-2026:expiry:2026-12-01:14',
    ])
  })

  it('the day is the day of the region: past midnight in Papua is still yesterday in Jakarta', () => {
    const papua = { ...meeting('2026-12-20'), region: '91.71' as RegionCode }
    const lateEvening = new Date('2026-12-20T15:30:00Z')
    expect(watch({ ...NOTHING, agreements: [papua] }, [], lateEvening)[0]?.kind).toBe('milestone_passed')
    expect(watch({ ...NOTHING, agreements: [meeting('2026-12-20')] }, [], lateEvening)[0]?.kind).toBe(
      'milestone_due',
    )
  })
})

describe('sources that grow old', () => {
  it.each([
    ['in_discussion', '2026-05-23', 0],
    ['in_discussion', '2026-05-21', 1],
    ['signed', '2024-11-19', 0],
    ['signed', '2024-11-17', 1],
  ])('an agreement %s with its newest source of %s: %i', (status, asOf, count) => {
    const one = agreement({ status, asOf: asOf as PartialDate })
    expect(keys({ agreements: [one] }, '2026-11-18')).toHaveLength(count)
  })

  it('offices are one alert for each region, numbers one for the country', () => {
    const contact = (region: string | null, date: string | null) => ({
      region: region as RegionCode | null,
      citations: cited(date),
    })
    const contacts = [
      contact('35.09', '2025-01-01'),
      contact('35.09', '2025-03-01'),
      contact('35.09', '2026-10-01'),
      contact(null, '2025-01-01'),
      contact('51', null),
    ]
    const figures = [
      { citations: cited('2023') },
      { citations: cited('2024-01') },
      { citations: cited('2025') },
    ]
    const drafts = watch({ agreements: [], contacts, figures }, [], at('2026-11-18'))
    expect(drafts.map(({ dedupKey, params }) => [dedupKey, params.amount])).toEqual([
      ['source_stale:contacts:35.09:2025-03-01', 2],
      ['source_stale:contacts::2025-01-01', 1],
      ['source_stale:figures:2024-01', 2],
    ])
  })
})

it('ten questions without an answer on one subject within a week', () => {
  const subjects = [
    { topic: 'placement.cost', count: 10 },
    { topic: 'stats', count: 9 },
  ]
  const drafts = watch(NOTHING, subjects, at('2026-11-18'))
  expect(drafts).toMatchObject([
    { kind: 'unanswered_subject', params: { topic: 'placement.cost', amount: 10 } },
  ])
  // Once a week: the key changes with the week, not with the day.
  const weeks = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (day) => watch(NOTHING, subjects, new Date(at('2026-11-19').getTime() + day * 86_400_000))[0]?.dedupKey,
  )
  expect(new Set(weeks).size).toBe(2)
})

describe('local time', () => {
  it.each([
    ['11', 'WIB'],
    ['31.74', 'WIB'],
    ['61', 'WIB'],
    ['62.71', 'WIB'],
    ['51', 'WITA'],
    ['53.06', 'WITA'],
    ['63', 'WITA'],
    ['76', 'WITA'],
    ['81', 'WIT'],
    ['96', 'WIT'],
    [null, 'WIB'],
  ] as const)('%s lives by %s', (region, zone) => {
    expect(zoneOf(region as RegionCode | null)).toBe(zone)
  })

  it.each([
    ['2026-11-18T13:59:59Z', null],
    ['2026-11-18T14:00:00Z', '2026-11-19T00:00:00.000Z'],
    ['2026-11-18T23:59:59Z', '2026-11-19T00:00:00.000Z'],
    ['2026-11-19T00:00:00Z', null],
  ])('at %s the quiet hours of Jakarta end at %s', (time, end) => {
    expect(endOfQuiet(new Date(time), 'WIB')?.toISOString() ?? null).toBe(end)
  })

  it('knows the day and the hour', () => {
    const time = new Date('2026-11-18T22:30:00Z')
    expect([localDay(time, 'WIB'), localDay(time, 'WIT')]).toEqual(['2026-11-19', '2026-11-19'])
    expect([localHour(time, 'WIB'), localHour(time, 'WITA'), localHour(time, 'WIT')]).toEqual([5.5, 6.5, 7.5])
    expect(hasMorningCome({ region: '91' as RegionCode }, time)).toBe(true)
    expect(hasMorningCome({ region: '35' as RegionCode }, time)).toBe(false)
  })
})
