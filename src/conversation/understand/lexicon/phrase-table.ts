import { normalise } from '../normalise.ts'
import { CONCEPTS, type Concept, PHRASES } from './concepts/index.ts'

/** Every phrase of the lexicon in normalised form, with what it can mean. */
function phraseTable(): ReadonlyMap<string, readonly Concept[]> {
  const table = new Map<string, Concept[]>()
  for (const concept of CONCEPTS) {
    for (const written of PHRASES[concept].split(',')) {
      const phrase = normalise(written)
      if (phrase === '') continue
      const meanings = table.get(phrase)
      if (meanings === undefined) table.set(phrase, [concept])
      else if (!meanings.includes(concept)) meanings.push(concept)
    }
  }
  return table
}

export const PHRASE_TABLE = phraseTable()
