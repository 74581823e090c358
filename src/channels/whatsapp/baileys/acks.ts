import {
  type BinaryNode,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  isJidGroup,
  proto,
  type WAMessageUpdate,
} from '@whiskeysockets/baileys'
import type { Receipt } from '../../../core/delivery.ts'

/** What WhatsApp's server said of a message that was sent. */
export type Ack = { readonly kind: 'taken' } | { readonly kind: 'error'; readonly code: string }

export interface Acks {
  /** Resolves when the server has said something of the message; undefined when it says nothing for so long. */
  wait(id: string, withinMs: number, signal: AbortSignal): Promise<Ack | undefined>
  /** What it said before anybody asked. */
  known(id: string): Ack | undefined
  /** Before it is sent again: what was said of the last try no longer counts. */
  forget(id: string): void
  /** The message of ours that is delivered when this id is: the last of its parts. */
  belongs(id: string, ours: string): void
  /** A raw `ack` of a message. */
  onAck(node: BinaryNode): void
  /** A raw `receipt` of somebody's phone. */
  onReceipt(node: BinaryNode): void
  onUpdates(updates: readonly WAMessageUpdate[]): void
}

/** Types of receipts that say something of a message of ours. */
const RECEIPTS: Readonly<Record<string, 'delivered' | 'read'>> = {
  '': 'delivered',
  inactive: 'delivered',
  read: 'read',
  played: 'read',
}

const MOST_KNOWN = 5_000
const { ERROR, SERVER_ACK } = proto.WebMessageInfo.Status

/**
 * Delivery as the server says it. Baileys' own call returns when the bytes left this machine; it tells of an error by an
 * event and of a success not at all, so that the server's `ack` is read from the connection. A receipt of the other
 * phone says the same, later.
 */
export function createAcks(
  onReceipts: (receipts: readonly Receipt[]) => void = () => undefined,
  onDelivered: (ids: readonly string[]) => void = () => undefined,
): Acks {
  const said = new Map<string, Ack>()
  const owners = new Map<string, string>()
  const waiting = new Map<string, (ack: Ack) => void>()
  const tell = (id: string | null | undefined, ack: Ack) => {
    if (id == null || id === '') return
    // A receipt after an error is the end of it; an error after a receipt is of another device.
    if (said.get(id)?.kind === 'taken') return
    said.set(id, ack)
    if (said.size > MOST_KNOWN) for (const oldest of [...said.keys()].slice(0, 500)) said.delete(oldest)
    waiting.get(id)?.(ack)
  }
  return {
    wait(id, withinMs, signal) {
      const known = said.get(id)
      if (known !== undefined) return Promise.resolve(known)
      return new Promise((resolve) => {
        const end = (ack: Ack | undefined) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
          waiting.delete(id)
          resolve(ack)
        }
        const giveUp = () => end(undefined)
        const timer = setTimeout(giveUp, withinMs)
        if (signal.aborted) return giveUp()
        signal.addEventListener('abort', giveUp)
        waiting.set(id, end)
      })
    },
    known: (id) => said.get(id),
    forget: (id) => void said.delete(id),
    belongs(id, ours) {
      owners.set(id, ours)
      if (owners.size > MOST_KNOWN)
        for (const oldest of [...owners.keys()].slice(0, 500)) owners.delete(oldest)
    },
    onAck({ attrs }) {
      const { id, error } = attrs
      tell(id, error === undefined ? { kind: 'taken' } : { kind: 'error', code: error })
    },
    onReceipt(node) {
      const { id = '', type = '', from = '', recipient } = node.attrs
      const kind = RECEIPTS[type]
      // With a recipient it is of another device of ours; in a group everybody would tell.
      if (kind === undefined || recipient !== undefined || isJidGroup(from) === true) return
      const items = getBinaryNodeChildren(getBinaryNodeChild(node, 'list'), 'item')
      const ids = [id, ...items.map(({ attrs }) => attrs.id ?? '')]
      for (const one of ids) tell(one, { kind: 'taken' })
      onDelivered(ids)
      onReceipts(
        ids.flatMap((externalId): Receipt[] => {
          const ours = owners.get(externalId)
          // Only the last part of a message stands for it.
          return ours === undefined ? [] : [{ channel: 'whatsapp', externalId, id: ours, what: { kind } }]
        }),
      )
    },
    onUpdates(updates) {
      for (const { key, update } of updates) {
        if (key.fromMe !== true || update.status == null) continue
        if (update.status === ERROR)
          tell(key.id, { kind: 'error', code: String(update.messageStubParameters?.[0] ?? '') })
        else if (update.status >= SERVER_ACK) tell(key.id, { kind: 'taken' })
      }
    },
  }
}
