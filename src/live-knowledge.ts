import { recordIndexOf } from './conversation/answer/agreement/record-index.ts'
import type { Understand } from './conversation/understand/understand.ts'
import type { Log } from './core/log.ts'
import type { Knowledge, KnowledgeData, KnowledgeSource } from './knowledge/knowledge.ts'
import { regionIndexOf } from './knowledge/regions/region-index.ts'
import { buildKnowledge } from './knowledge/snapshot.ts'

/** A snapshot and the reader of messages that knows its names: exchanged together, never one without the other. */
export interface KnowledgeInUse {
  readonly knowledge: Knowledge
  readonly understand: Understand
}

/** Makes the tables that the first question would make: half a second. */
export function makeTables({ knowledge, understand }: KnowledgeInUse): void {
  recordIndexOf(knowledge)
  understand('halo', knowledge)
}

export interface LiveKnowledgeOptions {
  readonly source: KnowledgeSource
  readonly understandFor: (knowledge: Knowledge) => Understand
  /** Before a new snapshot is answered from. */
  readonly onNew: (knowledge: Knowledge) => Promise<void>
  readonly log: Log
}

export interface LiveKnowledge {
  current(): KnowledgeInUse
  take(data: KnowledgeData): Promise<void>
  /** Something changed: reads it all again, soon. Many calls in a row make one reading. */
  reload(): void
  /** When no reading is under way any more. */
  settled(): Promise<void>
}

/** One edit of an officer changes several rows; a seed changes thousands. */
const GATHER_MS = 200

/** Keeps the newest snapshot. While a new one is read, and when that fails, the one before goes on answering. */
export function liveKnowledge({ source, understandFor, onNew, log }: LiveKnowledgeOptions): LiveKnowledge {
  let inUse: KnowledgeInUse | undefined
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> = Promise.resolve()

  const take = async (data: KnowledgeData): Promise<void> => {
    if (data.version === inUse?.knowledge.version) return
    const knowledge = buildKnowledge(data, regionIndexOf)
    const next = { knowledge, understand: understandFor(knowledge) }
    await onNew(knowledge)
    inUse = next
    log.info({ version: knowledge.version, asOf: knowledge.asOf }, 'knowledge in use')
  }
  const readAgain = async (): Promise<void> => {
    try {
      await take(await source.load())
    } catch (err) {
      log.error({ err }, 'changed knowledge could not be read; answers go on from the one before')
    }
  }
  return {
    current() {
      if (inUse === undefined) throw new Error('No knowledge was taken yet.')
      return inUse
    },
    take,
    reload() {
      clearTimeout(timer)
      timer = setTimeout(() => {
        reading = reading.then(readAgain)
      }, GATHER_MS)
    },
    async settled() {
      clearTimeout(timer)
      await reading
    },
  }
}
