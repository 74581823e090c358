/** What turns raise, through the effects of the cases and of the alerts, on a real PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { raiseAlerts } from '../../src/alerts/raise.store.ts'
import { about } from '../../src/alerts/rules.ts'
import { forgetOldAlerts, watchTime } from '../../src/alerts/watch.store.ts'
import type { Watched } from '../../src/alerts/watch.ts'
import type { ConversationEvent } from '../../src/conversation/events/event.ts'
import type { CaseKind, CaseNumber } from '../../src/core/case.ts'
import type { PartialDate } from '../../src/core/dates.ts'
import type { AgreementId, RegionCode } from '../../src/core/ids.ts'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { effectsOf } from '../../src/effects.ts'
import { applyEffects, type DeliveryEvent, type HostEvent } from '../../src/outbox/effects.ts'
import { keyRing } from '../../src/privacy/keys.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

const JEMBER = '35.09' as RegionCode
const MALANG = '35.07' as RegionCode
const NOW = new Date('2026-11-18T03:00:00Z')
const vault = createVault(keyRing([Buffer.alloc(32, 1).toString('base64')], 'test', null))
const effects = effectsOf({ vault, words: ({ key }) => key })

let database: TestDatabase
let sql: SqlPool
let turn = 0
beforeEach(async () => {
  database = await freshDatabase()
  sql = createSqlPool({ url: database.url, size: 4, name: 'test' })
})
afterEach(async () => {
  await sql.close()
  await database.drop()
})

/** One turn of a person, or several of a batch. */
async function happen(
  ...turns: readonly { of: string; events: readonly (ConversationEvent | DeliveryEvent)[] }[]
): Promise<void> {
  await sql.transaction((tx) =>
    applyEffects(
      tx,
      effects,
      turns.flatMap(({ of, events }) => {
        turn += 1
        const turnId = `turn ${turn}`
        return events.map((event: HostEvent) => ({
          event,
          channel: 'telegram' as const,
          personId: `person ${of}`,
          conversationId: of,
          turnId,
          at: NOW,
        }))
      }),
    ),
  )
}
const opened = (number: string, kind: CaseKind, region: RegionCode | null = JEMBER): ConversationEvent => ({
  type: 'case_opened',
  number: number as CaseNumber,
  opening: { kind, signs: kind === 'emergency' ? ['violence'] : [] },
  topic: 'report.illegal',
  region,
  country: null,
  anonymous: false,
  consented: true,
  told: null,
})
const told = (number: string, phone: string): ConversationEvent => ({
  type: 'case_told',
  number: number as CaseNumber,
  field: 'recruiter_phone',
  text: phone,
  region: null,
  country: null,
})
const submitted = (number: string): ConversationEvent => ({
  type: 'case_submitted',
  number: number as CaseNumber,
  anonymous: false,
})
const danger = (region: RegionCode | null): ConversationEvent => ({
  type: 'danger_detected',
  danger: 'emergency',
  signs: ['violence'],
  region,
  country: null,
})
const report = async (of: string, number: string, phone: string, region = JEMBER) => {
  await happen({ of, events: [opened(number, 'illegal_offer', region)] })
  await happen({ of, events: [told(number, phone)] })
  await happen({ of, events: [submitted(number)] })
}
const alerts = () =>
  query<object>(
    database.url,
    `SELECT kind, count, state::text, region_code AS region, (params ->> 'joined')::int AS joined,
       (SELECT count(*)::int FROM alert_case ac WHERE ac.alert_id = alert.id) AS cases
     FROM alert ORDER BY raised_at, kind, region_code`,
  )

describe('an emergency', () => {
  it('is one alert, on the first message, whatever that message says of it', async () => {
    await happen({ of: 'a', events: [danger(null), opened('JR-AAAAAA', 'emergency', null)] })
    expect(await alerts()).toMatchObject([
      { kind: 'emergency', count: 1, state: 'raised', region: null, cases: 1 },
    ])
    await happen({ of: 'a', events: [danger(JEMBER), told('JR-AAAAAA', 'x')] })
    expect(await alerts()).toMatchObject([{ kind: 'emergency', count: 2, region: JEMBER, cases: 1 }])
  })

  it('is an alert also without a case', async () => {
    await happen({ of: 'a', events: [danger(JEMBER)] })
    expect(await alerts()).toMatchObject([{ kind: 'emergency', count: 1, region: JEMBER, cases: 0 }])
  })
})

