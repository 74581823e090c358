import type { Part } from '../../../core/reply.ts'
import type { Param } from '../../../core/wording.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import { part } from '../draft.ts'

const HOW_MANY = '(?:ada )?(?:berapa|pira|piro|sabaraha|pinten|how many|jumlah)'
const POINTS = new RegExp(`\\b${HOW_MANY} (?:jumlah |banyak )?(?:poin\\w*|point\\w*|butir\\w*|pasal\\w*)\\b`)
const COUNTRIES = new RegExp(`\\b${HOW_MANY} (?:jumlah |banyak )?(?:negara\\w*|nagara|countries)\\b`)
const SIDES = new RegExp(`\\b${HOW_MANY} (?:jumlah |banyak )?(?:pihak\\w*|parties|sides)\\b`)
const SIGNATORIES = new RegExp(`\\b${HOW_MANY} (?:orang )?(?:yang )?(?:penanda tangan\\w*|signatories)\\b`)
const MOST_SOURCES = 2

/** "How many points has it": counted from the record; undefined where nothing that is stored can be counted. */
export function countedPart(agreement: Agreement, text: string): Part | undefined {
  if (POINTS.test(text)) {
    const counts = pointsBySource(agreement)
    return counts.length === 0
      ? undefined
      : part('answer', 'agreement.countPoints', { list: { list: counts, join: 'semicolon' } })
  }
  if (COUNTRIES.test(text) && agreement.destinations.length > 0)
    return part('answer', 'agreement.countCountries', { number: agreement.destinations.length })
  if (SIDES.test(text)) return part('answer', 'agreement.countSides', { number: agreement.parties.length })
  if (SIGNATORIES.test(text) && agreement.signatories.length > 0)
    return part('answer', 'agreement.countSignatories', { number: agreement.signatories.length })
  return undefined
}

/** Sources cut the same paper into different numbers of points: each is counted as it tells it, the first-cited first. */
function pointsBySource({ scope }: Agreement): readonly Param[] {
  const counts = new Map<string, number>()
  for (const { citations } of scope)
    for (const publisher of new Set(citations.map(({ source }) => source.publisher)))
      counts.set(publisher, (counts.get(publisher) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts]
    .filter(([, count]) => count * 2 > most)
    .slice(0, MOST_SOURCES)
    .map(([publisher, count]) => ({ key: 'agreement.countPointsOf', params: { publisher, number: count } }))
}
