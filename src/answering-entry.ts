import { parentPort, workerData } from 'node:worker_threads'
import { hostAnswering } from './answering-host.ts'
import type { Config } from './config.ts'
import { loadUnderstand } from './conversation/understand/load.ts'
import { KNOWLEDGE_CHANGED, listen } from './database/listen.ts'
import { createSqlPool, readsOf } from './database/sql.ts'
import { effectsOf } from './effects.ts'
import { createLog } from './json-log.ts'
import { databaseSource, recordVersion } from './knowledge/knowledge.store.ts'
import { liveKnowledge, makeTables } from './live-knowledge.ts'
import { createPhrase } from './phrase/phrase.ts'
import { type KeyOptions, loadKeys } from './privacy/keys.ts'
import { createVault } from './privacy/vault.ts'

/** What the thread that answers needs to know of its process. */
export interface AnsweringData extends KeyOptions {
  readonly url: string
  readonly logLevel: Config['logLevel']
}

/** The thread that answers, put together: the same engine, words and effects as its process, on connections of its own. */
async function run(port: NonNullable<typeof parentPort>, data: AnsweringData): Promise<void> {
  const { url, logLevel } = data
  const log = createLog(logLevel)
  const onError = (err: Error) => log.warn({ err }, 'a database connection broke')
  const [phrase, understandFor, keys] = await Promise.all([createPhrase(), loadUnderstand(), loadKeys(data)])
  const pool = createSqlPool({
    url,
    size: 1,
    name: 'jalur-resmi answering',
    statementTimeoutMs: 60_000,
    onError,
  })
  const reads = readsOf(pool)
  const source = databaseSource(reads)
  const knowledge = liveKnowledge({
    source,
    understandFor: (snapshot) => {
      const understand = understandFor(snapshot)
      // Nobody waits for them here.
      makeTables({ knowledge: snapshot, understand })
      return understand
    },
    onNew: (snapshot) => recordVersion(reads, snapshot),
    log,
  })
  // Before the reading: what changes meanwhile is read again.
  const onNotify = () => knowledge.reload()
  const listener = await listen({ url, channel: KNOWLEDGE_CHANGED, onNotify, onError })
  await knowledge.take(await source.load())
  const vault = createVault(keys)
  hostAnswering({
    port,
    url,
    vault,
    phrase,
    context: () => ({ ...knowledge.current(), now: new Date() }),
    effects: effectsOf({ vault, words: (wording, locale) => phrase.wording(wording, locale) }),
    log,
    async close() {
      await listener.close()
      await knowledge.settled()
      await pool.close()
    },
  })
}

if (parentPort === null)
  throw new Error('This module is the thread that answers: src/answering-thread.ts starts it.')
await run(parentPort, workerData as AnsweringData)
