import type { Priority, Refusal } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'

/** A message that waits to be delivered. */
export interface QueuedRow {
  readonly id: string
  readonly chat: string
  readonly priority: Priority
  readonly personId: string | null
  readonly attempts: number
  readonly done: number
  /** By the sender's own clock, like `dueAt`. */
  readonly createdAt: Date
  /** Not before, in milliseconds since 1970, by the sender's own clock. */
  readonly dueAt: number
  /** Its last sender marked it and never said what became of it. */
  readonly inDoubt: boolean
  readonly content: Buffer
}

/** What became of a try. */
export type Tried =
  | { readonly id: string; readonly kind: 'sent'; readonly externalKey: string | null }
  | { readonly id: string; readonly kind: 'retry'; readonly waitMs: number; readonly done: number }
  | { readonly id: string; readonly kind: 'refused'; readonly refusal: Refusal }

interface Row {
  readonly id: string
  readonly chat: string
  readonly priority: number
  readonly person_id: string | null
  readonly attempts: number
  readonly done_calls: number
  readonly age_ms: number
  readonly due_in_ms: number
  readonly in_doubt: boolean
  readonly content: Buffer
}

/**
 * Rows of one account that are not in the sender's hands yet, so many of each priority: a mountain of bulk does not keep
 * a reply from being read. Rows another sender marked come along with the end of its lease as their due time: they keep
 * their chat's order, and are sent again when that lease has passed. Times go to and fro as waits: a machine whose clock
 * stands elsewhere than the database's neither holds anything back nor hurries.
 */
export async function readQueued(
  sql: Sql,
  { channel, account }: { readonly channel: string; readonly account: string },
  known: readonly string[],
  room: readonly number[],
  now: () => number,
): Promise<readonly QueuedRow[]> {
  const { rows } = await sql.query<Row>(
    `SELECT o.id, o.chat, o.priority, o.person_id, o.attempts, o.done_calls, o.age_ms, o.due_in_ms,
       o.state = 'sending' AS in_doubt, o.content
     FROM unnest(ARRAY[0, 1, 2], $4::int[]) AS p (priority, room)
     CROSS JOIN LATERAL (
       SELECT *, extract(epoch FROM now() - created_at)::float8 * 1000 AS age_ms,
         extract(epoch FROM greatest(next_at, lease_until) - now())::float8 * 1000 AS due_in_ms
       FROM outbox
       WHERE channel = $1 AND account = $2 AND priority = p.priority AND state IN ('queued', 'sending')
         AND NOT id = ANY($3::bigint[])
       ORDER BY id LIMIT p.room) AS o
     ORDER BY o.priority, o.id`,
    [channel, account, known, room],
  )
  // Looked at after the answer came: a wait that counts from before would end before the database's.
  const time = now()
  return rows.map((row) => ({
    id: row.id,
    chat: row.chat,
    priority: row.priority as Priority,
    personId: row.person_id,
    attempts: row.attempts,
    done: row.done_calls,
    createdAt: new Date(time - row.age_ms),
    dueAt: time + Math.max(0, row.due_in_ms),
    inDoubt: row.in_doubt,
    content: row.content,
  }))
}

/**
 * Says "a call may be under way now" before it is. Only rows that are nobody's, or whose last sender's lease has passed,
 * are ours afterwards: two senders of one account that do not know of each other never send the same row.
 */
export async function markSending(
  sql: Sql,
  ids: readonly string[],
  leaseMs: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ id: string }>(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = now() + $2::int * interval '1 millisecond'
     WHERE id = ANY($1::bigint[]) AND (state = 'queued' OR (state = 'sending' AND lease_until < now()))
     RETURNING id`,
    [ids, leaseMs],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Writes down what became of them. A row that is over keeps neither words nor person. */
export async function writeTried(tx: Sql, tried: readonly Tried[]): Promise<void> {
  const over = tried.filter((one) => one.kind !== 'retry')
  const again = tried.filter((one) => one.kind === 'retry')
  if (over.length > 0)
    await tx.query(
      `UPDATE outbox SET state = n.state::outbox_state, external_key = n.external, refusal = n.refusal, content = NULL,
         person_id = NULL, lease_until = NULL, finished_at = now()
       FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[]) AS n (id, state, external, refusal)
       WHERE outbox.id = n.id AND outbox.finished_at IS NULL`,
      [
        over.map(({ id }) => id),
        over.map(({ kind }) => kind),
        over.map((one) => (one.kind === 'sent' ? one.externalKey : null)),
        over.map((one) => (one.kind === 'refused' ? one.refusal : null)),
      ],
    )
  if (again.length > 0)
    await tx.query(
      `UPDATE outbox SET state = 'queued', lease_until = NULL, done_calls = n.done,
         next_at = now() + n.wait * interval '1 millisecond'
       FROM unnest($1::bigint[], $2::float8[], $3::int[]) AS n (id, wait, done)
       WHERE outbox.id = n.id AND outbox.finished_at IS NULL`,
      [again.map(({ id }) => id), again.map(({ waitMs }) => waitMs), again.map(({ done }) => done)],
    )
}
