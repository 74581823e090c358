import type { MiscMessageGenerationOptions } from '@whiskeysockets/baileys'
import { type Outgoing, PRIORITIES, type Recipient } from '../../../core/delivery.ts'
import { jidOf, personAt } from '../address.ts'
import type { Socket } from './socket.ts'

/** The chat in which the person wrote, as their device named it; else from the stored address. */
export async function destination(
  { to, echo }: Outgoing,
  { signalRepository }: Socket,
): Promise<string | undefined> {
  if (to.place !== null) return to.place
  if (typeof echo.chat === 'string' && echo.chat !== '') return echo.chat
  const person = personAt(to.address)
  const jid = person === undefined ? undefined : jidOf(person)
  if (jid === undefined || person?.kind !== 'phone') return jid
  // Where WhatsApp has moved the chat to the hidden number, a message to the open one may never arrive.
  return (await signalRepository.lidMapping.getLIDForPN(jid).catch(() => null)) ?? jid
}

/**
 * Why it may not go; undefined when it may. Numbers that write to strangers, or to many, are blocked; then everybody who
 * needs us has lost us.
 */
export async function notPermitted(
  { priority, echo, to }: Outgoing,
  lastInbound: (from: Recipient) => Promise<Date | null>,
): Promise<string | undefined> {
  if (priority === PRIORITIES.bulk) return 'a linked device does not write to many people'
  if (typeof echo.message === 'string') return undefined
  if (to.place !== null) return 'a linked device does not begin to talk in a group'
  return (await lastInbound(to)) === null
    ? 'a linked device does not write to somebody who has not written to it'
    : undefined
}

/** In a group, and after an edit, a person must see which message is meant. */
export function quoting({ to, echo }: Outgoing, jid: string): MiscMessageGenerationOptions {
  const { message, participant, quote, edited } = echo
  if (typeof message !== 'string' || (to.place === null && edited !== true)) return {}
  return {
    quoted: {
      key: {
        id: message,
        remoteJid: jid,
        fromMe: false,
        ...(typeof participant === 'string' ? { participant } : {}),
      },
      message: { conversation: typeof quote === 'string' ? quote : '' },
    },
  }
}
