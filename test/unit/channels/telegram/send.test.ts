import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBotApi } from '../../../../src/channels/telegram/bot-api.ts'
import { createTelegramSender } from '../../../../src/channels/telegram/send.ts'
import type { Outbound } from '../../../../src/core/channel.ts'
import type { Outgoing, SendOutcome } from '../../../../src/core/delivery.ts'
import { asId } from '../../../../src/core/ids.ts'
import type { Log } from '../../../../src/core/log.ts'
import { type FakeBotApi, fakeBotApi, refusal, TOKEN } from '../../../support/telegram/fake-bot-api.ts'
import { said } from '../said.ts'
import { IN_GROUP, outgoing, words } from './outgoing.ts'

const now = new Date('2026-11-21T08:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const plain = said('Halo & selamat', { choices: [], reply: { contacts: [], citations: [] } })

let server: FakeBotApi
let logged: string[]
let passes: number

beforeEach(async () => {
  server = await fakeBotApi()
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

function send(
  said: Outbound = plain,
  changes: Partial<Outgoing> = {},
  { apiRoot = server.url, signal = new AbortController().signal } = {},
): Promise<SendOutcome> {
  const sender = createTelegramSender({
    api: createBotApi({ token: TOKEN, apiRoot }),
    words,
    now: () => now,
    log,
  })
  const pass = async () => {
    passes += 1
  }
  return sender.send(outgoing(said, changes), { signal, pass })
}
const texts = () => server.callsOf('sendMessage').map(({ text }) => text)

describe('a message that Telegram takes', () => {
  it('is sent, with the id it got', async () => {
    expect(await send()).toEqual({ kind: 'sent', externalId: '101' })
    expect(texts()).toEqual(['Halo &amp; selamat'])
    expect(passes).toBe(0)
  })

  it('of several calls waits for room before each but the first, and goes in order', async () => {
    const contacts = [
      { id: asId<never>('x'), name: 'Kantor', phones: ['+62 21 29244800'], position: { lat: 1, lon: 2 } },
    ]
    const long = said('kata '.repeat(1_500), { reply: { danger: 'emergency', contacts, citations: [] } })
    expect(await send(long)).toMatchObject({ kind: 'sent' })
    expect(server.calls.map(({ method }) => method)).toEqual([
      'sendMessage',
      'sendMessage',
      'sendVenue',
      'sendContact',
    ])
    expect(passes).toBe(3)
  })

  it('goes on in the middle when an earlier try came so far', async () => {
    const long = said('kata '.repeat(1_500), { choices: [], reply: { contacts: [], citations: [] } })
    await send(long)
    const [, second] = texts()
    expect(await send(long, { done: 1, attempt: 2 })).toMatchObject({ kind: 'sent' })
    expect(texts().slice(2)).toEqual([second])
  })
})

describe('a message that Telegram does not take', () => {
  it.each([
    ['blocked', 403, 'Forbidden: bot was blocked by the user', 'blocked_by_person'],
    ['deactivated', 403, 'Forbidden: user is deactivated', 'unknown_address'],
    ['never met', 403, "Forbidden: bot can't initiate conversation with a user", 'not_permitted'],
    ['unknown chat', 400, 'Bad Request: chat not found', 'unknown_address'],
    ['unknown peer', 400, 'Bad Request: PEER_ID_INVALID', 'unknown_address'],
    ['no rights', 400, 'Bad Request: not enough rights to send text messages to the chat', 'not_permitted'],
    ['bad content', 400, 'Bad Request: message text is empty', 'content_rejected'],
    ['too large', 413, 'Request Entity Too Large', 'content_rejected'],
  ])('is refused for good: %s', async (_label, code, description, reason) => {
    server.script('sendMessage', ...Array.from({ length: 3 }, () => refusal(code, description)))
    expect(await send()).toEqual({ kind: 'refused', reason, detail: description })
  })

  it('is refused for good when the bot was thrown out of the group', async () => {
    server.script('sendMessage', refusal(403, 'Forbidden: bot was kicked from the supergroup chat'))
    expect(await send(plain, { to: IN_GROUP })).toMatchObject({ reason: 'not_permitted' })
  })

  it('has no person in what is told about it', async () => {
    const description = 'Bad Request: can\'t parse "nama Siti" in chat 70010001'
    server.script('sendMessage', ...Array.from({ length: 3 }, () => refusal(400, description)))
    expect(await send()).toMatchObject({ detail: 'Bad Request: can\'t parse "…" in chat …' })
  })

  it('with nothing to say makes no call', async () => {
    expect(await send(said(''))).toMatchObject({ kind: 'refused', reason: 'content_rejected' })
    expect(server.calls).toEqual([])
  })
})

describe('what is tried again', () => {
  it.each([0, 7, 10_072])('waits exactly the %i seconds that Telegram asks for', async (retry_after) => {
    server.script(
      'sendMessage',
      refusal(429, `Too Many Requests: retry after ${retry_after}`, { retry_after }),
    )
    const at = inSeconds(retry_after)
    expect(await send()).toEqual({ kind: 'retry_at', at, reason: 'rate_limited', scope: 'account', done: 0 })
  })

  it('pauses only the group when it was the group that was too fast', async () => {
    server.script('sendMessage', refusal(429, 'Too Many Requests: retry after 40', { retry_after: 40 }))
    expect(await send(plain, { to: IN_GROUP })).toMatchObject({ at: inSeconds(40), scope: 'chat' })
  })

  it('says how far it came', async () => {
    server.script(
      'sendMessage',
      { ok: true, result: { message_id: 1 } },
      refusal(429, 'x', { retry_after: 3 }),
    )
    expect(await send(said('kata '.repeat(1_500)))).toMatchObject({ kind: 'retry_at', done: 1 })
  })

  it.each([
    [1, 1],
    [2, 2],
    [4, 8],
    [30, 60],
  ])('waits longer each time when Telegram is broken: try %i, %i s', async (attempt, seconds) => {
    server.script('sendMessage', refusal(502, 'Bad Gateway'))
    const at = inSeconds(seconds)
    expect(await send(plain, { attempt })).toEqual({
      kind: 'retry_at',
      at,
      reason: 'vendor_error',
      scope: 'chat',
      done: 0,
    })
  })

  it.each(['reset', 'garbage'] as const)('is a %s of the connection', async (trouble) => {
    server.script('sendMessage', trouble)
    expect(await send()).toMatchObject({ kind: 'retry_at', reason: 'network', at: inSeconds(1), done: 0 })
  })

  it('is a server that is not there', async () => {
    expect(await send(plain, {}, { apiRoot: 'http://127.0.0.1:1' })).toMatchObject({
      kind: 'retry_at',
      reason: 'network',
    })
  })

  it('is a server that never answers', async () => {
    server.script('sendMessage', 'hang')
    const signal = AbortSignal.timeout(50)
    expect(await send(plain, {}, { signal })).toMatchObject({ kind: 'retry_at', reason: 'network' })
  })

  it('is everything while the token is not valid: no message is given up for that', async () => {
    server.script('sendMessage', refusal(401, 'Unauthorized'))
    expect(await send()).toMatchObject({ kind: 'retry_at', scope: 'account', reason: 'vendor_error' })
  })
})

describe('a try that takes too long', () => {
  const long = said('kata '.repeat(1_500), { choices: [], reply: { contacts: [], citations: [] } })
  const api = () => createBotApi({ token: TOKEN, apiRoot: server.url })
  const signal = new AbortController().signal

  it('ends by itself and says how far it came: no room for the next call', async () => {
    const sender = createTelegramSender({ api: api(), words, now: () => now, log, budgetMs: 300 })
    const never = () => new Promise<void>(() => undefined)
    const outcome = await sender.send(outgoing(long), { signal, pass: never })
    expect(outcome).toEqual({
      kind: 'retry_at',
      at: inSeconds(1),
      reason: 'rate_limited',
      scope: 'chat',
      done: 1,
    })
  })

  it('ends by itself and says how far it came: no answer to the next call', async () => {
    server.script('sendMessage', { ok: true, result: { message_id: 1 } }, 'hang')
    const sender = createTelegramSender({ api: api(), words, now: () => now, log, budgetMs: 300 })
    const outcome = await sender.send(outgoing(long), { signal, pass: async () => undefined })
    expect(outcome).toMatchObject({ kind: 'retry_at', reason: 'network', done: 1 })
  })
})

describe('what is mended at once', () => {
  it('is markup that Telegram cannot read: the words go as plain text, once', async () => {
    server.script('sendMessage', refusal(400, "Bad Request: can't parse entities: Unsupported start tag"))
    expect(await send(said('Halo & selamat'))).toMatchObject({ kind: 'sent' })
    const [, again] = server.callsOf('sendMessage')
    expect(again).toMatchObject({ text: 'Halo & selamat', reply_markup: {} })
    expect(again).not.toHaveProperty('parse_mode')
    expect(passes).toBe(1)
  })

  it('is a button that Telegram does not like: the words go without it', async () => {
    server.script('sendMessage', refusal(400, 'Bad Request: BUTTON_DATA_INVALID'))
    expect(await send(said('Halo'))).toMatchObject({ kind: 'sent' })
    expect(server.callsOf('sendMessage')[1]).toEqual({
      chat_id: '70010001',
      text: 'Halo',
      link_preview_options: { is_disabled: true },
    })
  })

  it('is a group that moved: the message follows, and the next one knows the way', async () => {
    const moved = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -100777,
    })
    server.script('sendMessage', moved)
    const long = said('kata '.repeat(1_500), { choices: [], reply: { contacts: [], citations: [] } })
    expect(await send(long, { to: { ...IN_GROUP, place: '-777' } })).toMatchObject({ kind: 'sent' })
    expect(server.callsOf('sendMessage').map(({ chat_id }) => chat_id)).toEqual([
      '-777',
      '-100777',
      '-100777',
    ])
  })

  it('is a card that Telegram refuses: the text has said it', async () => {
    const contacts = [{ id: asId<never>('x'), name: 'Kantor', phones: ['+62 21 29244800'] }]
    server.script('sendContact', refusal(400, 'Bad Request: PHONE_NUMBER_INVALID'))
    expect(await send(said('x', { reply: { danger: 'emergency', contacts } }))).toEqual({
      kind: 'sent',
      externalId: '101',
    })
  })
})

describe('the token', () => {
  it('is in no outcome and no log line, whatever goes wrong', async () => {
    const outcomes: SendOutcome[] = []
    const troubles = [
      refusal(400, `Bad Request: wrong url /bot${TOKEN}/sendMessage`),
      refusal(500, `error at /bot${TOKEN}/`),
      'reset',
      'garbage',
    ] as const
    for (const trouble of troubles) {
      server.script('sendMessage', trouble, trouble, trouble)
      outcomes.push(await send())
    }
    outcomes.push(await send(plain, {}, { apiRoot: 'http://127.0.0.1:1' }))
    const all = JSON.stringify(outcomes) + logged.join('\n')
    expect(all).not.toContain('FAKE-secret')
    expect(logged.length).toBeGreaterThan(0)
  })

  it('of another form is refused without repeating it', () => {
    const wrong = 'bukan-token-rahasia'
    expect(() => createBotApi({ token: wrong })).toThrow(/123456:ABC-DEF/)
    expect(() => createBotApi({ token: wrong })).not.toThrow(wrong)
  })
})
