import type { Transaction } from '../database/client.ts'
import { keyColumn, RECORD_TABLES, type RecordTable } from './rows.store.ts'

/** What the database knows about the origin of a record. */
export interface StoredRecord {
  readonly table: RecordTable
  readonly key: string
  readonly seedHash: string | null
  /** The officer who edited it, or anything below it. */
  readonly editedBy: string | null
  readonly editedAt: string | null
}

/** Every record, by `<table> <key>`. */
export async function storedRecords(db: Transaction): Promise<ReadonlyMap<string, StoredRecord>> {
  const own = RECORD_TABLES.map(
    (table) => `SELECT '${table}' AS "table",
      json_agg(json_build_array(${keyColumn(table)}, seed_hash, edited_by, edited_at)) AS rows FROM ${table}`,
  )
  const found = await db.$queryRawUnsafe<
    { table: RecordTable; rows: [string, string | null, string | null, string | null][] | null }[]
  >(own.join(' UNION ALL '))
  const stored = new Map<string, StoredRecord>()
  for (const { table, rows } of found)
    for (const [key, seedHash, editedBy, editedAt] of rows ?? [])
      stored.set(`${table} ${key}`, { table, key, seedHash, editedBy, editedAt })
  for (const { key, editedBy, editedAt } of await editedBelow(db)) {
    const agreement = stored.get(`agreement ${key}`)
    if (agreement !== undefined && agreement.editedBy === null)
      stored.set(`agreement ${key}`, { ...agreement, editedBy, editedAt })
  }
  return stored
}

const BELOW_AGREEMENT = [
  'agreement_party',
  'signatory',
  'official',
  'scope_point',
  'milestone',
  'progress_report',
  'agreement_figure',
  'agreement_conflict',
]

/** Agreements of which an officer edited a part; the newest edit of each. */
async function editedBelow(
  db: Transaction,
): Promise<readonly { key: string; editedBy: string; editedAt: string }[]> {
  const parts = BELOW_AGREEMENT.map(
    (table) => `SELECT agreement_id, edited_by, edited_at FROM ${table} WHERE edited_by IS NOT NULL`,
  )
  return db.$queryRawUnsafe(
    `SELECT DISTINCT ON (agreement_id) agreement_id AS key, edited_by AS "editedBy", edited_at::text AS "editedAt"
     FROM (${parts.join(' UNION ALL ')}) part ORDER BY agreement_id, edited_at DESC`,
  )
}
