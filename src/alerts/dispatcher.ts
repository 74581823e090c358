import type { Log } from '../core/log.ts'
import type { Wake } from '../core/wake.ts'
import { createWake } from '../core/wake.ts'
import { isAway, type SqlPool } from '../database/sql.ts'
import { readOfficersNote } from './dispatch.store.ts'
import { createBatches, type DispatchParts } from './dispatch-batches.store.ts'

export interface DispatcherOptions extends DispatchParts {
  readonly sql: SqlPool
  readonly now: () => Date
  /** Rows of these accounts (`<channel> <account>`) were queued. */
  readonly onQueued: (account: string) => void
  readonly log: Log
}

/** Brings alerts to officers, in every process that answers: they share the work by row locks. */
export interface Dispatcher {
  /** Something was raised. */
  wake(): void
  /** Everything that is due now, once. */
  tick(): Promise<void>
  run(stop: AbortSignal): Promise<void>
}

/** A wake-up can be lost; nobody waits longer than this for it. */
const LOOK_EVERY_MS = 1_000
const AWAY_MS = 1_000
/** What changes by the minute. */
const SLOWLY_MS = 30_000
/** An emergency that reaches nobody is said every minute, anything else every hour. */
const SAY_EVERY_MS = { emergency: 60_000, other: 3_600_000 } as const
/** Batches in a row before others of this process get their turn. */
const MOST_BATCHES = 20

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { sql, now, onQueued, log } = options
  const wake: Wake = createWake()
  let slowlyAt = Number.NEGATIVE_INFINITY
  let saidAt = Number.NEGATIVE_INFINITY

  const inOne = async (work: keyof ReturnType<typeof createBatches>): Promise<number> => {
    const at = now()
    const accounts = new Set<string>()
    const batches = createBatches(options, (account) => accounts.add(account))
    const done = await sql.transaction((tx) => batches[work](tx, at))
    for (const account of accounts) onQueued(account)
    return done
  }
  const tick = async (): Promise<void> => {
    await inOne('settle')
    for (let batch = 0; batch < MOST_BATCHES && (await inOne('due')) > 0; batch += 1);
    await inOne('again')
    await inOne('folded')
    const at = now().getTime()
    if (at - slowlyAt < SLOWLY_MS) return
    slowlyAt = at
    await inOne('health')
    await inOne('digests')
    if ((await inOne('nobody')) > 0) await sayNobody(at)
  }
  const sayNobody = async (at: number): Promise<void> => {
    const { unreachable, emergencies, since } = await readOfficersNote(sql)
    if (at - saidAt < SAY_EVERY_MS[emergencies > 0 ? 'emergency' : 'other']) return
    saidAt = at
    log.warn({ alerts: unreachable, emergencies, since }, 'nobody is on duty: alerts reach no officer')
  }

  return {
    wake: () => wake.one(),
    tick,
    async run(stop) {
      const end = () => wake.all()
      stop.addEventListener('abort', end)
      while (!stop.aborted) {
        let pause = LOOK_EVERY_MS
        try {
          await tick()
        } catch (err) {
          if (isAway(err)) log.warn({ err }, 'the database is away: alerts wait')
          else log.error({ err }, 'alerts could not be dispatched')
          pause = AWAY_MS
        }
        if (!stop.aborted) await wake.sleep(pause)
      }
      stop.removeEventListener('abort', end)
    },
  }
}
