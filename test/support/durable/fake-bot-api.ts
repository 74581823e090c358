import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Sent {
  readonly chat: string
  /** The number of the message it answers. */
  readonly n: number
  readonly text: string
  readonly at: number
}

/** A Bot API of our own on loopback: takes sendMessage, remembers it, and can be told to answer otherwise. */
export interface FakeBotApi {
  readonly url: string
  readonly sent: readonly Sent[]
  /** Messages answered at least once. */
  readonly distinct: number
  /** Message numbers that were sent more often, and how often. */
  doubles(): ReadonlyMap<number, number>
  /** Chats in which an answer came before that of an earlier message (first deliveries only). */
  disorder(): readonly string[]
  /** Status and body instead of "ok", for the next call that asks; undefined: ok. */
  refuse: ((chat: string, n: number) => { status: number; body: object } | undefined) | undefined
  close(): Promise<void>
}

export async function startFakeBotApi(port = 0): Promise<FakeBotApi> {
  const sent: Sent[] = []
  const times = new Map<number, number>()
  const lastOfChat = new Map<string, number>()
  const disorder = new Set<string>()
  const api = { refuse: undefined } as { refuse: FakeBotApi['refuse'] }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = (status: number, body: object) => {
        const text = JSON.stringify(body)
        response.writeHead(status, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        })
        response.end(text)
      }
      if (request.url === '/stats') {
        return answer(200, {
          calls: sent.length,
          distinct: times.size,
          doubles: sent.length - times.size,
          disorder: disorder.size,
          lastAt: sent.at(-1)?.at ?? 0,
        })
      }
      if (request.url === '/reset') {
        sent.length = 0
        times.clear()
        lastOfChat.clear()
        disorder.clear()
        return answer(200, {})
      }
      const { chat_id, text, n = 0 } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
      const chat = String(chat_id)
      const refusal = api.refuse?.(chat, n)
      if (refusal !== undefined) return answer(refusal.status, refusal.body)
      const count = (times.get(n) ?? 0) + 1
      times.set(n, count)
      sent.push({ chat, n, text: sent.length < 100_000 ? text : '', at: Date.now() })
      if (count === 1) {
        if (n < (lastOfChat.get(chat) ?? -1)) disorder.add(chat)
        lastOfChat.set(chat, n)
      }
      answer(200, {
        ok: true,
        result: { message_id: sent.length, date: 0, chat: { id: chat_id, type: 'private' } },
      })
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    get distinct() {
      return times.size
    },
    doubles: () => new Map([...times].filter(([, count]) => count > 1)),
    disorder: () => [...disorder],
    get refuse() {
      return api.refuse
    },
    set refuse(value) {
      api.refuse = value
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

// As a process of its own, for the benchmark.
if (process.argv[1] === import.meta.filename) {
  const { url } = await startFakeBotApi()
  console.log(JSON.stringify({ url }))
  process.stdin.once('end', () => process.exit(0)).resume()
}
