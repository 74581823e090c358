import type { TopicScore } from '../understanding.ts'

/** What the trained danger model makes of a text, as probabilities that add up to one. */
export interface DangerScores {
  readonly none: number
  readonly illegal_offer: number
  readonly emergency: number
}

/** A message as the danger guard reads it. */
export interface DangerText {
  /** As it came, for what normalising takes away. */
  readonly raw: string
  /** The words of its sentences, normalised (`cut(raw)`). */
  readonly sentences: readonly (readonly string[])[]
  /** What the trained model says of the whole message, and of each of its parts (clauses or sentences, in any number). */
  readonly whole: DangerScores
  readonly parts: readonly DangerScores[]
  /** What the message is about, likeliest first: what danger is asked of differs from what danger is. */
  readonly topics: readonly TopicScore[]
  /** Something that only our field has is named (`Understanding.anchored`). */
  readonly anchored: boolean
}
