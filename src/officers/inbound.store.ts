import type { Recipient } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { OfficerId } from './desk.ts'

/** No vendor brings a message again after so long. */
const KEPT_MS = 14 * 86_400_000

/** Whether somebody on this channel is an officer at all: where nobody is, nobody needs to be looked for. */
export async function hasOfficers(sql: Sql, channel: Recipient['channel']): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM officer WHERE channel = $1 AND revoked_at IS NULL) AS found',
    [channel],
  )
  return rows[0]?.found === true
}

/** Whether this message was dealt with before. */
export async function wasTaken(sql: Sql, externalKey: string): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM officer_inbound WHERE external_key = $1', [externalKey])
  return (rowCount ?? 0) > 0
}

/** It was dealt with. */
export async function markTaken(tx: Sql, externalKey: string, officer: OfficerId, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO officer_inbound (external_key, officer_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [externalKey, officer, at],
  )
  await tx.query('DELETE FROM officer_inbound WHERE officer_id = $1 AND at < $2', [
    officer,
    new Date(at.getTime() - KEPT_MS),
  ])
}

/** When the officer at this address last wrote; null: no officer, or not lately. */
export async function lastFromOfficer(
  sql: Sql,
  vault: Vault,
  { channel, address }: Pick<Recipient, 'channel' | 'address'>,
): Promise<Date | null> {
  const { rows } = await sql.query<{ at: Date | null }>(
    `SELECT max(i.at) AS at FROM officer o JOIN officer_inbound i ON i.officer_id = o.id
     WHERE o.channel = $1 AND o.address_hash = $2 AND o.revoked_at IS NULL`,
    [channel, vault.hash('officer', channel, address)],
  )
  return rows[0]?.at ?? null
}

/** The same for the officers' own bot, by the number of its update. */
export function takenUpdates(
  sql: Sql,
  vault: Vault,
): {
  wasTaken(externalId: string): Promise<boolean>
  mark(externalId: string, officer: OfficerId, at: Date): Promise<void>
} {
  const key = (externalId: string) => vault.key('officer inbound', 'telegram', externalId)
  return {
    wasTaken: (externalId) => wasTaken(sql, key(externalId)),
    mark: (externalId, officer, at) => markTaken(sql, key(externalId), officer, at),
  }
}
