import type { SaidChoice } from '../../core/channel.ts'
import type { Outgoing, Sender, SendLimits, SendOutcome } from '../../core/delivery.ts'
import { split } from '../../core/split-text.ts'
import type { ApiAnswer, OfficerBotApi } from './bot-api.ts'
import { outcomeOf } from './failure.ts'
import { inlineKeyboard } from './keyboard.ts'

/** "About 30 a second" for a bot and one a second for a chat, more for a moment (core.telegram.org/bots/faq). */
export const OFFICER_BOT_LIMITS: SendLimits = {
  account: { perSecond: 30, burst: 5 },
  chat: { perSecond: 1, burst: 5 },
  concurrency: 16,
  timeoutMs: 20_000,
}
/** Below the outbox's own limit: a try that ends here still says how far it came. */
const CALL_MS = OFFICER_BOT_LIMITS.timeoutMs - 3_000
/** Counted by Telegram in UTF-16 units. */
export const MOST_TEXT = 4_096

/** The way out to officers: alerts and what citizens write to them, out of the outbox. */
export function createOfficerSender(api: OfficerBotApi, now: () => Date): Sender {
  return {
    channel: 'telegram',
    account: api.account,
    limits: OFFICER_BOT_LIMITS,
    async send(outgoing: Outgoing, { signal, pass }): Promise<SendOutcome> {
      const { text, choices } = outgoing.body.kind === 'reply' ? outgoing.body.said : outgoing.body
      const payloads = messagePayloads(outgoing.to.address, text, choices)
      if (payloads.length === 0)
        return { kind: 'refused', reason: 'content_rejected', detail: 'nothing to say' }
      const within = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)])
      let externalId = ''
      for (const [index, payload] of payloads.entries()) {
        if (index < outgoing.done) continue
        if (index > outgoing.done) await pass()
        const answer: ApiAnswer<{ message_id: number }> = await api.call('sendMessage', payload, within)
        if (answer.kind !== 'ok')
          return outcomeOf(answer, { attempt: outgoing.attempt, now: now(), done: index })
        externalId = String(answer.result.message_id)
      }
      return { kind: 'sent', externalId }
    },
  }
}

/** What `sendMessage` is told: a long text in pieces, the buttons under the last. Plain text: nothing is read as markup. */
export function messagePayloads(
  chat: string,
  text: string,
  choices: readonly SaidChoice[],
): readonly { readonly chat_id: string; readonly text: string }[] {
  const pieces = split(text, MOST_TEXT)
  return pieces.map(({ start, end }, index) => ({
    chat_id: chat,
    text: text.slice(start, end),
    link_preview_options: { is_disabled: true },
    ...(index === pieces.length - 1 && choices.length > 0 ? { reply_markup: inlineKeyboard(choices) } : {}),
  }))
}
