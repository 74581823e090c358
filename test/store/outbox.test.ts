import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Outgoing, PRIORITIES, type Priority, type SendOutcome } from '../../src/core/delivery.ts'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { chatOf, sealContent } from '../../src/outbox/content.ts'
import type { AnyEffect, HappenedEvent } from '../../src/outbox/effects.ts'
import { insertOutgoing } from '../../src/outbox/enqueue.store.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { fakeSender, NO_LIMITS, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let open: TestDurable[]
let sql: SqlPool
beforeEach(async () => {
  database = await freshDatabase()
  sql = createSqlPool({ url: database.url, size: 2, name: 'test' })
  open = []
})
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()))
  await sql.close()
  await database.drop()
})

async function durable(options: Parameters<typeof testDurable>[1] = {}): Promise<TestDurable> {
  const one = await testDurable(database.url, { answers: undefined, ...options })
  open.push(one)
  return one
}

/** Puts notices into the outbox, as an effect would. */
async function put(
  { vault }: TestDurable,
  messages: readonly { to: string; text: string; priority?: Priority }[],
): Promise<void> {
  await sql.transaction((tx) =>
    insertOutgoing(
      tx,
      messages.map(({ to, text, priority = PRIORITIES.reply }) => {
        const recipient = { channel: 'telegram', account: '1', address: to, place: null } as const
        const chat = chatOf(recipient, vault)
        const body = { kind: 'notice', locale: 'id', text, choices: [] } as const
        return {
          channel: 'telegram',
          account: '1',
          chat,
          priority,
          personId: null,
          inboxId: null,
          content: sealContent({ address: to, place: null, echo: {}, body }, chat, vault),
        }
      }),
    ),
  )
}

const texts = (sent: readonly Outgoing[]) => sent.map(textOf)
const rows = () =>
  query<{ state: string; attempts: number; refusal: string | null; content: Buffer | null }>(
    database.url,
    'SELECT state, attempts, refusal, content FROM outbox ORDER BY id',
  )
const refusedOnce = (outcome: SendOutcome) => {
  let first = true
  return async (outgoing: Outgoing): Promise<SendOutcome> => {
    if (!first) return { kind: 'sent', externalId: outgoing.id }
    first = false
    return outcome
  }
}

describe('what waits goes out', () => {
  it('urgent before replies before bulk, and in order within a chat', async () => {
    const middle = await durable()
    await put(middle, [
      { to: 'a', text: 'bulk a', priority: 2 },
      { to: 'b', text: 'reply b1' },
      { to: 'b', text: 'reply b2' },
      { to: 'c', text: 'urgent c', priority: 0 },
      { to: 'a', text: 'urgent a', priority: 0 },
    ])
    const sender = fakeSender({ limits: { ...NO_LIMITS, concurrency: 1 } })
    middle.addSender(sender)
    await until('all are sent', () => sender.sent.length === 5)
    expect(texts(sender.sent)).toEqual(['urgent c', 'urgent a', 'reply b1', 'reply b2', 'bulk a'])
  })

  it('by one process at a time, and by another when that one ends', async () => {
    const [first, second] = [await durable(), await durable()]
    const [one, two] = [fakeSender(), fakeSender()]
    first.addSender(one)
    await put(first, [{ to: 'a', text: '1' }])
    await until('the first sends', () => one.sent.length === 1)
    second.addSender(two)
    await put(first, [{ to: 'a', text: '2' }])
    await until('the first still sends', () => one.sent.length === 2)
    open = open.filter((other) => other !== first)
    await first.close()
    await put(second, [{ to: 'a', text: '3' }])
    await until('the second sends', () => two.sent.length === 1)
    expect(texts([...one.sent, ...two.sent])).toEqual(['1', '2', '3'])
  })

  it.each([-1, 1])('at once, by a machine whose clock is off by %d h', async (hours) => {
    const middle = await durable({ now: () => new Date(Date.now() + hours * 3_600_000) })
    await put(middle, [{ to: 'a', text: '1' }])
    const sender = fakeSender()
    let tries = 0
    sender.answer = async (outgoing) => {
      tries += 1
      const at = new Date(Date.now() + hours * 3_600_000 + 300)
      return tries === 1
        ? { kind: 'retry_at', at, reason: 'rate_limited', scope: 'chat', done: 0 }
        : { kind: 'sent', externalId: outgoing.id }
    }
    const begin = performance.now()
    middle.addSender(sender)
    await until('it is sent at the second try', () => tries === 2, 5_000)
    expect(performance.now() - begin).toBeGreaterThan(250)
  })

  it('no faster than the account and the chat allow', async () => {
    const middle = await durable()
    await put(middle, [
      ...Array.from({ length: 6 }, (_, n) => ({ to: 'a', text: `a${n}` })),
      ...Array.from({ length: 14 }, (_, n) => ({ to: `b${n}`, text: `b${n}` })),
    ])
    const at: { text: string; ms: number }[] = []
    const sender = fakeSender({
      limits: { ...NO_LIMITS, account: { perSecond: 20, burst: 5 }, chat: { perSecond: 4, burst: 1 } },
    })
    sender.answer = async (outgoing) => {
      at.push({ text: textOf(outgoing), ms: performance.now() })
      return { kind: 'sent', externalId: outgoing.id }
    }
    middle.addSender(sender)
    await until('all are sent', () => at.length === 20, 20_000)
    const span = (of: typeof at) => (of.at(-1)?.ms ?? 0) - (of[0]?.ms ?? 0)
    // 20 calls with a burst of 5 at 20/s: 15 of them wait 50 ms each; 6 to one chat at 4/s: 5 of them wait 250 ms each.
    expect(span(at)).toBeGreaterThan(700)
    expect(span(at.filter(({ text }) => text.startsWith('a')))).toBeGreaterThan(1_200)
  })
})

