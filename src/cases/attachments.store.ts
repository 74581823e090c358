import { type FetchedMedia, type FetchMedia, MEDIA_TYPES } from '../core/media.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { type AttachmentRefusal, MOST_BYTES } from './attachment-limits.ts'
import { openAt, sealFile } from './sealed.ts'

export interface FetchOptions {
  readonly sql: Sql
  readonly vault: Vault
  /** Whose files: of one way in, which alone can fetch them. */
  readonly channel: string
  readonly account: string
  readonly fetchMedia: FetchMedia
  readonly now: () => Date
  readonly signal: AbortSignal
}

const TRIES = 3
const AT_ONCE = 20
const FETCH_MS = 30_000

/**
 * Fetches files of reports that wait, seals and keeps them. Nothing is held while a vendor is asked: what a dead process
 * was fetching is fetched again. Gives how many are over.
 */
export async function fetchAttachments(options: FetchOptions): Promise<number> {
  const { sql, vault, channel, account, now } = options
  const { rows } = await sql.query<{ id: string; reference: Buffer; attempts: number }>(
    `SELECT id, reference, attempts FROM case_attachment
     WHERE reference IS NOT NULL AND channel = $1 AND account = $2
       AND created_at + attempts * interval '2 minutes' <= $3
     ORDER BY created_at LIMIT ${AT_ONCE}`,
    [channel, account, now()],
  )
  let over = 0
  for (const { id, reference, attempts } of rows) {
    if (options.signal.aborted) return over
    const fetched = await fetchOne(openAt(vault, 'reference', id, reference), options)
    const again = fetched.kind === 'refused' && fetched.reason === 'network' && attempts + 1 < TRIES
    if (again) await sql.query('UPDATE case_attachment SET attempts = attempts + 1 WHERE id = $1', [id])
    else {
      await keep(options, id, fetched)
      over += 1
    }
  }
  return over
}

async function fetchOne(reference: string, { fetchMedia, signal }: FetchOptions): Promise<FetchedMedia> {
  try {
    return await fetchMedia(reference, AbortSignal.any([signal, AbortSignal.timeout(FETCH_MS)]))
  } catch {
    return { kind: 'refused', reason: 'network' }
  }
}

async function keep({ sql, vault }: FetchOptions, id: string, fetched: FetchedMedia): Promise<void> {
  const refusal = refusalOf(fetched)
  if (refusal === null && fetched.kind === 'media')
    await sql.query(
      `UPDATE case_attachment SET content = $2, mime = $3, bytes = $4, reference = NULL, attempts = attempts + 1
       WHERE id = $1 AND reference IS NOT NULL`,
      [id, sealFile(vault, id, fetched.bytes), fetched.mime, fetched.bytes.byteLength],
    )
  else
    await sql.query(
      `UPDATE case_attachment SET refusal = $2, reference = NULL, attempts = attempts + 1
       WHERE id = $1 AND reference IS NOT NULL`,
      [id, refusal],
    )
}

function refusalOf(fetched: FetchedMedia): AttachmentRefusal | null {
  if (fetched.kind === 'media') {
    if (fetched.bytes.byteLength > MOST_BYTES) return 'too_large'
    return (MEDIA_TYPES as readonly string[]).includes(fetched.mime) ? null : 'wrong_type'
  }
  switch (fetched.reason) {
    case 'too_big':
      return 'too_large'
    case 'type':
      return 'wrong_type'
    case 'gone':
      return 'gone'
    case 'network':
      return 'failed'
  }
}
