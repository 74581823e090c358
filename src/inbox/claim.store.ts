import type { ChannelName } from '../core/channel.ts'
import type { Sql } from '../database/sql.ts'
import { DIED_THINKING, DIED_WRITING, SUSPECT } from './suspicion.ts'

/** A waiting message in our hands. */
export interface ClaimedMessage {
  readonly id: string
  readonly channel: ChannelName
  readonly externalKey: string
  readonly lane: string
  readonly attempts: number
  readonly suspicion: number
  readonly receivedAt: Date
  readonly due: boolean
  readonly content: Buffer
}

/** The conversation of a lane as it was stored. */
export interface ClaimedConversation {
  readonly personId: string
  readonly state: unknown
  readonly windowStart: Date
  readonly windowCount: number
}

/** A lane that is ours until the transaction ends: its messages in order, and its conversation when there is one. */
export interface ClaimedLane {
  readonly lane: string
  readonly messages: readonly ClaimedMessage[]
  readonly conversation: ClaimedConversation | null
}

export interface ClaimLimits {
  readonly lanes: number
  /** Of all lanes together, shared out evenly: what one batch cannot answer need not be read. */
  readonly messages: number
  /** Looks at messages from this id on (`Claimed.lowest` of an earlier look); '0': at all of them. */
  readonly from: string
}

/** Even when nobody else waits. */
const MESSAGES_OF_LANE = 50

/** Waiting messages looked at for lanes that nobody holds. */
const SCANNED = 2_000

interface Row {
  readonly id: string
  readonly channel: ChannelName
  readonly external_key: string
  readonly lane: string
  readonly attempts: number
  readonly suspicion: number
  readonly received_at: Date
  readonly due: boolean
  readonly content: Buffer
  readonly person_id: string | null
  readonly state: unknown
  readonly window_start: Date
  readonly window_count: number
}

/** What a look at the inbox brought. */
export interface Claimed {
  readonly lanes: readonly ClaimedLane[]
  /** Some lanes wait that another worker holds: what came for them after its look is nobody's yet. */
  readonly heldElsewhere: boolean
  /** Of some lane more may wait than was read. */
  readonly cut: boolean
  /**
   * Where a look soon after this one may begin. Before it nothing waited that was due; what was answered since the last
   * vacuum still stands in the index, and stepping over it was most of the work of a look.
   */
  readonly lowest: string
}

/** Messages are numbered before they are committed: so many later ones may be there before an earlier one. */
const OVERTAKING = 1_000

/**
 * Takes lanes with waiting messages, the longest waiting first, that no other worker holds. The lock is the transaction's:
 * when the process dies the connection ends, and the next worker takes the lane at once.
 */
export async function claimLanes(tx: Sql, limits: ClaimLimits): Promise<Claimed> {
  const locked = tx.query<Locked>(
    `WITH oldest AS MATERIALIZED (
       SELECT lane, min(id) AS first
       FROM (
         SELECT lane, id FROM inbox WHERE state = 'waiting' AND due_at <= now() AND id >= $2 ORDER BY id LIMIT ${SCANNED}) AS few
       GROUP BY lane ORDER BY first),
     held AS MATERIALIZED (
       SELECT lane, first FROM oldest WHERE pg_try_advisory_xact_lock(uuid_hash_extended(lane, 0)) LIMIT $1)
     SELECT set_config('${HELD}', coalesce(array_agg(lane ORDER BY first), '{}')::text, true),
       set_config('${SHARE}', least(${MESSAGES_OF_LANE}, ceil($3::float8 / greatest(count(*), 1)))::text, true) AS share,
       count(*) < least($1, (SELECT count(*) FROM oldest)) AS held_elsewhere,
       coalesce((SELECT min(first) FROM oldest), (SELECT last_value FROM inbox_id_seq)) - ${OVERTAKING} AS lowest
     FROM held`,
    [limits.lanes, limits.from, limits.messages],
  )
  const [{ rows }, lanes] = await Promise.all([locked, readHeld(tx)])
  return claimedOf(lanes, rows)
}

/** One lane's first message, when nobody else holds the lane. */
export async function claimLane(tx: Sql, lane: string): Promise<Claimed> {
  const locked = tx.query<Locked>(
    `WITH tried AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(uuid_hash_extended($1::uuid, 0)) AS got)
     SELECT set_config('${HELD}', CASE WHEN got THEN ARRAY[$1::uuid] ELSE '{}' END::text, true),
       set_config('${SHARE}', '1', true) AS share, NOT got AS held_elsewhere, 0::bigint AS lowest
     FROM tried`,
    [lane],
  )
  const [{ rows }, lanes] = await Promise.all([locked, readHeld(tx)])
  return claimedOf(lanes, rows)
}

interface Locked {
  readonly share: string
  readonly held_elsewhere: boolean
  readonly lowest: string
}

function claimedOf(lanes: readonly ClaimedLane[], [row]: readonly Locked[]): Claimed {
  const share = Number(row?.share)
  return {
    lanes,
    heldElsewhere: row?.held_elsewhere === true,
    cut: lanes.some((lane) => lane.messages.length >= share),
    lowest: row?.lowest ?? '0',
  }
}

