import type { Param } from '../../../core/wording.ts'
import { hasBeenSigned } from '../../../knowledge/agreement.ts'
import type { Region } from '../../../knowledge/region.ts'
import { type Draft, draft, part, topicChoice } from '../draft.ts'
import type { Question } from '../question.ts'
import { answerAgreement } from './agreement-answer.ts'
import { sideAsked } from './asked-for.ts'
import { listed, listOfDay } from './day-list.ts'
import { bestScore } from './named-items.ts'
import { namedAmong, namesIn, narrowedOf } from './narrowed.ts'
import { overviewOf, type ProvinceOverview } from './overview.ts'
import { isClear, recordVote } from './record-vote.ts'
import { asksListOfDay, type Which, whichAsked } from './which-asked.ts'

const NOTHING: ProvinceOverview = { names: [], count: 0, citations: [] }

/** Which regions or institutions have agreements: those of a kind or a time, of one province, or the whole country in numbers. */
export function answerWhere(question: Question): Draft {
  const { knowledge } = question
  const vote = recordVote(question)
  // "Which regency has the 20 Desa Migran Emas": a list would not say it.
  if (vote !== undefined && isClear(vote) && !asksListOfDay(question.text, question.dates)) {
    const side = sideAsked(question.text)
    return answerAgreement({ ...question, topic: side === 'agreement.parties' ? side : 'agreement.status' })
  }
  const region = question.regions[0]
  if (region !== undefined && region.kind !== 'province' && namesDetail(question))
    return answerAgreement({ ...question, topic: 'agreement.status' })
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
  if (day !== undefined) return listOfDay(question, day) ?? wholeCountry(question)
  return province === undefined ? wholeCountry(question) : ofProvince(question, province)
}

/** "With how many others did Kabupaten Probolinggo sign that day" stands in its own record. */
const A_DETAIL = 3

function namesDetail({ regions, text, knowledge, today }: Question): boolean {
  const own = regions[0] === undefined ? [] : knowledge.agreements.ofRegion(regions[0].code)
  return own[0] !== undefined && bestScore(own[0], text, knowledge, today) >= A_DETAIL
}

/** Undefined where nothing on record fits: the wider list says more than "none". */
function narrowedTo(question: Question, which: Which, province: Region | undefined): Draft | undefined {
  const { knowledge } = question
  const narrowed = narrowedOf(knowledge, which, province)
  if (narrowed.count === 0) return undefined
  const named = which.kinds.size > 0 ? namedAmong(narrowed, question.text) : []
  const names = named.length > 0 ? namesIn(named, knowledge) : narrowed.names
  const count = named.length > 0 ? named.filter(hasBeenSigned).length : narrowed.count
  const citations = named.length > 0 ? named.flatMap((one) => one.citations.slice(0, 2)) : narrowed.citations
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
      parts: [
        part('answer', 'agreement.whereProvinceNone', { province: province.name, asOf }),
        ...(names.length === 0 ? [] : [part('fact', 'agreement.whereOpen', { list: listed(names) })]),
      ],
      citations,
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

function wholeCountry({ knowledge }: Question): Draft {
  const { total, local, provinces, most, institutions, citations } = overviewOf(knowledge)
  return draft({
    parts: [
      part('answer', 'agreement.whereAll', {
        total,
        local,
        provinces: [...provinces.values()].filter(({ count }) => count > 0).length,
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
