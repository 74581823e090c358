import type { Sql } from '../database/sql.ts'
import type { AlertDepths } from './depths.ts'

/** How the alerts stand, and what became of those of the last day; the audit log counts for all processes. */
export async function readAlertDepths(sql: Sql): Promise<AlertDepths> {
  const open = await sql.query<{ severity: string; state: string; count: number }>(
    `SELECT severity, state::text, count(*)::int AS count FROM alert WHERE state <> 'resolved' GROUP BY severity, state`,
  )
  const worst = await sql.query<{ age: number; nobody: number }>(
    `SELECT coalesce(extract(epoch FROM now() - min(raised_at) FILTER (WHERE severity = 'emergency' AND state <> 'acknowledged')), 0)
         ::float8 AS age,
       (count(*) FILTER (WHERE nobody_since IS NOT NULL))::int AS nobody
     FROM alert WHERE state <> 'resolved'`,
  )
  const day = await sql.query<{ action: string; count: number }>(
    `SELECT action, count(*)::int AS count FROM audit_entry
     WHERE at > now() - interval '1 day' AND action = ANY($1::text[]) GROUP BY action`,
    [Object.keys(WHAT)],
  )
  return {
    open: open.rows,
    oldestEmergencySeconds: worst.rows[0]?.age ?? 0,
    unreachable: worst.rows[0]?.nobody ?? 0,
    lastDay: day.rows.map(({ action, count }) => ({ what: WHAT[action] ?? action, count })),
  }
}

const WHAT: Readonly<Record<string, string>> = {
  alert_raised: 'raised',
  alert_delivered: 'delivered',
  alert_acknowledged: 'acknowledged',
  alert_escalated: 'escalated',
  alert_resolved: 'resolved',
}
