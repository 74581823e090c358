import type { CaseKind, CaseNumber, CaseState } from '../core/case.ts'
import type { CountryCode, RegionCode } from '../core/ids.ts'
import type { DangerSign } from '../core/topic.ts'
import type { Sql } from '../database/sql.ts'
import type { CaseFacts } from './rules.ts'

interface Row {
  readonly id: string
  readonly number: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly region_code: string | null
  readonly country: string | null
  readonly signs: readonly string[]
  readonly conversation_id: string | null
  readonly attended: boolean
}

const FACTS = `SELECT c.id, c.number, c.kind::text, c.state::text, c.region_code, c.country, c.signs, c.conversation_id,
    EXISTS (SELECT FROM officer o WHERE o.id = c.officer_id AND o.on_duty AND o.revoked_at IS NULL) AS attended
  FROM case_file c`

/** The cases of these numbers, each when it is its person's own: nobody raises an alert on another's case. */
export async function casesByNumber(
  tx: Sql,
  asked: readonly { readonly number: CaseNumber | null; readonly conversationId: string | null }[],
): Promise<readonly (CaseFacts | null)[]> {
  if (asked.every(({ number }) => number === null)) return asked.map(() => null)
  const { rows } = await tx.query<Row & Placed>(
    `SELECT n.place, f.* FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS n (asked, conversation, place)
     CROSS JOIN LATERAL (${FACTS} WHERE c.number = n.asked AND (c.conversation_id = n.conversation
       OR c.person_id = (SELECT person_id FROM conversation WHERE id = n.conversation))) AS f`,
    [asked.map(({ number }) => number), asked.map(({ conversationId }) => conversationId)],
  )
  return inPlace(asked, rows)
}

/** The newest case of each conversation, or of each person, that is not over. */
export async function openCasesOf(
  tx: Sql,
  whose: 'conversation_id' | 'person_id',
  ids: readonly (string | null)[],
  kind?: CaseKind,
): Promise<readonly (CaseFacts | null)[]> {
  const { rows } = await tx.query<Row & Placed>(
    `SELECT n.place, f.* FROM unnest($1::text[]) WITH ORDINALITY AS n (asked, place)
     CROSS JOIN LATERAL (${FACTS} WHERE c.${whose} = n.asked AND c.state NOT IN ('resolved', 'withdrawn')
       AND ($2::text IS NULL OR c.kind::text = $2) ORDER BY c.opened_at DESC LIMIT 1) AS f`,
    [ids, kind ?? null],
  )
  return inPlace(ids, rows)
}

interface Placed {
  readonly place: string
}

function inPlace(asked: readonly unknown[], rows: readonly (Row & Placed)[]): readonly (CaseFacts | null)[] {
  const byPlace = new Map(rows.map((row) => [Number(row.place) - 1, row]))
  return asked.map((_, place) => factsOf(byPlace.get(place)))
}

/**
 * With the other reports that name the same telephone, account or company: how many there are, and the open alert of the
 * same region that one of them has. Reports of several regions share a count, not an alert: each region's officers have
 * theirs. One such look at a time, so that two reports that come together find each other.
 */
export async function withJoined(tx: Sql, facts: CaseFacts): Promise<CaseFacts> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('alerts: joined reports', 0))")
  const { rows } = await tx.query<{ joined: number; joins: string | null }>(
    `WITH own AS (SELECT DISTINCT unnest(names) AS name FROM case_detail WHERE case_id = $1),
       same AS (
         SELECT DISTINCT d.case_id FROM case_detail d JOIN case_file c ON c.id = d.case_id
         WHERE d.names && ARRAY(SELECT name FROM own) AND d.case_id <> $1 AND c.kind = 'illegal_offer'
           AND c.submitted_at IS NOT NULL AND c.state <> 'withdrawn')
     SELECT (SELECT count(*)::int FROM same) AS joined,
       (SELECT a.dedup_key FROM alert a JOIN alert_case ac ON ac.alert_id = a.id
        WHERE ac.case_id IN (SELECT case_id FROM same) AND a.kind = 'illegal_offer' AND a.state <> 'resolved'
          AND a.region_code IS NOT DISTINCT FROM $2
        ORDER BY a.raised_at LIMIT 1) AS joins`,
    [facts.id, facts.region],
  )
  const [row] = rows
  return { ...facts, joined: row?.joined ?? 0, joins: row?.joins ?? null }
}

function factsOf(row: Row | undefined): CaseFacts | null {
  if (row === undefined) return null
  return {
    id: row.id,
    number: row.number as CaseNumber,
    kind: row.kind,
    state: row.state,
    region: row.region_code as RegionCode | null,
    country: row.country as CountryCode | null,
    signs: row.signs as readonly DangerSign[],
    conversation: row.conversation_id,
    attended: row.attended,
    joined: 0,
    joins: null,
  }
}
