import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, parseCronItems, type RunnerOptions, run, Logger as WorkerLogger } from 'graphile-worker'
import type { Log } from '../core/log.ts'

/** Work by the clock: the name is the task, `at` a cron line in UTC, `run` what is done. Each runs in one process at a time. */
export interface TimedJob {
  readonly name: string
  readonly at: string
  /** Missed while everything was down, it is made up for when it is not older than this. */
  readonly catchUpMs: number
  run(): Promise<void>
}

export interface Jobs {
  stop(): Promise<void>
}

const AGAIN_MS = 30_000

/**
 * Graphile Worker keeps the timers: its crontab starts each job once however many processes run, and tries a failed one
 * again. The way of a message does not go through it (docs/decisions/0006). It ends by itself when it loses the database
 * for good; then it is started again.
 */
export async function startJobs(url: string, jobs: readonly TimedJob[], log: Log): Promise<Jobs> {
  const options: RunnerOptions = {
    connectionString: url,
    maxPoolSize: 2,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 10_000,
    taskList: Object.fromEntries(jobs.map(({ name, run: work }) => [name, () => work()])),
    parsedCronItems: parseCronItems(
      jobs.map(({ name, at, catchUpMs }) => ({
        task: name,
        match: at,
        identifier: name,
        options: { backfillPeriod: catchUpMs, maxAttempts: 3 },
      })),
    ),
    logger: quiet(log),
  }
  const stop = new AbortController()
  let runner = await run(options)
  const watch = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await runner.promise.catch((err: unknown) => log.error({ err }, 'timed jobs ended'))
      while (!stop.signal.aborted) {
        await sleep(AGAIN_MS, undefined, { signal: stop.signal }).catch(() => undefined)
        if (stop.signal.aborted) return
        try {
          runner = await run(options)
          break
        } catch (err) {
          log.warn({ err }, 'timed jobs could not be started again')
        }
      }
    }
  }
  const watching = watch()
  return {
    async stop() {
      if (stop.signal.aborted) return watching
      stop.abort()
      // It may have ended by itself a moment ago, which it calls an error.
      await runner.stop().catch(() => undefined)
      await watching
    },
  }
}

function quiet(log: Log): Logger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === 'error') log.error({ ...meta }, message)
    else if (level === 'warning') log.warn({ ...meta }, message)
    else log.debug({ ...meta }, message)
  })
}
