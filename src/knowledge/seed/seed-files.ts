import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { packageRoot } from '../../package-root.ts'
import { officialRegionFiles } from './official-regions.ts'

/** One seed file as it lies on the disk. */
export interface SeedFile {
  /** Path inside the seed folder, with `/`. */
  readonly path: string
  readonly text: string
}

export function seedFolder(): string {
  return join(packageRoot(), 'prisma', 'seed')
}

/** Every `.json` below the folder, in the order of their paths. */
export async function readSeedFiles(folder = seedFolder()): Promise<readonly SeedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).replaceAll('\\', '/'),
      text: await readFile(path, 'utf8'),
    })),
  )
}

/** Raised when the way from files to rows changes, so that the next start applies the same files again. */
const FORM_VERSION = 1

/** One hash over everything the seed is made from: a start whose files were applied before has nothing to parse. */
export async function hashSeedFiles(files: readonly SeedFile[]): Promise<string> {
  const hash = createHash('sha256').update(`form ${FORM_VERSION}`)
  for (const { path, text } of files) hash.update(`\n${path}\n`).update(text)
  for (const file of officialRegionFiles()) hash.update(await readFile(file))
  return hash.digest('hex')
}
