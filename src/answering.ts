import { ALERT_EFFECTS } from './alerts/alert-effects.store.ts'
import { readDesks } from './cases/desk.store.ts'
import type { TurnContext } from './conversation/turn.ts'
import type { Log } from './core/log.ts'
import { createSqlPool, type SqlPool } from './database/sql.ts'
import { FLOOD_LIMIT, type FloodLimit } from './inbox/flood.ts'
import type { AnyEffect } from './outbox/effects.ts'
import type { Phrase } from './phrase/phrase.ts'
import { WORKER_STATEMENTS } from './pipeline/commit.store.ts'
import { type Committed, committedOf } from './pipeline/committed.ts'
import { startWorker } from './pipeline/worker.ts'
import type { Vault } from './privacy/vault.ts'

/** Takes the turns of what waits in the inbox, and commits them. */
export interface Answering {
  /** Something waits. */
  wake(): void
  /** Somebody in this process waits for the answer to this message: no row need be written to send it from. */
  awaits(externalKey: string): void
  /** And does no more. */
  over(externalKey: string): void
  /** Ends after the batches under way. */
  stop(): Promise<void>
}

/** Who hears what answering came to. */
export interface Hearers {
  readonly onCommitted: (committed: readonly Committed[]) => void
  /** More waits than is got round to: other processes may help. */
  readonly onBacklog: () => void
}

export interface AnsweringOptions extends Hearers {
  readonly connections: Connections
  readonly vault: Vault
  readonly phrase: Phrase
  readonly context: () => TurnContext
  readonly effects: readonly AnyEffect[]
  readonly log: Log
  readonly flood?: FloodLimit | undefined
  readonly loops?: number | undefined
  readonly lanesOfBatch?: number | undefined
}

/** Two ways to the database. */
export interface Connections {
  /** For what is asked for every message. */
  readonly way: SqlPool
  /** For notes to others, committed without waiting for the disk. */
  readonly notes: SqlPool
}

export function openConnections(url: string, onError: (error: Error) => void): Connections {
  const kept = { url, plans: 'kept', onError } as const
  return {
    way: createSqlPool({ ...kept, size: 5, name: 'jalur-resmi way' }),
    notes: createSqlPool({ ...kept, size: 2, name: 'jalur-resmi notes', synchronousCommit: 'off' }),
  }
}

const RAISING: ReadonlySet<string> = new Set(ALERT_EFFECTS.map(({ on }) => on))
/** Others are asked to help when we do not get round to it; most batches are over before that. */
const HELP_AFTER_MS = 50

/** Answers in the thread that calls it. */
export function answerHere(options: AnsweringOptions): Answering {
  const { connections, flood = FLOOD_LIMIT, onCommitted, onBacklog, loops, lanesOfBatch, ...parts } = options
  const awaited = new Set<string>()
  const isAwaited = (externalKey: string) => awaited.has(externalKey)
  const worker = startWorker({
    ...parts,
    sql: connections.way,
    notes: connections.notes,
    statements: WORKER_STATEMENTS,
    readDesks,
    flood,
    isAwaited,
    onCommitted: (lanes) => onCommitted(committedOf(lanes, RAISING, isAwaited)),
    onBacklog,
    ...(loops === undefined ? {} : { loops }),
    ...(lanesOfBatch === undefined ? {} : { lanesOfBatch }),
  })
  let asking: NodeJS.Timeout | undefined
  return {
    wake() {
      worker.wake()
      if (!worker.busy) return
      asking ??= setTimeout(() => {
        asking = undefined
        if (worker.busy) onBacklog()
      }, HELP_AFTER_MS)
    },
    awaits: (externalKey) => void awaited.add(externalKey),
    over: (externalKey) => void awaited.delete(externalKey),
    async stop() {
      await worker.stop()
      clearTimeout(asking)
    },
  }
}
