import type { ChildProcess } from 'node:child_process'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ClusterFiles,
  type Connection,
  clusterFiles,
  connectionUrl,
  createCluster,
  freePort,
  readConnection,
  rememberPort,
  spawnServer,
} from './cluster.ts'
import { findPostgres } from './postgres-binaries.ts'
import { findPostmaster, isAlive } from './postmaster.ts'
import { serverUser } from './server-user.ts'

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  readonly url: string
  readonly pid: number
  /** This call made the data folder: nothing is in it yet. */
  readonly created: boolean
  /** It was this call that started it: it did not run before. */
  readonly started: boolean
  /** Ends the server in order (open statements are cancelled, everything committed is on disk) and waits for it. */
  stop(): Promise<void>
}

const GIVE_UP_AFTER_MS = 60_000

/**
 * Makes sure that the PostgreSQL of this folder runs: one that is already there (another command's, or one that
 * outlived a killed app) is used, else it is started. Safe to call from several processes at once. `onSpawned` is called
 * when another process is at work, and waiting for it is all that is left to do here.
 */
export async function ensureServer(
  folder: string,
  onSpawned: () => void = () => undefined,
): Promise<EmbeddedServer> {
  await mkdir(dirname(folder), { recursive: true })
  const files = clusterFiles(join(await realpath(dirname(folder)), basename(folder)))
  const before = await readConnection(files).catch(() => undefined)
  const running = before === undefined ? undefined : await readyServer(files)
  if (before !== undefined && running !== undefined)
    return asServer(before, running, { created: false, started: false })

  const binaries = await findPostgres()
  const user = await serverUser([dirname(files.root), dirname(binaries.postgres)])
  await createCluster(files, binaries, user, onSpawned)
  let connection = await readConnection(files)
  const deadline = Date.now() + GIVE_UP_AFTER_MS
  while (Date.now() < deadline) {
    const other = await readyServer(files)
    if (other !== undefined)
      return asServer(connection, other, { created: before === undefined, started: false })
    const port = await freePort(connection.port)
    const child = spawnServer(files, binaries, user, port)
    onSpawned()
    const started = await waitUntilReady(child, files, deadline)
    if (started.kind === 'refused') throw started.cause
    if (started.kind === 'ready') {
      connection = await rememberPort(files, connection, port)
      return asServer(
        connection,
        { pid: started.pid, port },
        { created: before === undefined, started: true },
      )
    }
    await sleep(50) // another start was faster, or the port was taken in between: look again
  }
  throw new Error(`PostgreSQL did not start. Its last words (${files.log}): ${await lastWords(files)}`)
}

/** Waits out a server that is still starting or stopping. */
async function readyServer(files: ClusterFiles): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + GIVE_UP_AFTER_MS
  while (Date.now() < deadline) {
    const found = await findPostmaster(files.data)
    if (found === undefined) return undefined
    if (found.status === 'ready') return found
    await sleep(20)
  }
  throw new Error(
    `The PostgreSQL in ${files.root} neither starts nor stops. Its last words (${files.log}): ${await lastWords(files)}`,
  )
}

type Start =
  | { readonly kind: 'ready'; readonly pid: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly cause: Error }

async function waitUntilReady(child: ChildProcess, files: ClusterFiles, deadline: number): Promise<Start> {
  let end: Start | undefined
  child.once('error', (cause) => {
    end = { kind: 'refused', cause }
  })
  child.once('exit', () => {
    end ??= { kind: 'ended' }
  })
  while (Date.now() < deadline) {
    if (end !== undefined) return end
    if (child.pid !== undefined) {
      const found = await findPostmaster(files.data)
      if (found?.pid === child.pid && found.status === 'ready') return { kind: 'ready', pid: child.pid }
    }
    await sleep(5)
  }
  return { kind: 'ended' }
}

function asServer(
  connection: Connection,
  running: { pid: number; port: number },
  how: Pick<EmbeddedServer, 'created' | 'started'>,
): EmbeddedServer {
  return {
    url: connectionUrl({ ...connection, port: running.port }),
    pid: running.pid,
    ...how,
    stop: () => stopServer(running.pid),
  }
}

async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT') // PostgreSQL's "fast" shutdown
  while (isAlive(pid)) await sleep(10)
}

async function lastWords(files: ClusterFiles): Promise<string> {
  const text = await readFile(files.log, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-5).join(' | ')
}
