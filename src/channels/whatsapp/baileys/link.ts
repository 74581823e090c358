import { setTimeout as sleep } from 'node:timers/promises'
import type {
  BaileysEventMap,
  BinaryNode,
  ConnectionState,
  WAMessageContent,
  WAVersion,
} from '@whiskeysockets/baileys'
import type { Log } from '../../../core/log.ts'
import { readWhatsAppId } from '../address.ts'
import type { Self } from './addressed.ts'
import { DeviceLost, type LinkedAuth, openLinkedAuth } from './auth-state.ts'
import type { AuthStore } from './auth-store.ts'
import { afterClose, type Stopped } from './disconnect.ts'
import type { LinkState } from './link-state.ts'
import type { Connect, Socket } from './socket.ts'

export interface Connections {
  /** Undefined while nothing can be sent. */
  readonly open: () => Socket | undefined
  /** Also one that is not open yet: what was kept for us comes in before that. */
  readonly latest: () => Socket | undefined
}

/** What is done with the connections of one owner's time. */
export interface Talk {
  readonly onDecrypted: (content: Uint8Array, ciphertext: Uint8Array) => Promise<void>
  readonly sentMessage: (id: string) => Promise<WAMessageContent | undefined>
  readonly onNode: (node: BinaryNode) => void
  readonly onAck: (node: BinaryNode) => void
  readonly onReceipt: (node: BinaryNode) => void
  readonly onUpsert: (event: BaileysEventMap['messages.upsert']) => void
  readonly onUpdates: (event: BaileysEventMap['messages.update']) => void
  readonly onOpen: (self: Self) => void
}

export interface LinkOptions {
  readonly store: AuthStore
  readonly connect: Connect
  /** Asked once for each owner's time. */
  readonly talk: (auth: LinkedAuth, connections: Connections, stop: AbortSignal) => Promise<Talk>
  readonly url?: string | undefined
  /** A number to link by code instead of by picture. */
  readonly pairingNumber?: string | undefined
  readonly onState: (state: LinkState) => void
  /** The newest version of WhatsApp Web, for when ours is refused. */
  readonly newestVersion?: (() => Promise<WAVersion | undefined>) | undefined
  readonly random: () => number
  /** Waits; ends early, without an error, when the signal does. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  readonly log: Log
}

export interface Link {
  readonly state: LinkState
  /** Keeps the device connected until the signal ends, which is when the lease does. */
  run(held: AbortSignal): Promise<void>
  /** Begins anew after it stopped: pairs, or connects. */
  again(): void
}

const LEAVE_WITHIN_MS = 2_000

