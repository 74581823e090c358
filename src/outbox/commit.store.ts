import type { Action } from '../core/reply.ts'
import type { Danger, Topic } from '../core/topic.ts'
import type { Sql } from '../database/sql.ts'

/** The thread of a lane after its turns. */
export interface ConversationRecord {
  readonly lane: string
  readonly channel: string
  readonly account: string
  readonly placeCipher: Buffer | null
  readonly address: { readonly personId: string; readonly hash: Buffer; readonly cipher: Buffer } | null
  readonly chosenLocale: string | null
  readonly state: object
  readonly stateVersion: number
  readonly windowStart: Date
  readonly windowCount: number
  readonly at: Date
}

/** What is kept of one turn: enough to explain the answer later, nothing the person wrote. */
export interface TurnRow {
  readonly turnId: string
  readonly lane: string
  readonly knowledgeVersion: string
  readonly topic: Topic
  readonly topics: readonly Topic[]
  readonly danger: Danger
  readonly confidence: number
  readonly action: Action
  readonly told: object
  readonly latencyMs: number
  readonly at: Date
}

/**
 * People and addresses that are new, in two statements sent at once. An address that is known already, by another thread of the same person, keeps its
 * person: the row of the new one is not made.
 */
export async function insertPeople(tx: Sql, records: readonly ConversationRecord[]): Promise<void> {
  const fresh = records.filter(({ address }) => address !== null)
  if (fresh.length === 0) return
  const values = [
    fresh.map(({ address }) => address?.personId),
    fresh.map(({ channel }) => channel),
    fresh.map(({ address }) => address?.hash),
    fresh.map(({ address }) => address?.cipher),
    fresh.map(({ at }) => at),
  ]
  const people = tx.query(
    `INSERT INTO person (id, created_at, last_seen_at)
     SELECT DISTINCT ON (n.id) n.id, n.at, n.at
     FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::timestamptz[]) AS n (id, channel, hash, cipher, at)
     WHERE NOT EXISTS (SELECT FROM address a WHERE a.channel = n.channel AND a.address_hash = n.hash)
     ORDER BY n.id
     ON CONFLICT (id) DO NOTHING`,
    values,
  )
  const addresses = tx.query(
    `INSERT INTO address (id, person_id, channel, address_hash, address_cipher, created_at)
     SELECT DISTINCT ON (n.id) n.id, n.id, n.channel, n.hash, n.cipher, n.at
     FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::timestamptz[]) AS n (id, channel, hash, cipher, at)
     WHERE EXISTS (SELECT FROM person p WHERE p.id = n.id)
     ORDER BY n.id
     ON CONFLICT (channel, address_hash) DO NOTHING`,
    values,
  )
  await Promise.all([people, addresses])
}

/** A person's own row changes rarely: the language, and once a day that they were here. */
const SEEN_EVERY = '1 day'

/** Writes the states, and of a person what changed of them. Returns whose each conversation is. Both sent at once. */
export async function writeConversations(
  tx: Sql,
  records: readonly ConversationRecord[],
): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map()
  const written = tx.query<{ id: string; person_id: string }>(
    `INSERT INTO conversation
       (id, person_id, channel, account, place_cipher, state, state_version, window_start, window_count, updated_at)
     SELECT n.id, coalesce(c.person_id, a.person_id), n.channel, n.account, n.place, n.state, n.version, n.start, n.count, n.at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::bytea[], $6::jsonb[], $7::int[], $8::timestamptz[],
       $9::int[], $10::timestamptz[]) AS n (id, channel, account, place, hash, state, version, start, count, at)
     LEFT JOIN conversation c ON c.id = n.id
     LEFT JOIN address a ON a.channel = n.channel AND a.address_hash = n.hash
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, state_version = excluded.state_version,
       window_start = excluded.window_start, window_count = excluded.window_count, updated_at = excluded.updated_at
     RETURNING id, person_id`,
    [
      records.map(({ lane }) => lane),
      records.map(({ channel }) => channel),
      records.map(({ account }) => account),
      records.map(({ placeCipher }) => placeCipher),
      records.map(({ address }) => address?.hash ?? null),
      records.map(({ state }) => JSON.stringify(state)),
      records.map(({ stateVersion }) => stateVersion),
      records.map(({ windowStart }) => windowStart),
      records.map(({ windowCount }) => windowCount),
      records.map(({ at }) => at),
    ],
  )
  const seen = tx.query(
    `UPDATE person p SET chosen_locale = n.locale, last_seen_at = n.at
     FROM (SELECT DISTINCT ON (c.person_id) c.person_id AS id, n.locale, n.at
           FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS n (lane, locale, at)
           JOIN conversation c ON c.id = n.lane ORDER BY c.person_id) AS n
     WHERE p.id = n.id
       AND (p.chosen_locale IS DISTINCT FROM n.locale OR p.last_seen_at < n.at - interval '${SEEN_EVERY}')`,
    [
      records.map(({ lane }) => lane),
      records.map(({ chosenLocale }) => chosenLocale),
      records.map(({ at }) => at),
    ],
  )
  const [{ rows }] = await Promise.all([written, seen])
  return new Map(rows.map(({ id, person_id }) => [id, person_id]))
}

export async function insertTurns(tx: Sql, turns: readonly TurnRow[]): Promise<void> {
  if (turns.length === 0) return
  await tx.query(
    `INSERT INTO turn (id, conversation_id, knowledge_version, topic, topics, danger, confidence, action, reply, latency_ms,
       created_at)
     SELECT n.id, n.lane, n.version, n.topic, ARRAY(SELECT jsonb_array_elements_text(n.topics)), n.danger, n.confidence,
       n.action, n.told, n.latency, n.at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::float8[], $8::text[],
       $9::jsonb[], $10::int[], $11::timestamptz[])
       AS n (id, lane, version, topic, topics, danger, confidence, action, told, latency, at)`,
    [
      turns.map(({ turnId }) => turnId),
      turns.map(({ lane }) => lane),
      turns.map(({ knowledgeVersion }) => knowledgeVersion),
      turns.map(({ topic }) => topic),
      turns.map(({ topics }) => JSON.stringify(topics)),
      turns.map(({ danger }) => danger),
      turns.map(({ confidence }) => confidence),
      turns.map(({ action }) => action),
      turns.map(({ told }) => JSON.stringify(told)),
      turns.map(({ latencyMs }) => latencyMs),
      turns.map(({ at }) => at),
    ],
  )
}
