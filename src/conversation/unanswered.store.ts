import { dayInJakarta } from '../core/dates.ts'
import type { Sql } from '../database/sql.ts'
import type { ConversationEvent } from './events/event.ts'

type Unanswered = Extract<ConversationEvent, { type: 'question_unanswered' }>

/** Counts questions without an answer by day, topic, region and language; no text, nobody's name. */
export async function countUnanswered(
  sql: Sql,
  happened: readonly { readonly event: Unanswered; readonly at: Date }[],
): Promise<void> {
  const counts = new Map<string, { key: readonly [string, string, string, string]; count: number }>()
  for (const { event, at } of happened) {
    const key = [dayInJakarta(at), event.topic ?? '', event.region ?? '', event.language] as const
    const name = key.join('|')
    counts.set(name, { key, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  // Two processes that count the same rows take their locks in the same order.
  const rows = [...counts.keys()].sort().flatMap((name) => counts.get(name) ?? [])
  await sql.query(
    `INSERT INTO unanswered_question (day, topic, region, language, count)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
     ON CONFLICT (day, topic, region, language) DO UPDATE SET count = unanswered_question.count + excluded.count`,
    [
      rows.map(({ key }) => key[0]),
      rows.map(({ key }) => key[1]),
      rows.map(({ key }) => key[2]),
      rows.map(({ key }) => key[3]),
      rows.map(({ count }) => count),
    ],
  )
}
