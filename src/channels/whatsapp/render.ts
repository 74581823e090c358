import type { Words } from '../../core/channel.ts'
import type { OutgoingBody } from '../../core/delivery.ts'
import type { Locale } from '../../core/locale.ts'
import { officeCards } from '../../core/office-cards.ts'
import { split } from '../../core/split-text.ts'
import type { MessageKey } from '../../core/wording.ts'
import { offerOf } from './choices.ts'
import { LIMITS, type WhatsAppMessage } from './message.ts'
import { withPlainSigns } from './plain-signs.ts'
import { withSourcePages } from './sources.ts'

/** What the way out can show. */
export interface Abilities {
  /** Buttons, lists and the request for a position: the Cloud API has them, a linked device may not. */
  readonly tappable: boolean
}

/**
 * Turns a message into WhatsApp's, in the order in which they must go: the words first, then what helps to act on them.
 * The same message always gives the same ones: a retry goes on in the middle. No wording of its own, no I/O.
 */
export function render(
  body: OutgoingBody,
  words: Words,
  { tappable }: Abilities,
): readonly WhatsAppMessage[] {
  const reply = body.kind === 'reply' ? body.said.reply : undefined
  const { text, choices } = body.kind === 'reply' ? body.said : body
  const locale = body.kind === 'reply' ? body.said.reply.locale : body.locale
  // In danger nobody reads addresses of pages; the names of the sources are in the text.
  const calm = reply !== undefined && reply.danger !== 'emergency'
  const sourced = calm ? withSourcePages(text, reply.citations, words, locale) : text
  const messages = [...sayWith(withPlainSigns(sourced), choices, { words, locale, tappable })]
  if (reply === undefined || messages.length === 0) return messages
  if (tappable && reply.parts.some(({ key }) => ASKS_WHERE.has(key)))
    messages.push({ kind: 'ask_location', text: words({ key: 'whatsapp.shareLocation' }, locale) })
  for (const card of officeCards(reply)) {
    const name = withPlainSigns(card.name)
    messages.push(
      card.kind === 'place'
        ? { kind: 'location', lat: card.lat, lon: card.lon, name, address: withPlainSigns(card.address) }
        : { kind: 'contact', name: card.name, phone: card.phone },
    )
  }
  return messages
}

/** The engine's words for "where are you": a position answers them. */
const ASKS_WHERE: ReadonlySet<MessageKey> = new Set(['contact.askRegion', 'contact.locationInvalid'])

interface Way extends Abilities {
  readonly words: Words
  readonly locale: Locale
}

function sayWith(
  text: string,
  choices: Parameters<typeof offerOf>[0],
  { words, locale, tappable }: Way,
): readonly WhatsAppMessage[] {
  const offer = offerOf(choices, tappable)
  if (offer.kind === 'none') return texts(text)
  if (offer.kind === 'numbered') {
    // Not in the same message when that would have to be cut: a list is read as one.
    const lines = withPlainSigns(offer.lines.join('\n'))
    const how = words({ key: 'whatsapp.answerByNumber' }, locale)
    const list = `${lines}\n${how}`
    const whole = `${text}\n\n${list}`
    return whole.length <= LIMITS.text ? texts(whole) : [...texts(text), ...texts(list)]
  }
  const { before, body } = lastStretch(text)
  if (body === '') return []
  const last: WhatsAppMessage =
    offer.kind === 'buttons'
      ? { kind: 'buttons', text: body, buttons: offer.buttons }
      : { kind: 'list', text: body, open: words({ key: 'whatsapp.openList' }, locale), rows: offer.rows }
  return [...before.flatMap(texts), last]
}

function texts(text: string): readonly WhatsAppMessage[] {
  return split(text, LIMITS.text).map(({ start, end }) => ({
    kind: 'text',
    text: text.slice(start, end),
    preview: false,
  }))
}

/** Choices hang on a short message: of a long text only its end, as much as fits without cutting a paragraph. */
function lastStretch(text: string): { before: readonly string[]; body: string } {
  const stretches = split(text, LIMITS.body)
  const last = stretches.at(-1)
  if (last === undefined) return { before: [], body: '' }
  const before = text.slice(0, last.start).trim()
  return { before: before === '' ? [] : [before], body: text.slice(last.start, last.end) }
}
