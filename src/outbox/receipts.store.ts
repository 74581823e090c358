import type { Priority, Refusal } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'

/** A receipt, as the outbox can find what it is about. */
export interface ReceiptRow {
  readonly channel: string
  /** Our id, where the vendor gave it back. */
  readonly id: string | null
  readonly externalKey: string
  readonly kind: 'delivered' | 'read' | 'failed'
  readonly refusal: Refusal | null
}

/** A message that a vendor took and then could not deliver. */
export interface FailedLater {
  readonly id: string
  readonly channel: string
  readonly priority: Priority
  readonly personId: string | null
  readonly refusal: Refusal
}

export interface WrittenReceipts {
  /** For each receipt, whether it is about a message of ours. */
  readonly known: readonly boolean[]
  readonly failed: readonly FailedLater[]
}

/**
 * Writes what vendors told later. A failure ends a message that was sent, or is being sent: the receipt can be here before
 * the answer to the call. One that waits for another try is left alone, that try will have its own.
 */
export async function writeReceipts(tx: Sql, receipts: readonly ReceiptRow[]): Promise<WrittenReceipts> {
  const values = [
    receipts.map((_, index) => index),
    receipts.map(({ channel }) => channel),
    receipts.map(({ id }) => id),
    receipts.map(({ externalKey }) => externalKey),
    receipts.map(({ kind }) => kind),
    receipts.map(({ refusal }) => refusal),
  ]
  const { rows: found } = await tx.query<{ place: number; outbox_id: string }>(
    `SELECT g.place, coalesce(by_id.id, by_key.id) AS outbox_id
     FROM unnest($1::int[], $2::text[], $3::bigint[], $4::uuid[]) AS g (place, channel, id, external_key)
     LEFT JOIN outbox by_id ON by_id.id = g.id AND by_id.channel = g.channel
     LEFT JOIN outbox by_key ON g.id IS NULL AND by_key.external_key = g.external_key AND by_key.channel = g.channel
     WHERE coalesce(by_id.id, by_key.id) IS NOT NULL`,
    values.slice(0, 4),
  )
  const idOf = new Map(found.map(({ place, outbox_id }) => [place, outbox_id]))
  const known = receipts.map((_, index) => idOf.has(index))
  const about = receipts.flatMap((receipt, index) => {
    const id = idOf.get(index)
    return id === undefined ? [] : [{ ...receipt, id }]
  })
  const arrived = about.filter(({ kind }) => kind !== 'failed')
  if (arrived.length > 0)
    await tx.query(
      `UPDATE outbox SET delivered_at = coalesce(delivered_at, now()),
         read_at = CASE WHEN n.read THEN coalesce(read_at, now()) ELSE read_at END
       FROM (SELECT id, bool_or(read) AS read FROM unnest($1::bigint[], $2::bool[]) AS u (id, read) GROUP BY id) AS n
       WHERE outbox.id = n.id`,
      [arrived.map(({ id }) => id), arrived.map(({ kind }) => kind === 'read')],
    )
  const lost = about.filter(({ kind }) => kind === 'failed')
  if (lost.length === 0) return { known, failed: [] }
  const { rows } = await tx.query<{
    id: string
    channel: string
    priority: number
    person_id: string | null
    refusal: string
  }>(
    `WITH before AS (
       SELECT o.id, o.person_id, n.refusal
       FROM (SELECT DISTINCT ON (id) * FROM unnest($1::bigint[], $2::text[]) AS u (id, refusal) ORDER BY id) AS n
       JOIN outbox o ON o.id = n.id
       WHERE o.state IN ('sending', 'sent')
       FOR UPDATE OF o)
     UPDATE outbox SET state = 'refused', refusal = before.refusal, content = NULL, person_id = NULL,
       lease_until = NULL, finished_at = coalesce(outbox.finished_at, now())
     FROM before WHERE outbox.id = before.id
     RETURNING outbox.id, outbox.channel, outbox.priority, before.person_id, before.refusal`,
    [lost.map(({ id }) => id), lost.map(({ refusal }) => refusal)],
  )
  return {
    known,
    failed: rows.map(({ id, channel, priority, person_id, refusal }) => ({
      id,
      channel,
      priority: priority as Priority,
      personId: person_id,
      refusal: refusal as Refusal,
    })),
  }
}
