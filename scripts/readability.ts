/**
 * How easy our texts are to read: the wording of `locales` and the facts of `prisma/seed/facts`. `npm run readability`.
 *
 * Per group: words in a sentence, sentences over 20 words, syllables in a word, a Flesch-style number, the ten hardest
 * sentences. The numbers compare our texts with each other. No scale has been tested on Indonesian readers, so none of them
 * names a school year.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const LANGUAGES = ['id', 'en', 'jv', 'su'] as const
export type Language = (typeof LANGUAGES)[number]

/** Wording is written by us; facts carry names of laws and offices that cannot be shortened. */
export const MOST_WORDS_ON_AVERAGE = 12
const LONG_SENTENCE = 20
const HARDEST = 10
/** Shorter pieces are labels, not sentences. */
const FEWEST_WORDS = 3
const FEWEST_OF_HARD = 8

export interface Text {
  readonly key: string
  readonly text: string
}

export interface Measured {
  readonly key: string
  readonly sentence: string
  readonly words: number
  readonly syllables: number
  /** Words whose syllables were counted. */
  readonly spoken: number
}

export interface Report {
  readonly texts: number
  readonly sentences: number
  readonly wordsPerSentence: number
  readonly longShare: number
  readonly syllablesPerWord: number
  readonly flesch: number
  readonly hardest: readonly Measured[]
}

/** A full stop ends a sentence before a space and a capital, a digit or a quotation mark: not in "Rp1.000" or "kemlu.go.id". */
const SENTENCE_END = /\n+|(?<=[.!?…]["”)]?)(?<!\b(?:[Aa]rts?|[Nn]o|[Dd]r|jo)\.)\s+(?=["“(•]?[\p{Lu}\d{])/u

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(/^[•\s]+/, '').trim())
    .filter(Boolean)
}

/** A placeholder counts as one word: what fills it is not ours to shorten. */
export function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/\{\{[^}]*\}\}|[\p{L}\d]+(?:[.,/'’-][\p{L}\d]+)*/gu) ?? []
}

/** Indonesian, Javanese and Sundanese have one syllable per vowel; only `ai`, `au`, `oi` that end a word glide into one. */
export function syllablesOf(word: string, language: Language): number {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
  if (language === 'en') {
    const groups = plain.replace(/(?<=[^aeiouy][^aeiouyl]?)e$|(?<=[^aeiouydt])ed$/, '').match(/[aeiouy]+/g)
    return Math.max(1, groups?.length ?? 0)
  }
  const vowels = plain.replaceAll('eu', language === 'su' ? 'e' : 'eu').match(/[aeiou]/g)?.length ?? 0
  return Math.max(1, vowels - (/[aou][iu]$/.test(plain) && !/(uu|ui|ou)$/.test(plain) ? 1 : 0))
}

/** Names in capitals, numbers and placeholders are words, but nobody reads them by syllables. */
function isSpoken(word: string): boolean {
  return /^[\p{L}'’-]+$/u.test(word) && word !== word.toUpperCase()
}

export function measure({ key, text }: Text, language: Language): readonly Measured[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = wordsOf(sentence)
    if (words.length < FEWEST_WORDS) return []
    const spoken = words.filter(isSpoken)
    return {
      key,
      sentence,
      words: words.length,
      spoken: spoken.length,
      syllables: spoken.reduce((sum, word) => sum + syllablesOf(word, language), 0),
    }
  })
}

/**
 * Flesch's reading ease. A syllable weighs 84.6 in English; in Indonesian words are longer because they carry endings, so the
 * weight is the 60 that Fernández Huerta found for Spanish, whose words are built of the same kind of syllables.
 */
export function flesch(wordsPerSentence: number, syllablesPerWord: number, language: Language): number {
  return 206.835 - 1.015 * wordsPerSentence - (language === 'en' ? 84.6 : 60) * syllablesPerWord
}

export function report(texts: readonly Text[], language: Language): Report {
  const measured = texts.flatMap((text) => measure(text, language))
  const sum = (of: (one: Measured) => number) => measured.reduce((total, one) => total + of(one), 0)
  const wordsPerSentence = sum(({ words }) => words) / measured.length
  const syllablesPerWord = sum(({ syllables }) => syllables) / sum(({ spoken }) => spoken)
  const ease = (one: Measured) =>
    flesch(one.words, one.spoken === 0 ? 1 : one.syllables / one.spoken, language)
  return {
    texts: texts.length,
    sentences: measured.length,
    wordsPerSentence,
    longShare: measured.filter(({ words }) => words > LONG_SENTENCE).length / measured.length,
    syllablesPerWord,
    flesch: flesch(wordsPerSentence, syllablesPerWord, language),
    // A few long words are a title, not a hard sentence.
    hardest: measured
      .filter(({ words }) => words >= FEWEST_OF_HARD)
      .sort((a, b) => ease(a) - ease(b))
      .slice(0, HARDEST),
  }
}

/** The wording without labels and names, which are read one by one. */
export function wordingOf(language: Language): readonly Text[] {
  const path = join(ROOT, 'locales', language, 'messages.json')
  return flatten(JSON.parse(readFileSync(path, 'utf8'))).filter(
    ({ key }) => !/^(choice|topic|stage|guard\.sign|agreement\.instrument|telegram\.command)\./.test(key),
  )
}

/** What facts say to people: the short text, the longer one and the caution. */
export function factsOf(language: 'id' | 'en'): readonly Text[] {
  const folder = join(ROOT, 'prisma/seed/facts')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const { facts } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        facts: readonly Record<string, unknown>[]
      }
      return facts.flatMap((fact) =>
        ['text', 'detail', 'caution'].flatMap((field) => {
          const text = (fact[field] as Partial<Record<Language, string>> | null | undefined)?.[language]
          return text === undefined ? [] : { key: `${fact.id}.${field}`, text }
        }),
      )
    })
}

function flatten(tree: Readonly<Record<string, unknown>>, prefix = ''): readonly Text[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? { key: prefix + name, text: value }
      : flatten(value as Record<string, unknown>, `${prefix}${name}.`),
  )
}

function print(title: string, one: Report): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(`\n${title}: ${one.texts} texts, ${one.sentences} sentences`)
  console.log(
    `  words per sentence ${one.wordsPerSentence.toFixed(1)} | over ${LONG_SENTENCE} words ${percent(one.longShare)} | ` +
      `syllables per word ${one.syllablesPerWord.toFixed(2)} | Flesch-style ${one.flesch.toFixed(0)}`,
  )
  for (const { key, sentence, words } of one.hardest) console.log(`    ${words} words  ${key}: ${sentence}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const language of LANGUAGES) {
    const wording = report(wordingOf(language), language)
    print(`Wording, ${language}`, wording)
    if (wording.wordsPerSentence > MOST_WORDS_ON_AVERAGE) {
      console.error(`  more than ${MOST_WORDS_ON_AVERAGE} words per sentence on average`)
      process.exitCode = 1
    }
  }
  for (const language of ['id', 'en'] as const)
    print(`Facts, ${language}`, report(factsOf(language), language))
}
