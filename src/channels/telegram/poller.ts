import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../core/backoff.ts'
import type { Log } from '../../core/log.ts'
import type { BotIdentity } from './addressed.ts'
import type { BotApi } from './bot-api.ts'
import type { Intake } from './intake.ts'
import { UPDATE, UPDATE_KINDS, type Update } from './update.ts'

export interface PollerOptions {
  readonly api: BotApi
  readonly bot: BotIdentity
  readonly take: Intake
  /** An update without a number: a bug of the server, counted. */
  readonly onMalformed: () => void
  readonly log: Log
  /** Waits; ends early, without an error, when the signal does. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

const POLL_SECONDS = 50
/** A connection that says nothing longer than the poll may take is dead. */
const DEAD_AFTER_MS = (POLL_SECONDS + 15) * 1_000
const MOST_UPDATES = 100
/** Somebody else polls this bot, or its token was taken back: that does not mend itself within seconds. */
const CONFLICT_WAIT_MS = 15_000
/** A server that answers "nothing" at once must not make us ask without a pause. */
const SHORTEST_EMPTY_MS = 100

/**
 * Long polling until the signal ends. Telegram keeps an update until we ask with a higher offset, and we ask so only
 * after the inbox has it: a crash in between brings it again, and the inbox knows it by its id.
 */
export async function poll(
  { api, bot, take, onMalformed, log, wait = pause }: PollerOptions,
  signal: AbortSignal,
): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    const asked = performance.now()
    const answer = await api.call(
      'getUpdates',
      {
        ...(offset === undefined ? {} : { offset }),
        timeout: POLL_SECONDS,
        limit: MOST_UPDATES,
        allowed_updates: UPDATE_KINDS,
      },
      AbortSignal.any([signal, AbortSignal.timeout(DEAD_AFTER_MS)]),
    )
    if (signal.aborted) break
    if (answer.kind !== 'ok') {
      failures += 1
      const { waitMs, why } = pauseAfter(answer, failures)
      log.warn({ why, waitMs, failures }, 'polling Telegram was interrupted')
      await wait(waitMs, signal)
      continue
    }
    failures = 0
    const updates = readUpdates(answer.result, onMalformed)
    if (updates.length === 0) {
      if (performance.now() - asked < SHORTEST_EMPTY_MS) await wait(SHORTEST_EMPTY_MS, signal)
      continue
    }
    if (!(await takeAll(updates))) break
    offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1
  }
  if (offset !== undefined) await confirm(api, offset)

  /** Hands the batch over until it is taken; nothing of it is confirmed before. False: told to stop meanwhile. */
  async function takeAll(updates: readonly Update[]): Promise<boolean> {
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        const taken = await take(updates, bot)
        if (taken.kind === 'taken') return true
        await wait(taken.retryAfterMs, signal)
      } catch (err) {
        log.error({ err, count: updates.length }, 'updates could not be handed over, tried again')
        await wait(backoffMs(tries), signal)
      }
    }
    return false
  }
}

function readUpdates(result: readonly unknown[], onMalformed: () => void): readonly Update[] {
  return result.flatMap((one) => {
    const parsed = UPDATE.safeParse(one)
    if (!parsed.success) onMalformed()
    return parsed.success ? [parsed.data] : []
  })
}

function pauseAfter(
  answer: Exclude<Awaited<ReturnType<BotApi['call']>>, { kind: 'ok' }>,
  failures: number,
): { waitMs: number; why: string } {
  if (answer.kind === 'unreachable') return { waitMs: backoffMs(failures), why: answer.detail }
  const why = `${answer.code}: ${answer.description}`
  if (answer.retryAfterSeconds !== null) return { waitMs: answer.retryAfterSeconds * 1_000, why }
  const ours = answer.code === 409 || answer.code === 401 || answer.code === 404
  return { waitMs: ours ? CONFLICT_WAIT_MS : backoffMs(failures), why }
}

/** Tells Telegram how far we came, so that the next start does not begin with what is long answered. */
async function confirm(api: BotApi, offset: number): Promise<void> {
  await api.call('getUpdates', { offset, timeout: 0, limit: 1 }, AbortSignal.timeout(2_000))
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
