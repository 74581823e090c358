import type { CaseNumber, CaseView, Desk } from '../../../core/case.ts'
import type { ReportTold } from '../../state.ts'
import type { Situation } from '../reading.ts'

/** Nobody wrote for so long: the talk with an officer is over, the engine answers again. */
export const TALK_SILENCE_MS = 30 * 60_000
/** So long after the last word of an emergency what a person writes still belongs to it. */
const URGENT_TELLING_MS = 12 * 3_600_000

export function isActive({ state }: CaseView): boolean {
  return state === 'draft' || state === 'open' || state === 'in_progress'
}

export function caseOf(desk: Desk, number: CaseNumber): CaseView | undefined {
  return desk.cases.find((one) => one.number === number)
}

/** The emergency that is not over: another message about it belongs to it. */
export function activeEmergency(desk: Desk): CaseView | undefined {
  return desk.cases.find((one) => one.kind === 'emergency' && isActive(one))
}

/** An emergency whose person is still telling. */
export function isBeingTold(one: CaseView | undefined, now: Date): one is CaseView {
  return one !== undefined && isActive(one) && now.getTime() - one.changedAt.getTime() <= URGENT_TELLING_MS
}

/** The case in which an officer talks with the person right now. */
export function talkOf(desk: Desk): CaseView | undefined {
  return desk.cases.find((one) => one.handover === 'open' && isActive(one))
}

export function isSilent(one: CaseView, now: Date): boolean {
  return now.getTime() - (one.talkedAt ?? one.changedAt).getTime() > TALK_SILENCE_MS
}

/** The case for which an officer was called and none came yet. */
export function waitingOf(desk: Desk): CaseView | undefined {
  return desk.cases.find((one) => one.handover === 'waiting' && isActive(one))
}

/** The case a wish to talk belongs to: what officers already have of this person, the emergency first. */
export function caseToTalkAbout(desk: Desk): CaseView | undefined {
  return (
    activeEmergency(desk) ??
    waitingOf(desk) ??
    desk.cases.find(({ state }) => state === 'open' || state === 'in_progress')
  )
}

/** A report that was begun and never sent. */
export function unfinished(desk: Desk): CaseView | undefined {
  return desk.cases.find(
    ({ state, kind }) => state === 'draft' && kind !== 'emergency' && kind !== 'handover',
  )
}

/** The report being told, while the desk still has it as unfinished. */
export function reportOf({ state, desk }: Pick<Situation, 'state' | 'desk'>): ReportTold | null {
  if (state.report === null || desk === undefined) return null
  return caseOf(desk, state.report.number)?.state === 'draft' ? state.report : null
}
