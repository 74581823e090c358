import type { AlertLevel } from '../core/alert.ts'
import type { Sql } from '../database/sql.ts'
import type { OpenAlert } from './alert.ts'
import { ALERT_COLUMNS, type AlertRow, alertOf } from './rows.store.ts'

const PRESSING = `CASE severity WHEN 'emergency' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, raised_at, id`

/** Whether a step has anything to do: one look instead of a transaction for each. */
export interface ToDo {
  readonly settle: boolean
  readonly due: boolean
  readonly again: boolean
  readonly folded: boolean
}

const IS_DUE = `state IN ('raised', 'delivered') AND (escalate_at <= $1
       OR (dispatched_at IS NULL AND (hold_until IS NULL OR hold_until <= $1)))`

export async function lookAround(sql: Sql, now: Date, toldBefore: Date): Promise<ToDo> {
  const { rows } = await sql.query<ToDo>(
    `SELECT coalesce(bool_or(state = 'raised' AND dispatched_at IS NOT NULL), false) AS settle,
       coalesce(bool_or(${IS_DUE}), false) AS due,
       coalesce(bool_or(count > told_count AND told_at <= $2), false) AS again,
       coalesce(bool_or(severity = 'routine' AND state <> 'acknowledged' AND dispatched_at IS NOT NULL
         AND EXISTS (SELECT FROM alert_delivery d WHERE d.alert_id = alert.id AND d.folded AND d.outbox_id IS NULL)), false)
         AS folded
     FROM alert WHERE state <> 'resolved'`,
    [now, toldBefore],
  )
  return rows[0] ?? { settle: false, due: false, again: false, folded: false }
}

/**
 * Alerts whose cards are to be written or whose dead-line has passed, locked for this transaction; what another dispatcher
 * has in hand is left to it.
 */
export async function claimDue(
  tx: Sql,
  now: Date,
  most: number,
  aside: readonly string[],
): Promise<readonly OpenAlert[]> {
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert
     WHERE state <> 'resolved' AND ${IS_DUE} AND NOT id = ANY($3::uuid[])
     ORDER BY ${PRESSING} LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, most, aside],
  )
  return rows.map(alertOf)
}

/** Alerts of which more came than was told, whose last card is old enough. */
export async function claimAgain(
  tx: Sql,
  toldBefore: Date,
  most: number,
  aside: readonly string[],
): Promise<readonly OpenAlert[]> {
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert
     WHERE state <> 'resolved' AND count > told_count AND told_at <= $1 AND NOT id = ANY($3::uuid[])
     ORDER BY ${PRESSING} LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [toldBefore, most, aside],
  )
  return rows.map(alertOf)
}

