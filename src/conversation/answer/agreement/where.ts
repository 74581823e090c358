import type { Param } from '../../../core/wording.ts'
import { type Draft, draft, part, topicChoice } from '../draft.ts'
import type { Question } from '../question.ts'
import { localName, shortName } from './naming.ts'

const LISTED = 14

/** Which regions or institutions have agreements: of one province, or the whole country in numbers. */
export function answerWhere(question: Question): Draft {
  const { knowledge } = question
  const region = question.regions[0]
  const province =
    region === undefined
      ? undefined
      : knowledge.regions.path(region.code).find(({ kind }) => kind === 'province')
  return province === undefined ? wholeCountry(question) : ofProvince(question, province.code)
}

function ofProvince(question: Question, code: NonNullable<Question['regions'][number]>['code']): Draft {
  const { knowledge } = question
  const province = knowledge.regions.byCode(code)
  if (province === undefined) return wholeCountry(question)
  const agreements = [...knowledge.agreements.ofRegion(code), ...knowledge.agreements.insideProvince(code)]
  const names = [...new Set(agreements.map((agreement) => localName(agreement, knowledge)))]
  const asOf = { date: knowledge.asOf }
  if (names.length === 0) {
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
        count: agreements.length,
        list: listed(names),
        asOf,
      }),
      part('next', 'agreement.whereTell'),
    ],
    citations: agreements.flatMap((agreement) => agreement.citations),
    choices: [topicChoice('agreement.status')],
    regions: question.regions,
  })
}

function wholeCountry(question: Question): Draft {
  const { knowledge } = question
  const { all } = knowledge.agreements
  const local = all.filter((agreement) => agreement.region !== null)
  const perProvince = new Map<string, number>()
  for (const { region } of local) {
    const province = region === null ? undefined : knowledge.regions.path(region).at(-1)
    if (province !== undefined) perProvince.set(province.name, (perProvince.get(province.name) ?? 0) + 1)
  }
  const most = [...perProvince].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 6)
  const institutions = [
    ...new Set(
      all.filter(({ region }) => region === null).map((agreement) => localName(agreement, knowledge)),
    ),
  ].map(shortName)
  return draft({
    parts: [
      part('answer', 'agreement.whereAll', {
        total: all.length,
        local: local.length,
        provinces: perProvince.size,
        institutions: all.length - local.length,
        asOf: { date: knowledge.asOf },
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
    citations: all.slice(0, 3).flatMap((agreement) => agreement.citations),
    choices: [topicChoice('agreement.status')],
  })
}

function listed(names: readonly string[]): Param {
  const shown: Param[] = names.slice(0, LISTED)
  const rest = names.length - shown.length
  return { list: rest > 0 ? [...shown, { key: 'agreement.whereMore', params: { count: rest } }] : shown }
}
