import { backoffMs } from '../../core/backoff.ts'
import type { Refusal, SendOutcome } from '../../core/delivery.ts'
import type { ApiFailure } from './bot-api.ts'

export interface FailureContext {
  /** 1 for the first try. */
  readonly attempt: number
  readonly now: Date
  /** The message goes into a group. */
  readonly group: boolean
  /** Calls of the message that succeeded. */
  readonly done: number
}

/** The token was taken back or is wrong: only a person can mend that, and no message may be given up for it. */
const NO_RIGHT_WAIT_MS = 60_000

/** What a failed call means for the message, by the vendor's code and, where the code is not enough, by its words. */
export function outcomeOf(failure: ApiFailure, context: FailureContext): SendOutcome {
  const { attempt, now, group, done } = context
  const retry = (
    waitMs: number,
    reason: Extract<SendOutcome, { kind: 'retry_at' }>['reason'],
    scope: 'account' | 'chat',
  ): SendOutcome => ({ kind: 'retry_at', at: new Date(now.getTime() + waitMs), reason, scope, done })

  if (failure.kind === 'unreachable') return retry(backoffMs(attempt), 'network', 'account')
  const { code, description, retryAfterSeconds } = failure
  if (code === 429) {
    const waitMs = retryAfterSeconds === null ? backoffMs(attempt) : retryAfterSeconds * 1_000
    // A group has a limit of its own (20 a minute). One person's chat is kept within its limit by the outbox, so there it
    // is the bot that was too fast; sending on elsewhere would only make the wait longer.
    return retry(waitMs, 'rate_limited', group ? 'chat' : 'account')
  }
  if (code === 401 || code === 404) return retry(NO_RIGHT_WAIT_MS, 'vendor_error', 'account')
  if (code === 403) return refused(forbidden(description, group), description)
  if (code === 400 || code === 413) return refused(badRequest(description), description)
  // Their fault, and perhaps this message's alone: only its chat waits.
  return retry(backoffMs(attempt), 'vendor_error', 'chat')
}

/** Telegram could not read our markup; the words alone may still go. */
export function isMarkupProblem(failure: ApiFailure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.code === 400 &&
    /can't parse|unsupported start tag/i.test(failure.description)
  )
}

/** Something in the message itself was refused, not the chat or the bot. */
export function isContentProblem(failure: ApiFailure): boolean {
  return (
    failure.kind === 'refused' &&
    failure.code === 400 &&
    badRequest(failure.description) === 'content_rejected'
  )
}

function forbidden(description: string, group: boolean): Refusal {
  if (/deactivated/i.test(description)) return 'unknown_address'
  return group || /can't initiate|not a member|kicked/i.test(description)
    ? 'not_permitted'
    : 'blocked_by_person'
}

function badRequest(description: string): Refusal {
  if (
    /chat not found|user not found|peer_id_invalid|group chat was (upgraded|deleted|deactivated)/i.test(
      description,
    )
  )
    return 'unknown_address'
  if (
    /not enough rights|have no rights|need administrator|chat_write_forbidden|chat_restricted|topic_closed/i.test(
      description,
    )
  )
    return 'not_permitted'
  return 'content_rejected'
}

function refused(reason: Refusal, description: string): SendOutcome {
  return { kind: 'refused', reason, detail: withoutPersons(description) }
}

/** Telegram quotes what it could not read and names chats by number: neither belongs into a log. */
function withoutPersons(description: string): string {
  return description
    .replace(/"[^"]*"?|“[^”]*”?/g, '"…"')
    .replace(/-?\d{5,}/g, '…')
    .slice(0, 200)
}
