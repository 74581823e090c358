import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Region } from '../../../knowledge/region.ts'
import type { Question } from '../question.ts'
import { askedBy, type NamedItem, namedItems } from './named-items.ts'
import { recordIndexOf } from './record-index.ts'
import { isConcept, isExact, storedWords } from './record-words.ts'

/** The record that the words of a message speak for, when no name in it says whose record is meant. */
export interface Vote {
  readonly agreement: Agreement
  /** What the words found in it weigh together; a word that stands nowhere else weighs about 3. */
  readonly score: number
  /** How much less the next one has that does not tell the same. */
  readonly ahead: number
  /** The share of the question's telling words, by weight, that stand in it. */
  readonly coverage: number
  /** Among them an official's name, a day or a number, which are not said by chance. */
  readonly exact: boolean
}

/** What a word weighs that no record has: people also write words that tell nothing. */
const UNKNOWN = 0.8
const OF_OUR_FIELD = 0.4
const SHORTEST_UNKNOWN = 5

interface Votes {
  readonly scores: ReadonlyMap<Agreement, number>
  readonly exact: ReadonlySet<Agreement>
  readonly asked: number
}

/**
 * Every rare word of a message (a day, an official, a hall, a number, "dies natalis") votes for the records it stands in, the
 * rarer the more; the name of a place that was read as one says nothing more. `among` leaves out the others. Undefined where
 * nothing in it is rare.
 */
export function recordVote(
  { text, knowledge, today, regions }: Pick<Question, 'text' | 'knowledge' | 'today' | 'regions'>,
  among: (agreement: Agreement) => boolean = () => true,
): Vote | undefined {
  const { scores, exact, asked } = votesFor(text, knowledge, namesOf(regions))
  let agreement: Agreement | undefined
  let score = 0
  for (const [one, its] of scores) {
    if (its <= score || !among(one)) continue
    score = its
    agreement = one
  }
  if (agreement === undefined) return undefined
  const [best] = namedItems(agreement, text, knowledge, today)
  const telling = best === undefined ? [] : whoseToo(best, knowledge)
  let next = 0
  for (const [one, its] of scores)
    if (one !== agreement && its > next && !telling.includes(one) && among(one)) next = its
  return {
    agreement,
    score,
    ahead: score - next,
    coverage: score / Math.max(asked, score),
    exact: exact.has(agreement),
  }
}

/** The records that tell what an item tells, in the same words. */
export function whoseToo(item: NamedItem, knowledge: Knowledge): readonly Agreement[] {
  return recordIndexOf(knowledge).telling.get(item.text) ?? []
}

/** Clear enough to tell whose record is meant, where it is known that one is asked about. */
export function isClear({ score, ahead, coverage, exact }: Vote): boolean {
  if (ahead < (exact ? 1.3 : 1.5)) return false
  return (
    (score >= 4 && coverage >= 0.5) ||
    (score >= 3 && coverage >= 0.75) ||
    (score >= 2.8 && coverage >= 0.9) ||
    (score >= 5 && exact && coverage >= 0.4) ||
    // A long story names much that no record has; so much of one record does not stand in it by chance.
    (score >= 7.5 && ahead >= 4 && coverage >= 0.3)
  )
}

/** Clear enough where nobody is named and it would have to be asked whose record is meant. */
export function isLikely(vote: Vote): boolean {
  return isClear(vote) || (vote.score >= 2.4 && vote.ahead >= 2.2 && vote.coverage >= 0.75)
}

/** Clear enough to say that a record is asked about at all, whatever the message sounds like. */
export function isUnmistakable({ score, ahead, coverage, exact }: Vote): boolean {
  if (ahead < 2) return false
  return exact
    ? (score >= 5 && coverage >= 0.55) || (score >= 4.5 && coverage >= 0.8)
    : score >= 6 && coverage >= 0.8
}

/** What the words of a message that stand in this record weigh, but for some: the name that several places share. */
export function voteFor(
  agreement: Agreement,
  { text, knowledge }: Pick<Question, 'text' | 'knowledge'>,
  without: ReadonlySet<string>,
): number {
  const { having, weight } = recordIndexOf(knowledge)
  let score = 0
  for (const word of askedBy(text).words.keys())
    if (!without.has(word) && having.get(word)?.includes(agreement) === true) score += weight(word)
  return score
}

/** The words of places that a message names, or may name. */
export function namesOf(regions: readonly Region[]): ReadonlySet<string> {
  return new Set(regions.flatMap(({ name }) => [...storedWords(name).keys()]))
}

function votesFor(text: string, knowledge: Knowledge, without: ReadonlySet<string>): Votes {
  const { having, weight, names } = recordIndexOf(knowledge)
  const scores = new Map<Agreement, number>()
  const exact = new Set<Agreement>()
  let asked = 0
  for (const [word, concept] of askedBy(text).words) {
    if (isConcept(word) || without.has(word)) continue
    const records = having.get(word)
    if (records === undefined) {
      if (word.length >= SHORTEST_UNKNOWN) asked += concept === undefined ? UNKNOWN : OF_OUR_FIELD
      continue
    }
    const own = weight(word)
    asked += own
    if (own === 0) continue
    for (const one of records) {
      scores.set(one, (scores.get(one) ?? 0) + own)
      if (names.has(word) || isExact(word)) exact.add(one)
    }
  }
  return { scores, exact, asked }
}
