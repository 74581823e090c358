import type { AnyMessageContent, MiscMessageGenerationOptions } from '@whiskeysockets/baileys'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Acks, createAcks } from '../../../../../src/channels/whatsapp/baileys/acks.ts'
import { baileysContent } from '../../../../../src/channels/whatsapp/baileys/outgoing-content.ts'
import { createBaileysSender } from '../../../../../src/channels/whatsapp/baileys/send.ts'
import type { Socket } from '../../../../../src/channels/whatsapp/baileys/socket.ts'
import type { Outgoing } from '../../../../../src/core/delivery.ts'
import { said } from '../../said.ts'
import { words } from '../../telegram/outgoing.ts'
import { GROUP, NOW, SITI } from './messages.ts'

interface Call {
  readonly jid: string
  readonly content: AnyMessageContent
  readonly options: MiscMessageGenerationOptions
}

let calls: Call[]
let presence: string[]
let kept: string[]
let offered: string[]
let acks: Acks
let socket: Socket | undefined
let lids: Record<string, string>
let lastInbound: Date | null
let stop: AbortController
beforeEach(() => {
  stop = new AbortController()
  calls = []
  presence = []
  kept = []
  offered = []
  lids = {}
  lastInbound = null
  acks = createAcks()
  socket = {
    signalRepository: {
      lidMapping: {
        getPNForLID: async () => null,
        getLIDForPN: async (phone: string) => lids[phone] ?? null,
      },
    },
    sendPresenceUpdate: async (type: string, jid: string) => void presence.push(`${type} ${jid}`),
    sendMessage: async (jid: string, content: AnyMessageContent, options: MiscMessageGenerationOptions) => {
      calls.push({ jid, content, options })
      acks.onAck({ tag: 'ack', attrs: { class: 'message', id: options.messageId ?? '' } })
      return { key: {}, message: { conversation: 'x' } }
    },
  } as unknown as Socket
})

function send(changes: Partial<Outgoing> = {}, pass: () => Promise<void> = async () => undefined) {
  const sender = createBaileysSender({
    account: '6281100000001',
    socket: () => socket,
    stop: stop.signal,
    acks,
    sent: {
      keep: async (id) => void kept.push(id),
      find: async () => undefined,
      delivered: async () => undefined,
      sweep: async () => undefined,
    },
    offers: { said: async (address, { kind }) => void offered.push(`${address} ${kind}`) },
    typing: { begin: () => undefined, end: () => undefined, stop: () => undefined },
    lastInbound: async () => lastInbound,
    words,
    now: () => NOW,
    random: () => 0,
    pace: { readMs: 1, perLetterMs: 0, longestMs: 1, jitter: 0 },
  })
  const outgoing: Outgoing = {
    id: '7',
    to: { channel: 'whatsapp', account: '6281100000001', address: SITI, place: null },
    priority: 1,
    body: { kind: 'reply', said: said('Jawaban', { reply: { citations: [], contacts: [] } }) },
    echo: { message: '3EB0AAAA', chat: '200000000000001@lid' },
    attempt: 1,
    done: 0,
    ...changes,
  }
  return sender.send(outgoing, { signal: new AbortController().signal, pass })
}
const notice = { kind: 'notice', locale: 'id', text: 'Kabar', choices: [] } as const

describe('an answer', () => {
  it('goes to the chat in which the person wrote, numbered, without fetching a page for a preview', async () => {
    const choices = [
      { label: 'Biaya', value: 'topic:placement.cost' },
      { label: 'Menu', value: 'menu' },
    ]
    const body = said('Pilih', { choices, reply: { citations: [], contacts: [] } })
    expect(await send({ body: { kind: 'reply', said: body } })).toMatchObject({ kind: 'sent' })
    expect(calls).toMatchObject([
      {
        jid: '200000000000001@lid',
        content: {
          text: 'Pilih\n\n1) Biaya\n2) Menu\nBalas dengan angkanya, misalnya 1.',
          linkPreview: null,
        },
      },
    ])
    expect(calls[0]?.options.quoted).toBeUndefined()
  })

  it('is typed like a person would, but not when it is urgent', async () => {
    await send()
    expect(presence).toEqual(['composing 200000000000001@lid'])
    await send({ id: '8', priority: 0 })
    expect(presence).toHaveLength(1)
  })

  it('has an id of its own for each part, the same at every try, of the form WhatsApp Web uses', async () => {
    const long = said('kata '.repeat(1_500), { choices: [], reply: { citations: [], contacts: [] } })
    const body = { kind: 'reply', said: long } as const
    const outcome = await send({ body })
    const ids = calls.map(({ options }) => options.messageId)
    expect(ids).toHaveLength(2)
    expect(kept).toEqual(ids)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^3EB0[0-9A-F]{18}$/)
    expect(outcome).toEqual({ kind: 'sent', externalId: ids[1] })
    calls.length = 0
    acks = createAcks()
    await send({ body, attempt: 2 })
    expect(calls.map(({ options }) => options.messageId)).toEqual(ids)
  })

  it('goes on with the part at which it stopped, and waits for room before each further one', async () => {
    const long = said('kata '.repeat(3_000), { choices: [], reply: { citations: [], contacts: [] } })
    const pass = vi.fn(async () => undefined)
    await send({ body: { kind: 'reply', said: long }, done: 1 }, pass)
    expect(calls).toHaveLength(3)
    expect(pass).toHaveBeenCalledTimes(2)
  })

  it('quotes the message in a group, and one that was edited', async () => {
    const echo = { message: '3EB0AAAA', chat: GROUP, participant: '200000000000001@lid', quote: 'berapa?' }
    const to = { channel: 'whatsapp', account: '6281100000001', address: SITI, place: GROUP } as const
    await send({ to, echo })
    expect(calls[0]).toMatchObject({
      jid: GROUP,
      options: {
        quoted: {
          key: { id: '3EB0AAAA', remoteJid: GROUP, participant: '200000000000001@lid' },
          message: { conversation: 'berapa?' },
        },
      },
    })
    await send({ id: '9', echo: { message: '3EB0AAAA', chat: '1@lid', edited: true } })
    expect(calls[1]?.options.quoted).toBeDefined()
  })
})

