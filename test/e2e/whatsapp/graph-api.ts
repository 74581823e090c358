/**
 * A Graph API on loopback that checks what it is given as Meta does (limits of buttons, lists and bodies, the right
 * token, the right number), keeps every call, can be told to answer otherwise, and gives out files in two steps.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const CLOUD = {
  token: 'EAAG-rahasia-uji-token',
  phoneNumberId: '106540352242922',
  appSecret: 'rahasia-aplikasi-uji',
  verifyToken: 'kata-sandi-uji',
} as const

/** `reset` closes the connection without an answer, `hang` gives none, `garbage` is no JSON. */
export type Scripted =
  | {
      readonly status: number
      readonly code: number
      readonly message?: string
      readonly details?: string
      readonly retryAfter?: number
    }
  | 'reset'
  | 'hang'
  | 'garbage'

export interface File {
  readonly bytes: Uint8Array
  readonly mime: string
  /** Said instead of the real length. */
  readonly claims?: number
  /** An address elsewhere, instead of our own. */
  readonly url?: string
}

export interface FakeGraphApi {
  readonly url: string
  /** Messages that were taken, with the id each got. */
  readonly sent: readonly SentMessage[]
  /** Read marks, with or without "typing…". */
  readonly marks: readonly { readonly messageId: string; readonly typing: boolean }[]
  readonly uploads: readonly { readonly type: string; readonly length: number }[]
  /** What the next sends get, in order; afterwards they succeed again. */
  script(...answers: readonly Scripted[]): void
  file(id: string, file: File): void
  /** Ids of files that were given out. */
  readonly served: readonly string[]
  /** Every authorization that was shown. */
  readonly shown: ReadonlySet<string>
  close(): Promise<void>
}

export interface SentMessage {
  readonly id: string
  readonly to: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into payloads of every kind
  readonly payload: any
}

