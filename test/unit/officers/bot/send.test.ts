import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing } from '../../../../src/core/delivery.ts'
import { createOfficerBotApi } from '../../../../src/officers/bot/bot-api.ts'
import { createOfficerSender, OFFICER_BOT_LIMITS } from '../../../../src/officers/bot/send.ts'
import {
  type FakeBotApi,
  fakeBotApi,
  refusal,
  type Scripted,
  TOKEN,
} from '../../../support/telegram/fake-bot-api.ts'

const NOW = new Date('2026-11-21T05:00:00Z')
let server: FakeBotApi

beforeEach(async () => {
  server = await fakeBotApi()
})
afterEach(() => server.close())

const card = (changes: Partial<Outgoing> = {}): Outgoing => ({
  id: '1',
  to: { channel: 'telegram', account: '666', address: '42', place: null },
  priority: 0,
  body: {
    kind: 'notice',
    locale: 'id',
    text: '<b>DARURAT</b> & lain-lain',
    choices: [
      { label: 'Ambil', value: 'c:take:JR-7K2MWX' },
      { label: 'Lihat', value: 'c:view:JR-7K2MWX' },
      { label: 'Terlalu panjang', value: 'x'.repeat(65) },
    ],
  },
  echo: {},
  attempt: 1,
  done: 0,
  ...changes,
})
const sender = () =>
  createOfficerSender(createOfficerBotApi({ token: TOKEN, apiRoot: server.url }), () => NOW)
const send = (outgoing: Outgoing, signal = new AbortController().signal) =>
  sender().send(outgoing, { signal, pass: async () => undefined })

describe('an alert out of the outbox', () => {
  it('goes as plain text with its buttons, without one that Telegram would refuse', async () => {
    expect(await send(card())).toMatchObject({ kind: 'sent' })
    const [payload] = server.callsOf('sendMessage')
    expect(payload).toMatchObject({ chat_id: '42', text: '<b>DARURAT</b> & lain-lain' })
    expect(payload.parse_mode).toBeUndefined()
    expect(payload.reply_markup.inline_keyboard).toEqual([
      [
        { text: 'Ambil', callback_data: 'c:take:JR-7K2MWX' },
        { text: 'Lihat', callback_data: 'c:view:JR-7K2MWX' },
      ],
    ])
  })

  it('goes in pieces when it is long, and goes on where it stopped', async () => {
    const text = `${'satu dua tiga. '.repeat(400)}akhir`
    const body = { kind: 'notice', locale: 'id', text, choices: [{ label: 'Lihat', value: 'q:0' }] } as const
    await send(card({ body, done: 1 }))
    const pieces = server.callsOf('sendMessage')
    expect(pieces.length).toBe(1)
    expect(pieces[0].text).toMatch(/akhir$/)
    expect(pieces[0].reply_markup).toBeDefined()
  })

  it.each<[string, Scripted, object]>([
    [
      'the officer blocked the bot',
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'refused', reason: 'blocked_by_person' },
    ],
    [
      'the account is gone',
      refusal(403, 'Forbidden: user is deactivated'),
      { kind: 'refused', reason: 'unknown_address' },
    ],
    [
      'there is no such chat',
      refusal(400, 'Bad Request: chat not found'),
      { kind: 'refused', reason: 'unknown_address' },
    ],
    [
      'the message is refused',
      refusal(400, 'Bad Request: BUTTON_DATA_INVALID'),
      { kind: 'refused', reason: 'content_rejected' },
    ],
    [
      'too fast',
      refusal(429, 'Too Many Requests', { retry_after: 7 }),
      { kind: 'retry_at', reason: 'rate_limited', scope: 'account', at: new Date(NOW.getTime() + 7_000) },
    ],
    [
      'the token was taken back',
      refusal(401, 'Unauthorized'),
      { kind: 'retry_at', reason: 'vendor_error', scope: 'account' },
    ],
    [
      'Telegram is broken',
      refusal(502, 'Bad Gateway'),
      { kind: 'retry_at', reason: 'vendor_error', scope: 'chat' },
    ],
    ['the connection breaks', 'reset', { kind: 'retry_at', reason: 'network', scope: 'account' }],
    ['the answer is no JSON', 'garbage', { kind: 'retry_at', reason: 'network', scope: 'account' }],
  ])('has an outcome when %s', async (_, scripted, expected) => {
    server.script('sendMessage', scripted)
    expect(await send(card())).toMatchObject(expected)
  })

  it('ends when its time is over', async () => {
    server.script('sendMessage', 'hang')
    const over = new AbortController()
    const sending = send(card(), over.signal)
    over.abort()
    expect(await sending).toMatchObject({ kind: 'retry_at', reason: 'network' })
  })

  it('keeps the token out of what it says', async () => {
    server.script('sendMessage', refusal(400, `Bad Request: ${TOKEN} "Ani 081234567890"`))
    const outcome = JSON.stringify(await send(card()))
    expect(outcome).not.toContain('FAKE-secret')
    expect(outcome).not.toContain('Ani')
    expect(outcome).not.toContain('081234567890')
  })

  it('keeps to thirty a second', () => {
    expect(OFFICER_BOT_LIMITS.account.perSecond).toBe(30)
  })
})
