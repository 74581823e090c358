import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Answering, type AnsweringOptions, answerHere } from './answering.ts'
import type { FromAnswering, ToAnswering } from './answering-messages.ts'
import { reasonOf } from './pipeline/batch.ts'

export interface ThreadOptions {
  /** What the thread runs: a module that calls `hostAnswering`. */
  readonly entry: URL
  /** Handed to it as `workerData`. */
  readonly data: unknown
  /** A start has other things to do first. */
  readonly afterMs?: number
  readonly pingEveryMs?: number
}

export interface ThreadedAnswering extends Answering {
  /** When the thread has taken over. */
  readonly moved: Promise<void>
}

const PING_EVERY_MS = 5_000
/** A thread that gave no sign for so many pings hangs: batches let others have their turn every few milliseconds. */
const SILENT_PINGS = 4
const RESTART_MS = 500
const LONGEST_RESTART_MS = 30_000
/** As long as the batches under way may take; who stops waits no longer than supervisors do. */
const STOP_WITHIN_MS = 5_000
/** Most of what a turn makes is over with it: a larger nursery is swept half as often. */
const NURSERY_MB = 64

/**
 * Answers here until a thread of its own is ready to, and there from then on: taking in and sending has a processor, and
 * answering has another. A thread that breaks or hangs is replaced; what it held goes to the next like that of a killed
 * process.
 */
export function answerInThread(
  { entry, data, afterMs = 0, pingEveryMs = PING_EVERY_MS }: ThreadOptions,
  options: AnsweringOptions,
): ThreadedAnswering {
  const { log } = options
  const awaited = new Set<string>()
  let here: Answering | undefined = answerHere(options)
  let ending: Promise<void> | undefined
  let ready: Worker | undefined
  let starting: Worker | undefined
  let silent = 0
  let failures = 0
  let stopping = false
  let onMoved: () => void = () => undefined
  const moved = new Promise<void>((resolve) => {
    onMoved = resolve
  })
  const tell = (message: ToAnswering) => ready?.postMessage(message)

  const take = (thread: Worker): void => {
    starting = undefined
    ready = thread
    silent = 0
    failures = 0
    for (const externalKey of awaited) tell({ kind: 'awaits', externalKey })
    ending ??= here?.stop()
    here = undefined
    onMoved()
  }
  const onMessage = (thread: Worker, message: FromAnswering): void => {
    switch (message.kind) {
      case 'ready':
        if (!stopping) take(thread)
        break
      case 'committed':
        options.onCommitted(message.committed)
        break
      case 'backlog':
        options.onBacklog()
        break
      case 'pong':
        silent = 0
    }
  }
  const start = (): void => {
    if (stopping) return
    const thread = new Worker(entry, {
      name: 'answering',
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
    })
    starting = thread
    thread.on('message', (message: FromAnswering) => onMessage(thread, message))
    thread.on('error', (err) => log.error({ reason: reasonOf(err) }, 'the thread that answers broke'))
    thread.once('exit', () => {
      if (thread === ready) ready = undefined
      if (thread === starting) starting = undefined
      if (stopping) return
      const wait = Math.min(RESTART_MS * 2 ** failures, LONGEST_RESTART_MS)
      failures += 1
      log.error({ restartMs: wait }, 'the thread that answers ended; another one is started')
      timer = setTimeout(start, wait)
    })
  }
  let timer = setTimeout(start, afterMs)
  const pings = setInterval(() => {
    if (ready === undefined) return
    silent += 1
    if (silent > SILENT_PINGS) void ready.terminate()
    else tell({ kind: 'ping' })
  }, pingEveryMs)

  return {
    moved,
    wake() {
      here?.wake()
      tell({ kind: 'wake' })
    },
    awaits(externalKey) {
      awaited.add(externalKey)
      here?.awaits(externalKey)
      tell({ kind: 'awaits', externalKey })
    },
    over(externalKey) {
      awaited.delete(externalKey)
      here?.over(externalKey)
      tell({ kind: 'over', externalKey })
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      clearInterval(pings)
      ending ??= here?.stop()
      await Promise.all([ending, starting?.terminate(), ready === undefined ? undefined : ended(ready)])
    },
  }
}

async function ended(thread: Worker): Promise<void> {
  const late = new AbortController()
  const exit = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  thread.postMessage({ kind: 'stop' } satisfies ToAnswering)
  await Promise.race([
    exit,
    sleep(STOP_WITHIN_MS, undefined, { signal: late.signal }).then(
      () => thread.terminate(),
      () => undefined,
    ),
  ])
  late.abort()
}

/** The module beside this one: as it was built, or what runs it from its source. */
export function answeringEntry(): URL {
  const built = new URL('./answering-entry.js', import.meta.url)
  return existsSync(built) ? built : new URL('./answering-entry.mjs', import.meta.url)
}