describe('what the vendor says', () => {
  it('"later" to a chat is heeded exactly, keeps its order, and holds up nobody else', async () => {
    const middle = await durable()
    await put(middle, [
      { to: 'a', text: 'a1' },
      { to: 'a', text: 'a2' },
      { to: 'b', text: 'b1' },
    ])
    const sender = fakeSender()
    const retryAt = Date.now() + 900
    let again = 0
    sender.answer = async (outgoing) => {
      if (textOf(outgoing) === 'a1') {
        if (outgoing.attempt === 1)
          return { kind: 'retry_at', at: new Date(retryAt), reason: 'rate_limited', scope: 'chat', done: 1 }
        again = Date.now()
        expect(outgoing).toMatchObject({ attempt: 2, done: 1 })
      }
      return { kind: 'sent', externalId: outgoing.id }
    }
    middle.addSender(sender)
    await until('all are sent', () => sender.sent.length === 3)
    expect(texts(sender.sent)).toEqual(['b1', 'a1', 'a2'])
    expect(again).toBeGreaterThanOrEqual(retryAt)
    expect(again).toBeLessThan(retryAt + 1_000)
  })

  it('"later" to the account stops everything until then', async () => {
    const middle = await durable()
    await put(middle, [
      { to: 'a', text: 'a' },
      { to: 'b', text: 'b' },
    ])
    const retryAt = Date.now() + 700
    const calls: number[] = []
    const sender = fakeSender({ limits: { ...NO_LIMITS, concurrency: 1 } })
    const answer = refusedOnce({
      kind: 'retry_at',
      at: new Date(retryAt),
      reason: 'rate_limited',
      scope: 'account',
      done: 0,
    })
    sender.answer = async (outgoing) => {
      calls.push(Date.now())
      return answer(outgoing)
    }
    middle.addSender(sender)
    await until('both are sent', () => sender.sent.length === 2)
    expect(calls[1]).toBeGreaterThanOrEqual(retryAt)
  })

  it('"never" is final, told to officers in the same commit, and the next of the chat goes on', async () => {
    const told: HappenedEvent[] = []
    const effect: AnyEffect = {
      on: 'delivery_refused',
      apply: async (tx, happened) => {
        await tx.query('CREATE TABLE IF NOT EXISTS told (id int)')
        told.push(...happened)
      },
    }
    const middle = await durable({ effects: () => [effect] })
    await put(middle, [
      { to: 'a', text: 'a1' },
      { to: 'a', text: 'a2' },
    ])
    const sender = fakeSender()
    sender.answer = refusedOnce({ kind: 'refused', reason: 'blocked_by_person', detail: 'bot was blocked' })
    middle.addSender(sender)
    await until('the other is sent', async () => (await rows()).every(({ content }) => content === null))
    expect(await rows()).toMatchObject([
      { state: 'refused', attempts: 1, refusal: 'blocked_by_person' },
      { state: 'sent', attempts: 1, refusal: null },
    ])
    expect(told).toMatchObject([{ event: { refusal: 'blocked_by_person', priority: 1 } }])
  })

  it('nothing at all is an unknown outcome: tried again', async () => {
    const middle = await durable()
    await put(middle, [{ to: 'a', text: 'a' }])
    const sender = fakeSender({ limits: { ...NO_LIMITS, timeoutMs: 200 } })
    let calls = 0
    sender.answer = (outgoing) => {
      calls += 1
      return calls === 1
        ? new Promise(() => undefined)
        : Promise.resolve({ kind: 'sent', externalId: outgoing.id })
    }
    middle.addSender(sender)
    await until('it is sent', async () => (await rows())[0]?.state === 'sent')
    expect((await rows())[0]?.attempts).toBe(2)
  })
})

