import type { CaseCard } from '../cases/case-card.ts'
import type { LockedCase } from '../cases/work.store.ts'
import { audit } from './audit.store.ts'
import type { Done, OfficerId, OfficersDesk } from './desk.ts'
import { type DeskParts, type DeskTools, type Looking, maySee, refusedTo } from './desk-parts.ts'
import { actingOfficer } from './officer.store.ts'
import { inScope } from './scope.ts'

/** What an officer does with a case; of two at once the row lock lets one be first. */
export function acts(
  parts: DeskParts,
  tools: DeskTools,
): Pick<OfficersDesk, 'take' | 'acknowledge' | 'note' | 'escalate' | 'resolve'> {
  const { vault, cases, alerts } = parts
  const { asOfficer, onCase, cardNow, sayReceived, sayTalkOver, takeFree } = tools
  return {
    take: (officer, number, { over = false } = {}) =>
      onCase(officer, 'change', { number }, 'case_taken', async (acting) => {
        const { tx, me, locked } = acting
        const refused = refusedTo(me, locked.card, over)
        if (refused !== undefined) return refused
        if (locked.card.officer?.id !== me.id) await sayTalkOver(tx, locked)
        await takeFree(acting, 'received')
        return { kind: 'done', card: await cardNow(tx, me, locked.card.id) }
      }),
    acknowledge: async (officer, what) => {
      if ('number' in what)
        return onCase(officer, 'change', { number: what.number }, 'case_acknowledged', (acting) =>
          acknowledge(acting, { caseId: acting.locked.card.id }),
        )
      return asOfficer<{ card: CaseCard | null }>(officer, 'change', async ({ tx, me, at }) => {
        const alert = /^[0-9a-f-]{36}$/.test(what.alert) ? await alerts.find(tx, what.alert) : undefined
        if (alert === undefined) return { kind: 'not_found' }
        const locked = alert.caseId === null ? undefined : await cases.lockCase(tx, { id: alert.caseId })
        const entry = { at, officerId: me.id, alertId: what.alert, region: alert.region }
        if (!inScope(me, alert.region) && !(locked !== undefined && maySee(me, locked.card))) {
          const detail = { wanted: 'alert_seen' }
          await audit(tx, { ...entry, action: 'refused_out_of_scope', detail })
          return { kind: 'out_of_scope' }
        }
        const done = await acknowledge({ tx, me, at, locked }, { alertId: what.alert })
        const caseId = locked?.card.id ?? null
        if (done.kind === 'done') await audit(tx, { ...entry, action: 'alert_seen', caseId })
        return done
      })
    },
    note: (officer, number, text) =>
      onCase(officer, 'change', { number }, 'case_noted', async ({ tx, me, at, locked }) => {
        const caseId = locked.card.id
        await cases.addMessage(tx, vault, { caseId, text, at, officerId: me.id, kind: 'note' })
        await cases.touchCase(tx, caseId, at, false)
        return { kind: 'done' }
      }),
    escalate: (officer, number) =>
      onCase(officer, 'change', { number }, 'case_escalated', async ({ tx, me, at, locked }) => {
        const refused = refusedTo(me, locked.card)
        if (refused !== undefined) return refused
        const level = await alerts.escalate(tx, locked.card.id, at)
        // At the top there is nobody else to hand it to: it stays where it is.
        if (level !== null) {
          await cases.passUp(tx, locked.card.id, me.id, at)
          await sayTalkOver(tx, locked)
        }
        return { kind: 'done', level }
      }),
    resolve: (officer, number, outcome) =>
      onCase(officer, 'change', { number }, 'case_resolved', async ({ tx, me, at, locked }) => {
        const { card, conversationId } = locked
        const refused = refusedTo(me, card)
        if (refused !== undefined) return refused
        await cases.resolveCase(tx, card.id, me.id, at, outcome)
        await alerts.resolve(tx, card.id, at, outcome)
        if (conversationId !== null)
          await parts.toPerson(tx, conversationId, { key: `desk.outcome.${outcome}`, params: { number } })
        return { kind: 'done', card: await cardNow(tx, me, card.id) }
      }),
  }

  /** Of two who press at once the first has it; the second learns whose it is. */
  async function acknowledge(
    { tx, me, at, locked }: Looking & { readonly locked: LockedCase | undefined },
    which: { readonly alertId: string } | { readonly caseId: string },
  ): Promise<Done<{ card: CaseCard | null }>> {
    if (locked !== undefined) {
      const refused = refusedTo(me, locked.card)
      if (refused !== undefined) return refused
    }
    const acknowledged = await alerts.acknowledge(tx, which, me.id, at)
    if (acknowledged.kind === 'already' && acknowledged.by !== me.id) {
      const by = (await actingOfficer(tx, acknowledged.by as OfficerId, 'look'))?.name
      // Whoever is no officer any more does not have it.
      if (by !== undefined) return { kind: 'taken', by }
    }
    if (locked === undefined)
      return acknowledged.kind === 'none' ? { kind: 'ended' } : { kind: 'done', card: null }
    await cases.acknowledgeCase(tx, locked.card.id, me.id, at)
    await sayReceived(tx, locked)
    return { kind: 'done', card: await cardNow(tx, me, locked.card.id) }
  }
}
