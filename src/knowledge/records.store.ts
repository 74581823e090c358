import { hash } from 'node:crypto'
import type { Source } from '../core/citation.ts'
import { agreementRows, institutionRows } from './agreements.store.ts'
import { sourceRow } from './citations.store.ts'
import { contactRows } from './contacts.store.ts'
import type { KnowledgeContent } from './content.ts'
import { destinationRows, factRows, stageRows } from './facts.store.ts'
import { regionRows } from './regions.store.ts'
import { keyColumn, RECORD_TABLES, type RecordRows, type RecordTable } from './rows.store.ts'

/** One thing that is seeded and edited as a whole, both as its rows and as the domain knows it. */
export interface SeedRecord {
  readonly table: RecordTable
  readonly key: string
  /** Of everything in the record, its citations included. */
  readonly hash: string
  readonly rows: RecordRows
  readonly value: object
}

/** A content cut into records. */
export function toRecords({
  content,
  sources,
}: {
  readonly content: KnowledgeContent
  readonly sources: readonly Source[]
}): readonly SeedRecord[] {
  return [
    ...sources.map((value) => record({ source: [sourceRow(value)] }, value)),
    ...content.regions.map((value) => record(regionRows(value), value)),
    ...content.institutions.map((value) => record(institutionRows(value), value)),
    ...content.destinations.map((value) => record(destinationRows(value), value)),
    ...content.stages.map((value) => record(stageRows(value), value)),
    ...content.facts.map((value) => record(factRows(value), value)),
    ...content.agreements.map((value) => record(agreementRows(value), value)),
    ...content.contacts.map((value) => record(contactRows(value), value)),
  ]
}

function record(rows: RecordRows, value: object): SeedRecord {
  for (const table of RECORD_TABLES) {
    const [own] = rows[table] ?? []
    if (own === undefined) continue
    const key = (own as unknown as Record<string, string>)[keyColumn(table)]
    if (key === undefined) throw new Error(`A row of ${table} has no key.`)
    return { table, key, hash: hash('sha256', JSON.stringify(rows), 'base64url'), rows, value }
  }
  throw new Error('A record without a row of its own.')
}
