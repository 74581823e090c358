import { wordsOf } from '../../core/words.ts'
import { consonantsOf, editsAllowed, editsBetween, withoutRepeats } from './edit-distance.ts'
import { EVERYDAY_WORDS } from './everyday-words.ts'
import type { NameNode, PlaceName, PlaceNames, Word } from './place-names.ts'
import { STUCK_AFTER, STUCK_BEFORE } from './place-words.ts'

/** A text cut into words. */
export interface Words {
  readonly text: string
  readonly words: readonly string[]
  readonly known: readonly (Word | undefined)[]
}

/** A name that starts at a word; `end` is the word after it. */
export interface Match {
  readonly end: number
  readonly name: PlaceName
  /** 0 for the name as it is written; each slip counts. */
  readonly slips: number
  /** What was stuck to the name: "kotasukabumi" says city. */
  readonly glued: number
}

export function cutWords(text: string, names: PlaceNames): Words {
  const words = wordsOf(text)
  const known = words.map((word) => names.word(word))
  return { text, words, known }
}

/** Where the words `from` up to, not including, `to` stand in their text. */
export function placeOf(
  from: number,
  to: number,
  { text, words }: Words,
): { readonly start: number; readonly end: number } {
  const lower = text.toLowerCase()
  let start = 0
  let end = 0
  for (const [at, word] of words.slice(0, to).entries()) {
    const begins = lower.indexOf(word, end)
    if (at === from) start = begins
    end = begins + word.length
  }
  return { start, end }
}

const NO_MATCHES: readonly Match[] = []

/** The names that may start at word `at`, longest first; of the same length the one with the fewest slips. */
export function namesAt(at: number, { words, known }: Words, names: PlaceNames): readonly Match[] {
  const word = known[at]
  if (at >= words.length || (word !== undefined && word.node === null && word.forms === null))
    return NO_MATCHES
  const matches: Match[] = []
  if (word !== undefined) {
    if (word.node !== null) follow(word.node, at + 1, 0, 0, true, words, known, names, matches)
    if (word.forms !== null) {
      for (const { node, alone } of word.forms)
        follow(node, at + 1, 0, 0, alone, words, known, names, matches)
    }
  }
  if (word === undefined || (word.half && matches.length === 0)) guess(at, words, known, names, matches)
  if (matches.length > 1) matches.sort((a, b) => b.end - a.end || a.slips - b.slips)
  return matches
}

const WIDE = 80

function follow(
  node: NameNode,
  at: number,
  slips: number,
  glued: number,
  ownName: boolean,
  words: readonly string[],
  known: readonly (Word | undefined)[],
  names: PlaceNames,
  matches: Match[],
): void {
  if (node.name !== null && ownName) matches.push({ end: at, name: node.name, slips, glued })
  if (node.next.size === 0 || at >= words.length) return
  const word = words[at] ?? ''
  const child = node.next.get(word)
  if (child !== undefined) {
    follow(child, at + 1, slips, glued, true, words, known, names, matches)
    return
  }
  for (const form of names.longForms(word)) {
    const longer = node.next.get(form)
    if (longer !== undefined) {
      follow(longer, at + 1, slips, glued, true, words, known, names, matches)
      return
    }
  }
  if (word.length < 4 || node.next.size > WIDE || slips > 1 || known[at]?.everyday === true) return
  for (const [expected, next] of node.next) {
    const allowed = expected.charCodeAt(0) === word.charCodeAt(0) ? editsAllowed(expected.length) : 0
    const edits = allowed === 0 ? 1 : editsBetween(word, expected, allowed)
    if (edits <= allowed) follow(next, at + 1, slips + edits, glued, true, words, known, names, matches)
  }
}

type Stuck = readonly (readonly [string, number])[]
const NONE_GLUED: Stuck = []
const GLUED_BEFORE = byLetter(STUCK_BEFORE, (text) => text.charCodeAt(0))
const GLUED_AFTER = byLetter(STUCK_AFTER, (text) => text.charCodeAt(text.length - 1))

function byLetter(stuck: Stuck, letterOf: (text: string) => number): Readonly<Record<number, Stuck>> {
  const shelves: Record<number, (readonly [string, number])[]> = {}
  for (const one of stuck) {
    const letter = letterOf(one[0])
    shelves[letter] = [...(shelves[letter] ?? []), one]
  }
  return shelves
}

