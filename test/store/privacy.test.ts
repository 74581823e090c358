import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSqlPool } from '../../src/database/sql.ts'
import { applyRetention } from '../../src/privacy/retention.store.ts'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { scratchFolder } from '../support/scratch.ts'
import { until } from '../support/until.ts'

const ADDRESS = 'tg-4711-address'
const WORDS = 'rahasia-saya berapa biaya ke taiwan'

let database: TestDatabase
let open: TestDurable[]
beforeEach(async () => {
  database = await freshDatabase()
  open = []
})
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()))
  await database.drop()
})

async function durable(options: Parameters<typeof testDurable>[1] = {}): Promise<TestDurable> {
  const one = await testDurable(database.url, options)
  open.push(one)
  return one
}
const done = async (count: number) => {
  const [row] = await query<{ done: number }>(
    database.url,
    `SELECT count(*)::int AS done FROM inbox WHERE state = 'done'`,
  )
  return row?.done === count
}

/** Every row of every table that is about people, as text; bytes as hex and as they read. */
async function everything(): Promise<string> {
  const tables = ['person', 'address', 'conversation', 'turn', 'inbox', 'outbox', 'parked_message']
  const found: string[] = []
  for (const table of tables)
    for (const row of await query<object>(database.url, `SELECT * FROM ${table}`))
      for (const value of Object.values(row))
        found.push(Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value))
  return found.join('\n')
}

describe('nothing of a person lies open', () => {
  it('not while it waits, not after the answer, not while that waits to be sent', async () => {
    const taking = await durable({ answers: undefined })
    await taking.accept([message(ADDRESS, WORDS, { externalId: 'vendor-id-62811', place: 'group-99' })])
    const secrets = [ADDRESS, 'rahasia-saya', 'vendor-id-62811', 'group-99']
    for (const secret of secrets) expect(await everything()).not.toContain(secret)
    await durable()
    await until('it is answered', () => done(1))
    for (const secret of [...secrets, 'Taiwan']) expect(await everything()).not.toContain(secret)
    const [row] = await query<{ content: Buffer | null }>(database.url, 'SELECT content FROM inbox')
    expect(row?.content).toBeNull()
  })
})

describe('a person who wants to be forgotten', () => {
  it('is, with everything, and still gets the goodbye', async () => {
    const middle = await durable()
    await middle.accept([message(ADDRESS, 'berapa biaya ke taiwan?'), message('other', 'halo')])
    await middle.accept([message(ADDRESS, 'halo', { place: 'group' })])
    await middle.accept([message(ADDRESS, 'hapus data saya')])
    await until('all are answered', () => done(4))
    await middle.accept([message(ADDRESS, '', { input: { kind: 'choice', value: 'forget_yes' } })])
    await until('the wish is answered', () => done(5))
    const [left] = await query<object>(
      database.url,
      `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM address) AS addresses,
         (SELECT count(*)::int FROM conversation) AS conversations, (SELECT count(*)::int FROM turn) AS turns,
         (SELECT count(*)::int FROM inbox WHERE content IS NOT NULL) AS kept,
         (SELECT count(*)::int FROM outbox) AS outgoing, (SELECT count(*)::int FROM outbox WHERE person_id IS NOT NULL) AS named`,
    )
    // What is left is the other person's, and one goodbye under nobody's name.
    expect(left).toEqual({
      people: 1,
      addresses: 1,
      conversations: 1,
      turns: 1,
      kept: 0,
      outgoing: 2,
      named: 1,
    })
    const sender = fakeSender()
    middle.addSender(sender)
    await until('both are sent', () => sender.sent.length === 2)
    const goodbye = sender.sent.find(({ to }) => to.address === ADDRESS)
    expect(goodbye?.body).toMatchObject({ kind: 'reply', said: { erased: true } })
    await until('nothing is kept of it', async () => {
      const [row] = await query<{ open: number }>(
        database.url,
        'SELECT count(*)::int AS open FROM outbox WHERE content IS NOT NULL',
      )
      return row?.open === 0
    })
  })

  it('is a stranger when they write again, and may be forgotten with the next message already waiting', async () => {
    const taking = await durable({ answers: undefined })
    await taking.accept([
      message(ADDRESS, 'berapa biaya ke taiwan?', { order: 1 }),
      message(ADDRESS, 'hapus data saya', { order: 2 }),
      message(ADDRESS, '', { order: 3, input: { kind: 'choice', value: 'forget_yes' } }),
      message(ADDRESS, 'halo', { order: 4 }),
    ])
    const middle = await durable()
    const sender = fakeSender()
    middle.addSender(sender)
    await until('all are answered', () => done(4))
    const talks = await query<{ turns: number; topic: string }>(
      database.url,
      `SELECT (state ->> 'turns')::int AS turns FROM conversation`,
    )
    expect(talks).toEqual([{ turns: 1 }])
    await until('goodbye and welcome are sent', () => sender.sent.length >= 2)
    expect(sender.sent.slice(-2).map((one) => one.body.kind === 'reply' && one.body.said.erased)).toEqual([
      true,
      false,
    ])
    expect(textOf(sender.sent.at(-1) ?? sender.sent[0] ?? expect.fail('nothing sent'))).not.toBe('')
  })
})

