/**
 * npm run bench:alerts: one emergency for a thousand officers through the limit of a bot (30 messages a second), while
 * citizens go on asking. Real PostgreSQL, real engine, fake Bot APIs on loopback; everything on this machine.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureServer } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { addOfficers } from '../test/support/alerts/officers.ts'
import { callJson } from '../test/support/durable/http-json.ts'
import type { ProcessUpdate } from '../test/support/durable/settings.ts'
import { CALM_TEXTS } from './support/load.ts'
import { type Process, startProcess } from './support/processes.ts'

const OFFICERS = Number(process.env.OFFICERS ?? 1_000)
const PER_SECOND = Number(process.env.OFFICERS_PER_SECOND ?? 30)
const CITIZENS_PER_SECOND = Number(process.env.CITIZENS_PER_SECOND ?? 200)
/** What the bars are: total time against the least possible, and the citizens' 99th percentile. */
const MOST_RATIO = 1.05
const MOST_P99_MS = 150
const PEOPLE = 1_000
const EMERGENCY = 'tolong saya disekap majikan dan dipukuli tiap hari di malaysia'

const folder = await mkdtemp(join(tmpdir(), 'jalur-bench-'))
const server = await ensureServer(join(folder, 'postgres'))
const [citizensApi, officersApi] = await Promise.all([
  startProcess('test/support/durable/fake-bot-api.ts'),
  startProcess('test/support/durable/fake-bot-api.ts'),
])
let n = 0
let stopping = false
let worker: Process | undefined

try {
  const url = await freshDatabase()
  await addOfficers(url, OFFICERS, { role: 'national', regions: [], name: 'o' })
  worker = await startProcess('test/support/durable/process.ts', {
    url,
    dataDir: join(folder, 'data'),
    botApi: citizensApi.url,
    engine: 'real',
    settled: true,
    officers: {
      botApi: officersApi.url,
      limits: {
        account: { perSecond: PER_SECOND, burst: PER_SECOND },
        chat: { perSecond: 1, burst: 3 },
        concurrency: 16,
        timeoutMs: 10_000,
      },
    },
  })
  console.log(`machine: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before we began`)

  await warmUp()
  const calm = await alongside(() => sleep(10_000))
  console.log(`citizens alone: ${say(calm.times)}`)

  const { times, result } = await alongside(alarm)
  const { first, total, distinct, doubles } = result
  // So many may go at once after a pause; each of the others waits its turn.
  const least = ((OFFICERS - PER_SECOND) / PER_SECOND) * 1_000
  const ratio = total / least
  const p99 = at(times, 0.99)
  console.log(
    `one emergency to ${OFFICERS} officers at ${PER_SECOND}/s: first card after ${first.toFixed(0)} ms, last after ${(total / 1_000).toFixed(2)} s; least possible ${(least / 1_000).toFixed(2)} s; ratio ${ratio.toFixed(3)} (bar ${MOST_RATIO}), from the first card on ${((total - first) / least).toFixed(3)}; reached ${distinct}, twice ${doubles}`,
  )
  console.log(`citizens meanwhile: ${say(times)} (bar for p99 ${MOST_P99_MS} ms)`)
  console.log(`p99 meanwhile / p99 alone: ${(p99 / at(calm.times, 0.99)).toFixed(2)}`)
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
  if (ratio > MOST_RATIO || p99 > MOST_P99_MS || distinct !== OFFICERS || doubles > 0) process.exitCode = 1
} finally {
  await worker?.close()
  await Promise.all([citizensApi.close(), officersApi.close()])
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** From the emergency's message until the last officer has their card. */
async function alarm() {
  await callJson('POST', `${officersApi.url}/reset`)
  const begin = Date.now()
  await post([{ n: n++, from: 'victim', text: EMERGENCY }])
  let first: number | undefined
  for (let quietSince = begin, before = -1; ; ) {
    const { distinct, doubles, lastAt } = (await callJson('GET', `${officersApi.url}/stats`)).json as {
      distinct: number
      doubles: number
      lastAt: number
    }
    if (distinct > 0) first ??= Date.now() - begin
    if (distinct > before) quietSince = Date.now()
    before = distinct
    // Nothing moves any more; on an overloaded machine the first card takes its time.
    const isLost = Date.now() - quietSince > (distinct > 0 ? 20_000 : 120_000)
    if (distinct >= OFFICERS || isLost)
      return { first: first ?? Number.POSITIVE_INFINITY, total: lastAt - begin, distinct, doubles }
    await sleep(20)
  }
}

/** A process that has just started is slower than one that serves. */
async function warmUp(): Promise<void> {
  for (let i = 0; i < 3_000; i += 20)
    await post(
      Array.from({ length: 20 }, (_, k) => ({
        n: n++,
        from: String(1_000 + ((i + k) % PEOPLE)),
        text: CALM_TEXTS[(i + k) % CALM_TEXTS.length] ?? '',
      })),
    )
  for (let answered = 0; answered < 3_000; await sleep(100))
    answered += ((await callJson('GET', `${worker?.url}/latencies`)).json as number[]).length
}

/** Citizens ask evenly while the work is done; how long each of their answers took from the message to the commit. */
async function alongside<T>(work: () => Promise<T>): Promise<{ times: readonly number[]; result: T }> {
  stopping = false
  const load = citizens()
  await sleep(3_000)
  await callJson('GET', `${worker?.url}/latencies`)
  const result = await work()
  stopping = true
  await load
  const { json } = await callJson('GET', `${worker?.url}/latencies`)
  return { times: (json as number[]).sort((a, b) => a - b), result }
}

async function citizens(): Promise<void> {
  const begin = performance.now()
  const calls: Promise<void>[] = []
  for (let i = 0; !stopping; i++) {
    const wait = begin + (i * 1_000) / CITIZENS_PER_SECOND - performance.now()
    if (wait > 0) await sleep(wait)
    const update = {
      n: n++,
      from: String(1_000 + (i % PEOPLE)),
      text: CALM_TEXTS[i % CALM_TEXTS.length] ?? '',
    }
    calls.push(post([update]))
  }
  await Promise.all(calls)
}

async function post(updates: readonly ProcessUpdate[]): Promise<void> {
  for (;;) {
    const { status } = await callJson('POST', `${worker?.url}/updates`, updates)
    if (status === 200) return
    if (status !== 429) throw new Error(`status ${status}`)
    await sleep(50)
  }
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
}

function say(times: readonly number[]): string {
  return `${times.length} answers, received to committed p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms`
}

async function freshDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('CREATE DATABASE bench_alerts')
  await client.end()
  const url = new URL(server.url)
  url.pathname = '/bench_alerts'
  await migrate(url.href)
  return url.href
}
