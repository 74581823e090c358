import { AsyncResource } from 'node:async_hooks'
import {
  DEFAULT_CONNECTION_CONFIG,
  type SignalKeyStoreWithTransaction,
  type SocketConfig,
} from '@whiskeysockets/baileys'

/** Told of every decrypted content before the keys that opened it are given up. Rejecting undoes the decryption. */
export type OnDecrypted = (content: Uint8Array, ciphertext: Uint8Array) => Promise<void>

/**
 * Signal as Baileys does it, in another order.
 *
 * A message can be opened once: then its key is gone. Baileys commits that, confirms the message to WhatsApp, and only
 * then tells anybody; a process killed in between has lost it. Here `onDecrypted` is awaited inside the transaction of the
 * keys: first the message is durable, then its key is spent, then it is confirmed. Killed anywhere in between, WhatsApp
 * brings it again and it opens again.
 *
 * A key may encrypt once: Baileys commits that after the message has left; killed in between, the next message would use
 * the key again, and the other phone could not read it. Here a key is spent before its message leaves.
 *
 * And both change the same session, under locks of different names: of two at the same moment one may overwrite what the
 * other kept. Here they go one after the other.
 */
export function signalInOrder(onDecrypted: OnDecrypted): SocketConfig['makeSignalRepository'] {
  return (auth, logger, findLids) => {
    const keys = auth.keys as SignalKeyStoreWithTransaction
    const signal = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, findLids)
    const alone = oneAtATime(keys)
    return {
      ...signal,
      decryptMessage: (one) =>
        alone(one.jid, async () => {
          const content = await signal.decryptMessage(one)
          await onDecrypted(content, one.ciphertext)
          return content
        }),
      decryptGroupMessage: (one) =>
        alone(one.group, async () => {
          const content = await signal.decryptGroupMessage(one)
          await onDecrypted(content, one.msg)
          return content
        }),
      encryptMessage: (one) => alone(one.jid, () => signal.encryptMessage(one)),
      encryptGroupMessage: (one) => alone(one.group, () => signal.encryptGroupMessage(one)),
      injectE2ESession: (one) => alone(one.jid, () => signal.injectE2ESession(one)),
    }
  }
}

/**
 * Transactions of their own, one at a time. Baileys knows by the asynchronous context which transaction a call belongs to;
 * sending holds one open until the message has left, so these are begun outside of any. Baileys' own transactions inside
 * of the work join it.
 */
function oneAtATime(keys: SignalKeyStoreWithTransaction) {
  const outside = new AsyncResource('keys of a linked device')
  let last: Promise<unknown> = Promise.resolve()
  return <T>(name: string, work: () => Promise<T>): Promise<T> =>
    outside.runInAsyncScope(() => {
      const run = last.then(() => keys.transaction(work, name))
      last = run.catch(() => undefined)
      return run
    })
}
