import type { Words } from '../../core/channel.ts'
import type { Outgoing, Sender, SendHelp, SendLimits, SendOutcome } from '../../core/delivery.ts'
import type { Log } from '../../core/log.ts'
import { beginTry, type SendTry } from '../../core/send-try.ts'
import type { ApiAnswer, BotApi } from './bot-api.ts'
import type { Call } from './call.ts'
import { isContentProblem, isMarkupProblem, outcomeOf } from './failure.ts'
import { render } from './render.ts'

export interface TelegramSenderOptions {
  readonly api: BotApi
  readonly words: Words
  readonly now: () => Date
  readonly log: Log
  /** How long one try may take, waiting for room in the limits included. */
  readonly budgetMs?: number
}

/**
 * "About 30 a second" for a bot and one a second for a chat, more for a moment (core.telegram.org/bots/faq). An answer
 * with its cards must go at once, so a chat has a burst.
 */
export const TELEGRAM_LIMITS: SendLimits = {
  account: { perSecond: 28, burst: 28 },
  chat: { perSecond: 1, burst: 5 },
  concurrency: 16,
  timeoutMs: 20_000,
}
/**
 * Below the outbox's own limit: a try that ends here still says how far it came, one that is cut off there does not, and
 * what was sent already would go again.
 */
const BUDGET_MS = TELEGRAM_LIMITS.timeoutMs - 3_000
const NO_ROOM_WAIT_MS = 1_000

/** Groups that became supergroups keep their old id in what is stored; so many new ones are remembered. */
const MOST_MIGRATED = 500

/** The way out of one bot. */
export function createTelegramSender({
  api,
  words,
  now,
  log,
  budgetMs = BUDGET_MS,
}: TelegramSenderOptions): Sender {
  const migrated = new Map<string, string>()
  const follow = (chat: string, to: number) => {
    if (migrated.size >= MOST_MIGRATED) migrated.clear()
    migrated.set(chat, String(to))
  }

  /** One call, with what can be mended at once: a group that moved, markup or an extra that Telegram will not take. */
  const deliver = async (
    call: Call,
    { signal, room }: SendTry,
  ): Promise<ApiAnswer<{ message_id: number }>> => {
    const chat = String(call.payload.chat_id)
    let current = inChat(call, migrated.get(chat) ?? chat)
    let answer = await perform(api, current, signal)
    const again = async (changed: Call) => {
      current = changed
      answer = (await room())
        ? await perform(api, current, signal)
        : { kind: 'unreachable', detail: 'no room within the limits' }
    }
    if (answer.kind === 'refused' && answer.migratedTo !== null) {
      follow(chat, answer.migratedTo)
      await again(inChat(current, String(answer.migratedTo)))
    }
    if (answer.kind !== 'ok' && current.method === 'sendMessage' && isMarkupProblem(answer)) {
      log.warn({ why: 'markup' }, 'Telegram could not read the markup, sent as plain text')
      await again(asPlain(current))
    }
    // A button or a quoted message may be what it does not like. The words of an answer are worth more than those.
    if (answer.kind !== 'ok' && current.method === 'sendMessage' && isContentProblem(answer)) {
      log.warn({ why: 'extras' }, 'Telegram refused the message, sent as words alone')
      await again(asWordsAlone(current))
    }
    return answer
  }

  return {
    channel: 'telegram',
    account: api.account,
    limits: TELEGRAM_LIMITS,
    async send(outgoing: Outgoing, help: SendHelp): Promise<SendOutcome> {
      const { calls, dropped } = render(outgoing, words)
      if (dropped.length > 0)
        log.warn({ id: outgoing.id, dropped }, 'choices that cannot be Telegram buttons')
      if (calls.length === 0) return { kind: 'refused', reason: 'content_rejected', detail: 'nothing to say' }
      const one = beginTry(help, budgetMs)
      let externalId = ''
      for (const [index, call] of calls.entries()) {
        if (index < outgoing.done) continue
        if (index > outgoing.done && !(await one.room())) {
          const at = new Date(now().getTime() + NO_ROOM_WAIT_MS)
          return { kind: 'retry_at', at, reason: 'rate_limited', scope: 'chat', done: index }
        }
        const answer = await deliver(call, one)
        if (answer.kind === 'ok') {
          externalId = String(answer.result.message_id)
          continue
        }
        if (call.method !== 'sendMessage' && isContentProblem(answer)) {
          log.warn(
            { id: outgoing.id, method: call.method },
            'Telegram refused a card; the text names the office',
          )
          continue
        }
        const group = outgoing.to.place !== null
        return outcomeOf(answer, { attempt: outgoing.attempt, now: now(), group, done: index })
      }
      return { kind: 'sent', externalId }
    },
  }
}

function perform(api: BotApi, call: Call, signal: AbortSignal): Promise<ApiAnswer<{ message_id: number }>> {
  switch (call.method) {
    case 'sendMessage':
      return api.call(call.method, call.payload, signal)
    case 'sendVenue':
      return api.call(call.method, call.payload, signal)
    case 'sendContact':
      return api.call(call.method, call.payload, signal)
  }
}

function inChat(call: Call, chat_id: string): Call {
  return { ...call, payload: { ...call.payload, chat_id } } as Call
}

type MessageCall = Extract<Call, { method: 'sendMessage' }>

function asPlain(call: MessageCall): MessageCall {
  const { parse_mode: _, ...payload } = call.payload
  return { ...call, payload: { ...payload, text: call.plain } }
}

function asWordsAlone({ payload, plain }: MessageCall): MessageCall {
  const link_preview_options = { is_disabled: true }
  return {
    method: 'sendMessage',
    plain,
    payload: { chat_id: payload.chat_id, text: plain, link_preview_options },
  }
}
