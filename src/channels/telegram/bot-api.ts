import { Api, GrammyError, HttpError, type RawApi } from 'grammy'

/** How one call of the Bot API ended. A value, so that no caller has to know which of grammY's errors may hold the token. */
export type ApiAnswer<T> = { readonly kind: 'ok'; readonly result: T } | ApiFailure

export type ApiFailure =
  | {
      readonly kind: 'refused'
      /** Telegram's error code, like an HTTP status. */
      readonly code: number
      /** Telegram's own words, without the token. */
      readonly description: string
      readonly retryAfterSeconds: number | null
      /** The group became a supergroup and has this chat id now. */
      readonly migratedTo: number | null
    }
  | { readonly kind: 'unreachable'; readonly detail: string }

/** What the channel asks of Telegram, beside `getMe`. */
type Method =
  | 'getUpdates'
  | 'setWebhook'
  | 'deleteWebhook'
  | 'setMyCommands'
  | 'sendMessage'
  | 'sendVenue'
  | 'sendContact'
  | 'sendChatAction'
  | 'answerCallbackQuery'
  | 'getFile'
type Payload<M extends Method> = NonNullable<Parameters<RawApi[M]>[0]>
type Result<M extends 'getMe' | Method> = Awaited<ReturnType<RawApi[M]>>

/** The Bot API of one bot. Nothing here throws. */
export interface BotApi {
  /** The bot's numeric id: the part of its token that is no secret. */
  readonly account: string
  me(signal: AbortSignal): Promise<ApiAnswer<Result<'getMe'>>>
  call<M extends Method>(method: M, payload: Payload<M>, signal?: AbortSignal): Promise<ApiAnswer<Result<M>>>
  /** The bytes behind a path that `getFile` gave. Its address holds the token: an error of it must not be logged. */
  download(path: string, signal: AbortSignal): Promise<Response>
}

export interface BotApiOptions {
  readonly token: string
  /** Another server than Telegram's own, without a slash at the end. */
  readonly apiRoot?: string | undefined
}

export const BOT_TOKEN = /^(\d{1,20}):[\w-]+$/

/**
 * grammY's client, and nothing between it and the outbox: auto-retry would sleep inside the call and hide `retry_after`,
 * so that the outbox could neither pause the bot nor hand the rest to another process.
 */
export function createBotApi({ token, apiRoot }: BotApiOptions): BotApi {
  const account = BOT_TOKEN.exec(token)?.[1]
  if (account === undefined) throw new Error('The bot token is not of the form 123456:ABC-DEF.')
  const { raw } = new Api(token, apiRoot === undefined ? {} : { apiRoot })
  const withoutToken = (text: string) => text.replaceAll(token, '<token>')
  const answered = async <T>(call: Promise<T>): Promise<ApiAnswer<T>> => {
    try {
      return { kind: 'ok', result: await call }
    } catch (error) {
      return failureOf(error, withoutToken)
    }
  }
  return {
    account,
    // grammY's types name another package's signal; Node's own does the same.
    me: (signal) => answered(raw.getMe(signal as Parameters<RawApi['getMe']>[0])),
    call: <M extends Method>(method: M, payload: Payload<M>, signal?: AbortSignal) => {
      // Every method has this shape; the compiler cannot see it through a choice of methods.
      const run = raw[method] as (payload: Payload<M>, signal?: AbortSignal) => Promise<Result<M>>
      return answered(run(payload, signal))
    },
    download: (path, signal) =>
      fetch(`${apiRoot ?? 'https://api.telegram.org'}/file/bot${token}/${path}`, {
        redirect: 'error',
        signal,
      }),
  }
}

function failureOf(error: unknown, withoutToken: (text: string) => string): ApiFailure {
  if (error instanceof GrammyError && typeof error.error_code === 'number') {
    const { retry_after, migrate_to_chat_id } = error.parameters
    return {
      kind: 'refused',
      code: error.error_code,
      description: withoutToken(String(error.description)),
      retryAfterSeconds: retry_after ?? null,
      migratedTo: migrate_to_chat_id ?? null,
    }
  }
  // The message of what lies beneath names the address that was called, and the token is a part of that.
  const beneath = error instanceof HttpError ? error.error : error
  const { code, name } = (beneath ?? {}) as { code?: unknown; name?: unknown }
  const detail =
    typeof code === 'string' ? code : typeof name === 'string' ? name : 'no answer that can be read'
  return { kind: 'unreachable', detail: withoutToken(detail) }
}
