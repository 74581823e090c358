import { conceptsOf } from './lexicon/concepts.ts'
import type { Piece } from './model/features.ts'

/** Sentences with the names of the concepts in them, in order: one meaning, whatever the language. */
export function piecesOf(sentences: readonly string[]): readonly Piece[] {
  return sentences.map((text) => ({ text, tags: conceptsOf(text.split(' ')).map(({ concept }) => concept) }))
}
