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
import type { Section } from './sections.ts'

/** Details of a record that the question names, where the usual answer would not tell them. */
export interface Details extends Section {
  /** So clearly asked for that they come first. */
  readonly first: boolean
  /** Told by several records in the same words: what one of them holds besides is not asked for. */
  readonly shared: boolean
}

/** A detail is worth a line of its own from this score; three are enough. */
const DETAIL_FROM = 1.8
/** From here it is what was asked for, and everything else comes after it. */
const FIRST_FROM = 1.8
/** What fits the question so much less than the best is no answer beside it. */
const NEARLY = 0.55
/** Beside what the usual answer says already, only what fits about as well. */
const AS_WELL = 0.85
const MOST_DETAILS = 3
/** Room for the details that come first, in characters. */
const ROOM = 420
const NAMED = 9

/** What the question names by its own words and `said` does not say. */
export function detailsOf(agreement: Agreement, question: Question, said: readonly Part[]): Details {
  const { knowledge, today, text, locale } = question
  const before = said.map((item) => JSON.stringify(item.params)).join('')
  const isSaid = ({ about }: NamedItem) => before.includes(JSON.stringify(about))
  const items = namedItems(agreement, text, knowledge, today).filter(({ score }) => score >= DETAIL_FROM)
  const [best] = items
  if (best === undefined) return NONE
  const fresh = items.filter((item) => !isSaid(item))
  const first = best.score >= FIRST_FROM && !isSaid(best)
  let used = 0
  const told = fresh
    .filter(({ score }) => score >= best.score * (first ? NEARLY : AS_WELL))
    .slice(0, MOST_DETAILS)
    .filter((item, index) => {
      used += roughLength(item.part, locale)
      return index === 0 || used <= ROOM
    })
  const citations: readonly Citation[] = told.flatMap((item) => item.citations)
  const parts = told.map((item) => item.part)
  if (!first) return { parts, citations, first: false, shared: false }
  const tellers = whoseToo(best, knowledge)
  const shared = tellers.length > 1
  const lead = shared
    ? part('answer', 'agreement.detailShared', { list: namesOf(tellers, question) })
    : part('answer', 'agreement.detailLead', {
        instrument: instrumentOf(agreement),
        parties: partiesOf(agreement, knowledge),
      })
  return { parts: [lead, ...parts], citations, first, shared }
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
