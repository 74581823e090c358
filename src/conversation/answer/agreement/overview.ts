import type { Citation } from '../../../core/citation.ts'
import type { RegionCode } from '../../../core/ids.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { localName, shortName } from './naming.ts'

/** The agreements of one province and of the regencies and cities in it. */
export interface ProvinceOverview {
  readonly names: readonly string[]
  readonly count: number
  readonly citations: readonly Citation[]
}

/** All agreements counted and named once per snapshot: it would be the one answer whose time grows with the country. */
export interface Overview {
  readonly total: number
  readonly local: number
  readonly provinces: ReadonlyMap<RegionCode, ProvinceOverview>
  /** Provinces with most agreements, by name. */
  readonly most: readonly (readonly [string, number])[]
  readonly institutions: readonly string[]
  readonly citations: readonly Citation[]
}

/** More sources than this say no more about a list. */
const CITED = 6
const MOST = 6

const made = new WeakMap<Knowledge, Overview>()

export function overviewOf(knowledge: Knowledge): Overview {
  let overview = made.get(knowledge)
  if (overview === undefined) {
    overview = count(knowledge)
    made.set(knowledge, overview)
  }
  return overview
}

function count(knowledge: Knowledge): Overview {
  const { all } = knowledge.agreements
  const local = all.filter(({ region }) => region !== null)
  const provinces = new Map<RegionCode, { names: Set<string>; count: number; citations: Citation[] }>()
  for (const agreement of local) {
    const province = agreement.region === null ? undefined : knowledge.regions.path(agreement.region).at(-1)
    if (province === undefined) continue
    const entry = provinces.get(province.code) ?? { names: new Set(), count: 0, citations: [] }
    entry.count++
    entry.names.add(localName(agreement, knowledge))
    if (entry.citations.length < CITED) entry.citations.push(...agreement.citations.slice(0, 2))
    provinces.set(province.code, entry)
  }
  const named = [...provinces].map(
    ([code, entry]) => [knowledge.regions.byCode(code)?.name ?? code, entry.count] as const,
  )
  const others = all
    .filter(({ region }) => region === null)
    .map((agreement) => shortName(localName(agreement, knowledge)))
  return {
    total: all.length,
    local: local.length,
    provinces: new Map([...provinces].map(([code, entry]) => [code, { ...entry, names: [...entry.names] }])),
    most: named.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, MOST),
    institutions: [...new Set(others)],
    citations: all.slice(0, 3).flatMap(({ citations }) => citations.slice(0, 2)),
  }
}
