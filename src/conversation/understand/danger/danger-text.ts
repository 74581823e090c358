/** What the trained danger model makes of a text, as probabilities that add up to one. */
export interface DangerScores {
  readonly none: number
  readonly illegal_offer: number
  readonly emergency: number
}

/** A message as the danger guard reads it. */
export interface DangerText {
  /** As it came, for what normalising takes away (emoji, numbers). */
  readonly raw: string
  /** The whole message, normalised. */
  readonly whole: string
  /** Its sentences, normalised. */
  readonly sentences: readonly string[]
  /** Asks the trained model about a normalised text; asked for the whole and for each sentence of a longer message. */
  readonly score: (text: string) => DangerScores
}
