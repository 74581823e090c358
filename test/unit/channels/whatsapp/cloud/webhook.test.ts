import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Attention } from '../../../../../src/channels/whatsapp/cloud/attention.ts'
import { createIntake } from '../../../../../src/channels/whatsapp/cloud/intake.ts'
import { createCloudWebhook } from '../../../../../src/channels/whatsapp/cloud/webhook.ts'
import type { Accept, AcceptMessages, Receipt, TakeReceipts } from '../../../../../src/core/delivery.ts'
import type { Log } from '../../../../../src/core/log.ts'
import { CLOUD } from '../../../../e2e/whatsapp/graph-api.ts'

const now = new Date('2026-11-21T08:00:00Z')
let accepted: Accept[]
let receipts: Receipt[]
let ignored: string[]
let begun: string[]
let ended: string[]
let logged: string[]
let accept: AcceptMessages
let takeReceipts: TakeReceipts

beforeEach(() => {
  accepted = []
  receipts = []
  ignored = []
  begun = []
  ended = []
  logged = []
  accept = async (messages) => {
    accepted.push(...messages)
    return { kind: 'taken', each: messages.map(() => 'accepted') }
  }
  takeReceipts = async (given) => {
    receipts.push(...given)
    return given.map(() => true)
  }
})

const attention: Attention = {
  begin: (address) => void begun.push(address),
  end: (address) => void ended.push(`read ${address}`),
  forget: (address) => void ended.push(`unread ${address}`),
  stop: () => undefined,
}
const log: Log = Object.fromEntries(
  (['debug', 'info', 'warn', 'error'] as const).map((level) => [
    level,
    (fields: object, message: string) => logged.push(`${level} ${message} ${JSON.stringify(fields)}`),
  ]),
) as never

function webhook() {
  const take = createIntake({
    phoneNumberId: CLOUD.phoneNumberId,
    accept: (messages) => accept(messages),
    takeReceipts: (given) => takeReceipts(given),
    attention,
    now: () => now,
    onIgnored: (reason) => void ignored.push(reason),
    log,
  })
  return createCloudWebhook({ appSecret: CLOUD.appSecret, verifyToken: CLOUD.verifyToken, take, log })
}
const sign = (body: string | Uint8Array, secret: string = CLOUD.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

function post(body: string | Uint8Array<ArrayBuffer>, signature: string | null = sign(body)) {
  const headers = {
    'content-type': 'application/json',
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
  }
  return webhook().request('/', { method: 'POST', headers, body })
}
const value = (more: object) => ({ metadata: { phone_number_id: CLOUD.phoneNumberId }, ...more })
const body = (more: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value: value(more) }] }],
  })
const message = { from: '6281200000001', id: 'wamid.1', timestamp: '1763712000', type: 'text' }
const text = (words: string) => body({ messages: [{ ...message, text: { body: words } }] })
const failed = (at: Date) =>
  body({
    statuses: [
      {
        id: 'wamid.S',
        status: 'failed',
        timestamp: String(at.getTime() / 1_000),
        errors: [{ code: 131026, title: 'x' }],
      },
    ],
  })

