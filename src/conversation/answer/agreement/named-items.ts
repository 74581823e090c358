import type { Citation } from '../../../core/citation.ts'
import type { LocalDate } from '../../../core/dates.ts'
import { inLocale } from '../../../core/locale.ts'
import type { Part } from '../../../core/reply.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { conceptsOf } from '../../understand/lexicon/concepts.ts'
import { stem } from '../../understand/lexicon/stem.ts'
import { part } from '../draft.ts'
import { type Kind, kindsAsked } from './asked-for.ts'
import { milestonePart } from './sections.ts'

/** Stems, and concepts behind `#`; each stem with the concept it stands for. Stems come first. */
type Words = ReadonlyMap<string, string | undefined>

/** One thing on record about an agreement that can be asked for by its own words; its sentence is made when it is told. */
interface Item {
  readonly kind: Kind
  readonly person: string | undefined
  readonly words: Words
  readonly part: (today: LocalDate) => Part
  readonly citations: readonly Citation[]
}

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
  /** What must not stand elsewhere in the answer, or this says nothing new: a person's name, or all of it. */
  readonly about: unknown
  readonly citations: readonly Citation[]
  readonly score: number
}

/** Words too common in these records to tell one item from another. */
const COMMON = new Set(
  `kota kabupaten provinsi kerja pekerja migran indonesia janji perjanjian nota sepakat kesepakatan kesepahaman paham mou dengan yang untuk
  dari pada dalam apa siapa kapan berapa tanggal daerah pemerintah perintah tentang sudah belum atau dan ini itu saja sama lindung pelindungan
  perlindungan pmi kp2mi bp2mi kemenp2mi kementerian menteri tahun bulan tanda tangan teken orang ada jadi bisa juga akan masih mana
  bagaimana the and for with what when who how many which`.split(/\s+/),
)
/** A word that stands in one item only says which one is meant. */
const UNIQUE = 1.7
const LONG_WORD = 6
const LONG = 1.4
/** "Siapa" asks for a person, "kapan" for something that has a date: what the question's words fit is likelier then. */
const ASKED_KIND = 0.7
/** Another word for the same thing, or the same thing in another language. */
const SAME_CONCEPT = 0.8
/** Concepts too common in these records, as the words are. */
const COMMON_CONCEPTS: ReadonlySet<string> = new Set([
  'mou',
  'cooperation',
  'agreementGeneral',
  'signing',
  'signatory',
  'party',
  'scope',
  'region',
])
/** Stands before a concept, so that it is never taken for a word. */
const CONCEPT = '#'

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
  for (const { kind, person, words, part: one, citations } of items) {
    let score = 0
    const counted = new Set<string>()
    for (const [word, concept] of known) {
      if (!words.has(word)) continue
      if (word.startsWith(CONCEPT)) {
        if (!counted.has(word)) score += SAME_CONCEPT
        continue
      }
      if (concept !== undefined) counted.add(concept)
      score += (word.length >= LONG_WORD ? LONG : 1) * (frequency.get(word) === 1 ? UNIQUE : 1)
    }
    if (score === 0) continue
    if (kinds.has(kind)) score += ASKED_KIND
    const told = one(today)
    scored.push({ part: told, about: person ?? told.params, citations, score })
  }
  return scored.sort((a, b) => b.score - a.score)
}

/** What a question says: its words and the kinds of things it asks for. */
interface Asked {
  readonly text: string
  readonly words: Words
  readonly kinds: ReadonlySet<Kind>
}

let lastAsked: Asked | undefined

/** Read once: a question is held against several records, one after the other. */
function askedBy(text: string): Asked {
  if (lastAsked?.text !== text) lastAsked = { text, words: wordsOf(text), kinds: kindsAsked(text) }
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

function itemsOf(agreement: Agreement, knowledge: Knowledge): readonly Item[] {
  const countries = agreement.destinations.flatMap((code) => knowledge.destinations.get(code)?.name ?? [])
  return [
    ...agreement.scope.map((point) =>
      item(point.text.id, () => part('fact', 'agreement.point', { text: point.text }), point.citations),
    ),
    ...agreement.milestones.map((milestone) =>
      item(
        milestone.what.id,
        (today) => milestonePart(milestone, agreement, today),
        milestone.citations,
        milestone.date === null ? 'other' : 'dated',
      ),
    ),
    ...agreement.progress.map((report) =>
      item(
        report.summary.id,
        () =>
          report.date === null
            ? part('fact', 'agreement.progressUndated', { text: report.summary })
            : part('fact', 'agreement.progress', { text: report.summary, date: { date: report.date } }),
        report.citations,
        report.date === null ? 'other' : 'dated',
      ),
    ),
    ...agreement.figures.map((figure) =>
      item(
        `jumlah ${figure.what.id}`,
        () => part('fact', 'agreement.figureNoPeriod', { what: figure.what, value: figure.value }),
        figure.citations,
        'figure',
      ),
    ),
    ...agreement.officials.map((official) =>
      item(
        `${official.name} ${official.title} ${inLocale(official.role, 'id')}`,
        () =>
          part('fact', 'agreement.point', {
            text: {
              key: 'agreement.officialRole',
              params: { name: official.name, title: official.title, role: official.role },
            },
          }),
        agreement.citations,
        'person',
        official.name,
      ),
    ),
    ...agreement.signatories.map((person) =>
      item(
        `${person.name} ${person.title}`,
        () =>
          part('fact', 'agreement.signedBy', {
            people: { key: 'agreement.person', params: { name: person.name, title: person.title } },
          }),
        agreement.citations,
        'person',
        person.name,
      ),
    ),
    ...(countries.length === 0
      ? []
      : [
          item(
            `negara tujuan ${countries.flatMap((name) => Object.values(name)).join(' ')}`,
            () => part('fact', 'agreement.destinations', { countries: { list: countries, join: 'and' } }),
            agreement.citations,
          ),
        ]),
    ...agreement.conflicts.map((text) =>
      item(text.id, () => part('note', 'agreement.conflict', { text }), agreement.citations),
    ),
  ]
}

function item(
  text: string,
  one: Item['part'],
  citations: readonly Citation[],
  kind: Kind = 'other',
  person?: string,
): Item {
  return { kind, person, words: wordsOf(plain(text)), part: one, citations }
}

/** The region's and the parties' names: in a question they say whose record is meant, not which line of it. */
function nameOf(agreement: Agreement, knowledge: Knowledge): ReadonlySet<string> {
  const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
  const names = [region?.name ?? '', ...agreement.parties.map(({ name }) => name)]
  return new Set(wordsOf(plain(names.join(' '))).keys())
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Stems of the words and the concepts they stand for, without the common ones. */
function wordsOf(text: string): Words {
  const all = text.split(' ')
  const conceptAt = new Map<number, string>()
  for (const { concept, start, end } of conceptsOf(all))
    for (let at = start; at < end; at += 1)
      if (!COMMON_CONCEPTS.has(concept)) conceptAt.set(at, `${CONCEPT}${concept}`)
  const words = new Map<string, string | undefined>()
  for (const [at, word] of all.entries()) {
    if (word.length < 3 || COMMON.has(word)) continue
    const base = stem(word)
    if (!COMMON.has(base)) words.set(base, conceptAt.get(at))
  }
  for (const concept of conceptAt.values()) words.set(concept, undefined)
  return words
}
