import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TurnContext } from '../conversation/turn.ts'
import type { Log } from '../core/log.ts'
import { createWake } from '../core/wake.ts'
import { isAway, type Sql, type SqlPool } from '../database/sql.ts'
import type { Claimed, ClaimedLane } from '../inbox/claim.store.ts'
import type { FloodLimit } from '../inbox/flood.ts'
import type { AnyEffect } from '../outbox/effects.ts'
import type { Phrase } from '../phrase/phrase.ts'
import type { Vault } from '../privacy/vault.ts'
import { answerLanes, type LaneDesk, type LaneOutcome, reasonOf, waitsForCode } from './batch.ts'
import type { WorkerStatements } from './commit.store.ts'

export interface WorkerOptions {
  readonly sql: SqlPool
  readonly statements: WorkerStatements
  /** Commits without waiting for the disk: notes for those who find us dead. */
  readonly notes: Sql
  readonly vault: Vault
  readonly phrase: Phrase
  /** Asked once for every batch: a turn never sees two versions of the knowledge. */
  readonly context: () => TurnContext
  /** What is stored of these lanes' cases, in the transaction that answers them. */
  readonly readDesks: (
    tx: Sql,
    lanes: readonly { readonly lane: string; readonly personId: string }[],
    now: Date,
  ) => Promise<ReadonlyMap<string, LaneDesk>>
  readonly effects: readonly AnyEffect[]
  readonly flood: FloodLimit
  readonly isAwaited: (externalKey: string) => boolean
  /** After the commit. */
  readonly onCommitted: (lanes: readonly LaneOutcome[]) => void
  /** More waits than one batch carries: somebody else may help. */
  readonly onBacklog: () => void
  readonly log: Log
  readonly loops?: number
  readonly lanesOfBatch?: number
  readonly messagesOfBatch?: number
}

export interface Worker {
  /** Something waits. */
  wake(): void
  /** Every loop is in a batch: more work would wait for them. */
  readonly busy: boolean
  /** Ends after the batches under way. */
  stop(): Promise<void>
}

/** Two batches side by side: one computes while the other waits for its commit. */
const LOOPS = 2
const LANES = 64
const MESSAGES = 128
/** A wake-up can be lost with a connection; nobody waits longer than this for it. */
const LOOK_EVERY_MS = 1_000
/** A lane that another holds is free again when its batch is committed, mostly after some milliseconds. */
const HELD_MS = 5
const AWAY_MS = 100
const LONGEST_AWAY_MS = 5_000
/** A message tried before is answered alone: what kills or fails must not take others with it. */
const ALONE = { lanes: 1, messages: 1, from: '0' } as const

/** Answers what waits in the inbox, in batches: one transaction claims, answers and commits them. */
export function startWorker(options: WorkerOptions): Worker {
  const { loops = LOOPS, log } = options
  const wake = createWake()
  let stopping = false
  const loop = async (): Promise<void> => {
    const turn = createTurn(options)
    let failures = 0
    let held = 0
    while (!stopping) {
      try {
        const worked = await turn.run()
        failures = 0
        held = worked === 'held' ? held + 1 : 0
        if (worked === 'backlog') {
          wake.one()
          options.onBacklog()
        }
        // What comes while we are at work calls us again.
        if ((worked === 'done' || worked === 'held') && !stopping)
          await wake.sleep(worked === 'held' ? Math.min(HELD_MS * 2 ** held, LOOK_EVERY_MS) : LOOK_EVERY_MS)
      } catch (err) {
        if (isAway(err)) log.warn({ err }, 'the database is away: answers wait')
        else log.error({ err }, 'a batch failed')
        await sleep(Math.min(AWAY_MS * 2 ** failures, LONGEST_AWAY_MS))
        failures += 1
      }
    }
    await turn.end().catch(() => undefined)
  }
  const running = Array.from({ length: loops }, loop)
  return {
    wake: () => wake.one(),
    get busy() {
      return wake.sleepers === 0
    },
    async stop() {
      stopping = true
      wake.all()
      await Promise.all(running)
    },
  }
}

/**
 * What a look came to. `done`: nothing that we know of waits any more; `held`: what waits is in others' hands; `more`: some
 * of what we hold still waits; `backlog`: more waits than one batch carries.
 */
type Worked = 'done' | 'held' | 'more' | 'backlog'

