import type { PartialDate } from '../core/dates.ts'
import type { DangerSign } from '../core/topic.ts'
import type { Fact, Standing } from './fact.ts'
import { groupBy } from './group.ts'
import type { FactIndex } from './knowledge.ts'

/** What holds now before what is planned, and what no longer holds last. */
const STANDING_ORDER: Readonly<Record<Standing, number>> = {
  in_force: 0,
  reported: 1,
  planned: 2,
  proposed: 3,
  superseded: 4,
}

export function buildFactIndex(facts: readonly Fact[], asOf: PartialDate): FactIndex {
  const all = [...facts].sort(byStandingThenId)
  const byId = new Map(all.map((fact) => [fact.id, fact]))
  const topics = groupBy(all, (fact) => fact.topics)
  const byTopic = new Map([...topics].map(([topic, group]) => [topic, leadersFirst(group, topic)]))
  const byCountry = groupBy(all, (fact) => fact.countries)
  const bySign = new Map(
    all.flatMap((fact): [DangerSign, Fact][] => (fact.sign === null ? [] : [[fact.sign, fact]])),
  )
  const steps = groupBy(
    all.filter(({ kind }) => kind === 'step'),
    ({ stage }) => (stage === null ? [] : [stage]),
  )
  const byStage = new Map([...steps].map(([stage, group]) => [stage, inOrder(group)]))
  return {
    byId: (id) => byId.get(id),
    ofTopic: (topic) => byTopic.get(topic) ?? [],
    ofCountry: (code) => byCountry.get(code) ?? [],
    ofSign: (sign) => bySign.get(sign),
    steps: (stage) => byStage.get(stage) ?? [],
    all,
    asOf,
  }
}

function leadersFirst(group: readonly Fact[], topic: Fact['topics'][number]): readonly Fact[] {
  const leads = (fact: Fact) => fact.leads.includes(topic)
  return [...group.filter(leads), ...group.filter((fact) => !leads(fact))]
}

/** Steps without a number come after those with one. */
function inOrder(group: readonly Fact[]): readonly Fact[] {
  return [...group].sort(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  )
}

/** Ids are numbered (`law.2`, `law.10`): numbers compare as numbers, the rest by code units. */
function byStandingThenId(a: Fact, b: Fact): number {
  const order = STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing]
  return order === 0 ? naturalOrder(a.id, b.id) : order
}

function naturalOrder(a: string, b: string): number {
  const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]]
    if (x === y) continue
    if (/^\d+$/.test(x) && /^\d+$/.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return left.length - right.length
}
