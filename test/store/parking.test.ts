import { afterEach, beforeEach, expect, it } from 'vitest'
import { FLOOD_LIMIT } from '../../src/inbox/flood.ts'
import type { AnyEffect } from '../../src/outbox/effects.ts'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let middle: TestDurable | undefined
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await middle?.close()
  middle = undefined
  await database.drop()
})

const count = async (where: string) =>
  (await query<{ n: number }>(database.url, `SELECT count(*)::int AS n FROM ${where}`))[0]?.n

it('a message that cannot be answered is tried three times, parked, and apologised for; nobody else waits', async () => {
  let tries = 0
  middle = await testDurable(database.url, {
    flood: FLOOD_LIMIT,
    wrapContext: (context) => ({
      ...context,
      understand: (text, knowledge) => {
        if (text !== 'rusak') return context.understand(text, knowledge)
        tries += 1
        throw new TypeError('rusak is what they wrote')
      },
    }),
  })
  const sender = fakeSender()
  middle.addSender(sender)
  await middle.accept([message('a', 'rusak'), message('a', 'halo'), message('b', 'halo')])
  await until('the other is answered', () => sender.sent.some(({ to }) => to.address === 'b'))
  await until('all are answered', () => sender.sent.length === 3, 20_000)
  expect(tries).toBe(3)
  const own = sender.sent.filter(({ to }) => to.address === 'a')
  expect(own.map(({ body }) => body.kind)).toEqual(['notice', 'reply'])
  expect(own[0] && textOf(own[0])).toContain('Maaf')
  const [parked] = await query<{ reason: string; resolved_at: null }>(
    database.url,
    'SELECT * FROM parked_message',
  )
  expect(parked?.resolved_at).toBeNull()
  // Where it broke, never what they wrote.
  expect(parked?.reason).toContain('TypeError')
  expect(parked?.reason).not.toContain('rusak')
  expect(await count(`inbox WHERE state = 'parked' AND content IS NOT NULL`)).toBe(1)
  expect(await middle.metrics.text()).toContain('jalur_inbox_parked 1')
})

it('an effect that the database refuses parks its own message alone', async () => {
  const picky: AnyEffect = {
    on: 'handover_requested',
    apply: async (tx) => {
      await tx.query('SELECT 1 / 0')
    },
  }
  middle = await testDurable(database.url, { effects: () => [picky] })
  const sender = fakeSender()
  middle.addSender(sender)
  await middle.accept([
    message('a', 'bicara dengan petugas'),
    ...Array.from({ length: 10 }, (_, n) => message(`p${n}`, 'halo')),
  ])
  await until('all are answered', () => sender.sent.length === 11, 20_000)
  expect(sender.sent.filter(({ body }) => body.kind === 'notice').map(({ to }) => to.address)).toEqual(['a'])
  expect(await count('parked_message')).toBe(1)
  expect(await count('turn')).toBe(10)
})

it('what cannot be opened is parked, without a word to somebody unknown', async () => {
  const taking = await testDurable(database.url, { answers: undefined })
  await taking.accept([message('a', 'halo')])
  await taking.close()
  await run(database.url, `UPDATE inbox SET content = '\\x00'`)
  middle = await testDurable(database.url)
  await until('it is parked', async () => (await count('parked_message')) === 1, 20_000)
  expect(await count('outbox')).toBe(0)
})
