import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '../database/client.ts'
import { readContent } from './knowledge.store.ts'
import { type SeedRecord, toRecords } from './records.store.ts'
import type { RecordTable } from './rows.store.ts'
import type { StoredRecord } from './stored-records.store.ts'

/** A record that an officer edited and the seeder therefore left alone. */
export interface KeptRecord {
  readonly table: RecordTable
  readonly key: string
  readonly editedBy: string
  readonly editedAt: string
  /** Fields that the seed files tell otherwise; empty when the record is no longer in them. */
  readonly differs: readonly string[]
}

/** The edited records that no longer say what the files say. */
export async function keptRecords(
  db: Transaction,
  seeded: readonly SeedRecord[],
  stored: ReadonlyMap<string, StoredRecord>,
): Promise<readonly KeptRecord[]> {
  const edited = [...stored.values()].filter(
    ({ editedBy, seedHash }) => editedBy !== null && seedHash !== null,
  )
  if (edited.length === 0) return []
  const [inFiles, inDatabase] = [byKey(seeded), byKey(toRecords(await readContent(db)))]
  return edited.flatMap(({ table, key, editedBy, editedAt }) => {
    const [theirs, ours] = [inFiles.get(`${table} ${key}`), inDatabase.get(`${table} ${key}`)]
    const differs =
      theirs === undefined || ours === undefined ? [] : differentFields(theirs.value, ours.value)
    if (theirs !== undefined && differs.length === 0) return []
    return [{ table, key, editedBy: editedBy ?? '', editedAt: editedAt ?? '', differs }]
  })
}

function byKey(records: readonly SeedRecord[]): ReadonlyMap<string, SeedRecord> {
  return new Map(records.map((record) => [`${record.table} ${record.key}`, record]))
}

function differentFields(theirs: object, ours: object): string[] {
  const left = theirs as Record<string, unknown>
  const right = ours as Record<string, unknown>
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (field) => !isDeepStrictEqual(left[field], right[field]),
  )
}
