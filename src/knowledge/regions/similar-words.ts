import { bitCount, consonantsOf, editsAllowed, editsBetween, letterMask } from './edit-distance.ts'

/** A word list that finds the words a misspelt one may have meant. */
export interface SimilarWords<T> {
  /** The nearest entries within the allowed edits, all of the same distance; the first letter must be right. */
  near(word: string): { readonly edits: number; readonly entries: readonly T[] }
}

interface Entry<T> {
  readonly word: string
  readonly mask: number
  readonly value: T
}

const NONE = { edits: 0, entries: [] } as const

/**
 * Words by first letter and length; letters are compared as bits before any edits are counted. For a few thousand words this
 * looks at some dozens of numbers per misspelt word: quicker than generating its deletions, and nothing to precompute.
 */
export function similarWords<T>(
  words: Iterable<readonly [string, T]>,
  allowed: (length: number) => number = editsAllowed,
): SimilarWords<T> {
  // shelves[first letter][length]
  const shelves: Entry<T>[][][] = Array.from({ length: LETTERS }, () => [])
  for (const [word, value] of words) {
    if (allowed(word.length) === 0 || word.length > LONGEST) continue
    const shelf = shelves[word.charCodeAt(0) - FIRST_LETTER]
    if (shelf === undefined) continue
    const entry = { word, mask: letterMask(word), value }
    const entries = shelf[word.length]
    if (entries === undefined) shelf[word.length] = [entry]
    else entries.push(entry)
  }
  return {
    near: (word) => {
      const shelf = shelves[word.charCodeAt(0) - FIRST_LETTER]
      if (shelf === undefined || word.length < 4 || word.length > LONGEST) return NONE
      const mask = letterMask(word)
      let best = 2
      let found: T[] | undefined
      for (let length = word.length - 2; length <= word.length + 2; length += 1) {
        const entries = shelf[length]
        const limit = Math.min(allowed(length), best)
        if (entries === undefined || Math.abs(length - word.length) > limit) continue
        for (const entry of entries) {
          if (bitCount(mask ^ entry.mask) > 2 * limit) continue
          // Four letters say little: only a vowel left out is allowed ("batm").
          if (word.length === 4 && consonantsOf(word) !== consonantsOf(entry.word)) continue
          const edits = editsBetween(word, entry.word, limit)
          if (edits > limit || edits > best) continue
          if (found === undefined || edits < best) found = []
          best = edits
          found.push(entry.value)
        }
      }
      return found === undefined ? NONE : { edits: best, entries: found }
    },
  }
}

const FIRST_LETTER = 97
const LETTERS = 26
const LONGEST = 30
