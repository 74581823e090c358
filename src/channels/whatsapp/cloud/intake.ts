import type { AcceptMessages, TakeReceipts } from '../../../core/delivery.ts'
import type { Log } from '../../../core/log.ts'
import type { Attention } from './attention.ts'
import { type CloudReceipt, type Ignored, receive } from './receive.ts'

export interface IntakeOptions {
  readonly phoneNumberId: string
  readonly accept: AcceptMessages
  readonly takeReceipts: TakeReceipts
  readonly attention: Attention
  readonly now: () => Date
  /** For a metric: everything that is not answered is counted, by reason. */
  readonly onIgnored: (reason: Ignored | 'invalid' | 'receipt_of_nothing') => void
  readonly log: Log
}

export type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** A receipt came before what it is about was written down: Meta shall bring it again. */
  | { readonly kind: 'too_early' }

/** Hands over what one post holds; `taken` means that all of it is durable or of no concern. */
export type Intake = (body: unknown) => Promise<Taken>

/** A failure that nobody knows is believed to be early for so long; later it is of a message somebody else sent. */
const EARLY_MS = 60_000

/** Rejects when the inbox does: then nothing may be confirmed. */
export function createIntake(options: IntakeOptions): Intake {
  const { phoneNumberId, accept, takeReceipts, attention, now, onIgnored, log } = options

  const isEarly = ({ at, what }: CloudReceipt): boolean =>
    what.kind === 'failed' && at !== null && now().getTime() - at.getTime() < EARLY_MS

  return async (body) => {
    const { messages, receipts, ignored } = receive(body, { phoneNumberId, receivedAt: now() })
    for (const reason of ignored) onIgnored(reason)
    if (messages.length > 0) {
      // Before the hand-over: the answer may be out before we hear that the message was taken.
      for (const { address, externalId } of messages) attention.begin(address, externalId)
      const dropAll = () => {
        for (const { address } of messages) attention.forget(address)
      }
      const result = await accept(messages).catch((error: unknown) => {
        dropAll()
        throw error
      })
      if (result.kind === 'busy') {
        dropAll()
        return result
      }
      for (const [index, accepted] of result.each.entries()) {
        const { address = '' } = messages[index] ?? {}
        if (accepted !== 'accepted') attention.end(address)
        if (accepted !== 'invalid') continue
        onIgnored('invalid')
        log.warn({ channel: 'whatsapp' }, 'a message that can never be stored was left out')
      }
    }
    if (receipts.length === 0) return { kind: 'taken' }
    const known = await takeReceipts(receipts)
    const unknown = receipts.filter((_, index) => known[index] === false)
    if (unknown.some(isEarly)) return { kind: 'too_early' }
    for (const _ of unknown) onIgnored('receipt_of_nothing')
    return { kind: 'taken' }
  }
}
