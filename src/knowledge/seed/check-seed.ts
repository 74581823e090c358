import { isDeepStrictEqual } from 'node:util'
import { OFFER_SIGNS, STAGES, TOPICS } from '../../core/topic.ts'
import type { Region } from '../region.ts'
import { checkReferences } from './check-references.ts'
import type { SeedProblem } from './problem.ts'
import type { Placed, Seed } from './read-seed.ts'

export interface SeedCheck {
  /** A start with these is refused. */
  readonly problems: readonly SeedProblem[]
  /** Worth a look by whoever keeps the files. */
  readonly warnings: readonly SeedProblem[]
}

/** What no single row can show: doubles, references into nothing, and subjects that nothing covers. */
export function checkSeed(seed: Seed, regions: ReadonlyMap<string, Pick<Region, 'kind'>>): SeedCheck {
  return {
    problems: [
      ...checkSources(seed),
      ...checkDoubles('fact', seed.facts, ({ id }) => id),
      ...checkDoubles('agreement', seed.agreements, ({ id }) => id),
      ...checkDoubles('institution', seed.institutions, ({ id }) => id),
      ...checkDoubles('contact', seed.contacts, ({ id }) => id),
      ...checkDoubles('stage', seed.stages, ({ id }) => id),
      ...checkDoubles('destination', seed.destinations, ({ code }) => code),
      ...checkDoubles('reason for the sign', seed.facts, ({ sign }) => sign),
      ...checkReferences(seed, regions),
      ...checkStages(seed),
      ...checkSigns(seed),
      ...checkNationalLine(seed),
    ],
    warnings: [...uncoveredTopics(seed), ...unusedSources(seed), ...emptyContacts(seed)],
  }
}

/** The key is the source's id in the database, so two files must mean the same page by it. */
function* checkSources({ sources }: Seed): Iterable<SeedProblem> {
  const first = new Map<string, Seed['sources'][number]>()
  for (const placed of sources) {
    const known = first.get(placed.value.key)
    if (known === undefined) first.set(placed.value.key, placed)
    else if (!isDeepStrictEqual(known.value, placed.value))
      yield {
        file: placed.file,
        row: placed.row,
        field: '',
        reason: `is another source than the one with this key in ${known.file}`,
      }
  }
}

function* checkDoubles<T>(
  what: string,
  rows: readonly Placed<T>[],
  idOf: (row: T) => string | null,
): Iterable<SeedProblem> {
  const first = new Map<string, string>()
  for (const { file, row, value } of rows) {
    const id = idOf(value)
    if (id === null) continue
    const known = first.get(id)
    if (known === undefined) first.set(id, file)
    else yield { file, row, field: '', reason: `the ${what} "${id}" is already in ${known}` }
  }
}

function* checkStages({ stages }: Seed): Iterable<SeedProblem> {
  for (const stage of STAGES)
    if (!stages.some(({ value }) => value.id === stage))
      yield { file: 'stages.json', row: stage, field: '', reason: 'the stage is missing' }
}

/** A warning without its reason would be a bare claim. */
function* checkSigns({ facts }: Seed): Iterable<SeedProblem> {
  const explained = new Set(facts.map(({ value }) => value.sign))
  for (const sign of OFFER_SIGNS)
    if (!explained.has(sign))
      yield { file: 'facts', row: sign, field: '', reason: 'the sign has no fact that says why it matters' }
}

function* checkNationalLine({ contacts }: Seed): Iterable<SeedProblem> {
  const national = contacts.filter(({ value }) => value.national)
  if (national.length !== 1)
    yield {
      file: 'contacts.json',
      row: national.map(({ row }) => row).join(', '),
      field: 'national',
      reason: `${national.length} contacts are the national line; exactly one must be`,
    }
}

/** Topics that facts speak of but that no fact opens: the answer would begin anywhere. */
function* uncoveredTopics({ facts }: Seed): Iterable<SeedProblem> {
  const led = new Set(facts.flatMap(({ value }) => value.leads))
  const spoken = new Set(facts.flatMap(({ value }) => value.topics))
  for (const topic of TOPICS)
    if (spoken.has(topic) && !led.has(topic))
      yield { file: 'facts', row: topic, field: 'leads', reason: 'no fact leads the answer to this topic' }
}

function* unusedSources(seed: Seed): Iterable<SeedProblem> {
  const rows = [...seed.facts, ...seed.stages, ...seed.contacts, ...seed.agreements]
  const cited = new Set(rows.flatMap(({ value }) => value.cites.map(({ source }) => source)))
  for (const { value } of seed.agreements)
    for (const part of [...value.scope, ...value.milestones, ...value.progress, ...value.figures])
      for (const { source } of part.cites) cited.add(source)
  for (const { file, row, value } of seed.sources)
    if (!cited.has(value.key)) yield { file, row, field: '', reason: 'nothing cites this source' }
}

/** Such a contact says only that an office is there: it is shown when nothing better is known. */
function* emptyContacts({ contacts }: Seed): Iterable<SeedProblem> {
  for (const { file, row, value } of contacts) {
    const ways = [
      ...value.phones,
      ...value.whatsapp,
      ...value.email,
      value.address,
      value.web,
      value.position,
    ]
    if (ways.every((way) => way === null))
      yield { file, row, field: '', reason: 'has neither a number, an address nor a web page' }
  }
}
