import { setTimeout as sleep } from 'node:timers/promises'
import type { Sender, SendOutcome } from '../core/delivery.ts'
import { createGatherer } from '../core/gather.ts'
import type { Log } from '../core/log.ts'
import { createWake } from '../core/wake.ts'
import { isAway, type Sql, type SqlPool } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { attempt } from './attempt.ts'
import { createBucket } from './bucket.ts'
import type { AnyEffect } from './effects.ts'
import { createRecorder } from './record.ts'
import { createSchedule } from './schedule.ts'
import { markSending, type QueuedRow, readQueued } from './send.store.ts'

export interface SendingOptions {
  readonly sender: Sender
  readonly sql: SqlPool
  /** Commits without waiting for the disk: a mark that PostgreSQL forgets in a crash leaves the row queued, as it was. */
  readonly marks: Sql
  readonly vault: Vault
  readonly effects: readonly AnyEffect[]
  readonly now: () => number
  /** The program ends. */
  readonly closing: AbortSignal
  readonly onTried: (row: QueuedRow, outcome: SendOutcome) => void
  /** Rows whose last sender died in the middle of a call: they may go out twice. */
  readonly onInDoubt: (rows: number) => void
  readonly log: Log
}

export interface Sending {
  /** Something new waits. */
  wake(): void
  /** Sends until the signal ends; calls under way are then finished. */
  run(stop: AbortSignal): Promise<void>
}

/** Rows kept in memory, of each priority. */
const ROOM = [1_000, 1_000, 500] as const
/** A wake-up can be lost with a connection. */
const LOOK_EVERY_MS = 1_000
/** While much is in hand already, reading more can wait. */
const CALM_MS = 50
const MUCH = 250
const AWAY_MS = 250
/** What a lease has beyond the longest call: the commit of the outcome. */
export const LEASE_MARGIN_MS = 2_000

/**
 * Rows in doubt wait so long at least after they were found: their sender may be alive and only have lost the database,
 * and then writes down what became of them as soon as that is back.
 */
const GRACE_MS = 1_500

/** The one that sends for an account. That only one process runs it at a time is the caller's matter (a lease). */
export function createSending(options: SendingOptions): Sending {
  const { sender, sql, marks, vault, now, onTried, onInDoubt, log } = options
  const { channel, limits } = sender
  const schedule = createSchedule(limits.chat)
  const bucket = createBucket(limits.account)
  const recorder = createRecorder({ ...options, channel })
  const wake = createWake()
  const flying = new Set<Promise<void>>()
  let pausedUntil = 0
  let unread = true
  let lastRead = Number.NEGATIVE_INFINITY
  /** After taking over, and after the vendor said "slow down", one call at a time until one was answered. */
  let careful = true

  const marker = createGatherer<string, boolean>(async (ids) => {
    const marked = await markSending(marks, ids, limits.timeoutMs + LEASE_MARGIN_MS)
    return ids.map((id) => marked.has(id))
  }, 500)

  const pass = async (chat: string, signal: AbortSignal): Promise<void> => {
    for (;;) {
      signal.throwIfAborted()
      const time = now()
      const wait = Math.max(pausedUntil - time, bucket.wait(time), schedule.bucketOf(chat).wait(time))
      if (wait <= 0) break
      await sleep(wait, undefined, { signal })
    }
    bucket.take(now())
    schedule.bucketOf(chat).take(now())
  }
  const send = async (row: QueuedRow): Promise<void> => {
    try {
      const [marked] = await marker.add([row.id])
      if (marked !== true) return schedule.finish(row)
    } catch (err) {
      if (!isAway(err)) log.error({ err, outboxId: row.id }, 'a message could not be marked for sending')
      return schedule.again({ ...row, dueAt: now() + AWAY_MS })
    }
    const outcome = await attempt(row, { sender, vault, pass, now, log })
    careful = outcome.kind === 'retry_at' && (careful || outcome.scope === 'account')
    if (outcome.kind === 'retry_at' && outcome.scope === 'account')
      pausedUntil = Math.max(pausedUntil, outcome.at.getTime())
    if (outcome.kind === 'refused') {
      const { reason, detail } = outcome
      log.warn({ outboxId: row.id, channel, reason, detail }, 'delivery refused')
    }
    await recorder.write(row, outcome)
    const tried = { ...row, attempts: row.attempts + 1 }
    onTried(tried, outcome)
    if (outcome.kind !== 'retry_at') return schedule.finish(row)
    schedule.again({ ...tried, done: outcome.done, dueAt: outcome.at.getTime() })
  }

  const read = async (): Promise<void> => {
    unread = false
    lastRead = now()
    const counts = schedule.counts()
    const room = ROOM.map((most, priority) => Math.max(0, most - (counts[priority] ?? 0)))
    const rows = await readQueued(sql, sender, schedule.ids, room, now)
    const grace = now() + GRACE_MS
    schedule.add(rows.map((row) => (row.inDoubt ? { ...row, dueAt: Math.max(row.dueAt, grace) } : row)))
    const inDoubt = rows.filter((row) => row.inDoubt).length
    if (inDoubt > 0) onInDoubt(inDoubt)
    // A full read may have left some behind.
    unread ||= room.some(
      (one, priority) => one > 0 && rows.filter((row) => row.priority === priority).length === one,
    )
  }
  const isTimeToRead = (): boolean => {
    const since = now() - lastRead
    return since >= LOOK_EVERY_MS || (unread && (since >= CALM_MS || schedule.ids.length < MUCH))
  }
  const pump = (): void => {
    while (now() >= pausedUntil && flying.size < (careful ? 1 : limits.concurrency)) {
      const time = now()
      if (bucket.wait(time) > 0) return
      const row = schedule.next(time)
      if (row === undefined) return
      bucket.take(time)
      const flight = send(row).catch((err: unknown) => {
        log.error({ err, outboxId: row.id }, 'sending broke')
        schedule.finish(row)
      })
      flying.add(flight)
      void flight.then(() => {
        flying.delete(flight)
        wake.one()
      })
    }
  }
  /** Until when nothing can happen by itself; a finished call or a new message ends it earlier. */
  const restMs = (): number => {
    const time = now()
    const room = bucket.wait(time)
    const next = room > 0 ? room : (schedule.nextAt() ?? Number.POSITIVE_INFINITY) - time
    return Math.max(1, Math.min(Math.max(next, pausedUntil - time), unread ? CALM_MS : LOOK_EVERY_MS))
  }

  return {
    wake() {
      unread = true
      wake.one()
    },
    async run(stop) {
      const end = () => wake.all()
      stop.addEventListener('abort', end)
      careful = true
      unread = true
      try {
        while (!stop.aborted) {
          try {
            if (isTimeToRead()) await read()
            pump()
          } catch (err) {
            if (isAway(err)) log.warn({ err, channel }, 'the database is away: deliveries wait')
            else log.error({ err, channel }, 'deliveries could not be read')
            await sleep(AWAY_MS)
          }
          if (!stop.aborted) await wake.sleep(restMs())
        }
      } finally {
        stop.removeEventListener('abort', end)
        await Promise.all(flying)
        schedule.clear()
      }
    },
  }
}
