import { type ConversationState, initialState } from './conversation/state.ts'
import { type TurnContext, turn } from './conversation/turn.ts'
import type { ConversationStore } from './conversation/turn-record.ts'
import type { Converse, Inbound, Outbound } from './core/channel.ts'
import type { Log } from './core/log.ts'
import type { Phrase } from './phrase/phrase.ts'

export interface PipelineParts {
  readonly store: ConversationStore
  readonly phrase: Phrase
  /** Asked once for every turn: a turn never sees two versions of the knowledge. */
  readonly context: () => TurnContext
  readonly log: Log
}

/** The way of one message: load the state, take the turn, word it, commit, answer. */
export function createPipeline(parts: PipelineParts): Converse {
  const inOrder = oneAtATime()
  return (inbound) => inOrder(`${inbound.from.channel} ${inbound.from.address}`, () => handle(inbound, parts))
}

async function handle(inbound: Inbound, { store, phrase, context, log }: PipelineParts): Promise<Outbound> {
  const started = performance.now()
  const { from, input } = inbound
  const known = await store.load(from).catch((error: unknown) => {
    // Somebody in danger is answered even while the database is away; only the thread of the talk is missing.
    log.error({ err: error, channel: from.channel }, 'state not loaded, answered without it')
    return undefined
  })
  const now = context()
  const before = inLocaleOf(known ?? initialState(inbound.defaultLocale), inbound)
  const { state, reply, events } = turn(before, input, now)
  const { text, choices } = phrase.reply(reply)
  const erased = events.some(({ type }) => type === 'forget_confirmed')
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
  return {
    reply,
    text,
    choices: choices.map((choice, index) => {
      const topic = reply.choices[index]?.topic
      return topic === undefined ? choice : { ...choice, topic }
    }),
    chosenLocale: erased ? null : state.chosenLocale,
    erased,
  }
}

/** The language set in the channel holds over the one remembered. */
function inLocaleOf(state: ConversationState, { chosenLocale }: Inbound): ConversationState {
  if (chosenLocale === null || chosenLocale === state.chosenLocale) return state
  return { ...state, chosenLocale, locale: chosenLocale }
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
