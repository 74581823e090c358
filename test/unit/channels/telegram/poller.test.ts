import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBotApi } from '../../../../src/channels/telegram/bot-api.ts'
import type { Intake } from '../../../../src/channels/telegram/intake.ts'
import { poll } from '../../../../src/channels/telegram/poller.ts'
import { SILENT } from '../../../../src/core/log.ts'
import { type FakeBotApi, fakeBotApi, refusal, TOKEN } from '../../../support/telegram/fake-bot-api.ts'
import { until } from '../../../support/until.ts'

const bot = { id: 666, username: 'TestNameBot' }
let server: FakeBotApi
let taken: number[]
let waits: number[]
let take: Intake
let stop: AbortController
let malformed: number

beforeEach(async () => {
  server = await fakeBotApi()
  taken = []
  waits = []
  malformed = 0
  stop = new AbortController()
  take = async (updates) => {
    taken.push(...updates.map(({ update_id }) => update_id))
    return { kind: 'taken' }
  }
})
afterEach(async () => {
  stop.abort()
  await server.close()
})

/** Polls until the test stops it; waiting is remembered, not done. */
function run(): Promise<void> {
  return poll(
    {
      api: createBotApi({ token: TOKEN, apiRoot: server.url }),
      bot,
      take: (updates, identity) => take(updates, identity),
      onMalformed: () => {
        malformed += 1
      },
      log: SILENT,
      wait: async (ms) => {
        waits.push(ms)
      },
    },
    stop.signal,
  )
}
const update = (update_id: number) => ({ update_id, message: {} })
const offsets = () => server.callsOf('getUpdates').map(({ offset }) => offset)

describe('polling', () => {
  it('takes updates in order, asks for our kinds, and confirms by asking on', async () => {
    server.push(update(7), update(8))
    const running = run()
    await until('both are confirmed', () => server.pending() === 0)
    server.push(update(9))
    await until('the third is taken', () => taken.length === 3)
    stop.abort()
    await running
    expect(taken).toEqual([7, 8, 9])
    expect(offsets().slice(0, 3)).toEqual([undefined, 9, 10])
    const [first] = server.callsOf('getUpdates')
    expect(first.allowed_updates).toEqual(['message', 'edited_message', 'callback_query'])
    expect(first.timeout).toBeGreaterThan(30)
  })

  it('confirms nothing before the hand-over succeeded, and hands over again until it does', async () => {
    let tries = 0
    take = async (updates) => {
      tries += 1
      expect(server.pending()).toBe(2)
      if (tries === 1) throw new Error('the database is away')
      if (tries === 2) return { kind: 'busy', retryAfterMs: 1_234 }
      taken.push(...updates.map(({ update_id }) => update_id))
      return { kind: 'taken' }
    }
    server.push(update(1), update(2))
    const running = run()
    await until('all is confirmed', () => server.pending() === 0)
    stop.abort()
    await running
    expect(taken).toEqual([1, 2])
    expect(waits).toEqual([1_000, 1_234])
  })

  it('gets again what was not confirmed when it was stopped in between', async () => {
    take = async () => {
      stop.abort()
      throw new Error('killed')
    }
    server.push(update(1))
    await run()
    expect(server.pending()).toBe(1)
    stop = new AbortController()
    take = async (updates) => {
      taken.push(...updates.map(({ update_id }) => update_id))
      return { kind: 'taken' }
    }
    const running = run()
    await until('it is confirmed', () => server.pending() === 0)
    stop.abort()
    await running
    expect(taken).toEqual([1])
  })

  it('confirms what it took when it is stopped', async () => {
    take = async () => {
      stop.abort()
      return { kind: 'taken' }
    }
    server.push(update(5))
    await run()
    expect(server.pending()).toBe(0)
    expect(server.callsOf('getUpdates').at(-1)).toMatchObject({ offset: 6, timeout: 0 })
  })

  it('goes on after every trouble, waiting as long as is asked, or longer each time', async () => {
    server.script(
      'getUpdates',
      'reset',
      'garbage',
      refusal(502, 'Bad Gateway'),
      refusal(429, 'Too Many Requests', { retry_after: 9 }),
      refusal(409, 'Conflict: terminated by other getUpdates request'),
      refusal(401, 'Unauthorized'),
    )
    server.push(update(1))
    const running = run()
    await until('the update came through', () => taken.length === 1)
    stop.abort()
    await running
    expect(waits).toEqual([1_000, 2_000, 4_000, 9_000, 15_000, 15_000])
  })

  it('pauses when a server says "nothing" at once', async () => {
    server.script('getUpdates', { ok: true, result: [] }, { ok: true, result: [] })
    const running = run()
    await until('it waits for updates', () => server.callsOf('getUpdates').length === 3)
    stop.abort()
    await running
    expect(waits).toEqual([100, 100])
  })

  it('counts and leaves out what is no update', async () => {
    server.script('getUpdates', { ok: true, result: [{ message: {} }, null, update(3)] })
    const running = run()
    await until('the other one is taken', () => taken.length === 1)
    stop.abort()
    await running
    expect(malformed).toBe(2)
    expect(offsets()[1]).toBe(4)
  })

  it('ends at once when it is stopped in the middle of a long poll', async () => {
    const running = run()
    await until('it polls', () => server.callsOf('getUpdates').length === 1)
    const asked = performance.now()
    stop.abort()
    await running
    expect(performance.now() - asked).toBeLessThan(2_000)
  })
})
