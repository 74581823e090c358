import { randomUUID } from 'node:crypto'
import type { Vault } from '../privacy/vault.ts'
import { refusedBefore } from './attachment-limits.ts'
import type { Apply } from './happened.ts'
import { addDetails, addStatus, lockOwnCase, lockOwnCases, type ToOfficer } from './own-case.store.ts'
import { sealAt } from './sealed.ts'

/** More files of one case are not kept. */
const FILES_OF_CASE = 20

/** A number that is taken already refuses the commit; the message is then answered again, with another number. */
export function openCases(vault: Vault): Apply<'case_opened'> {
  return async (tx, happened) => {
    const opened = happened.map((one) => ({ ...one, id: randomUUID() }))
    const files = tx.query(
      `INSERT INTO case_file (id, number, kind, state, person_id, conversation_id, channel, anonymous, consented_at,
         region_code, country, topic, signs, opened_at, changed_at)
       SELECT id, number, kind::case_kind, 'draft', person, conversation, channel, anonymous, consented, region, country,
         topic, ARRAY(SELECT jsonb_array_elements_text(signs)), at, at
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::timestamptz[],
         $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::timestamptz[]) AS n (id, number, kind, person,
         conversation, channel, anonymous, consented, region, country, topic, signs, at)`,
      [
        opened.map(({ id }) => id),
        opened.map(({ event }) => event.number),
        opened.map(({ event }) => event.opening.kind),
        opened.map(({ personId }) => personId),
        opened.map(({ conversationId }) => conversationId),
        opened.map(({ channel }) => channel),
        opened.map(({ event }) => event.anonymous),
        opened.map(({ event, at }) => (event.consented ? at : null)),
        opened.map(({ event }) => event.region),
        opened.map(({ event }) => event.country),
        opened.map(({ event }) => event.topic),
        opened.map(({ event }) => JSON.stringify(event.opening.signs)),
        opened.map(({ at }) => at),
      ],
    )
    const entries = tx.query(
      `INSERT INTO case_entry (case_id, at, author, kind, status)
       SELECT n.id, n.at, 'system', 'status', 'opened' FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, at)`,
      [opened.map(({ id }) => id), opened.map(({ at }) => at)],
    )
    const details = opened.flatMap(({ id: caseId, event: { told }, at }) =>
      told === null ? [] : [{ caseId, field: 'what' as const, text: told, at }],
    )
    await Promise.all([files, entries, addDetails(tx, vault, details)])
  }
}

/** What is added to a case that was withdrawn is not kept. */
export function keepTold(vault: Vault): Apply<'case_told'> {
  return async (tx, happened) => {
    const cases = await lockOwnCases(
      tx,
      happened.map(({ event: { number }, personId, conversationId, channel }) => ({
        number,
        personId,
        conversationId,
        channel,
      })),
    )
    const kept = happened.flatMap(({ event, at }, n) => {
      const own = cases[n]
      return own === undefined || own.state === 'withdrawn' ? [] : [{ ...event, caseId: own.id, at }]
    })
    if (kept.length === 0) return
    const details = addDetails(
      tx,
      vault,
      kept.filter(({ text }) => text !== ''),
    )
    // A row is written once by one statement: of several in one batch, what was said last holds.
    const places = new Map<string, { region: string | null; country: string | null; at: Date }>()
    for (const { caseId, region, country, at } of kept) {
      const before = places.get(caseId)
      places.set(caseId, {
        region: region ?? before?.region ?? null,
        country: country ?? before?.country ?? null,
        at,
      })
    }
    const files = tx.query(
      `UPDATE case_file SET region_code = coalesce(n.region, region_code), country = coalesce(n.country, case_file.country),
         changed_at = n.at
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) AS n (id, region, country, at)
       WHERE case_file.id = n.id`,
      [
        [...places.keys()],
        [...places.values()].map(({ region }) => region),
        [...places.values()].map(({ country }) => country),
        [...places.values()].map(({ at }) => at),
      ],
    )
    await Promise.all([details, files])
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
