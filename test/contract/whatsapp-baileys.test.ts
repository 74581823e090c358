import type { proto } from '@whiskeysockets/baileys'
import { vi } from 'vitest'
import type { Accept, AcceptResult } from '../../src/core/delivery.ts'
import type { UnsupportedKind } from '../../src/core/input.ts'
import { until } from '../support/until.ts'
import { linkedBot } from '../support/whatsapp/linked-bot.ts'
import { memoryAuth } from '../support/whatsapp/memory-auth.ts'
import { startWebServer } from '../support/whatsapp/web-server.ts'
import { readable } from '../unit/channels/whatsapp/screen.ts'
import { type Act, describeChannel, type OpenOptions, type Person } from './channel.contract.ts'

// Each test links a device and makes its eight hundred keys; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 })

/** Whether the bytes come is asked in whatsapp-baileys-wire.test.ts. */
const FILE = { mediaKey: new Uint8Array(32), directPath: '/v/x.enc', mimetype: 'image/jpeg', fileLength: 9 }
const FILES: Readonly<Record<UnsupportedKind, proto.IMessage>> = {
  photo: { imageMessage: FILE },
  voice: { audioMessage: { ...FILE, ptt: true } },
  video: { videoMessage: FILE },
  document: { documentMessage: FILE },
  sticker: { stickerMessage: {} },
  contact: { contactMessage: {} },
  other: { pollCreationMessageV3: {} },
}

/** A phone writes to our linked device through a WhatsApp Web on loopback, encrypted, and reads what comes back. */
async function open({ behind }: OpenOptions) {
  const server = await startWebServer()
  const store = memoryAuth()
  const replies: Promise<unknown>[] = []
  let failures = 0
  let outbox = 0
  const answer = async (message: Accept): Promise<void> => {
    const said = await behind(message)
    outbox += 1
    const outgoing = {
      id: String(outbox),
      to: message,
      priority: 1,
      body: { kind: 'reply', said },
      echo: message.echo ?? {},
      attempt: 1,
      done: 0,
    } as const
    // Delivered by somebody else, afterwards: the keys of the message are held until it is taken.
    replies.push(new Promise((resolve) => setImmediate(() => resolve(bot.send(outgoing)))))
  }
  const accept = async (messages: readonly Accept[]): Promise<AcceptResult> => {
    try {
      for (const message of messages) await answer(message)
    } catch (error) {
      failures += 1
      throw error
    }
    return { kind: 'taken', each: messages.map(() => 'accepted') }
  }
  const start = async () => {
    const started = linkedBot(server, { store })
    started.accept = accept
    await started.online()
    return started
  }
  let bot = await start()
  let people = 0

  const person = async (): Promise<Person> => {
    people += 1
    const one = server.person(`6281200001${100 + people}`, `20000000001${100 + people}`)
    let last: { readonly message: proto.IMessage; readonly id: string } | undefined
    let problem = ''
    const settled = async () => {
      const before = failures
      await until(
        'it is confirmed, or cannot be taken',
        () => server.unconfirmed.length === 0 || failures > before,
      )
      problem = server.unconfirmed.length === 0 ? '' : 'not confirmed: WhatsApp keeps it'
      await Promise.all(replies)
    }
    const content = (act: Act): proto.IMessage => {
      switch (act.kind) {
        case 'say':
          return { conversation: act.text }
        case 'tap':
          throw new Error('A linked device sends no buttons.')
        case 'share':
          return { locationMessage: { degreesLatitude: act.lat, degreesLongitude: act.lon } }
        case 'send':
          return FILES[act.what]
        case 'command':
          return { conversation: `/${act.name} ${act.argument}`.trimEnd() }
      }
    }
    const words = () =>
      one
        .read()
        .map(({ conversation, extendedTextMessage }) => extendedTextMessage?.text ?? conversation ?? '')
        .join('\n')
    return {
      async act(act) {
        const message = content(act)
        last = { message, id: await one.write(message) }
        await settled()
      },
      async again() {
        if (last === undefined) throw new Error('Nothing was written.')
        // To another process: this one remembers what it took.
        await bot.stop()
        bot = await start()
        await one.write(last.message, { id: last.id })
        await settled()
      },
      seen: () => ({
        text: readable(words()),
        choices: [...words().matchAll(/^\d+\) (.*)$/gm)].map(([, label = '']) => readable(label)),
        links: [...words().matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
      }),
      get problem() {
        return problem
      },
    }
  }
  const close = async () => {
    await bot.stop()
    await server.close()
  }
  return { person, close }
}

describeChannel({
  name: 'whatsapp, linked device',
  open,
  attaches: true,
  skip: [
    {
      reason:
        'a linked device sends no buttons: the choices are numbered, and the engine reads the number or the words',
      tests: ['hands on a tapped choice by the value it was offered with'],
    },
    {
      reason: 'WhatsApp does not tell the language of a phone',
      tests: ['begins in the language of the device and takes it for no choice of the person'],
    },
  ],
})
