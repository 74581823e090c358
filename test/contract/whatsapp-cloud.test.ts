import { createHmac } from 'node:crypto'
import { createCloudChannel } from '../../src/channels/whatsapp/cloud/cloud-channel.ts'
import type { Accept, AcceptMessages } from '../../src/core/delivery.ts'
import type { UnsupportedKind } from '../../src/core/input.ts'
import { SILENT } from '../../src/core/log.ts'
import { createPhrase } from '../../src/phrase/phrase.ts'
import { CLOUD, fakeGraphApi } from '../e2e/whatsapp/graph-api.ts'
import { readable } from '../unit/channels/whatsapp/screen.ts'
import { type Act, describeChannel, type OpenOptions, type Person } from './channel.contract.ts'

const FILE = { id: '1003383421387256', mime_type: 'application/octet-stream' }
const FILES: Readonly<Record<UnsupportedKind, object>> = {
  photo: { type: 'image', image: FILE },
  voice: { type: 'audio', audio: FILE },
  video: { type: 'video', video: FILE },
  document: { type: 'document', document: FILE },
  sticker: { type: 'sticker', sticker: FILE },
  contact: { type: 'contacts', contacts: [] },
  other: { type: 'order', order: {} },
}
const phrase = await createPhrase()

/** Meta posts to the webhook, signed; what we send arrives at a Graph API on loopback that checks it as Meta does. */
async function open({ behind }: OpenOptions) {
  const server = await fakeGraphApi()
  let count = 0
  let people = 0
  const accept: AcceptMessages = async (messages) => {
    for (const message of messages) await answer(message)
    return { kind: 'taken', each: messages.map(() => 'accepted') }
  }
  const answer = async (message: Accept) => {
    const said = await behind(message)
    const help = { signal: new AbortController().signal, pass: async () => undefined }
    const outcome = await channel.sender.send(
      {
        id: '1',
        to: message,
        priority: 1,
        body: { kind: 'reply', said },
        echo: message.echo ?? {},
        attempt: 1,
        done: 0,
      },
      help,
    )
    if (outcome.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`)
  }
  const channel = createCloudChannel({
    ...CLOUD,
    apiRoot: server.url,
    templates: { alert: undefined, reminder: undefined },
    accept,
    takeReceipts: async (receipts) => receipts.map(() => true),
    lastInbound: async () => null,
    words: (wording, locale) => phrase.wording(wording, locale),
    answersHere: () => true,
    onIgnored: () => undefined,
    now: () => new Date('2026-11-21T08:00:00Z'),
    log: SILENT,
  })

  const person = async (): Promise<Person> => {
    people += 1
    const from = `62812000${String(people).padStart(5, '0')}`
    let last = ''
    let problem = ''
    const sent = () => server.sent.filter(({ to }) => to === from).map(({ payload }) => payload)
    const offered = (): readonly { id: string; title: string; description?: string }[] =>
      sent().flatMap(({ interactive }) => [
        ...(interactive?.action.buttons ?? []).map(({ reply }: { reply: object }) => reply),
        ...(interactive?.action.sections ?? []).flatMap(({ rows }: { rows: object[] }) => rows),
      ])
    const words = () => sent().map(({ text, interactive }) => text?.body ?? interactive?.body.text ?? '')
    const post = async () => {
      const signature = createHmac('sha256', CLOUD.appSecret).update(last).digest('hex')
      const headers = { 'x-hub-signature-256': `sha256=${signature}` }
      const response = await channel.webhook.request('/', { method: 'POST', headers, body: last })
      problem = response.ok ? '' : await response.text()
    }
    const content = (act: Act): object => {
      switch (act.kind) {
        case 'say':
          return { type: 'text', text: { body: act.text } }
        case 'tap': {
          const one = offered().find(({ title, description }) => (description ?? title) === act.label)
          return { type: 'interactive', interactive: { type: 'button_reply', button_reply: one } }
        }
        case 'share':
          return { type: 'location', location: { latitude: act.lat, longitude: act.lon } }
        case 'send':
          return FILES[act.what]
        case 'command':
          return { type: 'text', text: { body: `/${act.name} ${act.argument}`.trimEnd() } }
      }
    }
    return {
      async act(act) {
        count += 1
        const message = {
          from,
          id: `wamid.IN${count}`,
          timestamp: String(1_763_712_000 + count),
          ...content(act),
        }
        const value = {
          messaging_product: 'whatsapp',
          metadata: { display_phone_number: '1', phone_number_id: CLOUD.phoneNumberId },
          contacts: [{ profile: { name: 'x' }, wa_id: from }],
          messages: [message],
        }
        last = JSON.stringify({
          object: 'whatsapp_business_account',
          entry: [{ id: '1', changes: [{ value, field: 'messages' }] }],
        })
        await post()
      },
      again: post,
      seen: () => ({
        text: words().map(readable).join('\n'),
        choices: offered().map(({ title, description }) => description ?? title),
        links: words().flatMap((text) => [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link)),
      }),
      get problem() {
        return problem
      },
    }
  }
  const close = async () => {
    channel.close()
    await server.close()
  }
  return { person, close }
}

describeChannel({
  name: 'whatsapp by the Cloud API',
  open,
  attaches: true,
  skip: [
    {
      reason: 'WhatsApp tells nobody which language a phone is set to; Indonesian is begun with',
      tests: ['begins in the language of the device and takes it for no choice of the person'],
    },
  ],
})
