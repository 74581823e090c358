import { backoffMs } from '../../core/backoff.ts'
import type { Refusal, SendOutcome } from '../../core/delivery.ts'
import type { ApiFailure } from './bot-api.ts'

/** The token was taken back or is wrong: only a person can mend that, and no alert may be given up for it. */
const NO_RIGHT_WAIT_MS = 60_000

/** What a failed call means for a message to an officer. The chats of this bot are private ones alone. */
export function outcomeOf(
  failure: ApiFailure,
  { attempt, now, done }: { readonly attempt: number; readonly now: Date; readonly done: number },
): SendOutcome {
  const retry = (
    waitMs: number,
    reason: Extract<SendOutcome, { kind: 'retry_at' }>['reason'],
    scope: 'account' | 'chat',
  ): SendOutcome => ({ kind: 'retry_at', at: new Date(now.getTime() + waitMs), reason, scope, done })
  if (failure.kind === 'unreachable') return retry(backoffMs(attempt), 'network', 'account')
  const { code, description, retryAfterSeconds } = failure
  if (code === 429)
    return retry(
      retryAfterSeconds === null ? backoffMs(attempt) : retryAfterSeconds * 1_000,
      'rate_limited',
      'account',
    )
  if (code === 401 || code === 404) return retry(NO_RIGHT_WAIT_MS, 'vendor_error', 'account')
  if (code === 403 || code === 400) {
    const detail = description
      .replace(/"[^"]*"?/g, '"…"')
      .replace(/-?\d{5,}/g, '…')
      .slice(0, 200)
    return { kind: 'refused', reason: reasonOf(code, description), detail }
  }
  return retry(backoffMs(attempt), 'vendor_error', 'chat')
}

function reasonOf(code: 400 | 403, description: string): Refusal {
  if (/deactivated|chat not found|user not found|peer_id_invalid/i.test(description)) return 'unknown_address'
  if (code === 403)
    return /can't initiate|not a member|kicked/i.test(description) ? 'not_permitted' : 'blocked_by_person'
  return 'content_rejected'
}
