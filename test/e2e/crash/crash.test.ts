/**
 * Real processes on a real PostgreSQL, killed with -9 at every boundary. What is promised: every message is answered, its
 * turn is taken once, a person's answers come in order; an answer goes out twice only when its sender died between
 * marking it and writing down what became of it (docs/decisions: the window a vendor without idempotency keys leaves).
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KILL_POINTS, type KillPoint, type ProcessUpdate } from '../../support/durable/settings.ts'
import { type Ground, type System, startGround, startSystem } from '../../support/durable/system.ts'
import { until } from '../../support/until.ts'

let ground: Ground
let system: System
beforeAll(async () => {
  ground = await startGround()
})
afterAll(() => ground.end())
beforeEach(async () => {
  system = await startSystem(ground)
})
afterEach(() => system.close())

let next = 0
const from = (person: string): ProcessUpdate => ({ n: ++next, from: person, text: 'halo' })

/**
 * Each person's messages one behind the other, everybody's at once. A vendor that sends the second before the first was
 * taken, and repeats the first to another process, has put them in that order itself.
 */
async function deliverInOrder(updates: readonly ProcessUpdate[]): Promise<void> {
  const people = new Set(updates.map((update) => update.from))
  await Promise.all(
    [...people].map(async (person) => {
      for (const update of updates) if (update.from === person) await system.deliver([update])
    }),
  )
}

/** Everything answered, nothing left anywhere. */
async function settled(messages: number, withinMs = 60_000): Promise<void> {
  await until(`all of ${messages} are answered`, () => system.bot.distinct >= messages, withinMs)
  await until(
    'nothing waits',
    async () => {
      const [left] = await system.query<{ waiting: number; queued: number }>(
        `SELECT (SELECT count(*)::int FROM inbox WHERE state = 'waiting') AS waiting,
           (SELECT count(*)::int FROM outbox WHERE finished_at IS NULL) AS queued`,
      )
      return left?.waiting === 0 && left.queued === 0
    },
    withinMs,
  )
}

/** What must hold whatever was killed. */
async function expectKept(messages: number): Promise<void> {
  const [counts] = await system.query<object>(
    `SELECT (SELECT count(*)::int FROM turn) AS turns, (SELECT count(*)::int FROM outbox) AS answers,
       (SELECT count(*)::int FROM parked_message) AS parked,
       (SELECT coalesce(sum((state ->> 'turns')::int), 0)::int FROM conversation) AS counted`,
  )
  expect(counts).toEqual({ turns: messages, answers: messages, parked: 0, counted: messages })
  expect(system.bot.disorder()).toEqual([])
  expect(system.bot.distinct).toBe(messages)
  // Sent more often than its row was marked: that would be outside the window.
  const [marks] = await system.query<{ marks: number; again: number }>(
    'SELECT sum(attempts)::int AS marks, count(*) FILTER (WHERE attempts > 1)::int AS again FROM outbox',
  )
  expect(system.bot.sent.length).toBeLessThanOrEqual(marks?.marks ?? 0)
  expect(system.bot.doubles().size).toBeLessThanOrEqual(marks?.again ?? 0)
}

describe('killed with -9', () => {
  it.each(KILL_POINTS)('%s', async (at: KillPoint) => {
    const doomed = await system.start({ kill: { at: [at], chance: 1 } })
    const delivering = deliverInOrder(['a', 'b', 'a', 'b', 'a'].map(from))
    await doomed.dead
    await system.start()
    await delivering
    await settled(5)
    await expectKept(5)
    if (at !== 'after_send') expect(system.bot.doubles().size).toBe(0)
    else expect(system.bot.doubles().size).toBeLessThanOrEqual(1)
  })

  it('on about a fifth of deliveries, at random, under load', { timeout: 90_000 }, async () => {
    const kill = { at: KILL_POINTS, chance: 0.05 }
    await Promise.all([1, 2, 3].map(() => system.start({ kill, keep: true, lanesOfBatch: 8 })))
    const people = Array.from({ length: 20 }, (_, i) => `p${i}`)
    const rounds = 8
    // Five vendors' connections; each person's messages come through one of them, in order.
    await Promise.all(
      Array.from({ length: 5 }, async (_, connection) => {
        const own = people.filter((_person, i) => i % 5 === connection)
        for (let round = 0; round < rounds; round++)
          for (const person of own) await system.deliver([from(person)])
      }),
    )
    await settled(people.length * rounds, 75_000)
    await expectKept(people.length * rounds)
    expect(system.deaths).toBeGreaterThan(10)
    console.log(
      `${system.deaths} processes killed; ${system.bot.doubles().size} of ${people.length * rounds} answers went out twice`,
    )
  })
})

