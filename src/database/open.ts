import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedServer, ensureServer } from './embedded.ts'
import { type Claim, claimOwnership, othersConnected } from './owner.ts'

export interface OpenOptions {
  /** Where an embedded PostgreSQL keeps its data: `<dataDir>/postgres`. */
  readonly dataDir: string
  /** A PostgreSQL of the operator's own; then nothing is started, and any number of instances may share it. */
  readonly databaseUrl?: string | undefined
  /** `owner` serves and is alone on its data folder; `guest` is a command that joins whatever runs. */
  readonly role: 'owner' | 'guest'
  /** A process that was started for this is at work: a good moment for what keeps this one busy. */
  readonly onSpawned?: () => void
}

export interface OpenDatabase {
  readonly kind: 'open'
  readonly url: string
  readonly embedded: boolean
  /** The data folder was made by this start. */
  readonly created: boolean
  /** Its server did not run before this start: nobody answers from what it holds. */
  readonly started: boolean
  /** Call it after every pool and client is closed. Stops an embedded server unless somebody else still uses it. */
  close(): Promise<void>
}

export type Opened = OpenDatabase | { readonly kind: 'already_running'; readonly pid: number }

/** The database of this start: the operator's, or our own server in the data folder. */
export async function openDatabase(options: OpenOptions): Promise<Opened> {
  if (options.databaseUrl !== undefined && options.databaseUrl !== '') {
    await reach(options.databaseUrl)
    return {
      kind: 'open',
      url: options.databaseUrl,
      embedded: false,
      created: false,
      started: false,
      close: async () => undefined,
    }
  }
  const folder = join(options.dataDir, 'postgres')
  // A command that is just leaving may stop the server between our look and our first word: then look again.
  for (let attempt = 1; ; attempt++) {
    const server = await ensureServer(folder, options.onSpawned)
    try {
      return options.role === 'owner' ? await openAsOwner(folder, server) : await openAsGuest(server)
    } catch (error) {
      if (attempt === 5) throw error
      await sleep(100)
    }
  }
}

async function openAsGuest(server: EmbeddedServer): Promise<Opened> {
  await reach(server.url)
  return {
    kind: 'open',
    url: server.url,
    embedded: true,
    created: server.created,
    started: server.started,
    close: () => leave(server),
  }
}

async function openAsOwner(folder: string, first: EmbeddedServer): Promise<Opened> {
  let server = first
  let closing = false
  // A server that died under us (out of memory, killed by hand) is started again; pools reconnect by themselves.
  const revive = async (): Promise<void> => {
    for (let wait = 200; !closing; wait = Math.min(wait * 2, 10_000)) {
      await sleep(wait)
      if (closing) return
      try {
        server = await ensureServer(folder)
        claim = await claimOwnership(server.url, onLost)
        return
      } catch {
        // Stays down; the app's readiness says so, and we try again.
      }
    }
  }
  const onLost = () => void revive()
  let claim: Claim = await claimOwnership(server.url, onLost)
  if (claim.kind === 'already_running') return claim

  // The last resort when the app exits without closing: never leave a server behind that nobody asked for.
  const onExit = () => {
    try {
      process.kill(server.pid, 'SIGINT')
    } catch {
      // it is gone already
    }
  }
  process.once('exit', onExit)
  return {
    kind: 'open',
    url: server.url,
    embedded: true,
    created: server.created,
    started: server.started,
    close: async () => {
      closing = true
      process.off('exit', onExit)
      if (claim.kind === 'owned') await claim.release()
      await leave(server)
    },
  }
}

async function leave(server: EmbeddedServer): Promise<void> {
  const used = await othersConnected(server.url).catch(() => false)
  if (!used) await server.stop()
}

/** One connection and away: a wrong address or password is told at the start, in one sentence. */
async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (cause) {
    const why = cause instanceof Error && cause.message !== '' ? cause.message : String(cause)
    throw new Error(`The database cannot be reached (${withoutPassword(url)}): ${why}`, { cause })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function withoutPassword(url: string): string {
  return url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1:…@')
}
