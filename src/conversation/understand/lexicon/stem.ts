import type { Concept } from './concepts/index.ts'
import { PHRASE_TABLE } from './phrase-table.ts'
import { COMMON_ROOTS } from './roots.ts'

/** The single words of the lexicon with their meanings, and the common roots (no meaning of ours). */
const KNOWN: ReadonlyMap<string, readonly Concept[]> = knownWords()

function knownWords(): ReadonlyMap<string, readonly Concept[]> {
  const known = new Map<string, readonly Concept[]>()
  for (const root of COMMON_ROOTS) known.set(root, [])
  for (const [phrase, concepts] of PHRASE_TABLE) if (!phrase.includes(' ')) known.set(phrase, concepts)
  return known
}

/** Shorter rests are left alone: too many of them are a word by chance ("m-and-i"). */
const SHORTEST_ROOT = 3
const SHORTEST_AFTER_BEGINNING = 4
const SHORTEST_WORD = 5
const MOST_ENDINGS = 3
const MOST_BEGINNINGS = 2

/** Endings with the fewest letters that must stay. Indonesian and Malay, Javanese, Sundanese. */
const ENDINGS: readonly (readonly [ending: string, rest: number])[] = [
  ['nya', 3],
  ['lah', 3],
  ['kah', 3],
  ['pun', 4],
  ['ku', 3],
  ['mu', 3],
  ['kan', 3],
  ['an', 4],
  ['in', 4],
  ['i', 4],
  ['nipun', 3],
  ['ipun', 3],
  ['ne', 3],
  ['e', 3],
  ['ake', 4],
  ['aken', 4],
  ['ke', 4],
  ['ken', 4],
  ['en', 4],
  ['a', 4],
  ['na', 3],
  ['keun', 3],
  ['eun', 4],
]

/** Beginnings, with the letters the nasal may have swallowed; the longer ones first. */
const BEGINNINGS: readonly (readonly [beginning: string, swallowed: readonly string[]])[] = [
  ['dipun', ['']],
  ['menge', ['']],
  ['meny', ['s']],
  ['meng', ['', 'k']],
  ['mem', ['', 'p']],
  ['men', ['', 't']],
  ['me', ['']],
  ['penge', ['']],
  ['peny', ['s']],
  ['peng', ['', 'k']],
  ['pem', ['', 'p']],
  ['pen', ['', 't']],
  ['per', ['']],
  ['pe', ['']],
  ['di', ['']],
  ['ber', ['']],
  ['be', ['']],
  ['ter', ['']],
  ['mbok', ['']],
  ['tak', ['']],
  ['nga', ['']],
  ['nge', ['']],
  ['ng', ['', 'k']],
  ['ny', ['s', 'c']],
  ['n', ['', 't']],
  ['m', ['', 'p', 'w']],
  ['ke', ['']],
  ['ka', ['']],
  ['ku', ['']],
  ['se', ['']],
  ['sa', ['']],
  ['pang', ['', 'k']],
  ['pa', ['']],
  ['e', ['']],
]

/** Stems of words seen lately; cleared when full, so that a flood of odd words cannot grow it. */
const STEMS = new Map<string, string>()
const STEMS_KEPT = 20_000

/** The word without its endings and beginnings, where what is left is a word we know; otherwise the word itself. */
export function stem(word: string): string {
  let result = STEMS.get(word)
  if (result === undefined) {
    result = stripped(word)
    if (STEMS.size >= STEMS_KEPT) STEMS.clear()
    STEMS.set(word, result)
  }
  return result
}

function stripped(word: string): string {
  let result = word
  for (let round = 0; round < MOST_ENDINGS; round++) {
    const shorter = strip(result)
    if (shorter === result) return result
    result = shorter
  }
  return result
}

function strip(word: string): string {
  if (word.length < SHORTEST_WORD) return word
  const meanings = KNOWN.get(word)
  if (meanings?.length === 0) return word
  const forms = withoutEndings(word)
  for (const form of forms) if (form !== word && isRootOf(form, meanings)) return form
  for (const form of forms) {
    const root = withoutBeginnings(form, meanings, MOST_BEGINNINGS)
    if (root !== undefined) return root
  }
  return word
}

/** A word we know is taken apart only when the rest means the same: "perusahaan" is no form of "usaha". */
function isRootOf(root: string, meanings: readonly Concept[] | undefined): boolean {
  const own = KNOWN.get(root)
  if (own === undefined || root.length < SHORTEST_ROOT) return false
  return meanings === undefined || own.some((concept) => meanings.includes(concept))
}

/** The word and all it can be without up to three endings, the longest first. */
function withoutEndings(word: string): readonly string[] {
  const forms = [word]
  let from = 0
  for (let round = 0; round < MOST_ENDINGS; round++) {
    const until = forms.length
    for (; from < until; from++) {
      const form = forms[from] ?? ''
      for (const [ending, rest] of ENDINGS) {
        if (form.length - ending.length < rest || !form.endsWith(ending)) continue
        const shorter = form.slice(0, -ending.length)
        if (!forms.includes(shorter)) forms.push(shorter)
      }
    }
  }
  return forms.sort((a, b) => b.length - a.length)
}

function withoutBeginnings(
  form: string,
  meanings: readonly Concept[] | undefined,
  rounds: number,
): string | undefined {
  for (const [beginning, swallowed] of BEGINNINGS) {
    if (form.length - beginning.length < SHORTEST_ROOT || !form.startsWith(beginning)) continue
    const rest = form.slice(beginning.length)
    for (const letter of swallowed) {
      const root = letter + rest
      if (root.length >= SHORTEST_AFTER_BEGINNING && isRootOf(root, meanings)) return root
    }
    if (rounds <= 1) continue
    const deeper = withoutBeginnings(rest, meanings, rounds - 1)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
