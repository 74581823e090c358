import { setTimeout as sleep } from 'node:timers/promises'
import type { Accept, Accepted, AcceptMessages } from '../core/delivery.ts'
import { createGatherer } from '../core/gather.ts'
import type { Log } from '../core/log.ts'
import { isAway, type Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { toRow } from './content.ts'
import { type InboxRow, insertMessages } from './inbox.store.ts'
import type { Spool } from './spool.ts'

export interface InboxOptions {
  readonly sql: Sql
  readonly vault: Vault
  readonly spool: Spool
  /** New messages wait. */
  readonly onWaiting: () => void
  readonly onAccepted?: (channel: Accept['channel'], outcome: Accepted) => void
  readonly log: Log
  /** How long to leave a database alone that did not answer. */
  readonly retryMs?: number
  readonly maxPending?: number
  readonly maxSpoolBytes?: number
}

export interface Inbox {
  readonly accept: AcceptMessages
  /** Messages taken from channels that are not durable yet. */
  readonly pending: number
  /** Waits until what was taken is durable. */
  close(): Promise<void>
}

/** One commit carries at most so many. */
const MOST_AT_ONCE = 500
/** So many sealed messages are a few dozen MiB; who comes then is asked to come again. */
const MAX_PENDING = 5_000
const MAX_SPOOL_BYTES = 1024 ** 3
const BUSY_MS = 1_000

/** The door of the inbox. Durable first, then "received": in the database, or on disk while that is away. */
export function createInbox(options: InboxOptions): Inbox {
  const { sql, vault, spool, onWaiting, log, onAccepted = () => undefined } = options
  const { retryMs = 500, maxPending = MAX_PENDING, maxSpoolBytes = MAX_SPOOL_BYTES } = options
  const stop = new AbortController()
  let replaying: Promise<void> | undefined

  const store = async (rows: readonly InboxRow[]): Promise<readonly Accepted[]> => {
    // Whatever lies on disk is older: new messages queue behind it, so that a person's order is kept.
    if (spool.files > 0) return onDisk(rows)
    try {
      return (await insertMessages(sql, rows)).map((fresh) => (fresh ? 'accepted' : 'duplicate'))
    } catch (err) {
      if (!isAway(err)) return oneByOne(rows)
      log.warn({ err, messages: rows.length }, 'the database is away: messages are kept on disk')
      return onDisk(rows)
    }
  }
  const onDisk = async (rows: readonly InboxRow[]): Promise<readonly Accepted[]> => {
    await spool.write(rows)
    replaying ??= replay()
    return rows.map(() => 'spooled')
  }
  /** The statement itself was refused: find the row that is to blame, keep the others. */
  const oneByOne = async (rows: readonly InboxRow[]): Promise<readonly Accepted[]> => {
    const each: Accepted[] = []
    for (const row of rows) {
      try {
        const [fresh] = await insertMessages(sql, [row])
        each.push(fresh ? 'accepted' : 'duplicate')
      } catch (err) {
        if (isAway(err)) throw err
        log.error({ err, channel: row.channel }, 'a message cannot be stored')
        each.push('invalid')
      }
    }
    return each
  }
  const insert = async (rows: readonly InboxRow[]): Promise<void> => {
    await insertMessages(sql, rows).catch((error: unknown) => {
      if (isAway(error)) throw error
      return oneByOne(rows)
    })
    onWaiting()
  }
  const replay = async (): Promise<void> => {
    await sleep(retryMs, undefined, { signal: stop.signal }).catch(() => undefined)
    while (!stop.signal.aborted) {
      try {
        // Through the gatherer's own turn: no insert of newer messages runs beside it.
        const { files } = spool
        if (!(await spool.replay(insert))) {
          log.info({ files }, 'messages kept on disk are in the database')
          break
        }
      } catch (err) {
        if (!isAway(err)) log.error({ err }, 'messages kept on disk could not be read')
        await sleep(retryMs, undefined, { signal: stop.signal }).catch(() => undefined)
      }
    }
    replaying = undefined
  }

  const gatherer = createGatherer(store, MOST_AT_ONCE)
  if (spool.files > 0) replaying = replay()
  return {
    async accept(messages) {
      if (gatherer.pending + messages.length > Math.max(maxPending, messages.length) || stop.signal.aborted)
        return { kind: 'busy', retryAfterMs: BUSY_MS }
      if (spool.bytes > maxSpoolBytes) return { kind: 'busy', retryAfterMs: 10 * BUSY_MS }
      const rows = messages.map((message) => toRow(message, vault))
      const valid = rows.filter((row) => row !== undefined)
      let stored: readonly Accepted[]
      try {
        stored = await gatherer.add(valid)
      } catch (err) {
        // Neither the database nor the disk took them: the vendor keeps them and comes again.
        log.error({ err, messages: valid.length }, 'messages could not be made durable')
        return { kind: 'busy', retryAfterMs: 5 * BUSY_MS }
      }
      let next = 0
      const each = rows.map(
        (row): Accepted => (row === undefined ? 'invalid' : (stored[next++] ?? 'invalid')),
      )
      each.forEach((outcome, index) => {
        const channel = messages[index]?.channel
        if (channel !== undefined) onAccepted(channel, outcome)
      })
      if (each.includes('accepted')) onWaiting()
      return { kind: 'taken', each }
    },
    get pending() {
      return gatherer.pending
    },
    async close() {
      await gatherer.idle()
      stop.abort()
      await replaying
    },
  }
}
