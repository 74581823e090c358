import { createHmac } from 'node:crypto'
import { until } from '../../support/until.ts'
import { readable } from '../../unit/channels/whatsapp/screen.ts'
import { CLOUD, type FakeGraphApi, fakeGraphApi, type SentMessage } from './graph-api.ts'

/** A WhatsApp on loopback: people with telephones, and Meta between them and the program. */
export interface CloudWorld extends FakeGraphApi {
  /** Where the program listens; set when it does. */
  target: string
  person(number: string): CloudPerson
  /** Posts a body as Meta does; gives the status. */
  post(body: object | string, signature?: string): Promise<number>
  status(status: string, sent: SentMessage, code?: number): Promise<number>
}

export interface CloudPerson {
  say(text: string): Promise<void>
  send(content: object): Promise<void>
  tap(label: string): Promise<void>
  /** The last message once more, as Meta does when it did not hear us. */
  again(): Promise<void>
  /** The next message that came, as the person reads it. */
  reads(pattern?: RegExp): Promise<ReadMessage>
  received(): readonly SentMessage[]
}

export interface ReadMessage extends SentMessage {
  readonly text: string
  readonly choices: readonly Choice[]
}

interface Choice {
  readonly id: string
  readonly title: string
  readonly description?: string
}

export function sign(body: string): string {
  return `sha256=${createHmac('sha256', CLOUD.appSecret).update(body).digest('hex')}`
}

export async function cloudWorld(): Promise<CloudWorld> {
  const server = await fakeGraphApi()
  let count = 0
  const world: CloudWorld = Object.assign(Object.create(server) as FakeGraphApi, {
    target: '',
    async post(given: object | string, signature?: string) {
      const body = typeof given === 'string' ? given : JSON.stringify(given)
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(body) }
      const response = await fetch(`${world.target}/whatsapp/webhook`, { method: 'POST', headers, body })
      await response.text()
      return response.status
    },
    status(status: string, { id, to, payload }: SentMessage, code?: number) {
      const errors = code === undefined ? {} : { errors: [{ code, title: 'Message undeliverable' }] }
      const one = {
        id,
        status,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        recipient_id: to,
        biz_opaque_callback_data: payload.biz_opaque_callback_data,
        ...errors,
      }
      return world.post(notification({ statuses: [one] }))
    },
    person(number: string): CloudPerson {
      let last: object = {}
      let seen = 0
      const received = () => server.sent.filter(({ to }) => to === number)
      const deliver = async () => {
        const status = await world.post(last)
        if (status !== 200) throw new Error(`The webhook said ${status}.`)
      }
      const send = async (content: object) => {
        count += 1
        const message = {
          from: number,
          id: `wamid.IN${count}`,
          timestamp: String(Math.floor(Date.now() / 1_000) + count),
          ...content,
        }
        last = notification({ contacts: [{ profile: { name: 'x' }, wa_id: number }], messages: [message] })
        await deliver()
      }
      const person: CloudPerson = {
        say: (text) => send({ type: 'text', text: { body: text } }),
        send,
        again: deliver,
        received,
        async tap(label) {
          const offered = received().flatMap((one) => choicesOf(one))
          const choice = offered.findLast(({ title, description }) => (description ?? title) === label)
          if (choice === undefined) throw new Error(`Nothing says "${label}".`)
          const type = choice.description === undefined ? 'button_reply' : 'list_reply'
          await send({ type: 'interactive', interactive: { type, [type]: choice } })
        },
        async reads(pattern) {
          const one = await until(`${number} reads ${pattern ?? 'something'}`, () => {
            const next = received().slice(seen)
            const at = next.findIndex((message) => pattern === undefined || pattern.test(wordsOf(message)))
            if (at < 0) return undefined
            seen += at + 1
            return next[at]
          })
          return { ...one, text: wordsOf(one), choices: choicesOf(one) }
        },
      }
      return person
    },
  })
  return world
}

export function notification(more: object): object {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '622150000000', phone_number_id: CLOUD.phoneNumberId },
    ...more,
  }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }],
  }
}

function wordsOf({ payload }: SentMessage): string {
  return readable(payload.text?.body ?? payload.interactive?.body.text ?? payload.template?.name ?? '')
}

function choicesOf({ payload }: SentMessage): readonly Choice[] {
  const { action } = payload.interactive ?? {}
  const buttons = (action?.buttons ?? []).map(({ reply }: { reply: Choice }) => reply)
  const rows = (action?.sections ?? []).flatMap(({ rows: own }: { rows: Choice[] }) => own)
  return [...buttons, ...rows]
}
