import type { ChannelName } from '../core/channel.ts'
import type { Priority } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'

/** A message to deliver, as it is inserted. */
export interface OutboxRow {
  readonly channel: ChannelName
  readonly account: string
  readonly chat: string
  readonly priority: Priority
  /** Null for what must outlive the person: the last goodbye. */
  readonly personId: string | null
  readonly inboxId: string | null
  readonly content: Buffer
}

/** In the transaction that decided to say it. Order among the rows is kept per chat. Gives the ids, in the order of the rows. */
export async function insertOutgoing(tx: Sql, rows: readonly OutboxRow[]): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const inserted = await tx.query<{ id: string }>(
    `INSERT INTO outbox (channel, account, chat, priority, person_id, inbox_id, content)
     SELECT channel, account, chat, priority, person_id, inbox_id, content
     FROM unnest($1::text[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::bigint[], $7::bytea[])
       WITH ORDINALITY AS n (channel, account, chat, priority, person_id, inbox_id, content, place)
     ORDER BY place RETURNING id`,
    [
      rows.map(({ channel }) => channel),
      rows.map(({ account }) => account),
      rows.map(({ chat }) => chat),
      rows.map(({ priority }) => priority),
      rows.map(({ personId }) => personId),
      rows.map(({ inboxId }) => inboxId),
      rows.map(({ content }) => content),
    ],
  )
  return inserted.rows.map(({ id }) => id)
}