export async function fakeGraphApi(): Promise<FakeGraphApi> {
  const sent: SentMessage[] = []
  const marks: { messageId: string; typing: boolean }[] = []
  const uploads: { type: string; length: number }[] = []
  const scripted: Scripted[] = []
  const files = new Map<string, File>()
  const shown = new Set<string>()
  const served: string[] = []
  let count = 0

  const server = createServer((request, response) => void handle(request, response))
  const answer = (response: ServerResponse, status: number, body: object, headers = {}): undefined =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))
  const refuse = (response: ServerResponse, status: number, code: number, message: string): undefined =>
    answer(response, status, { error: { message, type: 'OAuthException', code, fbtrace_id: 'Az' } })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    shown.add(request.headers.authorization ?? '')
    const { pathname } = new URL(request.url ?? '/', url)
    const [, version, ...rest] = pathname.split('/')
    if (request.headers.authorization !== `Bearer ${CLOUD.token}`)
      return refuse(response, 401, 190, 'Invalid OAuth access token')
    if (version === 'file') return giveFile(rest[0] ?? '', response)
    if (!/^v\d+\.0$/.test(version ?? '')) return refuse(response, 404, 2500, 'Unknown path components')
    if (request.method === 'GET') return tellFile(rest[0] ?? '', response)
    if (rest[0] !== CLOUD.phoneNumberId) return refuse(response, 400, 33, 'Object does not exist')
    if (rest[1] === 'media') return takeUpload(body, response)
    if (rest[1] !== 'messages') return refuse(response, 404, 2500, 'Unknown path components')
    const payload = JSON.parse(body.toString())
    if (payload.status === 'read') {
      marks.push({ messageId: payload.message_id, typing: payload.typing_indicator?.type === 'text' })
      return answer(response, 200, { success: true })
    }
    const next = scripted.shift()
    if (next === 'hang') return
    if (next === 'reset') return void request.socket.destroy()
    if (next === 'garbage') return void response.end('<html>bad gateway</html>')
    if (next !== undefined) {
      const headers = next.retryAfter === undefined ? {} : { 'retry-after': String(next.retryAfter) }
      const error = {
        message: next.message ?? `(#${next.code}) Refused`,
        type: 'OAuthException',
        code: next.code,
        ...(next.details === undefined
          ? {}
          : { error_data: { messaging_product: 'whatsapp', details: next.details } }),
      }
      return answer(response, next.status, { error }, headers)
    }
    const problem = problemOf(payload)
    if (problem !== undefined) return refuse(response, 400, 131009, problem)
    count += 1
    const id = `wamid.SENT${count}`
    const to = payload.to ?? payload.recipient
    sent.push({ id, to, payload })
    answer(response, 200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id }],
    })
  }

  function tellFile(id: string, response: ServerResponse): undefined {
    const file = files.get(id)
    if (file === undefined)
      return refuse(response, 400, 100, 'Unsupported get request. Object does not exist')
    answer(response, 200, {
      messaging_product: 'whatsapp',
      id,
      url: file.url ?? `${url}/file/${id}`,
      mime_type: file.mime,
      sha256: 'x',
      file_size: String(file.claims ?? file.bytes.length),
    })
  }

  function giveFile(id: string, response: ServerResponse): undefined {
    const file = files.get(id)
    if (file === undefined) return void response.writeHead(404).end()
    served.push(id)
    response.writeHead(200, { 'content-type': file.mime })
    response.end(file.bytes)
  }

  function takeUpload(body: Buffer, response: ServerResponse): undefined {
    const type = /name="type"\r\n\r\n([^\r]+)/.exec(body.toString('latin1'))?.[1] ?? ''
    uploads.push({ type, length: body.length })
    answer(response, 200, { id: `upload-${uploads.length}` })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    sent,
    marks,
    uploads,
    shown,
    served,
    script: (...answers) => void scripted.push(...answers),
    file: (id, file) => void files.set(id, file),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Why Meta would refuse this; undefined when it would not. */
function problemOf(payload: SentMessage['payload']): string | undefined {
  const long = (text: unknown, most: number) =>
    typeof text !== 'string' || text === '' || [...text].length > most
  if (payload.messaging_product !== 'whatsapp') return 'messaging_product'
  if (
    payload.to !== undefined ? !/^\d{7,15}$/.test(payload.to) : !/^[A-Z]{2}\./.test(payload.recipient ?? '')
  )
    return 'recipient'
  if (payload.type === 'text') return long(payload.text?.body, 4_096) ? 'text.body' : undefined
  if (payload.type === 'template') return problemOfTemplate(payload.template)
  if (payload.type !== 'interactive') return payload[payload.type] === undefined ? 'type' : undefined
  const { type, body, action } = payload.interactive
  if (long(body?.text, 1_024)) return 'interactive.body'
  if (type === 'location_request_message') return action?.name === 'send_location' ? undefined : 'action'
  if (type === 'button') {
    const replies = (action?.buttons ?? []).map(
      ({ reply }: { reply: { id: string; title: string } }) => reply,
    )
    const titles = new Set(replies.map(({ title }: { title: string }) => title))
    if (replies.length < 1 || replies.length > 3 || titles.size !== replies.length) return 'buttons'
    return replies.some(({ id, title }: { id: string; title: string }) => long(title, 20) || long(id, 256))
      ? 'button'
      : undefined
  }
  if (type === 'list') {
    const rows = (action?.sections ?? []).flatMap(({ rows }: { rows: object[] }) => rows)
    if (rows.length < 1 || rows.length > 10 || long(action?.button, 20)) return 'list'
    return rows.some(
      ({ id, title, description }: { id: string; title: string; description?: string }) =>
        long(title, 24) || long(id, 200) || (description !== undefined && long(description, 72)),
    )
      ? 'row'
      : undefined
  }
  return 'interactive.type'
}

function problemOfTemplate(template: SentMessage['payload']): string | undefined {
  const text = template?.components?.[0]?.parameters?.[0]?.text
  if (typeof text !== 'string' || text === '' || text.length > 1_024) return 'parameter'
  return /[\n\t]| {5}/.test(text) ? 'Param text cannot have new-line/tab characters' : undefined
}
