import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diffToSchema } from '../../src/database/diff.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/database/migrate.ts'
import { packageRoot } from '../../src/package-root.ts'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'
import { scratchFolder } from '../support/scratch.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await freshDatabase('empty')
})
afterEach(() => database.drop())

const schema = await readFile(join(packageRoot(), 'prisma', 'schema.prisma'), 'utf8')

it('the migrations equal schema.prisma', async () => {
  await migrate(database.url)
  expect(await diffToSchema(database.url, schema)).toBe('')
  await run(database.url, 'ALTER TABLE person DROP COLUMN consented_at')
  expect(await diffToSchema(database.url, schema)).toContain('ADD COLUMN     "consented_at"')
})

it('are applied once, and kept in the history that Prisma reads', async () => {
  const names = (await readMigrations()).map(({ name }) => name)
  expect(await migrate(database.url)).toEqual(names)
  expect(await migrate(database.url)).toEqual([])
  const history = await query<{ name: string }>(
    database.url,
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at',
  )
  expect(history.map(({ name }) => name)).toEqual(names)
})

it('are applied once when two starts come at the same moment', async () => {
  const applied = await Promise.all([migrate(database.url), migrate(database.url)])
  expect(applied.map((names) => names.length).sort()).toEqual([0, (await readMigrations()).length])
})

describe('with a further migration', () => {
  let folder: string
  beforeEach(async () => {
    folder = await scratchFolder('migrations')
    await cp(migrationsFolder(), folder, { recursive: true })
    await migrate(database.url, folder)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const write = async (sql: string) => {
    await mkdir(join(folder, '99991231000000_next'), { recursive: true })
    await writeFile(join(folder, '99991231000000_next', 'migration.sql'), sql)
  }

  it('a failing one leaves nothing behind and is applied once it is mended', async () => {
    await write('CREATE TABLE half (id int); CREATE TABLE half (id int);')
    await expect(migrate(database.url, folder)).rejects.toThrow('half')
    const [left] = await query<{ found: string | null }>(database.url, `SELECT to_regclass('half') AS found`)
    expect(left?.found).toBeNull()
    await write('CREATE TABLE half (id int);')
    expect(await migrate(database.url, folder)).toEqual(['99991231000000_next'])
  })

  it('an applied one must not change', async () => {
    await write('CREATE TABLE more (id int);')
    await migrate(database.url, folder)
    await write('CREATE TABLE more (id bigint);')
    await expect(migrate(database.url, folder)).rejects.toThrow('99991231000000_next was changed')
  })
})
