import type { Reads } from '../database/sql.ts'
import type { RowOf, Table } from './rows.store.ts'

/** Everything that is read as whole tables; regions, of which there are thousands, have a leaner way of their own. */
const TABLES = [
  'institution',
  'source',
  'citation',
  'agreement',
  'agreement_party',
  'signatory',
  'official',
  'scope_point',
  'milestone',
  'progress_report',
  'agreement_figure',
  'agreement_conflict',
  'stage',
  'stage_step',
  'legal_rule',
  'destination',
  'destination_note',
  'danger_sign',
  'figure',
  'guidance',
  'contact',
  'mission',
] as const satisfies readonly Table[]
type ReadTable = (typeof TABLES)[number]

export type Tables = { readonly [T in ReadTable]: readonly RowOf[T][] }

/** Tables whose rows stand in an order below another row. */
const ORDERED: ReadonlySet<string> = new Set([
  'citation',
  'agreement_party',
  'signatory',
  'official',
  'scope_point',
  'milestone',
  'progress_report',
  'agreement_figure',
  'agreement_conflict',
])

/**
 * The whole knowledge in one round trip. Twenty findMany would each be compiled on a first start, which takes longer
 * than all the reading; here PostgreSQL hands over finished JSON.
 */
export async function readTables(db: Reads): Promise<Tables> {
  const queries = TABLES.map((table) => {
    const order = ORDERED.has(table) ? ' ORDER BY position' : ''
    // A citation has one column for each thing it may stand behind: all but one are null.
    const row = table === 'citation' ? 'json_strip_nulls(row_to_json(x))' : 'x'
    return `SELECT '${table}' AS "table", json_agg(${row}${order}) AS rows FROM ${table} x`
  })
  const found = await db.$queryRawUnsafe<{ table: ReadTable; rows: Record<string, unknown>[] | null }[]>(
    queries.join(' UNION ALL '),
  )
  const tables: Partial<Record<ReadTable, unknown[]>> = {}
  for (const { table, rows } of found) tables[table] = (rows ?? []).map(toFields)
  return tables as unknown as Tables
}

const fields = new Map<string, string>()

/** `parent_code` is the field `parentCode`; what a JSON column holds stays as it is. */
function toFields(row: Record<string, unknown>): Record<string, unknown> {
  const converted: Record<string, unknown> = {}
  for (const column in row) {
    let field = fields.get(column)
    if (field === undefined) {
      field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      fields.set(column, field)
    }
    converted[field] = row[column]
  }
  return converted
}
