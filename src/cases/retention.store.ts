import { inPieces } from '../database/in-pieces.ts'
import type { Sql } from '../database/sql.ts'

export interface CaseRetention {
  readonly cases: number
  readonly drafts: number
  readonly reminders: number
}

const AT_ONCE = 1_000

/**
 * Deletes what is over for so many days, with all that hangs on it: ended cases, reports nobody finished, reminders. A case
 * that is open stays, however old: somebody still has to act on it.
 */
export async function retainCases(sql: Sql, now: Date, days: number): Promise<CaseRetention> {
  const before = new Date(now.getTime() - days * 86_400_000)
  return {
    cases: await inPieces(
      sql,
      'DELETE FROM case_file WHERE id IN (SELECT id FROM case_file WHERE resolved_at < $1 LIMIT $2)',
      before,
      AT_ONCE,
    ),
    drafts: await inPieces(
      sql,
      `DELETE FROM case_file WHERE id IN (
         SELECT id FROM case_file WHERE state = 'draft' AND kind <> 'emergency' AND changed_at < $1 LIMIT $2)`,
      before,
      AT_ONCE,
    ),
    reminders: await inPieces(
      sql,
      'DELETE FROM reminder WHERE id IN (SELECT id FROM reminder WHERE ended_at < $1 LIMIT $2)',
      before,
      AT_ONCE,
    ),
  }
}
