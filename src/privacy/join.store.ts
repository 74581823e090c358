import { JOIN_MINUTES } from '../core/join.ts'
import type { Sql } from '../database/sql.ts'
import { GUESSES_FORGOTTEN_MS, type LaneJoin } from './join.ts'

/**
 * For lanes in which a code may be typed now; there are few. The codes stay locked until the transaction ends: a code is
 * good for one.
 */
export async function readJoins(
  tx: Sql,
  lanes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, LaneJoin>> {
  if (lanes.length === 0) return new Map()
  const { rows: codes } = await tx.query<{ code_key: string; person_id: string }>(
    'SELECT code_key, person_id FROM join_code WHERE expires_at > $1 ORDER BY code_key FOR UPDATE',
    [now],
  )
  const { rows: own } = await tx.query<{ lane: string; person_id: string; guesses: number | null }>(
    `SELECT c.id AS lane, c.person_id, g.count AS guesses
     FROM conversation c LEFT JOIN join_guess g ON g.person_id = c.person_id AND g.since > $2
     WHERE c.id = ANY($1::text[])`,
    [lanes, new Date(now.getTime() - GUESSES_FORGOTTEN_MS)],
  )
  const people = [...new Set([...codes, ...own].map(({ person_id }) => person_id))]
  const { rows: addresses } = await tx.query<{ person_id: string; channels: string[] }>(
    `SELECT person_id, array_agg(DISTINCT channel) AS channels FROM address
     WHERE person_id = ANY($1::text[]) GROUP BY person_id`,
    [people],
  )
  const channelsOf = new Map(addresses.map(({ person_id, channels }) => [person_id, channels]))
  const known = new Map(
    codes.map(({ code_key, person_id }) => [
      code_key,
      { personId: person_id, channels: channelsOf.get(person_id) ?? [] },
    ]),
  )
  return new Map(
    own.map(({ lane, person_id, guesses }) => [
      lane,
      {
        personId: person_id,
        channels: channelsOf.get(person_id) ?? [],
        guesses: guesses ?? 0,
        codes: known,
      },
    ]),
  )
}

/**
 * Keeps a code that was shown; the person's earlier one is good no more. Should it be somebody else's as well, it is good
 * for neither: nobody may come to a stranger's cases by chance.
 */
export async function keepCode(tx: Sql, personId: string, key: string, now: Date): Promise<void> {
  await tx.query('DELETE FROM join_code WHERE person_id = $1 OR expires_at <= $2', [personId, now])
  await tx.query(
    `INSERT INTO join_code (code_key, person_id, expires_at) VALUES ($1, $2, $3)
     ON CONFLICT (code_key) DO UPDATE SET expires_at = $4`,
    [key, personId, new Date(now.getTime() + JOIN_MINUTES * 60_000), now],
  )
}

export async function countGuess(tx: Sql, personId: string, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO join_guess (person_id, count, since) VALUES ($1, 1, $2)
     ON CONFLICT (person_id) DO UPDATE SET
       count = CASE WHEN join_guess.since > $3 THEN join_guess.count + 1 ELSE 1 END,
       since = CASE WHEN join_guess.since > $3 THEN join_guess.since ELSE $2 END`,
    [personId, now, new Date(now.getTime() - GUESSES_FORGOTTEN_MS)],
  )
}

/**
 * Makes the one who typed a code and the one it was shown to one person: addresses, talks, cases, reminders and what waits
 * to be sent. Their language and stage hold on both sides. Returns the other side's talks; undefined when the code is good
 * no more.
 */
export async function joinPeople(
  tx: Sql,
  typedBy: string,
  key: string,
  now: Date,
): Promise<readonly string[] | undefined> {
  const { rows: used } = await tx.query<{ person_id: string }>(
    'DELETE FROM join_code WHERE code_key = $1 AND expires_at > $2 RETURNING person_id',
    [key, now],
  )
  const shownTo = used[0]?.person_id
  if (shownTo === undefined || shownTo === typedBy) return undefined
  const { rows: talks } = await tx.query<{ id: string }>(
    'SELECT id FROM conversation WHERE person_id = $1 AND place_cipher IS NULL ORDER BY updated_at DESC',
    [shownTo],
  )
  const both = [shownTo, typedBy]
  for (const table of ['address', 'conversation', 'outbox', 'case_file', 'reminder'])
    await tx.query(`UPDATE ${table} SET person_id = $1 WHERE person_id = $2`, both)
  await tx.query(
    `UPDATE person p SET chosen_locale = coalesce(p.chosen_locale, o.chosen_locale),
       created_at = least(p.created_at, o.created_at), last_seen_at = $3,
       consented_at = coalesce(p.consented_at, o.consented_at)
     FROM person o WHERE p.id = $1 AND o.id = $2`,
    [...both, now],
  )
  await tx.query('DELETE FROM person WHERE id = $1', [typedBy])
  await shareState(tx, shownTo)
  return talks.map(({ id }) => id)
}

/** The language somebody chose, and the stage they are at, on all sides; of the one talked with last where they differ. */
async function shareState(tx: Sql, personId: string): Promise<void> {
  await tx.query(
    `WITH own AS (SELECT state, updated_at FROM conversation WHERE person_id = $1),
     shared AS (
       SELECT (SELECT chosen_locale FROM person WHERE id = $1) AS locale,
         (SELECT state ->> 'stage' FROM own WHERE state ->> 'stage' IS NOT NULL ORDER BY updated_at DESC LIMIT 1) AS stage)
     UPDATE conversation c SET state = c.state
       || CASE WHEN s.locale IS NULL THEN '{}' ELSE jsonb_build_object('chosenLocale', s.locale, 'locale', s.locale) END
       || CASE WHEN s.stage IS NULL THEN '{}' ELSE jsonb_build_object('stage', s.stage) END
     FROM shared s WHERE c.person_id = $1`,
    [personId],
  )
}
