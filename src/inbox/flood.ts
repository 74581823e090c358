/** How many messages of one lane are answered within a window; what comes on top is dropped, after one polite notice. */
export interface FloodLimit {
  readonly most: number
  readonly withinMs: number
}

export const FLOOD_LIMIT: FloodLimit = { most: 20, withinMs: 10_000 }

/** A lane's running count; stored with its conversation, so that all processes and restarts count together. */
export interface FloodWindow {
  readonly start: Date
  readonly count: number
}

export type FloodVerdict = 'answer' | 'drop_and_tell' | 'drop'

/**
 * Counts one message. By the time it was received: a backlog that is worked off at once after an outage is no flood. The
 * window is a fixed one; at its edge a person may be answered twice the limit, which harms nobody.
 */
export function countMessage(
  window: FloodWindow,
  receivedAt: Date,
  { most, withinMs }: FloodLimit,
): { readonly window: FloodWindow; readonly verdict: FloodVerdict } {
  const age = receivedAt.getTime() - window.start.getTime()
  if (age >= withinMs || age < -withinMs)
    return { window: { start: receivedAt, count: 1 }, verdict: 'answer' }
  const count = window.count + 1
  const verdict = count <= most ? 'answer' : count === most + 1 ? 'drop_and_tell' : 'drop'
  return { window: { start: window.start, count }, verdict }
}
