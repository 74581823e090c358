import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { type OpenStore, openStore } from '../../src/open-store.ts'
import { seedCommand } from '../../src/seed-command.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { scratchFolder } from '../support/scratch.ts'
import { FIXTURE_SEED } from '../support/seed-fixture.ts'

let database: TestDatabase
let seedFolder: string
beforeEach(async () => {
  database = await freshDatabase('empty')
  seedFolder = await scratchFolder('seed')
  await cp(FIXTURE_SEED, seedFolder, { recursive: true })
})
afterEach(async () => {
  await database.drop()
  await rm(seedFolder, { recursive: true, force: true })
})

async function open(role: 'owner' | 'guest' = 'owner'): Promise<OpenStore> {
  const store = await openStore({
    dataDir: '/nowhere',
    databaseUrl: database.url,
    role,
    poolSize: 2,
    seedFolder,
  })
  if (store.kind !== 'open') throw new Error('Only an embedded database has one owner.')
  return store
}

async function editFacts(edit: (text: string) => string): Promise<void> {
  const file = join(seedFolder, 'facts', 'basic.json')
  await writeFile(file, edit(await readFile(file, 'utf8')))
}

it('the first start migrates and seeds, the next finds everything done', async () => {
  const first = await open()
  expect(first.migrated.length).toBeGreaterThan(0)
  expect(first.seeded?.written).toBeGreaterThan(7_000)
  expect(first.data).toEqual(await jsonSource(seedFolder).load())
  await first.close()
  const second = await open()
  expect(second).toMatchObject({ migrated: [], seeded: null, data: { version: first.data.version } })
  await second.close()
})

it('changed files are applied by the next owner, not by a command that joins', async () => {
  await (await open()).close()
  await editFacts((text) => text.replace('Aturan contoh.', 'Aturan baru.'))
  const guest = await open('guest')
  expect(guest.seeded).toBeNull()
  await guest.close()
  const owner = await open()
  expect(owner.seeded).toMatchObject({ written: 1 })
  await owner.close()
})

it('a command that finds nobody serving, and starts the server itself, brings what it answers from up to date', async () => {
  const dataDir = await scratchFolder('own')
  const openOwn = async () => {
    const store = await openStore({ dataDir, role: 'guest', poolSize: 2, seedFolder })
    if (store.kind !== 'open') throw new Error('Nobody else uses this folder.')
    return store
  }
  try {
    const first = await openOwn()
    expect(first.seeded?.written).toBeGreaterThan(7_000)
    await editFacts((text) => text.replace('Aturan contoh.', 'Aturan baru.'))
    const beside = await openOwn()
    expect(beside.seeded).toBeNull()
    await beside.close()
    await first.close()
    const alone = await openOwn()
    expect(alone.seeded).toMatchObject({ written: 1 })
    expect(JSON.stringify(alone.data)).toContain('Aturan baru.')
    await alone.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

it('corrupt files stop the start', async () => {
  await editFacts((text) => text.replace('"in_force"', '"valid"'))
  await expect(open()).rejects.toThrow(/facts\/basic\.json › rule\.1 › standing/)
})

it('the seed command checks, applies, and refuses what it does not understand', async () => {
  const said: string[] = []
  const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(`! ${line}`) }
  const target = { dataDir: '/nowhere', databaseUrl: database.url, seedFolder }
  expect(
    await seedCommand(['--check'], io, { ...target, databaseUrl: 'postgresql://127.0.0.1:1/none' }),
  ).toBe(0)
  expect(await seedCommand([], io, target)).toBe(0)
  expect(said.at(-1)).toMatch(/^Written: \d+\. Deleted: 0\. Kept as an officer edited them: 0\.$/)
  await editFacts((text) => text.replace('"in_force"', '"valid"'))
  expect(await seedCommand(['--check'], io, target)).toBe(1)
  expect(said.join('\n')).toContain('!   facts/basic.json › rule.1 › standing')
  expect(await seedCommand(['--chekc'], io, target)).toBe(2)
})
