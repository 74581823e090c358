import { writtenOut } from './lexicon/abbreviations.ts'

const SPACES = /\s+/g
/** Control, zero-width and direction marks: invisible, and used to hide words. */
const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu
/** What a plain keyboard types: nothing to take apart, nothing invisible. */
const KEYBOARD = /^[ -~\t\n\r]*$/
const MARKS = /\p{M}+/gu
const NOT_WORD = /[^a-z0-9]+/g
/** Three or more of a letter are one ("tolooong"); two stay, they are spelling ("maaf", "saat"). */
const STRETCHED = /([a-z])\1{2,}/g
/** Drawn out at the end of a word ("gajinyaa"); no word of ours ends in two of one. */
const VOWELS: ReadonlySet<number> = new Set([...'aiueo'].map((letter) => letter.charCodeAt(0)))
/** `anak2`, `teman2nya`: a 2 after a word means it is said twice. */
const TWICE = /\b([a-z]{2,})2(nya|ku|mu|an|e|ne)?\b/g
/** Names of the field that end in digits are not words said twice. */
const KEEP_DIGIT = new Set(['bp2', 'kp2', 'p2', 'siskop2', 'kemenp2', 'bnp2'])
/** `g to g`, `g2g`, `p to p`: the names of placement routes, whose letters are chat words otherwise. */
const ROUTE = /\b([gpb]) ?(?:to|2) ?([gpb])\b/g
const ROUTE_TO = /to/i
const END = /[.!?\n;]+/
const COMMA = /[,:]+/

/** Lower case, Latin letters, digits and single spaces; nothing else is left. Any input is fine. */
export function plain(text: string): string {
  return keyboardWords(text)?.join(' ') ?? plainOf(text)
}

/** The words of `plain(text)`: as they were typed, with chat spellings. */
export function typedWords(text: string): Words {
  return keyboardWords(text) ?? plainOf(text).split(' ').filter(isFilled)
}

function plainOf(text: string): string {
  return (KEYBOARD.test(text) ? text : decomposed(text))
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replace(/['’`]/g, '')
    .replace(NOT_WORD, ' ')
    .replace(STRETCHED, '$1')
    .trim()
}

function isFilled(word: string): boolean {
  return word !== ''
}

/**
 * The words of a text with nothing to take apart, which is most of what is typed; undefined where `plainOf` must look closer:
 * letters of other scripts, apostrophes, numbers with dots, letters held down.
 */
function keyboardWords(text: string): string[] | undefined {
  const words: string[] = []
  const lower = text.toLowerCase()
  let from = -1
  let before = 0
  let same = 0
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at)
    if ((code >= LETTER_A && code <= LETTER_Z) || (code >= DIGIT_0 && code <= DIGIT_9)) {
      if (from < 0) from = at
      same = code === before ? same + 1 : 1
      if (same === 3 && code >= LETTER_A) return undefined
    } else {
      if (code > TILDE || code === APOSTROPHE || code === GRAVE || isControl(code)) return undefined
      if ((code === DOT || code === COMMA_SIGN) && before >= DIGIT_0 && before <= DIGIT_9) return undefined
      if (from >= 0) words.push(lower.slice(from, at))
      from = -1
    }
    before = code
  }
  if (from >= 0) words.push(lower.slice(from))
  return words
}

function isControl(code: number): boolean {
  return code < SPACE && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN
}

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const DIGIT_0 = 48
const DIGIT_9 = 57
const LETTER_A = 97
const LETTER_Z = 122
const TILDE = 126
const APOSTROPHE = 39
const GRAVE = 96
const DOT = 46
const COMMA_SIGN = 44

function decomposed(text: string): string {
  return text.normalize('NFKD').replace(SPACES, ' ').replace(INVISIBLE, '').replace(MARKS, '')
}

/** `plain`, with chat spellings written out, as the lexicons and the training phrases are read. */
export function normalise(text: string): string {
  return writtenWords(text).join(' ')
}

