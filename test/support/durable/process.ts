/**
 * A process of its own with the durable middle in it: takes updates by HTTP, answers, sends to a fake Bot API. For the
 * benchmark and for the tests that kill it. One argument: its settings as JSON; prints `{"url":…}` when it is open.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answering, AnsweringOptions } from '../../../src/answering.ts'
import { answerInThread } from '../../../src/answering-thread.ts'
import type { Accept, Sender } from '../../../src/core/delivery.ts'
import type { Log } from '../../../src/core/log.ts'
import { openDurable } from '../../../src/durable.ts'
import { effectsOf } from '../../../src/effects.ts'
import { doomedParts, doomOf } from './doomed.ts'
import { callJson } from './http-json.ts'
import { PROCESS_KEY, type ProcessSettings, type ProcessUpdate } from './settings.ts'

const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings
const latencies: number[] = []
const { killAt } = doomOf(settings)

const log: Log = {
  debug(fields, message) {
    if (message === 'cards queued') killAt('after_dispatch')
    // Said for every turn, right after its commit.
    if (message === 'turn') latencies.push((fields as { seconds: number }).seconds * 1_000)
  },
  info: () => undefined,
  warn: (fields, message) => process.env.TEST_LOG === '1' && console.error(message, fields),
  error: (fields, message) => process.env.TEST_LOG === '1' && console.error(message, fields),
}
const parts = await doomedParts(settings)
const { phrase } = parts
let moved = Promise.resolve()
/** In a thread of its own, as the product does; until that is ready, here. */
const answers = (options: AnsweringOptions): Answering => {
  const entry = new URL('./answering-entry.mjs', import.meta.url)
  const onCommitted: AnsweringOptions['onCommitted'] = (committed) => {
    parts.afterCommit()
    options.onCommitted(committed)
  }
  const answering = answerInThread({ entry, data: settings }, { ...options, ...parts.limits, onCommitted })
  moved = answering.moved
  return answering
}
const durable = await openDurable({
  url: settings.url,
  dataDir: settings.dataDir,
  dataKey: PROCESS_KEY,
  retentionDays: 90,
  answers: (settings.answers ?? true) ? answers : undefined,
  phrase,
  context: parts.context,
  effects: (vault) => effectsOf({ vault, words: (wording, locale) => phrase.wording(wording, locale) }),
  now: () => new Date(),
  log,
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

if (settings.settled) await moved

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
