import type { Outbound } from '../../../../src/core/channel.ts'
import type { Outgoing } from '../../../../src/core/delivery.ts'
import { createPhrase } from '../../../../src/phrase/phrase.ts'

const phrase = await createPhrase()
export const words: Parameters<typeof import('../../../../src/channels/telegram/render.ts').render>[1] = (
  wording,
  locale,
) => phrase.wording(wording, locale)

export const SITI = { channel: 'telegram', account: '666', address: '70010001', place: null } as const
export const IN_GROUP = { ...SITI, place: '-1001234567890' } as const

/** A reply on its way to a person. */
export function outgoing(said: Outbound, changes: Partial<Outgoing> = {}): Outgoing {
  return {
    id: 'out-1',
    to: SITI,
    priority: 1,
    body: { kind: 'reply', said },
    echo: {},
    attempt: 1,
    done: 0,
    ...changes,
  }
}

/** The text that a person reads, from Telegram's HTML: what its own parser does. */
export function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
