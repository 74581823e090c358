import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { packageRoot } from '../package-root.ts'

/** One start migrates at a time; the others wait and then find nothing to do. */
const MIGRATION_LOCK = 7_312_002

export interface Migration {
  readonly name: string
  readonly sql: string
}

export function migrationsFolder(): string {
  return join(packageRoot(), 'prisma', 'migrations')
}

export async function readMigrations(folder = migrationsFolder()): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

/**
 * Brings the database to the newest migration and returns the names of those applied now. The history is Prisma's own
 * table, so that `prisma migrate deploy` sees the same. When nothing is pending, which is nearly every start, the
 * schema engine is not loaded at all.
 */
export async function migrate(url: string, folder = migrationsFolder()): Promise<readonly string[]> {
  const migrations = await readMigrations(folder)
  const session = new pg.Client({ connectionString: url, application_name: 'jalur-resmi migrate' })
  await session.connect()
  try {
    if ((await pendingOf(session, migrations)).pending.length === 0) return []
    await session.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const { pending, failed } = await pendingOf(session, migrations)
    if (pending.length === 0) return []
    const { openSchemaEngine, NO_FILTER } = await import('./schema-engine.ts')
    const { engine, close } = await openSchemaEngine(url)
    try {
      await forgetFailed(engine, failed)
      const migrationsList = asList(folder, migrations)
      const done = await engine.applyMigrations({ migrationsList, filters: NO_FILTER })
      return done.appliedMigrationNames
    } finally {
      await close()
    }
  } finally {
    await session.end() // releases the lock
  }
}

/** Prisma's form of a migrations folder. */
export function asList(folder: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

interface Applied {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

async function pendingOf(session: pg.Client, migrations: readonly Migration[]) {
  const applied = await appliedMigrations(session)
  const finished = new Map(applied.filter((row) => row.finished).map((row) => [row.name, row.checksum]))
  for (const { name, sql } of migrations) {
    const checksum = finished.get(name)
    if (checksum !== undefined && checksum !== sha256(sql))
      throw new Error(
        `The migration ${name} was changed after this database applied it. Restore the file and put the change into a new migration.`,
      )
  }
  return {
    pending: migrations.filter(({ name }) => !finished.has(name)),
    failed: applied.filter((row) => !row.finished).map((row) => row.name),
  }
}

async function appliedMigrations(session: pg.Client): Promise<readonly Applied[]> {
  const table = await session.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  )
  if (table.rows[0]?.exists !== true) return []
  const { rows } = await session.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

/** A migration runs in one transaction, so a failed one left nothing behind and may simply be tried again. */
async function forgetFailed(engine: SchemaEngine, failed: readonly string[]): Promise<void> {
  for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
