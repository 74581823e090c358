/** How long a person would look at the message and type the answer, as far as waiting for it can be asked of anybody. */
export interface Pace {
  readonly readMs: number
  readonly perLetterMs: number
  readonly longestMs: number
  /** A part of the pause that chance adds or takes away. */
  readonly jitter: number
}

/** Below what anybody types: enough for the pauses not to be a program's, and little enough for somebody who waits. */
export const HUMAN: Pace = { readMs: 400, perLetterMs: 12, longestMs: 3_500, jitter: 0.25 }

/** The pause before a message of so many letters. `random` from 0 to 1. Somebody in danger does not wait for manners. */
export function pauseMs(
  letters: number,
  { urgent, random }: { readonly urgent: boolean; readonly random: number },
  { readMs, perLetterMs, longestMs, jitter }: Pace = HUMAN,
): number {
  if (urgent) return 0
  const whole = Math.min(readMs + letters * perLetterMs, longestMs)
  return Math.round(whole * (1 + jitter * (2 * random - 1)))
}
