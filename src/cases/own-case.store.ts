import type { CaseNumber, CaseState, ReportField } from '../core/case.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Status } from './case-card.ts'
import type { Happened } from './happened.ts'
import { keysOf, namesIn } from './names.ts'
import { sealAt } from './sealed.ts'

/** A person's own case, ours until the transaction ends. */
export interface OwnCase {
  readonly id: string
  readonly state: CaseState
  readonly officerId: string | null
  readonly handover: 'none' | 'waiting' | 'open'
}

/** Says something to an officer, worded for them, in this transaction. Nothing happens when they are no officer any more. */
export type ToOfficer = (tx: Sql, officerId: string, wording: Wording) => Promise<void>

type Whose = Pick<Happened<'case_told'>, 'personId' | 'conversationId' | 'channel'>

/**
 * The cases of these numbers, each when it is its person's own. Nobody reaches another's case by its number, whatever the
 * turn said. Whoever goes on in another channel of theirs has the answer there. Locked in one order, whatever the order
 * asked.
 */
export async function lockOwnCases(
  tx: Sql,
  asked: readonly (Whose & { readonly number: CaseNumber })[],
): Promise<readonly (OwnCase | undefined)[]> {
  const { rows } = await tx.query<{
    place: string
    id: string
    state: CaseState
    officer_id: string | null
    handover: OwnCase['handover']
    elsewhere: boolean
  }>(
    `SELECT n.place, c.id, c.state::text, c.officer_id, c.handover::text,
       c.conversation_id IS DISTINCT FROM n.conversation AS elsewhere
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS n (number, person, conversation, place)
     JOIN case_file c ON c.number = n.number AND c.person_id = n.person
     ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [
      asked.map(({ number }) => number),
      asked.map(({ personId }) => personId),
      asked.map(({ conversationId }) => conversationId),
    ],
  )
  const byPlace = new Map(rows.map((row) => [Number(row.place) - 1, row]))
  for (const [place, { conversationId, channel }] of asked.entries()) {
    const row = byPlace.get(place)
    if (row?.elsewhere === true)
      await tx.query('UPDATE case_file SET conversation_id = $2, channel = $3 WHERE id = $1', [
        row.id,
        conversationId,
        channel,
      ])
  }
  return asked.map((_, place) => {
    const row = byPlace.get(place)
    return row && { id: row.id, state: row.state, officerId: row.officer_id, handover: row.handover }
  })
}

export async function lockOwnCase(tx: Sql, number: CaseNumber, whose: Whose): Promise<OwnCase | undefined> {
  const { personId, conversationId, channel } = whose
  return (await lockOwnCases(tx, [{ number, personId, conversationId, channel }]))[0]
}

/** What is said in a case, by its person. */
export interface Detail {
  readonly caseId: string
  readonly field: ReportField
  readonly text: string
  readonly at: Date
}

export async function addDetails(tx: Sql, vault: Vault, details: readonly Detail[]): Promise<void> {
  if (details.length === 0) return
  await tx.query(
    `INSERT INTO case_detail (case_id, field, value, names, created_at)
     SELECT case_id, field, value, names::uuid[], at
     FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[], $5::timestamptz[])
       WITH ORDINALITY AS n (case_id, field, value, names, at, place) ORDER BY place`,
    [
      details.map(({ caseId }) => caseId),
      details.map(({ field }) => field),
      details.map(({ caseId, text }) => sealAt(vault, 'detail', caseId, text)),
      details.map(({ field, text }) => `{${keysOf(namesIn(field, text), vault).join(',')}}`),
      details.map(({ at }) => at),
    ],
  )
}

export async function addStatus(
  tx: Sql,
  caseId: string,
  status: Status,
  at: Date,
  officerId: string | null = null,
): Promise<void> {
  await tx.query(
    `INSERT INTO case_entry (case_id, at, author, officer_id, kind, status) VALUES ($1, $2, $3, $4, 'status', $5)`,
    [caseId, at, officerId === null ? 'system' : 'officer', officerId, status],
  )
}