/** The lanes that a transaction holds, for its next statement: nobody has to wait for their names in between. */
const HELD = 'jalur.held_lanes'
/** How many messages of each are read. */
const SHARE = 'jalur.messages_of_lane'

/**
 * What waits in lanes we hold, of each lane in its order: deliveries that overtook each other are put right again where the
 * vendor counts, else as they came. A statement of its own, behind the lock: an older snapshot could still show as waiting
 * what the last holder has answered.
 */
async function readHeld(tx: Sql): Promise<readonly ClaimedLane[]> {
  const { rows } = await tx.query<Row>(
    `SELECT m.*, m.due_at <= now() AS due, c.person_id, c.state, c.window_start, c.window_count
     FROM unnest(current_setting('${HELD}')::uuid[]) WITH ORDINALITY AS held (lane, place)
     CROSS JOIN LATERAL (
       SELECT *, row_number() OVER (ORDER BY CASE WHEN counted THEN vendor_order END, id) AS turn
       FROM (
         SELECT *, bool_and(vendor_order IS NOT NULL) OVER () AS counted
         FROM (
           SELECT id, channel, external_key, lane, vendor_order, attempts, suspicion, received_at, due_at, content
           FROM inbox WHERE inbox.lane = held.lane AND state = 'waiting' ORDER BY id LIMIT ${MESSAGES_OF_LANE}) AS few) AS few
       ORDER BY turn
       LIMIT current_setting('${SHARE}')::int) AS m
     LEFT JOIN conversation c ON c.id = held.lane::text
     ORDER BY held.place, m.turn`,
  )
  const byLane = new Map<string, Row[]>()
  for (const row of rows) byLane.set(row.lane, [...(byLane.get(row.lane) ?? []), row])
  return [...byLane].map(([lane, own]) => ({
    lane,
    messages: own.map(toMessage),
    conversation: toConversation(own[0]),
  }))
}

function toMessage(row: Row): ClaimedMessage {
  const { id, channel, external_key, lane, attempts, suspicion, received_at, due, content } = row
  return {
    id,
    channel,
    externalKey: external_key,
    lane,
    attempts,
    suspicion,
    receivedAt: received_at,
    due,
    content,
  }
}

function toConversation(row: Row | undefined): ClaimedConversation | null {
  if (row === undefined || row.person_id === null) return null
  return {
    personId: row.person_id,
    state: row.state,
    windowStart: row.window_start,
    windowCount: row.window_count,
  }
}

/**
 * Notes what this worker is about to answer. Committed by itself, before: it is for those who find us dead. True when
 * somebody else's note names one of these messages: its lane was free, so that worker died.
 */
export async function noteBatch(sql: Sql, worker: string, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql.query<{ dead: boolean }>(
    `INSERT INTO worker_batch (worker, inbox_ids) VALUES ($1, $2)
     ON CONFLICT (worker) DO UPDATE SET inbox_ids = excluded.inbox_ids, thinking = true, started_at = now()
     RETURNING EXISTS (SELECT FROM worker_batch w WHERE w.worker <> $1 AND w.inbox_ids && $2) AS dead`,
    [worker, ids],
  )
  return rows[0]?.dead === true
}

/** In the transaction that answers them: the note goes when the answers come. */
export async function clearBatch(tx: Sql, worker: string): Promise<void> {
  await tx.query(`UPDATE worker_batch SET inbox_ids = '{}' WHERE worker = $1`, [worker])
}

export async function removeBatch(sql: Sql, worker: string): Promise<void> {
  await sql.query('DELETE FROM worker_batch WHERE worker = $1', [worker])
}

/** The turns are taken; a death from here on is not the doing of what the person wrote. */
export async function noteWriting(sql: Sql, worker: string): Promise<void> {
  await sql.query('UPDATE worker_batch SET thinking = false WHERE worker = $1', [worker])
}

/**
 * Messages of ours that another worker held when it died: its note is there, but its lanes were free. The death is weighed
 * in a commit of its own. Returns the suspicion of each.
 */
export async function weighDeaths(
  sql: Sql,
  worker: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query<{ id: string; suspicion: number }>(
    `WITH dead AS (
       DELETE FROM worker_batch WHERE worker <> $1 AND inbox_ids && $2::bigint[] RETURNING inbox_ids, thinking),
     held AS (
       SELECT unnest(inbox_ids) AS id, cardinality(inbox_ids) = 1 AS alone, thinking FROM dead)
     UPDATE inbox SET suspicion = CASE
         WHEN held.alone AND inbox.suspicion > 0
           THEN inbox.suspicion + CASE WHEN held.thinking THEN ${DIED_THINKING} ELSE ${DIED_WRITING} END
         ELSE greatest(inbox.suspicion, ${SUSPECT}) END
     FROM held WHERE inbox.id = held.id AND inbox.state = 'waiting'
     RETURNING inbox.id, inbox.suspicion`,
    [worker, ids],
  )
  return new Map(rows.map(({ id, suspicion }) => [id, suspicion]))
}
