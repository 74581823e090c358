/**
 * PostgreSQL for the store tests: one server per run, one database per test, copied from a template: migrated, or also
 * seeded with the fixture, which a test need not wait for.
 * With TEST_DATABASE_URL the server is yours (the user must be allowed to create databases); else an embedded one in a
 * folder that is removed afterwards.
 */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { createClient } from '../../src/database/client.ts'
import { ensureServer } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { toRecords } from '../../src/knowledge/records.store.ts'
import { loadSeed } from '../../src/knowledge/seed/load-seed.ts'
import { applySeed } from '../../src/knowledge/seed.store.ts'
import { scratchFolder } from './scratch.ts'
import { fixtureFiles } from './seed-fixture.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    templates: Readonly<Record<'migrated' | 'seeded', string>>
  }
}

/** Vitest's global setup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const name = `jalur_template_${randomBytes(6).toString('hex')}`
  const templates = { migrated: name, seeded: `${name}_seeded` }
  await run(server.url, `CREATE DATABASE ${templates.migrated}`)
  await migrate(withDatabase(server.url, templates.migrated))
  await run(server.url, `CREATE DATABASE ${templates.seeded} TEMPLATE ${templates.migrated}`)
  await seedFixture(withDatabase(server.url, templates.seeded))
  project.provide('serverUrl', server.url)
  project.provide('templates', templates)
  return async () => {
    for (const template of Object.values(templates)) await drop(server.url, template)
    await server.stop()
  }
}

async function seedFixture(url: string): Promise<void> {
  const db = createClient(url, { poolSize: 1 })
  await applySeed(db, toRecords(await loadSeed(await fixtureFiles())), FIXTURE_HASH)
  await db.$disconnect()
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined && url !== '') return { url, stop: async () => undefined }
  const folder = await scratchFolder('test')
  const server = await ensureServer(join(folder, 'postgres'))
  // It is thrown away after the run: no test pulls the plug of the machine, and waiting for the disk costs the most.
  for (const setting of ['fsync', 'full_page_writes'])
    await run(server.url, `ALTER SYSTEM SET ${setting} = off`)
  await run(server.url, 'SELECT pg_reload_conf()')
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** What a seeded database says of the files it was made from. */
export const FIXTURE_HASH = 'fixture'

/** A database of one's own: `empty` has no table, `migrated` no row, `seeded` holds the fixture. */
export async function freshDatabase(
  state: 'empty' | 'migrated' | 'seeded' = 'migrated',
): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `jalur_test_${randomBytes(6).toString('hex')}`
  const template = state === 'empty' ? 'template0' : inject('templates')[state]
  await run(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => drop(serverUrl, name),
  }
}

const IN_USE = '55006'

/**
 * PostgreSQL itself waits some seconds for connections that are just closing; cut off by force, they end with an error that
 * nobody listens to any more. Those that stay are what a test left open.
 */
async function drop(serverUrl: string, name: string): Promise<void> {
  try {
    await run(serverUrl, `DROP DATABASE IF EXISTS ${name}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== IN_USE) throw error
    await run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

/** One statement on a connection of its own. */
export async function run(url: string, sql: string, values: unknown[] = []): Promise<void> {
  await query(url, sql, values)
}

export async function query<T extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
