import { randomUUID } from 'node:crypto'
import type { ReminderKind } from '../core/case.ts'
import { dayInJakarta } from '../core/dates.ts'
import type { RegionCode } from '../core/ids.ts'
import type { Wording } from '../core/wording.ts'
import type { Sql, SqlPool } from '../database/sql.ts'
import type { Apply } from './happened.ts'
import { dueOn, toldAtFirst } from './reminder-days.ts'

/** Asking again moves the day; nothing is said twice for the same one. */
export const keepReminders: Apply<'reminder_wanted'> = async (tx, happened) => {
  for (const { event, personId, conversationId, at } of happened) {
    if (personId === null || conversationId === null) continue
    const { kind, on, region } = event
    const told = on === null ? [] : toldAtFirst(kind, on, dayInJakarta(at))
    await tx.query(
      `INSERT INTO reminder (id, person_id, conversation_id, kind, on_day, region_code, told, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::int[], $8)
       ON CONFLICT (conversation_id, kind, coalesce(region_code, '')) WHERE ended_at IS NULL DO UPDATE
         SET on_day = excluded.on_day, told = excluded.told, created_at = excluded.created_at
         WHERE reminder.on_day IS DISTINCT FROM excluded.on_day`,
      [randomUUID(), personId, conversationId, kind, on, region, told, at],
    )
  }
}

export const cancelReminders: Apply<'reminders_cancelled'> = async (tx, happened) => {
  for (const { event, personId, at } of happened)
    await tx.query(
      `UPDATE reminder SET ended_at = $3
       WHERE person_id = $1 AND ended_at IS NULL AND ($2::text IS NULL OR kind = $2)`,
      [personId, event.kind, at],
    )
}

/** Says something to the person of a conversation. False: nobody is there any more. */
export type ToPerson = (tx: Sql, conversationId: string, wording: Wording) => Promise<boolean>

export interface ReminderOptions {
  readonly sql: SqlPool
  readonly toPerson: ToPerson
  readonly now: Date
  /** The day on which an agreement of this region was signed, newest, as far as a source says so. */
  readonly signedIn: (region: RegionCode) => string | undefined
}

/** So many are told in one commit. */
const AT_ONCE = 200
/** An agreement that was signed shortly before somebody asked may reach our data after it. */
const SIGNED_BEFORE_MS = 90 * 86_400_000

interface Row {
  readonly id: string
  readonly conversation_id: string
  readonly kind: ReminderKind
  readonly on_day: string | null
  readonly region_code: RegionCode | null
  readonly told: number[]
  readonly created_at: Date
}

/**
 * Tells what is due today. What was said and that it was said are one commit: a reminder is never said twice, and a
 * process that dies says the rest when it is back. Gives how many were said.
 */
export async function tellReminders(options: ReminderOptions): Promise<number> {
  let said = 0
  for (let after = ''; ; ) {
    const step = await options.sql.transaction(async (tx) => {
      const { rows } = await tx.query<Row>(
        `SELECT id, conversation_id, kind, on_day, region_code, told, created_at FROM reminder
         WHERE ended_at IS NULL AND id::text > $1 ORDER BY id::text LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
        [after],
      )
      let count = 0
      for (const row of rows) if (await tellOne(tx, row, options)) count += 1
      return { count, last: rows.length < AT_ONCE ? undefined : rows.at(-1)?.id }
    })
    said += step.count
    if (step.last === undefined) return said
    after = step.last
  }
}

async function tellOne(tx: Sql, row: Row, options: ReminderOptions): Promise<boolean> {
  const { id, conversation_id, kind, on_day } = row
  const { toPerson, now } = options
  const end = () => tx.query('UPDATE reminder SET ended_at = $2 WHERE id = $1', [id, now])
  if (on_day === null) {
    if (kind !== 'agreement_signed' || row.region_code === null) return false
    const signed = options.signedIn(row.region_code)
    const since = new Date(row.created_at.getTime() - SIGNED_BEFORE_MS).toISOString().slice(0, 10)
    if (signed === undefined || signed < since) return false
    await end()
    return toPerson(tx, conversation_id, {
      key: 'reminder.due.agreementSigned',
      params: { date: { date: signed as never } },
    })
  }
  const due = dueOn(kind, on_day, dayInJakarta(now), row.told)
  if (due.kind === 'wait') return false
  if (due.kind === 'over') {
    await end()
    return false
  }
  await tx.query('UPDATE reminder SET told = $2::int[], ended_at = $3 WHERE id = $1', [
    id,
    due.told,
    due.daysLeft === 0 ? now : null,
  ])
  return toPerson(tx, conversation_id, wordingOf(kind, due.daysLeft, on_day))
}

function wordingOf(kind: ReminderKind, daysLeft: number, on: string): Wording {
  const key = KEYS[kind][daysLeft === 0 ? 'today' : 'soon']
  return { key, params: { count: daysLeft, date: { date: on as never } } }
}

const KEYS = {
  contract_end: { soon: 'reminder.due.contractEnd', today: 'reminder.due.contractEndToday' },
  departure: { soon: 'reminder.due.departure', today: 'reminder.due.departureToday' },
  next_step: { soon: 'reminder.due.nextStep', today: 'reminder.due.nextStepToday' },
  agreement_signed: { soon: 'reminder.due.agreementSigned', today: 'reminder.due.agreementSigned' },
} as const