describe('the question whether the address is ours', () => {
  const ask = (query: Record<string, string>) => webhook().request(`/?${new URLSearchParams(query)}`)
  const right = {
    'hub.mode': 'subscribe',
    'hub.verify_token': CLOUD.verifyToken,
    'hub.challenge': '1158201444',
  }

  it('is answered with the challenge', async () => {
    const response = await ask(right)
    expect([response.status, await response.text()]).toEqual([200, '1158201444'])
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  it.each([
    ['another token', { ...right, 'hub.verify_token': 'salah' }],
    ['the beginning of the token', { ...right, 'hub.verify_token': CLOUD.verifyToken.slice(0, -1) }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': CLOUD.verifyToken }],
    ['a challenge as long as a page', { ...right, 'hub.challenge': 'x'.repeat(201) }],
    ['nothing', {}],
  ])('is refused with %s', async (_, query) => {
    const response = await ask(query as Record<string, string>)
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('1158201444')
  })
})

describe('a post', () => {
  it('is confirmed when its message was taken', async () => {
    expect((await post(text('halo'))).status).toBe(200)
    expect(accepted).toMatchObject([{ address: '6281200000001', input: { kind: 'text', text: 'halo' } }])
    expect(begun).toEqual(['6281200000001'])
  })

  it('is confirmed only after the hand-over', async () => {
    let finish: () => void = () => undefined
    const order: string[] = []
    accept = async (messages) => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      order.push('taken')
      return { kind: 'taken', each: messages.map(() => 'accepted') }
    }
    const response = Promise.resolve(post(text('halo'))).then(() => order.push('confirmed'))
    while (begun.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(order).toEqual([])
    finish()
    await response
    expect(order).toEqual(['taken', 'confirmed'])
  })

  it('is checked by its bytes, escapes and foreign letters included', async () => {
    const given = text('ꦲꦤ 👩🏽‍🏭').replace('ꦲ', '\\ua9b2')
    expect((await post(given)).status).toBe(200)
    expect(accepted).toMatchObject([{ input: { text: 'ꦲꦤ 👩🏽‍🏭' } }])
    expect((await post(JSON.stringify(JSON.parse(given)), sign(given))).status).toBe(401)
  })

  it.each([
    ['no signature', null],
    ['an empty one', ''],
    ['a signature with another secret', sign(text('halo'), 'secret lain')],
    ['a signature of another body', sign(text('hapus'))],
    ['the signature without its name', sign(text('halo')).slice(7)],
    ['the beginning of the signature', sign(text('halo')).slice(0, -1)],
    ['the older kind of signature', `sha1=${'0'.repeat(40)}`],
  ])('is refused with 401: %s', async (_, signature) => {
    expect((await post(text('halo'), signature)).status).toBe(401)
    expect(accepted).toEqual([])
  })

  it.each([
    'not json',
    '',
    '[]',
    '42',
    'null',
    '{}',
    '{"object":"page","entry":[]}',
    `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    `{"object":"whatsapp_business_account","entry":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  ])(
    'that is signed and makes no sense is counted and confirmed, it will not get better: %#',
    async (given) => {
      expect((await post(given)).status).toBe(200)
      expect(ignored).toEqual(['malformed'])
    },
  )

  it('of more than a mebibyte is refused with 413, whatever it says about its length', async () => {
    const huge = text('x'.repeat(1024 * 1024))
    expect((await post(huge)).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(huge))
        controller.close()
      },
    })
    const headers = { 'x-hub-signature-256': sign(huge), 'content-length': '10' }
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit
    expect((await webhook().request('/', init)).status).toBe(413)
    expect(accepted).toEqual([])
  })

  it('comes again when the inbox is full, and when it fails', async () => {
    accept = async () => ({ kind: 'busy', retryAfterMs: 1_500 })
    const busy = await post(text('halo'))
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2'])
    expect(ended).toEqual(['unread 6281200000001'])
    accept = async () => {
      throw new Error('the disk is full')
    }
    const broken = await post(text('rahasia'))
    expect(broken.status).toBe(503)
    expect(await broken.text()).not.toContain('disk')
    expect(logged.join()).not.toMatch(/rahasia|6281200000001|wamid/)
  })

  it('of a message we have is confirmed, and shows nobody "typing" for it', async () => {
    accept = async (messages) => ({ kind: 'taken', each: messages.map(() => 'duplicate') })
    expect((await post(text('halo'))).status).toBe(200)
    expect(ended).toEqual(['read 6281200000001'])
  })

  it('is confirmed when a message in it can never be stored, which is counted', async () => {
    accept = async (messages) => ({ kind: 'taken', each: messages.map(() => 'invalid') })
    expect((await post(text('halo'))).status).toBe(200)
    expect(ignored).toEqual(['invalid'])
  })

  it('has no other method', async () => {
    expect((await webhook().request('/', { method: 'PUT', body: '{}' })).status).toBe(404)
  })
})

describe('a receipt', () => {
  it('is handed over', async () => {
    expect((await post(failed(now))).status).toBe(200)
    expect(receipts).toMatchObject([
      { externalId: 'wamid.S', what: { kind: 'failed', reason: 'unknown_address' } },
    ])
    expect(accepted).toEqual([])
  })

  it('of a failure that nobody knows yet comes again, for a minute', async () => {
    takeReceipts = async (given) => given.map(() => false)
    expect((await post(failed(now))).status).toBe(503)
    expect(ignored).toEqual([])
    expect((await post(failed(new Date(now.getTime() - 61_000)))).status).toBe(200)
    expect(ignored).toEqual(['receipt_of_nothing'])
  })
})