/** A word that is not known: stuck to another, with repeated letters, without vowels, or misspelt. */
function guess(
  at: number,
  words: readonly string[],
  known: readonly (Word | undefined)[],
  names: PlaceNames,
  matches: Match[],
): void {
  const word = words[at] ?? ''
  if (word.length < 4 || word.length > 30) return
  for (const [before, role] of GLUED_BEFORE[word.charCodeAt(0)] ?? NONE_GLUED) {
    if (word.length - before.length < 4 || !word.startsWith(before)) continue
    const rest = word.slice(before.length)
    const node = names.word(rest)?.node
    if (node === undefined || node === null || !isGluable(rest, node)) continue
    follow(node, at + 1, 0, role, true, words, known, names, matches)
    if (matches.length > 0) return
  }
  for (const [after, role] of GLUED_AFTER[word.charCodeAt(word.length - 1)] ?? NONE_GLUED) {
    if (word.length - after.length < 5 || !word.endsWith(after)) continue
    const name = names.word(word.slice(0, -after.length))?.node?.name
    if (name === undefined || name === null || !ofProvinceOrRegency(name)) continue
    matches.push({ end: at + 1, name, slips: 0, glued: role })
    return
  }
  const { vowels, repeats } = lettersOf(word)
  if (repeats > 0) {
    const letters = withoutRepeats(word)
    const node = names.word(letters)?.everyday === true ? undefined : names.byLetters(letters)
    if (node !== undefined) {
      follow(node, at + 1, 0, 0, true, words, known, names, matches)
      if (matches.length > 0) return
    }
  }
  if (vowels <= 1) {
    const consonants = consonantsOf(word)
    const node = consonants.length >= 4 ? names.byConsonants(consonants) : undefined
    if (node !== undefined) {
      follow(node, at + 1, 1, 0, true, words, known, names, matches)
      if (matches.length > 0) return
    }
  }
  if (word.charCodeAt(0) < 97) return
  const { edits, entries } = names.similar.near(word)
  if (entries.length === 0 || isInflected(word)) return
  for (const node of entries) follow(node, at + 1, edits, 0, true, words, known, names, matches)
}

function lettersOf(word: string): { readonly vowels: number; readonly repeats: number } {
  let vowels = 0
  let repeats = 0
  let last = 0
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code === last) repeats += 1
    if (code === 97 || code === 101 || code === 105 || code === 111 || code === 117) vowels += 1
    last = code
  }
  return { vowels, repeats }
}

/** Names of districts as they may be misspelt after "kecamatan". */
export function similarDistrictsAt(at: number, { words, known }: Words, names: PlaceNames): readonly Match[] {
  const matches: Match[] = []
  const word = words[at] ?? ''
  const next = words[at + 1]
  const joined = next === undefined ? undefined : names.word(word + next)?.node?.name
  if (joined !== undefined && joined !== null && joined.districts.length > 0)
    matches.push({ end: at + 2, name: joined, slips: 0, glued: 0 })
  if (matches.length > 0 || word.length < 5 || EVERYDAY_WORDS.has(word)) return matches
  const { edits, entries } = names.similarDistricts().near(word)
  for (const node of entries) follow(node, at + 1, edits, 0, true, words, known, names, matches)
  return matches
    .filter(({ name }) => name.districts.length > 0)
    .sort((a, b) => b.end - a.end || a.slips - b.slips)
}

function isGluable(rest: string, node: NameNode): boolean {
  return (node.next.size > 0 && rest.length > 3) || (node.name !== null && ofProvinceOrRegency(node.name))
}

export function ofProvinceOrRegency(name: PlaceName): boolean {
  return name.provinces.length > 0 || name.regencies.length > 0
}

const PREFIXES =
  'di ke se me mem men meng meny menge ber be ter te per pe pem pen peng peny ng ny n m ka pa sa dika diper mber'.split(
    ' ',
  )
const SUFFIXES = [
  '',
  'nya',
  'kan',
  'lah',
  'kah',
  'an',
  'i',
  'ku',
  'mu',
  'e',
  'ne',
  'na',
  'annya',
  'kannya',
  'keun',
  'ake',
  'no',
  's',
  'ed',
  'ing',
  'ly',
]

/** "kehilangan", "penjualan": an everyday word with what Indonesian, Javanese, Sundanese or English add to one. */
export function isInflected(word: string): boolean {
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix)) continue
    const stem = word.slice(0, word.length - suffix.length)
    if (stem.length >= 3 && suffix !== '' && EVERYDAY_WORDS.has(stem)) return true
    for (const prefix of PREFIXES) {
      if (!stem.startsWith(prefix)) continue
      const root = stem.slice(prefix.length)
      if (root.length >= 3 && (EVERYDAY_WORDS.has(root) || dropsFirstLetter(prefix, root))) return true
    }
  }
  return false
}

/** "menulis" and "memukul" come from "tulis" and "pukul". */
function dropsFirstLetter(prefix: string, root: string): boolean {
  const dropped = prefix.endsWith('ny')
    ? 's'
    : prefix.endsWith('ng')
      ? 'k'
      : prefix.endsWith('n')
        ? 't'
        : prefix.endsWith('m')
          ? 'p'
          : ''
  return dropped !== '' && EVERYDAY_WORDS.has(dropped + root)
}
