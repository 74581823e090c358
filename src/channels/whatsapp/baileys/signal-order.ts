import {
  DEFAULT_CONNECTION_CONFIG,
  type SignalKeyStoreWithTransaction,
  type SocketConfig,
} from '@whiskeysockets/baileys'

/** Told of every decrypted content before the keys that opened it are given up. Rejecting undoes the decryption. */
export type OnDecrypted = (content: Uint8Array, ciphertext: Uint8Array) => Promise<void>

/**
 * Signal as Baileys does it, in another order. A message can be opened once: then its key is gone. Baileys commits that,
 * confirms the message to WhatsApp, and only then tells anybody; a process killed in between has lost it. Here
 * `onDecrypted` is awaited inside the transaction of the keys: first the message is durable, then its key is spent, then
 * it is confirmed. Killed anywhere in between, WhatsApp brings it again and it opens again.
 */
export function signalInOrder(onDecrypted: OnDecrypted): SocketConfig['makeSignalRepository'] {
  return (auth, logger, findLids) => {
    const keys = auth.keys as SignalKeyStoreWithTransaction
    oneAtATime(keys)
    const signal = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, findLids)
    return {
      ...signal,
      decryptMessage: (one) =>
        // The transaction inside joins this one.
        keys.transaction(async () => {
          const content = await signal.decryptMessage(one)
          await onDecrypted(content, one.ciphertext)
          return content
        }, one.jid),
      decryptGroupMessage: (one) =>
        keys.transaction(async () => {
          const content = await signal.decryptGroupMessage(one)
          await onDecrypted(content, one.msg)
          return content
        }, one.group),
    }
  }
}

/**
 * Baileys locks by different names for reading and for sending, though both change the same session: of two at the same
 * moment one may overwrite what the other kept, and the other side could not read what is sent next. So they go one after the other.
 */
function oneAtATime(keys: SignalKeyStoreWithTransaction): void {
  const begin = keys.transaction.bind(keys)
  let last: Promise<unknown> = Promise.resolve()
  keys.transaction = <T>(work: () => Promise<T>, name: string): Promise<T> => {
    if (keys.isInTransaction()) return begin(work, name)
    const run = last.then(() => begin(work, name))
    last = run.catch(() => undefined)
    return run
  }
}
