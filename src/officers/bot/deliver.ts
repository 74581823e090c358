import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../core/backoff.ts'
import type { Log } from '../../core/log.ts'
import { shortened } from '../../core/split-text.ts'
import type { OfficerAnswer, OfficerMessage, SaidCard } from '../dialogue/officer-answer.ts'
import type { ApiAnswer, Method, OfficerBotApi } from './bot-api.ts'
import { inlineKeyboard } from './keyboard.ts'
import { MOST_TEXT, messagePayloads } from './send.ts'
import type { OfficerUpdate } from './update.ts'

/** Telegram's limits for the line over a button and for the words under a picture. */
const MOST_TOAST = 200
const MOST_CAPTION = 1_024
const TRIES = 3
const LONGEST_WAIT_MS = 20_000
const CALL_MS = 20_000

/** Brings answers to officers' screens: what they asked for, at once, beside the outbox with its alerts. */
export interface Delivery {
  /** True when all of it arrived. */
  answer(answer: OfficerAnswer, update: OfficerUpdate): Promise<boolean>
  text(chat: string, text: string): Promise<boolean>
}

export function createDelivery(api: OfficerBotApi, log: Log): Delivery {
  const call = async (method: Method, payload: object): Promise<ApiAnswer<unknown>> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await api.call(method, payload, AbortSignal.timeout(CALL_MS))
      const slow = answer.kind === 'refused' && answer.code === 429
      const passing =
        answer.kind === 'unreachable' || slow || (answer.kind === 'refused' && answer.code >= 500)
      if (!passing || tries === TRIES) return answer
      const asked =
        slow && answer.retryAfterSeconds !== null ? answer.retryAfterSeconds * 1_000 : backoffMs(tries)
      await sleep(Math.min(asked, LONGEST_WAIT_MS))
    }
  }
  const arrived = async (method: Method, payload: object): Promise<boolean> => {
    const answer = await call(method, payload)
    if (answer.kind === 'ok') return true
    const why = answer.kind === 'refused' ? `${answer.code}: ${answer.description}` : answer.detail
    log.warn({ method, why }, 'an answer to an officer did not arrive')
    return false
  }
  const sendText = async (chat: string, { text, choices }: SaidCard): Promise<boolean> => {
    let all = true
    for (const payload of messagePayloads(chat, text, choices))
      all = (await arrived('sendMessage', payload)) && all
    return all
  }
  /** What somebody sent as a photo may be none that Telegram can show: then it goes as it is. */
  const sendPicture = async (chat: string, file: object, caption: string): Promise<boolean> => {
    const answer = await call('sendPhoto', { chat_id: chat, photo: file, caption })
    if (answer.kind === 'ok') return true
    return arrived('sendDocument', { chat_id: chat, document: file, caption })
  }
  const send = (chat: string, message: OfficerMessage): Promise<boolean> => {
    if (message.kind === 'text') return sendText(chat, message)
    const file = { source: message.content, filename: message.name }
    const caption = shortened(message.caption, MOST_CAPTION)
    if (message.kind === 'file') return arrived('sendDocument', { chat_id: chat, document: file, caption })
    return sendPicture(chat, file, caption)
  }
  /** The pressed card as it is now; as a message of its own where Telegram does not let us change the old one. */
  const changeCard = async (
    chat: string,
    card: SaidCard,
    message: { id: number } | null,
  ): Promise<boolean> => {
    if (message === null) return sendText(chat, card)
    const answer = await call('editMessageText', {
      chat_id: chat,
      message_id: message.id,
      text: shortened(card.text, MOST_TEXT),
      link_preview_options: { is_disabled: true },
      reply_markup: inlineKeyboard(card.choices),
    })
    if (answer.kind === 'ok') return true
    // Two who press at once change it to the same words.
    if (answer.kind === 'refused' && /not modified/i.test(answer.description)) return true
    return sendText(chat, card)
  }
  return {
    text: (chat, text) => sendText(chat, { text, choices: [] }),
    async answer({ toast, card, messages }, { address, content }) {
      let all = true
      if (content.kind === 'press') {
        const line = toast === null ? {} : { text: shortened(toast, MOST_TOAST) }
        // An old button cannot be answered any more; the card and the messages say it, too.
        await call('answerCallbackQuery', { callback_query_id: content.callbackId, ...line })
        if (card !== null) all = await changeCard(address, card, content.message)
      } else {
        if (toast !== null) all = await sendText(address, { text: toast, choices: [] })
        if (card !== null) all = (await sendText(address, card)) && all
      }
      for (const message of messages) all = (await send(address, message)) && all
      return all
    },
  }
}
