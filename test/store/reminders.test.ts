import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDesks } from '../../src/cases/desk.store.ts'
import { tellReminders } from '../../src/cases/reminders.store.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import { toPerson } from '../../src/officers-desk.ts'
import { applyRetention } from '../../src/privacy/retention.store.ts'
import { type CaseWorld, caseWorld, type TestPerson } from '../support/cases.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let world: CaseWorld
let budi: TestPerson
beforeEach(async () => {
  database = await freshDatabase()
  world = await caseWorld(database.url)
  budi = await world.person('budi')
})
afterEach(async () => {
  await world.close()
  await database.drop()
})

const DAY = 86_400_000
/** `days` after the day of the world's first moment, 22 November 2026 in Jakarta. */
const inDays = (days: number) =>
  new Date(Date.parse('2026-11-22T00:00:00Z') + days * DAY).toISOString().slice(0, 10)
const wanted = (kind: 'contract_end' | 'departure', on: string) =>
  ({ type: 'reminder_wanted', kind, on, region: null }) as const
const run = (signedIn: (region: RegionCode) => string | undefined = () => undefined) =>
  tellReminders({ sql: world.sql, toPerson: toPerson(world.vault, world.words), now: world.at, signedIn })
const texts = async () => (await world.told()).map(({ text }) => text.split('|').slice(0, 2).join(' '))

describe('reminders', () => {
  it('are told on their days, each once, and are over on the last', async () => {
    await world.turn(budi, wanted('contract_end', inDays(130)))
    for (let day = 0; day <= 131; day += 1) {
      await run()
      await run()
      world.pass(DAY)
    }
    expect(await texts()).toEqual([
      'reminder.due.contractEnd 120',
      'reminder.due.contractEnd 14',
      'reminder.due.contractEnd 7',
      'reminder.due.contractEnd 1',
      'reminder.due.contractEndToday 0',
    ])
    const [row] = await query<{ ended_at: Date | null }>(database.url, 'SELECT ended_at FROM reminder')
    expect(row?.ended_at).not.toBeNull()
  })

  it('told by two processes at once are told once', async () => {
    await world.turn(budi, wanted('departure', inDays(20)))
    world.pass(6 * DAY)
    await Promise.all([run(), run(), run()])
    expect(await texts()).toEqual(['reminder.due.departure 14'])
  })

  it('that cannot be put into the outbox are not marked as told', async () => {
    await world.turn(budi, wanted('departure', inDays(20)))
    world.pass(6 * DAY)
    const broken = tellReminders({
      sql: world.sql,
      toPerson: async () => Promise.reject(new Error('killed')),
      now: world.at,
      signedIn: () => undefined,
    })
    await expect(broken).rejects.toThrow('killed')
    await run()
    expect(await texts()).toEqual(['reminder.due.departure 14'])
  })

  it('missed in an outage come once, with the days that are left', async () => {
    await world.turn(budi, wanted('contract_end', inDays(130)))
    world.pass(125 * DAY)
    await run()
    expect(await texts()).toEqual(['reminder.due.contractEnd 5'])
  })

  it('are shown to the engine, moved by asking again, and cancelled', async () => {
    const shown = async () =>
      (await readDesks(world.sql, [{ lane: budi.conversationId, personId: budi.personId }], world.at)).get(
        budi.conversationId,
      )?.reminders ?? []
    await world.turn(budi, wanted('contract_end', inDays(130)), wanted('departure', inDays(9)))
    await world.turn(budi, wanted('contract_end', inDays(40)))
    expect([...(await shown())].sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'contract_end', on: inDays(40) },
      { kind: 'departure', on: inDays(9) },
    ])
    await world.turn(budi, { type: 'reminders_cancelled', kind: 'departure' })
    expect((await shown()).map(({ kind }) => kind)).toEqual(['contract_end'])
    await world.turn(budi, { type: 'reminders_cancelled', kind: null })
    expect(await shown()).toEqual([])
    for (let day = 0; day < 45; day += 1) {
      await run()
      world.pass(DAY)
    }
    expect(await texts()).toEqual([])
  })

  it('of an agreement come when a source says it is signed, once', async () => {
    const region = '35.09' as RegionCode
    await world.turn(budi, { type: 'reminder_wanted', kind: 'agreement_signed', on: null, region })
    await run((asked) => (asked === region ? '2020-01-01' : '2026-11-25'))
    expect(await texts()).toEqual([])
    world.pass(5 * DAY)
    await run((asked) => (asked === region ? '2026-11-25' : undefined))
    await run(() => '2026-11-25')
    expect((await texts()).map((text) => text.split(' ')[0])).toEqual(['reminder.due.agreementSigned'])
  })

  it('keep a silent person known until they are over', async () => {
    await world.turn(budi, wanted('contract_end', inDays(200)))
    world.pass(100 * DAY)
    expect(await applyRetention(world.sql, world.at, 90)).toMatchObject({ people: 0 })
    await world.turn(budi, { type: 'reminders_cancelled', kind: null })
    expect(await applyRetention(world.sql, world.at, 90)).toMatchObject({ people: 1 })
  })
})
