import type { Sql } from '../database/sql.ts'

/**
 * Forgets the people of these conversations: conversations, turns and addresses go with the person's row; what waits to
 * be sent to them and what was parked goes, too. Effects on cases have run before. What stays are keyed hashes of vendor
 * ids, for as long as a vendor may deliver a message again, and counts. The last goodbye is inserted after this, under
 * nobody's name.
 */
export async function erasePeople(tx: Sql, lanes: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ person_id: string; lanes: string[] }>(
    `SELECT person_id, array_agg(id) AS lanes FROM conversation
     WHERE person_id IN (SELECT person_id FROM conversation WHERE id = ANY($1::text[]))
     GROUP BY person_id`,
    [lanes],
  )
  const people = rows.map(({ person_id }) => person_id)
  const all = [...new Set([...lanes, ...rows.flatMap((row) => row.lanes)])]
  await tx.query('DELETE FROM outbox WHERE person_id = ANY($1::text[])', [people])
  await tx.query(`DELETE FROM parked_message WHERE conversation_id = ANY($1::text[])`, [all])
  await tx.query(
    `UPDATE inbox SET state = 'dropped', content = NULL WHERE state = 'parked' AND lane = ANY($1::uuid[])`,
    [all],
  )
  await tx.query('DELETE FROM person WHERE id = ANY($1::text[])', [people])
}
