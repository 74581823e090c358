import { randomUUID } from 'node:crypto'
import type { Sql } from '../database/sql.ts'
import type { AlertDraft } from './alert.ts'
import { startLevel } from './levels.ts'
import { ALERT_TIMES, advance } from './lifecycle.ts'
import { ALERT_COLUMNS, type AlertRow, alertOf, audit, saveStatus } from './rows.store.ts'

/**
 * Raises what the rules asked for, in the transaction of whatever happened. A matter that is open already is counted; what
 * it newly knows (a case, a region) is added. Gives the ids, new and known.
 */
export async function raiseAlerts(
  tx: Sql,
  drafts: readonly AlertDraft[],
  at: Date,
): Promise<readonly string[]> {
  const merged = mergeByKey(drafts)
  if (merged.length === 0) return []
  const { rows } = await tx.query<AlertRow & { fresh: boolean; dedup_key: string }>(
    `INSERT INTO alert (id, kind, severity, dedup_key, count, case_id, agreement_id, region_code, level, params, last_turn,
       raised_at, since)
     SELECT n.id, n.kind, n.severity, n.key, n.count, n.case_id, n.agreement, n.region, n.level::alert_level, n.params,
       n.turn, $2, $2
     FROM unnest($1::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::text[], $9::text[], $10::text[],
       $11::jsonb[], $12::text[]) AS n (id, kind, severity, key, count, case_id, agreement, region, level, params, turn)
     ON CONFLICT (dedup_key) WHERE state <> 'resolved' DO UPDATE SET
       count = alert.count + CASE WHEN alert.last_turn = excluded.last_turn THEN 0 ELSE excluded.count END,
       last_turn = excluded.last_turn,
       case_id = coalesce(alert.case_id, excluded.case_id),
       params = alert.params || excluded.params
         || CASE WHEN alert.params ? 'number' THEN jsonb_build_object('number', alert.params -> 'number') ELSE '{}' END
     RETURNING ${ALERT_COLUMNS}, (xmax = 0) AS fresh, dedup_key`,
    [
      merged.map(() => randomUUID()),
      at,
      merged.map(({ draft }) => draft.kind),
      merged.map(({ draft }) => draft.severity),
      merged.map(({ draft }) => draft.dedupKey),
      merged.map(({ count }) => count),
      merged.map(({ draft }) => draft.caseId),
      merged.map(({ draft }) => draft.agreementId),
      merged.map(({ draft }) => draft.region),
      merged.map(({ draft }) => startLevel(draft.region)),
      merged.map(({ draft }) => JSON.stringify(draft.params)),
      merged.map(({ draft }) => draft.turn),
    ],
  )
  const byKey = new Map(rows.map((row) => [row.dedup_key, row]))
  const links = merged.flatMap(({ draft, caseIds }) =>
    caseIds.map((caseId) => ({ alertId: byKey.get(draft.dedupKey)?.id, caseId })),
  )
  const linked =
    links.length > 0 &&
    tx.query(
      'INSERT INTO alert_case (alert_id, case_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING',
      [links.map(({ alertId }) => alertId), links.map(({ caseId }) => caseId)],
    )
  const noted = audit(
    tx,
    at,
    rows
      .filter(({ fresh }) => fresh)
      .map((row) => ({
        action: 'alert_raised',
        alertId: row.id,
        caseId: row.case_id,
        region: alertOf(row).region,
        detail: { kind: row.kind, severity: row.severity },
      })),
  )
  await Promise.all([linked, noted])
  for (const { draft } of merged) {
    const row = byKey.get(draft.dedupKey)
    if (row === undefined || row.region_code !== null || draft.region === null) continue
    await tx.query('UPDATE alert SET region_code = $2 WHERE id = $1 AND region_code IS NULL', [
      row.id,
      draft.region,
    ])
    const { status, severity } = alertOf(row)
    const found = advance(
      status,
      { kind: 'region_found' },
      at,
      { severity, region: draft.region },
      ALERT_TIMES,
    )
    if (found !== status) await saveStatus(tx, row.id, found)
  }
  return rows.map(({ id }) => id)
}

interface Merged {
  readonly draft: AlertDraft
  readonly count: number
  readonly caseIds: readonly string[]
}

/** One row for each key, in one order: two processes that raise the same ones take their locks alike. */
function mergeByKey(drafts: readonly AlertDraft[]): readonly Merged[] {
  const byKey = new Map<string, AlertDraft[]>()
  for (const draft of drafts) byKey.set(draft.dedupKey, [...(byKey.get(draft.dedupKey) ?? []), draft])
  return [...byKey.keys()].sort().flatMap((key) => {
    const same = byKey.get(key) ?? []
    const [first] = same
    if (first === undefined) return []
    let draft = first
    for (const next of same.slice(1))
      draft = {
        ...draft,
        caseId: draft.caseId ?? next.caseId,
        region: draft.region ?? next.region,
        params: { ...draft.params, ...next.params },
        turn: next.turn,
      }
    const turns = same.filter(
      ({ turn }, at) => turn === null || same.findIndex((d) => d.turn === turn) === at,
    )
    const caseIds = [...new Set(same.flatMap(({ caseId }) => caseId ?? []))]
    return [{ draft, count: turns.length, caseIds }]
  })
}
