import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelName } from '../core/channel.ts'
import type { SendOutcome } from '../core/delivery.ts'
import { createGatherer } from '../core/gather.ts'
import type { Log } from '../core/log.ts'
import { isAway, type SqlPool } from '../database/sql.ts'
import type { Vault } from '../privacy/vault.ts'
import { type AnyEffect, applyEffects, type HappenedEvent } from './effects.ts'
import { type QueuedRow, type Tried, writeTried } from './send.store.ts'

export interface RecorderOptions {
  readonly channel: ChannelName
  readonly sql: SqlPool
  readonly vault: Vault
  readonly effects: readonly AnyEffect[]
  readonly now: () => number
  /** The program ends. Losing the right to send is no reason to forget what was sent. */
  readonly closing: AbortSignal
  readonly log: Log
}

/** Writes down what became of tries: many in one commit, and what a refusal means for officers in the same. */
export interface Recorder {
  /** Resolves when it is written; given up only some seconds after `closing`, or when the database refuses it. */
  write(row: QueuedRow, outcome: SendOutcome): Promise<void>
}

const MOST_AT_ONCE = 500
const AGAIN_MS = 250
const REFUSALS_BEFORE_GIVING_UP = 5
const TRIES_AFTER_CLOSING = 12

export function createRecorder(options: RecorderOptions): Recorder {
  const { channel, sql, vault, effects, now, closing, log } = options
  const writer = createGatherer<readonly [QueuedRow, Tried], void>(async (tried) => {
    const refused = tried.flatMap(([row, one]) =>
      one.kind === 'refused' ? [refusal(row, one, channel, new Date(now()))] : [],
    )
    const outcomes = tried.map(([, one]) => one)
    // Each statement is a commit of its own; only a refusal has to be committed together with what it asks for.
    if (refused.length === 0) await writeTried(sql, outcomes)
    else
      await sql.transaction(async (tx) => {
        await writeTried(tx, outcomes)
        await applyEffects(tx, effects, refused)
      })
    return tried.map(() => undefined)
  }, MOST_AT_ONCE)

  return {
    async write(row, outcome) {
      const tried = triedOf(row, outcome, { channel, vault, now })
      let refusals = 0
      let late = 0
      // What the vendor did is known here alone until it is written: not even an outage may make us forget it.
      while (refusals < REFUSALS_BEFORE_GIVING_UP && late < TRIES_AFTER_CLOSING) {
        try {
          await writer.add([[row, tried]])
          return
        } catch (err) {
          if (!isAway(err)) {
            refusals += 1
            log.error({ err, outboxId: row.id }, 'an outcome could not be written')
          }
          if (closing.aborted) late += 1
          await sleep(AGAIN_MS)
        }
      }
    },
  }
}

function triedOf(
  row: QueuedRow,
  outcome: SendOutcome,
  { channel, vault, now }: Pick<RecorderOptions, 'channel' | 'vault' | 'now'>,
): Tried {
  switch (outcome.kind) {
    case 'sent': {
      const externalKey = outcome.externalId === '' ? null : vault.key('sent', channel, outcome.externalId)
      return { id: row.id, kind: 'sent', externalKey }
    }
    case 'retry_at':
      return {
        id: row.id,
        kind: 'retry',
        waitMs: Math.max(0, outcome.at.getTime() - now()),
        done: outcome.done,
      }
    case 'refused':
      return { id: row.id, kind: 'refused', refusal: outcome.reason }
  }
}

function refusal(
  { id, personId, priority }: QueuedRow,
  { refusal: reason }: Extract<Tried, { kind: 'refused' }>,
  channel: ChannelName,
  at: Date,
): HappenedEvent {
  const event = { type: 'delivery_refused', outboxId: id, refusal: reason, priority } as const
  return { event, channel, personId, conversationId: null, turnId: null, at }
}
