import type { Transaction } from '../database/client.ts'
import { keyColumn, type RecordTable, type RowOf, type Table } from './rows.store.ts'

/**
 * Writes any number of rows with one statement and one parameter: PostgreSQL takes them out of a JSON text by the
 * columns of the table. Prisma's own createMany needs a parameter per value, so the country's districts alone would be
 * cut into many statements.
 */
export async function insertRows<T extends Table>(
  db: Transaction,
  table: T,
  rows: readonly (RowOf[T] & { readonly seedHash?: string })[],
): Promise<void> {
  if (rows.length > 0) await db.$executeRawUnsafe(insertSql(table, rows), JSON.stringify(rows.map(toColumns)))
}

/** The same for records that others refer to and that therefore cannot be deleted first. */
export async function upsertRows<T extends RecordTable>(
  db: Transaction,
  table: T,
  rows: readonly (RowOf[T] & { readonly seedHash?: string })[],
): Promise<void> {
  if (rows.length === 0) return
  const key = keyColumn(table)
  const updates = columnsOf(rows)
    .filter((column) => column !== key)
    .map((column) => `"${column}" = excluded."${column}"`)
  await db.$executeRawUnsafe(
    `${insertSql(table, rows)} ON CONFLICT (${key}) DO UPDATE SET ${updates.join(', ')} WHERE ${table}.edited_by IS NULL`,
    JSON.stringify(rows.map(toColumns)),
  )
}

function insertSql(table: Table, rows: readonly object[]): string {
  const columns = columnsOf(rows)
    .map((column) => `"${column}"`)
    .join(', ')
  return `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`
}

/** Of all rows, because a citation names only the one column it stands behind. */
function columnsOf(rows: readonly object[]): string[] {
  const keys = new Set<string>()
  for (const row of rows) for (const key in row) keys.add(key)
  return [...keys].map(snake)
}

function toColumns(row: object): object {
  const columns: Record<string, unknown> = {}
  for (const key in row) columns[snake(key)] = (row as Record<string, unknown>)[key]
  return columns
}

const snaked = new Map<string, string>()

/** `parentCode` is the column `parent_code`. */
export function snake(key: string): string {
  let column = snaked.get(key)
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    snaked.set(key, column)
  }
  return column
}
