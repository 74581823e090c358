import { AsyncResource } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type BinaryNode,
  decodeMessageNode,
  proto,
  unpadRandomMax16,
  type WAMessage,
} from '@whiskeysockets/baileys'
import type { Accept, AcceptMessages } from '../../../core/delivery.ts'
import type { Log } from '../../../core/log.ts'
import type { Self } from './addressed.ts'
import type { Asides } from './aside.ts'
import type { Notes } from './auth-state.ts'
import { type LidMapping, stableAddress } from './identity.ts'
import type { Offers } from './offers.ts'
import { type Ignored, receive, sendersOf } from './receive.ts'
import type { Typing } from './typing.ts'

export interface IntakeOptions {
  readonly self: () => Self
  readonly mapping: LidMapping
  readonly notes: Notes
  readonly asides: Asides
  readonly offers: Pick<Offers, 'meant'>
  readonly accept: AcceptMessages
  readonly typing: Typing
  readonly now: () => Date
  readonly onIgnored: (reason: Ignored | 'invalid') => void
  readonly stop: AbortSignal
  readonly log: Log
}

export interface Intake {
  /** The raw node of a message, before it is opened: says whose the bytes are that come decrypted. */
  onNode(node: BinaryNode): void
  /** Decrypted bytes, before their key is spent. Resolves when what they say is durable, rejects when told to stop. */
  onDecrypted(content: Uint8Array, ciphertext: Uint8Array): Promise<void>
  /** `messages.upsert`, of both types: what came while we were away is of the type `append`. Never rejects. */
  onUpsert(messages: readonly WAMessage[]): Promise<void>
  /** Looks after messages that could not be opened. */
  mindAsides(ask: (key: WAMessage['key']) => Promise<unknown>): Promise<void>
}

/** So many messages that are durable already are known without asking the inbox again. */
const MOST_TAKEN = 5_000
const TRIES_MS = [250, 500, 1_000, 2_000] as const

/** The way from Baileys into the inbox. */
export function createIntake(options: IntakeOptions): Intake {
  const { self, mapping, notes, asides, offers, accept, typing, now, onIgnored, stop, log } = options
  const nodes = new WeakMap<Uint8Array, BinaryNode>()
  const taken = new Set<string>()

  // Baileys knows by the asynchronous context what belongs to a transaction of keys. What the host begins when it is given
  // a message, an answer above all, must not: its keys would go down with a transaction that is long over.
  const handOver = AsyncResource.bind(async (messages: readonly Accept[]): Promise<void> => {
    const chats = messages.map(({ echo }) => String(echo?.chat ?? ''))
    // Before the hand-over: the answer may be out before we hear that the message was taken.
    for (const chat of chats) typing.begin(chat)
    try {
      for (;;) {
        const result = await accept(messages)
        if (result.kind === 'taken') {
          for (const [index, one] of result.each.entries()) {
            if (one !== 'accepted') typing.end(chats[index] ?? '')
            if (one === 'invalid') {
              onIgnored('invalid')
              log.warn({ channel: 'whatsapp' }, 'a message that can never be stored was left out')
            }
          }
          return
        }
        await sleep(result.retryAfterMs, undefined, { signal: stop })
      }
    } catch (error) {
      for (const chat of chats) typing.end(chat)
      throw error
    }
  })

  const addressFor = (message: WAMessage) => stableAddress(sendersOf(message), { mapping, notes })

  const remember = (ids: readonly string[]) => {
    for (const id of ids) taken.add(id)
    if (taken.size > MOST_TAKEN) for (const oldest of [...taken].slice(0, 500)) taken.delete(oldest)
  }

  /** Resolves when the message is durable or of no concern. */
  const take = async (message: WAMessage, counts: boolean): Promise<void> => {
    const receivedAt = now()
    const address = message.key?.fromMe === true ? undefined : await addressFor(message)
    const { messages, ignored } = receive(message, { self: self(), receivedAt, address })
    if (ignored === 'unreadable') {
      onIgnored(ignored)
      await asides.put(message.key, receivedAt.getTime())
      return
    }
    // What is decrypted comes once more as an event, and is counted there.
    if (ignored !== null && counts) onIgnored(ignored)
    const fresh = messages.filter(({ externalId }) => !taken.has(externalId))
    if (fresh.length === 0) return
    await handOver(fresh.map(offers.meant))
    remember(fresh.map(({ externalId }) => externalId))
    await asides.resolve(message.key.id ?? '')
  }

  /** Tries until it is taken: WhatsApp waits for its receipt meanwhile. Rejects when told to stop before. */
  const persist = async (message: WAMessage, counts: boolean): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      stop.throwIfAborted()
      try {
        return await take(message, counts)
      } catch (err) {
        stop.throwIfAborted()
        log.error({ err }, 'a message could not be handed over, tried again')
        await sleep(TRIES_MS[Math.min(tries, TRIES_MS.length - 1)], undefined, { signal: stop })
      }
    }
  }

  return {
    onNode(node) {
      if (!Array.isArray(node.content)) return
      for (const { content } of node.content) if (content instanceof Uint8Array) nodes.set(content, node)
    },
    async onDecrypted(content, ciphertext) {
      const node = nodes.get(ciphertext)
      if (node === undefined) return
      const message = opened(node, content, self())
      if (message !== undefined) await persist(message, false)
    },
    async onUpsert(messages) {
      for (const message of messages) await persist(message, true).catch(() => undefined)
    },
    async mindAsides(ask) {
      const time = now()
      const { ask: again, overdue } = asides.due(time.getTime())
      for (const { key } of again)
        await ask(key).catch((err: unknown) =>
          log.warn({ err }, 'the phone could not be asked for a message'),
        )
      for (const { key } of overdue) {
        // Something that cannot be read, of no kind: what it was is not known.
        const message: WAMessage = { key, message: { pollCreationMessage: {} } }
        const { messages } = receive(message, {
          self: self(),
          receivedAt: time,
          address: await addressFor(message),
        })
        // Under an id of its own: should the message come after all, it is answered, too.
        if (messages.length > 0)
          await handOver(messages.map((one) => ({ ...one, externalId: `${one.externalId}:unreadable` })))
        log.warn({ told: messages.length > 0 }, 'a message that could not be opened was given up')
        await asides.resolve(key.id ?? '')
      }
    },
  }
}

/** The message as Baileys will tell of it. Undefined: Baileys will find what is wrong with it. */
function opened(node: BinaryNode, content: Uint8Array, { jids }: Self): WAMessage | undefined {
  try {
    const { fullMessage } = decodeMessageNode(node, jids[0] ?? '', jids[1] ?? '')
    const message = proto.Message.decode(unpadRandomMax16(content))
    return { ...fullMessage, message: message.deviceSentMessage?.message ?? message }
  } catch {
    return undefined
  }
}
