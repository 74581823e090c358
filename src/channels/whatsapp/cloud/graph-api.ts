import { z } from 'zod'
import { readAtMost } from '../../../core/media.ts'

/** Meta keeps a version for about two years. */
export const GRAPH_VERSION = 'v25.0'
export const GRAPH_ROOT = 'https://graph.facebook.com'

/** How one call ended. A value, so that no caller meets an error that may hold the token or a number. */
export type GraphAnswer<T> = { readonly kind: 'ok'; readonly result: T } | GraphFailure

export type GraphFailure =
  | {
      readonly kind: 'refused'
      readonly status: number
      /** Meta's error code; 0 when the answer named none. */
      readonly code: number
      readonly detail: string
      readonly retryAfterSeconds: number | null
    }
  | { readonly kind: 'unreachable'; readonly detail: string }

/** The Graph API for one number of ours. Nothing here throws. */
export interface GraphApi {
  /** Our number's id at Meta. */
  readonly account: string
  /** Sends one message; the result is WhatsApp's id of it. */
  send(message: object, signal: AbortSignal): Promise<GraphAnswer<string>>
  /** Two blue ticks, and "typing…" until we answer, at most 25 seconds. */
  markRead(messageId: string, typing: boolean, signal: AbortSignal): Promise<GraphAnswer<void>>
  /** Puts a picture where `send` can name it; the result is its id. */
  upload(bytes: Uint8Array, mime: string, signal: AbortSignal): Promise<GraphAnswer<string>>
  media(id: string, signal: AbortSignal): Promise<GraphAnswer<MediaPlace>>
  /** A file of theirs: the address comes from `media` and is asked with our token. Throws when it is not theirs. */
  download(url: string, signal: AbortSignal): Promise<Response>
}

export interface MediaPlace {
  readonly url: string
  readonly bytes: number | null
}

export interface GraphApiOptions {
  readonly token: string
  readonly phoneNumberId: string
  /** Another server than Meta's own, without a slash at the end. */
  readonly root?: string | undefined
}

const LONGEST_ANSWER = 256 * 1024

const SENT = z
  .object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
  .transform(({ messages }) => messages[0]?.id ?? '')
const DONE = z.unknown().transform(() => undefined)
const UPLOADED = z.object({ id: z.string().min(1) }).transform(({ id }) => id)
const PLACE = z
  .object({ url: z.string(), file_size: z.coerce.number().int().nonnegative().nullish() })
  .transform(({ url, file_size }): MediaPlace => ({ url, bytes: file_size ?? null }))
const ERROR = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().nullish(),
    error_data: z.object({ details: z.string().nullish() }).nullish(),
  }),
})

export function createGraphApi({ token, phoneNumberId, root = GRAPH_ROOT }: GraphApiOptions): GraphApi {
  const base = `${root}/${GRAPH_VERSION}`
  const authorization = `Bearer ${token}`

  async function call<T>(
    path: string,
    shape: z.ZodType<T>,
    init: RequestInit & { signal: AbortSignal },
  ): Promise<GraphAnswer<T>> {
    try {
      const headers = { authorization, ...(init.headers as Record<string, string> | undefined) }
      const response = await fetch(`${base}/${path}`, { redirect: 'error', ...init, headers })
      const body = await readJson(response)
      if (!response.ok) return refusalOf(response, body)
      const parsed = shape.safeParse(body)
      if (parsed.success) return { kind: 'ok', result: parsed.data }
      return { kind: 'unreachable', detail: 'an answer of another shape' }
    } catch (error) {
      return { kind: 'unreachable', detail: nameOf(error) }
    }
  }
  const post = <T>(path: string, shape: z.ZodType<T>, body: object, signal: AbortSignal) =>
    call(path, shape, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
  const messages = `${phoneNumberId}/messages`

  return {
    account: phoneNumberId,
    send: (message, signal) => post(messages, SENT, { messaging_product: 'whatsapp', ...message }, signal),
    markRead: (messageId, typing, signal) =>
      post(
        messages,
        DONE,
        {
          messaging_product: 'whatsapp',
          status: 'read',
          message_id: messageId,
          ...(typing ? { typing_indicator: { type: 'text' } } : {}),
        },
        signal,
      ),
    upload(bytes, mime, signal) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', mime)
      form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), `file.${mime.split('/')[1]}`)
      return call(`${phoneNumberId}/media`, UPLOADED, { method: 'POST', body: form, signal })
    },
    media: (id, signal) => call(encodeURIComponent(id), PLACE, { signal }),
    async download(url, signal) {
      if (!isTheirs(url, root)) throw new Error('The address of a file is not one of Meta.')
      return fetch(url, { headers: { authorization }, redirect: 'error', signal })
    },
  }
}

/** Our token goes nowhere else, whatever an answer says. */
function isTheirs(url: string, root: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  if (origin === new URL(root).origin) return true
  return protocol === 'https:' && /(^|\.)(fbsbx\.com|facebook\.com|whatsapp\.net|fbcdn\.net)$/.test(hostname)
}

async function readJson({ body }: Response): Promise<unknown> {
  if (body === null) return undefined
  const bytes = await readAtMost(body, LONGEST_ANSWER)
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function refusalOf({ status, headers }: Response, body: unknown): GraphFailure {
  const error = ERROR.safeParse(body).data?.error
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return {
    kind: 'refused',
    status,
    code: error?.code ?? 0,
    detail: withoutPersons(error?.error_data?.details ?? error?.message ?? `HTTP ${status}`),
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  }
}

/** Meta's words may repeat a number or what was sent: neither belongs into a log. */
export function withoutPersons(detail: string): string {
  return detail
    .replace(/"[^"]*"?|“[^”]*”?/g, '"…"')
    .replace(/\+?\d[\d\s().-]{4,}\d/g, '…')
    .replace(/\b(EAA|wamid\.)[\w+/=.-]+/g, '…')
    .slice(0, 200)
}

function nameOf(error: unknown): string {
  const { code, name, cause } = (error ?? {}) as { code?: unknown; name?: unknown; cause?: unknown }
  if (typeof cause === 'object' && cause !== null && typeof (cause as { code?: unknown }).code === 'string')
    return String((cause as { code: string }).code)
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'no answer that can be read'
}
