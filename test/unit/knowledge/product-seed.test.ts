import { expect, it } from 'vitest'
import { inspectSeed } from '../../../src/knowledge/seed/load-seed.ts'
import { tellProblem } from '../../../src/knowledge/seed/problem.ts'
import { readSeedFiles } from '../../../src/knowledge/seed/seed-files.ts'

it('the seed files of the product are sound', async () => {
  const { problems } = await inspectSeed(await readSeedFiles())
  expect(problems.map(tellProblem)).toEqual([])
})
