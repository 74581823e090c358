import type { ReportField } from '../core/case.ts'
import type { AttachmentKind } from '../core/input.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { AttachmentCard, Author, Status, TimelineEntry, ToldDetail } from './case-card.ts'
import { openAt, openFile } from './sealed.ts'

interface AttachmentRow {
  readonly id: string
  readonly what: AttachmentKind
  readonly mime: string | null
  readonly bytes: number | null
  readonly state: AttachmentCard['state']
}

const ATTACHMENT = `id, what, mime, bytes, CASE WHEN content IS NOT NULL THEN 'kept' WHEN refusal IS NOT NULL THEN 'refused'
  ELSE 'waiting' END AS state`
/** The newest lines of a long talk; older ones are in the database. */
const LINES = 200

/** What was told on a case and what happened to it, opened. */
export async function readDossier(
  tx: Sql,
  vault: Vault,
  caseId: string,
): Promise<{
  readonly details: readonly ToldDetail[]
  readonly timeline: readonly TimelineEntry[]
  readonly attachments: readonly AttachmentCard[]
}> {
  const details = await tx.query<{ field: ReportField; value: Buffer; created_at: Date }>(
    'SELECT field, value, created_at FROM case_detail WHERE case_id = $1 ORDER BY id',
    [caseId],
  )
  const entries = await tx.query<{
    at: Date
    author: Author
    name: string | null
    kind: 'message' | 'note' | 'status'
    text: Buffer | null
    status: Status | null
  }>(
    `SELECT e.at, e.author, o.name, e.kind, e.text, e.status
     FROM (SELECT * FROM case_entry WHERE case_id = $1 ORDER BY id DESC LIMIT ${LINES}) AS e
     LEFT JOIN officer o ON o.id = e.officer_id ORDER BY e.id`,
    [caseId],
  )
  const attachments = await tx.query<AttachmentRow>(
    `SELECT ${ATTACHMENT} FROM case_attachment WHERE case_id = $1 ORDER BY created_at, id`,
    [caseId],
  )
  return {
    details: details.rows.map(({ field, value, created_at }) => ({
      field,
      text: openAt(vault, 'detail', caseId, value),
      at: created_at,
    })),
    timeline: entries.rows.flatMap(({ at, author, name, kind, text, status }): TimelineEntry[] => {
      const said = { at, author, by: name }
      if (kind === 'status') return status === null ? [] : [{ ...said, kind, status }]
      return text === null ? [] : [{ ...said, kind, text: openAt(vault, 'entry', caseId, text) }]
    }),
    attachments: attachments.rows,
  }
}

/** One file of a case; undefined: there is none, or nothing of it is kept. */
export async function readFile(
  tx: Sql,
  vault: Vault,
  caseId: string,
  attachmentId: string,
): Promise<{ readonly card: AttachmentCard; readonly content: Buffer } | undefined> {
  const { rows } = await tx.query<AttachmentRow & { readonly content: Buffer }>(
    `SELECT ${ATTACHMENT}, content FROM case_attachment
     WHERE case_id = $1 AND id::text = $2 AND content IS NOT NULL`,
    [caseId, attachmentId],
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { content, ...card } = row
  return { card, content: openFile(vault, card.id, content) }
}
