import { withVersion } from './content.ts'
import type { KnowledgeSource } from './knowledge.ts'
import { loadSeed } from './seed/load-seed.ts'
import { readSeedFiles } from './seed/seed-files.ts'

/** Knowledge straight from the seed files: for tests, evaluations and benchmarks, without a database. */
export function jsonSource(folder?: string): KnowledgeSource {
  return {
    async load() {
      const { content } = await loadSeed(await readSeedFiles(folder))
      return withVersion(content)
    },
  }
}
