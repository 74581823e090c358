import { proto } from '@whiskeysockets/baileys'
import { describe, expect, it, vi } from 'vitest'
import { createAcks } from '../../../../../src/channels/whatsapp/baileys/acks.ts'
import { openAsides } from '../../../../../src/channels/whatsapp/baileys/aside.ts'
import { type Notes, openLinkedAuth } from '../../../../../src/channels/whatsapp/baileys/auth-state.ts'
import { afterClose } from '../../../../../src/channels/whatsapp/baileys/disconnect.ts'
import { stableAddress } from '../../../../../src/channels/whatsapp/baileys/identity.ts'
import { openOffers } from '../../../../../src/channels/whatsapp/baileys/offers.ts'
import { HUMAN, pauseMs } from '../../../../../src/channels/whatsapp/baileys/pace.ts'
import { quietLogger, withoutNumbers } from '../../../../../src/channels/whatsapp/baileys/quiet.ts'
import { openSentMessages } from '../../../../../src/channels/whatsapp/baileys/sent.ts'
import type { Accept, Receipt } from '../../../../../src/core/delivery.ts'
import { SILENT } from '../../../../../src/core/log.ts'
import { memoryAuth } from '../../../../support/whatsapp/memory-auth.ts'
import { createPhone } from '../../../../support/whatsapp/phone.ts'
import { said } from '../../said.ts'

describe('after the connection ended', () => {
  const next = (code: number | undefined, changes: Partial<Parameters<typeof afterClose>[0]> = {}) =>
    afterClose({ code, failures: 1, askedSeconds: null, random: 1, ...changes })

  it.each([
    [401, 'logged_out'],
    [440, 'replaced'],
    [403, 'forbidden'],
    [411, 'phone_too_old'],
  ])('%d stops: %s', (code, why) => {
    expect(next(code)).toEqual({ kind: 'stop', why })
  })

  it('515 begins again at once, which is a part of linking, but not in an endless loop', () => {
    expect(next(515)).toMatchObject({ kind: 'again', waitMs: 0 })
    expect(next(515, { failures: 5 })).toMatchObject({ waitMs: 16_000 })
  })

  it('waits as long as WhatsApp asks when the number is restricted, else an hour', () => {
    expect(next(402, { askedSeconds: 90 })).toEqual({ kind: 'again', waitMs: 90_000, trouble: 'restricted' })
    expect(next(402)).toMatchObject({ waitMs: 3_600_000 })
  })

  it('a version that is too old is looked after once a minute', () => {
    expect(next(405)).toEqual({ kind: 'again', waitMs: 60_000, trouble: 'outdated' })
  })

  it.each([408, 428, 500, 503, undefined])('%s comes again, later each time, a minute at most', (code) => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => {
      const then = next(code, { failures })
      return then.kind === 'again' ? then.waitMs : -1
    })
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
    expect(next(code, { failures: 4 })).toMatchObject({ trouble: null })
    expect(next(code, { failures: 5 })).toMatchObject({
      trouble: code === 500 ? 'bad_session' : 'unreachable',
    })
  })

  it('by chance up to half of it sooner', () => {
    for (const [random, waitMs] of [
      [0, 30_000],
      [0.5, 45_000],
      [1, 60_000],
    ] as const)
      expect(next(undefined, { failures: 7, random })).toMatchObject({ kind: 'again', waitMs })
  })
})

describe('the pause before an answer', () => {
  it('grows with the answer up to a limit, and varies', () => {
    const whole = (letters: number) => pauseMs(letters, { urgent: false, random: 0.5 })
    expect([whole(0), whole(100), whole(5_000)]).toEqual([400, 1_600, HUMAN.longestMs])
    expect(pauseMs(100, { urgent: false, random: 0 })).toBe(1_200)
    expect(pauseMs(100, { urgent: false, random: 1 })).toBe(2_000)
  })

  it('is none for somebody in danger', () => {
    expect(pauseMs(4_000, { urgent: true, random: 1 })).toBe(0)
  })
})

