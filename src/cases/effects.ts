import type { Vault } from '../privacy/vault.ts'
import { forgetCases } from './erase.store.ts'
import type { ToOfficer } from './own-case.store.ts'
import { cancelReminders, keepReminders } from './reminders.store.ts'
import { keepTold, noteAttachments, openCases, submitCases, withdrawCases } from './reports.store.ts'
import { endTalks, passMessages, wantHandover } from './talk.store.ts'

export interface CaseEffectParts {
  readonly vault: Vault
  readonly toOfficer: ToOfficer
}

/**
 * What the events of a turn do to its case, in the order in which one turn means them: it is opened before something is
 * added to it, and submitted before it is withdrawn.
 */
export function caseEffects({ vault, toOfficer }: CaseEffectParts) {
  return [
    { on: 'case_opened', apply: openCases(vault) },
    { on: 'case_told', beside: true, apply: keepTold(vault) },
    { on: 'case_attached', apply: noteAttachments(vault) },
    { on: 'case_submitted', apply: submitCases },
    { on: 'handover_requested', apply: wantHandover },
    { on: 'case_message', apply: passMessages(vault, toOfficer) },
    { on: 'handover_ended', apply: endTalks(toOfficer) },
    { on: 'case_withdrawn', apply: withdrawCases(toOfficer) },
    { on: 'reminder_wanted', apply: keepReminders },
    { on: 'reminders_cancelled', apply: cancelReminders },
  ] as const
}

/** Last: what other parts do for the same turn may still need the person. */
export function caseErasure({ toOfficer }: Pick<CaseEffectParts, 'toOfficer'>) {
  return [{ on: 'forget_confirmed', apply: forgetCases(toOfficer) }] as const
}
