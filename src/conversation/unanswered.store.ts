import { dayInJakarta } from '../core/dates.ts'
import type { RegionCode } from '../core/ids.ts'
import { isTopic, type Topic } from '../core/topic.ts'
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

export interface UnansweredOfSubject {
  readonly topic: Topic | null
  readonly region: RegionCode | null
  readonly language: string
  readonly count: number
}

const LISTED = 50

/** What was not answered in the last days, most asked first; of these regions and what lies inside, or everywhere (null). */
export async function readUnanswered(
  sql: Sql,
  query: { readonly days: number; readonly prefixes: readonly string[] | null; readonly now: Date },
): Promise<readonly UnansweredOfSubject[]> {
  const since = dayInJakarta(new Date(query.now.getTime() - (query.days - 1) * 86_400_000))
  const { rows } = await sql.query<{ topic: string; region: string; language: string; count: number }>(
    `SELECT topic, region, language, sum(count)::int AS count FROM unanswered_question
     WHERE day >= $1 AND ($2::text[] IS NULL OR EXISTS (
       SELECT FROM unnest($2::text[]) AS p WHERE region = p OR region LIKE p || '.%'))
     GROUP BY topic, region, language ORDER BY count DESC, topic, region, language LIMIT ${LISTED}`,
    [since, query.prefixes],
  )
  return rows.map(({ topic, region, language, count }) => ({
    topic: isTopic(topic) ? topic : null,
    region: region === '' ? null : (region as RegionCode),
    language,
    count,
  }))
}
