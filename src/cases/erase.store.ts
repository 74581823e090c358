import type { Sql } from '../database/sql.ts'
import type { Apply, Happened } from './happened.ts'
import type { ToOfficer } from './own-case.store.ts'

/**
 * A person wants to be forgotten. A report that officers have stays as long as law and others' safety need it, without
 * anybody in it: no person, no conversation, no way to reach them, no talk, no notes, no files. Of an emergency that was
 * never agreed to, the words go, too; what it was and where stays. Everything else goes: drafts, wishes to talk, reminders.
 */
export function forgetCases(toOfficer: ToOfficer): Apply<'forget_confirmed'> {
  return async (tx, happened) => {
    for (const one of happened) await forget(tx, one, toOfficer)
  }
}

async function forget(
  tx: Sql,
  { personId, conversationId, at }: Happened<'forget_confirmed'>,
  toOfficer: ToOfficer,
): Promise<void> {
  const own = [personId, conversationId]
  await tx.query('DELETE FROM reminder WHERE person_id = $1 OR conversation_id = $2', own)
  const { rows } = await tx.query<{
    id: string
    number: string
    officer_id: string | null
    kept: boolean
    told: boolean
  }>(
    `SELECT id, number, officer_id, submitted_at IS NOT NULL AS told,
       kind <> 'handover' AND (submitted_at IS NOT NULL OR kind = 'emergency' OR officer_id IS NOT NULL)
         AND state <> 'withdrawn' AS kept
     FROM case_file WHERE person_id = $1 OR conversation_id = $2 ORDER BY id FOR UPDATE`,
    own,
  )
  for (const { number, officer_id } of rows)
    if (officer_id !== null)
      await toOfficer(tx, officer_id, { key: 'officer.desk.forgotten', params: { number } })
  const idsOf = (some: typeof rows) => some.map(({ id }) => id)
  await tx.query('DELETE FROM case_file WHERE id = ANY($1::uuid[])', [
    idsOf(rows.filter(({ kept }) => !kept)),
  ])
  const kept = rows.filter((row) => row.kept)
  if (kept.length === 0) return
  await tx.query(`DELETE FROM case_entry WHERE case_id = ANY($1::uuid[]) AND kind <> 'status'`, [idsOf(kept)])
  await tx.query('DELETE FROM case_attachment WHERE case_id = ANY($1::uuid[])', [idsOf(kept)])
  await tx.query(
    `DELETE FROM case_detail WHERE case_id = ANY($1::uuid[]) AND (field = 'reach' OR case_id = ANY($2::uuid[]))`,
    [idsOf(kept), idsOf(kept.filter(({ told }) => !told))],
  )
  await tx.query(
    `UPDATE case_file SET person_id = NULL, conversation_id = NULL, handover = 'none', changed_at = $2,
       state = CASE WHEN state = 'draft' THEN 'open'::case_state ELSE state END, submitted_at = coalesce(submitted_at, $2)
     WHERE id = ANY($1::uuid[])`,
    [idsOf(kept), at],
  )
  await tx.query(
    `INSERT INTO case_entry (case_id, at, author, kind, status)
     SELECT id, $2, 'system', 'status', 'person_forgotten' FROM unnest($1::uuid[]) AS id`,
    [idsOf(kept), at],
  )
}
