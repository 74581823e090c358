import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts'
import type { Accept, AcceptMessages } from '../../src/core/delivery.ts'
import type { UnsupportedKind } from '../../src/core/input.ts'
import { SILENT } from '../../src/core/log.ts'
import { fakeBotApi, TOKEN } from '../support/telegram/fake-bot-api.ts'
import { until } from '../support/until.ts'
import { outgoing, readable, words } from '../unit/channels/telegram/outgoing.ts'
import { type Act, describeChannel, type OpenOptions, type Person } from './channel.contract.ts'

const SECRET = 'rahasia'
const FILES: Readonly<Record<UnsupportedKind, object>> = {
  photo: { photo: [{ file_id: 'x' }] },
  voice: { voice: { file_id: 'x' } },
  video: { video: { file_id: 'x' } },
  document: { document: { file_id: 'x' } },
  sticker: { sticker: { file_id: 'x', emoji: '👍' } },
  contact: { contact: { phone_number: '62', first_name: 'x' } },
  other: { poll: { id: '1' } },
}

/** Telegram posts to the webhook; what we send arrives at a Bot API on loopback. */
async function open({ deviceLocale, behind }: OpenOptions) {
  const server = await fakeBotApi()
  let updateId = 0
  let people = 0
  const accept: AcceptMessages = async (messages) => {
    for (const message of messages) await answer(message)
    return { kind: 'taken', each: messages.map(() => 'accepted') }
  }
  const answer = async (message: Accept) => {
    const said = await behind(message)
    const help = { signal: new AbortController().signal, pass: async () => undefined }
    await channel.sender.send({ ...outgoing(said), to: message, echo: message.echo ?? {} }, help)
  }
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: server.url,
    mode: { kind: 'webhook', url: 'https://uji.example/telegram/webhook', secret: SECRET },
    accept,
    words,
    locales: ['id', 'en'],
    answersHere: () => true,
    onIgnored: () => undefined,
    now: () => new Date('2026-11-21T08:00:00Z'),
    log: SILENT,
  })
  const stop = new AbortController()
  const running = channel.run(stop.signal)
  await until('Telegram knows our webhook', () => server.callsOf('setWebhook').length > 0)

  const person = async (): Promise<Person> => {
    people += 1
    const id = 70_010_000 + people
    const from = { id, is_bot: false, language_code: deviceLocale }
    const chat = { id, type: 'private' }
    let last = ''
    let problem = ''
    const sent = () => server.callsOf('sendMessage').filter(({ chat_id }) => chat_id === String(id))
    const buttons = () => sent().flatMap(({ reply_markup }) => reply_markup?.inline_keyboard?.flat() ?? [])
    const post = async () => {
      const headers = { 'x-telegram-bot-api-secret-token': SECRET }
      const response = await channel.webhook?.request('/', { method: 'POST', headers, body: last })
      problem = response?.ok === true ? '' : ((await response?.text()) ?? 'no webhook')
    }
    const content = (act: Exclude<Act, { kind: 'tap' }>): object => {
      switch (act.kind) {
        case 'say':
          return { text: act.text }
        case 'share':
          return { location: { latitude: act.lat, longitude: act.lon } }
        case 'send':
          return FILES[act.what]
        case 'command':
          return { text: `/${act.name} ${act.argument}`.trimEnd() }
      }
    }
    return {
      async act(act) {
        updateId += 1
        const message = { message_id: updateId, from, chat, date: 1 }
        if (act.kind === 'tap') {
          const data = buttons().find(({ text }) => text === act.label)?.callback_data
          last = JSON.stringify({ update_id: updateId, callback_query: { id: '1', from, message, data } })
        } else last = JSON.stringify({ update_id: updateId, message: { ...message, ...content(act) } })
        await post()
      },
      again: post,
      seen: () => ({
        text: sent()
          .map(({ text, parse_mode }) => (parse_mode === 'HTML' ? readable(text) : text))
          .join('\n'),
        choices: buttons().map(({ text }) => text),
        links: sent().flatMap(({ text }) =>
          [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => readable(href)),
        ),
      }),
      get problem() {
        return problem
      },
    }
  }
  const close = async () => {
    stop.abort()
    await running
    await server.close()
  }
  return { person, close }
}

describeChannel({ name: 'telegram', open, attaches: true })
