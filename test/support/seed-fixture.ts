import { join } from 'node:path'
import { readSeedFiles, type SeedFile } from '../../src/knowledge/seed/seed-files.ts'

/** A whole small seed: five agreements, some facts of every kind, four contacts. */
export const FIXTURE_SEED = join(import.meta.dirname, 'fixtures', 'seed')

export function fixtureFiles(): Promise<readonly SeedFile[]> {
  return readSeedFiles(FIXTURE_SEED)
}

// biome-ignore lint/suspicious/noExplicitAny: a test edits the raw JSON in ways its form forbids
export type RawSeed = any

/** The files with one of them edited as parsed JSON. */
export function withEdit(
  files: readonly SeedFile[],
  path: string,
  edit: (content: RawSeed) => void,
): readonly SeedFile[] {
  if (!files.some((file) => file.path === path)) throw new Error(`There is no ${path} in the fixture.`)
  return files.map((file) => {
    if (file.path !== path) return file
    const content = JSON.parse(file.text)
    edit(content)
    return { path, text: JSON.stringify(content) }
  })
}