function createTurn(options: WorkerOptions) {
  const { sql, notes, vault, phrase, readDesks, effects, flood, isAwaited, onCommitted, log } = options
  const { claimLane, claimLanes, clearBatch, commitBatch, readJoins } = options.statements
  const { noteBatch, noteWriting, removeBatch, weighDeaths } = options.statements
  const { lanesOfBatch = LANES, messagesOfBatch = MESSAGES } = options
  const worker = randomUUID()
  /** After a batch was refused: so many batches of one message each, to find the one that is to blame. */
  let alone = 0
  let refused: { id: string; lane: string; reason: string } | undefined
  let from = '0'
  let wholeAt = 0

  /** What must be known of the lanes before their turns. */
  const look = async (tx: Sql, lanes: readonly ClaimedLane[]) => {
    const context = options.context()
    // Only whom we talked with before can have a case.
    const known = lanes.flatMap(({ lane, conversation }) =>
      conversation === null ? [] : [{ lane, personId: conversation.personId }],
    )
    const asked = lanes.filter(waitsForCode).map(({ lane }) => lane)
    const [desks, joins] = await Promise.all([
      known.length === 0 ? new Map<string, LaneDesk>() : readDesks(tx, known, context.now),
      readJoins(tx, asked, context.now),
    ])
    return { vault, phrase, context, desks, joins, flood, effects, isAwaited }
  }
  const commit = async (
    tx: Sql,
    lanes: readonly ClaimedLane[],
    parts: Awaited<ReturnType<typeof look>>,
  ): Promise<readonly LaneOutcome[]> => {
    const outcomes = await answerLanes(lanes, parts, refused)
    if (isSuspect(lanes)) await noteWriting(notes, worker)
    await commitBatch(tx, outcomes, parts)
    // Goes out with the commit.
    clearBatch(tx, worker).catch(() => undefined)
    return outcomes
  }

  const run = async (): Promise<Worked> => {
    // Once in a while at everything: what came to wait again, or was committed very late.
    if (performance.now() >= wholeAt) {
      from = '0'
      wholeAt = performance.now() + LOOK_EVERY_MS
    }
    const limits = alone > 0 ? ALONE : { lanes: lanesOfBatch, messages: messagesOfBatch, from }
    let held: readonly ClaimedLane[] = []
    let claimed: Claimed = { lanes: [], heldElsewhere: false, cut: false, lowest: '0' }
    try {
      const outcomes = await sql.transaction(async (tx) => {
        claimed = refused === undefined ? await claimLanes(tx, limits) : await claimLane(tx, refused.lane)
        from = claimed.lowest
        held = atMost(claimed.lanes, messagesOfBatch)
        if (held.length === 0) return undefined
        const [examined, parts] = await Promise.all([examine(held), look(tx, held)])
        held = examined
        return commit(tx, held, parts)
      })
      const wasAlone = alone > 0 || refused !== undefined
      if (alone > 0) alone -= 1
      refused = undefined
      if (outcomes === undefined) return claimed.heldElsewhere ? 'held' : 'done'
      onCommitted(outcomes)
      if (held.length >= lanesOfBatch || idsOf(held).length >= messagesOfBatch) return 'backlog'
      const answered = outcomes.reduce((sum, lane) => sum + lane.outcomes.length, 0)
      if (wasAlone || claimed.cut || answered < idsOf(claimed.lanes).length) return 'more'
      return claimed.heldElsewhere ? 'held' : 'done'
    } catch (error) {
      if (isAway(error)) throw error
      const ids = idsOf(held)
      const [first] = held
      const [message] = first?.messages ?? []
      const again = refused !== undefined
      refused = undefined
      if (first === undefined || message === undefined || again) throw error
      if (ids.length === 1) {
        log.error({ err: error, inboxId: message.id }, 'an answer was refused by the database')
        refused = { id: message.id, lane: first.lane, reason: reasonOf(error) }
        return 'more'
      }
      log.error(
        { err: error, messages: ids.length },
        'a batch was refused: its messages are answered one by one',
      )
      alone = ids.length
      return 'more'
    }
  }

  /** Writes down what is in our hands, and finds out what others died of. */
  const examine = async (lanes: readonly ClaimedLane[]): Promise<readonly ClaimedLane[]> => {
    const ids = idsOf(lanes)
    const dead = await noteBatch(notes, worker, ids)
    const weighed = dead ? await weighDeaths(notes, worker, ids) : new Map<string, number>()
    if (weighed.size > 0)
      log.warn({ messages: weighed.size }, 'messages of a worker that died are taken over')
    const known = lanes.map((lane) => ({
      ...lane,
      messages: lane.messages.map((one) => ({ ...one, suspicion: weighed.get(one.id) ?? one.suspicion })),
    }))
    const suspect = known.find((lane) => isSuspect([lane]))
    if (suspect === undefined) return known
    const single = [{ ...suspect, messages: suspect.messages.slice(0, 1) }]
    await noteBatch(notes, worker, idsOf(single))
    return single
  }

  return { run, end: () => removeBatch(notes, worker) }
}

/** Lanes whose first message is due, until the batch is full. */
function atMost(lanes: readonly ClaimedLane[], most: number): readonly ClaimedLane[] {
  let room = most
  return lanes.flatMap((lane) => {
    if (room === 0 || lane.messages[0]?.due !== true) return []
    const messages = lane.messages.slice(0, room)
    room -= messages.length
    return [{ ...lane, messages }]
  })
}

function idsOf(lanes: readonly ClaimedLane[]): string[] {
  return lanes.flatMap(({ messages }) => messages.map(({ id }) => id))
}

/** Tried before, or in the hands of a process that died: answered alone. */
function isSuspect(lanes: readonly ClaimedLane[]): boolean {
  return lanes.some(({ messages }) => messages.some(({ attempts, suspicion }) => attempts + suspicion > 0))
}
