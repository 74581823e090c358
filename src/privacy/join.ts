import type { JoinCheck } from '../core/join.ts'
import type { Vault } from './vault.ts'

/** So many wrong codes in so long: six digits are a million, and fifteen minutes are short. */
const MOST_GUESSES = 5
export const GUESSES_FORGOTTEN_MS = 3_600_000

/** What codes are worth in one lane, as it was when the lane was read. */
export interface LaneJoin {
  readonly personId: string
  readonly channels: readonly string[]
  readonly guesses: number
  /** Whose each code is that is good now, by its key, and on which channels they are already. */
  readonly codes: ReadonlyMap<string, { readonly personId: string; readonly channels: readonly string[] }>
}

/** The key under which a code is kept: whoever reads the table cannot type it. */
export function codeKey(code: string, vault: Vault): string {
  return vault.key('join code', code)
}

/** What a typed code is good for. */
export function checkCode(lane: LaneJoin | undefined, key: string): JoinCheck {
  if (lane === undefined) return 'wrong'
  if (lane.guesses >= MOST_GUESSES) return 'too_often'
  const found = lane.codes.get(key)
  if (found === undefined) return 'wrong'
  if (found.personId === lane.personId) return 'own'
  return found.channels.some((channel) => lane.channels.includes(channel)) ? 'same_channel' : 'right'
}
