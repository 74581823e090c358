import type { Correspondent } from '../core/channel.ts'
import type { Reply } from '../core/reply.ts'
import type { ConversationEvent } from './events/event.ts'
import type { ConversationState } from './state.ts'

/** What is kept of one turn: enough to explain the answer later, nothing the person wrote. */
export interface TurnRecord {
  readonly state: ConversationState
  readonly reply: Reply
  readonly events: readonly ConversationEvent[]
  readonly knowledgeVersion: string
  readonly at: Date
  readonly latencyMs: number
}

/** Where conversations are kept between turns. */
export interface ConversationStore {
  load(from: Correspondent): Promise<ConversationState | undefined>
  /** State, turn and what the events ask for, together or not at all. */
  commit(from: Correspondent, record: TurnRecord): Promise<void>
  /** Deletes everything held about the person. */
  erase(from: Correspondent): Promise<void>
}

/** So many conversations are remembered at once; the one that was silent longest goes first. */
const MOST_REMEMBERED = 100_000

/** Keeps conversations for as long as the process lives: for `ask`, `chat` and tests. */
export function memoryStore(most = MOST_REMEMBERED): ConversationStore {
  const states = new Map<string, ConversationState>()
  const keyOf = ({ channel, address }: Correspondent) => `${channel} ${address}`
  return {
    load: async (from) => states.get(keyOf(from)),
    commit: async (from, { state }) => {
      const key = keyOf(from)
      states.delete(key)
      states.set(key, state)
      const [oldest] = states.size > most ? states.keys() : []
      if (oldest !== undefined) states.delete(oldest)
    },
    erase: async (from) => void states.delete(keyOf(from)),
  }
}
