import type { CaseCard } from '../cases/case-card.ts'
import type { OfficersDesk } from './desk.ts'
import { type DeskParts, type DeskTools, refusedTo } from './desk-parts.ts'

/** Officer and person through the bots: neither sees where the other is reached. */
export function talks(
  parts: DeskParts,
  tools: DeskTools,
): Pick<OfficersDesk, 'reply' | 'openTalk' | 'closeTalk' | 'talkOf'> {
  const { vault, cases } = parts
  const { asOfficer, onCase, cardNow, takeFree } = tools
  return {
    reply: (officer, number, text) =>
      onCase(officer, 'change', { number }, 'case_replied', async (acting) => {
        const { tx, me, at, locked } = acting
        const { card, conversationId } = locked
        const refused = refusedTo(me, card)
        if (refused !== undefined) return refused
        if (conversationId === null) return { kind: 'unreachable' }
        const said = { key: 'desk.said', params: { number, text } } as const
        if (!(await parts.toPerson(tx, conversationId, said))) return { kind: 'unreachable' }
        await takeFree(acting, 'nothing')
        await cases.addMessage(tx, vault, { caseId: card.id, text, at, officerId: me.id })
        await cases.touchCase(tx, card.id, at, true)
        return { kind: 'done' }
      }),
    openTalk: (officer, number) =>
      onCase(officer, 'change', { number }, 'talk_opened', async (acting) => {
        const { tx, me, at, locked } = acting
        const { card, conversationId } = locked
        const refused = refusedTo(me, card)
        if (refused !== undefined) return refused
        if (conversationId === null) return { kind: 'unreachable' }
        const other = await cases.talkCard(tx, me.id)
        if (other !== undefined && other.id !== card.id) return { kind: 'talking', number: other.number }
        if (other === undefined) {
          const opened = { key: 'desk.talkOpened', params: { number } } as const
          if (!(await parts.toPerson(tx, conversationId, opened))) return { kind: 'unreachable' }
          await takeFree(acting, 'nothing')
          await cases.setTalk(tx, card.id, me.id, at, 'open')
        }
        return { kind: 'done', card: await cardNow(tx, me, card.id) }
      }),
    closeTalk: (officer, number) =>
      onCase(officer, 'change', { number }, 'talk_closed', async ({ tx, me, at, locked }) => {
        const { card, conversationId } = locked
        const refused = refusedTo(me, card)
        if (refused !== undefined) return refused
        if (card.handover === 'open') {
          await cases.setTalk(tx, card.id, me.id, at, 'none')
          if (conversationId !== null)
            await parts.toPerson(tx, conversationId, { key: 'desk.talkClosed', params: { number } })
        }
        return { kind: 'done', card: await cardNow(tx, me, card.id) }
      }),
    talkOf: async (officer) => {
      const found = await asOfficer<{ card: CaseCard | undefined }>(officer, 'look', async ({ tx, me }) => ({
        kind: 'done',
        card: await cases.talkCard(tx, me.id),
      }))
      return found.kind === 'done' ? found.card : undefined
    },
  }
}
