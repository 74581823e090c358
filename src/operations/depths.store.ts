import type { Sql } from '../database/sql.ts'
import type { QueueDepths } from './depths.ts'

/** Reads the partial indexes of what waits: as quick as the queues are short. */
export async function readDepths(sql: Sql): Promise<QueueDepths> {
  const inbox = await sql.query<{ waiting: number; age: number; parked: number }>(
    `SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS age,
       (SELECT count(*)::int FROM parked_message WHERE resolved_at IS NULL) AS parked
     FROM inbox WHERE state = 'waiting'`,
  )
  const outbox = await sql.query<{ channel: string; priority: number; waiting: number; age: number }>(
    `SELECT channel, priority, count(*)::int AS waiting, extract(epoch FROM now() - min(created_at))::float8 AS age
     FROM outbox WHERE state IN ('queued', 'sending') GROUP BY channel, priority`,
  )
  const [first] = inbox.rows
  return {
    inbox: { waiting: first?.waiting ?? 0, oldestSeconds: first?.age ?? 0, parked: first?.parked ?? 0 },
    outbox: outbox.rows.map(({ channel, priority, waiting, age }) => ({
      channel,
      priority,
      waiting,
      oldestSeconds: age,
    })),
  }
}
