import type { Sql } from '../database/sql.ts'
import type { OpenAlert } from './alert.ts'
import { ALERT_COLUMNS, type AlertRow, alertOf } from './rows.store.ts'

/** How many routine cards each of these officers got since then. */
export async function routineCards(
  tx: Sql,
  officerIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  if (officerIds.length === 0) return new Map()
  const { rows } = await tx.query<{ officer_id: string; cards: number }>(
    `SELECT d.officer_id, count(DISTINCT d.outbox_id)::int AS cards
     FROM alert_delivery d JOIN alert a ON a.id = d.alert_id
     WHERE d.officer_id = ANY($1::uuid[]) AND d.at > $2 AND a.severity = 'routine' GROUP BY d.officer_id`,
    [officerIds, since],
  )
  return new Map(rows.map(({ officer_id, cards }) => [officer_id, cards]))
}

/** Alerts folded for an officer that are still to be told, where the last folded card is old enough. */
export async function claimFolded(
  tx: Sql,
  toldBefore: Date,
): Promise<ReadonlyMap<string, readonly OpenAlert[]>> {
  const { rows } = await tx.query<AlertRow & { officer_id: string }>(
    `SELECT d.officer_id, a.* FROM alert_delivery d
     JOIN LATERAL (SELECT ${ALERT_COLUMNS} FROM alert WHERE alert.id = d.alert_id AND state IN ('raised', 'delivered')) a ON true
     WHERE d.folded AND d.outbox_id IS NULL
       AND NOT EXISTS (SELECT FROM alert_delivery t WHERE t.officer_id = d.officer_id AND t.folded
         AND t.outbox_id IS NOT NULL AND t.at > $1)
     ORDER BY d.officer_id, a.raised_at, a.id FOR UPDATE OF d SKIP LOCKED`,
    [toldBefore],
  )
  const byOfficer = new Map<string, OpenAlert[]>()
  for (const row of rows)
    byOfficer.set(row.officer_id, [...(byOfficer.get(row.officer_id) ?? []), alertOf(row)])
  return byOfficer
}

export async function noteFolded(
  tx: Sql,
  officerId: string,
  alertIds: readonly string[],
  outboxId: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE alert_delivery SET outbox_id = $3::bigint, folded = $3::bigint IS NOT NULL, at = $4
     WHERE officer_id = $1 AND alert_id = ANY($2::uuid[]) AND folded AND outbox_id IS NULL`,
    [officerId, alertIds, outboxId, at],
  )
}
