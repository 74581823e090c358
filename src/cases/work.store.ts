import type { CaseNumber, CaseOutcome } from '../core/case.ts'
import type { Sql } from '../database/sql.ts'
import {
  CARD,
  CASES,
  type CardRow,
  cardsIn,
  cardsNaming,
  cardsOf,
  queueCards,
  talkCard,
  toCard,
  VISIBLE,
} from './cards.store.ts'
import type { CaseCard } from './case-card.ts'
import { readDossier, readFile } from './dossier.store.ts'
import { joinedBy } from './joined.store.ts'
import { addStatus } from './own-case.store.ts'
import { addMessage } from './talk.store.ts'

/** A case that an officer acts on: locked until the transaction ends, so that of two at once one comes second. */
export interface LockedCase {
  readonly card: CaseCard
  /** Null: the person was forgotten. */
  readonly conversationId: string | null
  readonly channel: string
}

async function lockCase(
  tx: Sql,
  which: { readonly number: CaseNumber } | { readonly id: string },
): Promise<LockedCase | undefined> {
  const locked = await tx.query<{ id: string }>(
    `SELECT id FROM case_file WHERE ${'number' in which ? 'number = $1' : 'id::text = $1'} FOR NO KEY UPDATE`,
    ['number' in which ? which.number : which.id],
  )
  // Read by a statement of its own, after the lock was got: who waited would else see the officer from before the wait.
  const { rows } = await tx.query<
    CardRow & { readonly conversation_id: string | null; readonly channel: string }
  >(`SELECT ${CARD}, c.conversation_id, c.channel FROM ${CASES} WHERE c.id = $1 AND ${VISIBLE}`, [
    locked.rows[0]?.id ?? null,
  ])
  const [row] = rows
  if (row === undefined) return undefined
  const { others } = await joinedBy(tx, row.id)
  return { card: toCard(row, others.length), conversationId: row.conversation_id, channel: row.channel }
}

/** An officer has it from now on, and whoever had it before has not. A talk of theirs is over. */
async function takeCase(tx: Sql, caseId: string, officerId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE case_file SET state = 'in_progress', officer_id = $2, acknowledged_at = coalesce(acknowledged_at, $3),
       changed_at = $3, handover = CASE WHEN handover = 'open' AND officer_id <> $2 THEN 'waiting'::handover_state ELSE handover END
     WHERE id = $1`,
    [caseId, officerId, at],
  )
  await addStatus(tx, caseId, 'taken', at, officerId)
}

/** Read and known, without being in anybody's hands. */
async function acknowledgeCase(tx: Sql, caseId: string, officerId: string, at: Date): Promise<void> {
  await tx.query(
    'UPDATE case_file SET acknowledged_at = coalesce(acknowledged_at, $2), changed_at = $2 WHERE id = $1',
    [caseId, at],
  )
  await addStatus(tx, caseId, 'acknowledged', at, officerId)
}

/** Something was said or noted. */
async function touchCase(tx: Sql, caseId: string, at: Date, talked: boolean): Promise<void> {
  await tx.query(
    'UPDATE case_file SET changed_at = $2, talked_at = CASE WHEN $3 THEN $2 ELSE talked_at END WHERE id = $1',
    [caseId, at, talked],
  )
}

async function setTalk(
  tx: Sql,
  caseId: string,
  officerId: string,
  at: Date,
  talk: 'open' | 'none',
): Promise<void> {
  await tx.query(
    `UPDATE case_file SET handover = $2::handover_state, changed_at = $3,
       talked_at = CASE WHEN $2 = 'open' THEN $3 ELSE talked_at END WHERE id = $1`,
    [caseId, talk, at],
  )
  await addStatus(tx, caseId, talk === 'open' ? 'talk_opened' : 'talk_closed_by_officer', at, officerId)
}

/** Out of the officer's hands, for the next level. */
async function passUp(tx: Sql, caseId: string, officerId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE case_file SET officer_id = NULL, changed_at = $2,
       state = CASE WHEN state = 'in_progress' THEN 'open'::case_state ELSE state END,
       submitted_at = coalesce(submitted_at, $2),
       handover = CASE WHEN handover = 'open' THEN 'waiting'::handover_state ELSE handover END
     WHERE id = $1`,
    [caseId, at],
  )
  await addStatus(tx, caseId, 'escalated', at, officerId)
}

async function resolveCase(
  tx: Sql,
  caseId: string,
  officerId: string,
  at: Date,
  outcome: CaseOutcome,
): Promise<void> {
  await tx.query(
    `UPDATE case_file SET state = 'resolved', outcome = $2, handover = 'none', resolved_at = $3, changed_at = $3,
       acknowledged_at = coalesce(acknowledged_at, $3), officer_id = $4 WHERE id = $1`,
    [caseId, outcome, at, officerId],
  )
  await addStatus(tx, caseId, 'resolved', at, officerId)
}

/** Whoever stops being an officer has no case any more. Gives those that need another. */
async function releaseCases(tx: Sql, officerId: string, at: Date): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE case_file SET officer_id = NULL, changed_at = $2, submitted_at = coalesce(submitted_at, $2),
       state = CASE WHEN state = 'in_progress' THEN 'open'::case_state ELSE state END,
       handover = CASE WHEN handover = 'open' THEN 'waiting'::handover_state ELSE handover END
     WHERE officer_id = $1 AND state IN ('draft', 'open', 'in_progress') RETURNING id`,
    [officerId, at],
  )
  return rows.map(({ id }) => id)
}

/** What officers do with cases. The desk gives the transaction and has checked who may. */
export const CASE_WORK = {
  acknowledgeCase,
  addMessage,
  cardsIn,
  cardsNaming,
  cardsOf,
  joinedBy,
  lockCase,
  passUp,
  queueCards,
  readDossier,
  readFile,
  releaseCases,
  resolveCase,
  setTalk,
  takeCase,
  talkCard,
  touchCase,
}
export type CaseWork = typeof CASE_WORK
