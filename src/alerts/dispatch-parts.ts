import type { Sql } from '../database/sql.ts'
import type { AlertStatus, OpenAlert } from './alert.ts'
import type { Card, CardReason, Names } from './card.ts'
import type { AlertTimes } from './lifecycle.ts'
import type { OnDuty } from './officers.store.ts'

/** A card for one officer. */
export interface CardFor {
  readonly officer: OnDuty
  readonly card: Card
  /** Before everything else that waits. */
  readonly urgent: boolean
}

export interface DispatchParts {
  readonly times: AlertTimes
  readonly names: () => Names
  /**
   * Words the cards and queues them, in the transaction that notes them as given. An id for each; null where the officer
   * cannot be written to.
   */
  readonly post: (tx: Sql, cards: readonly CardFor[]) => Promise<readonly (string | null)[]>
  /** What waits to go out, by channel. */
  readonly channels: () => Promise<readonly ChannelDepth[]>
}

export interface ChannelDepth {
  readonly channel: string
  readonly waiting: number
  readonly oldestSeconds: number
}

/** What a batch may take, and whom it tells of what it did. */
export interface BatchHands {
  /** Alerts of one transaction. */
  readonly most: number
  /** Alerts that are left alone for now. */
  readonly aside: readonly string[]
  /** Before anything is done with them. */
  readonly onClaimed: (ids: readonly string[]) => void
  readonly onQueued: (account: string) => void
}

/** What every step works with: the parts, and a way to queue cards that notes whose sender has work. */
export interface Hands extends BatchHands, DispatchParts {}

export function handsOf(parts: DispatchParts, hands: BatchHands): Hands {
  return {
    ...parts,
    ...hands,
    async post(tx, cards) {
      const ids = await parts.post(tx, cards)
      for (const { officer } of cards) hands.onQueued(`${officer.channel} ${officer.account}`)
      return ids
    },
  }
}

/** An alert and those who get a card of it now. */
export interface Found {
  readonly alert: OpenAlert
  readonly level: AlertStatus['level']
  readonly officers: readonly OnDuty[]
  readonly reason: CardReason
}