describe('reports', () => {
  it('raise nothing before they are complete', async () => {
    await happen({ of: 'a', events: [opened('JR-AAAAAA', 'illegal_offer')] })
    await happen({ of: 'a', events: [told('JR-AAAAAA', '081234567890')] })
    expect(await alerts()).toEqual([])
  })

  it('that name the same telephone are one alert of their region, with a count', async () => {
    await report('a', 'JR-AAAAAA', '0812-3456-7890')
    await report('b', 'JR-BBBBBB', '+62 812 3456 7890')
    await report('c', 'JR-CCCCCC', '081999999999')
    await report('d', 'JR-DDDDDD', '6281234567890', MALANG)
    expect(await alerts()).toEqual(
      [
        { kind: 'illegal_offer', count: 1, state: 'raised', region: MALANG, joined: 2, cases: 1 },
        { kind: 'illegal_offer', count: 2, state: 'raised', region: JEMBER, joined: 1, cases: 2 },
        { kind: 'illegal_offer', count: 1, state: 'raised', region: JEMBER, joined: null, cases: 1 },
      ].sort((one, other) => Number(one.region < other.region ? -1 : 1)),
    )
  })

  it('submitted at the same moment find each other', async () => {
    for (const [of, number] of [
      ['a', 'JR-AAAAAA'],
      ['b', 'JR-BBBBBB'],
    ] as const)
      await happen({ of, events: [opened(number, 'illegal_offer'), told(number, '081234567890')] })
    await Promise.all([
      happen({ of: 'a', events: [submitted('JR-AAAAAA')] }),
      happen({ of: 'b', events: [submitted('JR-BBBBBB')] }),
    ])
    expect(await alerts()).toMatchObject([{ kind: 'illegal_offer', count: 2, cases: 2 }])
  })

  it('and in one batch, too', async () => {
    for (const [of, number] of [
      ['a', 'JR-AAAAAA'],
      ['b', 'JR-BBBBBB'],
    ] as const)
      await happen({ of, events: [opened(number, 'illegal_offer'), told(number, '081234567890')] })
    await happen({ of: 'a', events: [submitted('JR-AAAAAA')] }, { of: 'b', events: [submitted('JR-BBBBBB')] })
    expect(await alerts()).toMatchObject([{ kind: 'illegal_offer', count: 2, cases: 2, joined: 1 }])
  })

  it('taken back resolve their alert, but not one that others share', async () => {
    await report('a', 'JR-AAAAAA', '081234567890')
    await report('b', 'JR-BBBBBB', '081234567890')
    const withdraw = (number: string): ConversationEvent => ({
      type: 'case_withdrawn',
      number: number as CaseNumber,
    })
    await happen({ of: 'a', events: [withdraw('JR-AAAAAA')] })
    expect(await alerts()).toMatchObject([{ state: 'raised' }])
    await happen({ of: 'b', events: [withdraw('JR-BBBBBB')] })
    expect(await alerts()).toMatchObject([{ state: 'resolved' }])
  })

  it("do not touch another's case by its number", async () => {
    await report('a', 'JR-AAAAAA', '081234567890')
    await happen({ of: 'stranger', events: [{ type: 'case_withdrawn', number: 'JR-AAAAAA' as CaseNumber }] })
    expect(await alerts()).toMatchObject([{ state: 'raised' }])
  })
})

describe('deliveries', () => {
  const refusal: DeliveryEvent = {
    type: 'delivery_refused',
    outboxId: '1',
    refusal: 'blocked_by_person',
    priority: 1,
  }
  it('refused to a person with a case are its alert; of others one line counts them', async () => {
    await report('a', 'JR-AAAAAA', '081234567890')
    await happen(
      { of: 'a', events: [refusal] },
      { of: 'b', events: [refusal] },
      { of: 'c', events: [refusal] },
    )
    expect(await alerts()).toMatchObject([
      { kind: 'delivery_refused', region: JEMBER, cases: 1 },
      { kind: 'delivery_refused', region: null, count: 2 },
      { kind: 'illegal_offer' },
    ])
  })
})

