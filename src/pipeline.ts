import type { TurnContext } from './conversation/turn.ts'
import type { ConversationStore } from './conversation/turn-record.ts'
import type { Converse, Inbound, Outbound } from './core/channel.ts'
import type { Log } from './core/log.ts'
import type { Phrase } from './phrase/phrase.ts'
import { answer } from './pipeline/answer.ts'

export interface PipelineParts {
  readonly store: ConversationStore
  readonly phrase: Phrase
  /** Asked once for every turn: a turn never sees two versions of the knowledge. */
  readonly context: () => TurnContext
  readonly log: Log
}

/**
 * The way of one message within one process, for a talk that only lives here (`ask`, `chat`, tests). What is served goes
 * through inbox and outbox: src/pipeline/worker.ts.
 */
export function createPipeline(parts: PipelineParts): Converse {
  const inOrder = oneAtATime()
  return (inbound) => inOrder(`${inbound.from.channel} ${inbound.from.address}`, () => handle(inbound, parts))
}

async function handle(inbound: Inbound, { store, phrase, context, log }: PipelineParts): Promise<Outbound> {
  const started = performance.now()
  const { from } = inbound
  const known = await store.load(from).catch((error: unknown) => {
    // Somebody in danger is answered even while the database is away; only the thread of the talk is missing.
    log.error({ err: error, channel: from.channel }, 'state not loaded, answered without it')
    return undefined
  })
  const now = context()
  const { state, said, events, forget: erased } = answer(known, inbound, now, phrase)
  const { reply } = said
  if (erased) {
    // Not caught: "erased" must never be said when it is not true.
    await store.erase(from)
  } else {
    const latencyMs = Math.round(performance.now() - started)
    const record = { state, reply, events, knowledgeVersion: now.knowledge.version, at: now.now, latencyMs }
    await store.commit(from, record).catch((error: unknown) => {
      log.error({ err: error, channel: from.channel }, 'turn not stored')
    })
  }
  log.info(
    {
      channel: from.channel,
      action: reply.action,
      topic: reply.topic,
      danger: reply.danger,
      confidence: Math.round(reply.confidence * 100) / 100,
      ms: Math.round(performance.now() - started),
    },
    'turn',
  )
  return said
}

/** Runs the tasks of one key one after the other, those of different keys side by side. */
function oneAtATime() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const run = (last.get(key) ?? Promise.resolve()).then(task, task)
    last.set(key, run)
    try {
      return await run
    } finally {
      if (last.get(key) === run) last.delete(key)
    }
  }
}
