import type { ReminderKind } from '../core/case.ts'

/** How many days before the day a person is reminded. */
const DAYS_BEFORE: Readonly<Record<ReminderKind, readonly number[]>> = {
  // Four months: the time that a renewal or the way home takes.
  contract_end: [120, 14, 7, 1, 0],
  departure: [14, 7, 1, 0],
  next_step: [7, 1, 0],
  // On no day, but when a source says that it is signed.
  agreement_signed: [],
}

/** Whole days from one calendar day to the other. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export type DueReminder =
  /** Said now; these days count as told. */
  | { readonly kind: 'say'; readonly daysLeft: number; readonly told: readonly number[] }
  | { readonly kind: 'wait' }
  /** The day has passed: nothing more to say. */
  | { readonly kind: 'over' }

/**
 * What is due today. After an outage several days may be due at once: one reminder is said, with the days that are really
 * left, and all of them count as told.
 */
export function dueOn(kind: ReminderKind, on: string, today: string, told: readonly number[]): DueReminder {
  const daysLeft = daysBetween(today, on)
  if (daysLeft < 0) return { kind: 'over' }
  const reached = toldAtFirst(kind, on, today)
  return reached.some((days) => !told.includes(days))
    ? { kind: 'say', daysLeft, told: reached }
    : { kind: 'wait' }
}

/** Days that are reached when the reminder is asked for: who says today that ten days are left need not hear it. */
export function toldAtFirst(kind: ReminderKind, on: string, today: string): readonly number[] {
  const daysLeft = daysBetween(today, on)
  return DAYS_BEFORE[kind].filter((days) => daysLeft <= days)
}
