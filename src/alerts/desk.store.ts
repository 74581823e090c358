import type { AlertLevel } from '../core/alert.ts'
import type { CaseOutcome } from '../core/case.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Sql } from '../database/sql.ts'
import type { OpenAlert } from './alert.ts'
import { ALERT_TIMES, advance } from './lifecycle.ts'
import { ALERT_COLUMNS, type AlertRow, alertOf, audit, saveStatus } from './rows.store.ts'

/** An alert, or all that are open about a case. */
export type Which = { readonly alertId: string } | { readonly caseId: string }

/** What an alert is about, for whoever must know whether an officer may touch it. Undefined: there is none. */
export async function findAlert(
  tx: Sql,
  alertId: string,
): Promise<{ readonly caseId: string | null; readonly region: RegionCode | null } | undefined> {
  const { rows } = await tx.query<{ case_id: string | null; region_code: string | null }>(
    'SELECT case_id, region_code FROM alert WHERE id = $1',
    [alertId],
  )
  const [row] = rows
  return row && { caseId: row.case_id, region: row.region_code as RegionCode | null }
}

export type Acknowledged =
  | { readonly kind: 'acknowledged' }
  /** Somebody else was first. */
  | { readonly kind: 'already'; readonly by: string }
  | { readonly kind: 'none' }

/**
 * An officer says "I have it". Of two who press at once the row lock lets one win; the other learns who. For a case with
 * several alerts those that nobody has become theirs.
 */
export async function acknowledgeAlert(
  tx: Sql,
  which: Which,
  officerId: string,
  at: Date,
): Promise<Acknowledged> {
  const open = await lockOpen(tx, which)
  if (open.length === 0) return { kind: 'none' }
  const free = open.filter(({ status }) => status.state !== 'acknowledged')
  for (const alert of free) {
    await saveStatus(
      tx,
      alert.id,
      advance(alert.status, { kind: 'acknowledged', by: officerId }, at, alert, ALERT_TIMES),
    )
  }
  await audit(
    tx,
    at,
    free.map((alert) => ({
      action: 'alert_acknowledged',
      alertId: alert.id,
      caseId: alert.caseId,
      region: alert.region,
      officerId,
      detail: { afterMs: at.getTime() - alert.raisedAt.getTime() },
    })),
  )
  if (free.length > 0) return { kind: 'acknowledged' }
  const other = open.find(({ status }) => status.acknowledgedBy !== officerId)?.status.acknowledgedBy
  return other == null ? { kind: 'acknowledged' } : { kind: 'already', by: other }
}

/** The case is over. An alert that several reports share stays until the last of them is. */
export async function resolveAlerts(
  tx: Sql,
  caseId: string,
  at: Date,
  outcome: CaseOutcome,
  officerId?: string,
): Promise<void> {
  const open = await lockOpen(tx, { caseId })
  if (open.length === 0) return
  const { rows } = await tx.query<{ alert_id: string }>(
    `SELECT DISTINCT ac.alert_id FROM alert_case ac JOIN case_file c ON c.id = ac.case_id
     WHERE ac.alert_id = ANY($1::uuid[]) AND c.id <> $2 AND c.state NOT IN ('resolved', 'withdrawn')`,
    [open.map(({ id }) => id), caseId],
  )
  const shared = new Set(rows.map(({ alert_id }) => alert_id))
  await resolveThese(
    tx,
    open.filter(({ id }) => !shared.has(id)),
    at,
    outcome,
    officerId,
  )
}

/** An alert without a case is over: its officer says so, or time did. */
export async function resolveAlert(
  tx: Sql,
  alertId: string,
  at: Date,
  outcome: string,
  officerId?: string,
): Promise<'resolved' | 'none'> {
  const open = await lockOpen(tx, { alertId })
  await resolveThese(tx, open, at, outcome, officerId)
  return open.length > 0 ? 'resolved' : 'none'
}

export async function resolveThese(
  tx: Sql,
  alerts: readonly OpenAlert[],
  at: Date,
  outcome: string,
  officerId?: string,
): Promise<void> {
  for (const alert of alerts)
    await saveStatus(
      tx,
      alert.id,
      advance(alert.status, { kind: 'resolved', outcome }, at, alert, ALERT_TIMES),
    )
  await audit(
    tx,
    at,
    alerts.map(({ id, caseId, region }) => ({
      action: 'alert_resolved',
      alertId: id,
      caseId,
      region,
      detail: { outcome },
      ...(officerId === undefined ? {} : { officerId }),
    })),
  )
}

/** An officer hands it up. The level it went to; null: it was at the top, or nothing is open. */
export async function escalateNow(
  tx: Sql,
  which: Which,
  at: Date,
  officerId?: string,
): Promise<AlertLevel | null> {
  let went: AlertLevel | null = null
  for (const alert of await lockOpen(tx, which)) {
    const up = advance(alert.status, { kind: 'handed_up' }, at, alert, ALERT_TIMES)
    if (up === alert.status) continue
    await saveStatus(tx, alert.id, up)
    went = up.level
    await audit(tx, at, [
      {
        action: 'alert_escalated',
        alertId: alert.id,
        caseId: alert.caseId,
        region: alert.region,
        detail: { to: up.level, why: 'officer' },
        ...(officerId === undefined ? {} : { officerId }),
      },
    ])
  }
  return went
}

async function lockOpen(tx: Sql, which: Which): Promise<readonly OpenAlert[]> {
  const [condition, id] =
    'alertId' in which
      ? ['id = $1', which.alertId]
      : ['(case_id = $1 OR id IN (SELECT alert_id FROM alert_case WHERE case_id = $1))', which.caseId]
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert WHERE ${condition} AND state <> 'resolved' ORDER BY id FOR UPDATE`,
    [id],
  )
  return rows.map(alertOf)
}
