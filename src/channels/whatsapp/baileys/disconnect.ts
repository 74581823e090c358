import { DisconnectReason } from '@whiskeysockets/baileys'
import { backoffMs, LONGEST_WAIT_MS } from '../../../core/backoff.ts'

/** Why the device does not connect again by itself. A person has to do something. */
export type Stopped =
  /** Removed on the phone, or by WhatsApp. Its keys are of no use any more. */
  | 'logged_out'
  /** Another program connected with the same keys. Connecting again would throw that one out, and so on. */
  | 'replaced'
  /** WhatsApp blocked the number. */
  | 'forbidden'
  /** The phone does not take part in linked devices. */
  | 'phone_too_old'

export type AfterClose =
  | { readonly kind: 'stop'; readonly why: Stopped }
  | {
      readonly kind: 'again'
      readonly waitMs: number
      /** Worth an operator's attention although it may pass by itself. */
      readonly trouble: Trouble | null
    }

export type Trouble = 'bad_session' | 'outdated' | 'restricted' | 'unreachable'

export interface Closed {
  /** Baileys' number for the reason; undefined when it has none. */
  readonly code: number | undefined
  /** Times in a row, with this one, that the connection ended before it was open. */
  readonly failures: number
  /** Seconds WhatsApp asked to wait. */
  readonly askedSeconds: number | null
  /** From 0 to 1. */
  readonly random: number
}

const RESTRICTED_WAIT_MS = 60 * 60_000
/** So many in a row and it is no hiccup. */
const MANY = 5

/** WhatsApp's own numbers that Baileys has no name for. */
const TEMPORARILY_RESTRICTED = 402
const CLIENT_TOO_OLD = 405

/** What to do after the connection ended. */
export function afterClose({ code, failures, askedSeconds, random }: Closed): AfterClose {
  const again = (waitMs: number, trouble: Trouble | null): AfterClose => ({ kind: 'again', waitMs, trouble })
  const growingMs = byChance(backoffMs(failures), random)
  switch (code) {
    case DisconnectReason.loggedOut:
      return { kind: 'stop', why: 'logged_out' }
    case DisconnectReason.connectionReplaced:
      return { kind: 'stop', why: 'replaced' }
    case DisconnectReason.forbidden:
      return { kind: 'stop', why: 'forbidden' }
    case DisconnectReason.multideviceMismatch:
      return { kind: 'stop', why: 'phone_too_old' }
    case DisconnectReason.restartRequired:
      // Part of pairing. More than a few in a row would be a loop without a pause.
      return again(failures < MANY ? 0 : growingMs, null)
    case TEMPORARILY_RESTRICTED:
      return again(askedSeconds === null ? RESTRICTED_WAIT_MS : askedSeconds * 1_000, 'restricted')
    case CLIENT_TOO_OLD:
      return again(LONGEST_WAIT_MS, 'outdated')
    case DisconnectReason.badSession:
      // Also what WhatsApp says when it has a bad day: the keys are kept whatever happens.
      return again(growingMs, failures >= MANY ? 'bad_session' : null)
    default:
      return again(growingMs, failures >= MANY ? 'unreachable' : null)
  }
}

/** Up to half of it sooner, by chance, so that many do not come at the same moment. */
function byChance(ms: number, random: number): number {
  return Math.round(ms / 2 + (ms / 2) * random)
}
