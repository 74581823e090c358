import { type Bucket, createBucket } from './bucket.ts'
import type { QueuedRow } from './send.store.ts'

/**
 * Which row goes next: urgent before replies before bulk; within a chat in order and one at a time; a chat that must wait
 * holds up nobody else. Pure but for its own memory; time is passed in.
 */
export interface Schedule {
  /** Rows that were read; those known already are left as they are. */
  add(rows: readonly QueuedRow[]): void
  /** The next row that may go now; its chat is then busy. */
  next(now: number): QueuedRow | undefined
  /** Done for good: the next of its chat may go. */
  finish(row: QueuedRow): void
  /** Not sent: first in its chat again, and the chat waits until then. */
  again(row: QueuedRow): void
  /** When something may go that may not go yet; undefined: nothing waits for time alone. */
  nextAt(): number | undefined
  /** The chat's own limit, for further calls of a message under way. */
  bucketOf(chat: string): Bucket
  readonly ids: readonly string[]
  counts(): readonly [number, number, number]
  clear(): void
}

interface Chat {
  readonly key: string
  readonly rows: QueuedRow[]
  busy: boolean
}

const MOST_BUCKETS = 5_000

export function createSchedule(limit: { perSecond: number; burst: number }): Schedule {
  const chats = new Map<string, Chat>()
  const known = new Map<string, QueuedRow>()
  const buckets = new Map<string, Bucket>()
  const ready: [Set<Chat>, Set<Chat>, Set<Chat>] = [new Set(), new Set(), new Set()]
  /** Chats that wait for a time, by that time. */
  const waiting = new Map<Chat, number>()

  const bucketOf = (key: string): Bucket => {
    let bucket = buckets.get(key)
    if (bucket === undefined) {
      bucket = createBucket(limit)
      buckets.set(key, bucket)
    }
    return bucket
  }
  const leave = (chat: Chat) => {
    for (const set of ready) set.delete(chat)
    waiting.delete(chat)
  }
  /** Puts the chat where its first row belongs. */
  const place = (chat: Chat) => {
    leave(chat)
    const [head] = chat.rows
    if (head === undefined) {
      if (!chat.busy) chats.delete(chat.key)
    } else if (!chat.busy) {
      ready[head.priority].add(chat)
    }
  }
  const insert = (chat: Chat, row: QueuedRow) => {
    const at = chat.rows.findIndex((other) => isBefore(row, other))
    if (at === -1) chat.rows.push(row)
    else chat.rows.splice(at, 0, row)
  }
  const wake = (now: number) => {
    for (const [chat, at] of waiting) if (at <= now) place(chat)
  }
  const sweep = (now: number) => {
    for (const [key, bucket] of buckets) if (!chats.has(key) && bucket.full(now)) buckets.delete(key)
  }

  return {
    add(rows) {
      for (const row of rows) {
        if (known.has(row.id)) continue
        known.set(row.id, row)
        const chat = chats.get(row.chat) ?? { key: row.chat, rows: [], busy: false }
        chats.set(row.chat, chat)
        const [before] = chat.rows
        insert(chat, row)
        if (chat.rows[0] !== before) place(chat)
      }
    },
    next(now) {
      wake(now)
      if (buckets.size > MOST_BUCKETS) sweep(now)
      for (const set of ready) {
        for (const chat of set) {
          const [head] = chat.rows
          if (head === undefined) continue
          const wait = Math.max(head.dueAt - now, bucketOf(chat.key).wait(now))
          if (wait > 0) {
            set.delete(chat)
            waiting.set(chat, now + wait)
            continue
          }
          bucketOf(chat.key).take(now)
          chat.rows.shift()
          chat.busy = true
          leave(chat)
          return head
        }
      }
      return undefined
    },
    finish(row) {
      known.delete(row.id)
      const chat = chats.get(row.chat)
      if (chat === undefined) return
      chat.busy = false
      place(chat)
    },
    again(row) {
      const chat = chats.get(row.chat)
      if (chat === undefined) return
      known.set(row.id, row)
      chat.busy = false
      // In front, whatever else has come: order within a chat outlives a failure.
      chat.rows.unshift(row)
      place(chat)
    },
    nextAt() {
      let first: number | undefined
      for (const at of waiting.values()) if (first === undefined || at < first) first = at
      return first
    },
    bucketOf,
    get ids() {
      return [...known.keys()]
    },
    counts() {
      const counts: [number, number, number] = [0, 0, 0]
      for (const { priority } of known.values()) counts[priority] += 1
      return counts
    },
    clear() {
      chats.clear()
      known.clear()
      waiting.clear()
      for (const set of ready) set.clear()
    },
  }
}

function isBefore(one: QueuedRow, other: QueuedRow): boolean {
  if (one.priority !== other.priority) return one.priority < other.priority
  return BigInt(one.id) < BigInt(other.id)
}
