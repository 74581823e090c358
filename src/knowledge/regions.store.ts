import { asId, type RegionCode } from '../core/ids.ts'
import type { Reads, Sql } from '../database/sql.ts'
import type { Region } from './region.ts'
import type { RecordRows } from './rows.store.ts'

/** All places of the country. One raw query: nearly eight thousand rows, with nothing to look up around them. */
export async function readRegions(db: Reads): Promise<readonly Region[]> {
  const [found] = await db.$queryRawUnsafe<{ rows: StoredRegion[] | null }[]>(
    'SELECT json_agg(json_build_array(code, kind, name, parent_code, aliases, lat, lon)) AS rows FROM region',
  )
  return (found?.rows ?? []).map(([code, kind, name, parent, aliases, lat, lon]) => ({
    code: asId<RegionCode>(code),
    kind,
    name,
    parent: parent as RegionCode | null,
    aliases,
    position: lat === null || lon === null ? null : { lat, lon },
  }))
}

type StoredRegion = [string, Region['kind'], string, string | null, string[], number | null, number | null]

export function regionRows({ code, kind, name, parent, aliases, position }: Region): RecordRows {
  const place = { lat: position?.lat ?? null, lon: position?.lon ?? null }
  return { region: [{ code, kind, name, parentCode: parent, aliases: [...aliases], ...place }] }
}

/** Those of the codes that no region has; nothing is known of any before the first seeding. */
export async function unknownRegions(sql: Sql, codes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql.query<{ code: string }>(
    `SELECT code FROM unnest($1::text[]) AS code
     WHERE EXISTS (SELECT FROM region) AND NOT EXISTS (SELECT FROM region r WHERE r.code = code.code)`,
    [codes],
  )
  return rows.map(({ code }) => code)
}
