import type { AlertLevel, Severity } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'
import type { AlertStatus } from './alert.ts'
import { nextLevel, startLevel } from './levels.ts'
import { endOfQuiet, nextWorkingMorning, zoneOf } from './local-time.ts'

/** How long a level has before the next one is asked; `routine` has until the next working morning. */
export interface AlertTimes {
  readonly emergencyMs: number
  readonly urgentMs: number
}
export const ALERT_TIMES: AlertTimes = { emergencyMs: 10 * 60_000, urgentMs: 4 * 3_600_000 }

/** While nobody at all is on duty, so often somebody is looked for. */
const LOOK_AGAIN_MS: Readonly<Record<Severity, number>> = {
  emergency: 5_000,
  urgent: 60_000,
  routine: 5 * 60_000,
}

/** What can happen to an alert. Times come with it: nothing here reads a clock. */
export type Happening =
  /** The dispatcher sees a level for the first time: when may its cards go out, and when is the next level asked. */
  | { readonly kind: 'planned' }
  /** Cards for the officers of a level are written; it may be another level than was asked, when nobody served that one. */
  | { readonly kind: 'dispatched'; readonly level: AlertLevel }
  /** Nobody at all is on duty. */
  | { readonly kind: 'nobody' }
  /** A card has reached an officer. */
  | { readonly kind: 'delivered' }
  /** Every card of this level was refused for good. */
  | { readonly kind: 'refused' }
  /** The dead-line may have passed. */
  | { readonly kind: 'time' }
  /** An officer hands it up, acknowledged or not. */
  | { readonly kind: 'handed_up' }
  | { readonly kind: 'acknowledged'; readonly by: string }
  | { readonly kind: 'resolved'; readonly outcome: string }
  /** The region became known: those who serve it are asked, whoever was asked before. */
  | { readonly kind: 'region_found' }

export interface AlertMatter {
  readonly severity: Severity
  readonly region: RegionCode | null
}

/** A new alert. */
export function raisedAt(at: Date, region: RegionCode | null): AlertStatus {
  return {
    state: 'raised',
    level: startLevel(region),
    since: at,
    holdUntil: null,
    dispatchedAt: null,
    nobodySince: null,
    deliveredAt: null,
    escalateAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    outcome: null,
  }
}

/**
 * The life of an alert: raised → delivered → acknowledged → resolved, going up a level whenever its dead-line passes
 * unacknowledged, until the national desk has it. What does not fit where it stands changes nothing.
 */
export function advance(
  status: AlertStatus,
  happening: Happening,
  at: Date,
  matter: AlertMatter,
  times: AlertTimes,
): AlertStatus {
  if (status.state === 'resolved') return status
  if (happening.kind === 'resolved')
    return { ...waitForNothing(status), state: 'resolved', resolvedAt: at, outcome: happening.outcome }
  if (happening.kind === 'handed_up') return goUp(status, at) ?? status
  if (status.state === 'acknowledged') return status
  switch (happening.kind) {
    case 'planned':
      return status.dispatchedAt === null ? plan(status, at, matter, times) : status
    case 'dispatched': {
      const { level } = happening
      // Who gets it later than planned, or in somebody else's place, has the whole time.
      const anew = level !== status.level || status.nobodySince !== null || status.escalateAt === null
      const clock = anew ? { since: at, escalateAt: deadLine(level, at, matter, times) } : {}
      return { ...status, ...clock, level, dispatchedAt: at, holdUntil: null, nobodySince: null }
    }
    case 'nobody':
      return {
        ...status,
        nobodySince: status.nobodySince ?? at,
        holdUntil: new Date(at.getTime() + LOOK_AGAIN_MS[matter.severity]),
      }
    case 'delivered':
      return status.state === 'raised' && status.dispatchedAt !== null
        ? { ...status, state: 'delivered', deliveredAt: status.deliveredAt ?? at }
        : status
    case 'refused':
      return status.state === 'raised' && status.dispatchedAt !== null
        ? (goUp(status, at) ?? { ...status, dispatchedAt: null, escalateAt: null })
        : status
    case 'time':
      if (status.escalateAt === null || status.escalateAt > at) return status
      return goUp(status, at) ?? { ...status, escalateAt: null }
    case 'acknowledged':
      return {
        ...waitForNothing(status),
        state: 'acknowledged',
        acknowledgedAt: at,
        acknowledgedBy: happening.by,
      }
    case 'region_found':
      return {
        ...status,
        state: 'raised',
        level: startLevel(matter.region),
        since: at,
        holdUntil: null,
        dispatchedAt: null,
        escalateAt: null,
      }
  }
}

/** When the cards may go out: at once, or after the quiet hours; and until when this level has time. */
function plan(status: AlertStatus, at: Date, matter: AlertMatter, times: AlertTimes): AlertStatus {
  if (status.escalateAt !== null || status.nobodySince !== null) return status
  const hold = matter.severity === 'emergency' ? null : endOfQuiet(at, zoneOf(matter.region))
  return {
    ...status,
    holdUntil: hold,
    escalateAt: deadLine(status.level, hold ?? status.since, matter, times),
  }
}

function deadLine(
  level: AlertLevel,
  from: Date,
  { severity, region }: AlertMatter,
  times: AlertTimes,
): Date | null {
  if (nextLevel(level) === undefined) return null
  switch (severity) {
    case 'emergency':
      return new Date(from.getTime() + times.emergencyMs)
    case 'urgent':
      return new Date(from.getTime() + times.urgentMs)
    case 'routine':
      return nextWorkingMorning(from, zoneOf(region))
  }
}

function goUp(status: AlertStatus, at: Date): AlertStatus | undefined {
  const level = nextLevel(status.level)
  if (level === undefined) return undefined
  return {
    ...status,
    state: 'raised',
    level,
    since: at,
    holdUntil: null,
    dispatchedAt: null,
    escalateAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
  }
}

function waitForNothing(status: AlertStatus): AlertStatus {
  return { ...status, holdUntil: null, escalateAt: null, nobodySince: null }
}