/** The words of a text, written out. */
function writtenWords(text: string): readonly string[] {
  const typed = typedWords(text)
  const spoken = text.includes('2') || ROUTE_TO.test(text) ? withoutDigits(typed) : typed
  const result: string[] = []
  for (const word of spoken) for (const form of formsOf(word)) result.push(form)
  return result
}

/** What a word typed in a chat stands for; kept, so that a word met again is the same string and quickly looked up. */
const FORMS = new Map<string, readonly string[]>()
/** Emptied when full, so that a flood of odd words cannot grow it. */
const FORMS_KEPT = 20_000
const LONGEST_KEPT = 40

function formsOf(typed: string): readonly string[] {
  const known = FORMS.get(typed)
  if (known !== undefined) return known
  const forms = (writtenOut(typed) ?? withoutParticle(typed)).split(' ').map(sameString)
  if (typed.length > LONGEST_KEPT) return forms
  if (FORMS.size >= FORMS_KEPT) FORMS.clear()
  FORMS.set(typed, forms)
  return forms
}

const STRINGS = new Map<string, string>()

function sameString(word: string): string {
  const known = STRINGS.get(word)
  if (known !== undefined) return known
  if (STRINGS.size >= FORMS_KEPT) STRINGS.clear()
  STRINGS.set(word, word)
  return word
}

function withoutDigits(typed: Words): Words {
  return typed
    .join(' ')
    .replace(ROUTE, '$1to$2')
    .replace(TWICE, (whole, word: string, suffix: string | undefined) =>
      KEEP_DIGIT.has(word) ? whole : word + (suffix ?? ''),
    )
    .split(' ')
}

/** Chat endings that carry no meaning of their own: `gajiny` → `gajinya`, `gajinyaa` → `gajinya`. */
function withoutParticle(word: string): string {
  if (word.length <= 4) return word
  if (word.endsWith('ny')) return `${word}a`
  const last = word.charCodeAt(word.length - 1)
  return last === word.charCodeAt(word.length - 2) && VOWELS.has(last) ? word.slice(0, -1) : word
}

/** Words that join two questions: "syaratnya apa terus biayanya berapa". */
const JOINTS = new Set(
  'dan terus serta juga lalu kemudian plus sekalian sama tapi and also then but karo lan banjur terusan jeung sareng tuluy'.split(
    ' ',
  ),
)
/** A piece shorter than this says nothing on its own and stays with its neighbour. In words. */
const SHORTEST_CLAUSE = 2

/** The words of a message, normalised; clauses together are the sentences, and these the whole. */
export interface Cut {
  readonly sentences: readonly Words[]
  readonly clauses: readonly Words[]
}

export type Words = readonly string[]

/** Cuts a message into its sentences, and these at commas and before words that join two questions. Any input is fine. */
export function cut(text: string): Cut {
  const sentences: Words[] = []
  const clauses: string[][] = []
  for (const sentence of text.split(END)) {
    const all: string[] = []
    for (const piece of sentence.split(COMMA)) {
      const words = writtenWords(piece)
      if (words.length === 0) continue
      all.push(...words)
      cutAtJoints(words, clauses)
    }
    if (all.length > 0) sentences.push(all)
  }
  return { sentences, clauses }
}

function cutAtJoints(all: Words, into: string[][]): void {
  let clause: string[] = []
  for (let at = 0; at < all.length; at++) {
    const word = all[at] as string
    if (
      JOINTS.has(word) &&
      !(word === 'sama' && clause.at(-1) === 'kerja') && // "kerja sama" is one word of the field
      clause.length >= SHORTEST_CLAUSE &&
      all.length - at - 1 >= SHORTEST_CLAUSE &&
      !JOINTS.has(clause.at(-1) ?? '')
    ) {
      into.push(clause)
      clause = [word]
    } else clause.push(word)
  }
  const last = into.at(-1)
  if (clause.length < SHORTEST_CLAUSE && last !== undefined) last.push(...clause)
  else into.push(clause)
}
