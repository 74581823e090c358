import type { Sql } from '../database/sql.ts'

/** How a message leaves the queue, or comes back to it. */
export type Settled =
  | { readonly id: string; readonly to: 'done' | 'dropped' }
  | { readonly id: string; readonly to: 'retry'; readonly dueInMs: number }
  | {
      readonly id: string
      readonly to: 'parked'
      readonly channel: string
      readonly lane: string
      readonly reason: string
    }

/**
 * In the transaction of the answers. What the person wrote is gone with the answer; a parked message keeps it, sealed. All
 * statements are sent at once, one behind the other.
 */
export async function settleMessages(tx: Sql, settled: readonly Settled[]): Promise<void> {
  const over = settled.filter((one) => one.to === 'done' || one.to === 'dropped')
  const sent: Promise<unknown>[] = []
  if (over.length > 0)
    sent.push(
      tx.query(
        `UPDATE inbox SET state = n.state::inbox_state, content = NULL, done_at = now()
         FROM unnest($1::bigint[], $2::text[]) AS n (id, state) WHERE inbox.id = n.id`,
        [over.map(({ id }) => id), over.map(({ to }) => to)],
      ),
    )
  for (const one of settled) {
    if (one.to === 'retry')
      sent.push(
        tx.query(
          `UPDATE inbox SET attempts = attempts + 1, due_at = now() + $2::int * interval '1 millisecond' WHERE id = $1`,
          [one.id, one.dueInMs],
        ),
      )
    if (one.to === 'parked')
      sent.push(
        tx.query(
          `UPDATE inbox SET attempts = attempts + 1, state = 'parked', done_at = now() WHERE id = $1`,
          [one.id],
        ),
        tx.query(
          `INSERT INTO parked_message (inbox_id, channel, conversation_id, reason) VALUES ($1, $2, $3, $4)
           ON CONFLICT (inbox_id) DO NOTHING`,
          [one.id, one.channel, one.lane, one.reason],
        ),
      )
  }
  await Promise.all(sent)
}
