import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBotApi } from '../../../../src/channels/telegram/bot-api.ts'
import { createIntake, type Intake } from '../../../../src/channels/telegram/intake.ts'
import { createTyping, type Typing } from '../../../../src/channels/telegram/typing.ts'
import type { Accept, AcceptResult } from '../../../../src/core/delivery.ts'
import { SILENT } from '../../../../src/core/log.ts'
import { type FakeBotApi, fakeBotApi, refusal, TOKEN } from '../../../support/telegram/fake-bot-api.ts'
import { until } from '../../../support/until.ts'

const bot = { id: 666, username: 'TestNameBot' }
const chat = { id: 5, type: 'private' }
const from = { id: 5, is_bot: false }
const text = (update_id: number) => ({
  update_id,
  message: { message_id: update_id, chat, from, text: 'halo' },
})
const button = (update_id: number) => ({
  update_id,
  callback_query: { id: `q${update_id}`, from, data: 'menu', message: { message_id: 1, chat } },
})

let server: FakeBotApi
let handed: Accept[]
let ignored: string[]
let answer: (messages: readonly Accept[]) => Promise<AcceptResult>
let typing: Typing
let answersHere: boolean
let take: Intake

beforeEach(async () => {
  server = await fakeBotApi()
  handed = []
  ignored = []
  answersHere = true
  answer = async (messages) => ({ kind: 'taken', each: messages.map(() => 'accepted') })
  const api = createBotApi({ token: TOKEN, apiRoot: server.url })
  typing = createTyping({ api, answersHere: () => answersHere })
  take = createIntake({
    api,
    accept: (messages) => {
      handed.push(...messages)
      return answer(messages)
    },
    typing,
    now: () => new Date('2026-11-21T08:00:00Z'),
    onIgnored: (reason) => ignored.push(reason),
    log: SILENT,
  })
})
afterEach(async () => {
  vi.useRealTimers()
  typing.stop()
  await server.close()
})

describe('the hand-over', () => {
  it('is one for all messages of a batch, and counts what is left out', async () => {
    expect(await take([text(1), { update_id: 2, hologram: {} }, text(3)], bot)).toEqual({ kind: 'taken' })
    expect(handed.map(({ externalId }) => externalId)).toEqual(['666:1', '666:3'])
    expect(ignored).toEqual(['unknown_kind'])
  })

  it('does not ask the inbox when there is nothing for it', async () => {
    answer = async () => Promise.reject(new Error('not asked'))
    expect(await take([{ update_id: 2, hologram: {} }], bot)).toEqual({ kind: 'taken' })
  })

  it('answers a tapped button, also one that Telegram delivers again', async () => {
    answer = async () => ({ kind: 'taken', each: ['duplicate'] })
    await take([button(4)], bot)
    const answered = () =>
      server.callsOf('answerCallbackQuery').map(({ callback_query_id }) => callback_query_id)
    await until('the button is answered', () => answered().length === 1)
    expect(answered()).toEqual(['q4'])
  })

  it('leaves a button unanswered while its message is not ours', async () => {
    answer = async () => ({ kind: 'busy', retryAfterMs: 5 })
    expect(await take([button(4)], bot)).toEqual({ kind: 'busy', retryAfterMs: 5 })
    answer = async () => Promise.reject(new Error('away'))
    await expect(take([button(4)], bot)).rejects.toThrow('away')
    expect(server.calls).toEqual([])
  })

  it('confirms what can never be stored, and counts it', async () => {
    answer = async () => ({ kind: 'taken', each: ['invalid'] })
    expect(await take([text(1)], bot)).toEqual({ kind: 'taken' })
    expect(ignored).toEqual(['invalid'])
  })
})

describe('"typing…"', () => {
  const shown = () => server.callsOf('sendChatAction')
  const soon = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })

  /** Lets the calls on loopback through, which no fake clock moves. */
  async function arrived(count: number): Promise<void> {
    vi.useRealTimers()
    await until(`${count} calls came`, () => shown().length >= count)
  }

  it('is shown when no answer goes out within 300 ms', async () => {
    await take([text(1)], bot)
    await soon(299)
    expect(shown()).toEqual([])
    await soon(1)
    await arrived(1)
    expect(shown()).toEqual([{ chat_id: '5', action: 'typing' }])
  })

  it('is not shown when the answer was faster, even than the inbox', async () => {
    answer = async () => {
      typing.end('5')
      return { kind: 'taken', each: ['accepted'] }
    }
    await take([text(1)], bot)
    await soon(60_000)
    expect(vi.getTimerCount()).toBe(0)
    expect(shown()).toEqual([])
  })

  it('is shown again while it takes longer, but not for ever', async () => {
    await take([text(1)], bot)
    await soon(120_000)
    await arrived(4)
    expect(shown()).toHaveLength(4)
  })

  it('is shown to few when many wait: it counts against the limits that answers need', async () => {
    const many = Array.from({ length: 500 }, (_, index) => {
      const person = { id: 1_000 + index, is_bot: false }
      const own = { id: 1_000 + index, type: 'private' }
      return { update_id: index, message: { message_id: 1, chat: own, from: person, text: 'halo' } }
    })
    await take(many, bot)
    await soon(60_000)
    vi.useRealTimers()
    expect(shown().length).toBeLessThan(30)
  })

  it.each(['duplicate', 'spooled', 'invalid'] as const)(
    'is not promised for a message that is %s',
    async (outcome) => {
      answer = async () => ({ kind: 'taken', each: [outcome] })
      await take([text(1)], bot)
      expect(vi.getTimerCount()).toBe(0)
    },
  )

  it('is not shown by a process that does not send the answers', async () => {
    answersHere = false
    await take([text(1)], bot)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not matter when it fails', async () => {
    server.script('sendChatAction', refusal(403, 'Forbidden: bot was blocked by the user'))
    await take([text(1)], bot)
    await soon(300)
    await arrived(1)
  })
})
