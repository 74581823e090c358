import type { Outgoing, Sender, SendHelp, SendOutcome } from '../core/delivery.ts'
import type { Log } from '../core/log.ts'
import type { Vault } from '../privacy/vault.ts'
import { openContent } from './content.ts'
import type { QueuedRow } from './send.store.ts'

/** After a day a vendor that never takes a message has refused it: an officer must know. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000
const LONGEST_WAIT_MS = 60_000

export interface AttemptParts {
  readonly sender: Sender
  readonly vault: Vault
  readonly pass: (chat: string, signal: AbortSignal) => Promise<void>
  readonly now: () => number
  readonly log: Log
}

/** One try to deliver one row. Never throws: every end of it is an outcome. */
export async function attempt(row: QueuedRow, parts: AttemptParts): Promise<SendOutcome> {
  const outcome = await tryOnce(row, parts)
  const age = parts.now() - row.createdAt.getTime()
  if (outcome.kind === 'retry_at' && age > GIVE_UP_AFTER_MS)
    return { kind: 'refused', reason: 'gave_up', detail: `tried for a day, last: ${outcome.reason}` }
  return outcome
}

async function tryOnce(
  row: QueuedRow,
  { sender, vault, pass, now, log }: AttemptParts,
): Promise<SendOutcome> {
  const { channel, account, limits } = sender
  let outgoing: Outgoing
  try {
    const { address, place, body, echo } = openContent(row.content, row.chat, vault)
    outgoing = {
      id: row.id,
      to: { channel, account, address, place },
      priority: row.priority,
      body,
      echo,
      attempt: row.attempts + 1,
      done: row.done,
    }
  } catch (err) {
    log.error({ err, outboxId: row.id }, 'a message to send cannot be opened')
    return { kind: 'refused', reason: 'content_rejected', detail: 'its stored content cannot be opened' }
  }
  const over = new AbortController()
  const help: SendHelp = { signal: over.signal, pass: () => pass(row.chat, over.signal) }
  let timer: NodeJS.Timeout | undefined
  try {
    // Whether or not the sender heeds the signal: a try that hangs must not hold its chat for ever.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        over.abort()
        reject(new Error(`no outcome within ${limits.timeoutMs} ms`))
      }, limits.timeoutMs)
    })
    return await Promise.race([sender.send(outgoing, help), late])
  } catch (err) {
    log.warn({ err, outboxId: row.id, channel }, 'a try to send broke; its outcome is unknown')
    const wait = Math.min(500 * 2 ** row.attempts, LONGEST_WAIT_MS)
    return {
      kind: 'retry_at',
      at: new Date(now() + wait),
      reason: 'network',
      scope: 'chat',
      done: row.done,
    }
  } finally {
    clearTimeout(timer)
  }
}
