import type { TurnInput } from '../../core/input.ts'
import type { Locale } from '../../core/locale.ts'
import type { Reply } from '../../core/reply.ts'

export interface Exchange {
  readonly input: TurnInput
  readonly reply: Reply
}

export interface Repro {
  readonly now: Date
  readonly locale: Locale
  readonly exchanges: readonly Exchange[]
}

/**
 * A conversation as a transcript test: what was sent (`>`) and what it came to (`<`), one line each. It holds keys, not
 * words, so a better sentence changes no transcript and another answer does.
 *
 *     now 2026-11-21T05:00:00.000Z
 *     locale id
 *
 *     > biaya ke taiwan berapa
 *     < answer placement.cost | countries TW | parts answer:fact.text | sources 3 | choices more menu
 */
export function toTranscript({ now, locale, exchanges }: Repro): string {
  const turns = exchanges.map(({ input, reply }) => `> ${sent(input)}\n< ${cameTo(reply)}\n`)
  return `now ${now.toISOString()}\nlocale ${locale}\n\n${turns.join('\n')}`
}

/** What the next line of a transcript sends. A text that looks like one of the commands is quoted. */
function sent(input: TurnInput): string {
  switch (input.kind) {
    case 'text':
      return /^["/]|[\r\n]/.test(input.text) ? JSON.stringify(input.text) : input.text
    case 'choice':
      return `/choice ${input.value}`
    case 'location':
      return `/location ${input.lat},${input.lon}`
    case 'unsupported':
      return `/unsupported ${input.what}`
    case 'attachment':
      return `/attachment ${input.what} ${input.caption}`.trimEnd()
    case 'command':
      return `/${input.name} ${input.argument}`.trimEnd()
  }
}

export function cameTo(reply: Reply): string {
  const { danger, signs } = reply
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ['topics', reply.topics.length > 1 ? reply.topics : []],
    ['danger', danger === 'none' ? [] : [danger, ...signs]],
    ['regions', reply.regions.map(({ code }) => code)],
    ['countries', reply.countries],
    ['parts', reply.parts.map(({ role, key }) => `${role}:${key}`)],
    ['contacts', reply.contacts.map(({ id }) => id)],
    ['sources', reply.citations.length === 0 ? [] : [String(reply.citations.length)]],
    ['choices', reply.choices.map(({ value }) => value)],
  ]
  const told = fields
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
  return [`${reply.action} ${reply.topic}`, ...told].join(' | ')
}
