import { beforeEach, describe, expect, it } from 'vitest'
import type { BotIdentity } from '../../../../src/channels/telegram/addressed.ts'
import type { Intake } from '../../../../src/channels/telegram/intake.ts'
import { createTelegramWebhook } from '../../../../src/channels/telegram/webhook.ts'
import { SILENT } from '../../../../src/core/log.ts'

const SECRET = 'rahasia-uji_1'
let taken: number[]
let take: Intake
let bot: BotIdentity | undefined

beforeEach(() => {
  taken = []
  bot = { id: 666, username: 'TestNameBot' }
  take = async (updates) => {
    taken.push(...updates.map(({ update_id }) => update_id))
    return { kind: 'taken' }
  }
})

function post(body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET }) {
  const app = createTelegramWebhook({
    secret: SECRET,
    bot: () => bot,
    take: (updates, identity) => take(updates, identity),
    log: SILENT,
  })
  const all = { 'content-type': 'application/json', ...headers }
  return app.request('/', { method: 'POST', headers: all, body })
}
const update = JSON.stringify({ update_id: 7, message: {} })

describe('the webhook', () => {
  it('says 200 when the update was taken', async () => {
    expect((await post(update)).status).toBe(200)
    expect(taken).toEqual([7])
  })

  it('says 200 only after the hand-over', async () => {
    let finish: () => void = () => undefined
    let answered = false
    take = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      expect(answered).toBe(false)
      return { kind: 'taken' }
    }
    const response = Promise.resolve(post(update))
    void response.then(() => {
      answered = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(answered).toBe(false)
    finish()
    expect((await response).status).toBe(200)
  })

  it.each([
    ['no secret', {}],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'salah' }],
    ['the beginning of the secret', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }],
  ])('refuses %s with 401, before it reads anything', async (_what, headers: Record<string, string>) => {
    expect((await post('not json', headers)).status).toBe(401)
    expect(taken).toEqual([])
  })

  it.each([
    '',
    'not json',
    '[]',
    '42',
    'null',
    '"x"',
    '{}',
    '{"update_id":"7"}',
    '{"update_id":1.5}',
    '{"update_id":-1}',
  ])('refuses %j with 400', async (body) => {
    expect((await post(body)).status).toBe(400)
    expect(taken).toEqual([])
  })

  it('refuses a body above 1 MiB with 413', async () => {
    const body = (length: number) => JSON.stringify({ update_id: 7, x: 'a'.repeat(length) })
    expect((await post(body(1024 * 1024))).status).toBe(413)
    expect((await post(body(1024 * 1024 - 100))).status).toBe(200)
  })

  it('asks Telegram to come again while the inbox is full, broken, or the bot is not known yet', async () => {
    take = async () => ({ kind: 'busy', retryAfterMs: 1_500 })
    const busy = await post(update)
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2'])
    take = async () => Promise.reject(new Error('disk full'))
    expect((await post(update)).status).toBe(503)
    bot = undefined
    expect((await post(update)).status).toBe(503)
  })

  it('takes nothing but POST', async () => {
    const app = createTelegramWebhook({ secret: SECRET, bot: () => bot, take, log: SILENT })
    const headers = { 'x-telegram-bot-api-secret-token': SECRET }
    expect((await app.request('/', { headers })).status).toBe(404)
  })
})