describe('one address for one person', () => {
  const notesIn = (kept = new Map<string, string>()): Notes => ({
    get: async (kind, id) => kept.get(`${kind} ${id}`),
    put: async (kind, id, content) =>
      void (content === null ? kept.delete(id) : kept.set(`${kind} ${id}`, content)),
    all: async () => [],
  })
  const known = { '11111111111@lid': '6281234567890:0@s.whatsapp.net' }
  const mapping = (pairs: Record<string, string>) => ({
    getPNForLID: async (lid: string) => pairs[lid] ?? null,
    getLIDForPN: async (phone: string) =>
      Object.entries(pairs).find(([, pn]) => pn.replace(':0', '') === phone)?.[0] ?? null,
  })
  const address = (senders: string[], pairs = {}, notes = notesIn()) =>
    stableAddress(senders, { mapping: mapping(pairs), notes })

  it('is the number, however the message names them', async () => {
    expect(await address(['6281234567890:3@s.whatsapp.net'])).toBe('6281234567890')
    expect(await address(['11111111111:2@lid', '6281234567890@s.whatsapp.net'])).toBe('6281234567890')
    expect(await address(['11111111111@lid'], known)).toBe('6281234567890')
    expect(await address(['6281234567890@s.whatsapp.net'], known)).toBe('6281234567890')
  })

  it('stays the hidden number for who became known by that alone, also when the number is learned', async () => {
    const notes = notesIn()
    expect(await address(['11111111111@lid'], {}, notes)).toBe('lid:11111111111')
    expect(await address(['11111111111@lid', '6281234567890@s.whatsapp.net'], known, notes)).toBe(
      'lid:11111111111',
    )
    expect(await address(['6281234567890@s.whatsapp.net'], known, notes)).toBe('lid:11111111111')
  })

  it('is none for status posts, newsletters and groups', async () => {
    for (const jid of ['status@broadcast', '120363@newsletter', '120363000@g.us', 'x'])
      expect(await address([jid])).toBeUndefined()
  })

  it('does without an answer of WhatsApp', async () => {
    const broken = { getPNForLID: async () => null, getLIDForPN: () => Promise.reject(new Error('timeout')) }
    expect(await stableAddress(['6281234567890@s.whatsapp.net'], { mapping: broken, notes: notesIn() })).toBe(
      '6281234567890',
    )
  })
})

describe('acks', () => {
  const { signal } = new AbortController()
  const status = (id: string, value: number, params?: string[]) => ({
    key: { id, fromMe: true, remoteJid: 'x' },
    update: { status: value, ...(params === undefined ? {} : { messageStubParameters: params }) },
  })
  const { ERROR, PENDING, SERVER_ACK, DELIVERY_ACK } = proto.WebMessageInfo.Status

  it('are read from the connection and from Baileys, before or after somebody waits', async () => {
    const acks = createAcks()
    const waiting = acks.wait('A', 10_000, signal)
    acks.onAck({ tag: 'ack', attrs: { id: 'A', class: 'message' } })
    expect(await waiting).toEqual({ kind: 'taken' })
    acks.onUpdates([status('B', SERVER_ACK), status('C', ERROR, ['463']), status('D', PENDING)])
    expect(await acks.wait('B', 10_000, signal)).toEqual({ kind: 'taken' })
    expect(await acks.wait('C', 10_000, signal)).toEqual({ kind: 'error', code: '463' })
    expect(await acks.wait('D', 1, signal)).toBeUndefined()
  })

  it('of others are none of ours', async () => {
    const acks = createAcks()
    acks.onUpdates([{ key: { id: 'A', fromMe: false }, update: { status: DELIVERY_ACK } }])
    expect(acks.known('A')).toBeUndefined()
  })

  it('a receipt of a phone outweighs an error of one device', () => {
    const acks = createAcks()
    acks.onUpdates([status('A', ERROR, ['479']), status('A', DELIVERY_ACK), status('A', ERROR, ['479'])])
    expect(acks.known('A')).toEqual({ kind: 'taken' })
  })

  it('receipts are told for the last part of a message, once it is known whose it is', () => {
    const told: Receipt[] = []
    const acks = createAcks((receipts) => told.push(...receipts))
    acks.belongs('LAST', '42')
    const receipt = (attrs: Record<string, string>, ids: string[] = []) =>
      acks.onReceipt({
        tag: 'receipt',
        attrs: { from: '1@lid', ...attrs },
        content: [{ tag: 'list', attrs: {}, content: ids.map((id) => ({ tag: 'item', attrs: { id } })) }],
      })
    receipt({ id: 'FIRST' }, ['LAST'])
    receipt({ id: 'LAST', type: 'read' })
    receipt({ id: 'LAST', type: 'retry' })
    receipt({ id: 'LAST', recipient: '2@lid' })
    receipt({ id: 'LAST', from: '1203@g.us' })
    expect(told).toEqual(
      ['delivered', 'read'].map((kind) => ({
        channel: 'whatsapp',
        externalId: 'LAST',
        id: '42',
        what: { kind },
      })),
    )
    expect(acks.known('FIRST')).toEqual({ kind: 'taken' })
  })
})

const openNotes = async () => {
  const store = memoryAuth()
  const auth = await openLinkedAuth({
    held: await store.take(),
    onLost: () => undefined,
    stop: new AbortController().signal,
    log: SILENT,
  })
  return { store, notes: auth.notes }
}

