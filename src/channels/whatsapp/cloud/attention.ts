import type { GraphApi } from './graph-api.ts'

/** Shows a person that their message was read, and that an answer is on its way when that takes a moment. */
export interface Attention {
  begin(address: string, messageId: string): void
  /** The answer goes out, or none will come: the message was read, and nobody types any more. */
  end(address: string): void
  /** The message was not taken after all: it was not read, either. */
  forget(address: string): void
  stop(): void
}

export interface AttentionOptions {
  readonly api: Pick<GraphApi, 'markRead'>
  /** Answers leave through this process, so that it notices when to stop. Others show nothing rather than too much. */
  readonly answersHere: () => boolean
}

/** "Typing…" that arrives after the answer would stay for 25 seconds: a quick answer has none. */
const AFTER_MS = 300
const CALL_MS = 5_000
/** In a flood the blue ticks are the first thing to go. */
const MOST_UNDER_WAY = 20
const MOST_WAITING = 500

/** Best effort: nothing waits for it and no failure of it matters. */
export function createAttention({ api, answersHere }: AttentionOptions): Attention {
  const waiting = new Map<string, { readonly timer: NodeJS.Timeout; messageId: string }>()
  let underWay = 0
  const mark = (messageId: string, typing: boolean) => {
    if (underWay >= MOST_UNDER_WAY) return
    underWay += 1
    void api.markRead(messageId, typing, AbortSignal.timeout(CALL_MS)).then(() => {
      underWay -= 1
    })
  }
  const take = (address: string): string | undefined => {
    const one = waiting.get(address)
    clearTimeout(one?.timer)
    waiting.delete(address)
    return one?.messageId
  }
  return {
    begin(address, messageId) {
      const before = waiting.get(address)
      // What was read last tells that everything before it was read, too.
      if (before !== undefined) before.messageId = messageId
      if (before !== undefined || waiting.size >= MOST_WAITING) return
      const show = () => mark(take(address) ?? messageId, answersHere())
      waiting.set(address, { timer: setTimeout(show, AFTER_MS).unref(), messageId })
    },
    end(address) {
      const messageId = take(address)
      if (messageId !== undefined) mark(messageId, false)
    },
    forget: (address) => void take(address),
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
