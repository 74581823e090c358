import { writtenOut } from './lexicon/abbreviations.ts'

const SPACES = /\s+/g
/** Control, zero-width and direction marks: invisible, and used to hide words. */
const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu
const MARKS = /\p{M}+/gu
const NOT_WORD = /[^a-z0-9]+/g
/** Three or more of a letter are one ("tolooong"); two stay, they are spelling ("maaf", "saat"). */
const STRETCHED = /([a-z])\1{2,}/g
/** A vowel drawn out at the end of a word; no word of ours ends in two of one. */
const DOUBLE_END = /([aiueo])\1$/
/** `anak2`, `teman2nya`: a 2 after a word means it is said twice. */
const TWICE = /\b([a-z]{2,})2(nya|ku|mu|an|e|ne)?\b/g
/** Names of the field that end in digits are not words said twice. */
const KEEP_DIGIT = new Set(['bp2', 'kp2', 'p2', 'siskop2', 'kemenp2', 'bnp2'])
const END = /[.!?\n;]+/

/** Lower case, Latin letters, digits and single spaces; nothing else is left. Any input is fine. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replace(/['’`]/g, '')
    .replace(NOT_WORD, ' ')
    .replace(STRETCHED, '$1')
    .trim()
}

/** `plain`, with chat spellings written out, as the lexicons and the training phrases are read. */
export function normalise(text: string): string {
  return writeOut(plain(text))
}

function writeOut(text: string): string {
  const spoken = text.replace(TWICE, (whole, word: string, suffix: string | undefined) =>
    KEEP_DIGIT.has(word) ? whole : word + (suffix ?? ''),
  )
  let result = ''
  for (const word of spoken.split(' ')) {
    if (word === '') continue
    result += `${result === '' ? '' : ' '}${writtenOut(word) ?? withoutParticle(word)}`
  }
  return result
}

/** Chat endings that carry no meaning of their own: `gajiny` → `gajinya`, `gajinyaa` → `gajinya`. */
function withoutParticle(word: string): string {
  if (word.length <= 4) return word
  if (word.endsWith('ny')) return `${word}a`
  return DOUBLE_END.test(word) ? word.slice(0, -1) : word
}

/** The sentences of a message, each normalised; commas do not end one. */
export function sentences(text: string): readonly string[] {
  const result: string[] = []
  for (const piece of text.split(END)) {
    const sentence = normalise(piece)
    if (sentence !== '') result.push(sentence)
  }
  return result
}
