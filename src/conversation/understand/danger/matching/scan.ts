import { CONCEPTS, firstWords, type Node } from './lexicon.ts'
import { spelledOut } from './vowelless.ts'

/** Words that make a passive of the root after them, written apart: `di siksa`, `te pantok`, `kena pukul`. */
const PASSIVE_MARKS = new Set(['di', 'd', 'te', 'kena', 'dipun', 'e'])
/** Longer messages are cut: what matters is said in the first words, and the time stays bounded. */
export const MOST_WORDS = 600
const SHIFT = 10
const MASK = (1 << SHIFT) - 1

/** One finding, from word `startOf` up to and including word `endOf`; packed in a number because there are many. */
export type Span = number

export function startOf(span: Span): number {
  return span >> SHIFT
}

export function endOf(span: Span): number {
  return span & MASK
}

/** Where each concept stands in one sentence. One instance reads any number of sentences, one after the other. */
export class Scan {
  words: readonly string[] = []
  /** By concept number; empty where the concept is not there. */
  readonly spans: readonly Span[][] = CONCEPTS.map(() => [])
  /** The concepts that are there at all. */
  readonly present: number[] = []

  read(sentence: readonly string[]): void {
    for (const concept of this.present) (this.spans[concept] as Span[]).length = 0
    this.present.length = 0
    const words = sentence.length > MOST_WORDS ? sentence.slice(0, MOST_WORDS) : sentence
    this.words = words
    const lexicon = firstWords()
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as string
      const node = lexicon.get(word) ?? inHaste(word, lexicon)
      if (node !== undefined) at = this.terms(node, at)
      if (PASSIVE_MARKS.has(word) && at + 1 < words.length) {
        const joined = lexicon.get(`di${words[at + 1]}`)
        if (joined !== undefined) this.put(joined.concepts, at, at + 1)
      }
    }
  }

  has(concept: number): boolean {
    return (this.spans[concept] as Span[]).length > 0
  }

  /** Puts every term that begins at `start`; the word to go on from, after a set phrase its last. */
  private terms(first: Node, start: number): number {
    const { words } = this
    let node: Node | undefined = first
    let over = -1
    for (let at = start; node !== undefined; at++) {
      if (node.passedOver) over = at
      if (node.next === null) break
      node = at + 1 < words.length ? node.next.get(words[at + 1] as string) : undefined
    }
    node = first
    for (let at = start; node !== undefined; at++) {
      if (over === -1 || (node.passedOver && at === over)) this.put(node.concepts, start, at)
      if (node.next === null) break
      node = at + 1 < words.length ? node.next.get(words[at + 1] as string) : undefined
    }
    return over === -1 ? start : over
  }

  private put(concepts: readonly number[], start: number, end: number): void {
    const span = (start << SHIFT) | end
    for (const concept of concepts) {
      const list = this.spans[concept] as Span[]
      if (list.length === 0) this.present.push(concept)
      list.push(span)
    }
  }
}

function inHaste(word: string, lexicon: ReadonlyMap<string, Node>): Node | undefined {
  const spelled = spelledOut(word)
  return spelled === undefined ? undefined : lexicon.get(spelled)
}
