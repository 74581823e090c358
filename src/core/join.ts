/**
 * One person on two channels. On one they are shown six digits, on the other they type them: who holds both in their hand
 * is one person.
 */
export interface Joining {
  /** To be shown when this turn is asked for one. The same when the turn is taken again. */
  readonly newCode: string
  /** What a typed code is good for, before anything is done about it. */
  readonly check: (code: string) => JoinCheck
}

export const JOIN_CHECKS = ['right', 'wrong', 'own', 'same_channel', 'too_often'] as const
/**
 * `wrong`: nobody's, or too old. `own`: shown to the one who types it. `same_channel`: two addresses of one channel stay
 * two people, because an answer must know where to go. `too_often`: after some wrong ones no more are looked at.
 */
export type JoinCheck = (typeof JOIN_CHECKS)[number]

/** How long a code is good for. */
export const JOIN_MINUTES = 15

/** Six digits from at least four random (or keyed) bytes. */
export function joinCodeOf(bytes: Uint8Array): string {
  if (bytes.length < 4) throw new Error('A code needs four bytes.')
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return String(number % 1_000_000).padStart(6, '0')
}
