import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGraphApi } from '../../../../../src/channels/whatsapp/cloud/graph-api.ts'
import { createCloudSender } from '../../../../../src/channels/whatsapp/cloud/send.ts'
import type { Templates } from '../../../../../src/channels/whatsapp/cloud/template.ts'
import type { Outgoing, SendOutcome } from '../../../../../src/core/delivery.ts'
import { asId } from '../../../../../src/core/ids.ts'
import type { Log } from '../../../../../src/core/log.ts'
import { createPhrase } from '../../../../../src/phrase/phrase.ts'
import { CLOUD, type FakeGraphApi, fakeGraphApi } from '../../../../e2e/whatsapp/graph-api.ts'
import { said } from '../../said.ts'

const now = new Date('2026-11-21T08:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const phrase = await createPhrase()
const plain = said('Halo', { choices: [], reply: { contacts: [], citations: [] } })
const SITI = {
  channel: 'whatsapp',
  account: CLOUD.phoneNumberId,
  address: '6281200000001',
  place: null,
} as const

let server: FakeGraphApi
let logged: string[]
let passes: number
beforeEach(async () => {
  server = await fakeGraphApi()
  logged = []
  passes = 0
})
afterEach(() => server.close())

const log: Log = Object.fromEntries(
  (['debug', 'info', 'warn', 'error'] as const).map((level) => [
    level,
    (fields: object, message: string) => logged.push(JSON.stringify({ level, ...fields, message })),
  ]),
) as never

interface Setting {
  readonly token?: string
  readonly root?: string
  readonly last?: Date | null
  readonly templates?: Partial<Templates>
  readonly budgetMs?: number
  readonly pass?: () => Promise<void>
}

function send(changes: Partial<Outgoing> = {}, setting: Setting = {}): Promise<SendOutcome> {
  const { token = CLOUD.token, root = server.url, last = ago(1) } = setting
  const sender = createCloudSender({
    api: createGraphApi({ token, phoneNumberId: CLOUD.phoneNumberId, root }),
    words: (wording, locale) => phrase.wording(wording, locale),
    templates: { alert: undefined, reminder: undefined, ...setting.templates },
    lastInbound: async () => last,
    now: () => now,
    log,
    ...(setting.budgetMs === undefined ? {} : { budgetMs: setting.budgetMs }),
  })
  const outgoing: Outgoing = {
    id: '4711',
    to: SITI,
    priority: 1,
    body: { kind: 'reply', said: plain },
    echo: {},
    attempt: 1,
    done: 0,
    ...changes,
  }
  const pass =
    setting.pass ??
    (async () => {
      passes += 1
    })
  return sender.send(outgoing, { signal: new AbortController().signal, pass })
}
const reply = (...args: Parameters<typeof said>): Outgoing['body'] => ({ kind: 'reply', said: said(...args) })
const notice: Outgoing['body'] = { kind: 'notice', locale: 'id', text: 'Kasus baru:\n\nJR-1', choices: [] }

describe('a message that WhatsApp takes', () => {
  it('is sent to the number, with the id it got and ours for the receipts', async () => {
    expect(await send()).toEqual({ kind: 'sent', externalId: 'wamid.SENT1' })
    expect(server.sent).toMatchObject([
      {
        to: SITI.address,
        payload: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          biz_opaque_callback_data: '4711',
          type: 'text',
          text: { body: 'Halo', preview_url: false },
        },
      },
    ])
    expect(passes).toBe(0)
  })

  it('goes to who shows no number by the id made for us', async () => {
    await send({ to: { ...SITI, address: 'user:ID.13491208655302741918' } })
    expect(server.sent).toMatchObject([{ payload: { recipient: 'ID.13491208655302741918' } }])
  })

  it.each(['lid:99887766554433', '', '-100123'])(
    'refuses an address it cannot reach: %j',
    async (address) => {
      expect(await send({ to: { ...SITI, address } })).toMatchObject({
        kind: 'refused',
        reason: 'unknown_address',
      })
      expect(server.sent).toEqual([])
    },
  )

  it('has buttons, a list, a place and a card, each as the vendor wants it', async () => {
    const choices = [{ label: 'Biaya', value: 'topic:placement.cost' }]
    await send({ body: reply('Pilih', { choices, reply: { citations: [] } }) })
    const many = ['satu', 'dua', 'tiga', 'Kabupaten Hulu Sungai Selatan'].map((label) => ({
      label,
      value: label,
    }))
    await send({ body: reply('Pilih', { choices: many, reply: { citations: [] } }) })
    const contacts = [
      {
        id: asId<never>('kjri'),
        name: 'KJRI Uji',
        phones: ['+852 3651 0200'],
        position: { lat: 22.28, lon: 114.18 },
      },
    ]
    const office = { topic: 'contact.abroad', citations: [], contacts } as const
    await send({ body: reply('Hubungi', { choices: [], reply: office }) })
    const parts = [{ role: 'answer', key: 'contact.askRegion' }] as const
    await send({ body: reply('Di mana?', { choices: [], reply: { citations: [], contacts: [], parts } }) })
    expect(server.sent.map(({ payload }) => payload[payload.type])).toEqual([
      {
        type: 'button',
        body: { text: 'Pilih' },
        action: { buttons: [{ type: 'reply', reply: { id: 'topic:placement.cost', title: 'Biaya' } }] },
      },
      {
        type: 'list',
        body: { text: 'Pilih' },
        action: {
          button: 'Lihat pilihan',
          sections: [
            {
              rows: [
                { id: 'satu', title: 'satu' },
                { id: 'dua', title: 'dua' },
                { id: 'tiga', title: 'tiga' },
                {
                  id: 'Kabupaten Hulu Sungai Selatan',
                  title: 'Kabupaten Hulu Sungai S…',
                  description: 'Kabupaten Hulu Sungai Selatan',
                },
              ],
            },
          ],
        },
      },
      { body: 'Hubungi', preview_url: false },
      { latitude: 22.28, longitude: 114.18, name: 'KJRI Uji', address: 'KJRI Uji' },
      [
        {
          name: { formatted_name: 'KJRI Uji', first_name: 'KJRI Uji' },
          phones: [{ phone: '+85236510200', type: 'WORK' }],
        },
      ],
      { body: 'Di mana?', preview_url: false },
      {
        type: 'location_request_message',
        body: { text: expect.stringContaining('lokasi') },
        action: { name: 'send_location' },
      },
    ])
  })

  it('of several calls waits for room before each but the first, and goes on where an earlier try ended', async () => {
    const long = said('kata '.repeat(2_000), { choices: [], reply: { contacts: [], citations: [] } })
    expect(await send({ body: { kind: 'reply', said: long } })).toMatchObject({ kind: 'sent' })
    expect(server.sent).toHaveLength(3)
    expect(passes).toBe(2)
    const all = server.sent.map(({ payload }) => payload.text.body)
    await send({ body: { kind: 'reply', said: long }, done: 2 })
    expect(server.sent.slice(3).map(({ payload }) => payload.text.body)).toEqual(all.slice(2))
  })

  it('ends by itself and says how far it came when there is no room', async () => {
    const long = said('kata '.repeat(2_000), { choices: [], reply: { contacts: [], citations: [] } })
    const never = () => new Promise<void>(() => undefined)
    const outcome = await send({ body: { kind: 'reply', said: long } }, { budgetMs: 100, pass: never })
    expect(outcome).toEqual({
      kind: 'retry_at',
      at: inSeconds(6),
      reason: 'rate_limited',
      scope: 'chat',
      done: 1,
    })
  })

  it('says nothing when there is nothing to say', async () => {
    expect(await send({ body: reply(' ', { choices: [], reply: { citations: [] } }) })).toMatchObject({
      kind: 'refused',
      reason: 'content_rejected',
    })
  })
})

