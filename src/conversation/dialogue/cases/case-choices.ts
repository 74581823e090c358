import type { CaseKind, CaseNumber, ReminderKind } from '../../../core/case.ts'
import type { Choice } from '../../../core/reply.ts'
import type { MessageKey } from '../../../core/wording.ts'

/** Buttons of reports, talks with officers, reminders. */

function plain(key: MessageKey, value: string): Choice {
  return { label: { key }, value }
}

export const AGREE = plain('choice.agree', 'report_yes')
export const REFUSE = plain('choice.refuse', 'report_no')
export const SKIP = plain('choice.skip', 'report_skip')
export const STOP_REPORT = plain('choice.stopReport', 'report_stop')
export const RESUME = plain('choice.resume', 'report_resume')
export const NEW_REPORT = plain('choice.newReport', 'report_new')
export const REACH_CHAT = plain('choice.reachChat', 'reach_chat')
export const REACH_NONE = plain('choice.reachNone', 'reach_none')
export const WITHDRAW_YES = plain('choice.withdrawYes', 'withdraw_yes')
export const WITHDRAW_NO = plain('choice.withdrawNo', 'withdraw_no')
export const END_TALK = plain('choice.endTalk', 'talk_end')
export const UNREMIND = plain('choice.unremind', 'unremind')
export const CHECK_OFFER = plain('choice.checkOffer', 'check_offer')
export const URGENT_YES = plain('choice.urgentYes', 'urgent_yes')
export const SAFE = plain('choice.safe', 'safe_yes')
export const NOT_SAFE = plain('choice.notSafe', 'safe_no')

export function reportChoice(kind: CaseKind): Choice {
  return plain('choice.reportHere', `report:${kind}`)
}

export function addChoice(number: CaseNumber): Choice {
  return plain('choice.addTo', `add:${number}`)
}

export function withdrawChoice(number: CaseNumber): Choice {
  return plain('choice.withdraw', `withdraw:${number}`)
}

/** A case by its number, where several could be meant. */
export function caseChoice(what: 'case' | 'add' | 'withdraw', number: CaseNumber): Choice {
  return { label: { key: 'choice.case', params: { number } }, value: `${what}:${number}` }
}

export function remindChoice(kind: ReminderKind): Choice {
  return plain(`choice.remind.${kind}`, `remind:${kind}`)
}
