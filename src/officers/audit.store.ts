import type { RegionCode } from '../core/ids.ts'
import { inPieces } from '../database/in-pieces.ts'
import type { Sql } from '../database/sql.ts'

export const AUDITED = [
  'queue_seen',
  'case_seen',
  'file_seen',
  'searched',
  'case_taken',
  'case_acknowledged',
  'alert_seen',
  'case_noted',
  'case_replied',
  'talk_opened',
  'talk_closed',
  'case_escalated',
  'case_resolved',
  'refused_out_of_scope',
  'officers_seen',
  'officer_invited',
  'officer_joined',
  'officer_revoked',
  'duty_changed',
  'language_changed',
  'unanswered_seen',
] as const
export type Audited = (typeof AUDITED)[number]

export interface AuditEntry {
  readonly at: Date
  /** Null: the command line. */
  readonly officerId: string | null
  readonly action: Audited
  readonly caseId?: string | null
  readonly alertId?: string | null
  readonly region?: RegionCode | null
  /** Words of ours, ids and counts; never what a person wrote. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

/** In the transaction of what it tells of: both happened, or neither. */
export async function audit(tx: Sql, entry: AuditEntry): Promise<void> {
  const { at, officerId, action, caseId = null, alertId = null, region = null, detail = {} } = entry
  await tx.query(
    `INSERT INTO audit_entry (at, officer_id, action, case_id, alert_id, region_code, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [at, officerId, action, caseId, alertId, region, JSON.stringify(detail)],
  )
}

const AT_ONCE = 5_000
/** Who looked at a report must be answerable for longer than the report is kept. */
const KEPT_DAYS = 730
const INVITATIONS_KEPT_DAYS = 90

export interface OfficerRetention {
  readonly audit: number
  readonly invitations: number
}

export async function retainAudit(sql: Sql, now: Date): Promise<OfficerRetention> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const deleted = await inPieces(
    sql,
    'DELETE FROM audit_entry WHERE id IN (SELECT id FROM audit_entry WHERE at < $1 ORDER BY id LIMIT $2)',
    before(KEPT_DAYS),
    AT_ONCE,
  )
  const invitations = await sql.query('DELETE FROM officer_invitation WHERE expires_at < $1', [
    before(INVITATIONS_KEPT_DAYS),
  ])
  return { audit: deleted, invitations: invitations.rowCount ?? 0 }
}
