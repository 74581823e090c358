import type { Sql } from './sql.ts'

/**
 * Runs a statement that deletes at most so many rows, again and again, each time a commit of its own: others wait for no
 * lock for long. The statement takes a moment as `$1` and the number of rows as `$2`. Gives how many rows went.
 */
export async function inPieces(sql: Sql, statement: string, before: Date, atOnce: number): Promise<number> {
  let sum = 0
  for (;;) {
    const { rowCount } = await sql.query(statement, [before, atOnce])
    sum += rowCount ?? 0
    if ((rowCount ?? 0) < atOnce) return sum
  }
}
