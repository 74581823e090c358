/**
 * npm run bench:pipeline: the durable middle on a real PostgreSQL, with the real engine, against a fake Bot API on
 * loopback. Everything runs on this machine, load and Bot API included. The messages are the first phrases of the evals.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureServer } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { callJson } from '../test/support/durable/http-json.ts'
import type { ProcessUpdate } from '../test/support/durable/settings.ts'
import { type Process, startProcess } from './support/processes.ts'
import { queueBench } from './support/queue-bench.ts'

const MESSAGES = Number(process.env.MESSAGES ?? 5_000)
const PEOPLE = Number(process.env.PEOPLE ?? 1_000)
const NAIVE_MESSAGES = Number(process.env.NAIVE_MESSAGES ?? 1_500)
const CONNECTIONS = 64
const STEADY_SECONDS = Number(process.env.STEADY_SECONDS ?? 15)
const TEXTS = [
  'berapa biaya ke taiwan?',
  'kalau ke hong kong?',
  'apa isi mou jember?',
  'kantor bp2mi di surabaya di mana',
  'syarat kerja ke jepang apa aja',
  'paspor saya ditahan majikan',
  'gmn cara krj ke korea yg resmi',
  'terima kasih',
]

const folder = await mkdtemp(join(tmpdir(), 'jalur-bench-'))
const server = await ensureServer(join(folder, 'postgres'))
const botApi = await startProcess('test/support/durable/fake-bot-api.ts')
let databases = 0
let n = 0

try {
  const simple = await simpleCommits()
  console.log(`machine: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before we began`)
  console.log(`simple commits (one INSERT each, 8 connections): ${simple.toFixed(0)}/s`)

  const naive = await withProcesses('bench/support/naive-bot.ts', 1, (processes) =>
    burst(processes, NAIVE_MESSAGES),
  )
  console.log(`naive bot (grammY + Prisma, row by row, nothing durable): ${say(naive)}`)

  let one: Burst | undefined
  for (const count of [1, 2, 3]) {
    const result = await withProcesses('test/support/durable/process.ts', count, (processes) =>
      burst(processes, MESSAGES),
    )
    one ??= result
    console.log(`durable, ${count} process${count > 1 ? 'es' : ''}: ${say(result)}`)
  }
  if (one !== undefined)
    console.log(
      `durable with one process / simple commits: ${(one.perSecond / simple).toFixed(2)}; / naive bot: ${(one.perSecond / naive.perSecond).toFixed(2)}`,
    )

  await withProcesses('test/support/durable/process.ts', 1, async (processes) => {
    const { p50, p99, most, count } = await steady(processes, 100, STEADY_SECONDS)
    console.log(
      `at 100 messages/s: received to answer committed p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms (${count} messages)`,
    )
  })
  for (const line of await queueBench(await freshDatabase())) console.log(line)
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
} finally {
  await botApi.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Burst {
  readonly perSecond: number
  readonly seconds: number
  readonly acceptedPerSecond: number
  readonly lost: number
  readonly doubled: number
}

function say({ perSecond, seconds, acceptedPerSecond, lost, doubled }: Burst): string {
  return `${perSecond.toFixed(0)} messages/s answered and sent (accepted at ${acceptedPerSecond.toFixed(0)}/s), ${seconds.toFixed(1)} s, lost ${lost}, doubled ${doubled}`
}

/** As many as it takes, as fast as they are taken, from many people at once; until the last answer has gone out. */
async function burst(processes: readonly Process[], messages: number): Promise<Burst> {
  await post(processes[0], [{ n: n++, from: '999999', text: 'halo' }])
  await untilSent(1)
  await callJson('POST', `${botApi.url}/reset`)
  const begin = Date.now()
  const updates = Array.from({ length: messages }, (_, i) => update(i))
  let next = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      const target = processes[connection % processes.length]
      for (let i = next++; i < messages; i = next++) await post(target, [updates[i] as ProcessUpdate])
    }),
  )
  const accepted = (Date.now() - begin) / 1_000
  const stats = await untilSent(messages)
  const seconds = (stats.lastAt - begin) / 1_000
  return {
    perSecond: stats.distinct / seconds,
    seconds,
    acceptedPerSecond: messages / accepted,
    lost: messages - stats.distinct,
    doubled: stats.doubles,
  }
}

/** So many a second, evenly; how long each took from its arrival to its committed answer. */
async function steady(processes: readonly Process[], perSecond: number, seconds: number) {
  const [target] = processes
  for (let i = 0; i < 200; i++) await post(target, [update(i)])
  await callJson('GET', `${target?.url}/latencies`)
  const begin = performance.now()
  const calls: Promise<void>[] = []
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = begin + (i * 1_000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    calls.push(post(target, [update(i)]))
  }
  await Promise.all(calls)
  await sleep(1_000)
  const { json } = await callJson('GET', `${target?.url}/latencies`)
  const times = (json as number[]).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? 0, count: times.length }
}

function update(i: number): ProcessUpdate {
  return { n: n++, from: String(1_000 + (i % PEOPLE)), text: TEXTS[i % TEXTS.length] ?? '' }
}

async function post(target: Process | undefined, updates: readonly ProcessUpdate[]): Promise<void> {
  for (;;) {
    const { status } = await callJson('POST', `${target?.url}/updates`, updates)
    if (status === 200) return
    if (status !== 429) throw new Error(`status ${status}`)
    await sleep(50)
  }
}

interface Stats {
  readonly distinct: number
  readonly doubles: number
  readonly lastAt: number
}

async function untilSent(count: number): Promise<Stats> {
  let last = { distinct: -1, doubles: 0, lastAt: 0 }
  let since = Date.now()
  for (;;) {
    const stats = (await callJson('GET', `${botApi.url}/stats`)).json as Stats
    if (stats.distinct >= count) return stats
    if (stats.distinct > last.distinct) since = Date.now()
    // Nothing moves any more: what is missing is lost.
    if (Date.now() - since > 15_000) return stats
    last = stats
    await sleep(20)
  }
}

async function withProcesses<T>(
  script: string,
  count: number,
  work: (processes: readonly Process[]) => Promise<T>,
): Promise<T> {
  const url = await freshDatabase()
  await callJson('POST', `${botApi.url}/reset`)
  const processes: Process[] = []
  try {
    for (let i = 0; i < count; i++)
      processes.push(
        await startProcess(script, {
          url,
          dataDir: join(folder, `data${i}`),
          botApi: botApi.url,
          engine: 'real',
        }),
      )
    return await work(processes)
  } finally {
    await Promise.all(processes.map((one) => one.close()))
  }
}

async function freshDatabase(): Promise<string> {
  databases += 1
  const name = `bench_${databases}`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await migrate(url.href)
  return url.href
}

/** What this disk and PostgreSQL can do at most when every message is one commit of one small row. */
async function simpleCommits(): Promise<number> {
  const pool = new pg.Pool({ connectionString: await freshDatabase(), max: 8 })
  await pool.query('CREATE TABLE simple (id bigserial PRIMARY KEY, at timestamptz DEFAULT now(), text text)')
  const end = performance.now() + 4_000
  let commits = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < end) {
        await pool.query({ name: 's', text: 'INSERT INTO simple (text) VALUES ($1)', values: ['halo'] })
        commits += 1
      }
    }),
  )
  const perSecond = (commits * 1_000) / (performance.now() - begin)
  await pool.end()
  return perSecond
}
