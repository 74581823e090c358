import type { Citation } from '../../../core/citation.ts'
import type { RegionCode } from '../../../core/ids.ts'
import type { Param } from '../../../core/wording.ts'
import { type Agreement, hasBeenSigned } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { localName, shortName, unsigned } from './naming.ts'

/** The agreements of one province and of the regencies and cities in it. */
export interface ProvinceOverview {
  /** Each side once; those without a signing on record come last and are marked. */
  readonly names: readonly Param[]
  /** Signed ones: a plan is none yet. */
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
  /** By the day of signing. */
  readonly days: ReadonlyMap<string, ProvinceOverview>
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
  const signed = all.filter(hasBeenSigned)
  const local = all.filter(({ region }) => region !== null)
  const provinces = new Map<RegionCode, Entry>()
  const days = new Map<string, Entry>()
  for (const agreement of signed)
    if (agreement.signedOn !== null) add(days, agreement.signedOn, agreement, knowledge)
  for (const agreement of local) {
    const province = agreement.region === null ? undefined : knowledge.regions.path(agreement.region).at(-1)
    if (province !== undefined) add(provinces, province.code, agreement, knowledge)
  }
  const named = [...provinces].map(
    ([code, entry]) => [knowledge.regions.byCode(code)?.name ?? code, entry.count] as const,
  )
  const others = signed
    .filter(({ region }) => region === null)
    .map((agreement) => shortName(localName(agreement, knowledge)))
  return {
    total: signed.length,
    local: local.filter(hasBeenSigned).length,
    provinces: finished(provinces),
    days: finished(days),
    most: named
      .filter(([, signed]) => signed > 0)
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, MOST),
    institutions: [...new Set(others)],
    citations: all.slice(0, 3).flatMap(({ citations }) => citations.slice(0, 2)),
  }
}

interface Entry {
  readonly names: Set<string>
  readonly open: Set<string>
  count: number
  readonly citations: Citation[]
}

function add<Key>(into: Map<Key, Entry>, key: Key, agreement: Agreement, knowledge: Knowledge): void {
  const entry = into.get(key) ?? { names: new Set(), open: new Set(), count: 0, citations: [] }
  const name = shortName(localName(agreement, knowledge))
  if (hasBeenSigned(agreement)) {
    entry.count++
    entry.names.add(name)
  } else entry.open.add(name)
  if (entry.citations.length < CITED) entry.citations.push(...agreement.citations.slice(0, 2))
  into.set(key, entry)
}

function finished<Key>(entries: ReadonlyMap<Key, Entry>): ReadonlyMap<Key, ProvinceOverview> {
  return new Map(
    [...entries].map(([key, { names, open, count, citations }]) => [
      key,
      { names: [...names, ...[...open].filter((name) => !names.has(name)).map(unsigned)], count, citations },
    ]),
  )
}
