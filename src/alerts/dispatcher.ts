import type { Log } from '../core/log.ts'
import type { Wake } from '../core/wake.ts'
import { createWake } from '../core/wake.ts'
import { isAway, type Sql, type SqlPool } from '../database/sql.ts'
import { lookAround, readOfficersNote } from './dispatch.store.ts'
import { AGAIN_AFTER_MS, dispatchDue, settleCards, tellAgain } from './dispatch-batches.store.ts'
import { type DispatchParts, type Hands, handsOf } from './dispatch-parts.ts'
import { tellFolded } from './give.store.ts'
import { checkChannels, noteNobody, sendDigests } from './rounds.store.ts'

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
/** Alerts of one transaction. */
const MOST = 200
/** What could not be dispatched is tried again after this. */
const ASIDE_MS = 60_000
/** What changes by the minute. */
const SLOWLY_MS = 30_000
/** An emergency that reaches nobody is said every minute, anything else every hour. */
const SAY_EVERY_MS = { emergency: 60_000, other: 3_600_000 } as const
/** Batches in a row before others of this process get their turn. */
const MOST_BATCHES = 20

/** Each for a transaction of its own; each gives how much it did. */
const STEPS = {
  settle: settleCards,
  due: dispatchDue,
  again: tellAgain,
  folded: tellFolded,
  health: checkChannels,
  digests: sendDigests,
  nobody: noteNobody,
} as const satisfies Record<string, (tx: Sql, at: Date, hands: Hands) => Promise<number>>
type Step = keyof typeof STEPS

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { sql, now, onQueued, log } = options
  const wake: Wake = createWake()
  let slowlyAt = Number.NEGATIVE_INFINITY
  let saidAt = Number.NEGATIVE_INFINITY

  /** Alerts that could not be dispatched, and until when they stand aside: one that fails must not hold up the others. */
  const aside = new Map<string, number>()

  const inOne = async (work: Step, most = MOST): Promise<number> => {
    const at = now()
    for (const [id, until] of aside) if (until <= at.getTime()) aside.delete(id)
    const accounts = new Set<string>()
    const claimed: string[] = []
    const hands = handsOf(options, {
      most,
      aside: [...aside.keys()],
      onClaimed: (ids) => claimed.push(...ids),
      onQueued: (account) => accounts.add(account),
    })
    try {
      const done = await sql.transaction((tx) => STEPS[work](tx, at, hands))
      if (accounts.size > 0) log.debug({ accounts: accounts.size }, 'cards queued')
      for (const account of accounts) onQueued(account)
      return done
    } catch (err) {
      if (isAway(err) || claimed.length === 0) throw err
      if (claimed.length > 1) return inEach(work, claimed.length)
      const [alertId = ''] = claimed
      log.error({ err, alertId }, 'an alert could not be dispatched')
      aside.set(alertId, at.getTime() + ASIDE_MS)
      return 1
    }
  }
  /** After a batch failed: one by one, to find the one that is to blame. */
  const inEach = async (work: Step, alerts: number): Promise<number> => {
    for (let n = 0; n < alerts; n += 1) await inOne(work, 1)
    return alerts
  }
  /** One step that fails takes no other with it. */
  const each = async (steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
    const errors: unknown[] = []
    for (const step of steps) await step().catch((err: unknown) => errors.push(err))
    if (errors.length > 0) throw errors[0]
  }
  const due = async (): Promise<void> => {
    for (let batch = 0; batch < MOST_BATCHES && (await inOne('due')) > 0; batch += 1);
  }
  const tick = async (): Promise<void> => {
    const at = now().getTime()
    const slowly = at - slowlyAt >= SLOWLY_MS
    if (slowly) slowlyAt = at
    const nobody = async () => (await inOne('nobody')) > 0 && (await sayNobody(at))
    const todo = await lookAround(sql, now(), new Date(at - AGAIN_AFTER_MS))
    await each([
      // A level whose cards were all refused makes the next one due.
      ...(todo.settle ? [async () => (await inOne('settle')) > 0 && !todo.due && (await due())] : []),
      ...(todo.due ? [due] : []),
      ...(todo.again ? [() => inOne('again')] : []),
      // What was just folded may be told at once.
      ...(todo.folded || todo.due ? [() => inOne('folded')] : []),
      ...(slowly ? [() => inOne('health'), () => inOne('digests'), nobody] : []),
    ])
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
