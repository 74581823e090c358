import { areJidsSameUser } from '@whiskeysockets/baileys'
import type { Content } from './content.ts'

/** Our own device, under its number and under its hidden number. */
export interface Self {
  /** Our number: digits with the country's code. Names the account. */
  readonly account: string
  readonly jids: readonly string[]
}

/**
 * The words of a message in a group that are for us; undefined when it is not. People there talk to each other: only who
 * mentions us or answers one of our messages is answered.
 */
export function wordsForUs({ words = '', context }: Content, self: Self): string | undefined {
  const isUs = (jid: string | null | undefined) =>
    jid != null && self.jids.some((own) => areJidsSameUser(own, jid))
  const mentioned = (context?.mentionedJid ?? []).filter(isUs)
  const answered = context?.stanzaId != null && isUs(context.participant)
  if (mentioned.length === 0 && !answered) return undefined
  let rest = words
  for (const jid of [...mentioned, ...self.jids]) {
    const name = `@${jid.split(/[:@]/, 1)[0]}`
    rest = rest
      .split(name)
      .map((part) => part.trim())
      .join(' ')
  }
  return rest.trim()
}
