/**
 * The linked device killed with -9 at every boundary it has: before WhatsApp hears "received", after that, after an answer
 * left and before its ack. Promised: its credentials and keys survive, every message that reached it has its turn once,
 * every answer can be read, and one that went out twice carries the same id, so that the phone shows it once.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../support/until.ts'
import type { Person } from '../../support/whatsapp/web-server.ts'
import { type Program, stopAll } from '../support/program.ts'
import { type BaileysWorld, baileysWorld } from './baileys-world.ts'

let world: BaileysWorld
let program: Program
let siti: Person
let registrations = 0
const WITHIN_MS = 90_000

beforeAll(async () => {
  world = await baileysWorld()
  await world.link()
  registrations = world.server.registrations
  siti = world.server.person('6281200003101', '200000000031001')
  await start()
  await siti.write('halo')
  await answered(1)
})
afterAll(async () => {
  await stopAll()
  await world?.close()
})

/** As a supervisor does: on a machine that is too busy for PostgreSQL to answer, a start may fail. */
async function start(tries = 3): Promise<void> {
  program = world.start()
  try {
    await program.ready()
  } catch (error) {
    if (tries <= 1) throw error
    await start(tries - 1)
  }
}
async function die(): Promise<void> {
  program.child.kill('SIGKILL')
  await program.ended
}
const ids = () => new Set(world.server.sent.filter(({ to }) => to === siti.phone).map(({ id }) => id))
const answered = (count: number) => until(`${count} answers are read`, () => ids().size >= count, WITHIN_MS)

/** What must hold whatever was killed. */
async function expectKept(messages: number): Promise<void> {
  await answered(messages)
  await until(
    'nothing waits',
    async () => {
      const [left] = await world.query<{ count: number }>(
        `SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')::int
         + (SELECT count(*) FROM outbox WHERE finished_at IS NULL)::int AS count`,
      )
      return left?.count === 0
    },
    WITHIN_MS,
  )
  const [counts] = await world.query<object>(
    `SELECT (SELECT count(*)::int FROM turn) AS turns, (SELECT count(*)::int FROM outbox WHERE state = 'sent') AS sent,
       (SELECT count(*)::int FROM inbox) AS accepted`,
  )
  expect(counts).toEqual({ turns: messages, sent: messages, accepted: messages })
  expect(ids().size).toBe(messages)
  expect(world.server.unconfirmed).toEqual([])
  // Each copy could be opened by the phone: no key was used twice, none was lost.
  expect(world.server.problems).toEqual([])
  expect(world.server.registrations).toBe(registrations)
}

describe('killed with -9', () => {
  it('before WhatsApp hears that the message was received', async () => {
    world.server.holdReceipts = true
    await siti.write('satu')
    await until(
      'the receipt is on its way',
      () => world.server.unconfirmed.length === 0 || world.server.held > 0,
    )
    await die()
    world.server.holdReceipts = false
    await start()
    await expectKept(2)
  })

  it('right after it arrived', async () => {
    await until('it is connected', () => world.server.online, WITHIN_MS)
    await siti.write('dua')
    await die()
    await start()
    await expectKept(3)
  })

  it('after an answer left and before its ack', async () => {
    await until('it is connected', () => world.server.online, WITHIN_MS)
    const { onSent } = world.server
    const before = world.server.sent.length
    world.server.onSent = () => undefined
    await siti.write('tiga')
    await until('the answer is there', () => world.server.sent.length > before, WITHIN_MS)
    await die()
    world.server.onSent = onSent
    await start()
    await expectKept(4)
    expect(world.server.sent.length).toBeGreaterThan(ids().size)
  })

  it('while it is away, and what was written meanwhile comes as a backlog', async () => {
    await die()
    for (const text of ['empat', 'lima', 'enam']) await siti.write(text)
    await start()
    await until('the backlog arrives', () => world.server.unconfirmed.length < 3, WITHIN_MS)
    await die()
    await start()
    await expectKept(7)
  })
})
