import { randomUUID } from 'node:crypto'
import type { OfficerRole } from '../core/alert.ts'
import type { AgreementId, ContactId, RegionCode } from '../core/ids.ts'
import type { Sql, SqlPool } from '../database/sql.ts'
import type { Done, OfficerId, Refused } from './desk.ts'
import type { ConfirmContact, Confirming, ConfirmMilestone, ConfirmSource } from './dialogue/confirming.ts'
import { inScope } from './scope.ts'

/** Writes what an officer confirmed: the row, its new source and the citation, the mark that keeps the seeder off, the audit entry. */
export function confirmingStore(pool: SqlPool): Confirming {
  return {
    milestone: (officer, confirmed, at) =>
      pool.transaction((tx) => confirmMilestone(tx, officer, confirmed, at)),
    contact: (officer, confirmed, at) => pool.transaction((tx) => confirmContact(tx, officer, confirmed, at)),
  }
}

async function confirmMilestone(
  tx: Sql,
  officer: OfficerId,
  { agreement, milestone, result, happened, source }: ConfirmMilestone,
  at: Date,
): Promise<Done> {
  const { rows } = await tx.query<{
    row_id: string
    region: RegionCode | null
    kind: string
    state: string
    is_signed: boolean
  }>(
    `SELECT m.id AS row_id, a.region_code AS region, m.kind::text AS kind, m.state::text AS state,
       a.status IN ('signed', 'being_implemented') AS is_signed
     FROM agreement a JOIN milestone m ON m.agreement_id = a.id
     WHERE a.id = $1 AND m.key = $2 FOR UPDATE OF a, m`,
    [agreement, milestone],
  )
  const [found] = rows
  const refused = await refusedTo(tx, officer, found)
  if (refused !== undefined) return refused
  if (found === undefined) return { kind: 'not_found' }
  // Somebody was faster, or the seed files know it meanwhile.
  if (found.state !== 'planned' && found.state !== 'unknown') return { kind: 'ended' }
  const sourceId = await insertSource(tx, officer, source, at)
  const signed = found.kind === 'signing' && result === 'done'
  await tx.query(
    // The signing keeps its planned day: the answer names both, the plan and what became of it.
    `UPDATE milestone SET state = $2::milestone_state,
       date = CASE WHEN $3::text IS NULL OR (kind = 'signing' AND date IS NOT NULL) THEN date ELSE $3 END,
       edited_by = $4, edited_at = $5 WHERE id = $1`,
    [found.row_id, result, happened, officer, at],
  )
  await tx.query(
    `UPDATE agreement SET
       status = CASE WHEN $2::bool AND NOT $3::bool THEN 'signed'::agreement_status ELSE status END,
       signed_on = CASE WHEN $2::bool THEN coalesce(signed_on, $4) ELSE signed_on END,
       as_of = greatest(as_of, $5), edited_by = $6, edited_at = $7
     WHERE id = $1`,
    [agreement, signed, found.is_signed, happened, source.publishedOn, officer, at],
  )
  await cite(tx, 'milestone_id', found.row_id, sourceId)
  if (signed) await cite(tx, 'agreement_id', agreement, sourceId)
  await audit(
    tx,
    officer,
    'milestone_confirmed',
    found.region,
    { agreement, milestone, result, source: sourceId },
    at,
  )
  return { kind: 'done' }
}

async function confirmContact(
  tx: Sql,
  officer: OfficerId,
  { contact, phones, source }: ConfirmContact,
  at: Date,
): Promise<Done> {
  const { rows } = await tx.query<{ region: RegionCode | null }>(
    `SELECT region_code AS region FROM contact WHERE id = $1 FOR UPDATE`,
    [contact],
  )
  const [found] = rows
  const refused = await refusedTo(tx, officer, found)
  if (refused !== undefined) return refused
  if (found === undefined) return { kind: 'not_found' }
  const sourceId = await insertSource(tx, officer, source, at)
  const grade = gradeOf(source.url)
  await tx.query(
    `UPDATE contact SET phones = coalesce($2::text[], phones),
       confidence = CASE WHEN $3 = 'official' THEN 'official'
         WHEN confidence = 'directory' THEN 'news' ELSE confidence::text END::confidence,
       edited_by = $4, edited_at = $5 WHERE id = $1`,
    [contact, phones, grade, officer, at],
  )
  await cite(tx, 'contact_id', contact, sourceId)
  const changed = phones !== null
  await audit(tx, officer, 'contact_confirmed', found.region, { contact, changed, source: sourceId }, at)
  return { kind: 'done' }
}

/** Read in the transaction that writes: a revocation holds from that moment on. */
async function refusedTo(
  tx: Sql,
  officer: OfficerId,
  found: { readonly region: RegionCode | null } | undefined,
): Promise<Refused | undefined> {
  const { rows } = await tx.query<{ role: OfficerRole; regions: RegionCode[] }>(
    `SELECT role::text AS role, regions FROM officer WHERE id = $1 AND revoked_at IS NULL FOR SHARE`,
    [officer],
  )
  const [own] = rows
  if (own === undefined) return { kind: 'revoked' }
  if (own.role === 'officer') return { kind: 'not_allowed' }
  if (found === undefined) return { kind: 'not_found' }
  return inScope(own, found.region) ? undefined : { kind: 'out_of_scope' }
}

async function insertSource(
  tx: Sql,
  officer: OfficerId,
  { url, publisher, publishedOn }: ConfirmSource,
  at: Date,
): Promise<string> {
  const id = `officer-${randomUUID()}`
  await tx.query(
    `INSERT INTO source (id, publisher, title, url, published_on, grade, edited_by, edited_at)
     VALUES ($1, $2, NULL, $3, $4, $5::grade, $6, $7)`,
    [id, publisher, url, publishedOn, gradeOf(url), officer, at],
  )
  return id
}

/** In front of the older ones: what confirms a thing is named before what announced it. */
async function cite(
  tx: Sql,
  column: 'milestone_id' | 'agreement_id' | 'contact_id',
  id: AgreementId | ContactId | string,
  sourceId: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO citation (source_id, position, ${column})
     SELECT $1, coalesce(min(position), 1) - 1, $2 FROM citation WHERE ${column} = $2`,
    [sourceId, id],
  )
}

async function audit(
  tx: Sql,
  officer: OfficerId,
  action: 'milestone_confirmed' | 'contact_confirmed',
  region: RegionCode | null,
  detail: object,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (at, officer_id, action, region_code, detail) VALUES ($1, $2, $3, $4, $5::jsonb)`,
    [at, officer, action, region, JSON.stringify(detail)],
  )
}

/** A page of the state is official; anything else counts as press until somebody says otherwise. */
function gradeOf(url: string): 'official' | 'news' {
  return /(^|\.)go\.id$/.test(new URL(url).hostname) ? 'official' : 'news'
}