/** Alerts whose cards have arrived, or were all refused for good, or taken back: their officer was revoked. */
export async function claimTried(
  tx: Sql,
): Promise<readonly { readonly alert: OpenAlert; readonly outcome: 'delivered' | 'refused' }[]> {
  const { rows: tried } = await tx.query<{ id: string; sent: boolean; refused: boolean }>(
    `SELECT * FROM (
       SELECT a.id, bool_or(o.state = 'sent') AS sent,
         bool_and(CASE WHEN d.outbox_id IS NULL THEN NOT d.folded ELSE coalesce(o.state IN ('refused', 'expired'), true) END)
           AS refused
       FROM alert a JOIN alert_delivery d ON d.alert_id = a.id AND d.level = a.level LEFT JOIN outbox o ON o.id = d.outbox_id
       WHERE a.state <> 'resolved' AND a.state = 'raised' AND a.dispatched_at IS NOT NULL
       GROUP BY a.id) AS t
     WHERE sent OR refused ORDER BY id`,
  )
  if (tried.length === 0) return []
  const sent = new Map(tried.map((one) => [one.id, one.sent === true]))
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert
     WHERE id = ANY($1::uuid[]) AND state = 'raised' AND dispatched_at IS NOT NULL
     ORDER BY id FOR UPDATE SKIP LOCKED`,
    [[...sent.keys()]],
  )
  return rows.map((row) => ({ alert: alertOf(row), outcome: sent.get(row.id) ? 'delivered' : 'refused' }))
}

export interface Delivery {
  readonly alertId: string
  readonly officerId: string
  readonly level: AlertLevel
  /** Null: it is still to come with others, or could not be written. */
  readonly outboxId: string | null
  readonly folded: boolean
}

/** Who was given these alerts before, and whether it can still reach them. */
export async function deliveriesOf(
  tx: Sql,
  alertIds: readonly string[],
): Promise<readonly (Delivery & { readonly failed: boolean })[]> {
  const { rows } = await tx.query<{
    alert_id: string
    officer_id: string
    level: AlertLevel
    outbox_id: string | null
    folded: boolean
    failed: boolean
  }>(
    `SELECT d.alert_id, d.officer_id, d.level::text, d.outbox_id, d.folded,
       CASE WHEN d.outbox_id IS NULL THEN NOT d.folded ELSE coalesce(o.state IN ('refused', 'expired'), false) END AS failed
     FROM alert_delivery d LEFT JOIN outbox o ON o.id = d.outbox_id WHERE d.alert_id = ANY($1::uuid[])`,
    [alertIds],
  )
  return rows.map((row) => ({
    alertId: row.alert_id,
    officerId: row.officer_id,
    level: row.level,
    outboxId: row.outbox_id,
    folded: row.folded,
    failed: row.failed,
  }))
}

/** The primary key refuses a second one of the same alert to the same officer on the same level. */
export async function insertDeliveries(tx: Sql, deliveries: readonly Delivery[], at: Date): Promise<void> {
  if (deliveries.length === 0) return
  await tx.query(
    `INSERT INTO alert_delivery (alert_id, officer_id, level, outbox_id, folded, at)
     SELECT n.alert, n.officer, n.level::alert_level, n.outbox, n.folded, $6
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bool[]) AS n (alert, officer, level, outbox, folded)`,
    [
      deliveries.map(({ alertId }) => alertId),
      deliveries.map(({ officerId }) => officerId),
      deliveries.map(({ level }) => level),
      deliveries.map(({ outboxId }) => outboxId),
      deliveries.map(({ folded }) => folded),
      at,
    ],
  )
}

/** What the newest cards say. */
export async function noteTold(
  tx: Sql,
  told: readonly { readonly id: string; readonly count: number }[],
  at: Date,
): Promise<void> {
  if (told.length === 0) return
  await tx.query(
    `UPDATE alert SET told_count = n.count, told_at = $3 FROM unnest($1::uuid[], $2::int[]) AS n (id, count)
     WHERE alert.id = n.id`,
    [told.map(({ id }) => id), told.map(({ count }) => count), at],
  )
}

/** Everything that is open, for the digests. */
export async function allOpen(tx: Sql): Promise<readonly OpenAlert[]> {
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert WHERE state <> 'resolved' ORDER BY ${PRESSING}`,
  )
  return rows.map(alertOf)
}

/** Officers among these who had no digest on their day; from now on they had. */
export async function claimDigests(
  tx: Sql,
  candidates: readonly { readonly officerId: string; readonly day: string }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ officer_id: string }>(
    `INSERT INTO officer_digest (officer_id, day, at) SELECT n.officer, n.day, $3
     FROM unnest($1::uuid[], $2::text[]) AS n (officer, day) ORDER BY n.officer
     ON CONFLICT DO NOTHING RETURNING officer_id`,
    [candidates.map(({ officerId }) => officerId), candidates.map(({ day }) => day), at],
  )
  return new Set(rows.map(({ officer_id }) => officer_id))
}

export interface OfficersNote {
  readonly onDuty: number
  /** Alerts that nobody at all could be given. */
  readonly unreachable: number
  readonly emergencies: number
  readonly since: Date | null
}

/** For operators: whether somebody is there. */
export async function readOfficersNote(sql: Sql): Promise<OfficersNote> {
  const { rows } = await sql.query<{
    on_duty: number
    unreachable: number
    emergencies: number
    since: Date | null
  }>(
    `SELECT (SELECT count(*)::int FROM officer WHERE on_duty AND revoked_at IS NULL AND joined_at IS NOT NULL) AS on_duty,
       count(*)::int AS unreachable, (count(*) FILTER (WHERE severity = 'emergency'))::int AS emergencies, min(nobody_since) AS since
     FROM alert WHERE state <> 'resolved' AND nobody_since IS NOT NULL AND kind <> 'nobody_on_duty'`,
  )
  const [row] = rows
  return {
    onDuty: row?.on_duty ?? 0,
    unreachable: row?.unreachable ?? 0,
    emergencies: row?.emergencies ?? 0,
    since: row?.since ?? null,
  }
}
