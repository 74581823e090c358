import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../../core/backoff.ts'
import type { Log } from '../../core/log.ts'
import type { ApiFailure, OfficerBotApi } from './bot-api.ts'
import { UPDATE_KINDS, updateId } from './update.ts'

export interface PollerOptions {
  readonly api: OfficerBotApi
  /** Ends when everything in the batch was dealt with; never rejects. */
  readonly take: (updates: readonly unknown[]) => Promise<void>
  readonly log: Log
}

const POLL_SECONDS = 50
/** A connection that says nothing longer than the poll may take is dead. */
const DEAD_AFTER_MS = (POLL_SECONDS + 15) * 1_000
/** Somebody else polls this bot, or its token was taken back: that does not mend itself within seconds. */
const CONFLICT_WAIT_MS = 15_000
/** A server that answers "nothing" at once must not make us ask without a pause. */
const SHORTEST_EMPTY_MS = 100

/**
 * Long polling until the signal ends. Telegraf's own loop confirms a batch before it is dealt with, and drops what was
 * under way when it stops; here an update is confirmed by the next question, after what it asked for is committed. A
 * crash in between brings it again, and it is known by its number.
 */
export async function pollUpdates({ api, take, log }: PollerOptions, signal: AbortSignal): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    const asked = performance.now()
    const answer = await api.call<readonly unknown[]>(
      'getUpdates',
      {
        ...(offset === undefined ? {} : { offset }),
        timeout: POLL_SECONDS,
        limit: 100,
        allowed_updates: UPDATE_KINDS,
      },
      AbortSignal.any([signal, AbortSignal.timeout(DEAD_AFTER_MS)]),
    )
    if (signal.aborted) break
    if (answer.kind !== 'ok') {
      failures += 1
      const waitMs = pauseAfter(answer, failures)
      const why = answer.kind === 'refused' ? `${answer.code}: ${answer.description}` : answer.detail
      log.warn({ why, waitMs, failures }, 'polling the officers’ bot was interrupted')
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
      continue
    }
    failures = 0
    const updates = Array.isArray(answer.result) ? answer.result : []
    const ids = updates.flatMap((update) => updateId(update) ?? [])
    if (ids.length === 0) {
      if (performance.now() - asked < SHORTEST_EMPTY_MS)
        await sleep(SHORTEST_EMPTY_MS, undefined, { signal }).catch(() => undefined)
      continue
    }
    await take(updates)
    offset = Math.max(...ids) + 1
  }
  // So that the next start does not begin with what is long answered.
  if (offset !== undefined)
    await api.call('getUpdates', { offset, timeout: 0, limit: 1 }, AbortSignal.timeout(2_000))
}

function pauseAfter(answer: ApiFailure, failures: number): number {
  if (answer.kind === 'unreachable') return backoffMs(failures)
  if (answer.retryAfterSeconds !== null) return answer.retryAfterSeconds * 1_000
  return [401, 404, 409].includes(answer.code) ? CONFLICT_WAIT_MS : backoffMs(failures)
}
