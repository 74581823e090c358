import { randomUUID } from 'node:crypto'
import type { CaseNumber, CaseState, ReportField } from '../core/case.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { refusedBefore } from './attachment-limits.ts'
import type { Status } from './case-card.ts'
import type { Apply, Happened } from './happened.ts'
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

/** More files of one case are not kept. */
const FILES_OF_CASE = 20

/**
 * The case of this number when it is this person's. Nobody reaches another's case by its number, whatever the turn said.
 * Whoever goes on in another channel of theirs has the answer there.
 */
export async function lockOwnCase(
  tx: Sql,
  number: CaseNumber,
  {
    personId,
    conversationId,
    channel,
  }: Pick<Happened<'case_told'>, 'personId' | 'conversationId' | 'channel'>,
): Promise<OwnCase | undefined> {
  const { rows } = await tx.query<{
    id: string
    state: CaseState
    officer_id: string | null
    handover: OwnCase['handover']
    elsewhere: boolean
  }>(
    `SELECT id, state::text, officer_id, handover::text, conversation_id IS DISTINCT FROM $3 AS elsewhere FROM case_file
     WHERE number = $1 AND person_id = $2 FOR NO KEY UPDATE`,
    [number, personId, conversationId],
  )
  const [row] = rows
  if (row === undefined) return undefined
  if (row.elsewhere)
    await tx.query('UPDATE case_file SET conversation_id = $2, channel = $3 WHERE id = $1', [
      row.id,
      conversationId,
      channel,
    ])
  return { id: row.id, state: row.state, officerId: row.officer_id, handover: row.handover }
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

async function addDetail(
  tx: Sql,
  vault: Vault,
  { caseId, field, text, at }: { caseId: string; field: ReportField; text: string; at: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO case_detail (case_id, field, value, names, created_at) VALUES ($1, $2, $3, $4::uuid[], $5)',
    [caseId, field, sealAt(vault, 'detail', caseId, text), keysOf(namesIn(field, text), vault), at],
  )
}

/** A number that is taken already refuses the commit; the message is then answered again, with another number. */
export function openCases(vault: Vault): Apply<'case_opened'> {
  return async (tx, happened) => {
    for (const { event, channel, personId, conversationId, at } of happened) {
      const { number, opening, topic, region, country, anonymous, consented, told } = event
      const id = randomUUID()
      await tx.query(
        `INSERT INTO case_file (id, number, kind, state, person_id, conversation_id, channel, anonymous, consented_at,
           region_code, country, topic, signs, opened_at, changed_at)
         VALUES ($1, $2, $3::case_kind, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12::text[], $13, $13)`,
        [
          id,
          number,
          opening.kind,
          personId,
          conversationId,
          channel,
          anonymous,
          consented ? at : null,
          region,
          country,
          topic,
          opening.signs,
          at,
        ],
      )
      await addStatus(tx, id, 'opened', at)
      if (told !== null) await addDetail(tx, vault, { caseId: id, field: 'what', text: told, at })
    }
  }
}

/** What is added to a case that was withdrawn is not kept. */
export function keepTold(vault: Vault): Apply<'case_told'> {
  return async (tx, happened) => {
    for (const one of happened) {
      const { event, at } = one
      const { number, field, text, region, country } = event
      const own = await lockOwnCase(tx, number, one)
      if (own === undefined || own.state === 'withdrawn') continue
      if (text !== '') await addDetail(tx, vault, { caseId: own.id, field, text, at })
      await tx.query(
        `UPDATE case_file SET region_code = coalesce($2, region_code), country = coalesce($3, country), changed_at = $4
         WHERE id = $1`,
        [own.id, region, country, at],
      )
    }
  }
}

/** Notes which file is meant; it is fetched later. */
export function noteAttachments(vault: Vault): Apply<'case_attached'> {
  return async (tx, happened) => {
    for (const one of happened) {
      const { event, channel, conversationId, at } = one
      const { number, what, reference, mime, bytes } = event
      const own = await lockOwnCase(tx, number, one)
      if (own === undefined || own.state === 'withdrawn') continue
      const id = randomUUID()
      const refusal = refusedBefore(mime, bytes)
      await tx.query(
        `INSERT INTO case_attachment (id, case_id, channel, account, what, mime, bytes, reference, refusal, created_at)
         SELECT $1, $2, $3, c.account, $5, $6, $7, $8, $9, $10 FROM conversation c
         WHERE c.id = $4 AND (SELECT count(*) FROM case_attachment a WHERE a.case_id = $2) < ${FILES_OF_CASE}`,
        [
          id,
          own.id,
          channel,
          conversationId,
          what,
          mime,
          bytes,
          refusal === null ? sealAt(vault, 'reference', id, reference) : null,
          refusal,
          at,
        ],
      )
      await tx.query('UPDATE case_file SET changed_at = $2 WHERE id = $1', [own.id, at])
    }
  }
}

/** The report is complete. Whoever took it while it was being told keeps it. */
export const submitCases: Apply<'case_submitted'> = async (tx, happened) => {
  for (const one of happened) {
    const { event, at } = one
    const own = await lockOwnCase(tx, event.number, one)
    if (own === undefined) continue
    const { rowCount } = await tx.query(
      `UPDATE case_file SET state = CASE WHEN state = 'draft' THEN 'open'::case_state ELSE state END,
         anonymous = $2, submitted_at = coalesce(submitted_at, $3), changed_at = $3
       WHERE id = $1 AND state IN ('draft', 'open', 'in_progress')`,
      [own.id, event.anonymous, at],
    )
    if (rowCount === 1) await addStatus(tx, own.id, 'submitted', at)
  }
}

/** Of a report that officers never saw, nothing is kept but that it was withdrawn. An officer who has it is told. */
export function withdrawCases(toOfficer: ToOfficer): Apply<'case_withdrawn'> {
  return async (tx, happened) => {
    for (const one of happened) {
      const { event, at } = one
      const own = await lockOwnCase(tx, event.number, one)
      if (own === undefined || own.state === 'resolved' || own.state === 'withdrawn') continue
      await tx.query(
        `UPDATE case_file SET state = 'withdrawn', outcome = 'withdrawn', handover = 'none', resolved_at = $2, changed_at = $2
         WHERE id = $1`,
        [own.id, at],
      )
      await addStatus(tx, own.id, 'withdrawn', at)
      if (own.state === 'draft') {
        await tx.query('DELETE FROM case_detail WHERE case_id = $1', [own.id])
        await tx.query('DELETE FROM case_attachment WHERE case_id = $1', [own.id])
      }
      if (own.officerId !== null)
        await toOfficer(tx, own.officerId, {
          key: 'officer.desk.withdrawn',
          params: { number: event.number },
        })
    }
  }
}
