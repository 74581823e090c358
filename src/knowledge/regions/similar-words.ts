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
export function similarWords<T>(words: Iterable<readonly [string, T]>): SimilarWords<T> {
  const shelves = new Map<number, Entry<T>[]>()
  for (const [word, value] of words) {
    if (editsAllowed(word.length) === 0) continue
    const place = shelf(word, word.length)
    const entries = shelves.get(place) ?? []
    if (entries.length === 0) shelves.set(place, entries)
    entries.push({ word, mask: letterMask(word), value })
  }
  return {
    near: (word) => {
      if (word.length < 4 || word.length > 30) return NONE
      const mask = letterMask(word)
      // Four letters say little: only a vowel left out is allowed ("batm").
      const consonants = word.length === 4 ? consonantsOf(word) : null
      let best = 3
      let entries: T[] = []
      for (let length = word.length - 2; length <= word.length + 2; length += 1) {
        const limit = Math.min(editsAllowed(length), best)
        if (Math.abs(length - word.length) > limit) continue
        for (const entry of shelves.get(shelf(word, length)) ?? []) {
          if (bitCount(mask ^ entry.mask) > 2 * limit) continue
          if (consonants !== null && consonants !== consonantsOf(entry.word)) continue
          const edits = editsBetween(word, entry.word, limit)
          if (edits > limit || edits > best) continue
          if (edits < best) entries = []
          best = edits
          entries.push(entry.value)
        }
      }
      return entries.length === 0 ? NONE : { edits: best, entries }
    },
  }
}

function shelf(word: string, length: number): number {
  return word.charCodeAt(0) * 64 + length
}
