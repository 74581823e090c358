import type { AttachmentCard, CaseCard } from '../cases/case-card.ts'
import type { CaseWork, LockedCase } from '../cases/work.store.ts'
import { type CaseNumber, readCaseNumber } from '../core/case.ts'
import type { Recipient } from '../core/delivery.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql, SqlPool } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { AlertActions } from './alert-actions.ts'
import { type Audited, audit } from './audit.store.ts'
import type { Done, Invited, Officer, OfficerId, OfficersDesk, Refused, UnansweredCount } from './desk.ts'
import { invite, redeem } from './invitation.store.ts'
import { actingOfficer, listOfficers, officerAt, setDuty, setLocale } from './officer.store.ts'
import { revoke } from './revoke.ts'
import { inScope, prefixesOf } from './scope.ts'

export interface DeskParts {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly cases: CaseWork
  readonly alerts: AlertActions
  /** Says something to the person of a conversation, in this transaction. False: nobody is there any more. */
  readonly toPerson: (tx: Sql, conversationId: string, wording: Wording) => Promise<boolean>
  /** What waits to go out there does not go out any more. */
  readonly dropQueued: (tx: Sql, to: Recipient) => Promise<void>
  readonly unanswered: (
    sql: Sql,
    query: { readonly days: number; readonly prefixes: readonly string[] | null; readonly now: Date },
  ) => Promise<readonly UnansweredCount[]>
  /** Places named in a text. */
  readonly regionsNamed: (text: string) => readonly RegionCode[]
  /** After a commit: something may wait to go out. */
  readonly onOutgoing: () => void
  readonly now: () => Date
}

interface Looking {
  readonly tx: Sql
  readonly me: Officer
  readonly at: Date
}
interface Acting extends Looking {
  readonly locked: LockedCase
}

/**
 * The desk on PostgreSQL. Each act is one transaction: who acts is read and held in it, the case is locked, what was done is
 * in the audit log, what is said waits in the outbox. All of it is committed, or nothing.
 */
