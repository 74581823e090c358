import type { ChosenLocale, TurnInput } from './input.ts'
import type { Locale } from './locale.ts'
import type { Reply } from './reply.ts'
import type { Topic } from './topic.ts'
import type { Params, Wording } from './wording.ts'

/** Every way in. The name is stored with what came through it. */
export const CHANNELS = ['telegram', 'whatsapp', 'web', 'terminal'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Whose conversation it is: the channel and the person's address there, as the channel knows it. */
export interface Correspondent {
  readonly channel: ChannelName
  readonly address: string
}

/** One message that came in. */
export interface Inbound {
  readonly from: Correspondent
  readonly input: TurnInput
  /** The person set this language in the channel itself: it holds until they set another. Null: they did not. */
  readonly chosenLocale: ChosenLocale
  /** What to begin in when the person has neither chosen nor written enough to tell. */
  readonly defaultLocale: Locale
}

export interface SaidChoice {
  readonly label: string
  readonly value: string
  readonly topic?: Topic
}

/** What goes back: the reply, and the words chosen for it. */
export interface Outbound {
  readonly reply: Reply
  /** Plain text with line breaks; the channel escapes it for its own markup. */
  readonly text: string
  readonly choices: readonly SaidChoice[]
  /** The language the person has chosen after this turn; null when it follows what they write. */
  readonly chosenLocale: ChosenLocale
  /** Everything about this person was erased: the channel forgets its part, too. */
  readonly erased: boolean
}

/** The one thing a channel calls. Messages of one correspondent are answered one at a time and in order. */
export type Converse = (inbound: Inbound) => Promise<Outbound>

/** Words for what a channel shows around the conversation; a channel has no wording of its own. */
export type Words = (wording: Wording, locale: Locale) => string

/** Shorthand for the wording of a key. */
export function wordsIn(words: Words, locale: Locale) {
  return (key: Wording['key'], params?: Params): string =>
    words(params === undefined ? { key } : { key, params }, locale)
}
export type WordsIn = ReturnType<typeof wordsIn>
