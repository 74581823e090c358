import { CONCEPTS, conceptNumber, LEXICON } from './lexicon.ts'
import { spelledOut } from './vowelless.ts'

/** Words that make a passive of the root after them, written apart: `di siksa`, `te pantok`, `kena pukul`. */
const PASSIVE_MARKS = new Set(['di', 'd', 'te', 'kena', 'dipun', 'e'])
/** Longer messages are cut: what matters is said in the first words, and the time stays bounded. */
export const MOST_WORDS = 600

/** One finding: the words from `start` up to and including `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where each concept stands in one sentence. */
export interface Scan {
  readonly words: readonly string[]
  /** By concept number; empty where the concept is not there. */
  readonly spans: readonly (readonly Span[])[]
  /** The concepts that are there at all. */
  readonly present: readonly number[]
}

const NONE: readonly Span[] = []
const PASSED_OVER: readonly number[] = [conceptNumber('REQUEST') ?? -1, conceptNumber('FIGURE') ?? -1]

export function scan(sentence: string): Scan {
  const words = sentence.split(' ', MOST_WORDS)
  const spans = new Array<Span[] | readonly Span[]>(CONCEPTS.length).fill(NONE)
  const present: number[] = []
  const put = (concepts: readonly number[], start: number, end: number): void => {
    for (const concept of concepts) {
      const list = spans[concept]
      if (list === undefined || list.length === 0) {
        spans[concept] = [{ start, end }]
        present.push(concept)
      } else (list as Span[]).push({ start, end })
    }
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const entry = LEXICON.get(word) ?? LEXICON.get(spelledOut(word) ?? '')
    if (entry !== undefined) {
      const idiom = entry.phrases.find(
        (one) => isPassedOver(one.concepts) && follows(words, at + 1, one.rest),
      )
      if (idiom !== undefined) {
        put(idiom.concepts, at, at + idiom.rest.length)
        at += idiom.rest.length
        continue
      }
      if (entry.concepts.length > 0) put(entry.concepts, at, at)
      for (const phrase of entry.phrases)
        if (follows(words, at + 1, phrase.rest)) put(phrase.concepts, at, at + phrase.rest.length)
    }
    if (PASSIVE_MARKS.has(word) && at + 1 < words.length) {
      const joined = LEXICON.get(`di${words[at + 1]}`)
      if (joined !== undefined) put(joined.concepts, at, at + 1)
    }
  }
  return { words, spans, present }
}

function isPassedOver(concepts: readonly number[]): boolean {
  return concepts.some((concept) => PASSED_OVER.includes(concept))
}

function follows(words: readonly string[], from: number, rest: readonly string[]): boolean {
  for (let i = 0; i < rest.length; i++) if (words[from + i] !== rest[i]) return false
  return true
}
