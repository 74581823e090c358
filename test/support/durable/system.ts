import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { type EmbeddedServer, ensureServer } from '../../../src/database/embedded.ts'
import { migrate } from '../../../src/database/migrate.ts'
import { query } from '../database.ts'
import { scratchFolder } from '../scratch.ts'
import { FIXTURE_SEED } from '../seed-fixture.ts'
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api.ts'
import { callJson } from './http-json.ts'
import type { ProcessSettings, ProcessUpdate } from './settings.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** Bundled once: a process that is killed every second must start in less. */
const BUNDLES = join(ROOT, 'node_modules/.cache/jalur-resmi')
const BUNDLE = join(BUNDLES, 'durable-process.mjs')

/** Several real processes on one real PostgreSQL, and a vendor that delivers until it hears "received". */
export interface System {
  readonly bot: FakeBotApi
  readonly databaseUrl: string
  /** Starts one; `keep` starts it again whenever it dies. */
  start(settings?: Partial<ProcessSettings> & { readonly keep?: boolean }): Promise<Member>
  /** Delivers like a vendor: to any process, again after an error or a silence, until one says 200. */
  deliver(updates: readonly ProcessUpdate[]): Promise<void>
  readonly deaths: number
  query<T extends object>(sql: string): Promise<T[]>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
  close(): Promise<void>
}

export interface Member {
  readonly url: string
  readonly dataDir: string
  kill(): void
  readonly dead: Promise<void>
  /** SIGTERM; resolves with how it ended. */
  stop(): Promise<number | null>
}

/** What all systems of a test file share: the bundle and the server; each has its own database. */
export interface Ground {
  server: EmbeddedServer
  readonly folder: string
  end(): Promise<void>
}

export async function startGround(): Promise<Ground> {
  await build({
    entryPoints: {
      'durable-process': join(import.meta.dirname, 'process.ts'),
      'answering-entry': join(import.meta.dirname, 'answering-entry.ts'),
    },
    outdir: BUNDLES,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    keepNames: true,
    external: ['pg-native'],
    // Some of the bundled packages still call require.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'error',
  })
  const folder = await scratchFolder('crash')
  const ground: Ground = {
    folder,
    server: await ensureServer(join(folder, 'postgres')),
    end: async () => {
      await ground.server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return ground
}

let systems = 0

export async function startSystem(ground: Ground): Promise<System> {
  const { folder } = ground
  const bot = await startFakeBotApi()
  systems += 1
  const name = `crash${systems}`
  await query(ground.server.url, `CREATE DATABASE ${name}`)
  const url = new URL(ground.server.url)
  url.pathname = `/${name}`
  await migrate(url.href)
  const members = new Set<Member>()
  const restarts = new Set<Promise<unknown>>()
  let closing = false
  let deaths = 0
  let count = 0

  const start: System['start'] = async ({ keep = false, ...changes } = {}) => {
    count += 1
    const settings: ProcessSettings = {
      url: url.href,
      dataDir: changes.dataDir ?? join(folder, `${name}-data${count}`),
      botApi: bot.url,
      engine: { light: FIXTURE_SEED },
      ...changes,
    }
    const child = spawn(process.execPath, [BUNDLE, JSON.stringify(settings)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const dead = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const member: Member = {
      url: await firstLine(child, dead),
      dataDir: settings.dataDir,
      kill: () => void child.kill('SIGKILL'),
      dead,
      async stop() {
        members.delete(member)
        child.kill('SIGTERM')
        await dead
        return child.exitCode
      },
    }
    members.add(member)
    void dead.then(() => {
      if (!members.delete(member) || closing) return
      deaths += 1
      if (!keep) return
      const again = start({ ...changes, dataDir: settings.dataDir, keep })
      restarts.add(again)
      again.catch(() => undefined).finally(() => restarts.delete(again))
    })
    return member
  }

  return {
    bot,
    databaseUrl: url.href,
    start,
    async deliver(updates) {
      for (;;) {
        const list = [...members]
        const member = list[Math.floor(Math.random() * list.length)]
        if (member !== undefined) {
          const status = await callJson(
            'POST',
            `${member.url}/updates`,
            updates,
            AbortSignal.timeout(5_000),
          ).then(
            (answer) => answer.status,
            () => 0,
          )
          if (status === 200) return
        }
        await sleep(20)
      }
    },
    get deaths() {
      return deaths
    },
    query: (sql) => query(url.href, sql),
    stopDatabase: () => ground.server.stop(),
    async startDatabase() {
      ground.server = await ensureServer(join(folder, 'postgres'))
      const { port } = new URL(ground.server.url)
      if (port !== url.port) throw new Error('PostgreSQL came back on another port.')
    },
    async close() {
      closing = true
      await Promise.allSettled([...restarts])
      const ending = [...members]
      members.clear()
      for (const member of ending) member.kill()
      await Promise.all(ending.map(({ dead }) => dead))
      await bot.close()
    },
  }
}

async function firstLine(child: ChildProcess, dead: Promise<void>): Promise<string> {
  if (child.stdout === null) throw new Error('The process has no output.')
  const lines = createInterface(child.stdout)
  const first = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    dead.then(() => Promise.reject(new Error('The process ended before it was open.'))),
  ])
  return JSON.parse(first).url
}
