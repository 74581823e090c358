/** A desk in memory, with the rules a test of the bot needs: what is right and safe in it is tested on PostgreSQL. */
import type { AttachmentCard, CaseCard, CaseDossier, TimelineEntry } from '../../../src/cases/case-card.ts'
import type { AlertLevel } from '../../../src/core/alert.ts'
import type { CaseNumber } from '../../../src/core/case.ts'
import type { RegionCode } from '../../../src/core/ids.ts'
import type {
  Done,
  Officer,
  OfficerId,
  OfficersDesk,
  Refused,
  UnansweredCount,
} from '../../../src/officers/desk.ts'
import { inScope } from '../../../src/officers/scope.ts'

export const NUMBER = 'JR-7K2MWX' as CaseNumber
/** The one invitation there is. */
export const CODE = 'KDEABCDEFG'
export const SECOND = 'JR-7K2ABC' as CaseNumber
export const BUDI: Officer = officer('0b000000-0000-4000-8000-000000000001', 'Budi', { regions: ['35.09'] })
export const RINA: Officer = officer('0b000000-0000-4000-8000-000000000002', 'Rina', { regions: ['35.09'] })
export const JAYA: Officer = officer('0b000000-0000-4000-8000-000000000003', 'Jaya', {
  role: 'supervisor',
  regions: ['35'],
})
export const ADMIN: Officer = officer('0b000000-0000-4000-8000-000000000004', 'Ayu', {
  role: 'admin',
  regions: [],
})
export const AMBON: Officer = officer('0b000000-0000-4000-8000-000000000005', 'Eka', { regions: ['81.71'] })

export function officer(
  id: string,
  name: string,
  { role = 'officer', regions }: { role?: Officer['role']; regions: string[] },
): Officer {
  return {
    id: id as OfficerId,
    name,
    role,
    regions: regions as RegionCode[],
    locale: 'id',
    onDuty: true,
    channel: 'telegram',
    account: '666',
  }
}

export function caseCardOf(number: CaseNumber, changes: Partial<CaseCard> = {}): CaseCard {
  return {
    id: number,
    number,
    kind: 'illegal_offer',
    state: 'open',
    region: '35.09' as RegionCode,
    country: null,
    signs: ['pay_first'],
    anonymous: false,
    openedAt: new Date('2026-11-21T05:00:00Z'),
    changedAt: new Date('2026-11-21T05:00:00Z'),
    acknowledgedAt: null,
    outcome: null,
    handover: 'none',
    officer: null,
    joined: 0,
    ...changes,
  }
}

export interface FakeDesk extends OfficersDesk {
  readonly officers_: Map<string, Officer>
  readonly cases: Map<CaseNumber, CaseCard>
  readonly files: Map<string, { card: AttachmentCard; content: Buffer }>
  readonly did: string[]
  timeline: TimelineEntry[]
  unansweredCounts: UnansweredCount[]
  /** Every call fails, as when the database is away. */
  broken: boolean
}

