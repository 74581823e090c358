import type { Accept, AcceptMessages } from '../../core/delivery.ts'
import type { Log } from '../../core/log.ts'
import type { BotIdentity } from './addressed.ts'
import type { BotApi } from './bot-api.ts'
import { type Ignored, receive } from './receive.ts'
import type { Typing } from './typing.ts'
import type { Update } from './update.ts'

export interface IntakeOptions {
  readonly api: BotApi
  readonly accept: AcceptMessages
  readonly typing: Typing
  readonly now: () => Date
  /** For a metric: every update that is not answered is counted, by reason. */
  readonly onIgnored: (reason: Ignored | 'invalid') => void
  readonly log: Log
}

export type Taken = { readonly kind: 'taken' } | { readonly kind: 'busy'; readonly retryAfterMs: number }

/** Hands updates to the inbox; `taken` means that all of them are durable or of no concern, so they may be confirmed. */
export type Intake = (updates: readonly Update[], bot: BotIdentity) => Promise<Taken>

/** Telegram stops waiting for such an answer itself. */
const BUTTON_MS = 10_000

/** What polling and webhook share. Rejects when the inbox does: then nothing may be confirmed. */
export function createIntake({ api, accept, typing, now, onIgnored, log }: IntakeOptions): Intake {
  // Only so that the button shows no clock any more: nothing waits for it.
  const answerButton = (id: string) =>
    void api.call('answerCallbackQuery', { callback_query_id: id }, AbortSignal.timeout(BUTTON_MS))
  return async (updates, bot) => {
    const receivedAt = now()
    const received = updates.map((update) => receive(update, { bot, receivedAt }))
    for (const { ignored } of received) if (ignored !== null) onIgnored(ignored)
    const messages = received.flatMap((one) => one.messages)
    if (messages.length > 0) {
      const chats = messages.map(chatOf)
      // Before the hand-over: the answer may be out before we hear that the message was taken.
      for (const chat of chats) typing.begin(chat)
      const result = await accept(messages).catch((error: unknown) => {
        for (const { chat } of chats) typing.end(chat)
        throw error
      })
      if (result.kind === 'busy') {
        for (const { chat } of chats) typing.end(chat)
        return result
      }
      for (const [index, accepted] of result.each.entries()) {
        const chat = chats[index]
        if (accepted !== 'accepted' && chat !== undefined) typing.end(chat.chat)
        if (accepted === 'invalid') {
          onIgnored('invalid')
          log.warn({ channel: 'telegram' }, 'a message that can never be stored was left out')
        }
      }
    }
    for (const { callbackId } of received) if (callbackId !== null) answerButton(callbackId)
    return { kind: 'taken' }
  }
}

function chatOf({ place, address, echo }: Accept): { chat: string; thread?: number } {
  const thread = echo?.thread
  return { chat: place ?? address, ...(typeof thread === 'number' ? { thread } : {}) }
}
