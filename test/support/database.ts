/**
 * PostgreSQL for the store tests: one server per run, one database per test file, copied from a migrated template.
 * With TEST_DATABASE_URL the server is yours (the user must be allowed to create databases); else an embedded one in a
 * folder that is removed afterwards.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { ensureServer } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** Vitest's global setup. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `jalur_template_${randomBytes(6).toString('hex')}`
  await run(server.url, `CREATE DATABASE ${template}`)
  await migrate(withDatabase(server.url, template))
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return async () => {
    await run(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await server.stop()
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url !== undefined && url !== '') return { url, stop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'jalur-test-'))
  const server = await ensureServer(join(folder, 'postgres'))
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

/** A migrated database of one's own; `empty` gives one without any table. */
export async function freshDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `jalur_test_${randomBytes(6).toString('hex')}`
  const template = options.empty ? 'template0' : inject('template')
  await run(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
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
