import type { AuthChange, AuthStore, HeldAuth } from '../../../src/channels/whatsapp/baileys/auth-store.ts'

/** The store of a linked device, in memory: what it holds outlives the channel that used it. */
export interface MemoryAuth extends AuthStore {
  readonly writes: readonly AuthChange[]
  readonly entries: ReadonlyMap<string, string>
  readonly credentials: string | undefined
  /** Awaited before each write. */
  before: (change: AuthChange) => Promise<void>
}

export function memoryAuth(): MemoryAuth {
  const entries = new Map<string, string>()
  const writes: AuthChange[] = []
  let credentials: string | undefined
  let fence = 0
  const store: MemoryAuth = {
    writes,
    entries,
    get credentials() {
      return credentials
    },
    before: async () => undefined,
    async take(): Promise<HeldAuth> {
      fence += 1
      const own = fence
      return {
        credentials: async () => credentials,
        read: async (kind, ids) =>
          new Map(
            ids.flatMap((id) => {
              const content = entries.get(`${kind} ${id}`)
              return content === undefined ? [] : [[id, content] as const]
            }),
          ),
        all: async (kind) =>
          [...entries].filter(([name]) => name.startsWith(`${kind} `)).map(([, content]) => content),
        async write(change) {
          await store.before(change)
          if (own !== fence) return 'lost'
          writes.push(change)
          if (change.credentials !== undefined) credentials = change.credentials
          for (const { kind, id, content } of change.entries)
            if (content === null) entries.delete(`${kind} ${id}`)
            else entries.set(`${kind} ${id}`, content)
          return 'written'
        },
        async clear() {
          if (own !== fence) return 'lost'
          entries.clear()
          credentials = undefined
          return 'written'
        },
      }
    },
  }
  return store
}
