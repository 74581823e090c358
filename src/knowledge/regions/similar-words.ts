import { bitCount, consonantsOf, editsAllowed, editsBetween, letterMask } from './edit-distance.ts'

/** A word list that finds the words a misspelt one may have meant. */
export interface SimilarWords<T> {
  /** The nearest entries within the allowed edits, all of the same distance; the first letter must be right. */
  near(word: string): { readonly edits: number; readonly entries: readonly T[] }
}

/** Words of one first letter and length. The masks lie side by side: most of a long shelf is passed over by them alone. */
interface Shelf<T> {
  readonly masks: number[]
  readonly words: string[]
  readonly values: T[]
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
  const shelves: Shelf<T>[][] = Array.from({ length: LETTERS }, () => [])
  for (const [word, value] of words) {
    if (allowed(word.length) === 0 || word.length > LONGEST) continue
    const shelf = shelves[word.charCodeAt(0) - FIRST_LETTER]
    if (shelf === undefined) continue
    let own = shelf[word.length]
    if (own === undefined) {
      own = { masks: [], words: [], values: [] }
      shelf[word.length] = own
    }
    own.masks.push(letterMask(word))
    own.words.push(word)
    own.values.push(value)
  }
  return {
    near: (word) => {
      const shelf = shelves[word.charCodeAt(0) - FIRST_LETTER]
      if (shelf === undefined || word.length < 4 || word.length > LONGEST) return NONE
      const mask = letterMask(word)
      let best = 2
      let found: T[] | undefined
      for (let length = word.length - 2; length <= word.length + 2; length += 1) {
        const own = shelf[length]
        const limit = Math.min(allowed(length), best)
        if (own === undefined || Math.abs(length - word.length) > limit) continue
        const { masks, words: known, values } = own
        for (let at = 0; at < masks.length; at++) {
          if (bitCount(mask ^ (masks[at] as number)) > 2 * limit) continue
          const other = known[at] as string
          // Four letters say little: only a vowel left out is allowed ("batm").
          if (word.length === 4 && consonantsOf(word) !== consonantsOf(other)) continue
          const edits = editsBetween(word, other, limit)
          if (edits > limit || edits > best) continue
          if (found === undefined || edits < best) found = []
          best = edits
          found.push(values[at] as T)
        }
      }
      return found === undefined ? NONE : { edits: best, entries: found }
    },
  }
}

const FIRST_LETTER = 97
const LETTERS = 26
const LONGEST = 30