describe('messages that were sent', () => {
  it('are kept until they are delivered, a day at most, over a restart', async () => {
    const { store, notes } = await openNotes()
    const sent = await openSentMessages(notes)
    await sent.keep('A', { conversation: 'satu' }, 1_000)
    await sent.keep('B', { conversation: 'dua' }, 2_000)
    const again = await openSentMessages(notes)
    expect(await again.find('A')).toMatchObject({ conversation: 'satu' })
    expect(await again.find('C')).toBeUndefined()
    await again.delivered(['A', 'C'])
    expect(await again.find('A')).toBeUndefined()
    await again.sweep(86_401_000)
    expect(store.entries.size).toBe(1)
    await again.sweep(86_402_000)
    expect(store.entries.size).toBe(0)
  })
})

describe('the number below a notice', () => {
  const choices = [
    { label: 'Saya tangani', value: 'c:take:JR-7K2MWX' },
    { label: 'Buka', value: 'c:open:JR-7K2MWX' },
  ]
  const card = { kind: 'notice', locale: 'id', text: 'Laporan baru', choices } as const
  const typed = (text: string, changes: Partial<Accept> = {}): Accept => ({
    channel: 'whatsapp',
    account: '1',
    address: '62811',
    place: null,
    externalId: 'x',
    input: { kind: 'text', text },
    receivedAt: new Date(0),
    chosenLocale: null,
    defaultLocale: 'id',
    ...changes,
  })

  it('is the button it stands for, over a restart', async () => {
    const { notes } = await openNotes()
    await (await openOffers(notes)).said('62811', card, 1)
    const offers = await openOffers(notes)
    for (const text of ['1', ' 1. ', '1)'])
      expect(offers.meant(typed(text)).input).toEqual({ kind: 'choice', value: 'c:take:JR-7K2MWX' })
    expect(offers.meant(typed('2')).input).toEqual({ kind: 'choice', value: 'c:open:JR-7K2MWX' })
  })

  it('is nothing but a number when it stands for none, in a group, or from somebody else', async () => {
    const offers = await openOffers((await openNotes()).notes)
    await offers.said('62811', card, 1)
    for (const message of [
      typed('3'),
      typed('0'),
      typed('1 orang'),
      typed('1', { place: '1@g.us' }),
      typed('1', { address: '62812' }),
    ])
      expect(offers.meant(message)).toBe(message)
  })

  it.each([
    [
      'an answer of the engine, which knows its own numbers',
      { kind: 'reply', said: said('Pilih', { choices }) },
    ],
    ['a notice without choices', { ...card, choices: [] }],
  ] as const)('answers our last message: no longer after %s', async (_, later) => {
    const { store, notes } = await openNotes()
    const offers = await openOffers(notes)
    await offers.said('62811', card, 1)
    await offers.said('62811', later, 2)
    expect(offers.meant(typed('1')).input.kind).toBe('text')
    expect(store.entries.size).toBe(0)
  })

  it('is forgotten after a day', async () => {
    const { store, notes } = await openNotes()
    const offers = await openOffers(notes)
    await offers.said('62811', card, 1_000)
    await offers.sweep(86_400_999)
    expect(store.entries.size).toBe(1)
    await offers.sweep(86_401_000)
    expect(store.entries.size).toBe(0)
    expect(offers.meant(typed('1')).input.kind).toBe('text')
  })
})

describe('messages that could not be opened', () => {
  const key = { id: 'A', remoteJid: '1@lid', fromMe: false }
  it('are asked for once, given up after a while, and survive a restart', async () => {
    const { store, notes } = await openNotes()
    const asides = await openAsides(notes)
    await asides.put(key, 1_000)
    await asides.put(key, 5_000)
    expect(asides.due(15_999)).toEqual({ ask: [], overdue: [] })
    expect(asides.due(16_000).ask).toMatchObject([{ key: { id: 'A' }, at: 1_000 }])
    expect(asides.due(17_000).ask).toEqual([])
    const again = await openAsides(notes)
    expect(again.size).toBe(1)
    expect(again.due(91_000)).toMatchObject({ ask: [], overdue: [{ at: 1_000 }] })
    await again.resolve('A')
    expect(store.entries.size).toBe(0)
  })
})

