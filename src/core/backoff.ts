const FIRST_WAIT_MS = 1_000
/** No vendor that is back waits longer for us. */
export const LONGEST_WAIT_MS = 60_000

/** How long to wait before the next try; `attempt` is 1 for the first. Twice as long each time, up to a minute. */
export function backoffMs(attempt: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (Math.max(attempt, 1) - 1), LONGEST_WAIT_MS)
}
