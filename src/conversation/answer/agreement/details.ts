import type { Citation } from '../../../core/citation.ts'
import type { Part } from '../../../core/reply.ts'
import type { Param } from '../../../core/wording.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import { part } from '../draft.ts'
import type { Question } from '../question.ts'
import { roughLength } from '../rough-length.ts'
import { type NamedItem, namedItems } from './named-items.ts'
import { instrumentOf, localName, partiesOf, shortName } from './naming.ts'
import { whoseToo } from './record-vote.ts'
import type { Section } from './section.ts'

/** Details of a record that the question names, where the usual answer would not tell them. */
export interface Details extends Section {
  /** So clearly asked for that they come first. */
  readonly first: boolean
  /** Told by several records in the same words: what one of them holds besides is not asked for. */
  readonly shared: boolean
}

/** A detail is worth a line of its own from this score; three are enough. */
const DETAIL_FROM = 1.8
/** Whoever asks whether there is one, and how far it is, hears that first, unless the detail is plainly what is meant. */
const DETAIL_OF_STATUS_FROM = 3.2
const MOST_DETAILS = 3
/** Beside what is told, only what holds more of the question, by so much. */
const GAIN = 1.4
/** Room for the details that come first, in characters. */
const ROOM = 420
const NAMED = 9

/**
 * What the question names by its own words and `said` does not say: the best-fitting item, then those that hold words of the
 * question which none before them held ("luas" in one line, "tanah hibah" in another).
 */
export function detailsOf(agreement: Agreement, question: Question, said: readonly Part[]): Details {
  const { knowledge, today, text, locale } = question
  const before = said.map((item) => JSON.stringify(item.params)).join('')
  const isSaid = ({ about }: NamedItem) => before.includes(JSON.stringify(about))
  const items = namedItems(agreement, text, knowledge, today)
  const [best] = items
  if (best === undefined || best.score < DETAIL_FROM) return NONE
  const first =
    !isSaid(best) && (question.topic !== 'agreement.status' || best.score >= DETAIL_OF_STATUS_FROM)
  const held = new Set(items.filter(isSaid).flatMap(({ matched }) => [...matched.keys()]))
  const told: NamedItem[] = []
  let used = 0
  while (told.length < MOST_DETAILS) {
    const next =
      first && told.length === 0
        ? best
        : mostNew(
            items.filter((item) => !told.includes(item) && !isSaid(item)),
            held,
          )
    if (next === undefined) break
    used += roughLength(next.part, locale)
    if (told.length > 0 && used > Math.min(ROOM, question.room)) break
    told.push(next)
    for (const word of next.matched.keys()) held.add(word)
  }
  const citations: readonly Citation[] = told.flatMap((item) => item.citations)
  const parts = told.map((item) => item.part)
  if (!first) return { parts, citations, first: false, shared: false }
  const tellers = whoseToo(best, knowledge)
  // Whoever names the place wants its record, and not a list of nine others that tell the same.
  const shared = tellers.length > 1 && !isNamed(agreement, question)
  const lead = shared
    ? part('answer', 'agreement.detailShared', { list: namesOf(tellers, question) })
    : part('answer', 'agreement.detailLead', {
        instrument: instrumentOf(agreement),
        parties: partiesOf(agreement, knowledge),
      })
  return { parts: [lead, ...parts], citations, first, shared }
}

function isNamed(agreement: Agreement, { regions, institutions }: Question): boolean {
  return (
    regions.some(({ code }) => code === agreement.region) ||
    agreement.parties.some(({ institution }) => institution !== null && institutions.includes(institution))
  )
}

/** The item that holds most of the question that is not held yet; undefined where none holds enough. */
function mostNew(items: readonly NamedItem[], held: ReadonlySet<string>): NamedItem | undefined {
  let best: NamedItem | undefined
  let most = GAIN
  for (const item of items) {
    let gain = 0
    for (const [word, weight] of item.matched) if (!held.has(word)) gain += weight
    if (gain < most || (gain === most && best !== undefined)) continue
    most = gain
    best = item
  }
  return best
}

const NONE: Details = { parts: [], citations: [], first: false, shared: false }

function namesOf(agreements: readonly Agreement[], { knowledge }: Question): Param {
  const names: readonly Param[] = agreements.map((one) => shortName(localName(one, knowledge)))
  const rest = names.length - NAMED
  return {
    list:
      rest > 0 ? [...names.slice(0, NAMED), { key: 'agreement.whereMore', params: { count: rest } }] : names,
  }
}
