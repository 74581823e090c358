import type { AlertKind, AlertLevel, AlertState, Severity } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Sql } from '../database/sql.ts'
import type { AlertParams, AlertStatus, OpenAlert } from './alert.ts'

export interface AlertRow {
  readonly id: string
  readonly kind: string
  readonly severity: string
  readonly region_code: string | null
  readonly case_id: string | null
  readonly count: number
  readonly told_count: number
  readonly told_at: Date | null
  readonly raised_at: Date
  /** Written by us alone, from `AlertParams`. */
  readonly params: AlertParams
  readonly state: AlertState
  readonly level: AlertLevel
  readonly since: Date
  readonly hold_until: Date | null
  readonly dispatched_at: Date | null
  readonly nobody_since: Date | null
  readonly delivered_at: Date | null
  readonly escalate_at: Date | null
  readonly acknowledged_at: Date | null
  readonly acknowledged_by: string | null
  readonly resolved_at: Date | null
  readonly outcome: string | null
}

export const ALERT_COLUMNS = `id, kind, severity, region_code, case_id, count, told_count, told_at, raised_at, params,
  state::text, level::text, since, hold_until, dispatched_at, nobody_since, delivered_at, escalate_at, acknowledged_at,
  acknowledged_by, resolved_at, outcome`

export function alertOf(row: AlertRow): OpenAlert {
  return {
    id: row.id,
    kind: row.kind as AlertKind,
    severity: row.severity as Severity,
    region: row.region_code as RegionCode | null,
    caseId: row.case_id,
    count: row.count,
    toldCount: row.told_count,
    toldAt: row.told_at,
    raisedAt: row.raised_at,
    params: row.params,
    status: {
      state: row.state,
      level: row.level,
      since: row.since,
      holdUntil: row.hold_until,
      dispatchedAt: row.dispatched_at,
      nobodySince: row.nobody_since,
      deliveredAt: row.delivered_at,
      escalateAt: row.escalate_at,
      acknowledgedAt: row.acknowledged_at,
      acknowledgedBy: row.acknowledged_by,
      resolvedAt: row.resolved_at,
      outcome: row.outcome,
    },
  }
}

/** Writes where they stand now. The rows are locked by the caller. */
export async function saveStatuses(
  tx: Sql,
  changed: readonly { readonly id: string; readonly status: AlertStatus }[],
): Promise<void> {
  if (changed.length === 0) return
  const each = <T>(of: (status: AlertStatus) => T) => changed.map(({ status }) => of(status))
  await tx.query(
    `UPDATE alert SET state = n.state::alert_state, level = n.level::alert_level, since = n.since, hold_until = n.hold,
       dispatched_at = n.dispatched, nobody_since = n.nobody, delivered_at = n.delivered, escalate_at = n.escalate,
       acknowledged_at = n.acknowledged, acknowledged_by = n.by, resolved_at = n.resolved, outcome = n.outcome
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
       $7::timestamptz[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::uuid[], $12::timestamptz[],
       $13::text[]) AS n (id, state, level, since, hold, dispatched, nobody, delivered, escalate, acknowledged, by,
       resolved, outcome)
     WHERE alert.id = n.id`,
    [
      changed.map(({ id }) => id),
      each(({ state }) => state),
      each(({ level }) => level),
      each(({ since }) => since),
      each(({ holdUntil }) => holdUntil),
      each(({ dispatchedAt }) => dispatchedAt),
      each(({ nobodySince }) => nobodySince),
      each(({ deliveredAt }) => deliveredAt),
      each(({ escalateAt }) => escalateAt),
      each(({ acknowledgedAt }) => acknowledgedAt),
      each(({ acknowledgedBy }) => acknowledgedBy),
      each(({ resolvedAt }) => resolvedAt),
      each(({ outcome }) => outcome),
    ],
  )
}

export async function saveStatus(tx: Sql, id: string, status: AlertStatus): Promise<void> {
  await saveStatuses(tx, [{ id, status }])
}

/** What happened to an alert, for the audit log. */
export interface AlertAudit {
  readonly action:
    | 'alert_raised'
    | 'alert_delivered'
    | 'alert_acknowledged'
    | 'alert_escalated'
    | 'alert_at_top'
    | 'alert_nobody'
    | 'alert_resolved'
  readonly alertId: string
  readonly caseId: string | null
  readonly region: RegionCode | null
  readonly officerId?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

export async function audit(tx: Sql, at: Date, entries: readonly AlertAudit[]): Promise<void> {
  if (entries.length === 0) return
  await tx.query(
    `INSERT INTO audit_entry (at, officer_id, action, case_id, alert_id, region_code, detail)
     SELECT $1, n.officer, n.action, n.case_id, n.alert_id, n.region, n.detail
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[])
       AS n (officer, action, case_id, alert_id, region, detail)`,
    [
      at,
      entries.map(({ officerId }) => officerId ?? null),
      entries.map(({ action }) => action),
      entries.map(({ caseId }) => caseId),
      entries.map(({ alertId }) => alertId),
      entries.map(({ region }) => region),
      entries.map(({ detail }) => JSON.stringify(detail ?? {})),
    ],
  )
}
