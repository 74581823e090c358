import type { ChannelName } from '../core/channel.ts'
import { type OutgoingBody, PRIORITIES, type Priority, type Recipient } from '../core/delivery.ts'
import type { Locale } from '../core/locale.ts'
import type { Sql } from '../database/sql.ts'
import {
  claimLane,
  claimLanes,
  clearBatch,
  noteBatch,
  noteWriting,
  removeBatch,
  weighDeaths,
} from '../inbox/claim.store.ts'
import type { InboxContent } from '../inbox/content.ts'
import { type Settled, settleMessages } from '../inbox/settle.store.ts'
import { CONVICTED } from '../inbox/suspicion.ts'
import { FETCHING_CHANNELS } from '../outbox/collect.store.ts'
import {
  type ConversationRecord,
  insertPeople,
  insertTurns,
  type TurnRow,
  writeConversations,
} from '../outbox/commit.store.ts'
import { chatOf, sealContent } from '../outbox/content.ts'
import { type AnyEffect, applyEffects, type HappenedEvent } from '../outbox/effects.ts'
import { insertOutgoing, type OutboxRow } from '../outbox/enqueue.store.ts'
import { erasePeople } from '../privacy/erase.store.ts'
import { readJoins } from '../privacy/join.store.ts'
import type { Vault } from '../privacy/vault.ts'
import type { BatchParts } from './batch.ts'
import { type LaneOutcome, noticeWords, type Outcome, TRIES } from './batch.ts'
import { sealQuoted } from './quoted.ts'
import { turnRow } from './turn-row.ts'

export interface CommitParts extends BatchParts {
  readonly effects: readonly AnyEffect[]
  /** Somebody waits for this answer in this process and takes it from memory: it needs no row to be sent from. */
  readonly isAwaited: (externalKey: string) => boolean
}

const RETRY_MS = 300

/** Everything the batch came to, in the caller's transaction: states, turns, what the events ask for, what goes out, what is done. */
export async function commitBatch(tx: Sql, lanes: readonly LaneOutcome[], parts: CommitParts): Promise<void> {
  const records = lanes.flatMap((one) => recordOf(one, parts.vault))
  await insertPeople(tx, records)
  const personOf = await writeConversations(tx, records)
  const outgoing: OutboxRow[] = []
  const goodbyes: OutboxRow[] = []
  const turns: TurnRow[] = []
  const happened: HappenedEvent[] = []
  const settled: Settled[] = []
  const forgotten: string[] = []
  for (const { lane, outcomes } of lanes) {
    const personId = personOf.get(lane.lane) ?? null
    for (const outcome of outcomes) {
      const { message } = outcome
      settled.push(settle(outcome))
      const body = bodyOf(outcome, parts)
      if (outcome.content !== null && body !== undefined && !parts.isAwaited(message.externalKey)) {
        const to = { channel: message.channel, ...outcome.content }
        const forget = outcome.kind === 'answered' && outcome.answer.forget
        const row = outgoingRow(to, body, outcome, forget ? null : personId, parts.vault)
        ;(forget ? goodbyes : outgoing).push(row)
      }
      if (outcome.kind === 'answered') {
        const row = turnRow(outcome, parts)
        turns.push(row)
        if (outcome.answer.forget) forgotten.push(lane.lane)
        for (const event of outcome.answer.events)
          happened.push({
            event,
            channel: message.channel,
            personId,
            conversationId: lane.lane,
            turnId: row.turnId,
            at: row.at,
          })
      }
      const last = settled.at(-1)
      if (last?.to === 'parked')
        happened.push({
          event: { type: 'message_parked', inboxId: message.id, reason: last.reason },
          channel: message.channel,
          personId,
          conversationId: lane.lane,
          turnId: null,
          at: parts.context.now,
        })
    }
  }
  await insertTurns(tx, turns)
  await insertOutgoing(tx, outgoing)
  await applyEffects(tx, parts.effects, happened)
  await settleMessages(tx, settled)
  if (forgotten.length > 0) {
    await erasePeople(tx, forgotten)
    await insertOutgoing(tx, goodbyes)
  }
}

