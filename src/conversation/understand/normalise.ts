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
const END = /[.!?\n;]+/
const CLAUSE_END = /[.!?\n;,:]+/

/** Lower case, Latin letters, digits and single spaces; nothing else is left. Any input is fine. */
export function plain(text: string): string {
  if (isPlain(text)) return text
  return (KEYBOARD.test(text) ? text : decomposed(text))
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replace(/['’`]/g, '')
    .replace(NOT_WORD, ' ')
    .replace(STRETCHED, '$1')
    .trim()
}

/** Nothing to do: the lexicons' tens of thousands of terms, and much of what is typed on a telephone. */
function isPlain(text: string): boolean {
  let before = SPACE
  let same = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= LETTER_A && code <= LETTER_Z) {
      same = code === before ? same + 1 : 1
      if (same === 3) return false
    } else if (code === SPACE) {
      if (before === SPACE) return false
    } else if (code < DIGIT_0 || code > DIGIT_9) return false
    before = code
  }
  return before !== SPACE
}

const SPACE = 32
const DIGIT_0 = 48
const DIGIT_9 = 57
const LETTER_A = 97
const LETTER_Z = 122

function decomposed(text: string): string {
  return text.normalize('NFKD').replace(SPACES, ' ').replace(INVISIBLE, '').replace(MARKS, '')
}

/** `plain`, with chat spellings written out, as the lexicons and the training phrases are read. */
export function normalise(text: string): string {
  return writeOut(plain(text))
}

function writeOut(text: string): string {
  const spoken = text.includes('2') || text.includes('to') ? withoutDigits(text) : text
  let result = ''
  for (let from = 0; from < spoken.length; ) {
    const space = spoken.indexOf(' ', from)
    const to = space === -1 ? spoken.length : space
    if (to > from) {
      const word = spoken.slice(from, to)
      const written = writtenOut(word) ?? withoutParticle(word)
      result = result === '' ? written : `${result} ${written}`
    }
    from = to + 1
  }
  return result
}

function withoutDigits(text: string): string {
  return text
    .replace(ROUTE, '$1to$2')
    .replace(TWICE, (whole, word: string, suffix: string | undefined) =>
      KEEP_DIGIT.has(word) ? whole : word + (suffix ?? ''),
    )
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

/** The sentences of a message, each normalised; commas do not end one. */
export function sentences(text: string): readonly string[] {
  return pieces(text, END)
}

/** The clauses of a message: its sentences, cut at commas and before words that join two questions. Together they are the whole. */
export function clauses(text: string): readonly string[] {
  const result: string[] = []
  for (const piece of pieces(text, CLAUSE_END)) {
    let words: string[] = []
    const all = piece.split(' ')
    for (const [at, word] of all.entries()) {
      if (
        JOINTS.has(word) &&
        words.length >= SHORTEST_CLAUSE &&
        all.length - at - 1 >= SHORTEST_CLAUSE &&
        !JOINTS.has(words.at(-1) ?? '')
      ) {
        result.push(words.join(' '))
        words = [word]
      } else words.push(word)
    }
    const last = result.at(-1)
    if (words.length < SHORTEST_CLAUSE && last !== undefined)
      result[result.length - 1] = `${last} ${words.join(' ')}`
    else result.push(words.join(' '))
  }
  return result
}

function pieces(text: string, end: RegExp): readonly string[] {
  const result: string[] = []
  for (const piece of text.split(end)) {
    const words = normalise(piece)
    if (words !== '') result.push(words)
  }
  return result
}
