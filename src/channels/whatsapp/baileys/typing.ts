/** Shows "mengetik…" (typing) in a chat. */
export interface Typing {
  /** A message came in: unless its answer goes out before, the person sees that somebody writes. */
  begin(jid: string): void
  end(jid: string): void
  stop(): void
}

const AFTER_MS = 300
/** WhatsApp shows it for about ten seconds. */
const AGAIN_MS = 8_000
/** An answer that takes longer than this is held up; "writing" would be a promise. */
const AT_MOST = 3
const MOST_CHATS = 50

/** Best effort: nothing waits for it and no failure of it matters. */
export function createTyping(show: (jid: string) => void): Typing {
  const waiting = new Map<string, NodeJS.Timeout>()
  const end = (jid: string) => {
    clearTimeout(waiting.get(jid))
    waiting.delete(jid)
  }
  const say = (jid: string, times: number) => {
    show(jid)
    if (times >= AT_MOST) waiting.delete(jid)
    else waiting.set(jid, setTimeout(say, AGAIN_MS, jid, times + 1).unref())
  }
  return {
    begin(jid) {
      if (waiting.has(jid) || waiting.size >= MOST_CHATS) return
      waiting.set(jid, setTimeout(say, AFTER_MS, jid, 1).unref())
    },
    end,
    stop() {
      for (const jid of [...waiting.keys()]) end(jid)
    },
  }
}
