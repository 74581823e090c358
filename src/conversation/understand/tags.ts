import { conceptsOf } from './lexicon/concepts.ts'
import type { Piece } from './model/features.ts'
import type { Words } from './normalise.ts'

/** Clauses with the names of the concepts in them, in order: one meaning, whatever the language. */
export function piecesOf(clauses: readonly Words[]): readonly Piece[] {
  return clauses.map((words) => ({ words, tags: conceptsOf(words).map(({ concept }) => concept) }))
}
