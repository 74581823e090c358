import type { CaseKind } from '../../core/case.ts'
import type { LocalDate } from '../../core/dates.ts'

/** One week of an officer's regions, Monday to Sunday in Jakarta. */
export interface Week {
  readonly from: LocalDate
  readonly opened: Readonly<Record<CaseKind, number>>
  /** Half of the acknowledged cases of this week waited no longer; null: none was acknowledged. */
  readonly minutesToAcknowledge: number | null
}

/** The numbers behind `/ringkas`. */
export interface WeekNumbers {
  /** Oldest first; the last one is the running week. */
  readonly weeks: readonly Week[]
  readonly resolvedThisWeek: number
  /** Now, whatever their age. */
  readonly waiting: number
  readonly inProgress: number
}

export function openedIn(week: Week): number {
  return Object.values(week.opened).reduce((sum, count) => sum + count, 0)
}
