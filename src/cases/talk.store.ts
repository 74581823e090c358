import { randomUUID } from 'node:crypto'
import type { CaseNumber } from '../core/case.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Apply } from './happened.ts'
import { addStatus, lockOwnCase, type ToOfficer } from './own-case.store.ts'
import { sealAt } from './sealed.ts'

/** The person wants an officer: their case waits for one; without a case it becomes one. */
export const wantHandover: Apply<'handover_requested'> = async (tx, happened) => {
  for (const one of happened) {
    const { event, channel, personId, conversationId, at } = one
    if (event.number === null || personId === null) continue
    const own = await lockOwnCase(tx, event.number, one)
    if (own?.state === 'resolved' || own?.state === 'withdrawn') continue
    const id = own?.id ?? randomUUID()
    if (own === undefined) {
      await tx.query(
        `INSERT INTO case_file (id, number, kind, state, person_id, conversation_id, channel, region_code, topic, opened_at,
           submitted_at, changed_at, handover)
         VALUES ($1, $2, 'handover', 'open', $3, $4, $5, $6, 'handover', $7, $7, $7, 'waiting')`,
        [id, event.number, personId, conversationId, channel, event.region, at],
      )
      await addStatus(tx, id, 'opened', at)
    } else {
      await tx.query(
        `UPDATE case_file SET changed_at = $2,
           handover = CASE WHEN handover = 'open' THEN handover ELSE 'waiting'::handover_state END,
           submitted_at = CASE WHEN kind = 'handover' THEN coalesce(submitted_at, $2) ELSE submitted_at END,
           state = CASE WHEN kind = 'handover' AND state = 'draft' THEN 'open'::case_state ELSE state END
         WHERE id = $1`,
        [id, at],
      )
    }
    await addStatus(tx, id, 'handover_wanted', at)
  }
}

/** What the person says to the officer: kept in the transcript, and on its way in the same commit. */
export function passMessages(vault: Vault, toOfficer: ToOfficer): Apply<'case_message'> {
  return async (tx, happened) => {
    for (const one of happened) {
      const { event, at } = one
      const { number, text } = event
      const own = await lockOwnCase(tx, number, one)
      if (own === undefined || own.state === 'withdrawn') continue
      await addMessage(tx, vault, { caseId: own.id, text, at, officerId: null })
      await tx.query('UPDATE case_file SET talked_at = $2, changed_at = $2 WHERE id = $1', [own.id, at])
      if (own.handover === 'open' && own.officerId !== null)
        await toOfficer(tx, own.officerId, { key: 'officer.desk.said', params: { number, text } })
    }
  }
}

export async function addMessage(
  tx: Sql,
  vault: Vault,
  message: { caseId: string; text: string; at: Date; officerId: string | null; kind?: 'message' | 'note' },
): Promise<void> {
  const { caseId, text, at, officerId, kind = 'message' } = message
  await tx.query(
    'INSERT INTO case_entry (case_id, at, author, officer_id, kind, text) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      caseId,
      at,
      officerId === null ? 'citizen' : 'officer',
      officerId,
      kind,
      sealAt(vault, 'entry', caseId, text),
    ],
  )
}

/**
 * The talk ends on the person's side. A wish to talk that no officer has answered yet is over with it; a report stays.
 */
export function endTalks(toOfficer: ToOfficer): Apply<'handover_ended'> {
  return async (tx, happened) => {
    for (const one of happened) {
      const { event, at } = one
      const { number, by } = event
      const own = await lockOwnCase(tx, number, one)
      if (own === undefined || own.handover === 'none') continue
      const { rows } = await tx.query<{ state: string }>(
        `UPDATE case_file SET handover = 'none', changed_at = $2,
           state = CASE WHEN kind = 'handover' AND officer_id IS NULL THEN 'withdrawn'::case_state ELSE state END,
           outcome = CASE WHEN kind = 'handover' AND officer_id IS NULL THEN 'withdrawn' ELSE outcome END,
           resolved_at = CASE WHEN kind = 'handover' AND officer_id IS NULL THEN $2 ELSE resolved_at END
         WHERE id = $1 RETURNING state::text`,
        [own.id, at],
      )
      await addStatus(tx, own.id, by === 'person' ? 'talk_closed_by_person' : 'talk_closed_by_silence', at)
      if (rows[0]?.state === 'withdrawn') await addStatus(tx, own.id, 'withdrawn', at)
      if (own.handover === 'open' && own.officerId !== null)
        await toOfficer(tx, own.officerId, closed(by, number))
    }
  }
}

function closed(by: 'person' | 'silence', number: CaseNumber): Wording {
  return {
    key: by === 'person' ? 'officer.desk.closedByPerson' : 'officer.desk.closedBySilence',
    params: { number },
  }
}

/**
 * Ends talks that both sides let rest: whoever is silent for so long does not expect that the next word goes to the other.
 */
export async function endSilentTalks(tx: Sql, before: Date, at: Date, toOfficer: ToOfficer): Promise<number> {
  const { rows } = await tx.query<{ id: string; number: CaseNumber; officer_id: string }>(
    `UPDATE case_file SET handover = 'none', changed_at = $2
     WHERE handover = 'open' AND coalesce(talked_at, changed_at) < $1 RETURNING id, number, officer_id`,
    [before, at],
  )
  for (const { id, number, officer_id } of rows) {
    await addStatus(tx, id, 'talk_closed_by_silence', at)
    await toOfficer(tx, officer_id, closed('silence', number))
  }
  return rows.length
}
