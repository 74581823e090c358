import type { CaseCard } from '../cases/case-card.ts'
import type { CaseWork, LockedCase } from '../cases/work.store.ts'
import type { CaseNumber } from '../core/case.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql, SqlPool } from '../database/sql.ts'
import type { AlertActions } from './alert-actions.ts'
import { type Audited, audit } from './audit.store.ts'
import type { Done, Officer, OfficerId, Refused, UnansweredCount } from './desk.ts'
import { actingOfficer } from './officer.store.ts'
import type { RevokeParts } from './revoke.ts'
import { inScope, prefixesOf } from './scope.ts'

export interface DeskParts extends RevokeParts {
  readonly sql: SqlPool
  readonly cases: CaseWork
  readonly alerts: AlertActions
  /** Says something to the person of a conversation, in this transaction. False: nobody is there any more. */
  readonly toPerson: (tx: Sql, conversationId: string, wording: Wording) => Promise<boolean>
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

export interface Looking {
  readonly tx: Sql
  readonly me: Officer
  readonly at: Date
}
export interface Acting extends Looking {
  readonly locked: LockedCase
}

/** Their regions, or already in their hands: a case that moves while somebody works on it stays with them. */
export function maySee(me: Officer, card: CaseCard): boolean {
  return inScope(me, card.region) || card.officer?.id === me.id
}

export function refusedTo(me: Officer, card: CaseCard, over = false): Refused | undefined {
  if (card.state === 'resolved' || card.state === 'withdrawn') return { kind: 'ended' }
  if (card.officer === null || card.officer.id === me.id) return undefined
  return over && me.role !== 'officer' ? undefined : { kind: 'taken', by: card.officer.name }
}

export function viewerOf(me: Officer) {
  return { prefixes: prefixesOf(me), officerId: me.id }
}

/** What every act at the desk begins with. */
export function deskTools(parts: DeskParts) {
  const { sql, cases, alerts, now } = parts

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

  const asAdmin = <T extends object>(
    officer: OfficerId,
    work: (looking: Looking) => Promise<Done<T>>,
  ): Promise<Done<T>> =>
    asOfficer<T>(officer, 'change', async (looking) =>
      looking.me.role === 'admin' ? work(looking) : { kind: 'not_allowed' },
    )

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

  const sayReceived = async (tx: Sql, { card, conversationId }: LockedCase): Promise<void> => {
    if (card.acknowledgedAt !== null || conversationId === null) return
    await parts.toPerson(tx, conversationId, { key: 'desk.acknowledged', params: { number: card.number } })
  }

  /** Whoever talked with an officer who has the case no more must not go on telling it to nobody. */
  const sayTalkOver = async (tx: Sql, { card, conversationId }: LockedCase): Promise<void> => {
    if (card.handover !== 'open' || conversationId === null) return
    await parts.toPerson(tx, conversationId, { key: 'desk.talkClosed', params: { number: card.number } })
  }

  /** Puts a case that nobody has into these hands, and tells the person when it is the first time somebody has it. */
  const takeFree = async ({ tx, me, at, locked }: Acting, say: 'received' | 'nothing'): Promise<void> => {
    const { card } = locked
    if (card.officer?.id === me.id) return
    await cases.takeCase(tx, card.id, me.id, at)
    await alerts.acknowledge(tx, { caseId: card.id }, me.id, at)
    if (say === 'received') await sayReceived(tx, locked)
  }

  return { asOfficer, asAdmin, onCase, cardNow, sayReceived, sayTalkOver, takeFree }
}
export type DeskTools = ReturnType<typeof deskTools>