export function openDesk(parts: DeskParts): OfficersDesk {
  const { sql, vault, cases, alerts, now } = parts

  const asOfficer = async <T extends object>(
    officer: OfficerId,
    how: 'look' | 'change',
    work: (looking: Looking) => Promise<Done<T>>,
  ): Promise<Done<T>> => {
    const done = await sql.transaction(async (tx): Promise<Done<T>> => {
      const me = await actingOfficer(tx, officer, how)
      return me === undefined ? { kind: 'revoked' } : work({ tx, me, at: now() })
    })
    if (how === 'change' && done.kind === 'done') parts.onOutgoing()
    return done
  }

  /** One case, locked, that is theirs to see. */
  const onCase = <T extends object>(
    officer: OfficerId,
    how: 'look' | 'change',
    which: { readonly number: CaseNumber } | { readonly id: string },
    action: Audited,
    work: (acting: Acting) => Promise<Done<T>>,
  ): Promise<Done<T>> =>
    asOfficer(officer, how, async ({ tx, me, at }) => {
      const locked = await cases.lockCase(tx, which)
      if (locked === undefined) return { kind: 'not_found' }
      const entry = { at, officerId: me.id, caseId: locked.card.id, region: locked.card.region }
      if (!maySee(me, locked.card)) {
        await audit(tx, { ...entry, action: 'refused_out_of_scope', detail: { wanted: action } })
        return { kind: 'out_of_scope' }
      }
      const done = await work({ tx, me, at, locked })
      if (done.kind === 'done') await audit(tx, { ...entry, action })
      return done
    })

  const cardNow = async (tx: Sql, me: Officer, id: string): Promise<CaseCard> => {
    const [card] = await cases.cardsOf(tx, viewerOf(me), [id])
    if (card === undefined) throw new Error('A case that was just changed is not there.')
    return card
  }

  /** Puts a case that nobody has into these hands, and tells the person when it is the first time somebody has it. */
  const takeFree = async ({ tx, me, at, locked }: Acting, say: 'received' | 'nothing'): Promise<void> => {
    const { card } = locked
    if (card.officer?.id === me.id) return
    await cases.takeCase(tx, card.id, me.id, at)
    await alerts.acknowledge(tx, { caseId: card.id }, me.id, at)
    if (say === 'received') await sayReceived(tx, locked)
  }

  const sayReceived = async (tx: Sql, { card, conversationId }: LockedCase): Promise<void> => {
    if (card.acknowledgedAt !== null || conversationId === null) return
    await parts.toPerson(tx, conversationId, { key: 'desk.acknowledged', params: { number: card.number } })
  }

  const nameOf = async (tx: Sql, id: string): Promise<string> => {
    const officer = await actingOfficer(tx, id as OfficerId, 'look')
    return officer?.name ?? ''
  }

  return {
    findOfficer: (from) => officerAt(sql, vault, from),
    redeem: (code, from, locale) => sql.transaction((tx) => redeem(tx, vault, code, from, locale, now())),

    queue: (officer) =>
      asOfficer(officer, 'look', async ({ tx, me, at }) => {
        const found = await cases.queueCards(tx, viewerOf(me))
        await audit(tx, { at, officerId: me.id, action: 'queue_seen', detail: { count: found.length } })
        return { kind: 'done', cases: found }
      }),
    caseFor: (officer, number) =>
      onCase(officer, 'look', { number }, 'case_seen', async ({ tx, me, locked }) => {
        const { card, conversationId } = locked
        const dossier = await cases.readDossier(tx, vault, card.id)
        const { others } = await cases.joinedBy(tx, card.id)
        const joined = await cases.cardsOf(tx, viewerOf(me), others)
        return { kind: 'done', file: { card, ...dossier, joined, reachable: conversationId !== null } }
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

    take: (officer, number, { over = false } = {}) =>
      onCase(officer, 'change', { number }, 'case_taken', async (acting) => {
        const { tx, me, locked } = acting
        const refused = refusedTo(me, locked.card, over)
        if (refused !== undefined) return refused
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
    escalate: (officer, number) =>
      onCase(officer, 'change', { number }, 'case_escalated', async ({ tx, me, at, locked }) => {
        const refused = refusedTo(me, locked.card)
        if (refused !== undefined) return refused
        const level = await alerts.escalate(tx, locked.card.id, at)
        // At the top there is nobody else to hand it to: it stays where it is.
        if (level !== null) await cases.passUp(tx, locked.card.id, me.id, at)
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

    invite: (officer, invitation) =>
      asAdmin<Invited>(officer, async ({ tx, me, at }) => {
        if (!isSound(invitation)) return { kind: 'not_allowed' }
        return { kind: 'done', ...(await invite(tx, vault, invitation, me.id, at)) }
      }),
    officers: (officer) =>
      asAdmin(officer, async ({ tx, me, at }) => {
        const all = await listOfficers(tx)
        await audit(tx, { at, officerId: me.id, action: 'officers_seen', detail: { count: all.length } })
        return { kind: 'done', officers: all }
      }),
    revoke: (officer, whom) =>
      asAdmin(officer, async ({ tx, me, at }) =>
        (await revoke(tx, parts, whom, me.id, at)) ? { kind: 'done' } : { kind: 'not_found' },
      ),
    duty: (officer, on) =>
      asOfficer<{ officer: Officer }>(officer, 'change', async ({ tx, me, at }) => {
        const changed = await setDuty(tx, me.id, on)
        if (changed === undefined) return { kind: 'revoked' }
        await audit(tx, { at, officerId: me.id, action: 'duty_changed', detail: { on } })
        return { kind: 'done', officer: changed }
      }),
    speak: (officer, locale) =>
      asOfficer<{ officer: Officer }>(officer, 'change', async ({ tx, me, at }) => {
        const changed = await setLocale(tx, me.id, locale)
        if (changed === undefined) return { kind: 'revoked' }
        await audit(tx, { at, officerId: me.id, action: 'language_changed', detail: { locale } })
        return { kind: 'done', officer: changed }
      }),
    unanswered: (officer, days) =>
      asOfficer(officer, 'look', async ({ tx, me, at }) => {
        const counts = await parts.unanswered(tx, { days, prefixes: prefixesOf(me), now: at })
        await audit(tx, { at, officerId: me.id, action: 'unanswered_seen', detail: { days } })
        return { kind: 'done', counts }
      }),
  }

  function asAdmin<T extends object>(
    officer: OfficerId,
    work: (looking: Looking) => Promise<Done<T>>,
  ): Promise<Done<T>> {
    return asOfficer<T>(officer, 'change', async (looking) =>
      looking.me.role === 'admin' ? work(looking) : { kind: 'not_allowed' },
    )
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
      const by = await nameOf(tx, acknowledged.by)
      // Whoever is no officer any more does not have it.
      if (by !== '') return { kind: 'taken', by }
    }
    if (locked === undefined)
      return acknowledged.kind === 'none' ? { kind: 'ended' } : { kind: 'done', card: null }
    await cases.acknowledgeCase(tx, locked.card.id, me.id, at)
    await sayReceived(tx, locked)
    return { kind: 'done', card: await cardNow(tx, me, locked.card.id) }
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

/** Their regions, or already in their hands: a case that moves while somebody works on it stays with them. */
function maySee(me: Officer, card: CaseCard): boolean {
  return inScope(me, card.region) || card.officer?.id === me.id
}

function refusedTo(me: Officer, card: CaseCard, over = false): Refused | undefined {
  if (card.state === 'resolved' || card.state === 'withdrawn') return { kind: 'ended' }
  if (card.officer === null || card.officer.id === me.id) return undefined
  return over && me.role !== 'officer' ? undefined : { kind: 'taken', by: card.officer.name }
}

function viewerOf(me: Officer) {
  return { prefixes: prefixesOf(me), officerId: me.id }
}

/** Regions for those who have some, none for those who serve everything. */
export function isSound({ name, role, regions }: Parameters<OfficersDesk['invite']>[1]): boolean {
  const everything = role === 'national' || role === 'admin'
  const shaped = regions.every((code) => /^\d{2}(\.\d{2}){0,2}$/.test(code))
  return name.trim() !== '' && shaped && (everything ? regions.length === 0 : regions.length > 0)
}
