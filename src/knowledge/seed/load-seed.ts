import type { Source } from '../../core/citation.ts'
import type { KnowledgeContent } from '../content.ts'
import { checkSeed, type SeedCheck } from './check-seed.ts'
import { readOfficialRegions } from './official-regions.ts'
import { SeedError } from './problem.ts'
import { readSeed } from './read-seed.ts'
import { readSeedFiles, type SeedFile } from './seed-files.ts'
import { toKnowledge } from './to-knowledge.ts'

/** Reads and checks files without throwing: what is wrong is the result. */
export async function inspectSeed(
  files: readonly SeedFile[],
): Promise<SeedCheck & { load(): { content: KnowledgeContent; sources: readonly Source[] } }> {
  const official = await readOfficialRegions()
  const { seed, problems } = readSeed(files)
  const check = checkSeed(
    seed,
    new Map<string, (typeof official)[number]>(official.map((one) => [one.code, one])),
  )
  return {
    problems: [...problems, ...check.problems],
    warnings: check.warnings,
    load: () => toKnowledge(seed, official),
  }
}

/** The seed as domain values. Throws a SeedError that names every problem. */
export async function loadSeed(
  files?: readonly SeedFile[],
): Promise<{ content: KnowledgeContent; sources: readonly Source[] }> {
  const inspected = await inspectSeed(files ?? (await readSeedFiles()))
  if (inspected.problems.length > 0) throw new SeedError(inspected.problems)
  return inspected.load()
}
