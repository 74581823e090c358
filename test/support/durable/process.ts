/**
 * A process of its own with the durable middle in it: takes updates by HTTP, answers, sends to a fake Bot API. For the
 * benchmark and for the tests that kill it. One argument: its settings as JSON; prints `{"url":…}` when it is open.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TurnContext } from '../../../src/conversation/turn.ts'
import type { Accept, Sender } from '../../../src/core/delivery.ts'
import type { Log } from '../../../src/core/log.ts'
import { openDurable } from '../../../src/durable.ts'
import { effectsOf } from '../../../src/effects.ts'
import { createPhrase } from '../../../src/phrase/phrase.ts'
import { lightContext, realContext } from './engine.ts'
import { callJson } from './http-json.ts'
import type { AlertKillPoint, KillPoint, ProcessSettings, ProcessUpdate } from './settings.ts'

const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings
const latencies: number[] = []

function isDoomed(point: KillPoint | AlertKillPoint): boolean {
  return settings.kill?.at.includes(point) === true && Math.random() < settings.kill.chance
}
function killAt(point: KillPoint | AlertKillPoint): void {
  if (isDoomed(point)) process.kill(process.pid, 'SIGKILL')
}
let killAfterBatch = false

const log: Log = {
  debug(fields, message) {
    if (message === 'cards queued') killAt('after_dispatch')
    // Said for every turn, right after its commit.
    if (message !== 'turn') return
    latencies.push((fields as { seconds: number }).seconds * 1_000)
    if (killAfterBatch) process.kill(process.pid, 'SIGKILL')
  },
  info: () => undefined,
  warn: (fields, message) => process.env.TEST_LOG === '1' && console.error(message, fields),
  error: (fields, message) => process.env.TEST_LOG === '1' && console.error(message, fields),
}
const engine = settings.engine === 'real' ? await realContext() : await lightContext(settings.engine.light)
/** Asked once for every batch. */
const context = (): TurnContext => {
  const dies = isDoomed('mid_turn')
  killAfterBatch = isDoomed('after_commit')
  return {
    ...engine,
    understand: (text, knowledge) => {
      if (dies || text === settings.deadly) process.kill(process.pid, 'SIGKILL')
      return engine.understand(text, knowledge)
    },
    now: new Date(),
  }
}
const words = await createPhrase()
let dispatching = false
const phrase: typeof words = {
  ...words,
  wording(wording, locale) {
    // Cards are worded in the transaction that queues them; once for each batch, however many it holds.
    if (wording.key === 'alert.card.head' && !dispatching) {
      dispatching = true
      setImmediate(() => {
        dispatching = false
      })
      killAt('mid_dispatch')
    }
    return words.wording(wording, locale)
  },
}
const durable = await openDurable({
  url: settings.url,
  dataDir: settings.dataDir,
  dataKey: Buffer.alloc(32, 7).toString('base64'),
  retentionDays: 90,
  answers: settings.answers ?? true,
  phrase,
  context,
  effects: (vault) => effectsOf({ vault, words: (wording, locale) => phrase.wording(wording, locale) }),
  now: () => new Date(),
  log,
  flood: { most: 1_000_000, withinMs: 10_000 },
  ...(settings.loops === undefined ? {} : { loops: settings.loops }),
  ...(settings.lanesOfBatch === undefined ? {} : { lanesOfBatch: settings.lanesOfBatch }),
})
const sender: Sender = {
  channel: 'telegram',
  account: '1',
  limits: settings.limits ?? {
    account: { perSecond: 100_000, burst: 100_000 },
    chat: { perSecond: 10_000, burst: 10_000 },
    concurrency: 32,
    timeoutMs: 1_000,
  },
  async send({ to, body, echo }, { signal }) {
    const text = body.kind === 'reply' ? body.said.text : body.text
    const { status, json } = await callJson(
      'POST',
      `${settings.botApi}/bot1/sendMessage`,
      { chat_id: to.address, text, n: echo.n },
      signal,
    )
    killAt('after_send')
    if (status !== 200) throw new Error(`status ${status}`)
    return {
      kind: 'sent',
      externalId: String((json as { result: { message_id: number } }).result.message_id),
    }
  },
}
if (settings.sends ?? true) durable.addSender(sender)
const { officers } = settings
if (officers !== undefined)
  durable.addSender({
    ...sender,
    account: '2',
    limits: officers.limits ?? sender.limits,
    async send({ id, to, body }, { signal }) {
      const text = body.kind === 'reply' ? body.said.text : body.text
      const call = { chat_id: to.address, text, n: Number(id) }
      const { status } = await callJson('POST', `${officers.botApi}/bot2/sendMessage`, call, signal)
      killAt('after_card')
      if (status !== 200) throw new Error(`status ${status}`)
      return { kind: 'sent', externalId: id }
    },
  })

function toAccept({ n, from, text }: ProcessUpdate): Accept {
  return {
    channel: 'telegram',
    account: '1',
    externalId: `1:${n}`,
    order: n,
    address: from,
    place: null,
    input: { kind: 'text', text },
    receivedAt: new Date(),
    chosenLocale: null,
    defaultLocale: 'id',
    echo: { n },
  }
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  const answer = (status: number, body: unknown) => {
    const text = JSON.stringify(body)
    response.writeHead(status, { 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    if (request.url === '/latencies') return answer(200, latencies.splice(0))
    if (request.url === '/memory') return answer(200, process.memoryUsage())
    const updates = JSON.parse(Buffer.concat(chunks).toString('utf8')) as readonly ProcessUpdate[]
    durable.accept(updates.map(toAccept)).then(
      (result) => {
        killAt('after_insert')
        answer(result.kind === 'taken' ? 200 : 429, result)
      },
      (error: unknown) => answer(500, { error: String(error) }),
    )
  })
})
server.keepAliveTimeout = 60_000
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))

async function end(): Promise<void> {
  server.close()
  await durable.close()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.stdin.once('end', () => void end()).resume()
