/**
 * Real processes, killed with -9 anywhere between a message that speaks of danger and the officer who reads of it. What is
 * promised: no alert is lost; no officer gets one twice, but in the window a vendor without idempotency keys leaves
 * (docs/decisions/0007): killed between the call and writing down what became of it.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addOfficers } from '../../support/alerts/officers.ts'
import { type FakeBotApi, startFakeBotApi } from '../../support/durable/fake-bot-api.ts'
import {
  ALERT_KILL_POINTS,
  type AlertKillPoint,
  DANGER_TEXT,
  type ProcessUpdate,
} from '../../support/durable/settings.ts'
import { type Ground, type System, startGround, startSystem } from '../../support/durable/system.ts'
import { until } from '../../support/until.ts'

let ground: Ground
let system: System
let officersBot: FakeBotApi
let officers: readonly string[]
beforeAll(async () => {
  ground = await startGround()
})
afterAll(() => ground.end())
beforeEach(async () => {
  officersBot = await startFakeBotApi()
  system = await startSystem(ground)
  // Nobody knows yet where they are: the national desk is asked.
  officers = await addOfficers(system.databaseUrl, 3, { role: 'national', regions: [], name: 'o' })
})
afterEach(async () => {
  await system.close()
  await officersBot.close()
})

const start = (settings: Parameters<System['start']>[0] = {}) =>
  system.start({ ...settings, officers: { botApi: officersBot.url } })
let next = 0
const danger = (person: string): ProcessUpdate => ({ n: ++next, from: person, text: DANGER_TEXT })

interface Card {
  readonly alert: string
  readonly officer: string
  readonly cards: number
  readonly state: string
  readonly attempts: number
}
/** Every alert with everybody it was written to, and what became of that row. */
const cards = () =>
  system.query<Card>(
    `SELECT a.id AS alert, f.name AS officer, count(*)::int AS cards, min(o.state::text) AS state, sum(o.attempts)::int AS attempts
     FROM alert a JOIN alert_delivery d ON d.alert_id = a.id JOIN officer f ON f.id = d.officer_id
     JOIN outbox o ON o.id = d.outbox_id GROUP BY a.id, f.name`,
  )

/** All cards are out; nothing is left to do. */
async function settled(alerts: number): Promise<void> {
  await until(
    `the cards of ${alerts} alerts are with ${officers.length} officers`,
    async () => {
      const all = await cards()
      return all.length === alerts * officers.length && all.every(({ state }) => state === 'sent')
    },
    150_000,
  )
  await until(
    'every alert knows that it arrived',
    async () =>
      (await system.query("SELECT FROM alert WHERE state = 'delivered'")).length === alerts || undefined,
    30_000,
  )
}

async function expectKept(alerts: number, window: boolean): Promise<void> {
  const [raised] = await system.query<object>(
    'SELECT count(*)::int AS alerts, sum(count)::int AS messages FROM alert',
  )
  expect(raised).toEqual({ alerts, messages: alerts })
  const all = await cards()
  expect(all.filter((one) => one.cards !== 1)).toEqual([])
  for (const officer of officers) {
    const got = officersBot.sent.filter(({ chat }) => chat === officer)
    // Each row of the outbox is one alert for one officer: `n` is its id.
    expect(new Set(got.map(({ n }) => n)).size).toBe(alerts)
  }
  const again = all.filter(({ attempts }) => attempts > 1).length
  expect(officersBot.doubles().size).toBeLessThanOrEqual(window ? again : 0)
}

describe('killed with -9', () => {
  it.each(ALERT_KILL_POINTS)('%s', async (at: AlertKillPoint) => {
    const doomed = await start({ kill: { at: [at], chance: 1 } })
    const people = ['a', 'b', 'c']
    const delivering = Promise.all(people.map((person) => system.deliver([danger(person)])))
    await doomed.dead
    await start()
    await delivering
    await settled(people.length)
    await expectKept(people.length, at === 'after_card')
  })

  it('at random, with three processes that share the work', { timeout: 240_000 }, async () => {
    const kill = { at: [...ALERT_KILL_POINTS, 'after_insert', 'mid_turn'] as const, chance: 0.05 }
    await Promise.all([1, 2, 3].map(() => start({ kill, keep: true, lanesOfBatch: 4 })))
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`)
    await Promise.all(
      Array.from({ length: 5 }, async (_, connection) => {
        for (const person of people.filter((_one, i) => i % 5 === connection))
          await system.deliver([danger(person)])
      }),
    )
    await settled(people.length)
    await expectKept(people.length, true)
    expect(system.deaths).toBeGreaterThan(3)
    console.log(
      `${system.deaths} processes killed; ${officersBot.doubles().size} of ${people.length * officers.length} cards went out twice`,
    )
  })
})
