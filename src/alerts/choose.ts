import type { AlertLevel } from '../core/alert.ts'
import type { OpenAlert } from './alert.ts'
import { type Serving, searchOrder, serves } from './levels.ts'

/** An earlier card of an alert. */
export interface Given {
  readonly officerId: string
  readonly level: AlertLevel
  /** It can never arrive. */
  readonly failed: boolean
}

export type Choice<O> =
  | { readonly kind: 'found'; readonly level: AlertLevel; readonly officers: readonly O[] }
  | { readonly kind: 'nobody' }

/**
 * Whom an alert goes to: the first level on which somebody is on duty who does not have it yet. Where all who are there
 * have it already, nobody is written to again; where all their cards were refused, the search goes on.
 */
export function choose<O extends Serving & { readonly id: string }>(
  { region, status }: Pick<OpenAlert, 'region' | 'status'>,
  onDuty: readonly O[],
  given: readonly Given[],
): Choice<O> {
  for (const level of searchOrder(status.level, region)) {
    const there = onDuty.filter((officer) => serves(officer, level, region))
    if (there.length === 0) continue
    const had = new Map(
      given.filter((one) => one.level === level).map(({ officerId, failed }) => [officerId, failed]),
    )
    const fresh = there.filter(({ id }) => !had.has(id))
    if (fresh.length > 0) return { kind: 'found', level, officers: fresh }
    if (there.some(({ id }) => had.get(id) === false)) return { kind: 'found', level, officers: [] }
  }
  return { kind: 'nobody' }
}
