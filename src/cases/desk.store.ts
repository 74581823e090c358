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

/** A lane and the person it is known to be of. */
export interface KnownLane {
  readonly lane: string
  readonly personId: string
}

/**
 * Cases and reminders of the people in these lanes, newest first; lanes without any are missing. Whoever joined two
 * channels finds them on both. One statement for a whole batch, on two indexes: it runs before every batch.
 */
export async function readDesks(
  tx: Sql,
  lanes: readonly KnownLane[],
  now: Date,
): Promise<
  ReadonlyMap<string, { readonly cases: readonly CaseView[]; readonly reminders: readonly ReminderView[] }>
> {
  const { rows } = await tx.query<Row>(
    `WITH asked AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS a (lane, person_id))
     SELECT a.lane, number, kind::text, state::text, anonymous, opened_at, changed_at, acknowledged_at, outcome,
       handover::text, talked_at, NULL AS on_day
     FROM asked a JOIN case_file c ON c.person_id = a.person_id
     WHERE resolved_at IS NULL OR resolved_at > $3
     UNION ALL
     SELECT a.lane, NULL, kind, 'open', false, created_at, created_at, NULL, NULL, 'none', NULL, on_day
     FROM asked a JOIN reminder r ON r.person_id = a.person_id WHERE ended_at IS NULL
     ORDER BY opened_at DESC`,
    [
      lanes.map(({ lane }) => lane),
      lanes.map(({ personId }) => personId),
      new Date(now.getTime() - TOLD_AFTER_END_MS),
    ],
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