/** The life of the linked device: pair, connect, wait for the end, decide what then. */
export function createLink(options: LinkOptions): Link {
  const { store, connect, talk, url, pairingNumber, onState, newestVersion, random, log } = options
  const { wait = pause } = options
  let state: LinkState = { kind: 'waiting' }
  let latest: Socket | undefined
  let open: Socket | undefined
  let version: WAVersion | undefined
  let begin: () => void = () => undefined
  const turnTo = (next: LinkState) => {
    state = next
    onState(next)
  }

  /** One connection, from its beginning to its end. */
  const session = async (auth: LinkedAuth, handlers: Talk, held: AbortSignal): Promise<Ended> => {
    turnTo({ kind: 'connecting' })
    const { creds } = auth.state
    // A pairing by code that was not finished: with this left, Baileys would log in as a device that does not exist.
    if (creds.account === undefined) delete creds.me
    let wasOpen = false
    const current = connect({
      auth: auth.state,
      onDecrypted: handlers.onDecrypted,
      sentMessage: handlers.sentMessage,
      log,
      url,
      version,
    })
    latest = current
    const ended = new Promise<Partial<ConnectionState>['lastDisconnect']>((resolve) => {
      const leave = () => {
        void current.end(undefined)
        // A server that does not answer is not waited for.
        setTimeout(resolve, LEAVE_WITHIN_MS, undefined).unref()
      }
      held.addEventListener('abort', leave)
      current.ev.on('connection.update', (update) => {
        const { connection, qr, lastDisconnect } = update
        if (qr !== undefined) void showPairing(current, qr)
        if (connection === 'open') {
          const self = selfOf(auth)
          if (self === undefined) return
          wasOpen = true
          open = current
          handlers.onOpen(self)
          turnTo({ kind: 'open' })
          log.info({}, 'the linked device is connected to WhatsApp')
        }
        if (connection === 'close') {
          held.removeEventListener('abort', leave)
          resolve(lastDisconnect)
        }
      })
      if (held.aborted) leave()
    })
    current.ws.prependListener('CB:message', handlers.onNode)
    current.ws.on('CB:ack,class:message', handlers.onAck)
    current.ws.on('CB:receipt', handlers.onReceipt)
    current.ev.on('creds.update', () => auth.credentialsChanged())
    current.ev.on('messages.upsert', handlers.onUpsert)
    current.ev.on('messages.update', handlers.onUpdates)
    const last = await ended
    open = undefined
    return { wasOpen, ...reasonOf(last?.error) }
  }

  const showPairing = async (current: Socket, qr: string): Promise<void> => {
    if (pairingNumber === undefined) return turnTo({ kind: 'pairing', qr, code: null })
    // WhatsApp changes the picture every twenty seconds; a code is asked for once.
    if (state.kind === 'pairing') return
    try {
      turnTo({ kind: 'pairing', qr: null, code: null })
      turnTo({ kind: 'pairing', qr: null, code: await current.requestPairingCode(pairingNumber) })
    } catch (err) {
      log.warn({ err }, 'WhatsApp gave no code to link the device, showing the picture')
      turnTo({ kind: 'pairing', qr, code: null })
    }
  }

  const stopped = async (why: Stopped, held: AbortSignal): Promise<void> => {
    turnTo({ kind: 'stopped', why })
    log.error({ why }, 'the linked device stopped and does not connect again by itself')
    await new Promise<void>((resolve) => {
      begin = resolve
      if (held.aborted) resolve()
      else held.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  /** Until the lease ends, somebody else takes over, or a new beginning is asked for. True: begin anew. */
  const own = async (held: AbortSignal): Promise<boolean> => {
    // What was begun in this time ends with it, whatever ends it: its way out above all, which waits for its own acks.
    const over = new AbortController()
    const stop = AbortSignal.any([held, over.signal])
    try {
      const device = await store.take()
      const auth = await openLinkedAuth({ held: device, onLost: () => over.abort(), stop, log })
      const handlers = await talk(auth, { open: () => open, latest: () => latest }, stop)
      const why = await connectUntilStopped(auth, handlers, stop)
      await auth.settled()
      if (why === undefined) return false
      if (why === 'logged_out') await auth.forget()
      await stopped(why, stop)
      return !stop.aborted
    } finally {
      over.abort()
    }
  }

  /** One connection after the other. Undefined: told to stop. */
  const connectUntilStopped = async (
    auth: LinkedAuth,
    handlers: Talk,
    stop: AbortSignal,
  ): Promise<Stopped | undefined> => {
    let failures = 0
    while (!stop.aborted) {
      const { wasOpen, code, askedSeconds } = await session(auth, handlers, stop)
      if (stop.aborted) break
      failures = wasOpen ? 1 : failures + 1
      const next = afterClose({ code, failures, askedSeconds, random: random() })
      if (next.kind === 'stop') return next.why
      const { waitMs, trouble } = next
      turnTo({ kind: 'interrupted', trouble })
      log.warn({ code, failures, waitMs, trouble }, 'the connection to WhatsApp ended')
      if (trouble === 'outdated') version = (await newestVersion?.().catch(() => undefined)) ?? version
      await wait(waitMs, stop)
    }
    return undefined
  }

  return {
    get state() {
      return state
    },
    async run(held) {
      try {
        while (await own(held));
      } catch (error) {
        // The lease brings us here again, behind the one that has it now.
        if (!(error instanceof DeviceLost)) throw error
        log.warn({}, 'another process has taken the linked device over')
      } finally {
        turnTo({ kind: 'waiting' })
      }
    },
    again: () => begin(),
  }
}

interface Ended {
  readonly wasOpen: boolean
  readonly code: number | undefined
  readonly askedSeconds: number | null
}

/** Baileys' errors carry a number like an HTTP status, and what WhatsApp said in `data`. */
function reasonOf(error: unknown): Pick<Ended, 'code' | 'askedSeconds'> {
  const { output, data } = (error ?? {}) as { output?: { statusCode?: unknown }; data?: { expire?: unknown } }
  const asked = Number(data?.expire)
  return {
    code: typeof output?.statusCode === 'number' ? output.statusCode : undefined,
    askedSeconds: Number.isFinite(asked) && asked > 0 ? Math.min(asked, 24 * 3_600) : null,
  }
}

/** Our own number, and our hidden one, as far as they are known. */
export function selfOf(auth: LinkedAuth): Self | undefined {
  const { id, lid } = auth.state.creds.me ?? {}
  const phone = id === undefined ? undefined : readWhatsAppId(id)
  if (id === undefined || phone?.kind !== 'phone') return undefined
  return { account: phone.digits, jids: lid === undefined ? [id] : [id, lid] }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
