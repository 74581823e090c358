import type { ChannelName } from '../core/channel.ts'
import type { Sql } from '../database/sql.ts'
import { FETCHING_CHANNELS } from './fetching.ts'

export interface Collected {
  readonly externalKey: string
  readonly chat: string
  readonly content: Buffer
}

/** The answers to these messages, for whoever waits; each is given out once. */
export async function collectAnswers(
  sql: Sql,
  channel: ChannelName,
  externalKeys: readonly string[],
): Promise<readonly Collected[]> {
  const { rows } = await sql.query<{ external_key: string; chat: string; content: Buffer }>(
    `WITH found AS (
       SELECT o.id, i.external_key, o.chat, o.content
       FROM inbox i JOIN outbox o ON o.inbox_id = i.id AND o.channel = i.channel
       WHERE i.channel = $1 AND i.external_key = ANY($2::uuid[]) AND o.state = 'queued'
       FOR UPDATE OF o SKIP LOCKED),
     over AS (
       UPDATE outbox SET state = 'sent', content = NULL, person_id = NULL, finished_at = now()
       WHERE id IN (SELECT id FROM found))
     SELECT external_key, chat, content FROM found`,
    [channel, externalKeys],
  )
  return rows.map(({ external_key, chat, content }) => ({ externalKey: external_key, chat, content }))
}

/** What was said to somebody who fetches their own answers, without being asked: by an officer. Each is given out once. */
export async function collectNotices(
  sql: Sql,
  channel: ChannelName,
  chat: string,
): Promise<readonly Buffer[]> {
  const { rows } = await sql.query<{ content: Buffer }>(
    `WITH found AS (
       SELECT id, content FROM outbox
       WHERE channel = $1 AND account = '' AND chat = $2 AND state = 'queued' AND inbox_id IS NULL
       FOR UPDATE SKIP LOCKED),
     over AS (
       UPDATE outbox SET state = 'sent', content = NULL, person_id = NULL, finished_at = now()
       WHERE id IN (SELECT id FROM found))
     SELECT content FROM found ORDER BY id`,
    [channel, chat],
  )
  return rows.map(({ content }) => content)
}

/** An officer's words wait for somebody who closed the page; an answer does not. */
const NOTICE_DAYS = 30

/** Answers nobody came for: the page was closed. */
export async function expireUncollected(sql: Sql, olderThanMs: number): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE outbox SET state = 'expired', content = NULL, person_id = NULL, finished_at = now()
     WHERE channel = ANY($1::text[]) AND state = 'queued' AND created_at < now() - $2::int * interval '1 millisecond'
       AND (inbox_id IS NOT NULL OR created_at < now() - interval '${NOTICE_DAYS} days')`,
    [FETCHING_CHANNELS, olderThanMs],
  )
  return rowCount ?? 0
}