/** Nothing to write for a lane whose only message failed before anything was known of it. */
function recordOf({ lane, outcomes, state, window }: LaneOutcome, vault: Vault): ConversationRecord[] {
  const known = outcomes.find(({ content }) => content !== null)
  if (known?.content == null || state === undefined) return []
  const { channel } = known.message
  const { account, address, place } = known.content
  return [
    {
      lane: lane.lane,
      channel,
      account,
      placeCipher: place === null ? null : vault.seal(place, `place ${lane.lane}`),
      address: lane.conversation === null ? addressOf(channel, address, vault) : null,
      chosenLocale: state.chosenLocale,
      state: sealQuoted(state, lane.lane, vault),
      stateVersion: state.version,
      windowStart: window.start,
      windowCount: window.count,
      at: known.message.receivedAt,
    },
  ]
}

/** A person's id says nothing, and is the same again however often we meet for the first time at once. */
function addressOf(channel: ChannelName, address: string, vault: Vault) {
  const personId = vault.key('person', channel, address)
  return {
    personId,
    hash: vault.hash('address', channel, address),
    cipher: vault.seal(address, `address ${personId}`),
  }
}

function settle(outcome: Outcome): Settled {
  const { id, attempts, suspicion, channel, lane } = outcome.message
  switch (outcome.kind) {
    case 'answered':
      return { id, to: 'done' }
    case 'dropped':
      return { id, to: 'dropped' }
    case 'failed':
      return attempts + 1 < TRIES && suspicion < CONVICTED
        ? { id, to: 'retry', dueInMs: RETRY_MS * (attempts + 1) }
        : { id, to: 'parked', channel, lane, reason: outcome.reason }
  }
}

/** What the person gets to read; undefined: nothing. */
export function bodyOf(outcome: Outcome, parts: BatchParts): OutgoingBody | undefined {
  if (outcome.kind === 'answered') {
    // A page that waits gets its "passed on", here or in another process; a messenger stays quiet.
    if (outcome.answer.silent && !FETCHING_CHANNELS.includes(outcome.message.channel)) return undefined
    return { kind: 'reply', said: outcome.answer.said }
  }
  if (outcome.content === null) return undefined
  const locale: Locale = outcome.content.chosenLocale ?? outcome.content.defaultLocale
  const notice = (key: Parameters<typeof noticeWords>[0]): OutgoingBody => ({
    kind: 'notice',
    locale,
    text: noticeWords(key, locale, parts),
    choices: [],
  })
  if (outcome.kind === 'dropped') return outcome.tell ? notice('system.flood') : undefined
  return settle(outcome).to === 'parked' ? notice('system.parked') : undefined
}

function outgoingRow(
  to: Recipient & Pick<InboxContent, 'echo'>,
  body: OutgoingBody,
  { message }: Outcome,
  personId: string | null,
  vault: Vault,
): OutboxRow {
  const chat = chatOf(to, vault)
  const { channel, account, address, place, echo } = to
  return {
    channel,
    account,
    chat,
    priority: priorityOf(body),
    personId,
    inboxId: message.id,
    content: sealContent({ address, place, echo, body }, chat, vault),
  }
}

/** Somebody in danger does not wait behind others' small talk. */
function priorityOf(body: OutgoingBody): Priority {
  const urgent = body.kind === 'reply' && body.said.reply.danger === 'emergency'
  return urgent ? PRIORITIES.urgent : PRIORITIES.reply
}

/** The statements of a worker, over all stages; the root hands them to it. */
export const WORKER_STATEMENTS = {
  claimLane,
  claimLanes,
  clearBatch,
  commitBatch,
  noteBatch,
  noteWriting,
  readJoins,
  removeBatch,
  weighDeaths,
}
export type WorkerStatements = typeof WORKER_STATEMENTS
