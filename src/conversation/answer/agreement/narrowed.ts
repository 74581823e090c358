import type { Citation } from '../../../core/citation.ts'
import type { Param } from '../../../core/wording.ts'
import { type Agreement, hasBeenSigned } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Region } from '../../../knowledge/region.ts'
import { askedBy } from './named-items.ts'
import { isCentral, localName, shortName, unsigned } from './naming.ts'
import { isConcept, storedWords } from './record-words.ts'
import { fitsWhich, type Which } from './which-asked.ts'

/** The agreements that a question narrows a list to, the newest first. */
export interface Narrowed {
  /** Each side once, with the day of signing where it is known. */
  readonly names: readonly Param[]
  readonly count: number
  readonly citations: readonly Citation[]
  /** Those of them that have a word in their name: "lembaga perlindungan anak". */
  readonly byWord: ReadonlyMap<string, readonly Agreement[]>
}

/** More sources than this say no more about a list. */
const CITED = 3
/** Lists kept per snapshot: gone through once, or the answer's time would grow with the country. */
const KEPT = 500

const MADE = new WeakMap<Knowledge, Map<string, Narrowed>>()

/** Those of one kind, one time, one instrument, one province, or of several of these. */
export function narrowedOf(knowledge: Knowledge, which: Which, province: Region | undefined): Narrowed {
  let made = MADE.get(knowledge)
  if (made === undefined) {
    made = new Map()
    MADE.set(knowledge, made)
  }
  const { period, kinds, contractsOnly } = which
  const key = [period, [...kinds].sort(), contractsOnly, province?.code].join('|')
  let narrowed = made.get(key)
  if (narrowed === undefined) {
    if (made.size >= KEPT) made.clear()
    narrowed = narrow(knowledge, which, province)
    made.set(key, narrowed)
  }
  return narrowed
}

/** Each side once, with the day of signing where it is known. */
export function namesIn(agreements: readonly Agreement[], knowledge: Knowledge): readonly Param[] {
  const names = new Map<string, Param>()
  // What is signed first: of one side that has both, the plan is not told.
  for (const agreement of [
    ...agreements.filter(hasBeenSigned),
    ...agreements.filter((one) => !hasBeenSigned(one)),
  ]) {
    const name = shortName(localName(agreement, knowledge))
    if (names.has(name)) continue
    names.set(name, hasBeenSigned(agreement) ? dated(name, agreement.signedOn) : unsigned(name))
  }
  return [...names.values()]
}

function dated(name: string, date: Agreement['signedOn']): Param {
  return date === null ? name : { key: 'agreement.whereDated', params: { name, date: { date } } }
}

/** A word that stands in more names than this names none of them. */
const MOST_NAMED = 5

/** The few whose names hold a word of the question, where there are such; the list stays as it is otherwise. */
export function namedAmong(narrowed: Narrowed, text: string): readonly Agreement[] {
  const named = [...askedBy(text).words.keys()]
    .filter((word) => !isConcept(word))
    .map((word) => narrowed.byWord.get(word) ?? [])
    .filter(({ length }) => length > 0 && length <= MOST_NAMED)
    .sort((a, b) => a.length - b.length)
  const [fewest = []] = named
  const inAll = fewest.filter((one) => named.every((list) => list.includes(one)))
  return inAll.length > 0 ? inAll : fewest
}

function narrow(knowledge: Knowledge, which: Which, province: Region | undefined): Narrowed {
  const fitting = knowledge.agreements.all.filter(
    (agreement) =>
      fitsWhich(agreement, which) &&
      (province === undefined || agreement.region?.startsWith(province.code) === true),
  )
  const names = namesIn(fitting, knowledge)
  const byWord = new Map<string, Agreement[]>()
  for (const agreement of fitting) {
    const own = agreement.parties.filter((party) => !isCentral(party)).map(({ name }) => name)
    for (const word of storedWords(own.join(' ')).keys()) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [agreement])
      else if (list.length <= MOST_NAMED) list.push(agreement)
    }
  }
  return {
    names,
    count: fitting.filter(hasBeenSigned).length,
    citations: fitting.slice(0, CITED).flatMap(({ citations }) => citations.slice(0, 2)),
    byWord,
  }
}
