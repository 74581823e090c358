import type { Concept } from './concepts/index.ts'
import { PHRASE_TABLE } from './phrase-table.ts'
import { stem } from './stem.ts'

export { CONCEPTS, type Concept } from './concepts/index.ts'

/** A concept found in words `start` up to, not including, `end`. */
export interface ConceptMatch {
  readonly concept: Concept
  readonly start: number
  readonly end: number
}

/** One word of a phrase: what ends here, and the words that may follow. */
interface Node {
  concepts: readonly Concept[]
  next: Map<string, Node> | null
}

const NO_CONCEPTS: readonly Concept[] = []

const ROOT: Node = { concepts: NO_CONCEPTS, next: new Map() }
for (const [phrase, concepts] of PHRASE_TABLE) {
  let node = ROOT
  for (const word of phrase.split(' ')) {
    node.next ??= new Map()
    let next = node.next.get(word)
    if (next === undefined) {
      next = { concepts: NO_CONCEPTS, next: null }
      node.next.set(word, next)
    }
    node = next
  }
  node.concepts = concepts
}

/** The longest phrase under `node` in the words from `at`; `best` is the match so far. */
let best = NO_CONCEPTS
let bestEnd = 0

function follow(node: Node, words: readonly string[], at: number): void {
  const word = words[at]
  if (word === undefined || node.next === null) return
  const exact = node.next.get(word)
  if (exact !== undefined) arrive(exact, words, at + 1)
  const base = stem(word)
  if (base === word) return
  const bent = node.next.get(base)
  if (bent !== undefined) arrive(bent, words, at + 1)
}

function arrive(node: Node, words: readonly string[], at: number): void {
  if (at > bestEnd && node.concepts.length > 0) {
    best = node.concepts
    bestEnd = at
  }
  follow(node, words, at)
}

/**
 * What the words of a normalised message mean, left to right; the longest phrase wins and its words are not read again. A
 * phrase with two meanings gives both, over the same words.
 */
export function conceptsOf(words: readonly string[]): readonly ConceptMatch[] {
  const matches: ConceptMatch[] = []
  let start = 0
  while (start < words.length) {
    best = NO_CONCEPTS
    bestEnd = start
    follow(ROOT, words, start)
    if (bestEnd === start) {
      start++
      continue
    }
    for (const concept of best) matches.push({ concept, start, end: bestEnd })
    start = bestEnd
  }
  return matches
}

/** Does the lexicon know the word, as it stands, without its endings, or as part of a phrase? */
export function isKnownWord(word: string): boolean {
  return ROOT.next?.has(word) === true || ROOT.next?.has(stem(word)) === true
}
