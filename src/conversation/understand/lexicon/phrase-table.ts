import { normalise } from '../normalise.ts'
import { CONCEPTS, type Concept, PHRASES } from './concepts/index.ts'

/** Nouns that stay meant inside a longer phrase: "paspor hilang" is about a passport too, "rumah sakit" about no house. */
const CARRIED: ReadonlySet<Concept> = new Set<Concept>([
  ...([
    'passport',
    'visa',
    'wage',
    'employer',
    'corpse',
    'workContract',
    'diploma',
    'company',
    'migrantWorker',
  ] as const),
  ...([
    'scamPlace',
    'agent',
    'insurance',
    'mou',
    'umrah',
    'gambling',
    'loan',
    'recruiter',
    'broker',
    'mission',
  ] as const),
])

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
  for (const [phrase, meanings] of table) {
    for (const word of phrase.includes(' ') ? phrase.split(' ') : []) {
      const carried = table
        .get(word)
        ?.filter((concept) => CARRIED.has(concept) && !meanings.includes(concept))
      if (carried !== undefined) meanings.push(...carried)
    }
  }
  return table
}

export const PHRASE_TABLE = phraseTable()
