import type { Sql, SqlPool } from '../database/sql.ts'
import { resolveThese } from './desk.store.ts'
import { localDay } from './local-time.ts'
import { raiseAlerts } from './raise.store.ts'
import { ALERT_COLUMNS, type AlertRow, alertOf } from './rows.store.ts'
import { hasMorningCome, type UnansweredSubject, type WatchDraft, type Watched, watch } from './watch.ts'

const DAY = 86_400_000
/** What nothing ever ends when it has no case: a day after somebody saw it, the next of its kind is a new alert. */
const SEEN = [
  'emergency',
  'handover',
  'delivery_refused',
  'message_parked',
  'nobody_on_duty',
  'unanswered_subject',
]

/**
 * Raises what time brought: dates of agreements, old sources, questions without answers. Every key once, whatever became of
 * its alert. Alerts whose matter has gone (confirmed, a newer source, the next rung) are resolved. As often as one likes.
 */
export async function watchTime(sql: SqlPool, watched: Watched, now: Date): Promise<number> {
  return sql.transaction(async (tx) => {
    // One at a time: what another process just raised is seen.
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('alerts: what time brings', 0))")
    const drafts = watch(watched, await unansweredSubjects(tx, now), now)
    const { rows: known } = await tx.query<{ dedup_key: string }>(
      'SELECT DISTINCT dedup_key FROM alert WHERE dedup_key = ANY($1::text[])',
      [drafts.map(({ dedupKey }) => dedupKey)],
    )
    const before = new Set(known.map(({ dedup_key }) => dedup_key))
    const fresh = drafts.filter((draft) => !before.has(draft.dedupKey) && hasMorningCome(draft, now))
    await resolveGone(tx, drafts, now)
    await raiseAlerts(tx, fresh, now)
    return fresh.length
  })
}

async function unansweredSubjects(tx: Sql, now: Date): Promise<readonly UnansweredSubject[]> {
  const { rows } = await tx.query<{ topic: string; count: number }>(
    `SELECT topic, sum(count)::int AS count FROM unanswered_question WHERE day > $1 AND topic <> '' GROUP BY topic
     ORDER BY topic`,
    [localDay(new Date(now.getTime() - 7 * DAY), 'WIB')],
  )
  return rows
}

async function resolveGone(tx: Sql, drafts: readonly WatchDraft[], now: Date): Promise<void> {
  const standing = drafts.map(({ dedupKey }) => dedupKey)
  const { rows } = await tx.query<AlertRow>(
    `SELECT ${ALERT_COLUMNS} FROM alert
     WHERE state <> 'resolved' AND (
       (kind IN ('milestone_due', 'milestone_passed', 'source_stale') AND NOT dedup_key = ANY($1::text[]))
       OR (kind = ANY($2::text[]) AND case_id IS NULL AND state = 'acknowledged' AND acknowledged_at < $3))
     ORDER BY id FOR UPDATE`,
    [standing, SEEN, new Date(now.getTime() - DAY)],
  )
  await resolveThese(tx, rows.map(alertOf), now, 'over')
}

/** Resolved alerts older than what is kept of people, and what was noted for officers' mornings. */
export async function forgetOldAlerts(sql: Sql, before: Date): Promise<number> {
  await sql.query('DELETE FROM officer_digest WHERE at < $1', [before])
  const { rowCount } = await sql.query("DELETE FROM alert WHERE state = 'resolved' AND resolved_at < $1", [
    before,
  ])
  return rowCount ?? 0
}