it('nothing personal stands in an alert', async () => {
  await report('a', 'JR-AAAAAA', '081234567890')
  await happen({ of: 'a', events: [danger(JEMBER)] })
  const rows = await query<object>(database.url, 'SELECT * FROM alert')
  expect(JSON.stringify(rows)).not.toMatch(/81234567890|person a/)
})

describe('what time brings', () => {
  const watched = (date: string, state = 'planned'): Watched => ({
    agreements: [
      {
        id: 'jember-2026' as AgreementId,
        region: JEMBER,
        status: 'in_discussion',
        title: null,
        validUntil: null,
        asOf: null,
        milestones: [{ id: 'rapat', what: { id: 'rapat' }, date: date as PartialDate, state }],
      },
    ],
    contacts: [],
    figures: [],
  })
  const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000)

  it('is raised once for each rung, ends when it is confirmed, and never comes back by itself', async () => {
    const soon = watched('2026-12-01')
    expect(await watchTime(sql, soon, NOW)).toBe(1)
    expect(await watchTime(sql, soon, NOW)).toBe(0)
    expect(await watchTime(sql, soon, days(11))).toBe(1)
    expect(await alerts()).toMatchObject([
      { kind: 'milestone_due', state: 'resolved' },
      { kind: 'milestone_due', state: 'raised' },
    ])
    expect(await watchTime(sql, soon, days(14))).toBe(1)
    expect(await watchTime(sql, watched('2026-12-01', 'done'), days(15))).toBe(0)
    expect((await alerts()).map((one) => (one as { state: string }).state)).toEqual(Array(3).fill('resolved'))
    // A source takes it back: its rungs were all told.
    expect(await watchTime(sql, soon, days(15))).toBe(0)
  })

  it('of many processes one raises it', async () => {
    const raised = await Promise.all([1, 2, 3].map(() => watchTime(sql, watched('2026-12-01'), NOW)))
    expect(raised.sort()).toEqual([0, 0, 1])
  })

  it('waits for the morning of its region, and nothing is resolved for being early', async () => {
    const soon = watched('2026-12-01')
    expect(await watchTime(sql, soon, new Date('2026-11-17T23:30:00Z'))).toBe(0)
    await watchTime(sql, soon, NOW)
    await watchTime(sql, soon, new Date('2026-11-18T18:00:00Z'))
    expect(await alerts()).toMatchObject([{ state: 'raised' }])
  })

  it('questions without an answer are counted over a week', async () => {
    await query(
      database.url,
      `INSERT INTO unanswered_question (day, topic, region, language, count)
       VALUES ('2026-11-11', 'stats', '', 'id', 50), ('2026-11-12', 'placement.cost', '', 'id', 6),
         ('2026-11-18', 'placement.cost', '35.09', 'jv', 4)`,
    )
    const nothing: Watched = { agreements: [], contacts: [], figures: [] }
    expect(await watchTime(sql, nothing, NOW)).toBe(1)
    const [row] = await query<object>(database.url, 'SELECT kind, params FROM alert')
    expect(row).toEqual({ kind: 'unanswered_subject', params: { topic: 'placement.cost', amount: 10 } })
  })

  it('what somebody saw a day ago is over, so that the next one is news again; old ones are forgotten', async () => {
    const draft = { ...about('message_parked', null, {}), dedupKey: 'message_parked:web' }
    await sql.transaction((tx) => raiseAlerts(tx, [draft], NOW))
    await query(database.url, "UPDATE alert SET state = 'acknowledged', acknowledged_at = $1", [NOW])
    const nothing: Watched = { agreements: [], contacts: [], figures: [] }
    await watchTime(sql, nothing, days(0.9))
    expect(await alerts()).toMatchObject([{ state: 'acknowledged' }])
    await watchTime(sql, nothing, days(1.1))
    expect(await alerts()).toMatchObject([{ state: 'resolved' }])
    expect(await forgetOldAlerts(sql, days(1))).toBe(0)
    expect(await forgetOldAlerts(sql, days(2))).toBe(1)
  })
})
