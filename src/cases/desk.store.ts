import type {
  CaseKind,
  CaseNumber,
  CaseOutcome,
  CaseState,
  CaseView,
  HandoverState,
  ReminderKind,
  ReminderView,
} from '../core/case.ts'
import type { Sql } from '../database/sql.ts'

/** A case that is over is still told of for so long. */
const TOLD_AFTER_END_MS = 30 * 86_400_000

interface Row {
  readonly lane: string
  readonly number: CaseNumber | null
  readonly kind: string
  readonly state: CaseState
  readonly anonymous: boolean
  readonly opened_at: Date
  readonly changed_at: Date
  readonly acknowledged_at: Date | null
  readonly outcome: CaseOutcome | null
  readonly handover: HandoverState
  readonly talked_at: Date | null
  readonly on_day: string | null
}

/**
 * Cases and reminders of the people in these lanes, newest first; lanes without any are missing. One statement for a whole
 * batch, on two indexes that are as small as what is open: it runs before every batch.
 */
export async function readDesks(
  tx: Sql,
  lanes: readonly string[],
  now: Date,
): Promise<
  ReadonlyMap<string, { readonly cases: readonly CaseView[]; readonly reminders: readonly ReminderView[] }>
> {
  const { rows } = await tx.query<Row>(
    // Cases told on another channel of the same person come along; a talk with an officer stays where it is held.
    `WITH sides AS (
       SELECT own.id AS lane, other.id AS side
       FROM conversation own JOIN conversation other ON other.person_id = own.person_id WHERE own.id = ANY($1::text[]))
     SELECT lane, number, kind::text, state::text, anonymous, opened_at, changed_at, acknowledged_at, outcome,
       CASE WHEN lane = side THEN handover::text ELSE 'none' END AS handover, talked_at, NULL AS on_day
     FROM sides JOIN case_file ON conversation_id = side
     WHERE resolved_at IS NULL OR resolved_at > $2
     UNION ALL
     SELECT conversation_id, NULL, kind, 'open', false, created_at, created_at, NULL, NULL, 'none', NULL, on_day
     FROM reminder WHERE conversation_id = ANY($1::text[]) AND ended_at IS NULL
     ORDER BY opened_at DESC`,
    [lanes, new Date(now.getTime() - TOLD_AFTER_END_MS)],
  )
  const desks = new Map<string, { cases: CaseView[]; reminders: ReminderView[] }>()
  for (const row of rows) {
    const desk = desks.get(row.lane) ?? { cases: [], reminders: [] }
    desks.set(row.lane, desk)
    if (row.number === null) desk.reminders.push({ kind: row.kind as ReminderKind, on: row.on_day })
    else desk.cases.push(toView(row, row.number))
  }
  return desks
}

function toView(row: Row, number: CaseNumber): CaseView {
  return {
    number,
    kind: row.kind as CaseKind,
    state: row.state,
    anonymous: row.anonymous,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    acknowledgedAt: row.acknowledged_at,
    outcome: row.outcome,
    handover: row.handover,
    talkedAt: row.talked_at,
  }
}
