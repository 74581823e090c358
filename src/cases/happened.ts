import type { ConversationEvent } from '../conversation/events/event.ts'
import type { ChannelName } from '../core/channel.ts'
import type { Sql } from '../database/sql.ts'

/** One kind of event of a turn, and whose it is. */
export interface Happened<T extends ConversationEvent['type']> {
  readonly event: Extract<ConversationEvent, { type: T }>
  readonly channel: ChannelName
  readonly personId: string | null
  readonly conversationId: string | null
  readonly at: Date
}

/** What an event asks for: statements in the transaction of the turn, nothing else. */
export type Apply<T extends ConversationEvent['type']> = (
  tx: Sql,
  happened: readonly Happened<T>[],
) => Promise<void>
