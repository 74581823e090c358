/**
 * `npm run bench:pipeline`: the durable middle on a real PostgreSQL, with the real engine, against a fake Bot API on
 * loopback. Everything runs on this machine, load and Bot API included; who used how much of its processors is said for
 * every part. `-- --only one,steady` runs some parts, `--profile <folder>` leaves a CPU profile of each process there.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ensureServer } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { callJson } from '../test/support/durable/http-json.ts'
import { type Burst, createLoad } from './support/load.ts'
import { type Process, startProcess } from './support/processes.ts'
import { familyMs, processorMs } from './support/processor-time.ts'
import { queueBench } from './support/queue-bench.ts'

const MESSAGES = Number(process.env.MESSAGES ?? 5_000)
const PEOPLE = Number(process.env.PEOPLE ?? 1_000)
const NAIVE_MESSAGES = Number(process.env.NAIVE_MESSAGES ?? 1_500)
/** Connections of the burst: Node opens no more to one address (test/support/durable/http-json.ts). */
const ALL_AT_ONCE = 256
const STEADY_PER_SECOND = Number(process.env.STEADY_PER_SECOND ?? 100)
const STEADY_SECONDS = Number(process.env.STEADY_SECONDS ?? 15)
const PARTS = ['commits', 'naive', 'one', 'two', 'three', 'burst', 'steady', 'queue'] as const
type Part = (typeof PARTS)[number]

const { values } = parseArgs({ options: { only: { type: 'string' }, profile: { type: 'string' } } })
const wanted = values.only?.split(',') ?? PARTS
const unknown = wanted.filter((part) => !PARTS.includes(part as Part))
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there is ${PARTS.join(', ')}.`)

const folder = await mkdtemp(join(tmpdir(), 'jalur-bench-'))
const server = await ensureServer(join(folder, 'postgres'))
const botApi = await startProcess('test/support/durable/fake-bot-api.ts')
const load = createLoad(botApi.url, PEOPLE)
let databases = 0
let simple: number | undefined
let naive: Burst | undefined

const parts: Record<Part, () => Promise<void>> = {
  async commits() {
    simple = await simpleCommits()
    console.log(`simple commits (one INSERT each, 8 connections): ${simple.toFixed(0)}/s`)
  },
  async naive() {
    naive = await measured('bench/support/naive-bot.ts', 1, NAIVE_MESSAGES)
    console.log(`naive bot (grammY + Prisma, row by row, nothing durable): ${say(naive)}`)
  },
  async one() {
    const one = await durable(1)
    if (simple !== undefined)
      console.log(`durable with one process / simple commits: ${(one.perSecond / simple).toFixed(2)}`)
    if (naive !== undefined)
      console.log(`durable with one process / naive bot: ${(one.perSecond / naive.perSecond).toFixed(2)}`)
  },
  two: async () => void (await durable(2)),
  three: async () => void (await durable(3)),
  async burst() {
    const result = await measured(DURABLE, 1, MESSAGES, ALL_AT_ONCE)
    console.log(`${MESSAGES} messages from ${PEOPLE} people at once: ${say(result)}`)
  },
  async steady() {
    const { p50, p99, most, count } = await withProcesses(DURABLE, 1, (processes) =>
      load.steady(processes[0] as Process, STEADY_PER_SECOND, STEADY_SECONDS, (work) =>
        counted(processes, STEADY_PER_SECOND * STEADY_SECONDS, work),
      ),
    )
    console.log(
      `at ${STEADY_PER_SECOND} messages/s: received to answer committed p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms (${count} messages)`,
    )
  },
  async queue() {
    for (const line of await queueBench(await freshDatabase())) console.log(line)
  },
}
const DURABLE = 'test/support/durable/process.ts'

console.log(`machine: ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before we began`)
try {
  for (const part of PARTS) {
    if (!wanted.includes(part)) continue
    const begin = performance.now()
    await parts[part]()
    console.log(`  (${part}: ${((performance.now() - begin) / 1_000).toFixed(0)} s)`)
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
} finally {
  await botApi.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function durable(count: number): Promise<Burst> {
  const result = await measured(DURABLE, count, MESSAGES)
  console.log(`durable, ${count} process${count > 1 ? 'es' : ''}: ${say(result)}`)
  return result
}

function say({ perSecond, seconds, acceptedPerSecond, lost, doubled, disorder }: Burst): string {
  return `${perSecond.toFixed(0)} messages/s answered and sent (accepted at ${acceptedPerSecond.toFixed(0)}/s), ${seconds.toFixed(1)} s, lost ${lost}, doubled ${doubled}, out of order ${disorder}`
}

function measured(script: string, count: number, messages: number, connections?: number): Promise<Burst> {
  return withProcesses(script, count, (processes) =>
    counted(processes, messages, () => load.burst(processes, messages, connections)),
  )
}

/** Says who used the processors, in milliseconds for each message. On a busy machine that is the truer number. */
async function counted<T>(
  processes: readonly Process[],
  messages: number,
  work: () => Promise<T>,
): Promise<T> {
  const used = () => [
    processes.reduce((sum, { pid }) => sum + processorMs(pid), 0),
    familyMs(server.pid),
    processorMs(process.pid),
    processorMs(botApi.pid),
  ]
  const before = used()
  const result = await work()
  const each = used().map((ms, index) => (ms - (before[index] ?? 0)) / messages)
  const [ours, database, client, api] = each.map((ms) => ms.toFixed(2))
  const all = each.reduce((sum, ms) => sum + ms, 0).toFixed(2)
  console.log(
    `  processor ms a message: ${all} = bot ${ours} + PostgreSQL ${database} + load ${client} + Bot API ${api}`,
  )
  return result
}

async function withProcesses<T>(
  script: string,
  count: number,
  work: (processes: readonly Process[]) => Promise<T>,
): Promise<T> {
  const url = await freshDatabase()
  await callJson('POST', `${botApi.url}/reset`)
  const processes: Process[] = []
  const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  try {
    for (let i = 0; i < count; i++) {
      const dataDir = join(folder, `data${i}`)
      const settings = { url, dataDir, botApi: botApi.url, engine: 'real', settled: true }
      processes.push(await startProcess(script, settings, flags))
    }
    await load.warmUp(processes)
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
