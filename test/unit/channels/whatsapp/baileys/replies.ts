import type { Accept, Outgoing } from '../../../../../src/core/delivery.ts'
import { said } from '../../said.ts'

/** A plain reply to a message, on its way. */
export function replyTo(message: Accept, text: string, changes: Partial<Outgoing> = {}): Outgoing {
  return {
    id: `out-${message.externalId}`,
    to: message,
    priority: 1,
    body: { kind: 'reply', said: said(text, { choices: [], reply: { citations: [], contacts: [] } }) },
    echo: message.echo ?? {},
    attempt: 1,
    done: 0,
    ...changes,
  }
}