describe('credentials and keys', () => {
  const open = async (store = memoryAuth(), onLost = () => undefined) => ({
    store,
    auth: await openLinkedAuth({
      held: await store.take(),
      onLost,
      stop: new AbortController().signal,
      log: SILENT,
    }),
  })
  const pair = { public: Buffer.from('a'), private: Buffer.from('b') }

  it('come back as they were, bytes and all', async () => {
    const { store, auth } = await open()
    await auth.state.keys.set({
      'pre-key': { 1: pair },
      session: { 'x.0': Buffer.from('session') },
      'app-state-sync-key': { k: { keyData: Buffer.from('key') } },
    })
    auth.credentialsChanged()
    await auth.settled()
    const { auth: next } = await open(store)
    expect(next.state.creds).toEqual(auth.state.creds)
    expect(await next.state.keys.get('pre-key', ['1', '2'])).toEqual({ 1: pair })
    expect(await next.state.keys.get('session', ['x.0'])).toEqual({ 'x.0': Buffer.from('session') })
    const sync = await next.state.keys.get('app-state-sync-key', ['k'])
    expect(sync.k).toBeInstanceOf(proto.Message.AppStateSyncKeyData)
    await next.state.keys.set({ 'pre-key': { 1: null } })
    expect(await next.state.keys.get('pre-key', ['1'])).toEqual({})
  })

  it('are written in their order, and together while a write is under way', async () => {
    const { store, auth } = await open()
    let release: () => void = () => undefined
    const { before } = store
    store.before = () => new Promise((resolve) => (release = resolve))
    const first = auth.state.keys.set({ 'pre-key': { 1: pair } })
    await vi.waitFor(() => expect(release).not.toBe(before))
    auth.credentialsChanged()
    const second = auth.state.keys.set({ 'pre-key': { 2: pair }, session: { a: Buffer.from('s') } })
    store.before = before
    release()
    await Promise.all([first, second])
    expect(
      store.writes.map(({ credentials, entries }) => [credentials !== undefined, entries.length]),
    ).toEqual([
      [false, 1],
      [true, 2],
    ])
  })

  it('wait for a database that is away, and are not told as written before', async () => {
    const { store, auth } = await open()
    let away = 2
    store.before = async () => {
      if (away-- > 0) throw new Error('away')
    }
    await auth.state.keys.set({ 'pre-key': { 1: pair } })
    expect(away).toBe(-1)
    expect(store.entries.has('pre-key 1')).toBe(true)
  })

  it('are refused to an owner whose device somebody else has taken over', async () => {
    const onLost = vi.fn(() => undefined)
    const { store, auth } = await open(memoryAuth(), onLost)
    await store.take()
    await expect(auth.state.keys.set({ 'pre-key': { 1: pair } })).rejects.toThrow('taken the linked device')
    expect(onLost).toHaveBeenCalledOnce()
    expect(store.entries.size).toBe(0)
    // What was not written is not believed either.
    expect(await auth.state.keys.get('pre-key', ['1'])).toEqual({})
  })

  it('are gone when the phone removed the device, also what was still on its way', async () => {
    const { store, auth } = await open()
    await auth.state.keys.set({ 'pre-key': { 1: pair } })
    auth.credentialsChanged()
    const removed = auth.forget()
    await auth.notes.put('sent', '3EB0', 'an answer that was being sent')
    auth.credentialsChanged()
    await removed
    await auth.settled()
    expect(store.entries.size).toBe(0)
    expect(store.credentials).toBeUndefined()
  })
})

describe('nothing of people or keys is printed', () => {
  it('numbers and ids are taken out of the library’s sentences', () => {
    expect(withoutNumbers('no session for 6281234567890:3@s.whatsapp.net, 3EB0AABBCCDDEEFF0011')).toBe(
      'no session for <id> <id>',
    )
    const lines: string[] = []
    const logger = quietLogger({
      ...SILENT,
      debug: (fields, text) => lines.push(JSON.stringify(fields) + text),
    })
    logger.error({ key: { remoteJid: '6281234567890@s.whatsapp.net' } }, 'failed to decrypt message')
    logger.child({ a: 1 }).warn('sent to 6281234567890')
    logger.info({ message: 'secret' }, 'logging in')
    expect(lines).toEqual([
      '{"library":"baileys"}failed to decrypt message',
      '{"library":"baileys"}sent to <id>',
    ])
  })

  it('libsignal prints no session any more; anything else is printed as before', async () => {
    const lines: unknown[] = []
    const target = console
    for (const method of ['info', 'warn', 'error'] as const)
      vi.spyOn(target, method).mockImplementation((...parts: unknown[]) => void lines.push(parts[0]))
    const closesSession = async () => {
      const [ani, budi] = [createPhone('62811', '1'), createPhone('62812', '2')]
      // The same session is begun twice: the first one is closed, and libsignal prints it.
      await ani.begin({ user: '62812', device: 0 }, () => budi.bundle)
      await ani.begin({ user: '62812', device: 0 }, () => budi.bundle)
    }
    await closesSession()
    expect(lines).toContain('Closing session:')
    lines.length = 0
    vi.resetModules() // another file of this process may have silenced it, before these spies
    const { silenceLibsignal } = await import('../../../../../src/channels/whatsapp/baileys/quiet.ts')
    silenceLibsignal()
    await closesSession()
    target.warn('something else')
    expect(lines).toEqual(['something else'])
  })
})
