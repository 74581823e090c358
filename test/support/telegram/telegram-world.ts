/**
 * Telegram as the bot and the people on it see it, on loopback: `telegram-test-api` keeps the chats, and this stands
 * before it for what that leaves out: long polling, the webhook's secret, and the methods it does not know.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import testApi from 'telegram-test-api'
import { until } from '../until.ts'
import type { ApiCall } from './fake-bot-api.ts'

/** Its types put the class one level deeper than Node finds it. */
const TelegramServer = testApi as unknown as typeof testApi.default
type Server = InstanceType<typeof testApi.default>

export const TOKEN = '666:TEST-secret_of_the_bot'
/** A second bot in the same Telegram: the officers' one. */
export const OFFICER_TOKEN = '777:TEST-secret_of_the_officers'
const WEBHOOK_PATH = '/telegram/webhook'
/** Methods that telegram-test-api answers with "not supported". */
const OWN = new Set([
  'setMyCommands',
  'sendChatAction',
  'sendVenue',
  'sendContact',
  'sendPhoto',
  'sendDocument',
])

export interface BotMessage {
  readonly id: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: the payload of sendMessage, looked into by tests
  readonly payload: any
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[]
}

export interface TelegramPerson {
  say(text: string, more?: object): Promise<void>
  command(text: string): Promise<void>
  /** Taps the newest button of that label. */
  tap(label: string): Promise<void>
  /** Anything that is not a text. */
  send(content: object): Promise<void>
  /** The next message of the bot in this chat, or the next one that fits. */
  reads(fitting?: RegExp): Promise<BotMessage>
  /** What the bot has sent here so far. */
  messages(): readonly BotMessage[]
}

export interface PersonOptions {
  readonly id: number
  readonly language?: string
  /** In this group instead of a private chat. */
  readonly group?: number
  /** Which bot they write to; the citizens' one when nothing is said. */
  readonly bot?: string
}

export interface TelegramWorld {
  /** For TELEGRAM_API_ROOT. */
  readonly url: string
  /** For TELEGRAM_WEBHOOK_URL: adds the secret and passes on. */
  readonly webhookUrl: string
  /** Where the bot really listens. */
  target: string
  readonly calls: readonly ApiCall[]
  callsOf(method: string): readonly ApiCall['payload'][]
  person(options: PersonOptions): TelegramPerson
  close(): Promise<void>
}

export async function telegramWorld(): Promise<TelegramWorld> {
  const port = await freePort()
  const server = new TelegramServer({ port, host: '127.0.0.1', storeTimeout: 3_600 })
  await server.start()
  const calls: ApiCall[] = []
  let secret = ''
  let ownMessages = 0

  const forward = async (url: string, body: string, headers: Record<string, string> = {}) => {
    const all = { 'content-type': 'application/json', ...headers }
    return fetch(url, { method: 'POST', headers: all, body })
  }
  const edge = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const path = request.url ?? ''
    if (path === WEBHOOK_PATH) {
      const passed = await forward(world.target + WEBHOOK_PATH, body, {
        'x-telegram-bot-api-secret-token': secret,
      })
      response.writeHead(passed.status).end(await passed.text())
      return
    }
    const method = path.split('/').at(-1) ?? ''
    // A file comes as a form; tests look for what is in it.
    const payload = body === '' ? {} : body.startsWith('{') ? JSON.parse(body) : { form: body }
    calls.push({ method, payload })
    if (method === 'setWebhook') secret = payload.secret_token
    const answer = OWN.has(method) ? ownAnswer() : await theirAnswer(method, path, body, payload, response)
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
  }
  function ownAnswer(): string {
    ownMessages += 1
    return JSON.stringify({ ok: true, result: { message_id: 1_000_000 + ownMessages } })
  }
  async function theirAnswer(
    method: string,
    path: string,
    body: string,
    { timeout = 0 }: { timeout?: number },
    response: ServerResponse,
  ): Promise<string> {
    if (method === 'getUpdates' && timeout > 0 && !hasNews(path))
      await Promise.race([server.waitUserMessage(), once(response, 'close')])
    return (await forward(`http://127.0.0.1:${port}${path}`, body)).text()
  }

  const hasNews = (path: string) =>
    server.storage.userMessages.some(({ isRead, botToken }) => !isRead && path.startsWith(`/bot${botToken}/`))

  edge.listen(0, '127.0.0.1')
  await once(edge, 'listening')
  const url = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`
  const world: TelegramWorld = {
    url,
    webhookUrl: url + WEBHOOK_PATH,
    target: '',
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method).map(({ payload }) => payload),
    person: (options) => createPerson(server, options),
    async close() {
      edge.closeAllConnections()
      edge.close()
      await once(edge, 'close')
      await server.stop()
    },
  }
  return world
}

function createPerson(
  server: Server,
  { id, language = 'id', group, bot = TOKEN }: PersonOptions,
): TelegramPerson {
  const chatId = group ?? id
  const client = server.getClient(bot, {
    userId: id,
    chatId,
    type: group === undefined ? 'private' : 'supergroup',
  })
  const from = {
    id,
    first_name: `Orang ${id}`,
    username: `orang_${id}`,
    is_bot: false,
    language_code: language,
  }
  let read = 0
  const messages = (): readonly BotMessage[] =>
    server.storage.botMessages
      .filter(({ message, botToken }) => botToken === bot && String(message.chat_id) === String(chatId))
      .map(({ message, messageId }) => {
        // biome-ignore lint/suspicious/noExplicitAny: the library keeps the payload as it came
        const payload = message as any
        return {
          id: messageId,
          text: payload.text,
          payload,
          buttons: payload.reply_markup?.inline_keyboard?.flat() ?? [],
        }
      })
  return {
    messages,
    async say(text, more = {}) {
      await client.sendMessage(client.makeMessage(text, { from, ...more } as never))
    },
    async command(text) {
      await client.sendCommand(client.makeCommand(text, { from } as never))
    },
    async tap(label) {
      const isMeant = ({ text }: { text: string }) => text === label
      const message = messages().findLast(({ buttons }) => buttons.some(isMeant))
      const button = message?.buttons.findLast(isMeant)
      if (message === undefined || button === undefined) throw new Error(`There is no button "${label}".`)
      const under = { message_id: message.id, text: message.text }
      await client.sendCallback(
        client.makeCallbackQuery(button.callback_data, { from, message: under } as never),
      )
    },
    async send(content) {
      const { text: _, ...message } = client.makeMessage('', { from } as never)
      await client.sendMessage({ ...message, ...content } as never)
    },
    async reads(fitting = /^/) {
      return until(`the bot says ${fitting} to ${chatId}`, () => {
        const found = messages().findIndex(({ text }, index) => index >= read && fitting.test(text))
        if (found === -1) return undefined
        read = found + 1
        return messages()[found]
      })
    },
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  await once(socket, 'close')
  return port
}
