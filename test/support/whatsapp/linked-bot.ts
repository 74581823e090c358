import { WA_CERT_DETAILS } from '@whiskeysockets/baileys'
import {
  type BaileysChannel,
  type BaileysOptions,
  createBaileysChannel,
} from '../../../src/channels/whatsapp/baileys/baileys-channel.ts'
import type { LinkState } from '../../../src/channels/whatsapp/baileys/link-state.ts'
import type {
  Accept,
  AcceptResult,
  Outgoing,
  Receipt,
  Sender,
  SendOutcome,
} from '../../../src/core/delivery.ts'
import { words } from '../../unit/channels/telegram/outgoing.ts'
import { testLog } from '../durable.ts'
import { until } from '../until.ts'
import { type MemoryAuth, memoryAuth } from './memory-auth.ts'
import type { WebServer } from './web-server.ts'

/** The channel on a WhatsApp Web of our own; what it takes in is remembered, what it gives out is a sender. */
export interface LinkedBot {
  readonly channel: BaileysChannel
  /** Only where the test did not bring another one. */
  readonly store: MemoryAuth
  readonly states: readonly LinkState[]
  readonly accepted: readonly Accept[]
  readonly ignored: readonly string[]
  readonly receipts: readonly Receipt[]
  /** What the inbox says; by default that it took everything. */
  accept: (messages: readonly Accept[]) => Promise<AcceptResult>
  /** Ways out that have not ended; more than one would wait for each other. */
  readonly waysOut: number
  sender(): Promise<Sender>
  send(outgoing: Outgoing): Promise<SendOutcome>
  /** Until the device is connected; links it before, if it has to be. */
  online(): Promise<void>
  stop(): Promise<void>
}

export const NO_PAUSE = { readMs: 0, perLetterMs: 0, longestMs: 0, jitter: 0 } as const

export function linkedBot(
  server: WebServer,
  { store = memoryAuth(), ...changes }: Partial<BaileysOptions> = {},
): LinkedBot {
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(server.certificate.rootPublicKey)
  const states: LinkState[] = []
  const accepted: Accept[] = []
  const ignored: string[] = []
  const lives: AbortSignal[] = []
  const received: Receipt[] = []
  let sender: Sender | undefined
  const channel = createBaileysChannel({
    store,
    // The lease ends with a session of the database, not with the stop.
    alone: (_, work) => work(new AbortController().signal),
    accept: (messages) => bot.accept(messages),
    takeReceipts: async (receipts) => {
      received.push(...receipts)
      return receipts.map(() => true)
    },
    lastInbound: async () => null,
    onSender: (one, until) => {
      lives.push(until)
      sender = one
    },
    words,
    url: server.url,
    onState: (state) => states.push(state),
    onIgnored: (reason) => ignored.push(reason),
    show: () => undefined,
    now: () => new Date(),
    log: testLog(),
    random: () => 0,
    pace: NO_PAUSE,
    ...changes,
  })
  const stop = new AbortController()
  const running = channel.run(stop.signal)
  const bot: LinkedBot = {
    channel,
    store: store as MemoryAuth,
    states,
    accepted,
    ignored,
    receipts: received,
    async accept(messages) {
      accepted.push(...messages)
      return { kind: 'taken', each: messages.map(() => 'accepted') }
    },
    get waysOut() {
      return lives.filter(({ aborted }) => !aborted).length
    },
    sender: () => until('there is a sender', () => sender),
    async send(outgoing) {
      const help = { signal: new AbortController().signal, pass: async () => undefined }
      return (await bot.sender()).send(outgoing, help)
    },
    async online() {
      const state = await until('it is connected or asks to be linked', () => {
        const { state: now } = channel
        return now.kind === 'open' || now.kind === 'pairing' ? now : undefined
      })
      if (state.kind === 'pairing' && state.qr !== null) server.scan(state.qr)
      await until('it is connected', () => channel.state.kind === 'open')
    },
    async stop() {
      stop.abort()
      await running
    },
  }
  return bot
}
