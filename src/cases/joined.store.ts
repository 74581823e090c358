import type { Sql } from '../database/sql.ts'

/** Reports that name the same recruiter, one by the other. */
export interface JoinedReports {
  /** The oldest of them, the case itself when it stands alone: the same for all, until an older one is found. */
  readonly first: string
  /** How many, this one included. */
  readonly count: number
  readonly others: readonly string[]
}

/** What each of these cases is joined with: by a telephone number, an account or a company, directly or over others.
 * Goes from name to name, which are few, not from report to report. */
export async function joinedByEach(
  tx: Sql,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, JoinedReports>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await tx.query<{ root: string; cases: string[] }>(
    `WITH RECURSIVE named (root, name) AS (
       SELECT d.case_id, u.own FROM case_detail d CROSS JOIN unnest(d.names) AS u (own) WHERE d.case_id = ANY($1::uuid[])
       UNION
       SELECT n.root, other.name FROM named n
       JOIN case_detail d1 ON d1.names @> ARRAY[n.name]
       JOIN case_detail d2 ON d2.case_id = d1.case_id
       CROSS JOIN unnest(d2.names) AS other (name))
     SELECT j.root, array_agg(c.id ORDER BY c.opened_at, c.id) AS cases
     FROM (
       SELECT id AS root, id AS case_id FROM unnest($1::uuid[]) AS id
       UNION
       SELECT n.root, d.case_id FROM named n JOIN case_detail d ON d.names @> ARRAY[n.name]) AS j
     JOIN case_file c ON c.id = j.case_id
     WHERE c.id = j.root OR c.submitted_at IS NOT NULL AND c.state <> 'withdrawn'
     GROUP BY j.root`,
    [caseIds],
  )
  return new Map(
    rows.map(({ root, cases }) => [
      root,
      { first: cases[0] ?? root, count: cases.length, others: cases.filter((id) => id !== root) },
    ]),
  )
}

/** The same for one. */
export async function joinedBy(tx: Sql, caseId: string): Promise<JoinedReports> {
  return (await joinedByEach(tx, [caseId])).get(caseId) ?? { first: caseId, count: 1, others: [] }
}
