import type { ChannelName, Outbound } from '../core/channel.ts'
import type { Reply } from '../core/reply.ts'
import type { LaneOutcome } from './batch.ts'

/** What became of one message, for those who were not in its batch; plain data, so that another thread can tell it. */
export type Committed = {
  readonly inboxId: string
  readonly channel: ChannelName
  /** Null: what was sent cannot be read. */
  readonly account: string | null
  readonly externalKey: string
  readonly receivedAt: Date
} & (
  | (Pick<Reply, 'action' | 'danger' | 'topic'> & {
      readonly kind: 'answered'
      /** Its events may have raised an alert. */
      readonly raises: boolean
      /** The answer itself, where somebody of this process waits for it and no row holds it. */
      readonly said: Outbound | null
    })
  | { readonly kind: 'dropped' | 'failed' }
)

/** Told after the commit. */
export function committedOf(
  lanes: readonly LaneOutcome[],
  raising: ReadonlySet<string>,
  isAwaited: (externalKey: string) => boolean,
): readonly Committed[] {
  return lanes
    .flatMap(({ outcomes }) => outcomes)
    .map((outcome): Committed => {
      const { id: inboxId, channel, externalKey, receivedAt } = outcome.message
      const account = outcome.content?.account ?? null
      const common = { inboxId, channel, account, externalKey, receivedAt }
      if (outcome.kind !== 'answered') return { ...common, kind: outcome.kind }
      const { said, events } = outcome.answer
      const { action, danger, topic } = said.reply
      return {
        ...common,
        ...{ kind: 'answered', action, danger, topic },
        raises: events.some(({ type }) => raising.has(type)),
        said: isAwaited(externalKey) ? said : null,
      }
    })
}
