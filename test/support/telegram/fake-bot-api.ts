/**
 * A Bot API on loopback that a test can make fail: every call is kept, answers can be scripted, and updates are given
 * again until they are confirmed, as Telegram does.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ApiCall {
  readonly method: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every method
  readonly payload: any
}

/** `reset` closes the connection without an answer, `hang` gives none, `garbage` is no JSON. */
export type Scripted =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false
      readonly error_code: number
      readonly description: string
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
    }
  | 'reset'
  | 'hang'
  | 'garbage'

export interface FakeBotApi {
  readonly url: string
  readonly calls: readonly ApiCall[]
  callsOf(method: string): readonly ApiCall['payload'][]
  /** What the next calls of a method get, in order; afterwards it succeeds again. */
  script(method: string, ...answers: readonly Scripted[]): void
  push(...updates: readonly object[]): void
  /** Updates that were not confirmed yet. */
  pending(): number
  close(): Promise<void>
}

export const TOKEN = '666:FAKE-secret_of_the_bot'
const BOT = { id: 666, is_bot: true, first_name: 'Jalur Resmi', username: 'TestNameBot' }

export function refusal(error_code: number, description: string, parameters?: object): Scripted {
  return { ok: false, error_code, description, ...(parameters === undefined ? {} : { parameters }) }
}

export async function fakeBotApi(): Promise<FakeBotApi> {
  const calls: ApiCall[] = []
  const scripts = new Map<string, Scripted[]>()
  let updates: { update_id: number }[] = []
  let polls: (() => void)[] = []
  let messageId = 100

  const server = createServer((request, response) => void handle(request, response))
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const text = Buffer.concat(chunks).toString()
    // A file comes as a form; tests look for what is in it.
    const payload = text === '' ? {} : text.startsWith('{') ? JSON.parse(text) : { form: text }
    calls.push({ method, payload })
    const scripted = scripts.get(method)?.shift()
    if (scripted === 'hang') return
    if (scripted === 'reset') return void request.socket.destroy()
    if (scripted === 'garbage') return void response.end('<html>bad gateway</html>')
    const answer =
      token !== TOKEN
        ? refusal(401, 'Unauthorized')
        : (scripted ?? { ok: true, result: await resultOf(method, payload, response) })
    const status = typeof answer === 'object' && !answer.ok ? answer.error_code : 200
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }

  async function resultOf(method: string, payload: ApiCall['payload'], response: ServerResponse) {
    switch (method) {
      case 'getMe':
        return BOT
      case 'getUpdates':
        return getUpdates(payload, response)
      case 'sendMessage':
      case 'sendVenue':
      case 'sendContact':
      case 'sendPhoto':
      case 'sendDocument':
        messageId += 1
        return { message_id: messageId, date: 0, chat: { id: payload.chat_id, type: 'private' } }
      default:
        return true
    }
  }

  async function getUpdates(
    { offset, timeout = 0, limit = 100 }: ApiCall['payload'],
    response: ServerResponse,
  ) {
    if (offset !== undefined) updates = updates.filter(({ update_id }) => update_id >= offset)
    if (updates.length === 0 && timeout > 0)
      await Promise.race([new Promise<void>((resolve) => polls.push(resolve)), once(response, 'close')])
    return updates.slice(0, limit)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method).map(({ payload }) => payload),
    script: (method, ...answers) => scripts.set(method, [...(scripts.get(method) ?? []), ...answers]),
    push(...more) {
      updates.push(...(more as { update_id: number }[]))
      for (const wake of polls.splice(0)) wake()
    },
    pending: () => updates.length,
    async close() {
      server.closeAllConnections()
      server.close()
      polls = []
      await once(server, 'close')
    },
  }
}
