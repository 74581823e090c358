import type { Database, Transaction } from '../database/client.ts'
import type { Reads } from '../database/sql.ts'
import { insertRows, upsertRows } from './bulk.store.ts'
import { type KeptRecord, keptRecords } from './kept.store.ts'
import type { SeedRecord } from './records.store.ts'
import { keyColumn, RECORD_TABLES, type RecordTable, type RowOf, type Table } from './rows.store.ts'
import { type StoredRecord, storedRecords } from './stored-records.store.ts'

export interface SeedReport {
  readonly written: number
  readonly deleted: number
  /** Records an officer edited that differ from the seed files; they stay as they are. */
  readonly kept: readonly KeptRecord[]
}

const SEED_LOCK = 7_312_003

/** The hash of the files applied last, or null in a new database. */
export async function lastSeedHash(db: Reads): Promise<string | null> {
  const [run] = await db.$queryRawUnsafe<{ hash: string }[]>(
    'SELECT files_hash AS hash FROM seed_run ORDER BY id DESC LIMIT 1',
  )
  return run?.hash ?? null
}

/**
 * Makes the database say what the seed files say, in one transaction: new and changed records are written, those that
 * left the files are deleted, those an officer edited are left alone and reported. Applying the same files again writes
 * nothing.
 */
export async function applySeed(
  db: Database,
  records: readonly SeedRecord[],
  filesHash: string,
): Promise<SeedReport> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK}::int)`
      const stored = await storedRecords(tx)
      const changed = records.filter(({ table, key, hash }) => {
        const known = stored.get(`${table} ${key}`)
        return known === undefined || (known.editedBy === null && known.seedHash !== hash)
      })
      const deleted = await replace(tx, changed, gone(records, stored))
      const kept = await keptRecords(tx, records, stored)
      const report = { written: changed.length, deleted, kept }
      if (changed.length + deleted > 0 || (await lastSeedHash(tx)) !== filesHash)
        await tx.seedRun.create({ data: { ...report, filesHash, kept: JSON.parse(JSON.stringify(kept)) } })
      return report
    },
    { timeout: 120_000, maxWait: 60_000 },
  )
}

/** Seed records that are no longer in the files. What officers entered never had a seed hash. */
function gone(records: readonly SeedRecord[], stored: ReadonlyMap<string, StoredRecord>): StoredRecord[] {
  const seeded = new Set(records.map(({ table, key }) => `${table} ${key}`))
  return [...stored.values()].filter(
    ({ table, key, seedHash, editedBy }) =>
      seedHash !== null && editedBy === null && !seeded.has(`${table} ${key}`),
  )
}

/** Others point at these, so they are updated in place and deleted last, and only when nothing points at them. */
const REFERENCED = {
  source: 'NOT EXISTS (SELECT FROM citation WHERE source_id = source.id)',
  institution: 'NOT EXISTS (SELECT FROM agreement_party WHERE institution_id = institution.id)',
  region: `NOT EXISTS (SELECT FROM agreement WHERE region_code = region.code)
    AND NOT EXISTS (SELECT FROM agreement_party WHERE region_code = region.code)
    AND NOT EXISTS (SELECT FROM contact WHERE region_code = region.code)
    AND NOT EXISTS (SELECT FROM region inside WHERE inside.parent_code = region.code)`,
  stage: 'NOT EXISTS (SELECT FROM stage_step WHERE stage_id = stage.id)',
} as const satisfies Partial<Record<RecordTable, string>>

function isReferenced(table: RecordTable): table is keyof typeof REFERENCED {
  return table in REFERENCED
}

async function replace(
  tx: Transaction,
  changed: readonly SeedRecord[],
  left: readonly StoredRecord[],
): Promise<number> {
  let deleted = 0
  // Everything that nobody points at goes first and comes back new, with what hangs below it: a sign or the national
  // line may move from one record to another without meeting its own old row.
  for (const table of RECORD_TABLES) {
    if (isReferenced(table)) continue
    deleted += await remove(tx, table, keysOf(left, table))
    await remove(tx, table, keysOf(changed, table))
  }
  await tx.$executeRaw`DELETE FROM citation WHERE stage_id::text = ANY(${keysOf(changed, 'stage')})`
  for (const table of RECORD_TABLES) {
    const own = changed.filter((record) => record.table === table)
    const rows = own.flatMap(({ rows, hash }) =>
      (rows[table] ?? []).map((row) => ({ ...row, seedHash: hash })),
    )
    if (isReferenced(table)) await upsertRows(tx, table, rows as RowOf[typeof table][])
    else await insertRows(tx, table, rows as RowOf[typeof table][])
  }
  for (const table of BELOW) {
    const rows = changed.flatMap((record): readonly unknown[] => record.rows[table] ?? [])
    await insertRows(tx, table, rows as RowOf[typeof table][])
  }
  // Districts before their regencies before their provinces.
  for (const length of [8, 5, 2])
    deleted += await remove(
      tx,
      'region',
      keysOf(left, 'region').filter((code) => code.length === length),
    )
  for (const table of ['institution', 'stage', 'source'] as const)
    deleted += await remove(tx, table, keysOf(left, table))
  return deleted
}

const BELOW = [
  'agreement_party',
  'signatory',
  'official',
  'scope_point',
  'milestone',
  'progress_report',
  'agreement_figure',
  'agreement_conflict',
  'citation',
] as const satisfies readonly Table[]

function keysOf(records: readonly { table: RecordTable; key: string }[], table: RecordTable): string[] {
  return records.filter((record) => record.table === table).map(({ key }) => key)
}

async function remove(tx: Transaction, table: RecordTable, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0
  const free = isReferenced(table) ? ` AND ${REFERENCED[table]}` : ''
  return tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE ${keyColumn(table)}::text = ANY($1)${free}`, keys)
}