describe('retention', () => {
  it('deletes who was silent too long, and what is over, and nobody else', async () => {
    const middle = await durable()
    await middle.accept([message('old', 'halo'), message('new', 'halo')])
    const sender = fakeSender()
    middle.addSender(sender)
    await until('both are sent', () => sender.sent.length === 2)
    const sql = createSqlPool({ url: database.url, size: 1, name: 'test' })
    const [old] = await query<{ person_id: string; id: string }>(
      database.url,
      'SELECT person_id, id FROM conversation LIMIT 1',
    )
    await run(database.url, `UPDATE person SET last_seen_at = now() - interval '91 days' WHERE id = $1`, [
      old?.person_id,
    ])
    expect(await applyRetention(sql, new Date(), 90)).toMatchObject({ people: 0 })
    await run(database.url, `UPDATE conversation SET updated_at = now() - interval '91 days' WHERE id = $1`, [
      old?.id,
    ])
    await run(database.url, `UPDATE inbox SET done_at = now() - interval '15 days' WHERE lane::text = $1`, [
      old?.id,
    ])
    await run(
      database.url,
      `UPDATE outbox SET finished_at = now() - interval '15 days' WHERE id = (SELECT min(id) FROM outbox)`,
    )
    expect(await applyRetention(sql, new Date(), 90)).toEqual({ people: 1, turns: 0, inbox: 1, outbox: 1 })
    await run(database.url, `UPDATE turn SET created_at = now() - interval '91 days'`)
    expect(await applyRetention(sql, new Date(), 90)).toMatchObject({ people: 0, turns: 1 })
    await sql.close()
    const people = await query<object>(database.url, 'SELECT id FROM person')
    expect(people).toHaveLength(1)
  })
})

describe('the data key', () => {
  it('is made once, for its owner alone, and the same at the next start', async () => {
    const dataDir = await scratchFolder('key')
    try {
      const first = await testDurable(database.url, { dataKey: undefined, dataDir })
      await first.accept([message(ADDRESS, 'halo')])
      await until('it is answered', () => done(1))
      await first.close()
      expect((await stat(join(dataDir, 'key'))).mode & 0o777).toBe(0o600)
      const key = await readFile(join(dataDir, 'key'), 'utf8')
      const second = await testDurable(database.url, { dataKey: undefined, dataDir })
      await second.accept([message(ADDRESS, 'halo')])
      await until('it is answered', () => done(2))
      await second.close()
      expect(await readFile(join(dataDir, 'key'), 'utf8')).toBe(key)
      const [talk] = await query<{ turns: number }>(
        database.url,
        `SELECT (state ->> 'turns')::int AS turns FROM conversation`,
      )
      expect(talk?.turns).toBe(2)
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  it('of another database is refused; a new one with the old behind it goes on', async () => {
    const key = (n: number) => Buffer.alloc(32, n).toString('base64')
    const first = await testDurable(database.url, { dataKey: key(1), answers: undefined })
    await first.accept([message(ADDRESS, 'berapa biaya ke taiwan?')])
    await first.close()
    await expect(testDurable(database.url, { dataKey: key(2) })).rejects.toThrow('another data key')
    const rotated = await durable({ dataKey: `${key(2)},${key(1)}` })
    await until('what the old key sealed is answered', () => done(1))
    await rotated.accept([message(ADDRESS, 'halo')])
    await until('and the person is known', () => done(2))
    const [talk] = await query<{ turns: number; people: number }>(
      database.url,
      `SELECT (state ->> 'turns')::int AS turns, (SELECT count(*)::int FROM person) AS people FROM conversation`,
    )
    expect(talk).toEqual({ turns: 2, people: 1 })
    await expect(testDurable(database.url, { dataKey: key(2) })).rejects.toThrow('oldest key')
  })
})
