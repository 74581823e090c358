import type { Sql, SqlPool } from './database/sql.ts'
import type { Vault } from './privacy/vault.ts'

/** One entry of the linked device's keys; a null content deletes it. */
interface Entry {
  readonly kind: string
  readonly id: string
  readonly content: string | null
}

/** The linked device of one start: what it holds, and the right to write, which ends when another one takes it. */
export interface WhatsAppAuth {
  credentials(): Promise<string | undefined>
  read(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Contents of all entries of a kind. */
  all(kind: string): Promise<readonly string[]>
  /** Everything in one transaction, or nothing. `lost`: another process has taken the device over. */
  write(change: {
    readonly credentials?: string
    readonly entries: readonly Entry[]
  }): Promise<'written' | 'lost'>
  /** The phone removed the device: nothing of it is of use any more. */
  clear(): Promise<'written' | 'lost'>
}

export interface WhatsAppAuthStore {
  /** Takes the device over. Whoever had it before can write no more, also when it does not know that yet. */
  take(): Promise<WhatsAppAuth>
}

/** There is one linked device; the name leaves room for more. */
const LINK = 'linked'

/**
 * What a linked WhatsApp device must never lose or mix up: its credentials and Signal keys, sealed. Names of keys hold
 * telephone numbers, so that they are found by a keyed hash. Every write names the take-over it belongs to and holds its
 * row: a process that lost the lease and has not noticed cannot write between two writes of the next one.
 */
export function createWhatsAppAuthStore(sql: SqlPool, vault: Vault): WhatsAppAuthStore {
  const keyOf = (kind: string, id: string) => vault.key('whatsapp key', LINK, kind, id)
  const whereOf = (kind: string, key: string) => `whatsapp ${LINK} ${kind} ${key}`
  const CREDENTIALS = whereOf('credentials', '')

  return {
    async take() {
      const { rows } = await sql.query<{ fence: string }>(
        `INSERT INTO whatsapp_link (name, fence) VALUES ($1, 1)
         ON CONFLICT (name) DO UPDATE SET fence = whatsapp_link.fence + 1 RETURNING fence`,
        [LINK],
      )
      const fence = rows[0]?.fence
      const holds = async (tx: Sql): Promise<boolean> => {
        const { rowCount } = await tx.query(
          'SELECT 1 FROM whatsapp_link WHERE name = $1 AND fence = $2 FOR UPDATE',
          [LINK, fence],
        )
        return rowCount === 1
      }
      return {
        async credentials() {
          const { rows: found } = await sql.query<{ credentials: Buffer | null }>(
            'SELECT credentials FROM whatsapp_link WHERE name = $1',
            [LINK],
          )
          const sealed = found[0]?.credentials
          return sealed == null ? undefined : vault.open(sealed, CREDENTIALS)
        },
        async read(kind, ids) {
          const byKey = new Map(ids.map((id) => [keyOf(kind, id), id]))
          const { rows: found } = await sql.query<{ key: string; content: Buffer }>(
            'SELECT key, content FROM whatsapp_key WHERE link = $1 AND kind = $2 AND key = ANY($3::uuid[])',
            [LINK, kind, [...byKey.keys()]],
          )
          return new Map(
            found.map(({ key, content }) => [byKey.get(key) ?? key, vault.open(content, whereOf(kind, key))]),
          )
        },
        async all(kind) {
          const { rows: found } = await sql.query<{ key: string; content: Buffer }>(
            'SELECT key, content FROM whatsapp_key WHERE link = $1 AND kind = $2 ORDER BY updated_at',
            [LINK, kind],
          )
          return found.map(({ key, content }) => vault.open(content, whereOf(kind, key)))
        },
        write: ({ credentials, entries }) =>
          sql.transaction(async (tx) => {
            if (!(await holds(tx))) return 'lost'
            if (credentials !== undefined)
              await tx.query(
                'UPDATE whatsapp_link SET credentials = $2, updated_at = now() WHERE name = $1',
                [LINK, vault.seal(credentials, CREDENTIALS)],
              )
            // The last word on a key counts; one statement may not touch a row twice.
            const last = new Map(
              entries.map((one) => [`${one.kind} ${keyOf(one.kind, one.id)}`, one] as const),
            )
            const kept = [...last.values()].flatMap(({ kind, id, content }) =>
              content === null ? [] : [{ kind, key: keyOf(kind, id), content }],
            )
            const gone = [...last.values()].filter(({ content }) => content === null)
            if (kept.length > 0)
              await tx.query(
                `INSERT INTO whatsapp_key (link, kind, key, content)
                 SELECT $1, n.kind, n.key, n.content FROM unnest($2::text[], $3::uuid[], $4::bytea[]) AS n (kind, key, content)
                 ON CONFLICT (link, kind, key) DO UPDATE SET content = excluded.content, updated_at = now()`,
                [
                  LINK,
                  kept.map(({ kind }) => kind),
                  kept.map(({ key }) => key),
                  kept.map(({ kind, key, content }) => vault.seal(content, whereOf(kind, key))),
                ],
              )
            if (gone.length > 0)
              await tx.query(
                `DELETE FROM whatsapp_key USING unnest($2::text[], $3::uuid[]) AS n (kind, key)
                 WHERE whatsapp_key.link = $1 AND whatsapp_key.kind = n.kind AND whatsapp_key.key = n.key`,
                [LINK, gone.map(({ kind }) => kind), gone.map(({ kind, id }) => keyOf(kind, id))],
              )
            return 'written'
          }),
        clear: () =>
          sql.transaction(async (tx) => {
            if (!(await holds(tx))) return 'lost'
            await tx.query('DELETE FROM whatsapp_key WHERE link = $1', [LINK])
            await tx.query(
              'UPDATE whatsapp_link SET credentials = NULL, updated_at = now() WHERE name = $1',
              [LINK],
            )
            return 'written'
          }),
      }
    },
  }
}
