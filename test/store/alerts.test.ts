/** Alerts on a real PostgreSQL with a clock of their own: nothing here waits. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert, escalateNow, resolveAlert } from '../../src/alerts/desk.store.ts'
import { readOfficersNote } from '../../src/alerts/dispatch.store.ts'
import type { CardFor } from '../../src/alerts/dispatch-parts.ts'
import { createDispatcher } from '../../src/alerts/dispatcher.ts'
import { ALERT_TIMES } from '../../src/alerts/lifecycle.ts'
import { raiseAlerts } from '../../src/alerts/raise.store.ts'
import { about } from '../../src/alerts/rules.ts'
import type { AlertKind, OfficerRole } from '../../src/core/alert.ts'
import type { ChannelName } from '../../src/core/channel.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import { SILENT } from '../../src/core/log.ts'
import { createSqlPool, type Sql, type SqlPool } from '../../src/database/sql.ts'
import { readAlertDepths } from '../../src/operations/alert-depths.store.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

const JEMBER = '35.09' as RegionCode
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A Wednesday, ten in the morning in Jakarta. */
const MORNING = new Date('2026-11-18T03:00:00Z')

let database: TestDatabase
let sql: SqlPool
let now: Date
/** What was posted: who, and the first line's keys. */
let posted: { officer: string; keys: string[]; urgent: boolean; text: string }[]
let names: Map<string, string>
/** What waits to go out, by channel. */
let channels: { channel: ChannelName; waiting: number; oldestSeconds: number }[]
beforeEach(async () => {
  database = await freshDatabase()
  sql = createSqlPool({ url: database.url, size: 4, name: 'test' })
  now = MORNING
  posted = []
  names = new Map()
  channels = []
})
afterEach(async () => {
  await sql.close()
  await database.drop()
})

