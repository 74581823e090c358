import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Receipt, SendOutcome } from '../../src/core/delivery.ts'
import type { AnyEffect, HappenedEvent } from '../../src/outbox/effects.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { type FakeSender, fakeSender, message, type TestDurable, testDurable } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let middle: TestDurable
let sender: FakeSender
let happened: HappenedEvent[]

beforeEach(async () => {
  database = await freshDatabase()
  happened = []
  const effects: readonly AnyEffect[] = [
    { on: 'delivery_refused', apply: async (_tx, events) => void happened.push(...events) },
  ]
  middle = await testDurable(database.url, { effects: () => effects })
  sender = fakeSender({ channel: 'whatsapp' })
  middle.addSender(sender)
})
afterEach(async () => {
  await middle.close()
  await database.drop()
})

const rows = () =>
  query<{ id: string; state: string; refusal: string | null; delivered: boolean; read: boolean }>(
    database.url,
    `SELECT id, state, refusal, delivered_at IS NOT NULL AS delivered, read_at IS NOT NULL AS read FROM outbox ORDER BY id`,
  )
const receipt = (what: Receipt['what'], about: Partial<Receipt>): Receipt => ({
  channel: 'whatsapp',
  externalId: 'not told',
  id: null,
  what,
  ...about,
})
const FAILED = { kind: 'failed', reason: 'unknown_address', detail: '131026: Undeliverable' } as const

async function sent(): Promise<{ id: string; externalId: string }> {
  await middle.accept([message('628120000001', 'halo', { channel: 'whatsapp' })])
  const [row] = await until('it is sent', async () => {
    const all = await rows()
    return all.some(({ state }) => state === 'sent') ? all : undefined
  })
  const id = row?.id ?? ''
  return { id, externalId: `e${id}` }
}

describe('what a vendor tells about a message it had taken', () => {
  it.each(['id', 'externalId'] as const)('is found by the %s', async (by) => {
    const one = await sent()
    const about = { [by]: one[by] }
    expect(await middle.takeReceipts([receipt({ kind: 'delivered' }, about)])).toEqual([true])
    expect(await rows()).toMatchObject([{ state: 'sent', delivered: true, read: false }])
    expect(await middle.takeReceipts([receipt({ kind: 'read' }, about)])).toEqual([true])
    expect(await rows()).toMatchObject([{ state: 'sent', delivered: true, read: true }])
    expect(happened).toEqual([])
  })

  it('that it was read means that it was delivered, in whatever order', async () => {
    const { id } = await sent()
    await middle.takeReceipts([receipt({ kind: 'read' }, { id }), receipt({ kind: 'delivered' }, { id })])
    expect(await rows()).toMatchObject([{ delivered: true, read: true }])
  })

  it('that it failed makes it refused, and officers hear of it once', async () => {
    const { id } = await sent()
    expect(await middle.takeReceipts([receipt(FAILED, { id }), receipt(FAILED, { id })])).toEqual([
      true,
      true,
    ])
    expect(await middle.takeReceipts([receipt(FAILED, { id })])).toEqual([true])
    expect(await rows()).toMatchObject([{ state: 'refused', refusal: 'unknown_address' }])
    expect(happened).toMatchObject([
      {
        channel: 'whatsapp',
        event: { type: 'delivery_refused', outboxId: id, refusal: 'unknown_address', priority: 1 },
      },
    ])
  })

  it('may come before the answer to the call', async () => {
    let finish: (outcome: SendOutcome) => void = () => undefined
    const calls: string[] = []
    sender.answer = (outgoing) => {
      calls.push(outgoing.id)
      return new Promise((resolve) => {
        finish = resolve
      })
    }
    await middle.accept([message('628120000001', 'halo', { channel: 'whatsapp' })])
    const id = await until('the call is under way', () => calls[0])
    expect(await middle.takeReceipts([receipt(FAILED, { id })])).toEqual([true])
    finish({ kind: 'sent', externalId: 'late' })
    sender.answer = async () => ({ kind: 'sent', externalId: 'next' })
    await middle.accept([message('628120000001', 'menu', { channel: 'whatsapp' })])
    await until('the next one is sent', async () => (await rows())[1]?.state === 'sent')
    expect(await rows()).toMatchObject([{ state: 'refused' }, { state: 'sent' }])
    expect(calls).toEqual([id])
  })

  it('about nothing of ours is told so, whatever it names', async () => {
    const { id, externalId } = await sent()
    const strange = [
      receipt(FAILED, { externalId: 'wamid.X' }),
      receipt(FAILED, { id: '999999999' }),
      receipt(FAILED, { id: "1' OR '1'='1", externalId: 'x' }),
      receipt(FAILED, { id: '9'.repeat(40), externalId: 'x' }),
      receipt(FAILED, { channel: 'telegram', id, externalId }),
    ]
    expect(await middle.takeReceipts(strange)).toEqual([false, false, false, false, false])
    expect(await rows()).toMatchObject([{ state: 'sent' }])
    expect(await middle.takeReceipts([])).toEqual([])
  })
})

describe('when somebody last wrote', () => {
  const SITI = { channel: 'whatsapp', account: '1', address: '628120000001', place: null } as const

  it('is known per person and account, and not of strangers', async () => {
    const receivedAt = new Date('2026-11-20T08:00:00Z')
    expect(await middle.lastInbound(SITI)).toBeNull()
    await middle.accept([message(SITI.address, 'halo', { channel: 'whatsapp', receivedAt })])
    await until('it is answered', async () => (await rows()).length > 0)
    expect(await middle.lastInbound(SITI)).toEqual(receivedAt)
    expect(await middle.lastInbound({ ...SITI, account: '2' })).toBeNull()
    expect(await middle.lastInbound({ ...SITI, address: '628120000002' })).toBeNull()
  })
})
