import { type OutgoingBody, PRIORITIES, type Priority, type Recipient } from '../core/delivery.ts'
import type { Locale } from '../core/locale.ts'
import type { InboxContent } from '../inbox/content.ts'
import type { Settled } from '../inbox/settle.store.ts'
import { CONVICTED } from '../inbox/suspicion.ts'
import type { TurnRow } from '../outbox/commit.store.ts'
import { chatOf, sealContent } from '../outbox/content.ts'
import type { HappenedEvent } from '../outbox/effects.ts'
import type { OutboxRow } from '../outbox/enqueue.store.ts'
import { FETCHING_CHANNELS } from '../outbox/fetching.ts'
import type { Vault } from '../privacy/vault.ts'
import { type BatchParts, noticeWords, type Outcome, TRIES } from './batch.ts'
import { turnRow } from './turn-row.ts'

const RETRY_MS = 300

export interface WrittenParts extends BatchParts {
  /** Somebody waits for this answer in this process and takes it from memory: it needs no row to be sent from. */
  readonly isAwaited: (externalKey: string) => boolean
}

/** What one message came to, before it is known whose conversation it is. */
export interface Written {
  readonly outcome: Outcome
  readonly settled: Settled
  readonly row: OutboxRow | undefined
  readonly turn: TurnRow | undefined
}

export function writtenOf(outcome: Outcome, parts: WrittenParts): Written {
  const { message, content } = outcome
  const body = bodyOf(outcome, parts)
  const awaited = parts.isAwaited(message.externalKey)
  const to = content === null || body === undefined || awaited ? undefined : content
  return {
    outcome,
    settled: settle(outcome),
    row:
      to === undefined || body === undefined
        ? undefined
        : outgoingRow({ channel: message.channel, ...to }, body, outcome, parts.vault),
    turn: outcome.kind === 'answered' ? turnRow(outcome, parts) : undefined,
  }
}

export function happenedOf(
  { outcome, settled, turn }: Written,
  personId: string | null,
  now: Date,
): HappenedEvent[] {
  const { channel, lane, id } = outcome.message
  const whose = { channel, personId, conversationId: lane }
  const events: HappenedEvent[] =
    outcome.kind === 'answered' && turn !== undefined
      ? outcome.answer.events.map((event) => ({ event, ...whose, turnId: turn.turnId, at: turn.at }))
      : []
  if (settled.to === 'parked') {
    const event = { type: 'message_parked', inboxId: id, reason: settled.reason } as const
    events.push({ event, ...whose, turnId: null, at: now })
  }
  return events
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
  vault: Vault,
): OutboxRow {
  const chat = chatOf(to, vault)
  const { channel, account, address, place, echo } = to
  return {
    channel,
    account,
    chat,
    priority: priorityOf(body),
    personId: null,
    inboxId: message.id,
    content: sealContent({ address, place, echo, body }, chat, vault),
  }
}

/** Somebody in danger does not wait behind others' small talk. */
function priorityOf(body: OutgoingBody): Priority {
  const urgent = body.kind === 'reply' && body.said.reply.danger === 'emergency'
  return urgent ? PRIORITIES.urgent : PRIORITIES.reply
}
