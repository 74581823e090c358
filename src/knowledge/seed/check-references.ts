import type { PartyKind } from '../agreement.ts'
import type { Region, RegionKind } from '../region.ts'
import type { Cite } from './forms.ts'
import type { SeedProblem } from './problem.ts'
import type { Placed, Seed } from './read-seed.ts'

type Regions = ReadonlyMap<string, Pick<Region, 'kind'>>

/** Every code, key and id that points at another row must find it. */
export function* checkReferences(seed: Seed, regions: Regions): Iterable<SeedProblem> {
  const known: Known = {
    regions,
    sources: new Set(seed.sources.map(({ value }) => value.key)),
    institutions: new Set<string>(seed.institutions.map(({ value }) => value.id)),
    countries: new Set<string>(seed.destinations.map(({ value }) => value.code)),
  }
  for (const placed of seed.facts) yield* checkFact(placed, known)
  for (const placed of seed.agreements) yield* checkAgreement(placed, known)
  for (const placed of seed.contacts) yield* checkContact(placed, known)
  for (const placed of seed.stages) yield* checkCites(placed, 'cites', placed.value.cites, known)
  for (const part of ['aliases', 'positions'] as const)
    for (const code of Object.keys(seed.regionExtras[part]))
      if (!regions.has(code))
        yield { file: 'regions.json', row: code, field: part, reason: 'is not a code of the official list' }
}

interface Known {
  readonly regions: Regions
  readonly sources: ReadonlySet<string>
  readonly institutions: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
}

type Where = Pick<Placed<unknown>, 'file' | 'row'>

function* checkFact(placed: Seed['facts'][number], known: Known): Iterable<SeedProblem> {
  yield* checkCites(placed, 'cites', placed.value.cites, known)
  for (const code of placed.value.countries) yield* checkCountry(placed, 'countries', code, known)
}

function* checkAgreement(placed: Seed['agreements'][number], known: Known): Iterable<SeedProblem> {
  const { value } = placed
  yield* checkCites(placed, 'cites', value.cites, known)
  for (const part of ['scope', 'milestones', 'progress', 'figures'] as const)
    for (const [index, item] of value[part].entries())
      yield* checkCites(placed, `${part}.${index}.cites`, item.cites, known)
  yield* checkRegion(placed, 'region', value.region, known)
  for (const code of value.destinations) yield* checkCountry(placed, 'destinations', code, known)
  for (const [index, party] of value.parties.entries()) {
    yield* checkRegion(placed, `parties.${index}.region`, party.region, known)
    yield* checkPartyKind(placed, `parties.${index}.kind`, party, known)
    if (party.institution !== null && !known.institutions.has(party.institution))
      yield problem(placed, `parties.${index}.institution`, `no institution "${party.institution}"`)
  }
  if (value.region !== null && value.parties.every(({ region }) => region !== value.region))
    yield problem(placed, 'region', `no party of the agreement is in the region ${value.region}`)
}

const REGION_OF_PARTY: Partial<Record<PartyKind, RegionKind>> = {
  province: 'province',
  regency: 'regency',
  city: 'city',
}

/** A memorandum of Kota Sukabumi recorded under Kabupaten Sukabumi would be told to the wrong half of the people. */
function* checkPartyKind(
  placed: Where,
  field: string,
  party: { readonly kind: PartyKind; readonly region: string | null },
  { regions }: Known,
): Iterable<SeedProblem> {
  const expected = REGION_OF_PARTY[party.kind]
  const region = party.region === null ? undefined : regions.get(party.region)
  if (expected === undefined) return
  if (party.region === null) yield problem(placed, field, `a ${party.kind} needs its region`)
  else if (region !== undefined && region.kind !== expected)
    yield problem(placed, field, `is "${party.kind}", but ${party.region} is a ${region.kind}`)
}

function* checkContact(placed: Seed['contacts'][number], known: Known): Iterable<SeedProblem> {
  const { value } = placed
  yield* checkCites(placed, 'cites', value.cites, known)
  yield* checkRegion(placed, 'region', value.region, known)
  for (const code of value.serves) yield* checkRegion(placed, 'serves', code, known)
  if (value.country !== null) yield* checkCountry(placed, 'country', value.country, known)
}

function* checkCites(
  placed: Where,
  field: string,
  cites: readonly Cite[],
  known: Known,
): Iterable<SeedProblem> {
  for (const { source } of cites)
    if (!known.sources.has(source)) yield problem(placed, field, `no source "${source}"`)
}

function* checkRegion(
  placed: Where,
  field: string,
  code: string | null,
  known: Known,
): Iterable<SeedProblem> {
  if (code !== null && !known.regions.has(code))
    yield problem(placed, field, `no region with the code ${code}`)
}

function* checkCountry(placed: Where, field: string, code: string, known: Known): Iterable<SeedProblem> {
  if (!known.countries.has(code)) yield problem(placed, field, `no destination with the code ${code}`)
}

function problem({ file, row }: Where, field: string, reason: string): SeedProblem {
  return { file, row, field, reason }
}
