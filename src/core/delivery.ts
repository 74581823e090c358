import type { ChannelName, Outbound, SaidChoice } from './channel.ts'
import type { ChosenLocale, TurnInput } from './input.ts'
import type { Locale } from './locale.ts'

/**
 * The contract between the channels and the durable middle. A channel calls `AcceptMessages` with what came in and gives
 * a `Sender` for what goes out; it knows no database, no queue and no retry.
 */

/** Where an answer goes. */
export interface Recipient {
  readonly channel: ChannelName
  /** Which of ours: the bot's numeric id, our WhatsApp number. Limits and order are kept per account. */
  readonly account: string
  /** The person, as the channel knows them. */
  readonly address: string
  /** The shared chat in which the person wrote (a group); null in a private one. */
  readonly place: string | null
}

/** What a channel wants to have back with the answer (a message to reply to). Small, flat, stored encrypted. */
export type Echo = Readonly<Record<string, string | number | boolean>>

/** One message that a channel hands to the inbox. */
export interface Accept extends Recipient {
  /**
   * Unique on its channel for ever, and the same when the vendor delivers the message again. Where the vendor counts per
   * bot, put the account in front: `<account>:<update_id>`.
   */
  readonly externalId: string
  /** The vendor's own order, when it has one (update_id): messages of one person that wait together are sorted by it. */
  readonly order?: number
  readonly input: TurnInput
  readonly receivedAt: Date
  /** The person set this language in the channel itself: it holds until they set another. Null: they did not. */
  readonly chosenLocale: ChosenLocale
  readonly defaultLocale: Locale
  readonly echo?: Echo
}

/** `spooled`: the database is away and the message lies on our disk; it is ours all the same. */
export type Accepted = 'accepted' | 'duplicate' | 'spooled' | 'invalid'

/**
 * Returns when every message is durable, never before: only then may the vendor be told "received". Idempotent.
 * `busy` means that nothing was taken: tell the vendor to come again (429), or wait and hand over the same messages.
 * `invalid` is a message that can never be stored (too long an id); confirm it, it will not get better.
 */
export type AcceptMessages = (messages: readonly Accept[]) => Promise<AcceptResult>
export type AcceptResult =
  | { readonly kind: 'taken'; readonly each: readonly Accepted[] }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }

/** 0 emergencies and alerts, 1 replies, 2 everything to many people. */
export const PRIORITIES = { urgent: 0, reply: 1, bulk: 2 } as const
export type Priority = (typeof PRIORITIES)[keyof typeof PRIORITIES]

/** The words were chosen before the commit; the channel only renders them. */
export type OutgoingBody =
  | { readonly kind: 'reply'; readonly said: Outbound }
  | {
      readonly kind: 'notice'
      readonly locale: Locale
      readonly text: string
      readonly choices: readonly SaidChoice[]
    }

/** One message to deliver. */
export interface Outgoing {
  /** Ours; for logs. */
  readonly id: string
  readonly to: Recipient
  readonly priority: Priority
  readonly body: OutgoingBody
  readonly echo: Echo
  /** 1 for the first try. */
  readonly attempt: number
  /** Vendor calls of this message that already succeeded in earlier tries: do not repeat them. */
  readonly done: number
}

/** Why a vendor will never take a message. Nothing else is final. */
export const REFUSALS = [
  'blocked_by_person',
  'unknown_address',
  'content_rejected',
  'window_closed',
  'not_permitted',
  'gave_up',
] as const
export type Refusal = (typeof REFUSALS)[number]

export type SendOutcome =
  | { readonly kind: 'sent'; readonly externalId: string }
  | {
      readonly kind: 'retry_at'
      /** Exactly when the vendor said, or after a wait the sender chose. */
      readonly at: Date
      readonly reason: 'rate_limited' | 'vendor_error' | 'network'
      /** What must wait: everything of this account, or this chat alone. */
      readonly scope: 'account' | 'chat'
      /** Vendor calls of this message that succeeded so far, this try and earlier ones. */
      readonly done: number
    }
  | {
      readonly kind: 'refused'
      readonly reason: Refusal
      /** The vendor's own words, for officers and logs; no address, no token. */
      readonly detail: string
    }

/** What a vendor tells later about a message that it had taken: taking it is not delivering it. */
export interface Receipt {
  readonly channel: ChannelName
  /** The vendor's id, as in `sent`. */
  readonly externalId: string
  /** Our own id of the message (`Outgoing.id`), where the vendor gives back what it was told. */
  readonly id: string | null
  readonly what:
    | { readonly kind: 'delivered' | 'read' }
    | { readonly kind: 'failed'; readonly reason: Refusal; readonly detail: string }
}

/** Returns when it is written. False for each receipt that no message of ours belongs to, or none yet. */
export type TakeReceipts = (receipts: readonly Receipt[]) => Promise<readonly boolean[]>

export interface SendHelp {
  /** Ends when the try took too long; pass it to the HTTP call. */
  readonly signal: AbortSignal
  /** Await it before every vendor call of this message but the first: it waits for room in the limits. */
  readonly pass: () => Promise<void>
}

/** A vendor's limits, as data. */
export interface SendLimits {
  /** Calls per second for the whole account, and how many may go at once after a pause. */
  readonly account: { readonly perSecond: number; readonly burst: number }
  readonly chat: { readonly perSecond: number; readonly burst: number }
  /** Calls under way at the same moment. */
  readonly concurrency: number
  /** A try that takes longer is given up, and its outcome is unknown. */
  readonly timeoutMs: number
}

/** The way out of one account. Throwing counts as `retry_at` by network with our own wait. */
export interface Sender {
  readonly channel: ChannelName
  readonly account: string
  readonly limits: SendLimits
  send(outgoing: Outgoing, help: SendHelp): Promise<SendOutcome>
}
