import type { Recipient } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { laneOf } from './content.ts'

/** When this person last wrote to this account of ours; null: never, or we have forgotten them. */
export async function lastInbound(sql: Sql, vault: Vault, from: Recipient): Promise<Date | null> {
  const lane = laneOf(from, vault)
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT greatest(
       (SELECT updated_at FROM conversation WHERE id = $1::text),
       (SELECT max(received_at) FROM inbox WHERE lane = $1::uuid AND state = 'waiting')) AS at`,
    [lane],
  )
  return rows[0]?.at ?? null
}
