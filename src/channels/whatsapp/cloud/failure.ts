import { backoffMs, LONGEST_WAIT_MS } from '../../../core/backoff.ts'
import type { Refusal, SendOutcome } from '../../../core/delivery.ts'
import type { GraphFailure } from './graph-api.ts'

/** What an error code of Meta says about a message (developers.facebook.com, WhatsApp error codes). */
export type Meaning =
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** Too fast: for everybody, or for this person. */
  | { readonly kind: 'too_fast'; readonly scope: 'account' | 'chat' }
  /** Our token, a right or the account itself: only a person can mend that, and no message may be given up for it. */
  | { readonly kind: 'account' }
  | { readonly kind: 'theirs' }

const refused = (reason: Refusal): Meaning => ({ kind: 'refused', reason })
const ACCOUNT: Meaning = { kind: 'account' }

const BY_CODE: ReadonlyMap<number, Meaning> = new Map([
  [4, { kind: 'too_fast', scope: 'account' }],
  [80007, { kind: 'too_fast', scope: 'account' }],
  [130429, { kind: 'too_fast', scope: 'account' }],
  [131048, { kind: 'too_fast', scope: 'account' }],
  [131056, { kind: 'too_fast', scope: 'chat' }],
  [131021, refused('unknown_address')], // sender and recipient are one number
  [131026, refused('unknown_address')],
  [131030, refused('unknown_address')],
  [131050, refused('blocked_by_person')],
  [131047, refused('window_closed')],
  [130472, refused('not_permitted')], // Meta's experiment with marketing
  [130497, refused('not_permitted')], // a country in which this business may not write
  [131049, refused('not_permitted')],
  [131008, refused('content_rejected')],
  [131009, refused('content_rejected')],
  [131051, refused('content_rejected')],
  [131052, refused('content_rejected')],
  [131053, refused('content_rejected')],
  [100, refused('content_rejected')],
  [132000, refused('content_rejected')],
  [132001, refused('content_rejected')],
  [132005, refused('content_rejected')],
  [132007, refused('content_rejected')],
  [132012, refused('content_rejected')],
  [132015, refused('content_rejected')],
  [132016, refused('content_rejected')],
  [3, ACCOUNT],
  [10, ACCOUNT],
  [33, ACCOUNT], // our number was deleted
  [190, ACCOUNT],
  [368, ACCOUNT],
  [131005, ACCOUNT],
  [131031, ACCOUNT],
  [131042, ACCOUNT],
  [131045, ACCOUNT],
  [133010, ACCOUNT],
])

/** Null: the code says nothing about it that we know. */
export function meaningOf(code: number): Meaning | null {
  return BY_CODE.get(code) ?? (code >= 200 && code <= 299 ? ACCOUNT : null)
}

export interface FailureContext {
  /** 1 for the first try. */
  readonly attempt: number
  readonly now: Date
  /** Calls of the message that succeeded. */
  readonly done: number
}

const ACCOUNT_WAIT_MS = 60_000
/** One message in six seconds is what Meta allows towards one person in the long run. */
const PAIR_WAIT_MS = 6_000

/** What a failed call means for the message. */
export function outcomeOf(failure: GraphFailure, context: FailureContext): SendOutcome {
  const { attempt, now, done } = context
  type Retry = Extract<SendOutcome, { kind: 'retry_at' }>
  const retry = (waitMs: number, reason: Retry['reason'], scope: Retry['scope']): SendOutcome => ({
    kind: 'retry_at',
    at: new Date(now.getTime() + waitMs),
    reason,
    scope,
    done,
  })
  if (failure.kind === 'unreachable') return retry(backoffMs(attempt), 'network', 'account')
  const { detail, retryAfterSeconds } = failure
  const meaning = meaningOfFailure(failure)
  switch (meaning.kind) {
    case 'refused':
      return { kind: 'refused', reason: meaning.reason, detail: `${failure.code}: ${detail}` }
    case 'too_fast': {
      const least = meaning.scope === 'chat' ? PAIR_WAIT_MS * attempt : backoffMs(attempt)
      const waitMs = retryAfterSeconds === null ? Math.min(least, LONGEST_WAIT_MS) : retryAfterSeconds * 1_000
      return retry(waitMs, 'rate_limited', meaning.scope)
    }
    case 'account':
      return retry(ACCOUNT_WAIT_MS, 'vendor_error', 'account')
    case 'theirs':
      // Perhaps this message's alone: only its chat waits.
      return retry(
        retryAfterSeconds === null ? backoffMs(attempt) : retryAfterSeconds * 1_000,
        'vendor_error',
        'chat',
      )
  }
}

/** What the failure of a call means; the HTTP status speaks where the code does not. */
export function meaningOfFailure(failure: Extract<GraphFailure, { kind: 'refused' }>): Meaning {
  const { code, status } = failure
  const known = meaningOf(code)
  if (known !== null) return known
  if (status === 429) return { kind: 'too_fast', scope: 'account' }
  if (status === 401 || status === 403) return ACCOUNT
  if (status === 400 && code !== 0 && code < 131_000 && code > 2) return refused('content_rejected')
  return { kind: 'theirs' }
}

/** Something in the message itself was refused, not the person or our account. */
export function isContentProblem(failure: GraphFailure): boolean {
  if (failure.kind !== 'refused') return false
  const meaning = meaningOfFailure(failure)
  return meaning.kind === 'refused' && meaning.reason === 'content_rejected'
}

/** What a status "failed" means: it is over, and the reason is told to officers. */
export function refusalOfStatus(code: number): Refusal {
  const meaning = meaningOf(code)
  if (meaning?.kind === 'refused') return meaning.reason
  return meaning?.kind === 'account' ? 'not_permitted' : 'gave_up'
}
