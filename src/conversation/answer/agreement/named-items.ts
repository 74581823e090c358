import type { Citation } from '../../../core/citation.ts'
import type { LocalDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { plain } from '../../understand/normalise.ts'
import { type Kind, kindsAsked } from './asked-for.ts'
import { isCentral } from './naming.ts'
import { type Item, itemsOf } from './record-items.ts'
import { askedWords, isConcept, recordWords, type Words } from './record-words.ts'

/** The items of one record, how many of them hold a word, and the words of its own name, which say nothing inside it. */
interface Record {
  readonly items: readonly Item[]
  readonly frequency: ReadonlyMap<string, number>
  readonly name: ReadonlySet<string>
}

/** Read once per snapshot and agreement: their words do not change, and every question about the place looks at them. */
const READ = new WeakMap<Knowledge, Map<Agreement, Record>>()

/** Items of an agreement that fit a question, best first. */
export interface NamedItem {
  readonly part: Part
  readonly kind: Kind
  /** The same in the records of all who took part in what it tells of. */
  readonly text: string
  /** What must not stand elsewhere in the answer, or this says nothing new: a person's name, or all of it. */
  readonly about: unknown
  readonly citations: readonly Citation[]
  readonly score: number
  /** The words of the question that it holds, and what each weighs. */
  readonly matched: ReadonlyMap<string, number>
}

/** A word that stands in one item only says which one is meant; in two, half as well. */
const UNIQUE = 0.7
const LONG_WORD = 5
const LONG = 1.4
/** "DPT", "SMK": short, and no everyday word. */
const ACRONYM = /^[^aeiou\d]{3,}$/
/** "Siapa" asks for a person, "kapan" for something that has a date: what the question's words fit is likelier then. */
const ASKED_KIND = 0.7
/** What somebody said or did comes before who they are, unless that is asked. */
const NOT_ASKED = 0.3
/** "Bupati" stands in most sentences of a regency's record, and tells which person is asked for, not which sentence. */
const TITLES: ReadonlySet<string> = new Set(
  'bupati gubernur wali kepala ketua regent mayor governor head chair minister'.split(' '),
)
const A_TITLE = 0.5
/** What sources disagree about is told where nothing else fits as well. */
const ASIDE = 0.7
/** Another word for the same thing, or the same thing in another language. */
const SAME_CONCEPT = 0.8

/**
 * What the record holds about the very words of the question ("rapat teknis", "DPT", "4.000 warga", an official's name), so
 * that a detail is found without a topic of its own.
 */
export function namedItems(
  agreement: Agreement,
  text: string,
  knowledge: Knowledge,
  today: LocalDate,
): readonly NamedItem[] {
  const { words: asked, kinds } = askedBy(text)
  if (asked.size === 0) return []
  const { items, frequency, name } = recordOf(agreement, knowledge)
  const known = [...asked].filter(([word]) => frequency.has(word) && !name.has(word))
  if (known.length === 0) return []
  const scored: NamedItem[] = []
  for (const { kind, person, aside, words, text: own, part: one, citations } of items) {
    const matched = new Map<string, number>()
    const counted = new Set<string>()
    for (const [word, concept] of known) {
      if (!words.has(word)) continue
      if (isConcept(word)) {
        if (!counted.has(word)) matched.set(word, SAME_CONCEPT)
        continue
      }
      if (concept !== undefined) counted.add(concept)
      const rare = 1 + UNIQUE / (frequency.get(word) ?? 1)
      matched.set(word, TITLES.has(word) && kind !== 'person' ? A_TITLE : weightOf(word) * rare)
    }
    if (matched.size === 0) continue
    let score = kinds.has(kind) ? ASKED_KIND : kind === 'person' ? -NOT_ASKED : 0
    for (const weight of matched.values()) score += weight
    if (aside) score *= ASIDE
    const told = one(today)
    scored.push({ part: told, kind, text: own, about: person ?? told.params, citations, score, matched })
  }
  return scored.sort((a, b) => b.score - a.score)
}

function weightOf(word: string): number {
  return word.length >= LONG_WORD || ACRONYM.test(word) ? LONG : 1
}

/** What a question says: its words and the kinds of things it asks for. */
interface Asked {
  readonly text: string
  readonly words: Words
  readonly kinds: ReadonlySet<Kind>
}

let lastAsked: Asked | undefined

/** Read once: a question is held against several records, one after the other. */
export function askedBy(text: string): Asked {
  if (lastAsked?.text !== text) lastAsked = { text, words: askedWords(text), kinds: kindsAsked(text) }
  return lastAsked
}

/** How clearly the question names something on this record; 0: nothing. */
export function bestScore(
  agreement: Agreement,
  text: string,
  knowledge: Knowledge,
  today: LocalDate,
): number {
  return namedItems(agreement, text, knowledge, today)[0]?.score ?? 0
}

function recordOf(agreement: Agreement, knowledge: Knowledge): Record {
  let records = READ.get(knowledge)
  if (records === undefined) {
    records = new Map()
    READ.set(knowledge, records)
  }
  let record = records.get(agreement)
  if (record === undefined) {
    const items = itemsOf(agreement, knowledge)
    const frequency = new Map<string, number>()
    for (const { words } of items)
      for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
    record = { items, frequency, name: nameOf(agreement, knowledge) }
    records.set(agreement, record)
  }
  return record
}

/** The region's and its side's names: in a question they say whose record is meant, not which line of it. */
function nameOf(agreement: Agreement, knowledge: Knowledge): ReadonlySet<string> {
  const places = agreement.region === null ? [] : knowledge.regions.path(agreement.region)
  // Beside a local government, a university that signed with it is something to ask for.
  const own = agreement.parties.filter(
    (party) => agreement.region === null || isCentral(party) || party.region === agreement.region,
  )
  const names = [...places, ...own].map(({ name }) => name)
  return new Set(recordWords(plain(names.join(' '))).keys())
}
