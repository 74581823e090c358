import type { ChannelName } from '../core/channel.ts'
import type { Sql } from '../database/sql.ts'

/** A message as it is inserted: nothing in it can be read without the key. */
export interface InboxRow {
  readonly channel: ChannelName
  readonly externalKey: string
  readonly lane: string
  readonly order: number | null
  readonly receivedAt: Date
  readonly content: Buffer
}

/** All rows in one commit. True for each that is new; false for one that is there already. */
export async function insertMessages(sql: Sql, rows: readonly InboxRow[]): Promise<readonly boolean[]> {
  const { rows: inserted } = await sql.query<{ external_key: string }>(
    `INSERT INTO inbox (channel, external_key, lane, vendor_order, received_at, content)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::timestamptz[], $6::bytea[])
     ON CONFLICT (channel, external_key) DO NOTHING
     RETURNING external_key`,
    [
      rows.map(({ channel }) => channel),
      rows.map(({ externalKey }) => externalKey),
      rows.map(({ lane }) => lane),
      rows.map(({ order }) => order),
      rows.map(({ receivedAt }) => receivedAt),
      rows.map(({ content }) => content),
    ],
  )
  // The same message twice among the rows is inserted once: its first place counts as new.
  const fresh = new Set(inserted.map(({ external_key }) => external_key))
  return rows.map(({ externalKey }) => fresh.delete(externalKey))
}
