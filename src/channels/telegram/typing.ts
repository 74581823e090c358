import type { BotApi } from './bot-api.ts'

export interface Typing {
  /** A message came in: unless its answer goes out before, the person sees that somebody writes. */
  begin(chat: TypingChat): void
  end(chat: string): void
  stop(): void
}

export interface TypingChat {
  readonly chat: string
  readonly thread?: number
}

export interface TypingOptions {
  readonly api: BotApi
  /** Answers leave through this process, so that it notices when to stop. Others show nothing rather than too much. */
  readonly answersHere: () => boolean
}

const AFTER_MS = 300
/** Telegram shows it for five seconds, or until a message comes. */
const AGAIN_MS = 4_500
/** An answer that takes longer than this is held up; "writing" would be a promise. */
const AT_MOST = 4
/** It counts against the bot's limits: in a flood the indicator is the first thing to go. */
const APART_MS = 200
const MOST_CHATS = 200

/** Shows "typing…" while a turn takes longer than 300 ms. Best effort: nothing waits for it and no failure of it matters. */
export function createTyping({ api, answersHere }: TypingOptions): Typing {
  const waiting = new Map<string, NodeJS.Timeout>()
  const end = (chat: string) => {
    clearTimeout(waiting.get(chat))
    waiting.delete(chat)
  }
  let lastShown = Number.NEGATIVE_INFINITY
  const call = ({ chat, thread }: TypingChat) => {
    if (Date.now() - lastShown < APART_MS) return
    lastShown = Date.now()
    const action = { chat_id: chat, action: 'typing' } as const
    const payload = thread === undefined ? action : { ...action, message_thread_id: thread }
    void api.call('sendChatAction', payload, AbortSignal.timeout(AGAIN_MS))
  }
  const show = (target: TypingChat, times: number) => {
    const { chat } = target
    call(target)
    if (times >= AT_MOST) waiting.delete(chat)
    else waiting.set(chat, setTimeout(show, AGAIN_MS, target, times + 1).unref())
  }
  return {
    begin(chat) {
      if (!answersHere() || waiting.has(chat.chat) || waiting.size >= MOST_CHATS) return
      waiting.set(chat.chat, setTimeout(show, AFTER_MS, chat, 1).unref())
    },
    end,
    stop() {
      for (const chat of [...waiting.keys()]) end(chat)
    },
  }
}
