/**
 * Baileys itself, on a WhatsApp Web of our own on loopback: Noise, login, Signal in both directions, receipts and acks are
 * real bytes. What is not: the server's and the phones' own behaviour is ours, as far as Baileys can see it.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Accept } from '../../src/core/delivery.ts'
import { until } from '../support/until.ts'
import { type LinkedBot, linkedBot } from '../support/whatsapp/linked-bot.ts'
import { memoryAuth } from '../support/whatsapp/memory-auth.ts'
import { BOT, type Person, startWebServer, type WebServer } from '../support/whatsapp/web-server.ts'
import { said } from '../unit/channels/said.ts'
import { replyTo } from '../unit/channels/whatsapp/baileys/replies.ts'

// Each test links a device and makes its eight hundred keys; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 })

let server: WebServer
let bots: LinkedBot[]
beforeEach(async () => {
  server = await startWebServer()
  bots = []
})
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()))
  await server.close()
  expect(server.problems).toEqual([])
})

async function start(changes: Parameters<typeof linkedBot>[1] = {}): Promise<LinkedBot> {
  const bot = linkedBot(server, changes)
  bots.push(bot)
  await bot.online()
  return bot
}
let next = 0
function somebody(): Person {
  next += 1
  return server.person(`62812000${1000 + next}`, `20000000000${1000 + next}`)
}
const taken = (bot: LinkedBot, count: number) =>
  until(`${count} are taken`, () => (bot.accepted.length >= count ? bot.accepted : undefined))
const first = async (bot: LinkedBot): Promise<Accept> => {
  const [message] = await taken(bot, 1)
  if (message === undefined) throw new Error('Nothing was taken.')
  return message
}
const texts = (bot: LinkedBot) =>
  bot.accepted.map(({ input }) => (input.kind === 'text' ? input.text : input))
const read = (person: Person) =>
  person.read().map(({ conversation, extendedTextMessage }) => extendedTextMessage?.text ?? conversation)

describe('a conversation', () => {
  it('links by picture, logs in, takes an encrypted message, answers it, and waits for the ack', async () => {
    const bot = await start()
    expect(bot.states.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['connecting', 'pairing', 'interrupted', 'open']),
    )
    const siti = somebody()
    const id = await siti.write('gmn cara krj ke jpg yg resmi?')
    const message = await first(bot)
    expect(message).toMatchObject({
      channel: 'whatsapp',
      account: BOT.phone,
      address: siti.phone,
      place: null,
      externalId: `${BOT.phone}:${siti.phone}:${id}`,
      input: { kind: 'text', text: 'gmn cara krj ke jpg yg resmi?' },
      echo: { message: id, chat: `${siti.lid}@lid` },
    })
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    expect(await bot.send(replyTo(message, 'Lewat jalur resmi.'))).toMatchObject({ kind: 'sent' })
    expect(read(siti)).toEqual(['Lewat jalur resmi.'])
    await siti.write('terima kasih')
    await taken(bot, 2)
    expect(texts(bot)).toEqual(['gmn cara krj ke jpg yg resmi?', 'terima kasih'])
  })

  it('keeps both directions readable when they cross', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('mulai')
    const message = await first(bot)
    await bot.send(replyTo(message, 'ya'))
    await Promise.all([
      (async () => {
        for (let n = 0; n < 20; n += 1) await siti.write(`tanya ${n}`)
      })(),
      ...Array.from({ length: 20 }, (_, n) => bot.send(replyTo(message, `jawab ${n}`, { id: `r${n}` }))),
    ])
    await taken(bot, 21)
    expect(texts(bot).slice(1)).toEqual(Array.from({ length: 20 }, (_, n) => `tanya ${n}`))
    expect(read(siti).toSorted()).toEqual(
      ['ya', ...Array.from({ length: 20 }, (_, n) => `jawab ${n}`)].toSorted(),
    )
    expect(bot.ignored).toEqual([])
  })

  it('sends places and telephone numbers as cards', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('kantor terdekat?')
    const contact = {
      name: 'BP3MI Jawa; Timur',
      phones: ['+62 31 1234567'],
      address: 'Jl. Uji 1',
      position: { lat: -7.3, lon: 112.7 },
    }
    const body = said('Kantor', {
      choices: [],
      reply: {
        topic: 'contact.local',
        topics: ['contact.local'],
        contacts: [contact as never],
        citations: [],
      },
    })
    await bot.send(replyTo(await first(bot), '', { body: { kind: 'reply', said: body } }))
    const [, place, card] = siti.read()
    expect(place?.locationMessage).toMatchObject({
      degreesLatitude: -7.3,
      degreesLongitude: 112.7,
      name: 'BP3MI Jawa; Timur',
    })
    expect(card?.contactMessage?.vcard).toContain('FN:BP3MI Jawa\\; Timur')
    expect(card?.contactMessage?.vcard).toContain('waid=62311234567:+62311234567')
  })

  it('takes the number below a notice as the button it stands for', async () => {
    const bot = await start()
    const rina = somebody()
    await rina.write('kasus')
    const choices = [
      { label: 'Saya tangani', value: 'c:take:JR-7K2MWX' },
      { label: 'Buka', value: 'c:open:JR-7K2MWX' },
    ]
    const card = { kind: 'notice', locale: 'id', text: 'Laporan baru', choices } as const
    await bot.send(replyTo(await first(bot), '', { body: card }))
    expect(read(rina)[0]).toMatch(/1\) Saya tangani\n2\) Buka/)
    await rina.write('2')
    await taken(bot, 2)
    expect(bot.accepted[1]?.input).toEqual({ kind: 'choice', value: 'c:open:JR-7K2MWX' })
  })

  it('takes a picture with its words, and fetches it', async () => {
    const bot = await start()
    const siti = somebody()
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...new Array(40).fill(7)])
    const file = await server.files.put(jpeg, 'image', 'image/jpeg')
    await siti.write({ imageMessage: { ...file, caption: 'ini kontraknya' } })
    const { input } = await first(bot)
    expect(input).toMatchObject({ kind: 'attachment', what: 'photo', caption: 'ini kontraknya', bytes: 44 })
    const reference = input.kind === 'attachment' ? input.reference : ''
    const fetched = await bot.channel.fetchMedia(reference, AbortSignal.timeout(5_000))
    expect(fetched).toEqual({ kind: 'media', bytes: jpeg, mime: 'image/jpeg' })
  })

  it('is one person under the number and under the hidden number', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('dari LID')
    await siti.write('dari nomor', { by: 'phone' })
    await taken(bot, 2)
    expect(bot.accepted.map(({ address }) => address)).toEqual([siti.phone, siti.phone])
  })

  it('shows that somebody writes while an answer takes its time', async () => {
    await start()
    const siti = somebody()
    await siti.write('halo')
    const shown = await until('typing is shown', () => server.nodes.find(({ tag }) => tag === 'chatstate'))
    expect(shown.attrs.to).toBe(`${siti.lid}@lid`)
  })
})

describe('nothing that reached us is lost', () => {
  it('is durable before WhatsApp hears that it was received', async () => {
    const bot = await start()
    const siti = somebody()
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const accept = bot.accept
    let asked = false
    bot.accept = async (messages) => {
      asked = true
      await held
      return accept(messages)
    }
    await siti.write('tolong')
    await until('the inbox is asked', () => asked)
    expect(server.unconfirmed).toHaveLength(1)
    release()
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    expect(texts(bot)).toEqual(['tolong'])
  })

  it('tries again when the inbox breaks or is busy, and confirms only then', async () => {
    const bot = await start()
    const siti = somebody()
    const accept = bot.accept
    let calls = 0
    bot.accept = async (messages) => {
      calls += 1
      expect(server.unconfirmed).toHaveLength(1)
      if (calls === 1) throw new Error('the disk is full')
      if (calls === 2) return { kind: 'busy', retryAfterMs: 1 }
      return accept(messages)
    }
    await siti.write('tolong')
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    expect(texts(bot)).toEqual(['tolong'])
  })

  it('opens again after a death between the inbox and the keys, and is the same message then', async () => {
    const store = memoryAuth()
    const doomed = await start({ store })
    const siti = somebody()
    await siti.write('satu')
    await first(doomed)
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    // From here on nothing of its keys gets through: what a kill leaves behind.
    const { before } = store
    store.before = () => Promise.reject(new Error('killed'))
    await siti.write('dua')
    await taken(doomed, 2)
    expect(server.unconfirmed).toHaveLength(1)
    const stopping = doomed.stop()
    await stopping
    store.before = before
    const heir = await start({ store })
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    expect(heir.accepted.map(({ externalId }) => externalId)).toEqual([doomed.accepted[1]?.externalId])
    await heir.send(replyTo(await first(heir), 'jawab'))
    expect(read(siti)).toEqual(['jawab'])
    await siti.write('tiga')
    await until('the conversation goes on', () => texts(heir).includes('tiga'))
  })

  it('spends the key of a message before the message leaves', async () => {
    const store = memoryAuth()
    const bot = await start({ store })
    const siti = somebody()
    await siti.write('halo')
    const message = await first(bot)
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    const { before } = store
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let asked = false
    store.before = async ({ entries }) => {
      if (!entries.some(({ kind }) => kind === 'session')) return
      asked = true
      await held
    }
    const sending = bot.send(replyTo(message, 'ya'))
    await until('its key is to be written', () => asked)
    expect(server.nodes.filter(({ tag }) => tag === 'message')).toEqual([])
    store.before = before
    release()
    expect(await sending).toMatchObject({ kind: 'sent' })
  })

  it('takes what came while it was away, once', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('sebelum')
    await taken(bot, 1)
    server.cut()
    await until('it is away', () => !server.online)
    for (const text of ['satu', 'dua', 'tiga']) await siti.write(text)
    await until('all is confirmed', () => server.online && server.unconfirmed.length === 0)
    expect(texts(bot)).toEqual(['sebelum', 'satu', 'dua', 'tiga'])
  })

  it('does not hand over again what WhatsApp delivers twice to the same process', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('halo', { id: '3A0000000000000000AA' })
    await taken(bot, 1)
    await siti.write('halo', { id: '3A0000000000000000AA' })
    await siti.write('akhir')
    await until('the last is taken', () => texts(bot).includes('akhir'))
    expect(texts(bot)).toEqual(['halo', 'akhir'])
  })

  it('keeps a message that cannot be opened, asks for it again, and takes it when it comes', async () => {
    const bot = await start()
    const siti = somebody()
    await siti.write('pembuka')
    await taken(bot, 1)
    const id = await siti.write('rusak', { spoilt: true })
    await until('it is asked for', () =>
      server.nodes.some(({ tag, attrs }) => tag === 'receipt' && attrs.type === 'retry' && attrs.id === id),
    )
    await until('it is kept', () => bot.store.entries.has(`aside ${id}`))
    expect(bot.ignored).toContain('unreadable')
    expect(texts(bot)).toEqual(['pembuka'])
    await siti.write('rusak', { id })
    await until('it is taken', () => texts(bot).includes('rusak'))
    await until('it is not kept any longer', () => !bot.store.entries.has(`aside ${id}`))
  })

  it('tells who wrote it when it never comes in a form that can be opened', async () => {
    let now = new Date('2026-11-22T00:00:00Z')
    const bot = await start({ now: () => now, mindEveryMs: 20 })
    const siti = somebody()
    await siti.write('pembuka')
    await taken(bot, 1)
    const id = await siti.write('rusak', { spoilt: true })
    await until('it is kept', () => bot.store.entries.has(`aside ${id}`))
    now = new Date('2026-11-22T00:02:00Z')
    await taken(bot, 2)
    expect(bot.accepted[1]).toMatchObject({
      address: siti.phone,
      input: { kind: 'unsupported', what: 'other' },
      externalId: `${BOT.phone}:${siti.phone}:${id}:unreadable`,
    })
    await until('it is not kept any longer', () => !bot.store.entries.has(`aside ${id}`))
  })
})

describe('delivery is what the server says', () => {
  const open = async () => {
    const bot = await start({ ackWithinMs: 200 })
    const siti = somebody()
    await siti.write('halo')
    return { bot, siti, message: await first(bot) }
  }
  const refuse = (error: string) => (node: { attrs: { [key: string]: string } }) => ({
    tag: 'ack',
    attrs: { class: 'message', id: node.attrs.id ?? '', from: node.attrs.to ?? '', error },
  })

  it('is not sent without an ack, and has the same id when it goes again', async () => {
    const { bot, siti, message } = await open()
    const { onSent } = server
    server.onSent = () => undefined
    expect(await bot.send(replyTo(message, 'ya'))).toMatchObject({
      kind: 'retry_at',
      reason: 'network',
      done: 0,
    })
    server.onSent = onSent
    expect(await bot.send(replyTo(message, 'ya', { attempt: 2 }))).toMatchObject({ kind: 'sent' })
    expect(read(siti)).toEqual(['ya', 'ya'])
    expect(new Set(server.sent.map(({ id }) => id)).size).toBe(1)
  })

  it('does not go again when the ack came late', async () => {
    const { bot, siti, message } = await open()
    const { onSent } = server
    server.onSent = () => undefined
    await bot.send(replyTo(message, 'ya'))
    const late = onSent({ tag: 'message', attrs: { id: server.sent[0]?.id ?? '', to: message.address } })
    if (late !== undefined) server.send(late)
    await until('the late ack is read', async () => {
      const outcome = await bot.send(replyTo(message, 'ya', { attempt: 2 }))
      return outcome.kind === 'sent'
    })
    expect(new Set(server.sent.map(({ id }) => id)).size).toBe(1)
    expect(read(siti).length).toBeLessThanOrEqual(2)
  })

  it('is refused when WhatsApp lets us begin no new chats, and tried again on other errors, not for ever', async () => {
    const { bot, message } = await open()
    server.onSent = refuse('463')
    expect(await bot.send(replyTo(message, 'ya'))).toMatchObject({ kind: 'refused', reason: 'not_permitted' })
    server.onSent = refuse('479')
    const outgoing = replyTo(message, 'ya', { id: 'lain' })
    expect(await bot.send(outgoing)).toMatchObject({
      kind: 'retry_at',
      reason: 'vendor_error',
      scope: 'chat',
    })
    expect(await bot.send({ ...outgoing, attempt: 3 })).toMatchObject({
      kind: 'refused',
      reason: 'content_rejected',
    })
  })

  it('tells of delivery and reading by our own id', async () => {
    const { bot, siti, message } = await open()
    const outcome = await bot.send(replyTo(message, 'ya', { id: '42' }))
    if (outcome.kind !== 'sent') throw new Error('It was not sent.')
    for (const type of ['', 'read'])
      server.send({
        tag: 'receipt',
        attrs: { from: `${siti.lid}@lid`, id: outcome.externalId, t: '1', ...(type === '' ? {} : { type }) },
      })
    await until('both are told', () => bot.receipts.length === 2)
    expect(bot.receipts).toEqual(
      ['delivered', 'read'].map((kind) => ({
        channel: 'whatsapp',
        externalId: outcome.externalId,
        id: '42',
        what: { kind },
      })),
    )
  })
})

describe('what a phone could not open', () => {
  it('goes again when the phone asks for it, also after a restart, and is forgotten when it has it', async () => {
    const store = memoryAuth()
    const bot = await start({ store })
    const siti = somebody()
    await siti.write('halo')
    const outcome = await bot.send(replyTo(await first(bot), 'ya'))
    if (outcome.kind !== 'sent') throw new Error('It was not sent.')
    await bot.stop()
    await start({ store })
    const id = outcome.externalId
    const from = `${siti.lid}@lid`
    server.send({
      tag: 'receipt',
      attrs: { from, id, type: 'retry', t: '1' },
      content: [{ tag: 'retry', attrs: { count: '1', id, t: '1', v: '1' } }],
    })
    await until('it comes again', () => read(siti).length === 2)
    expect(read(siti)).toEqual(['ya', 'ya'])
    expect(new Set(server.sent.map((one) => one.id))).toEqual(new Set([id]))
    expect(store.entries.has(`sent ${id}`)).toBe(true)
    server.send({ tag: 'receipt', attrs: { from, id, t: '1' } })
    await until('it is forgotten', () => !store.entries.has(`sent ${id}`))
  })
})

describe('linking by code', () => {
  it('asks for a code once, and begins anew when the connection breaks before it was typed', async () => {
    const bot = linkedBot(server, { pairingNumber: '6281100000001' })
    bots.push(bot)
    const codes = () =>
      bot.states.flatMap((state) => (state.kind === 'pairing' && state.code !== null ? [state.code] : []))
    const asked = () =>
      server.nodes.filter(
        ({ content }) => Array.isArray(content) && content[0]?.tag === 'link_code_companion_reg',
      )
    await until('there is a code', () => codes().length > 0)
    expect(codes().at(-1)).toMatch(/^[A-Z0-9]{8}$/)
    await until('it is asked for', () => asked().length === 1)
    server.cut()
    await until('it asks again, as a device that is not linked yet', () => asked().length === 2)
  })
})

describe('the end of a connection', () => {
  it('is mended by itself', async () => {
    const bot = await start()
    const before = server.connections
    server.cut()
    await until(
      'it is connected again',
      () => server.connections > before && bot.channel.state.kind === 'open',
    )
  })

  it('because our version is too old: the next one says it is the newest', async () => {
    const waits: number[] = []
    const bot = await start({
      newestVersion: async () => [2, 3000, 1_999_999_999],
      wait: async (ms) => void waits.push(ms),
    })
    const before = server.connections
    server.send({ tag: 'failure', attrs: { reason: '405', location: 'x' } })
    await until(
      'it is connected again',
      () => server.connections > before && bot.channel.state.kind === 'open',
    )
    expect(waits.at(-1)).toBe(60_000)
    expect(bot.states).toContainEqual({ kind: 'interrupted', trouble: 'outdated' })
    expect(server.versions.at(-1)).toBe('2.3000.1999999999')
  })

  it('waits as long as WhatsApp asks when the number is restricted for a while', async () => {
    const waits: number[] = []
    const bot = await start({ wait: async (ms) => void waits.push(ms) })
    server.send({ tag: 'failure', attrs: { reason: '402', expire: '90' } })
    await until('it waited', () => waits.includes(90_000))
    expect(bot.states).toContainEqual({ kind: 'interrupted', trouble: 'restricted' })
  })

  it('is final when the phone removes the device: its keys go, and it says so', async () => {
    const bot = await start()
    const before = server.connections
    server.streamError('401', { tag: 'conflict', attrs: { type: 'device_removed' } })
    await until('it stopped', () => bot.channel.state.kind === 'stopped')
    expect(bot.channel.state).toEqual({ kind: 'stopped', why: 'logged_out' })
    expect(bot.store.credentials).toBeUndefined()
    expect(bot.store.entries.size).toBe(0)
    expect(server.connections).toBe(before)
  })

  it('is final when another program took the place; the keys stay, and it may begin anew', async () => {
    const bot = await start()
    const before = server.connections
    server.streamError('440', { tag: 'conflict', attrs: { type: 'replaced' } })
    await until('it stopped', () => bot.channel.state.kind === 'stopped')
    expect(bot.channel.state).toEqual({ kind: 'stopped', why: 'replaced' })
    expect(bot.store.credentials).toBeDefined()
    expect(server.connections).toBe(before)
    // Until somebody says so: then it takes in and sends as before.
    bot.channel.again()
    await until('it is connected again', () => bot.channel.state.kind === 'open')
    const siti = somebody()
    await siti.write('halo')
    const message = await first(bot)
    await until('the new way out is there', async () => {
      const outcome = await bot.send(replyTo(message, 'ya'))
      return outcome.kind === 'sent'
    })
    expect(read(siti)).toContain('ya')
    expect(bot.waysOut).toBe(1)
  })

  it('keeps the keys over a stop: the next start needs no picture', async () => {
    const store = memoryAuth()
    const bot = await start({ store })
    await bot.stop()
    const again = await start({ store })
    expect(again.states.map(({ kind }) => kind)).not.toContain('pairing')
  })
})
