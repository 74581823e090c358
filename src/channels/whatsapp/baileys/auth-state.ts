import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AuthenticationCreds,
  type AuthenticationState,
  BufferJSON,
  initAuthCreds,
  proto,
  type SignalDataSet,
  type SignalDataTypeMap,
} from '@whiskeysockets/baileys'
import { createGatherer } from '../../../core/gather.ts'
import type { Log } from '../../../core/log.ts'
import type { AuthEntry, HeldAuth } from './auth-store.ts'

/** Notes of our own beside the keys: small texts under a kind and an id. */
export interface Notes {
  get(kind: string, id: string): Promise<string | undefined>
  /** Null deletes. Durable when it resolves. */
  put(kind: string, id: string, content: string | null): Promise<void>
  all(kind: string): Promise<readonly string[]>
}

export interface LinkedAuth {
  /** What Baileys works with. */
  readonly state: AuthenticationState
  readonly notes: Notes
  /** The credentials changed; they are written before any key that is set later. */
  credentialsChanged(): void
  /** When everything that was changed is durable. */
  settled(): Promise<void>
  /** The phone removed the device: everything goes, and nothing that is still under way is written after it. */
  forget(): Promise<void>
}

export interface LinkedAuthOptions {
  readonly held: HeldAuth
  /** Somebody else has taken the device over: nothing more can be written here. */
  readonly onLost: () => void
  /** Ends the waiting for a database that is away. */
  readonly stop: AbortSignal
  readonly log: Log
}

type Change = AuthEntry | 'credentials'

const MOST_AT_ONCE = 2_000
/** One owner at a time, so that what was read or written here is what the store holds. */
const MOST_CACHED = 20_000
const AWAY_MS = [100, 250, 500, 1_000, 2_000] as const

export class DeviceLost extends Error {
  constructor() {
    super('Another process has taken the linked device over.')
    this.name = 'DeviceLost'
  }
}

/**
 * Credentials and keys of the linked device, for Baileys. All changes go through one queue, in their order, many in one
 * transaction: after a kill there is a state that once was, never half of one. While the database is away a change waits,
 * and with it the receipt of the message that caused it: WhatsApp then keeps the message.
 */
export async function openLinkedAuth({ held, onLost, stop, log }: LinkedAuthOptions): Promise<LinkedAuth> {
  const stored = await held.credentials()
  const creds = stored === undefined ? initAuthCreds() : (parse(stored) as AuthenticationCreds)
  const cache = new Map<string, string | null>()
  const remember = (kind: string, id: string, content: string | null) => {
    const name = `${kind} ${id}`
    cache.delete(name)
    cache.set(name, content)
    if (cache.size <= MOST_CACHED) return
    for (const oldest of cache.keys()) {
      cache.delete(oldest)
      break
    }
  }

  let forgotten = false
  const writer = createGatherer<Change, void>(async (changes) => {
    if (forgotten) return changes.map(() => undefined)
    const entries = changes.filter((one) => one !== 'credentials')
    const change = changes.includes('credentials') ? { credentials: stringify(creds), entries } : { entries }
    for (let tries = 0; ; tries += 1) {
      try {
        if ((await held.write(change)) === 'written') break
        onLost()
      } catch (err) {
        if (stop.aborted) throw err
        log.warn({ err }, 'keys of the linked device could not be written, tried again')
        await sleep(AWAY_MS[Math.min(tries, AWAY_MS.length - 1)], undefined, { signal: stop })
        continue
      }
      throw new DeviceLost()
    }
    for (const { kind, id, content } of entries) remember(kind, id, content)
    return changes.map(() => undefined)
  }, MOST_AT_ONCE)

  const read = async (kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const missing = ids.filter((id) => !cache.has(`${kind} ${id}`))
    if (missing.length > 0) {
      const found = await held.read(kind, missing)
      for (const id of missing) remember(kind, id, found.get(id) ?? null)
    }
    return new Map(
      ids.flatMap((id) => {
        const content = cache.get(`${kind} ${id}`)
        return content == null ? [] : [[id, content] as const]
      }),
    )
  }

  return {
    state: {
      creds,
      keys: {
        async get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
          const result: { [id: string]: SignalDataTypeMap[T] } = {}
          for (const [id, content] of await read(type, ids)) result[id] = revived(type, parse(content))
          return result
        },
        async set(data: SignalDataSet) {
          await writer.add(
            Object.entries(data).flatMap(([kind, entries]) =>
              Object.entries(entries ?? {}).map(([id, value]) => ({
                kind,
                id,
                content: value == null ? null : stringify(value),
              })),
            ),
          )
        },
      },
    },
    notes: {
      get: async (kind, id) => (await read(kind, [id])).get(id),
      put: async (kind, id, content) => void (await writer.add([{ kind, id, content }])),
      all: (kind) => held.all(kind),
    },
    credentialsChanged() {
      // Whoever waits for a key waits for these, too; a failure is theirs to see.
      writer.add(['credentials']).catch((err: unknown) => {
        if (!(err instanceof DeviceLost)) log.error({ err }, 'credentials of the linked device were not kept')
      })
    },
    settled: () => writer.idle(),
    async forget() {
      forgotten = true
      await writer.idle()
      await held.clear()
    },
  }
}

function stringify(value: unknown): string {
  return JSON.stringify(value, BufferJSON.replacer)
}

function parse(text: string): unknown {
  return JSON.parse(text, BufferJSON.reviver)
}

/** JSON makes plain objects; this one must be protobuf's again. */
function revived<T extends keyof SignalDataTypeMap>(type: T, value: unknown): SignalDataTypeMap[T] {
  if (type !== 'app-state-sync-key') return value as SignalDataTypeMap[T]
  const key = proto.Message.AppStateSyncKeyData.fromObject(value as Record<string, unknown>)
  return key as unknown as SignalDataTypeMap[T]
}
