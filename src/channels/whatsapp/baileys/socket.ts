import type { EventEmitter } from 'node:events'
import makeWASocket, {
  type AnyMessageContent,
  type AuthenticationState,
  type BaileysEventEmitter,
  Browsers,
  type Contact,
  fetchLatestWaWebVersion,
  type MiscMessageGenerationOptions,
  type WAMessage,
  type WAMessageContent,
  type WAMessageKey,
  type WAPresence,
  type WAVersion,
} from '@whiskeysockets/baileys'
import type { Log } from '../../../core/log.ts'
import type { LidMapping } from './identity.ts'
import { quietLogger, silenceLibsignal } from './quiet.ts'
import { type OnDecrypted, signalInOrder } from './signal-order.ts'

/** What we use of a Baileys connection. */
export interface Socket {
  readonly ev: Pick<BaileysEventEmitter, 'on'>
  /** Raw nodes come by as `CB:<tag>`. */
  readonly ws: Pick<EventEmitter, 'on' | 'prependListener'>
  readonly user: Contact | undefined
  readonly signalRepository: {
    readonly lidMapping: LidMapping
  }
  sendMessage(
    jid: string,
    content: AnyMessageContent,
    options?: MiscMessageGenerationOptions,
  ): Promise<WAMessage | undefined>
  sendPresenceUpdate(type: WAPresence, toJid?: string): Promise<void>
  requestPairingCode(phone: string): Promise<string>
  requestPlaceholderResend(key: WAMessageKey): Promise<string | undefined>
  end(error: Error | undefined): Promise<void>
}

export interface ConnectOptions {
  readonly auth: AuthenticationState
  readonly onDecrypted: OnDecrypted
  /** A message of ours that a phone could not open and asks for again. */
  readonly sentMessage: (id: string) => Promise<WAMessageContent | undefined>
  readonly log: Log
  /** Another server than WhatsApp's own. */
  readonly url?: string | undefined
  readonly version?: WAVersion | undefined
}

/** Opens one connection. */
export type Connect = (options: ConnectOptions) => Socket

/** What WhatsApp's own page uses today, asked when it refuses ours for being too old. */
export async function newestWebVersion(): Promise<WAVersion | undefined> {
  const { version, isLatest } = await fetchLatestWaWebVersion({ signal: AbortSignal.timeout(10_000) })
  return isLatest ? version : undefined
}

const QUERY_TIMEOUT_MS = 20_000

/** Baileys, set up for a program that answers: no history, no link previews, nothing of ours told back to us. */
export const connectBaileys: Connect = ({ auth, onDecrypted, sentMessage, log, url, version }) => {
  silenceLibsignal()
  return makeWASocket({
    auth,
    logger: quietLogger(log),
    browser: Browsers.ubuntu('Jalur Resmi'),
    makeSignalRepository: signalInOrder(onDecrypted),
    ...(url === undefined ? {} : { waWebSocketUrl: url }),
    ...(version === undefined ? {} : { version }),
    getMessage: async ({ id }) => (id == null ? undefined : sentMessage(id)),
    emitOwnEvents: false,
    syncFullHistory: false,
    // A device that is shown as online keeps the phone from ringing.
    markOnlineOnConnect: false,
    generateHighQualityLinkPreview: false,
    defaultQueryTimeoutMs: QUERY_TIMEOUT_MS,
    countryCode: 'ID',
    // What others post is not for us, and need not be opened.
    shouldIgnoreJid: (jid) => jid === 'status@broadcast' || jid.endsWith('@newsletter'),
  })
}
