import type { CaseKind, CaseNumber, CaseOutcome, CaseState, HandoverState } from '../core/case.ts'
import type { CountryCode, RegionCode } from '../core/ids.ts'
import type { DangerSign } from '../core/topic.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import type { CaseCard } from './case-card.ts'
import { joinedByEach } from './joined.store.ts'
import { keysOf, namesSearched } from './names.ts'

export interface CardRow {
  readonly id: string
  readonly number: CaseNumber
  readonly kind: CaseKind
  readonly state: CaseState
  readonly region_code: RegionCode | null
  readonly country: CountryCode | null
  readonly signs: DangerSign[]
  readonly anonymous: boolean
  readonly opened_at: Date
  readonly changed_at: Date
  readonly acknowledged_at: Date | null
  readonly outcome: CaseOutcome | null
  readonly handover: HandoverState
  readonly officer_id: string | null
  readonly officer_name: string | null
}

export const CARD = `c.id, c.number, c.kind::text, c.state::text, c.region_code, c.country, c.signs, c.anonymous, c.opened_at,
  c.changed_at, c.acknowledged_at, c.outcome, c.handover::text, o.id AS officer_id, o.name AS officer_name`
/** Whoever is no officer any more holds nothing. */
export const CASES = `case_file c LEFT JOIN officer o ON o.id = c.officer_id AND o.revoked_at IS NULL`
/** A report is the person's own until they send it; an emergency is everybody's from its first word. */
export const VISIBLE = `(c.state <> 'draft' OR c.kind = 'emergency' OR c.handover <> 'none' OR c.officer_id IS NOT NULL)`
const OPEN = `c.state IN ('draft', 'open', 'in_progress')`
/** In one of the regions ($1; null: everywhere), or in this officer's hands ($2). */
const IN_SCOPE = `($1::text[] IS NULL OR o.id = $2::uuid OR EXISTS (
  SELECT FROM unnest($1::text[]) AS p WHERE c.region_code = p OR c.region_code LIKE p || '.%'))`

/** Whose view it is: codes of regions (null: everything), and the officer. */
export interface Viewer {
  readonly prefixes: readonly string[] | null
  readonly officerId: string
}

const LISTED = 30

/** What waits for an officer: their own first, then emergencies, then the oldest. */
export function queueCards(tx: Sql, { prefixes, officerId }: Viewer): Promise<readonly CaseCard[]> {
  return cards(
    tx,
    `SELECT ${CARD} FROM ${CASES} WHERE ${OPEN} AND ${VISIBLE} AND ${IN_SCOPE}
     ORDER BY (o.id = $2::uuid) DESC NULLS LAST, (c.kind = 'emergency') DESC, (o.id IS NULL) DESC, c.opened_at LIMIT ${LISTED}`,
    [prefixes, officerId],
  )
}

/** Cases that name what was searched for, as a whole: a part of a number finds nobody. */
export function cardsNaming(
  tx: Sql,
  vault: Vault,
  { prefixes, officerId }: Viewer,
  text: string,
): Promise<readonly CaseCard[]> {
  return cards(
    tx,
    `SELECT ${CARD} FROM ${CASES} WHERE ${VISIBLE} AND ${IN_SCOPE}
       AND c.id IN (SELECT case_id FROM case_detail WHERE names && $3::uuid[])
     ORDER BY c.opened_at DESC LIMIT ${LISTED}`,
    [prefixes, officerId, keysOf(namesSearched(text), vault)],
  )
}

/** Cases of these regions and of what lies inside, newest first. */
export function cardsIn(
  tx: Sql,
  { prefixes, officerId }: Viewer,
  regions: readonly RegionCode[],
): Promise<readonly CaseCard[]> {
  return cards(
    tx,
    `SELECT ${CARD} FROM ${CASES} WHERE ${VISIBLE} AND ${IN_SCOPE} AND EXISTS (
       SELECT FROM unnest($3::text[]) AS r WHERE c.region_code = r OR c.region_code LIKE r || '.%')
     ORDER BY c.opened_at DESC LIMIT ${LISTED}`,
    [prefixes, officerId, regions],
  )
}

/** Those of these cases that the officer may see. */
export function cardsOf(
  tx: Sql,
  { prefixes, officerId }: Viewer,
  caseIds: readonly string[],
): Promise<readonly CaseCard[]> {
  return cards(
    tx,
    `SELECT ${CARD} FROM ${CASES} WHERE ${VISIBLE} AND ${IN_SCOPE} AND c.id = ANY($3::uuid[]) ORDER BY c.opened_at DESC`,
    [prefixes, officerId, caseIds],
  )
}

/** The case on which an officer talks with the person. */
export async function talkCard(tx: Sql, officerId: string): Promise<CaseCard | undefined> {
  const found = await cards(tx, `SELECT ${CARD} FROM ${CASES} WHERE c.handover = 'open' AND o.id = $1`, [
    officerId,
  ])
  return found[0]
}

async function cards(tx: Sql, text: string, values: readonly unknown[]): Promise<readonly CaseCard[]> {
  const { rows } = await tx.query<CardRow>(text, values)
  const joined = await joinedByEach(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toCard(row, joined.get(row.id)?.others.length ?? 0))
}

export function toCard(row: CardRow, joined: number): CaseCard {
  const { id, number, kind, state, country, signs, anonymous, outcome, handover } = row
  return {
    id,
    number,
    kind,
    state,
    region: row.region_code,
    country,
    signs,
    anonymous,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    acknowledgedAt: row.acknowledged_at,
    outcome,
    handover,
    officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? '' },
    joined,
  }
}
