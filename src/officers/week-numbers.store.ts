import { CASE_KINDS, type CaseKind } from '../core/case.ts'
import { dayInJakarta, localDate } from '../core/dates.ts'
import type { Sql } from '../database/sql.ts'
import type { Week, WeekNumbers } from './dialogue/week-numbers.ts'

/** A picture of more weeks has bars too thin for a telephone. */
const WEEKS = 8
const DAY_MS = 86_400_000

/** What counts: a case somebody sent, and an emergency from its first message. */
const COUNTED = `(c.state <> 'draft' OR c.kind = 'emergency')`
const THEIRS = `($1::text[] IS NULL OR EXISTS (
  SELECT FROM unnest($1::text[]) AS own WHERE c.region_code = own OR starts_with(c.region_code, own || '.')))`

/** The numbers of the regions under these codes (null: all), with the weeks up to the running one. */
export async function weekNumbers(
  sql: Sql,
  prefixes: readonly string[] | null,
  now: Date,
): Promise<WeekNumbers> {
  const mondays = lastMondays(now)
  const from = mondays[0]
  const [byWeek, medians, totals] = await Promise.all([
    sql.query<{ week: string; kind: CaseKind; opened: number }>(
      `SELECT to_char(date_trunc('week', c.opened_at AT TIME ZONE 'Asia/Jakarta'), 'YYYY-MM-DD') AS week,
         c.kind::text AS kind, count(*)::int AS opened
       FROM case_file c
       WHERE ${COUNTED} AND ${THEIRS} AND c.opened_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Jakarta')
       GROUP BY 1, 2`,
      [prefixes, from],
    ),
    sql.query<{ week: string; minutes: number }>(
      `SELECT to_char(date_trunc('week', c.opened_at AT TIME ZONE 'Asia/Jakarta'), 'YYYY-MM-DD') AS week,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM
           c.acknowledged_at - CASE WHEN c.kind = 'emergency' THEN c.opened_at
             ELSE coalesce(c.submitted_at, c.opened_at) END)::float8 / 60) AS minutes
       FROM case_file c
       WHERE ${COUNTED} AND ${THEIRS} AND c.acknowledged_at IS NOT NULL
         AND c.opened_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Jakarta')
       GROUP BY 1`,
      [prefixes, from],
    ),
    sql.query<{ resolved: number; waiting: number; progress: number }>(
      `SELECT
         count(*) FILTER (WHERE c.state = 'resolved'
           AND c.resolved_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Jakarta'))::int AS resolved,
         count(*) FILTER (WHERE c.state = 'open' OR (c.state = 'draft' AND c.kind = 'emergency'))::int AS waiting,
         count(*) FILTER (WHERE c.state = 'in_progress')::int AS progress
       FROM case_file c WHERE ${THEIRS}`,
      [prefixes, mondays.at(-1)],
    ),
  ])
  const weeks = mondays.map((monday): Week => {
    const opened = Object.fromEntries(CASE_KINDS.map((kind) => [kind, 0])) as Record<CaseKind, number>
    for (const row of byWeek.rows) if (row.week === monday) opened[row.kind] = row.opened
    const minutes = medians.rows.find(({ week }) => week === monday)?.minutes
    return {
      from: localDate(monday),
      opened,
      minutesToAcknowledge: minutes === undefined ? null : Math.max(0, Number(minutes)),
    }
  })
  const [total] = totals.rows
  return {
    weeks,
    resolvedThisWeek: total?.resolved ?? 0,
    waiting: total?.waiting ?? 0,
    inProgress: total?.progress ?? 0,
  }
}

/** Mondays in Jakarta, oldest first; the last one begins the running week. */
function lastMondays(now: Date): readonly string[] {
  const today = new Date(`${dayInJakarta(now)}T00:00:00Z`)
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS
  return Array.from({ length: WEEKS }, (_, index) =>
    new Date(monday - (WEEKS - 1 - index) * 7 * DAY_MS).toISOString().slice(0, 10),
  )
}
