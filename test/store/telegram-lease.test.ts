import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts'
import { SILENT } from '../../src/core/log.ts'
import { createAlone } from '../../src/database/alone.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { type FakeBotApi, fakeBotApi, TOKEN } from '../support/telegram/fake-bot-api.ts'
import { until } from '../support/until.ts'

/** Two processes with one token. Each has its own way to Telegram here, so that a test sees which of them polls. */
interface Process {
  readonly server: FakeBotApi
  readonly took: string[]
  polls(): number
  stop(): Promise<void>
}

let database: TestDatabase
let processes: Process[]

beforeEach(async () => {
  database = await freshDatabase()
  processes = []
})
afterEach(async () => {
  await Promise.all(processes.map((one) => one.stop()))
  await Promise.all(processes.map(({ server }) => server.close()))
  await database.drop()
})

async function start(): Promise<Process> {
  const server = await fakeBotApi()
  const took: string[] = []
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: server.url,
    mode: { kind: 'polling', alone: createAlone({ url: database.url, askEveryMs: 20 }) },
    accept: async (messages) => {
      took.push(...messages.map(({ externalId }) => externalId))
      return { kind: 'taken', each: messages.map(() => 'accepted') }
    },
    words: ({ key }) => key,
    locales: [],
    answersHere: () => false,
    onIgnored: () => undefined,
    now: () => new Date(),
    log: SILENT,
  })
  const stop = new AbortController()
  const running = channel.run(stop.signal)
  const started: Process = {
    server,
    took,
    polls: () => server.callsOf('getUpdates').length,
    async stop() {
      stop.abort()
      await running
    },
  }
  processes.push(started)
  return started
}

const isReady = ({ server }: Process) => server.callsOf('setMyCommands').length > 0
const message = (update_id: number) => ({
  update_id,
  message: { message_id: 1, chat: { id: 5, type: 'private' }, from: { id: 5 }, text: 'halo' },
})
const waiters = () =>
  query<{ pid: number }>(
    database.url,
    `SELECT pid FROM pg_stat_activity WHERE application_name LIKE '%alone telegram:666' AND datname = current_database()`,
  )

describe('polling by several processes', () => {
  it('is done by one of them; another takes over when that one stops', async () => {
    const first = await start()
    await until('the first polls', () => first.polls() > 0)
    const second = await start()
    await until('the second waits', async () => isReady(second) && (await waiters()).length === 2)
    expect(second.polls()).toBe(0)

    await first.stop()
    second.server.push(message(1))
    await until('the second takes updates', () => second.took.length === 1)
    expect(first.took).toEqual([])
  })

  it('ends in the process whose session is lost, and goes on in one that has the name', async () => {
    const first = await start()
    await until('the first polls', () => first.polls() > 0)
    const [session] = await waiters()
    const before = first.polls()
    await query(database.url, 'SELECT pg_terminate_backend($1)', [session?.pid])
    await until('it polls under a new session', async () => {
      const [now] = await waiters()
      return now !== undefined && now.pid !== session?.pid && first.polls() > before
    })
    first.server.push(message(2))
    await until('it takes updates again', () => first.took.length === 1)
  })
})
