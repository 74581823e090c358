import type { Words } from '../../core/channel.ts'
import type { Citation } from '../../core/citation.ts'
import type { Outgoing, OutgoingBody } from '../../core/delivery.ts'
import type { Locale } from '../../core/locale.ts'
import { linkSources } from '../../core/source-links.ts'
import { split } from '../../core/split-text.ts'
import type { MessageKey } from '../../core/wording.ts'
import type { Call } from './call.ts'
import { type CardTarget, cardsOf } from './cards.ts'
import { toHtml } from './html.ts'
import { inlineKeyboard } from './keyboard.ts'
import { sourceLine } from './source-links.ts'

/** Counted by Telegram after the markup is taken away, in UTF-16 units. */
export const MOST_TEXT = 4_096

export interface Rendered {
  /** In the order in which they must go. The same message always gives the same calls: a retry goes on in the middle. */
  readonly calls: readonly Call[]
  /** Choices that could not become buttons. */
  readonly dropped: readonly string[]
}

/** Turns a message into calls: the words first, then what helps to act on them. No wording of its own, no I/O. */
export function render({ to, body, echo }: Outgoing, words: Words): Rendered {
  const target: CardTarget = {
    chat_id: to.place ?? to.address,
    ...(typeof echo.thread === 'number' ? { message_thread_id: echo.thread } : {}),
  }
  const { text, choices } = body.kind === 'reply' ? body.said : body
  const { markup, dropped } = inlineKeyboard(choices)
  const pieces = htmlPieces(text, body, words)
  const calls: Call[] = pieces.map((piece, index) => ({
    method: 'sendMessage',
    plain: piece.plain,
    payload: {
      ...target,
      text: piece.html,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      // In a group, and after an edit, a person must see which message is meant.
      ...(index === 0 && typeof echo.message === 'number' && (to.place !== null || echo.edited === true)
        ? { reply_parameters: { message_id: echo.message, allow_sending_without_reply: true } }
        : {}),
      ...(index === pieces.length - 1 && markup !== undefined ? { reply_markup: markup } : {}),
    },
  }))
  if (body.kind === 'reply' && calls.length > 0) {
    const { reply } = body.said
    if (to.place === null && asksWhere(body)) calls.push(locationRequest(target, words, reply.locale))
    calls.push(...cardsOf(reply, target))
  }
  return { calls, dropped }
}

interface Piece {
  readonly html: string
  readonly plain: string
}

function htmlPieces(text: string, body: OutgoingBody, words: Words): readonly Piece[] {
  const stretches = split(text, MOST_TEXT)
  const { reply } = body.kind === 'reply' ? body.said : { reply: undefined }
  const { links, unnamed } =
    reply === undefined ? { links: [], unnamed: [] } : linkSources(text, reply.citations, words, reply.locale)
  return stretches.map(({ start, end }, index) => {
    const last = index === stretches.length - 1
    const room = MOST_TEXT - (end - start)
    const list = last && reply !== undefined ? sourceList(unnamed, room, words, reply.locale) : ''
    return { html: toHtml(text, { start, end }, links) + list, plain: text.slice(start, end) }
  })
}

/** The sources that the text only counts, folded up under it; as many as fit. */
function sourceList(citations: readonly Citation[], room: number, words: Words, locale: Locale): string {
  const lines: string[] = []
  let left = room - 1
  for (const { html, length } of citations.map((one) => sourceLine(one, words, locale))) {
    left -= length + 1
    if (left < 0) break
    lines.push(html)
  }
  return lines.length === 0 ? '' : `\n<blockquote expandable>${lines.join('\n')}</blockquote>`
}

/** The engine's words for "where are you": a position answers them. */
const ASKS_WHERE: ReadonlySet<MessageKey> = new Set(['contact.askRegion', 'contact.locationInvalid'])

function asksWhere(body: Extract<OutgoingBody, { kind: 'reply' }>): boolean {
  return body.said.reply.parts.some(({ key }) => ASKS_WHERE.has(key))
}

/**
 * The button that shares a position belongs to the keyboard at the bottom, and a message carries one keyboard only: so it
 * comes with a line of its own. Telegram allows it in private chats alone.
 */
function locationRequest(target: CardTarget, words: Words, locale: Locale): Call {
  const text = words({ key: 'telegram.shareLocation' }, locale)
  const button = words({ key: 'ui.location' }, locale)
  return {
    method: 'sendMessage',
    plain: text,
    payload: {
      ...target,
      text,
      reply_markup: {
        keyboard: [[{ text: button, request_location: true }]],
        resize_keyboard: true,
        one_time_keyboard: true,
      },
    },
  }
}
