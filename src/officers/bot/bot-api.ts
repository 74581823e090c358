import { Telegram, TelegramError } from 'telegraf'

/** How one call of the Bot API ended. A value: Telegraf's errors carry the payload, and with it what people wrote. */
export type ApiAnswer<T> = { readonly kind: 'ok'; readonly result: T } | ApiFailure

export type ApiFailure =
  | {
      readonly kind: 'refused'
      readonly code: number
      /** Telegram's own words, without the token. */
      readonly description: string
      readonly retryAfterSeconds: number | null
    }
  | { readonly kind: 'unreachable'; readonly detail: string }

type Calls = Telegram['callApi']
export type Method = Parameters<Calls>[0]

/** The Bot API of the officers' bot. Nothing here throws. */
export interface OfficerBotApi {
  /** The bot's numeric id: the part of its token that is no secret. */
  readonly account: string
  call<T = unknown>(method: Method, payload: object, signal?: AbortSignal): Promise<ApiAnswer<T>>
}

export interface OfficerBotApiOptions {
  readonly token: string
  /** Another server than Telegram's own, without a slash at the end. */
  readonly apiRoot?: string | undefined
}

/** Telegraf's client with closed outcomes. */
export function createOfficerBotApi({ token, apiRoot }: OfficerBotApiOptions): OfficerBotApi {
  const account = accountOf(token)
  // Telegraf resolves the method against the root: without the slash a path in it would be lost.
  const telegram = new Telegram(token, apiRoot === undefined ? {} : { apiRoot: `${apiRoot}/` })
  const withoutToken = (text: string) => text.replaceAll(token, '<token>')
  return {
    account,
    async call<T>(method: Method, payload: object, signal?: AbortSignal): Promise<ApiAnswer<T>> {
      try {
        // Its type asks for another package's signal; Node's own does the same.
        const options = signal === undefined ? {} : { signal: signal as never }
        return { kind: 'ok', result: (await telegram.callApi(method, payload as never, options)) as T }
      } catch (error) {
        return failureOf(error, withoutToken)
      }
    },
  }
}

/** The bot's public number: with it an outgoing row names who sends it. */
export function accountOf(token: string): string {
  const account = /^(\d{1,20}):[\w-]+$/.exec(token)?.[1]
  if (account === undefined) throw new Error('The bot token is not of the form 123456:ABC-DEF.')
  return account
}

function failureOf(error: unknown, withoutToken: (text: string) => string): ApiFailure {
  if (error instanceof TelegramError) {
    return {
      kind: 'refused',
      code: error.code,
      description: withoutToken(String(error.description)),
      retryAfterSeconds: error.parameters?.retry_after ?? null,
    }
  }
  // The message of a broken call names the address, and the token is a part of that.
  const { code, type, name } = (error ?? {}) as { code?: unknown; type?: unknown; name?: unknown }
  const detail = [code, type, name].find((one) => typeof one === 'string')
  return { kind: 'unreachable', detail: withoutToken(String(detail ?? 'no answer that can be read')) }
}
