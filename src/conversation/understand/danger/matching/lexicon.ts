import { normalise } from '../../normalise.ts'
import { type Concept, WORDS } from '../words/index.ts'

export const CONCEPTS = Object.keys(WORDS) as readonly Concept[]
const NUMBERS: ReadonlyMap<string, number> = new Map(CONCEPTS.map((name, index) => [name, index]))

export function conceptNumber(name: string): number | undefined {
  return NUMBERS.get(name)
}

/** A term of several words: what follows its first word, and what it means. */
interface Phrase {
  readonly rest: readonly string[]
  readonly concepts: number[]
}

/** What can begin at a word: concepts of the word alone, and longer terms, longest first. */
export interface Entry {
  concepts: number[]
  phrases: Phrase[]
}

/** Terms are normalised like messages are, so that the tables may be written as people spell. */
function build(): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [number, name] of CONCEPTS.entries())
    for (const term of new Set(WORDS[name].map((written) => normalise(written)))) {
      const [first, ...rest] = term.split(' ')
      if (first === undefined || first === '') continue
      let entry = entries.get(first)
      if (entry === undefined) entries.set(first, (entry = { concepts: [], phrases: [] }))
      add(entry, rest, number)
    }
  for (const entry of entries.values()) entry.phrases.sort((a, b) => b.rest.length - a.rest.length)
  return entries
}

function add(entry: Entry, rest: readonly string[], number: number): void {
  if (rest.length === 0) {
    if (!entry.concepts.includes(number)) entry.concepts.push(number)
    return
  }
  const same = entry.phrases.find((phrase) => phrase.rest.join(' ') === rest.join(' '))
  if (same === undefined) entry.phrases.push({ rest, concepts: [number] })
  else if (!same.concepts.includes(number)) same.concepts.push(number)
}

export const LEXICON = build()