describe('what WhatsApp refuses', () => {
  it.each([
    [400, 130429, { reason: 'rate_limited', scope: 'account', at: inSeconds(1) }],
    [400, 80007, { reason: 'rate_limited', scope: 'account', at: inSeconds(1) }],
    [400, 131048, { reason: 'rate_limited', scope: 'account', at: inSeconds(1) }],
    [400, 131056, { reason: 'rate_limited', scope: 'chat', at: inSeconds(6) }],
    [429, 4, { reason: 'rate_limited', scope: 'account', at: inSeconds(1) }],
    [429, 999_999, { reason: 'rate_limited', scope: 'account', at: inSeconds(1) }],
    [401, 190, { reason: 'vendor_error', scope: 'account', at: inSeconds(60) }],
    [403, 10, { reason: 'vendor_error', scope: 'account', at: inSeconds(60) }],
    [403, 200, { reason: 'vendor_error', scope: 'account', at: inSeconds(60) }],
    [400, 131031, { reason: 'vendor_error', scope: 'account', at: inSeconds(60) }],
    [400, 131042, { reason: 'vendor_error', scope: 'account', at: inSeconds(60) }],
    [500, 131000, { reason: 'vendor_error', scope: 'chat', at: inSeconds(1) }],
    [503, 2, { reason: 'vendor_error', scope: 'chat', at: inSeconds(1) }],
    [500, 1, { reason: 'vendor_error', scope: 'chat', at: inSeconds(1) }],
  ])('is tried again: %s with code %s', async (status, code, expected) => {
    server.script({ status, code })
    expect(await send()).toEqual({ kind: 'retry_at', done: 0, ...expected })
  })

  it.each([
    [400, 131026, 'unknown_address'],
    [400, 131030, 'unknown_address'],
    [400, 131021, 'unknown_address'],
    [400, 131050, 'blocked_by_person'],
    [400, 131051, 'content_rejected'],
    [400, 131009, 'content_rejected'],
    [400, 100, 'content_rejected'],
    [400, 130472, 'not_permitted'],
  ])('is final: %s with code %s', async (status, code, reason) => {
    server.script({ status, code, message: 'Refused' })
    expect(await send()).toEqual({ kind: 'refused', reason, detail: `${code}: Refused` })
  })

  it('waits as long as WhatsApp says, when it says so', async () => {
    server.script({ status: 429, code: 130429, retryAfter: 42 })
    expect(await send()).toMatchObject({ kind: 'retry_at', at: inSeconds(42) })
  })

  it.each(['reset', 'garbage'] as const)('is an unknown outcome when the answer is lost: %s', async (how) => {
    server.script(how)
    expect(await send()).toEqual({
      kind: 'retry_at',
      at: inSeconds(1),
      reason: 'network',
      scope: 'account',
      done: 0,
    })
  })

  it('waits longer each time, for a minute at most', async () => {
    for (const [attempt, seconds] of [
      [3, 4],
      [20, 60],
    ] as const) {
      server.script({ status: 500, code: 1 })
      expect(await send({ attempt })).toMatchObject({ at: inSeconds(seconds) })
    }
  })

  it('is said loudly when our token is the trouble, and names neither token nor number', async () => {
    server.script({
      status: 401,
      code: 190,
      details: `Token EAAG-rahasia-uji-token of +62 812-0000-0001 expired`,
    })
    await send({}, {})
    expect(logged.filter((line) => line.includes('"error"'))).toHaveLength(1)
    expect(logged.join()).not.toMatch(/rahasia|0000-0001|6281200000001/)
  })

  it('is worded again without choices when those are what it does not like', async () => {
    server.script({ status: 400, code: 131009 })
    const choices = [{ label: 'Biaya', value: 'topic:placement.cost' }]
    expect(await send({ body: reply('Pilih', { choices, reply: { citations: [] } }) })).toMatchObject({
      kind: 'sent',
    })
    expect(server.sent.map(({ payload }) => payload.text.body)).toEqual(['Pilih\n1) Biaya'])
    expect(passes).toBe(1)
  })

  it('loses a card and not the words', async () => {
    const contacts = [{ id: asId<never>('a'), name: 'KJRI', phones: ['+852 3651 0200'] }]
    const office = { topic: 'contact.abroad', citations: [], contacts } as const
    server.script({ status: 500, code: 1 }, { status: 400, code: 100 })
    const body = reply('Hubungi', { choices: [], reply: office })
    expect(await send({ body })).toMatchObject({ kind: 'retry_at', done: 0 })
    expect(await send({ body, done: 1 })).toEqual({ kind: 'sent', externalId: '' })
    expect(logged.join()).toContain('refused a card')
  })
})