it('a message that kills whoever answers it is parked; everybody else is answered', async () => {
  const deadly = { ...from('victim'), text: 'mati' }
  await Promise.all([1, 2].map(() => system.start({ keep: true, deadly: 'mati' })))
  const others = Array.from({ length: 20 }, (_, i) => from(`p${i % 5}`))
  await Promise.all([deadly, ...others].map((update) => system.deliver([update])))
  const behind = from('victim')
  await system.deliver([behind])
  await settled(22)
  const [parked] = await system.query<object>('SELECT reason, resolved_at FROM parked_message')
  expect(parked).toEqual({ reason: 'the process ended while answering', resolved_at: null })
  const [apology, answer] = system.bot.sent.filter(({ chat }) => chat === 'victim')
  expect([apology?.n, answer?.n]).toEqual([deadly.n, behind.n])
  expect(apology?.text).toContain('Maaf')
  expect(system.deaths).toBeGreaterThanOrEqual(3)
  expect(system.deaths).toBeLessThanOrEqual(6)
})

it('webhooks that come twice, late and in disorder are answered once each', async () => {
  await Promise.all([system.start(), system.start()])
  const updates = Array.from({ length: 60 }, (_, i) => from(`p${i % 6}`))
  const deliveries = [...updates, ...updates.filter((_, i) => i % 3 === 0)].sort(() => Math.random() - 0.5)
  await Promise.all(deliveries.map((update) => system.deliver([update])))
  await system.deliver([updates[0] as ProcessUpdate])
  await settled(60)
  const [counts] = await system.query<object>(
    'SELECT (SELECT count(*)::int FROM turn) AS turns, (SELECT count(*)::int FROM outbox) AS answers',
  )
  expect(counts).toEqual({ turns: 60, answers: 60 })
  expect(system.bot.sent).toHaveLength(60)
})

it('nothing is lost while the database is stopped for ten seconds under load', {
  timeout: 90_000,
}, async () => {
  await Promise.all([system.start(), system.start()])
  const people = Array.from({ length: 10 }, (_, i) => `p${i}`)
  let running = true
  let sent = 0
  const load = Promise.all(
    people.map(async (person) => {
      while (running) {
        await system.deliver([from(person)])
        sent += 1
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }),
  )
  await until('some are answered', () => system.bot.distinct > 20)
  await system.stopDatabase()
  const before = sent
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  // Messages go on being taken: onto the disk.
  expect(sent).toBeGreaterThan(before + 100)
  await system.startDatabase()
  const after = system.bot.distinct
  await until('answers go on', () => system.bot.distinct > after + 20, 30_000)
  running = false
  await load
  await settled(sent)
  expect(system.bot.distinct).toBe(sent)
  const [counts] = await system.query<object>('SELECT count(*)::int AS turns FROM turn')
  expect(counts).toEqual({ turns: sent })
  console.log(
    `${sent} messages, ${sent - before} of them during and after the stop; ${system.bot.doubles().size} twice`,
  )
})

it('SIGTERM ends a busy process within ten seconds, and loses nothing', async () => {
  const first = await system.start()
  const delivering = deliverInOrder(Array.from({ length: 200 }, (_, i) => from(`p${i % 20}`)))
  await until('it works', () => system.bot.distinct > 5)
  const begin = performance.now()
  const stopping = first.stop()
  await system.start()
  expect(await stopping).toBe(0)
  expect(performance.now() - begin).toBeLessThan(10_000)
  await delivering
  await settled(200)
  await expectKept(200)
  expect(system.bot.sent).toHaveLength(200)
})
