import type { Sql } from '../database/sql.ts'
import { readStep, type StepStore } from './dialogue/steps.ts'

/** What was asked and never answered is forgotten after a day. */
const KEPT_MS = 24 * 3_600_000

/** What each officer was asked last. */
export function stepStore(sql: Sql): StepStore {
  return {
    async get(officer, now) {
      const { rows } = await sql.query<{ step: unknown }>(
        'SELECT step FROM officer_step WHERE officer_id = $1 AND asked_at > $2',
        [officer, new Date(now.getTime() - KEPT_MS)],
      )
      return rows[0] === undefined ? undefined : readStep(rows[0].step)
    },
    async put(officer, step, now) {
      await sql.query(
        `INSERT INTO officer_step (officer_id, step, asked_at) VALUES ($1, $2::jsonb, $3)
         ON CONFLICT (officer_id) DO UPDATE SET step = excluded.step, asked_at = excluded.asked_at`,
        [officer, JSON.stringify(step), now],
      )
    },
    async clear(officer) {
      await sql.query('DELETE FROM officer_step WHERE officer_id = $1', [officer])
    },
  }
}
