import type { ConversationEvent } from '../../src/conversation/events/event.ts'
import {
  type CaseNumber,
  type CaseOutcome,
  type CaseView,
  caseNumberOf,
  type Desk,
} from '../../src/core/case.ts'

/** What an officer does with the newest case, or with the one that is named. */
export type OfficerAct =
  | 'acknowledges'
  | 'takes'
  | 'opens_talk'
  | 'says'
  | 'closes_talk'
  | `resolves_${CaseOutcome}`

/** The least a store must do with the events of the engine, in memory: enough to see what a person is told next. */
export interface FakeDesk {
  readonly desk: Desk
  take(events: readonly ConversationEvent[], now: Date): void
  officer(act: OfficerAct, now: Date, number?: CaseNumber): void
}

export function fakeDesk(): FakeDesk {
  let desk: Desk = { cases: [], reminders: [], newNumber: numberOf(1) }
  const change = (number: CaseNumber, fields: (one: CaseView) => Partial<CaseView>): void => {
    const known = desk.cases.find((one) => one.number === number)
    if (known === undefined) throw new Error(`There is no case ${number}.`)
    if (known.state === 'resolved' || known.state === 'withdrawn')
      throw new Error(`Case ${number} is over: ${known.state}.`)
    desk = {
      ...desk,
      cases: desk.cases.map((one) => (one.number === number ? { ...one, ...fields(one) } : one)),
    }
  }
  const open = (number: CaseNumber, kind: CaseView['kind'], state: CaseView['state'], now: Date): void => {
    if (desk.cases.some((one) => one.number === number)) throw new Error(`Case ${number} was opened before.`)
    if (number !== desk.newNumber) throw new Error(`${number} is not the number that was given.`)
    const one: CaseView = {
      number,
      kind,
      state,
      anonymous: false,
      openedAt: now,
      changedAt: now,
      acknowledgedAt: null,
      outcome: null,
      handover: 'none',
      talkedAt: null,
    }
    desk = { ...desk, cases: [one, ...desk.cases], newNumber: numberOf(desk.cases.length + 2) }
  }
  const apply = (event: ConversationEvent, now: Date): void => {
    switch (event.type) {
      case 'case_opened':
        open(event.number, event.opening.kind, event.opening.kind === 'emergency' ? 'open' : 'draft', now)
        break
      case 'handover_requested':
        if (event.number === null) break
        if (!desk.cases.some((one) => one.number === event.number))
          open(event.number, 'handover', 'open', now)
        change(event.number, () => ({ handover: 'waiting', changedAt: now }))
        break
      case 'case_told':
      case 'case_attached':
        change(event.number, () => ({ changedAt: now }))
        break
      case 'case_submitted':
        change(event.number, () => ({ state: 'open', anonymous: event.anonymous, changedAt: now }))
        break
      case 'case_withdrawn':
        change(event.number, () => ({ state: 'withdrawn', outcome: 'withdrawn', changedAt: now }))
        break
      case 'case_message':
        change(event.number, () => ({ talkedAt: now, changedAt: now }))
        break
      case 'handover_ended':
        // A wish to talk that no officer took is over with it; another case goes on.
        change(event.number, ({ kind, acknowledgedAt }) => ({
          handover: 'none',
          changedAt: now,
          ...(kind === 'handover' && acknowledgedAt === null
            ? { state: 'withdrawn' as const, outcome: 'withdrawn' as const }
            : {}),
        }))
        break
      case 'reminder_wanted':
        desk = { ...desk, reminders: [...desk.reminders, { kind: event.kind, on: event.on }] }
        break
      case 'reminders_cancelled':
        desk = {
          ...desk,
          reminders: event.kind === null ? [] : desk.reminders.filter(({ kind }) => kind !== event.kind),
        }
        break
      default:
        break
    }
  }
  return {
    get desk() {
      return desk
    },
    take(events, now) {
      for (const event of events) apply(event, now)
    },
    officer(act, now, number = desk.cases[0]?.number) {
      if (number === undefined) throw new Error('There is no case yet.')
      change(number, (one) => actOf(act, one, now))
    },
  }
}

function actOf(act: OfficerAct, one: CaseView, now: Date): Partial<CaseView> {
  const acknowledgedAt = one.acknowledgedAt ?? now
  switch (act) {
    case 'acknowledges':
      return { acknowledgedAt, changedAt: now }
    case 'takes':
      return { acknowledgedAt, state: 'in_progress', changedAt: now }
    case 'opens_talk':
      return { acknowledgedAt, state: 'in_progress', handover: 'open', talkedAt: now, changedAt: now }
    case 'says':
      return { talkedAt: now }
    case 'closes_talk':
      return { handover: 'none', changedAt: now }
    default:
      return {
        state: 'resolved',
        handover: 'none',
        outcome: act.slice('resolves_'.length) as CaseOutcome,
        changedAt: now,
      }
  }
}

function numberOf(index: number): CaseNumber {
  return caseNumberOf(new Uint8Array([0, 0, 0, index]))
}
