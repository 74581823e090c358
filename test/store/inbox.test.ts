import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationState } from '../../src/conversation/state.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let open: TestDurable[] = []
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

const states = async () =>
  Object.fromEntries(
    (
      await query<{ state: string; count: number }>(
        database.url,
        'SELECT state, count(*)::int AS count FROM inbox GROUP BY state',
      )
    ).map(({ state, count }) => [state, count]),
  )
const stateOfTalk = async () =>
  (await query<{ state: ConversationState }>(database.url, 'SELECT state FROM conversation'))[0]?.state

describe('a message', () => {
  it('is answered, and its answer goes out', async () => {
    const { accept, addSender } = await durable()
    const sender = fakeSender()
    addSender(sender)
    expect(await accept([message('a', 'berapa biaya ke taiwan?')])).toEqual({
      kind: 'taken',
      each: ['accepted'],
    })
    await until('it is sent', () => sender.sent.length === 1)
    expect(sender.sent[0]).toMatchObject({
      to: { channel: 'telegram', account: '1', address: 'a', place: null },
      priority: 1,
      attempt: 1,
      done: 0,
      body: { kind: 'reply', said: { reply: { topic: 'placement.cost', countries: ['TW'] } } },
    })
    await until('it is over', async () => (await states()).done === 1)
    const [row] = await query<{ state: string; content: null; person_id: null; external_key: string }>(
      database.url,
      'SELECT state, content, person_id, external_key FROM outbox',
    )
    expect(row).toMatchObject({ state: 'sent', content: null, person_id: null })
    expect(row?.external_key).not.toBeNull()
  })

  it('delivered again is answered once, however and wherever it comes', async () => {
    const [one, two] = [await durable(), await durable()]
    const sender = fakeSender()
    one.addSender(sender)
    const same = message('a', 'halo')
    const results = await Promise.all([one.accept([same, same]), two.accept([same]), one.accept([same])])
    const each = results.flatMap((result) => (result.kind === 'taken' ? result.each : []))
    expect(each.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(each.filter((outcome) => outcome === 'duplicate')).toHaveLength(3)
    await until('it is sent', () => sender.sent.length > 0)
    expect(await one.accept([same])).toEqual({ kind: 'taken', each: ['duplicate'] })
    await until('nothing waits', async () => (await states()).waiting === undefined)
    expect(sender.sent).toHaveLength(1)
  })

  it('that can never be stored is said to be invalid, and holds up no other', async () => {
    const { accept } = await durable()
    const result = await accept([
      message('a', 'halo', { externalId: 'x'.repeat(600) }),
      message('', 'halo'),
      message('b', 'halo'),
    ])
    expect(result).toEqual({ kind: 'taken', each: ['invalid', 'invalid', 'accepted'] })
  })

  it('longer than the engine reads is cut, and the person is told', async () => {
    const { accept, addSender } = await durable()
    const sender = fakeSender()
    addSender(sender)
    await accept([message('a', `berapa biaya ke taiwan? ${'x '.repeat(50_000)}`)])
    await until('it is sent', () => sender.sent.length === 1)
    const [row] = await query<{ size: number }>(
      database.url,
      'SELECT max(length(content))::int AS size FROM inbox',
    )
    expect(row?.size ?? 0).toBeLessThan(20_000)
    const [sent] = sender.sent
    expect(sent && textOf(sent)).toContain('4.096')
  })
})

describe('messages of one person', () => {
  it('are answered in order, across several processes', async () => {
    const processes = await Promise.all([durable(), durable(), durable()])
    const sender = fakeSender()
    processes[0]?.addSender(sender)
    const texts = ['berapa biaya ke taiwan?', 'kalau ke hong kong?', 'kalau ke jepang?', 'kalau ke korea?']
    for (const [index, text] of texts.entries())
      for (const who of ['a', 'b', 'c', 'd', 'e'])
        await processes[(index + who.charCodeAt(0)) % 3]?.accept([message(who, text)])
    await until('all are sent', () => sender.sent.length === 20)
    for (const who of ['a', 'b', 'c', 'd', 'e']) {
      const own = sender.sent.filter(({ to }) => to.address === who)
      expect(own.map(({ body }) => body.kind === 'reply' && body.said.reply.countries)).toEqual([
        ['TW'],
        ['HK'],
        ['JP'],
        ['KR'],
      ])
    }
    expect((await stateOfTalk())?.turns).toBe(4)
  })

  it('that overtook each other are put right by the vendor’s order while they wait', async () => {
    const taking = await durable({ answers: undefined })
    await taking.accept([message('a', 'kalau ke hong kong?', { order: 8 })])
    await taking.accept([message('a', 'berapa biaya ke taiwan?', { order: 7 })])
    const answering = await durable()
    const sender = fakeSender()
    answering.addSender(sender)
    await until('both are sent', () => sender.sent.length === 2)
    expect(sender.sent.map(({ body }) => body.kind === 'reply' && body.said.reply.countries)).toEqual([
      ['TW'],
      ['HK'],
    ])
  })

  it('are put right also when more people wait than one batch answers', async () => {
    const people = Array.from({ length: 70 }, (_, i) => `p${i}`)
    const taking = await durable({ answers: undefined })
    for (const order of [3, 2, 1]) await taking.accept(people.map((from) => message(from, 'halo', { order })))
    const answering = await durable()
    const sender = fakeSender()
    answering.addSender(sender)
    await until('all are sent', () => sender.sent.length === 3 * people.length, 20_000)
    const wrong = await query(
      database.url,
      `SELECT lane FROM (
         SELECT i.lane, i.vendor_order < lag(i.vendor_order) OVER (PARTITION BY i.lane ORDER BY o.id) AS late
         FROM outbox o JOIN inbox i ON i.id = o.inbox_id) AS answers
       WHERE late`,
    )
    expect(wrong).toEqual([])
  })

  it('that come to wait far behind all others are found', async () => {
    const taking = await durable({ answers: undefined })
    await taking.accept([message('early', 'halo')])
    await query(database.url, `UPDATE inbox SET due_at = now() + interval '1 hour'`)
    await query(database.url, `SELECT setval('inbox_id_seq', 5000)`)
    const answering = await durable()
    const sender = fakeSender()
    answering.addSender(sender)
    await answering.accept([message('late', 'halo')])
    await until('the later one is sent', () => sender.sent.length === 1)
    await query(database.url, `UPDATE inbox SET due_at = now() WHERE state = 'waiting'`)
    await until('the earlier one is sent', () => sender.sent.length === 2)
    expect(sender.sent.map(({ to }) => to.address)).toEqual(['late', 'early'])
  })

  it('in a group and in private are two threads of one person', async () => {
    const { accept, addSender } = await durable()
    const sender = fakeSender()
    addSender(sender)
    await accept([message('a', 'berapa biaya ke taiwan?'), message('a', 'halo', { place: 'group' })])
    await until('both are sent', () => sender.sent.length === 2)
    expect(new Set(sender.sent.map(({ to }) => to.place))).toEqual(new Set([null, 'group']))
    const [counts] = await query<object>(
      database.url,
      `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM address) AS addresses,
         (SELECT count(*)::int FROM conversation) AS conversations`,
    )
    expect(counts).toEqual({ people: 1, addresses: 1, conversations: 2 })
  })
})

describe('a flood', () => {
  it('is answered up to the limit, told once, and dropped; others are not held up', async () => {
    const { accept, addSender } = await durable({ flood: { most: 5, withinMs: 10_000 } })
    const sender = fakeSender()
    addSender(sender)
    await accept([...Array.from({ length: 50 }, () => message('a', 'halo')), message('b', 'halo')])
    await until('all are over', async () => (await states()).waiting === undefined)
    await until('the other is answered', () => sender.sent.some(({ to }) => to.address === 'b'))
    await until('nothing is left to send', async () => (await queued()) === 0)
    const own = sender.sent.filter(({ to }) => to.address === 'a')
    expect(own.map(({ body }) => body.kind)).toEqual(['reply', 'reply', 'reply', 'reply', 'reply', 'notice'])
    expect(await states()).toEqual({ done: 6, dropped: 45 })
    const later = new Date(Date.now() + 11_000)
    await accept([message('a', 'halo', { receivedAt: later })])
    await until('a later message is answered', async () => (await states()).done === 7)
  })

  it('is not what a backlog looks like', async () => {
    const taking = await durable({ answers: undefined, flood: { most: 5, withinMs: 10_000 } })
    const start = Date.now() - 600_000
    await taking.accept(
      Array.from({ length: 12 }, (_, n) => message('a', 'halo', { receivedAt: new Date(start + n * 3_000) })),
    )
    await durable({ flood: { most: 5, withinMs: 10_000 } })
    await until('all are answered', async () => (await states()).done === 12)
  })
})

const queued = async () =>
  (
    await query<{ count: number }>(
      database.url,
      `SELECT count(*)::int AS count FROM outbox WHERE finished_at IS NULL`,
    )
  )[0]?.count

it('a page gets its answer from another process, too', async () => {
  const web = await durable({ answers: undefined })
  await durable()
  const said = await web.converse({
    from: { channel: 'web', address: 'secret' },
    input: { kind: 'text', text: 'berapa biaya ke taiwan?' },
    chosenLocale: null,
    defaultLocale: 'id',
  })
  expect(said.reply).toMatchObject({ topic: 'placement.cost', countries: ['TW'] })
  expect(said.text).not.toBe('')
  expect(await queued()).toBe(0)
})

it('counts what could not be answered', async () => {
  const { accept } = await durable()
  await accept([message('a', 'resep rendang padang'), message('b', 'resep rendang padang')])
  await until('both are over', async () => (await states()).done === 2)
  const rows = await query<{ count: number }>(
    database.url,
    'SELECT sum(count)::int AS count FROM unanswered_question',
  )
  const [turns] = await query<{ refused: number }>(
    database.url,
    `SELECT count(*)::int AS refused FROM turn WHERE action = 'refuse'`,
  )
  expect(turns?.refused).toBe(2)
  expect(rows[0]?.count ?? 0).toBeLessThanOrEqual(2)
})