describe('the 24 hours', () => {
  const templates = {
    alert: { name: 'case_alert', language: 'id' },
    reminder: { name: 'reminder', language: 'en' },
  }

  it.each([
    ['within them a notice goes as it is', ago(23), 'text'],
    ['after them by its template', ago(25), 'template'],
    ['in the last minute by its template', new Date(ago(24).getTime() + 30_000), 'template'],
    ['by its template to who never wrote', null, 'template'],
  ])('%s', async (_, last, type) => {
    expect(await send({ body: notice, priority: 0 }, { last, templates })).toMatchObject({ kind: 'sent' })
    expect(server.sent.map(({ payload }) => payload.type)).toEqual([type])
  })

  it('have a template for alerts and one for reminders; its words stand in one line', async () => {
    await send({ body: notice, priority: 0 }, { last: null, templates })
    await send({ body: notice, priority: 2 }, { last: null, templates })
    expect(server.sent.map(({ payload }) => payload.template)).toEqual(
      (['case_alert', 'reminder'] as const).map((name) => ({
        name,
        language: { code: name === 'reminder' ? 'en' : 'id' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Kasus baru: / JR-1' }] }],
      })),
    )
  })

  it('refuse a notice without a template, before WhatsApp is asked', async () => {
    expect(await send({ body: notice, priority: 2 }, { last: ago(25) })).toMatchObject({
      kind: 'refused',
      reason: 'window_closed',
    })
    expect(server.sent).toEqual([])
  })

  it('never hold up an answer: that follows a message', async () => {
    expect(await send({}, { last: null })).toMatchObject({ kind: 'sent' })
  })

  it('are what WhatsApp says when it counts otherwise', async () => {
    server.script({ status: 400, code: 131047 })
    expect(await send({ body: notice, priority: 0 }, { templates })).toMatchObject({ kind: 'sent' })
    expect(server.sent.map(({ payload }) => payload.type)).toEqual(['template'])
    server.script({ status: 400, code: 131047 })
    expect(await send()).toMatchObject({ kind: 'refused', reason: 'window_closed' })
  })
})
