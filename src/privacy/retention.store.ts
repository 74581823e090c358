import { inPieces } from '../database/in-pieces.ts'
import type { Sql } from '../database/sql.ts'

/** Vendors deliver a message again for up to seven days (WhatsApp); so long we must know it, and some more. */
const KNOWN_DAYS = 14
const AT_ONCE = 5_000

export interface RetentionReport {
  readonly people: number
  readonly turns: number
  readonly inbox: number
  readonly outbox: number
}

/**
 * Deletes what is older than it may be, in small commits: people who were silent for so many days, with all that hangs on
 * them, unless they wait for a reminder or an officer has their case; turns; rows of inbox and outbox that are over. What
 * officers must still look at (parked, unresolved) stays until the same age.
 */
export async function applyRetention(sql: Sql, now: Date, days: number): Promise<RetentionReport> {
  const before = daysBefore(now, days)
  const known = daysBefore(now, Math.min(KNOWN_DAYS, days))
  return {
    people: await inPieces(
      sql,
      `DELETE FROM person WHERE id IN (
         SELECT p.id FROM person p WHERE p.last_seen_at < $1
           AND NOT EXISTS (SELECT FROM conversation c WHERE c.person_id = p.id AND c.updated_at >= $1)
           AND NOT EXISTS (SELECT FROM outbox o WHERE o.person_id = p.id)
           AND NOT EXISTS (SELECT FROM reminder r WHERE r.person_id = p.id AND r.ended_at IS NULL)
           AND NOT EXISTS (SELECT FROM case_file f WHERE f.person_id = p.id AND f.resolved_at IS NULL AND f.state <> 'draft')
         LIMIT $2)`,
      before,
      AT_ONCE,
    ),
    turns: await inPieces(
      sql,
      'DELETE FROM turn WHERE id IN (SELECT id FROM turn WHERE created_at < $1 LIMIT $2)',
      before,
      AT_ONCE,
    ),
    inbox:
      (await inPieces(
        sql,
        `DELETE FROM inbox WHERE id IN (
           SELECT id FROM inbox WHERE state IN ('done', 'dropped') AND done_at < $1 ORDER BY id LIMIT $2)`,
        known,
        AT_ONCE,
      )) +
      (await inPieces(
        sql,
        `DELETE FROM inbox WHERE id IN (
           SELECT id FROM inbox WHERE state = 'parked' AND done_at < $1 ORDER BY id LIMIT $2)`,
        before,
        AT_ONCE,
      )),
    outbox: await inPieces(
      sql,
      `DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE finished_at < $1 ORDER BY id LIMIT $2)`,
      known,
      AT_ONCE,
    ),
  }
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