describe('what is not sent', () => {
  it('anything to many people', async () => {
    expect(await send({ priority: 2 })).toMatchObject({ kind: 'refused', reason: 'not_permitted' })
    expect(calls).toEqual([])
  })

  it('a first message to somebody who has never written', async () => {
    expect(await send({ body: notice, echo: {} })).toMatchObject({ kind: 'refused', reason: 'not_permitted' })
    lastInbound = new Date('2026-11-01T00:00:00Z')
    expect(offered).toEqual([])
    expect(await send({ body: notice, echo: {} })).toMatchObject({ kind: 'sent' })
    expect(offered).toEqual([`${SITI} notice`])
    expect(calls).toMatchObject([{ jid: `${SITI}@s.whatsapp.net` }])
  })

  it('a first message in a group', async () => {
    lastInbound = NOW
    const to = { channel: 'whatsapp', account: '1', address: SITI, place: GROUP } as const
    expect(await send({ to, echo: {} })).toMatchObject({ kind: 'refused', reason: 'not_permitted' })
  })

  it('anything to an address that is none of WhatsApp’s', async () => {
    lastInbound = NOW
    for (const address of ['', 'x', 'user:ID.abc'])
      expect(
        await send({ echo: {}, to: { channel: 'whatsapp', account: '1', address, place: null } }),
      ).toMatchObject({ kind: 'refused', reason: 'unknown_address' })
  })
})

it('a notice goes to the hidden number where WhatsApp has moved the chat there', async () => {
  lastInbound = NOW
  lids[`${SITI}@s.whatsapp.net`] = '200000000000001@lid'
  await send({ body: notice, echo: {} })
  expect(calls).toMatchObject([{ jid: '200000000000001@lid' }])
})

it('waits while there is no connection, and when it broke in the middle', async () => {
  const open = socket
  socket = undefined
  expect(await send()).toMatchObject({ kind: 'retry_at', scope: 'account', reason: 'network', done: 0 })
  socket = open
  if (open !== undefined) open.sendMessage = () => Promise.reject(new Error('Connection Closed'))
  expect(await send()).toMatchObject({ kind: 'retry_at', scope: 'chat', reason: 'network', done: 0 })
})

describe('a stop ends a try at once', () => {
  const long = said('kata '.repeat(1_500), { choices: [], reply: { citations: [], contacts: [] } })
  const body = { kind: 'reply', said: long } as const
  /** The connection from now on: what happens in it instead of an answer. */
  const instead = (happens: () => Promise<undefined>) => {
    if (socket === undefined) return
    socket.sendMessage = (jid, content, options = {}) => {
      calls.push({ jid, content, options })
      return happens()
    }
  }

  it('while it waits for the server’s word: unknown, and the same message when it goes again', async () => {
    instead(async () => void setImmediate(() => stop.abort()))
    expect(await send()).toMatchObject({ kind: 'retry_at', reason: 'network', done: 0 })
    stop = new AbortController()
    instead(async () => void setImmediate(() => stop.abort()))
    await send({ attempt: 2 })
    expect(calls).toHaveLength(2)
    expect(new Set(calls.map(({ options }) => options.messageId)).size).toBe(1)
  })

  it('while Baileys waits for an answer that a closed connection never gives', async () => {
    instead(() => {
      stop.abort()
      return new Promise(() => undefined)
    })
    expect(await send()).toMatchObject({ kind: 'retry_at', reason: 'network', done: 0 })
    expect(kept).toEqual([])
  })

  it('between two parts: what the server took does not go again', async () => {
    const outcome = await send({ body }, async () => stop.abort())
    expect(outcome).toMatchObject({ kind: 'retry_at', reason: 'network', done: 1 })
    expect(calls).toHaveLength(1)
  })

  it('before anything left', async () => {
    stop.abort()
    expect(await send()).toMatchObject({ kind: 'retry_at', reason: 'network', done: 0 })
    expect(calls).toEqual([])
  })
})

describe('in Baileys’ words', () => {
  it('a name in a card cannot become a field of it', () => {
    const card = baileysContent({ kind: 'contact', name: 'A;B,C\\D\nTEL:+1', phone: '62311234567' })
    const [one] = 'contacts' in card ? card.contacts.contacts : []
    expect(one?.vcard?.split('\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:;A\\;B\\,C\\\\D\\nTEL:+1;;;',
      'FN:A\\;B\\,C\\\\D\\nTEL:+1',
      'TEL;type=WORK;waid=62311234567:+62311234567',
      'END:VCARD',
    ])
  })

  it('a picture keeps its bytes and its words', () => {
    expect(
      baileysContent({ kind: 'image', bytes: new Uint8Array([1, 2]), mime: 'image/png', caption: 'Grafik' }),
    ).toEqual({ image: Buffer.from([1, 2]), mimetype: 'image/png', caption: 'Grafik' })
  })
})