describe('after a crash', () => {
  it('a marked message waits for its lease, holds its chat, and is then sent again', async () => {
    const middle = await durable()
    await put(middle, [
      { to: 'a', text: 'in doubt' },
      { to: 'a', text: 'behind' },
      { to: 'b', text: 'other' },
    ])
    await sql.query(
      `UPDATE outbox SET state = 'sending', attempts = 1, lease_until = now() + interval '2 seconds'
       WHERE id = (SELECT min(id) FROM outbox)`,
    )
    const begin = performance.now()
    const sender = fakeSender()
    middle.addSender(sender)
    await until('the other is sent', () => sender.sent.length === 1)
    expect(texts(sender.sent)).toEqual(['other'])
    await until('all are sent', () => sender.sent.length === 3)
    expect(performance.now() - begin).toBeGreaterThan(1_500)
    expect(texts(sender.sent)).toEqual(['other', 'in doubt', 'behind'])
    expect(await middle.metrics.text()).toContain('jalur_outbox_in_doubt_total{channel="telegram"} 1')
  })

  it('what its sender still manages to write down is not sent again', async () => {
    const middle = await durable()
    await put(middle, [{ to: 'a', text: 'sent already' }])
    await sql.query(
      `UPDATE outbox SET state = 'sending', attempts = 1, lease_until = now() - interval '1 second'`,
    )
    const sender = fakeSender()
    middle.addSender(sender)
    await until('it was found', async () =>
      (await middle.metrics.text()).includes('in_doubt_total{channel="telegram"} 1'),
    )
    await sql.query(
      `UPDATE outbox SET state = 'sent', lease_until = NULL, finished_at = now(), content = NULL`,
    )
    await put(middle, [{ to: 'a', text: 'next' }])
    await until('the next is sent', () => sender.sent.length === 1)
    expect(texts(sender.sent)).toEqual(['next'])
  })
})

it('a mountain of bulk does not keep a reply waiting', async () => {
  const middle = await durable()
  await put(
    middle,
    Array.from({ length: 3_000 }, (_, n) => ({ to: `p${n}`, text: 'bulk', priority: PRIORITIES.bulk })),
  )
  const sender = fakeSender({ limits: { ...NO_LIMITS, account: { perSecond: 100, burst: 10 } } })
  middle.addSender(sender)
  await until('bulk goes out', () => sender.sent.length > 20)
  await put(middle, [{ to: 'x', text: 'reply' }])
  const before = sender.sent.length
  await until('the reply is sent', () => texts(sender.sent).includes('reply'))
  expect(texts(sender.sent).indexOf('reply')).toBeLessThan(before + 160)
})
