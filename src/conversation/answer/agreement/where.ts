import type { LocalDate, PartialDate } from '../../../core/dates.ts'
import type { Param } from '../../../core/wording.ts'
import type { Region } from '../../../knowledge/region.ts'
import { type Draft, draft, part, topicChoice } from '../draft.ts'
import type { Question } from '../question.ts'
import { narrowedOf } from './narrowed.ts'
import { overviewOf, type ProvinceOverview } from './overview.ts'
import { type Which, whichAsked } from './which-asked.ts'

const NOTHING: ProvinceOverview = { names: [], count: 0, citations: [] }

const LISTED = 14

/** Which regions or institutions have agreements: those of a kind or a time, of one province, or the whole country in numbers. */
export function answerWhere(question: Question): Draft {
  const { knowledge } = question
  const region = question.regions[0]
  const province =
    region === undefined
      ? undefined
      : knowledge.regions.path(region.code).find(({ kind }) => kind === 'province')
  const which = whichAsked(question.text, question.dates)
  const day = question.dates[0]
  // A day alone has a sentence of its own.
  const byTime = which.period !== null && (province !== undefined || day === undefined)
  if (which.kinds.size > 0 || which.contractsOnly || byTime) {
    const fitting = narrowedTo(question, which, province)
    if (fitting !== undefined) return fitting
  }
  if (day !== undefined) return ofDay(question, day)
  return province === undefined ? wholeCountry(question) : ofProvince(question, province)
}

/** Undefined where nothing on record fits: the wider list says more than "none". */
function narrowedTo(question: Question, which: Which, province: Region | undefined): Draft | undefined {
  const { knowledge } = question
  const { names, count, citations } = narrowedOf(knowledge, which, province)
  if (count === 0) return undefined
  return draft({
    parts: [
      part('answer', 'agreement.whereWhich', {
        count,
        list: listed(names),
        asOf: { date: knowledge.agreements.asOf },
      }),
      part('next', 'agreement.whereTell'),
    ],
    citations,
    choices: [topicChoice('agreement.status')],
    regions: question.regions,
  })
}

function ofProvince(question: Question, province: Region): Draft {
  const { knowledge } = question
  const { names, count, citations } = overviewOf(knowledge).provinces.get(province.code) ?? NOTHING
  const asOf = { date: knowledge.agreements.asOf }
  if (count === 0) {
    return draft({
      parts: [part('answer', 'agreement.whereProvinceNone', { province: province.name, asOf })],
      choices: [topicChoice('contact.local')],
      regions: question.regions,
      unanswered: true,
    })
  }
  return draft({
    parts: [
      part('answer', 'agreement.whereProvince', {
        province: province.name,
        count,
        list: listed(names),
        asOf,
      }),
      part('next', 'agreement.whereTell'),
    ],
    citations,
    choices: [topicChoice('agreement.status')],
    regions: question.regions,
  })
}

/** Those signed on one day: many are signed together. */
function ofDay(question: Question, day: LocalDate): Draft {
  const { names, count, citations } = overviewOf(question.knowledge).days.get(day) ?? NOTHING
  const date = { date: day as string as PartialDate }
  if (count === 0) return wholeCountry(question)
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

function wholeCountry({ knowledge }: Question): Draft {
  const { total, local, provinces, most, institutions, citations } = overviewOf(knowledge)
  return draft({
    parts: [
      part('answer', 'agreement.whereAll', {
        total,
        local,
        provinces: provinces.size,
        institutions: total - local,
        asOf: { date: knowledge.agreements.asOf },
      }),
      part('fact', 'agreement.whereProvinces', {
        list: {
          list: most.map(
            ([name, count]): Param => ({ key: 'agreement.whereCount', params: { name, count } }),
          ),
        },
      }),
      part('fact', 'agreement.whereInstitutions', { list: listed(institutions) }),
      part('next', 'agreement.whereTell'),
    ],
    citations,
    choices: [topicChoice('agreement.status')],
  })
}

function listed(names: readonly Param[]): Param {
  const shown: Param[] = names.slice(0, LISTED)
  const rest = names.length - shown.length
  return { list: rest > 0 ? [...shown, { key: 'agreement.whereMore', params: { count: rest } }] : shown }
}
