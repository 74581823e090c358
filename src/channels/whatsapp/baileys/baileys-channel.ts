import type { Hono } from 'hono'
import type { Words } from '../../../core/channel.ts'
import type { AcceptMessages, Recipient, Sender, TakeReceipts } from '../../../core/delivery.ts'
import type { Log } from '../../../core/log.ts'
import type { FetchMedia } from '../../../core/media.ts'
import { createAcks } from './acks.ts'
import { openAsides } from './aside.ts'
import type { AuthStore } from './auth-store.ts'
import { createIntake } from './intake.ts'
import { createLink, type LinkOptions, selfOf, type Talk } from './link.ts'
import type { LinkState } from './link-state.ts'
import { createBaileysMedia } from './media.ts'
import { openOffers } from './offers.ts'
import type { Pace } from './pace.ts'
import { createPairingPage } from './pairing-page.tsx'
import { showInTerminal } from './pairing-terminal.ts'
import type { Ignored } from './receive.ts'
import { createBaileysSender } from './send.ts'
import { openSentMessages } from './sent.ts'
import { type Connect, connectBaileys } from './socket.ts'
import { createTyping } from './typing.ts'

export interface BaileysOptions {
  readonly store: AuthStore
  /** Runs the work while this process alone holds the name; its signal ends when the name is lost. */
  readonly alone: (
    name: string,
    work: (held: AbortSignal) => Promise<void>,
    stop: AbortSignal,
  ) => Promise<void>
  readonly accept: AcceptMessages
  readonly takeReceipts: TakeReceipts
  /** When somebody last wrote to this account; null: never, or they are forgotten. */
  readonly lastInbound: (from: Recipient) => Promise<Date | null>
  /** The device is connected for the first time in this process's time: from now on it sends, until the signal ends. */
  readonly onSender: (sender: Sender, until: AbortSignal) => void
  readonly words: Words
  /** A number to link by code instead of by picture. */
  readonly pairingNumber?: string | undefined
  /** Another server than WhatsApp's own. */
  readonly url?: string | undefined
  readonly onState: (state: LinkState) => void
  readonly onIgnored: (reason: Ignored | 'invalid') => void
  /** Where the picture to scan is shown besides the page. */
  readonly show: (text: string) => void
  readonly newestVersion?: LinkOptions['newestVersion']
  readonly now: () => Date
  readonly log: Log
  readonly random?: () => number
  readonly connect?: Connect
  readonly wait?: NonNullable<LinkOptions['wait']>
  readonly pace?: Pace
  readonly ackWithinMs?: number
  readonly mindEveryMs?: number
}

export interface BaileysChannel {
  readonly state: LinkState
  /** To be mounted where only this machine reaches it; it refuses everybody else. */
  readonly pairing: Hono
  /** Files that people sent. */
  readonly fetchMedia: FetchMedia
  /** Begins anew after it stopped; the page has a button for it. */
  again(): void
  /** Keeps the device connected until the signal ends. */
  run(stop: AbortSignal): Promise<void>
}

export { stateName } from './link-state.ts'
export { newestWebVersion } from './socket.ts'

const MIND_EVERY_MS = 5_000

/** WhatsApp as a linked device of our phone: everything in the folder put together. */
export function createBaileysChannel(options: BaileysOptions): BaileysChannel {
  const { store, alone, accept, takeReceipts, lastInbound, onSender, words, onState, onIgnored, now, log } =
    options
  const { random = Math.random, connect = connectBaileys } = options
  const terminal = showInTerminal(options.show, words)

  const link = createLink({
    ...options,
    store,
    connect,
    random,
    log,
    onState(state) {
      terminal(state)
      onState(state)
    },
    async talk(auth, { open, latest }, stop): Promise<Talk> {
      const sent = await openSentMessages(auth.notes)
      const offers = await openOffers(auth.notes)
      const forgetSent = (ids: readonly string[]) =>
        void sent
          .delivered(ids)
          .catch((err: unknown) => log.warn({ err }, 'a sent message was not forgotten'))
      const acks = createAcks((receipts) => {
        if (receipts.length === 0) return
        takeReceipts(receipts).catch((err: unknown) => log.warn({ err }, 'receipts could not be written'))
      }, forgetSent)
      const typing = createTyping((jid) => {
        open()
          ?.sendPresenceUpdate('composing', jid)
          .catch(() => undefined)
      })
      const intake = createIntake({
        self: () => selfOf(auth) ?? { account: '', jids: [] },
        mapping: {
          getPNForLID: async (lid) => (await latest()?.signalRepository.lidMapping.getPNForLID(lid)) ?? null,
          getLIDForPN: async (phone) =>
            (await latest()?.signalRepository.lidMapping.getLIDForPN(phone)) ?? null,
        },
        notes: auth.notes,
        asides: await openAsides(auth.notes),
        offers,
        accept,
        typing,
        now,
        onIgnored,
        stop,
        log,
      })
      const mind = setInterval(() => {
        const time = now().getTime()
        Promise.all([sent.sweep(time), offers.sweep(time)]).catch((err: unknown) =>
          log.warn({ err }, 'sent messages were not forgotten'),
        )
        const socket = open()
        if (socket === undefined) return
        intake
          .mindAsides((key) => socket.requestPlaceholderResend(key))
          .catch((err: unknown) =>
            log.warn({ err }, 'messages that could not be opened were not looked after'),
          )
      }, options.mindEveryMs ?? MIND_EVERY_MS).unref()
      stop.addEventListener('abort', () => {
        clearInterval(mind)
        typing.stop()
      })
      let sends = false
      return {
        sentMessage: sent.find,
        onNode: intake.onNode,
        onDecrypted: intake.onDecrypted,
        onAck: acks.onAck,
        onReceipt: acks.onReceipt,
        onUpsert: ({ messages }) => void intake.onUpsert(messages),
        onUpdates: acks.onUpdates,
        onOpen({ account }) {
          if (sends) return
          sends = true
          const { pace, ackWithinMs } = options
          onSender(
            createBaileysSender({
              account,
              socket: open,
              stop,
              acks,
              sent,
              offers,
              typing,
              lastInbound,
              words,
              now,
              random,
              ...(pace === undefined ? {} : { pace }),
              ...(ackWithinMs === undefined ? {} : { ackWithinMs }),
            }),
            stop,
          )
        },
      }
    },
  })

  return {
    get state() {
      return link.state
    },
    pairing: createPairingPage({ state: () => link.state, again: link.again, words }),
    fetchMedia: createBaileysMedia(options.url),
    again: link.again,
    run: (stop) => alone('whatsapp linked device', (held) => link.run(AbortSignal.any([held, stop])), stop),
  }
}
