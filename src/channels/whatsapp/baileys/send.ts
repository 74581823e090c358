import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Words } from '../../../core/channel.ts'
import {
  type Outgoing,
  PRIORITIES,
  type Recipient,
  type Sender,
  type SendHelp,
  type SendLimits,
  type SendOutcome,
} from '../../../core/delivery.ts'
import { beginTry } from '../../../core/send-try.ts'
import type { WhatsAppMessage } from '../message.ts'
import { render } from '../render.ts'
import type { Ack, Acks } from './acks.ts'
import { destination, notPermitted, quoting } from './destination.ts'
import type { Offers } from './offers.ts'
import { baileysContent } from './outgoing-content.ts'
import { HUMAN, type Pace, pauseMs } from './pace.ts'
import type { SentMessages } from './sent.ts'
import type { Socket } from './socket.ts'
import type { Typing } from './typing.ts'

export interface BaileysSenderOptions {
  readonly account: string
  /** The open connection; undefined while there is none. */
  readonly socket: () => Socket | undefined
  /** The connections end: whatever is under way then has no answer any more. */
  readonly stop: AbortSignal
  readonly acks: Acks
  readonly sent: SentMessages
  readonly offers: Pick<Offers, 'said'>
  readonly typing: Typing
  /** When somebody last wrote to this account; null: never, or they are forgotten. */
  readonly lastInbound: (from: Recipient) => Promise<Date | null>
  readonly words: Words
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly pace?: Pace
  readonly ackWithinMs?: number
}

/** There is no published number; what is known of bans speaks for the pace of a busy person, not of a program. */
export const BAILEYS_LIMITS: SendLimits = {
  account: { perSecond: 1, burst: 5 },
  chat: { perSecond: 0.5, burst: 5 },
  concurrency: 4,
  timeoutMs: 30_000,
}
/** Below the outbox's own limit, so that a try that ends here still says how far it came. */
const BUDGET_MS = BAILEYS_LIMITS.timeoutMs - 5_000
const ACK_WITHIN_MS = 10_000
const CLOSED_WAIT_MS = 2_000
const NO_ACK_WAIT_MS = 5_000
/** An error without a name is tried so often. */
const MOST_TRIES = 3

/** The way out of the linked device. It answers; it does not begin. */
export function createBaileysSender(options: BaileysSenderOptions): Sender {
  const { account, socket, stop, acks, sent, offers, typing, lastInbound, words, now, random } = options
  const { pace = HUMAN, ackWithinMs = ACK_WITHIN_MS } = options
  const retry = (
    waitMs: number,
    reason: Extract<SendOutcome, { kind: 'retry_at' }>['reason'],
    scope: 'account' | 'chat',
    done: number,
  ): SendOutcome => ({ kind: 'retry_at', at: new Date(now().getTime() + waitMs), reason, scope, done })

  return {
    channel: 'whatsapp',
    account,
    limits: BAILEYS_LIMITS,
    async send(outgoing: Outgoing, help: SendHelp): Promise<SendOutcome> {
      const { done, attempt, priority } = outgoing
      const open = socket()
      if (open === undefined) return retry(CLOSED_WAIT_MS, 'network', 'account', done)
      const { signal, room } = beginTry({ ...help, signal: AbortSignal.any([help.signal, stop]) }, BUDGET_MS)
      const jid = await inTime(destination(outgoing, open), signal).catch(() => null)
      if (jid === null) return retry(CLOSED_WAIT_MS, 'network', 'account', done)
      if (jid === undefined)
        return { kind: 'refused', reason: 'unknown_address', detail: 'no address of WhatsApp' }
      const refusal = await notPermitted(outgoing, lastInbound)
      if (refusal !== undefined) return { kind: 'refused', reason: 'not_permitted', detail: refusal }
      const messages = render(outgoing.body, words, { tappable: false })
      if (messages.length === 0)
        return { kind: 'refused', reason: 'content_rejected', detail: 'nothing to say' }
      typing.end(jid)
      const urgent = priority === PRIORITIES.urgent
      for (const [index, part] of messages.entries()) {
        if (index < done) continue
        const id = messageId(account, outgoing.id, index)
        if (acks.known(id)?.kind === 'taken') continue
        acks.forget(id)
        const hasRoom = index === done || (await room())
        const pause = pauseMs(lettersOf(part), { urgent, random: random() }, pace)
        if (hasRoom && pause > 0) {
          void open.sendPresenceUpdate('composing', jid).catch(() => undefined)
          await sleep(pause, undefined, { signal }).catch(() => undefined)
        }
        if (stop.aborted || socket() !== open) return retry(CLOSED_WAIT_MS, 'network', 'account', index)
        if (!hasRoom || signal.aborted) return retry(NO_ACK_WAIT_MS, 'rate_limited', 'chat', index)
        if (index === messages.length - 1) acks.belongs(id, outgoing.id)
        const ack = acks.wait(id, ackWithinMs, signal)
        try {
          const sending = open.sendMessage(jid, baileysContent(part), {
            messageId: id,
            ...(index === 0 ? quoting(outgoing, jid) : {}),
          })
          const went = await inTime(sending, signal)
          if (went?.message != null) await sent.keep(id, went.message, now().getTime())
        } catch {
          // Perhaps it went out: the same id again is the same message for the phone that gets it.
          return retry(NO_ACK_WAIT_MS, 'network', 'chat', index)
        }
        const said = await ack
        if (said === undefined) return retry(NO_ACK_WAIT_MS, 'network', 'chat', index)
        if (said.kind === 'error') return ofError(said, attempt, index, retry)
      }
      // Not before it is there: until then a number answers the message before it.
      if (outgoing.to.place === null)
        await offers.said(outgoing.to.address, outgoing.body, now().getTime()).catch(() => undefined)
      return { kind: 'sent', externalId: messageId(account, outgoing.id, messages.length - 1) }
    },
  }
}

/**
 * Made from our own id: a message that goes out twice, because nobody knew whether it had gone, carries the same id, and
 * the phone shows it once. Of the form that WhatsApp Web's own ids have.
 */
function messageId(account: string, outboxId: string, index: number): string {
  const hash = createHash('sha256').update(`${account} ${outboxId} ${index}`).digest('hex')
  return `3EB0${hash.slice(0, 18).toUpperCase()}`
}

/** As long as somebody may wait for it: Baileys does not end its questions with a connection that we close. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
  return Promise.race([work, over])
}

function lettersOf(message: WhatsAppMessage): number {
  return message.kind === 'text' ? message.text.length : 0
}

function ofError(
  { code }: Extract<Ack, { kind: 'error' }>,
  attempt: number,
  done: number,
  retry: (
    waitMs: number,
    reason: 'rate_limited' | 'vendor_error',
    scope: 'account' | 'chat',
    done: number,
  ) => SendOutcome,
): SendOutcome {
  switch (code) {
    // The account may not begin new chats for now, or this chat was never begun by the other side. Trying makes it worse.
    case '463':
      return { kind: 'refused', reason: 'not_permitted', detail: 'WhatsApp error 463: no new chats' }
    case '429':
      return retry(60_000, 'rate_limited', 'account', done)
    default:
      return attempt < MOST_TRIES
        ? retry(NO_ACK_WAIT_MS * attempt, 'vendor_error', 'chat', done)
        : { kind: 'refused', reason: 'content_rejected', detail: `WhatsApp error ${code}` }
  }
}
