import { EVERYDAY_WORDS } from '../../../knowledge/regions/everyday-words.ts'
import { isInflected } from '../../../knowledge/regions/find-names.ts'
import { type SimilarWords, similarWords } from '../../../knowledge/regions/similar-words.ts'
import { normalise, plain } from '../normalise.ts'

/** A name found in a text: what it stands for, and its words (`to` is the word after it). */
export interface Named<T> {
  readonly value: T
  readonly from: number
  readonly to: number
  /** 0 where the name stands as it is written. */
  readonly slips: number
}

interface Step<T> {
  readonly next: Map<string, Step<T>>
  value: T | undefined
}

export interface NamedWords<T> {
  find(words: readonly string[]): readonly Named<T>[]
}

interface Options<T> {
  /** Names that may be misspelt; none when it is absent. */
  readonly misspelt?: Iterable<readonly [string, T]>
  /** How many slips such a name of one word may carry. */
  readonly slips?: (length: number) => number
}

/** "ketaiwan", "dijepang": written without the space. */
const GLUED = ['dari', 'di', 'ke'] as const
const SHORTEST_GLUED = 5

/** Looks names up in a text, the longest first. Names are read as the text is: plain, and with abbreviations written out. */
export function namedWords<T>(
  entries: Iterable<readonly [string, T]>,
  { misspelt = [], slips = () => 0 }: Options<T> = {},
): NamedWords<T> {
  const root: Step<T> = { next: new Map(), value: undefined }
  for (const [name, value] of entries) for (const form of formsOf(name)) plant(root, form.split(' '), value)
  const single = new Map<string, T>()
  for (const [name, value] of misspelt)
    for (const form of formsOf(name)) if (!form.includes(' ')) single.set(form, value)
  const similar = single.size === 0 ? undefined : similarWords(single, slips)
  // Nearly every word of nearly every message names nothing, whatever stands beside it.
  const idle = new Set<string>()
  return {
    find: (words) => {
      const found: Named<T>[] = []
      for (let at = 0; at < words.length; ) {
        const word = words[at] ?? ''
        const one = idle.has(word)
          ? undefined
          : (longest(root, words, at) ?? guessed(root, similar, words, at))
        if (one !== undefined) found.push(one)
        else if (!mayBegin(root, word)) {
          if (idle.size >= IDLE_KEPT) idle.clear()
          idle.add(word)
        }
        at = one?.to ?? at + 1
      }
      return found
    },
  }
}

/** So that a flood of odd words cannot grow what is remembered. */
const IDLE_KEPT = 20_000

/** Whether some name begins with this word, so that it depends on the words behind it what the word says. */
function mayBegin<T>(root: Step<T>, word: string): boolean {
  return (
    root.next.has(word) ||
    GLUED.some((before) => word.startsWith(before) && root.next.has(word.slice(before.length)))
  )
}

/** A name as a text may bring it: plain, with abbreviations written out, and in one word. */
function formsOf(name: string): readonly string[] {
  const text = plain(name)
  return distinct([text, normalise(name), text.replaceAll(' ', '')]).filter((form) => form !== '')
}

function plant<T>(root: Step<T>, words: readonly string[], value: T): void {
  let step = root
  for (const word of words) {
    let next = step.next.get(word)
    if (next === undefined) {
      next = { next: new Map(), value: undefined }
      step.next.set(word, next)
    }
    step = next
  }
  step.value ??= value
}

function longest<T>(root: Step<T>, words: readonly string[], from: number): Named<T> | undefined {
  let found: Named<T> | undefined
  let step: Step<T> | undefined = root
  for (let at = from; at < words.length; at += 1) {
    step = step.next.get(words[at] ?? '')
    if (step === undefined) break
    if (step.value !== undefined) found = { value: step.value, from, to: at + 1, slips: 0 }
  }
  return found
}

function guessed<T>(
  root: Step<T>,
  similar: SimilarWords<T> | undefined,
  words: readonly string[],
  from: number,
): Named<T> | undefined {
  const word = words[from] ?? ''
  if (word.length < SHORTEST_GLUED || EVERYDAY_WORDS.has(word)) return undefined
  for (const before of GLUED) {
    if (!word.startsWith(before) || word.length < before.length + SHORTEST_GLUED) continue
    const rest = word.slice(before.length)
    const one = longest(root, [rest, ...words.slice(from + 1, from + 4)], 0)
    if (one !== undefined && !EVERYDAY_WORDS.has(rest)) return { ...one, from, to: from + one.to }
    const value = root.next.get(rest)?.value
    if (value !== undefined) return { value, from, to: from + 1, slips: 0 }
  }
  if (word.endsWith('nya') || word.endsWith('ne')) {
    const stem = word.slice(0, word.endsWith('nya') ? -3 : -2)
    const value = stem.length < SHORTEST_GLUED ? undefined : root.next.get(stem)?.value
    if (value !== undefined) return { value, from, to: from + 1, slips: 0 }
  }
  if (similar === undefined) return undefined
  const { edits, entries } = similar.near(word)
  const [first] = entries
  // As near to two different names: rather none than the wrong one.
  if (first === undefined || entries.some((entry) => entry !== first) || isInflected(word)) return undefined
  return { value: first, from, to: from + 1, slips: edits }
}

export function distinct<T>(values: Iterable<T>): readonly T[] {
  return [...new Set(values)]
}
