import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Hono } from 'hono'
import { backoffMs } from '../../core/backoff.ts'
import type { Words } from '../../core/channel.ts'
import type { AcceptMessages, Sender } from '../../core/delivery.ts'
import type { Locale } from '../../core/locale.ts'
import type { Log } from '../../core/log.ts'
import type { FetchMedia } from '../../core/media.ts'
import type { BotIdentity } from './addressed.ts'
import { type ApiAnswer, createBotApi } from './bot-api.ts'
import { commandMenus } from './commands.ts'
import { createIntake } from './intake.ts'
import { createTelegramMedia } from './media.ts'
import { poll } from './poller.ts'
import type { Ignored } from './receive.ts'
import { createTelegramSender } from './send.ts'
import { createTyping } from './typing.ts'
import { UPDATE_KINDS } from './update.ts'
import { createTelegramWebhook } from './webhook.ts'

/** How updates come to us: we ask for them, or Telegram posts them. Never both. */
export type TelegramMode =
  | {
      readonly kind: 'polling'
      /**
       * Runs the work while this process alone holds the name, and ends when `stop` does. Its signal ends when the name
       * is lost; then it is asked for again.
       */
      readonly alone: (
        name: string,
        work: (held: AbortSignal) => Promise<void>,
        stop: AbortSignal,
      ) => Promise<void>
    }
  | {
      readonly kind: 'webhook'
      /** The https address at which Telegram reaches `webhook`. */
      readonly url: string
      /** What Telegram shows with each update; derived from the token when it is not set. */
      readonly secret?: string | undefined
    }

export interface TelegramOptions {
  readonly token: string
  readonly apiRoot?: string | undefined
  readonly mode: TelegramMode
  readonly accept: AcceptMessages
  readonly words: Words
  /** Languages with wording of their own. */
  readonly locales: readonly Locale[]
  /** Answers leave through this process: it may show "typing…". */
  readonly answersHere: () => boolean
  readonly onIgnored: (reason: Ignored | 'invalid') => void
  readonly now: () => Date
  readonly log: Log
}

export interface TelegramChannel {
  readonly sender: Sender
  /** In webhook mode: to be mounted where `url` leads. */
  readonly webhook: Hono | undefined
  readonly fetchMedia: FetchMedia
  /** Takes updates until the signal ends. Never rejects: trouble with Telegram is waited out and logged. */
  run(stop: AbortSignal): Promise<void>
}

const CALL_TIMEOUT_MS = 20_000
/** Telegram opens so many connections to us at most; the inbox gathers what comes at once into one commit. */
const WEBHOOK_CONNECTIONS = 100

/** The public bot of one token: everything in the folder put together. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, accept, words, locales, answersHere, onIgnored, now, log } = options
  const api = createBotApi({ token, apiRoot })
  const typing = createTyping({ api, answersHere })
  const take = createIntake({ api, accept, typing, now, onIgnored, log })
  const sender = createTelegramSender({ api, words, now, log })
  let bot: BotIdentity | undefined
  const secret = mode.kind === 'webhook' ? (mode.secret ?? secretFrom(token)) : ''

  const prepare = async (signal: AbortSignal): Promise<BotIdentity | undefined> => {
    const me = await untilDone('getMe', () => api.me(limited(signal)), signal, log)
    if (me === undefined) return undefined
    for (const menu of commandMenus(locales, words)) {
      const { commands, ...scope } = menu
      const answer = await api.call('setMyCommands', { commands: [...commands], ...scope }, limited(signal))
      if (answer.kind !== 'ok') log.warn({ why: wordsOf(answer) }, 'the list of commands could not be set')
    }
    return { id: me.id, username: me.username }
  }

  return {
    sender: {
      ...sender,
      send: (outgoing, help) => {
        typing.end(outgoing.to.place ?? outgoing.to.address)
        return sender.send(outgoing, help)
      },
    },
    webhook:
      mode.kind === 'webhook' ? createTelegramWebhook({ secret, bot: () => bot, take, log }) : undefined,
    fetchMedia: createTelegramMedia(api),
    async run(stop) {
      const identity = await prepare(stop)
      if (identity === undefined) return
      bot = identity
      if (mode.kind === 'webhook') {
        const request = {
          url: mode.url,
          secret_token: secret,
          allowed_updates: UPDATE_KINDS,
          max_connections: WEBHOOK_CONNECTIONS,
        }
        await untilDone('setWebhook', () => api.call('setWebhook', request, limited(stop)), stop, log)
        log.info({ account: api.account }, 'Telegram posts updates to our webhook')
        await ended(stop)
      } else {
        await mode.alone(
          `telegram:${api.account}`,
          async (held) => {
            const signal = AbortSignal.any([stop, held])
            const kept = { drop_pending_updates: false }
            await untilDone(
              'deleteWebhook',
              () => api.call('deleteWebhook', kept, limited(signal)),
              signal,
              log,
            )
            log.info({ account: api.account }, 'polling Telegram')
            await poll({ api, bot: identity, take, onMalformed: () => onIgnored('malformed'), log }, signal)
          },
          stop,
        )
      }
      typing.stop()
    },
  }
}

/** Calls until it succeeds; undefined when the signal ends before. Without these calls the channel cannot work. */
async function untilDone<T>(
  method: string,
  call: () => Promise<ApiAnswer<T>>,
  signal: AbortSignal,
  log: Log,
): Promise<T | undefined> {
  for (let tries = 1; !signal.aborted; tries += 1) {
    const answer = await call()
    if (answer.kind === 'ok') return answer.result
    if (signal.aborted) break
    const asked = answer.kind === 'refused' ? answer.retryAfterSeconds : null
    const waitMs = asked === null ? backoffMs(tries) : asked * 1_000
    log.error({ method, why: wordsOf(answer), waitMs }, 'Telegram does not let the bot begin, tried again')
    await sleep(waitMs, undefined, { signal }).catch(() => undefined)
  }
  return undefined
}

function wordsOf(answer: Exclude<ApiAnswer<unknown>, { kind: 'ok' }>): string {
  return answer.kind === 'refused' ? `${answer.code}: ${answer.description}` : answer.detail
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT_MS)])
}

/** The same in every process that knows the token, and of no use to learn the token. */
function secretFrom(token: string): string {
  return createHmac('sha256', token).update('telegram webhook').digest('hex')
}