/** Addresses are ids here: `7001` is the officer registered for it. */
export function fakeDesk(members: Readonly<Record<string, Officer>>, cards: readonly CaseCard[]): FakeDesk {
  const byAddress = new Map(Object.entries(members))
  const cases = new Map(cards.map((card) => [card.number, card]))
  const files: FakeDesk['files'] = new Map()
  const did: string[] = []
  const known = (id: OfficerId) => [...byAddress.values()].find((one) => one.id === id)
  const at = new Date('2026-11-21T06:00:00Z')

  const onCase = <T extends object>(
    id: OfficerId,
    number: CaseNumber,
    what: string,
    work: (card: CaseCard, me: Officer) => Done<T>,
  ): Done<T> => {
    if (desk.broken) throw new Error('the database is away')
    const me = known(id)
    const card = cases.get(number)
    if (me === undefined) return { kind: 'revoked' }
    if (card === undefined) return { kind: 'not_found' }
    if (!inScope(me, card.region)) return { kind: 'out_of_scope' }
    const done = work(card, me)
    if (done.kind === 'done') did.push(`${me.name} ${what} ${number}`)
    return done
  }
  const changed = (card: CaseCard, changes: Partial<CaseCard>): CaseCard => {
    const next = { ...card, ...changes }
    cases.set(card.number, next)
    return next
  }
  const over = ({ state }: CaseCard) => state === 'resolved' || state === 'withdrawn'
  const others = (card: CaseCard, me: Officer): Refused | undefined => {
    if (over(card)) return { kind: 'ended' }
    return card.officer !== null && card.officer.id !== me.id
      ? { kind: 'taken', by: card.officer.name }
      : undefined
  }

  const desk: FakeDesk = {
    officers_: byAddress,
    cases,
    files,
    did,
    timeline: [],
    unansweredCounts: [],
    broken: false,
    async findOfficer({ address }) {
      if (desk.broken) throw new Error('the database is away')
      return byAddress.get(address)
    },
    async redeem(code, { address }, locale) {
      if (code !== CODE) return { kind: 'refused', reason: 'unknown' }
      const joined = { ...RINA, locale }
      byAddress.set(address, joined)
      return { kind: 'joined', officer: joined }
    },
    async queue(id) {
      const me = known(id)
      if (me === undefined) return { kind: 'revoked' }
      return {
        kind: 'done',
        cases: [...cases.values()].filter((card) => inScope(me, card.region) && !over(card)),
      }
    },
    async caseFor(id, number) {
      return onCase(id, number, 'saw', (card) => {
        const file: CaseDossier = {
          card,
          details: [{ field: 'what', text: 'Diminta <5 juta> dulu', at }],
          timeline: desk.timeline,
          attachments: [...files.values()].map((one) => one.card),
          joined: [],
          reachable: true,
        }
        return { kind: 'done', file }
      })
    },
    async attachment(id, number, attachmentId) {
      return onCase<{ card: AttachmentCard; content: Buffer }>(id, number, 'fetched', () => {
        const file = files.get(attachmentId)
        return file === undefined ? { kind: 'not_found' } : { kind: 'done', ...file }
      })
    },
    async search(id, text) {
      const me = known(id)
      if (me === undefined) return { kind: 'revoked' }
      return {
        kind: 'done',
        cases: [...cases.values()].filter(
          ({ number, region }) => number.includes(text) && inScope(me, region),
        ),
      }
    },
    async take(id, number, options) {
      return onCase(id, number, options?.over === true ? 'took over' : 'took', (card, me) => {
        const no = others(card, me)
        if (no !== undefined && !(no.kind === 'taken' && options?.over === true && me.role !== 'officer'))
          return no
        return {
          kind: 'done',
          card: changed(card, { officer: me, state: 'in_progress', acknowledgedAt: at }),
        }
      })
    },
    async acknowledge(id, what) {
      if ('alert' in what) {
        const me = known(id)
        if (me === undefined) return { kind: 'revoked' }
        did.push(`${me.name} acknowledged alert`)
        return { kind: 'done', card: null }
      }
      return onCase(id, what.number, 'acknowledged', (card, me) => {
        const no = others(card, me)
        return no ?? { kind: 'done', card: changed(card, { acknowledgedAt: at }) }
      })
    },
    async note(id, number, text) {
      return onCase(id, number, `noted “${text}” on`, () => ({ kind: 'done' }))
    },
    async reply(id, number, text) {
      return onCase(id, number, `wrote “${text}” to`, (card, me) => others(card, me) ?? { kind: 'done' })
    },
    async openTalk(id, number) {
      return onCase(id, number, 'opened', (card, me) => {
        const no = others(card, me)
        return (
          no ?? { kind: 'done', card: changed(card, { officer: me, handover: 'open', state: 'in_progress' }) }
        )
      })
    },
    async closeTalk(id, number) {
      return onCase(id, number, 'closed', (card) => ({
        kind: 'done',
        card: changed(card, { handover: 'none' }),
      }))
    },
    async talkOf(id) {
      return [...cases.values()].find((card) => card.officer?.id === id && card.handover === 'open')
    },
    async escalate(id, number) {
      return onCase<{ level: AlertLevel | null }>(id, number, 'escalated', () => ({
        kind: 'done',
        level: 'province',
      }))
    },
    async resolve(id, number, outcome) {
      return onCase(id, number, `resolved as ${outcome}`, (card, me) => {
        const no = others(card, me)
        return no ?? { kind: 'done', card: changed(card, { state: 'resolved', outcome, officer: me }) }
      })
    },
    async invite(id, { name, role, regions }) {
      if (known(id)?.role !== 'admin') return { kind: 'not_allowed' }
      did.push(`invited ${name} ${role} ${regions.join(' ')}`)
      return { kind: 'done', code: 'KODE-9999', expiresAt: new Date('2026-11-24T00:00:00Z') }
    },
    async officers() {
      return { kind: 'done', officers: [...byAddress.values()] }
    },
    async revoke(id, whom) {
      if (known(id)?.role !== 'admin') return { kind: 'not_allowed' }
      const entry = [...byAddress].find(([, one]) => one.id === whom)
      if (entry === undefined) return { kind: 'not_found' }
      byAddress.delete(entry[0])
      did.push(`revoked ${entry[1].name}`)
      return { kind: 'done' }
    },
    async duty(id, on) {
      const me = known(id)
      if (me === undefined) return { kind: 'revoked' }
      did.push(`${me.name} is ${on ? 'on' : 'off'}`)
      return { kind: 'done', officer: { ...me, onDuty: on } }
    },
    async speak(id, locale) {
      const entry = [...byAddress].find(([, one]) => one.id === id)
      if (entry === undefined) return { kind: 'revoked' }
      const next = { ...entry[1], locale }
      byAddress.set(entry[0], next)
      return { kind: 'done', officer: next }
    },
    async unanswered() {
      return { kind: 'done', counts: desk.unansweredCounts }
    },
  }
  return desk
}
