import type { Citation } from './citation.ts'
import type { ContactId, CountryCode, RegionCode } from './ids.ts'
import type { Locale } from './locale.ts'
import type { Danger, DangerSign, Topic } from './topic.ts'
import type { Wording } from './wording.ts'

/** What the engine did with a message. */
export type Action = 'answer' | 'clarify' | 'refuse' | 'handover'

/** The order a worried person needs: protection, the answer, the facts, the source, the next step, whom to contact. */
export const PART_ROLES = ['warning', 'answer', 'fact', 'note', 'source', 'next', 'contact'] as const
export type PartRole = (typeof PART_ROLES)[number]

/** One paragraph or bullet of a reply: a key and its values, no words. `source` parts are made by `phrase` from the citations. */
export interface Part extends Wording {
  readonly role: PartRole
}

/** Something to tap or to answer by number. `value` is what the engine receives back, never shown. */
export interface Choice {
  readonly label: Wording
  readonly value: string
  readonly topic?: Topic
}

export interface RegionRef {
  readonly code: RegionCode
  readonly name: string
}

/** An office a person can call or visit, as it goes out; the wording part is in `parts`. */
export interface ContactRef {
  readonly id: ContactId
  readonly name: string
  readonly phones: readonly string[]
  readonly address?: string
  readonly position?: { readonly lat: number; readonly lon: number }
}

/** What the engine says in one turn. Keys and values only: words are chosen once, by `phrase`, before the commit. */
export interface Reply {
  readonly action: Action
  readonly topic: Topic
  /** Topics really answered, at most three. */
  readonly topics: readonly Topic[]
  /** 0..1 */
  readonly confidence: number
  readonly danger: Danger
  readonly signs: readonly DangerSign[]
  readonly locale: Locale
  readonly regions: readonly RegionRef[]
  readonly countries: readonly CountryCode[]
  readonly parts: readonly Part[]
  readonly choices: readonly Choice[]
  readonly citations: readonly Citation[]
  readonly contacts: readonly ContactRef[]
}

/** Nothing is said: an officer and the person talk. */
export function isSilent({ action, parts }: Reply): boolean {
  return action === 'handover' && parts.length === 0
}
