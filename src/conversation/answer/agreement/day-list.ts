import type { LocalDate, PartialDate } from '../../../core/dates.ts'
import type { Param } from '../../../core/wording.ts'
import { type Draft, draft, part, topicChoice } from '../draft.ts'
import type { Question } from '../question.ts'
import { overviewOf } from './overview.ts'

const LISTED = 14

/** Those signed on one day: many are signed together. Undefined where none is on record. */
export function listOfDay(question: Question, day: LocalDate): Draft | undefined {
  const found = overviewOf(question.knowledge).days.get(day)
  if (found === undefined || found.count === 0) return undefined
  const { names, count, citations } = found
  const date = { date: day as string as PartialDate }
  return draft({
    parts: [
      part('answer', 'agreement.whereDay', { date, count, list: listed(names) }),
      part('next', 'agreement.whereTell'),
    ],
    citations,
    choices: [topicChoice('agreement.status')],
    regions: question.regions,
  })
}

/** As many names as a message has room for, and how many more there are. */
export function listed(names: readonly Param[]): Param {
  const shown: Param[] = names.slice(0, LISTED)
  const rest = names.length - shown.length
  return { list: rest > 0 ? [...shown, { key: 'agreement.whereMore', params: { count: rest } }] : shown }
}
