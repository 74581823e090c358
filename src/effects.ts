import { countUnanswered } from './conversation/unanswered.store.ts'
import type { AnyEffect, HostEventType } from './outbox/effects.ts'

/** What events ask for, in the transaction that stores them. A part that acts on events adds its effects here. */
export const EFFECTS = [
  { on: 'question_unanswered', apply: countUnanswered },
] as const satisfies readonly AnyEffect[]

/** Events that nothing acts on yet, on purpose. A test demands that every type stands here or above, and in one of them only. */
export const WITHOUT_EFFECT = [
  'danger_detected', // alerts
  'case_opened', // cases
  'case_told', // cases
  'case_attached', // cases
  'case_submitted', // cases
  'case_withdrawn', // cases
  'case_message', // cases
  'handover_ended', // cases
  'reminder_wanted', // cases
  'reminders_cancelled', // cases
  'handover_requested', // cases
  'report_started', // cases
  'locale_changed', // the state holds it
  'forget_confirmed', // the commit itself erases
  'message_parked', // parked_message is the record; alerts
  'delivery_refused', // the outbox row is the record; alerts
] as const satisfies readonly HostEventType[]
