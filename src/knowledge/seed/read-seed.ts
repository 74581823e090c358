import type { z } from 'zod'
import { type AgreementRow, agreementForm, type InstitutionRow, institutionForm } from './agreement-form.ts'
import { type ContactRow, contactForm } from './contact-form.ts'
import { type FactRow, factForm } from './fact-form.ts'
import { type SourceRow, sourceForm } from './forms.ts'
import {
  type DestinationRow,
  destinationForm,
  type RegionExtras,
  regionExtrasForm,
  type StageRow,
  stageForm,
} from './place-forms.ts'
import type { SeedProblem } from './problem.ts'
import type { SeedFile } from './seed-files.ts'

/** A parsed row that remembers where it stands, for the checks that look at all files together. */
export interface Placed<T> {
  readonly file: string
  readonly row: string
  readonly value: T
}

/** The content of the seed files, each row in its form; cross-checks are `check-seed.ts`. */
export interface Seed {
  readonly sources: Placed<SourceRow & { key: string }>[]
  readonly institutions: Placed<InstitutionRow>[]
  readonly agreements: Placed<AgreementRow>[]
  readonly facts: Placed<FactRow>[]
  readonly stages: Placed<StageRow>[]
  readonly destinations: Placed<DestinationRow>[]
  readonly contacts: Placed<ContactRow>[]
  regionExtras: RegionExtras
}

interface Kind {
  readonly matches: RegExp
  read(file: string, content: Record<string, unknown>, into: Seed, problems: SeedProblem[]): void
}

/** Which files there are, and what each holds. */
const KINDS: readonly Kind[] = [
  rowsIn(/^facts\/.+\.json$/, 'facts', factForm, (seed) => seed.facts),
  rowsIn(/^agreements\/.+\.json$/, 'agreements', agreementForm, (seed) => seed.agreements),
  rowsIn(/^institutions\.json$/, 'institutions', institutionForm, (seed) => seed.institutions),
  rowsIn(/^stages\.json$/, 'stages', stageForm, (seed) => seed.stages),
  rowsIn(/^destinations\.json$/, 'destinations', destinationForm, (seed) => seed.destinations),
  rowsIn(/^contacts\.json$/, 'contacts', contactForm, (seed) => seed.contacts),
  {
    matches: /^regions\.json$/,
    read(file, content, into, problems) {
      const parsed = parse(regionExtrasForm, content, file, '', problems)
      if (parsed !== undefined) into.regionExtras = parsed
    },
  },
]
const REQUIRED = ['institutions.json', 'stages.json', 'destinations.json', 'contacts.json', 'regions.json']

/** Parses all files and collects every problem instead of stopping at the first. */
export function readSeed(files: readonly SeedFile[]): { seed: Seed; problems: SeedProblem[] } {
  const seed: Seed = {
    sources: [],
    institutions: [],
    agreements: [],
    facts: [],
    stages: [],
    destinations: [],
    contacts: [],
    regionExtras: regionExtrasForm.parse({}),
  }
  const problems: SeedProblem[] = []
  const refuse = (file: string, reason: string) => problems.push({ file, row: '', field: '', reason })
  for (const { path, text } of files) {
    const kind = KINDS.find(({ matches }) => matches.test(path))
    if (kind === undefined) {
      refuse(path, 'is not a seed file that anything reads')
      continue
    }
    let content: unknown
    try {
      content = JSON.parse(text)
    } catch (error) {
      refuse(path, `is not JSON: ${error instanceof Error ? error.message : String(error)}`)
      continue
    }
    // destinations.json may be the bare list
    if (Array.isArray(content)) content = { [path.replace(/\.json$/, '')]: content }
    if (typeof content !== 'object' || content === null) refuse(path, 'holds no object')
    else kind.read(path, content as Record<string, unknown>, seed, problems)
  }
  for (const path of REQUIRED) if (!files.some((file) => file.path === path)) refuse(path, 'is missing')
  return { seed, problems }
}

function rowsIn<T>(
  matches: RegExp,
  key: string,
  form: z.ZodType<T>,
  list: (seed: Seed) => Placed<T>[],
): Kind {
  return {
    matches,
    read(file, { sources = {}, [key]: rows, ...rest }, into, problems) {
      for (const unknown of Object.keys(rest))
        problems.push({ file, row: '', field: unknown, reason: 'is a key that nothing reads' })
      readSources(file, sources, into, problems)
      if (!Array.isArray(rows)) {
        problems.push({ file, row: '', field: key, reason: 'must be a list' })
        return
      }
      for (const [index, value] of rows.entries()) {
        const row = nameOf(value) ?? `#${index + 1}`
        const parsed = parse(form, value, file, row, problems)
        if (parsed !== undefined) list(into).push({ file, row, value: parsed })
      }
    },
  }
}

function readSources(file: string, sources: unknown, into: Seed, problems: SeedProblem[]): void {
  if (typeof sources !== 'object' || sources === null || Array.isArray(sources)) {
    problems.push({ file, row: '', field: 'sources', reason: 'must be an object of sources by key' })
    return
  }
  for (const [key, value] of Object.entries(sources)) {
    const row = `source ${key}`
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(key))
      problems.push({ file, row, field: '', reason: 'the key is not kebab-case' })
    const parsed = parse(sourceForm, value, file, row, problems)
    if (parsed !== undefined) into.sources.push({ file, row, value: { key, ...parsed } })
  }
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, code } = value as { id?: unknown; code?: unknown }
  if (typeof id === 'string' && id !== '') return id
  return typeof code === 'string' && code !== '' ? code : undefined
}

function parse<T>(
  form: z.ZodType<T>,
  value: unknown,
  file: string,
  row: string,
  problems: SeedProblem[],
): T | undefined {
  const result = form.safeParse(value)
  if (result.success) return result.data
  for (const { path, message } of result.error.issues)
    problems.push({ file, row, field: path.join('.'), reason: message })
  return undefined
}
