import type { AttachmentCard, CaseCard } from '../cases/case-card.ts'
import { readCaseNumber } from '../core/case.ts'
import type { Sql } from '../database/sql.ts'
import { audit } from './audit.store.ts'
import type { Officer, OfficersDesk } from './desk.ts'
import { type DeskParts, type DeskTools, maySee, viewerOf } from './desk-parts.ts'
import { prefixesOf } from './scope.ts'

/** What an officer may look at; every look is in the audit log. */
export function looks(
  parts: DeskParts,
  tools: DeskTools,
): Pick<OfficersDesk, 'queue' | 'caseFor' | 'attachment' | 'search' | 'unanswered'> {
  const { vault, cases } = parts
  const { asOfficer, onCase } = tools
  return {
    queue: (officer) =>
      asOfficer(officer, 'look', async ({ tx, me, at }) => {
        const found = await cases.queueCards(tx, viewerOf(me))
        await audit(tx, { at, officerId: me.id, action: 'queue_seen', detail: { count: found.length } })
        return { kind: 'done', cases: found }
      }),
    caseFor: (officer, number) =>
      onCase(officer, 'look', { number }, 'case_seen', async ({ tx, me, locked }) => {
        const { card, conversationId, channel } = locked
        const dossier = await cases.readDossier(tx, vault, card.id)
        const { others } = await cases.joinedBy(tx, card.id)
        const joined = await cases.cardsOf(tx, viewerOf(me), others)
        const reached = { reachable: conversationId !== null, readsLater: channel === 'web' }
        return { kind: 'done', file: { card, ...dossier, joined, ...reached } }
      }),
    attachment: (officer, number, attachmentId) =>
      onCase<{ card: AttachmentCard; content: Buffer }>(
        officer,
        'look',
        { number },
        'file_seen',
        async ({ tx, locked }) => {
          const found = await cases.readFile(tx, vault, locked.card.id, attachmentId)
          return found === undefined ? { kind: 'not_found' } : { kind: 'done', ...found }
        },
      ),
    search: (officer, text) =>
      asOfficer(officer, 'look', async ({ tx, me, at }) => {
        const { by, found } = await search(tx, me, text)
        await audit(tx, { at, officerId: me.id, action: 'searched', detail: { by, count: found.length } })
        return { kind: 'done', cases: found }
      }),

    unanswered: (officer, days) =>
      asOfficer(officer, 'look', async ({ tx, me, at }) => {
        const counts = await parts.unanswered(tx, { days, prefixes: prefixesOf(me), now: at })
        await audit(tx, { at, officerId: me.id, action: 'unanswered_seen', detail: { days } })
        return { kind: 'done', counts }
      }),
  }

  async function search(
    tx: Sql,
    me: Officer,
    text: string,
  ): Promise<{ readonly by: string; readonly found: readonly CaseCard[] }> {
    const viewer = viewerOf(me)
    const number = readCaseNumber(text)
    if (number !== undefined) {
      const locked = await cases.lockCase(tx, { number })
      if (locked !== undefined) return { by: 'number', found: maySee(me, locked.card) ? [locked.card] : [] }
    }
    const named = await cases.cardsNaming(tx, vault, viewer, text)
    if (named.length > 0) return { by: 'name', found: named }
    const regions = parts.regionsNamed(text)
    return regions.length === 0
      ? { by: 'name', found: [] }
      : { by: 'region', found: await cases.cardsIn(tx, viewer, regions) }
  }
}
