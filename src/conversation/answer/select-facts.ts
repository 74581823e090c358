import { inLocale, type Locale } from '../../core/locale.ts'
import type { Topic } from '../../core/topic.ts'
import type { Fact } from '../../knowledge/fact.ts'
import { stem } from '../understand/lexicon/stem.ts'
import { normalise } from '../understand/normalise.ts'
import type { Question } from './question.ts'

/** A fact and how well it fits what was asked. */
export interface Scored {
  readonly fact: Fact
  readonly score: number
  /** Fits the words of the question, not only its topic. */
  readonly specific: boolean
}

const LEAD = 2
const TERM = 1.2
const COUNTRY = 4
/** Where the question is about a right or a rule, the country colours the answer but does not replace it. */
const COUNTRY_ASIDE = 1.2
const STAGE = 0.5

/**
 * The topic's facts, best first. Words the fact lists for itself weigh by how rare they are among the topic's facts, so that
 * "SKCK" finds the one line that names it while "biaya" finds none in particular. A fact about one country is left out when
 * another country was asked about.
 */
export function selectFacts(question: Question): readonly Scored[] {
  const { knowledge, topic, countries } = question
  const pool = knowledge.facts.ofTopic(topic)
  if (pool.length === 0) return []
  const { matches, frequency } = matchesIn(pool, question.text)
  const scored: Scored[] = []
  for (const fact of pool) {
    const about = fact.countries.length > 0
    const ofCountry = about && fact.countries.some((code) => countries.includes(code))
    if (about && countries.length > 0 && !ofCountry) continue
    let terms = 0
    for (const term of matches.get(fact) ?? []) {
      const rarity = Math.log(1 + pool.length / (frequency.get(term) ?? 1)) / Math.log(1 + pool.length)
      terms += TERM * rarity * (1 + 0.4 * (term.split(' ').length - 1))
    }
    let score = Math.min(terms, 5)
    if (fact.leads.includes(topic)) score += LEAD
    if (ofCountry) score += topic.startsWith('placement.') ? COUNTRY : COUNTRY_ASIDE
    if (about && countries.length === 0 && terms === 0) score -= 1
    if (question.stage !== null && fact.stage === question.stage) score += STAGE
    if (fact.standing === 'superseded') score -= 1.5
    if (fact.standing === 'proposed') score -= 0.5
    if (fact.kind === 'gap') score -= 0.3
    if (fact.topics[0] === topic) score += 0.4
    scored.push({ fact, score, specific: terms > 0.6 || ofCountry })
  }
  // A stable order for equal scores: the seed's own.
  const [first, ...others] = scored.sort((a, b) => b.score - a.score)
  return first === undefined ? [] : [first, ...ofDestination(question, scored), ...others]
}

/** What a destination asks of people is stored with the destination. */
const SAID_OF_DESTINATIONS: ReadonlySet<Topic> = new Set<Topic>([
  'placement.requirements',
  'placement.schemes',
  'placement.training',
])

/** Beside what holds for every country. */
const MOST_OF_DESTINATION = 2

/** Where the topic's own facts are silent about the country asked about: what is told of that country as a destination. */
function ofDestination(question: Question, own: readonly Scored[]): readonly Scored[] {
  const { topic, countries } = question
  if (countries.length === 0 || !SAID_OF_DESTINATIONS.has(topic)) return []
  const isOfCountry = ({ fact }: Scored) => fact.countries.some((code) => countries.includes(code))
  if (own.some(isOfCountry)) return []
  return selectFacts({ ...question, topic: 'placement.destination' })
    .filter((one) => isOfCountry(one) && one.fact.topics.some((said) => SAID_OF_DESTINATIONS.has(said)))
    .slice(0, MOST_OF_DESTINATION)
}

/** Which facts of a pool list which terms, read as messages are: chat spellings written out, endings off. */
interface Terms {
  readonly facts: ReadonlyMap<string, readonly Fact[]>
  /** Words of the longest term. */
  readonly longest: number
}

/** Read once per snapshot: a topic's facts are the same array in every question about it. */
const READ = new WeakMap<readonly Fact[], Terms>()

function termsOf(pool: readonly Fact[]): Terms {
  let terms = READ.get(pool)
  if (terms === undefined) {
    const facts = new Map<string, Fact[]>()
    let longest = 0
    for (const fact of pool) {
      for (const term of new Set(fact.terms.map((one) => stemmed(normalise(one)).join(' ')))) {
        if (term === '') continue
        const list = facts.get(term)
        if (list === undefined) facts.set(term, [fact])
        else list.push(fact)
        longest = Math.max(longest, term.split(' ').length)
      }
    }
    terms = { facts, longest }
    READ.set(pool, terms)
  }
  return terms
}

/** The terms of each fact that stand in a text, and how many facts have each. Looks up the text's own runs of words. */
function matchesIn(pool: readonly Fact[], text: string) {
  const { facts, longest } = termsOf(pool)
  const matches = new Map<Fact, string[]>()
  const frequency = new Map<string, number>()
  const words = stemmed(text)
  for (let start = 0; start < words.length; start++) {
    let term = ''
    for (let end = start; end < words.length && end < start + longest; end++) {
      term = term === '' ? (words[end] as string) : `${term} ${words[end]}`
      const having = facts.get(term)
      if (having === undefined || frequency.has(term)) continue
      frequency.set(term, having.length)
      for (const fact of having) {
        const found = matches.get(fact)
        if (found === undefined) matches.set(fact, [term])
        else found.push(term)
      }
    }
  }
  return { matches, frequency }
}

function stemmed(text: string): readonly string[] {
  return text.split(' ').map(stem)
}

/** As many facts as fit into `room` characters, always at least one. Facts told before come last, or not at all for "more". */
export function fillRoom(
  scored: readonly Scored[],
  room: number,
  locale: Locale,
  told: ReadonlySet<string>,
  more: boolean,
): readonly Fact[] {
  const fresh = scored.filter(({ fact }) => !told.has(fact.id))
  const ordered = more ? fresh : scored
  const best = ordered[0]
  if (best === undefined) return []
  const chosen: Fact[] = []
  let used = 0
  for (const { fact, score } of ordered) {
    const length = inLocale(fact.text, locale).length
    if (chosen.length > 0 && (used + length > room || (!more && score < best.score * 0.35))) continue
    chosen.push(fact)
    used += length
    if (chosen.length === 4 || used >= room) break
  }
  return chosen
}