/** An outbox that keeps rows without content and remembers the cards. */
async function post(tx: Sql, cards: readonly CardFor[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const { officer, card, urgent } of cards) {
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO outbox (channel, account, chat, priority, content) VALUES ($1, $2, $3, 0, '\\x00') RETURNING id`,
      [officer.channel, officer.account, officer.id],
    )
    ids.push(rows[0]?.id ?? '')
    const keys = card.lines.map(({ key }) => key)
    posted.push({ officer: names.get(officer.id) ?? '', keys, urgent, text: JSON.stringify(card.lines) })
  }
  return ids
}

function dispatcher(wrap: (inner: typeof post) => typeof post = (inner) => inner) {
  return createDispatcher({
    sql,
    times: ALERT_TIMES,
    names: () => ({ region: (code) => `name of ${code}`, country: () => undefined }),
    post: wrap(post),
    channels: async () => channels,
    now: () => now,
    onQueued: () => undefined,
    log: SILENT,
  })
}
async function officer(
  name: string,
  role: OfficerRole,
  regions: readonly string[],
  changes: { onDuty?: boolean; revoked?: boolean } = {},
): Promise<string> {
  const id = randomUUID()
  names.set(id, name)
  await query(
    database.url,
    `INSERT INTO officer (id, name, role, regions, on_duty, channel, account, address_hash, address_cipher, created_at,
       joined_at, revoked_at)
     VALUES ($1::uuid, $2, $3::officer_role, $4, $5, 'telegram', '2', decode(md5($1::text), 'hex'), '\\x00', now(), now(), $6)`,
    [id, name, role, regions, changes.onDuty ?? true, changes.revoked === true ? new Date() : null],
  )
  return id
}
const duty = (id: string, on: boolean) =>
  query(database.url, 'UPDATE officer SET on_duty = $2 WHERE id = $1', [id, on])

async function raised(
  kind: AlertKind,
  region: RegionCode | null = JEMBER,
  changes: { key?: string; turn?: string | null } = {},
): Promise<string> {
  const draft = { ...about(kind, region, {}), dedupKey: changes.key ?? kind, turn: changes.turn ?? null }
  const [id = ''] = await sql.transaction((tx) => raiseAlerts(tx, [draft], now))
  return id
}
async function tick(after = 0, which = dispatcher()): Promise<readonly string[]> {
  now = new Date(now.getTime() + after)
  const before = posted.length
  await which.tick()
  return posted.slice(before).map((one) => one.officer)
}
const sentAll = () =>
  query(database.url, "UPDATE outbox SET state = 'sent', content = NULL, finished_at = now()")
const refuseAll = () =>
  query(
    database.url,
    "UPDATE outbox SET state = 'refused', refusal = 'blocked_by_person', content = NULL, finished_at = now()",
  )
async function alert(id: string) {
  const [row] = await query<{
    state: string
    level: string
    count: number
    escalate_at: Date | null
    outcome: string | null
  }>(database.url, 'SELECT state::text, level::text, count, escalate_at, outcome FROM alert WHERE id = $1', [
    id,
  ])
  return row
}
const audits = async () =>
  (
    await query<{ action: string; why: string | null }>(
      database.url,
      "SELECT action, detail ->> 'why' AS why FROM audit_entry ORDER BY id",
    )
  ).map(({ action, why }) => (why === null ? action : `${action} ${why}`))

describe('who hears of it', () => {
  it('the officers of the regency first; nobody of another one, nobody off duty, nobody who was revoked', async () => {
    await officer('jember', 'officer', ['35.09'])
    await officer('malang', 'officer', ['35.07'])
    await officer('off duty', 'officer', ['35.09'], { onDuty: false })
    await officer('revoked', 'officer', ['35.09'], { revoked: true })
    await officer('east java', 'supervisor', ['35'])
    await officer('national', 'national', [])
    const id = await raised('emergency')
    expect(await tick()).toEqual(['jember'])
    expect(posted[0]).toMatchObject({ urgent: true })
    expect(posted[0]?.text).toContain('name of 35.09')
    expect(await alert(id)).toMatchObject({ state: 'raised', level: 'region' })
    await sentAll()
    expect(await tick(MINUTE)).toEqual([])
    expect(await alert(id)).toMatchObject({ state: 'delivered' })
  })

  it('nobody acknowledges: the supervisor at exactly the dead-line, then the national desk, then nobody more', async () => {
    await officer('jember', 'officer', ['35.09'])
    await officer('east java', 'supervisor', ['35'])
    await officer('national', 'national', [])
    const id = await raised('emergency')
    expect(await tick()).toEqual(['jember'])
    await sentAll()
    expect(await tick(10 * MINUTE - 1)).toEqual([])
    expect(await tick(1)).toEqual(['east java'])
    await sentAll()
    expect(await tick(10 * MINUTE - 1)).toEqual([])
    expect(await tick(1)).toEqual(['national'])
    await sentAll()
    expect(await tick(24 * HOUR)).toEqual([])
    expect(await alert(id)).toMatchObject({ state: 'delivered', level: 'national', escalate_at: null })
    expect(await audits()).toEqual([
      'alert_raised',
      'alert_delivered',
      'alert_escalated time',
      'alert_delivered',
      'alert_escalated time',
      'alert_delivered',
    ])
  })

  it('acknowledged, it never escalates; resolved, it never comes back by itself', async () => {
    const jember = await officer('jember', 'officer', ['35.09'])
    await officer('east java', 'supervisor', ['35'])
    const id = await raised('emergency')
    await tick()
    const first = await sql.transaction((tx) => acknowledgeAlert(tx, { alertId: id }, jember, now))
    expect(first).toEqual({ kind: 'acknowledged' })
    expect(await tick(48 * HOUR)).toEqual([])
    await sql.transaction((tx) => resolveAlert(tx, id, now, 'helped', jember))
    expect(await tick(48 * HOUR)).toEqual([])
    expect(await alert(id)).toMatchObject({ state: 'resolved', outcome: 'helped' })
    // The same matter again is a new alert.
    expect(await raised('emergency')).not.toBe(id)
  })

  it('of two officers who press at once one wins, and the other is told who', async () => {
    const [one, two] = [
      await officer('one', 'officer', ['35.09']),
      await officer('two', 'officer', ['35.09']),
    ]
    const id = await raised('emergency')
    await tick()
    const both = await Promise.all(
      [one, two].map((officerId) =>
        sql.transaction((tx) => acknowledgeAlert(tx, { alertId: id }, officerId, now)),
      ),
    )
    const [row] = await query<{ by: string }>(database.url, 'SELECT acknowledged_by AS by FROM alert')
    expect(both.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1)
    expect(both.filter(({ kind }) => kind === 'already')).toEqual([{ kind: 'already', by: row?.by }])
  })

  it('goes up at once when nobody serves the level, or when every card was refused for good', async () => {
    await officer('east java', 'supervisor', ['35'])
    await officer('national', 'national', [])
    const id = await raised('emergency')
    expect(await tick()).toEqual(['east java'])
    await refuseAll()
    expect(await tick(1_000)).toEqual(['national'])
    expect(await alert(id)).toMatchObject({ level: 'national' })
    expect(await audits()).toContain('alert_escalated refused')
  })

  it('waits, and says so, while nobody at all is there; whoever comes on duty first gets it, also below', async () => {
    const jember = await officer('jember', 'officer', ['35.09'], { onDuty: false })
    await raised('emergency')
    expect(await tick()).toEqual([])
    expect(await readOfficersNote(sql)).toEqual({ onDuty: 0, unreachable: 1, emergencies: 1, since: MORNING })
    expect(await tick(30 * MINUTE)).toEqual([])
    const kinds = await query<{ kind: string }>(database.url, 'SELECT kind FROM alert ORDER BY raised_at')
    expect(kinds.map(({ kind }) => kind)).toEqual(['emergency', 'nobody_on_duty'])
    await duty(jember, true)
    expect(await tick(5_000)).toEqual(['jember'])
    expect(await readOfficersNote(sql)).toMatchObject({ onDuty: 1, unreachable: 0 })
    const [row] = await query<{ escalate_at: Date }>(
      database.url,
      "SELECT escalate_at FROM alert WHERE kind = 'emergency'",
    )
    expect(row?.escalate_at).toEqual(new Date(now.getTime() + 10 * MINUTE))
    // That nobody was there is for the national desk, which nobody serves: it is over with what it was about.
    await tick(MINUTE)
    const left = await query<{ kind: string }>(
      database.url,
      "SELECT kind FROM alert WHERE state <> 'resolved'",
    )
    expect(left).toEqual([{ kind: 'emergency' }])
  })
})

describe('when they hear of it', () => {
  it('an emergency at night; an urgent one when the quiet hours of its region are over', async () => {
    await officer('jayapura', 'officer', ['91.71'])
    // 22:30 in Jayapura (WIT), 20:30 in Jakarta.
    now = new Date('2026-11-18T13:30:00Z')
    await raised('handover', '91.71' as RegionCode)
    expect(await tick()).toEqual([])
    await raised('emergency', '91.71' as RegionCode)
    expect(await tick()).toEqual(['jayapura'])
    now = new Date('2026-11-18T21:59:59Z')
    expect(await tick()).toEqual([])
    now = new Date('2026-11-18T22:00:00Z')
    expect(await tick()).toEqual(['jayapura'])
  })

  it('an urgent one raised at night has its four hours from the morning on', async () => {
    await officer('jember', 'officer', ['35.09'])
    await officer('east java', 'supervisor', ['35'])
    now = new Date('2026-11-18T15:00:00Z') // 22:00 WIB
    const id = await raised('handover')
    await tick()
    expect(await alert(id)).toMatchObject({ escalate_at: new Date('2026-11-19T04:00:00Z') }) // 11:00 WIB
    now = new Date('2026-11-19T00:00:00Z')
    expect(await tick()).toEqual(['jember'])
    now = new Date('2026-11-19T04:00:00Z')
    expect(await tick()).toEqual(['east java'])
  })

  it('the digest once a morning, at half past seven where they serve', async () => {
    await officer('jember', 'officer', ['35.09'])
    await officer('makassar', 'officer', ['73.71'])
    await officer('idle', 'officer', ['12.71'])
    await raised('complaint')
    await raised('complaint', '73.71' as RegionCode, { key: 'other' })
    await tick()
    const one = dispatcher()
    now = new Date('2026-11-18T23:29:00Z')
    expect(await tick(0, one)).toEqual([])
    now = new Date('2026-11-18T23:30:00Z') // 07:30 WITA
    expect(await tick(0, one)).toEqual(['makassar'])
    now = new Date('2026-11-19T00:30:00Z') // 07:30 WIB
    expect(await tick(0, one)).toEqual(['jember'])
    expect(posted.at(-1)?.keys).toContain('alert.digest.open')
    now = new Date('2026-11-19T01:00:00Z')
    expect(await tick(0, dispatcher())).toEqual([])
  })
})

describe('how often they hear of it', () => {
  it('the same matter is one alert that counts; one message counts once, however it is seen', async () => {
    await officer('jember', 'officer', ['35.09'])
    const id = await raised('emergency', JEMBER, { key: 'k', turn: 'turn 1' })
    await raised('emergency', JEMBER, { key: 'k', turn: 'turn 1' })
    await raised('emergency', JEMBER, { key: 'k', turn: 'turn 2' })
    expect(await alert(id)).toMatchObject({ count: 2 })
    expect(await tick()).toEqual(['jember'])
  })

  it('more of the same makes one more card at most every quarter of an hour', async () => {
    const jember = await officer('jember', 'officer', ['35.09'])
    await officer('other', 'officer', ['35.09'])
    const id = await raised('emergency', JEMBER, { key: 'k' })
    expect((await tick()).toSorted()).toEqual(['jember', 'other'])
    await sql.transaction((tx) => acknowledgeAlert(tx, { alertId: id }, jember, now))
    for (let more = 0; more < 20; more += 1) await raised('emergency', JEMBER, { key: 'k' })
    expect(await tick(14 * MINUTE)).toEqual([])
    expect(await tick(MINUTE)).toEqual(['jember'])
    expect(posted.at(-1)?.keys).toEqual(expect.arrayContaining(['alert.card.again', 'alert.card.count']))
    expect(await tick(15 * MINUTE)).toEqual([])
  })

  it('a storm of routine alerts is one card for each officer, and one more a minute later', async () => {
    await officer('jember', 'officer', ['35.09'])
    for (let n = 0; n < 12; n += 1) await raised('complaint', JEMBER, { key: `c${n}` })
    expect(await tick()).toEqual(['jember'])
    expect(posted[0]?.keys[0]).toBe('alert.storm.head')
    await sentAll()
    await tick(1_000)
    const states = await query<{ state: string }>(database.url, 'SELECT DISTINCT state::text FROM alert')
    expect(states).toEqual([{ state: 'delivered' }])
    for (let n = 12; n < 30; n += 1) await raised('complaint', JEMBER, { key: `c${n}` })
    expect(await tick(1_000)).toEqual([])
    expect(await tick(MINUTE)).toEqual(['jember'])
    expect(posted).toHaveLength(2)
    // Emergencies are never folded.
    for (let n = 0; n < 8; n += 1) await raised('emergency', JEMBER, { key: `e${n}` })
    expect(await tick()).toHaveLength(8)
  })

  it('two dispatchers at once write each card once', async () => {
    for (let n = 0; n < 10; n += 1) await officer(`o${n}`, 'officer', ['35.09'])
    for (let n = 0; n < 30; n += 1) await raised('handover', JEMBER, { key: `h${n}` })
    const [one, two] = [dispatcher(), dispatcher()]
    await Promise.all([one.tick(), two.tick(), one.tick(), two.tick()])
    await one.tick()
    expect(posted).toHaveLength(300)
    const [row] = await query<{ each: number }>(
      database.url,
      'SELECT count(*)::int AS each FROM (SELECT DISTINCT alert_id, officer_id FROM alert_delivery) AS d',
    )
    expect(row?.each).toBe(300)
  })

  it('an alert that cannot be dispatched stands aside; the others go out, each once', async () => {
    await officer('jember', 'officer', ['35.09'])
    for (let n = 0; n < 6; n += 1) await raised('emergency', JEMBER, { key: `e${n}` })
    await raised('handover', '35.09.01' as RegionCode)
    let broken = true
    const failing = dispatcher((inner) => async (tx, cards) => {
      const ids = await inner(tx, cards)
      if (broken && posted.some(({ text }) => text.includes('35.09.01'))) {
        // What was posted in this transaction is rolled back.
        posted = posted.slice(0, -cards.length)
        throw new Error('no words for it')
      }
      return ids
    })
    expect(await tick(0, failing)).toHaveLength(6)
    expect(await tick(59_000, failing)).toEqual([])
    broken = false
    expect(await tick(1_000, failing)).toEqual(['jember'])
    const [row] = await query<{ rows: number }>(database.url, 'SELECT count(*)::int AS rows FROM outbox')
    expect(row?.rows).toBe(7)
  })
})

describe('an officer hands it up', () => {
  it('also when it was acknowledged: the level above gets it and may acknowledge anew', async () => {
    const jember = await officer('jember', 'officer', ['35.09'])
    await officer('east java', 'supervisor', ['35'])
    const id = await raised('emergency')
    await tick()
    await sql.transaction((tx) => acknowledgeAlert(tx, { alertId: id }, jember, now))
    expect(await sql.transaction((tx) => escalateNow(tx, { alertId: id }, now, jember))).toBe('province')
    expect(await tick(1_000)).toEqual(['east java'])
  })

  it('says so at the top', async () => {
    await officer('national', 'national', [])
    const id = await raised('emergency', null)
    await tick()
    expect(await sql.transaction((tx) => escalateNow(tx, { alertId: id }, now))).toBeNull()
  })
})

it('what an emergency without a region lacks may come later: those who serve it are asked then, too', async () => {
  await officer('jember', 'officer', ['35.09'])
  await officer('national', 'national', [])
  const id = await raised('emergency', null, { key: 'k' })
  expect(await tick()).toEqual(['national'])
  await raised('emergency', JEMBER, { key: 'k' })
  expect(await tick(1_000)).toEqual(['jember'])
  expect(await alert(id)).toMatchObject({ level: 'region', count: 2 })
})

it('a channel that ended, or on which messages wait, is told once, and over when it is back', async () => {
  await officer('national', 'national', [])
  channels = [
    { channel: 'whatsapp', waiting: 0, oldestSeconds: Number.POSITIVE_INFINITY },
    { channel: 'telegram', waiting: 9, oldestSeconds: 20 },
  ]
  await tick()
  await tick(HOUR)
  channels = []
  await tick(HOUR)
  const alerts = await query<{ state: string; channel: string }>(
    database.url,
    "SELECT state::text, params ->> 'channel' AS channel FROM alert WHERE kind = 'channel_unhealthy'",
  )
  expect(alerts).toEqual([{ state: 'resolved', channel: 'whatsapp' }])
  expect(posted.filter(({ text }) => text.includes('channel_unhealthy'))).toHaveLength(1)
})

it('operators see how the alerts stand', async () => {
  await officer('jember', 'officer', ['35.09'])
  now = new Date()
  await raised('emergency')
  await raised('emergency', '12.71' as RegionCode, { key: 'medan' })
  await tick()
  expect(await readAlertDepths(sql)).toMatchObject({
    open: expect.arrayContaining([{ severity: 'emergency', state: 'raised', count: 2 }]),
    unreachable: 1,
    // The two, and that nobody is there for Medan.
    lastDay: [{ what: 'raised', count: 3 }],
  })
})
