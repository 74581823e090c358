import type { ChannelName } from '../core/channel.ts'
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
import { settleMessages } from '../inbox/settle.store.ts'
import {
  type ConversationRecord,
  insertPeople,
  insertTurns,
  writeConversations,
} from '../outbox/commit.store.ts'
import { type AnyEffect, applyEffects } from '../outbox/effects.ts'
import { insertOutgoing } from '../outbox/enqueue.store.ts'
import { erasePeople } from '../privacy/erase.store.ts'
import { readJoins } from '../privacy/join.store.ts'
import type { Vault } from '../privacy/vault.ts'
import type { LaneOutcome, Outcome } from './batch.ts'
import { sealQuoted } from './quoted.ts'
import { happenedOf, type Written, type WrittenParts, writtenOf } from './written.ts'

export interface CommitParts extends WrittenParts {
  readonly effects: readonly AnyEffect[]
}

/**
 * Everything the batch came to, in the caller's transaction: states, turns, what the events ask for, what goes out, what is
 * done. Statements go out one behind the other; what nobody has to wait for goes with the commit, which fails when one of
 * them did.
 */
export async function commitBatch(tx: Sql, lanes: readonly LaneOutcome[], parts: CommitParts): Promise<void> {
  const records = lanes.flatMap((one) => recordOf(one, parts.vault))
  const threads = Promise.all([insertPeople(tx, records), writeConversations(tx, records)])
  threads.catch(() => undefined)
  // Sealed while the database is at work.
  const written = lanes.flatMap(({ outcomes }) => outcomes.map((outcome) => writtenOf(outcome, parts)))
  const personOf = await peopleOf(lanes, threads)
  const whose = ({ message }: Outcome) => personOf.get(message.lane) ?? null
  const forgets = ({ outcome }: Written) => outcome.kind === 'answered' && outcome.answer.forget
  const outgoing = written
    .filter((one) => !forgets(one))
    .flatMap(({ row, outcome }) => (row === undefined ? [] : [{ ...row, personId: whose(outcome) }]))
  const happened = written.flatMap((one) => happenedOf(one, whose(one.outcome), parts.context.now))
  const last: Promise<unknown>[] = [
    insertTurns(
      tx,
      written.flatMap(({ turn }) => turn ?? []),
    ),
    insertOutgoing(tx, outgoing),
  ]
  if (happened.length > 0) await Promise.all([...last, applyEffects(tx, parts.effects, happened)])
  last.push(
    settleMessages(
      tx,
      written.map(({ settled }) => settled),
    ),
  )
  Promise.all(last).catch(() => undefined)
  const forgotten = written.filter(forgets)
  if (forgotten.length === 0) return
  await erasePeople(
    tx,
    forgotten.map(({ outcome }) => outcome.message.lane),
  )
  await insertOutgoing(
    tx,
    forgotten.flatMap(({ row }) => row ?? []),
  )
}

/** Whose each thread is. Only of somebody new does the database know it alone, who may have another thread already. */
async function peopleOf(
  lanes: readonly LaneOutcome[],
  threads: Promise<readonly [unknown, ReadonlyMap<string, string>]>,
): Promise<ReadonlyMap<string, string>> {
  const known = lanes.flatMap(({ lane: { lane, conversation } }) =>
    conversation === null ? [] : [[lane, conversation.personId] as const],
  )
  return known.length === lanes.length ? new Map(known) : (await threads)[1]
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
