import type { ConversationEvent } from '../conversation/events/event.ts'
import type { ChannelName } from '../core/channel.ts'
import type { Refusal } from '../core/delivery.ts'
import type { Sql } from '../database/sql.ts'

/** What the durable middle itself has to tell officers. */
export type DeliveryEvent =
  /** A message could not be answered in three tries; the person got an apology. */
  | { readonly type: 'message_parked'; readonly inboxId: string; readonly reason: string }
  /** A vendor will never take this message. */
  | {
      readonly type: 'delivery_refused'
      readonly outboxId: string
      readonly refusal: Refusal
      readonly priority: number
    }
export type HostEvent = ConversationEvent | DeliveryEvent
export type HostEventType = HostEvent['type']

/** An event and whose it is. */
export interface HappenedEvent<E extends HostEvent = HostEvent> {
  readonly event: E
  readonly channel: ChannelName
  /** Null when the person was forgotten, or is not a citizen in a conversation. */
  readonly personId: string | null
  readonly conversationId: string | null
  /** The turn that said so; null for events of the delivery. */
  readonly turnId: string | null
  readonly at: Date
}

/**
 * What an event asks for, in the transaction that stores it: all of it is committed, or nothing. Called with all events
 * of its type in the batch, in order. Nothing but statements on `tx`: no calls to the outside, no waiting.
 */
export interface Effect<T extends HostEventType = HostEventType> {
  readonly on: T
  /**
   * Need not wait for the answers to the one above it in the list: its statements go out behind those that one has sent so
   * far, while the database is still at work.
   */
  readonly beside?: true
  apply(tx: Sql, happened: readonly HappenedEvent<Extract<HostEvent, { type: T }>>[]): Promise<void>
}

/** Type by type, so that one list can hold them all. */
export type AnyEffect = { [T in HostEventType]: Effect<T> }[HostEventType]

/** Hands each effect the events of its type. */
export async function applyEffects(
  tx: Sql,
  effects: readonly AnyEffect[],
  happened: readonly HappenedEvent[],
): Promise<void> {
  if (happened.length === 0) return
  const underWay: Promise<void>[] = []
  for (const effect of effects) {
    const own = happened.filter(({ event }) => event.type === effect.on)
    if (effect.beside !== true) await Promise.all(underWay.splice(0))
    if (own.length > 0) underWay.push((effect as Effect).apply(tx, own))
  }
  await Promise.all(underWay)
}
