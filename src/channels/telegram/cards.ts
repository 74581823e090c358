import type { ContactRef, Reply } from '../../core/reply.ts'
import type { Call } from './call.ts'

/** The text names every office; cards are for the first ones, so that a screen is not filled with them. */
const MOST_OFFICES = 3

/** Offices as something to tap: a place on the map and an entry for the phone book, when the person asked whom to turn to. */
export function cardsOf(reply: Reply, chat: CardTarget): readonly Call[] {
  if (!wantsCards(reply)) return []
  return reply.contacts
    .slice(0, MOST_OFFICES)
    .flatMap((contact) => [...venue(contact, chat), ...phoneCard(contact, chat)])
}

export interface CardTarget {
  readonly chat_id: string
  readonly message_thread_id?: number
}

/** Nearly every answer ends with whom to contact; there the text is enough. */
function wantsCards({ danger, topics, topic, action }: Reply): boolean {
  if (danger === 'emergency' || action === 'handover') return true
  return [topic, ...topics].some((one) => one.startsWith('contact.') || one === 'emergency.worker')
}

function venue({ name, address, position }: ContactRef, chat: CardTarget): readonly Call[] {
  if (position === undefined) return []
  const payload = {
    ...chat,
    latitude: position.lat,
    longitude: position.lon,
    title: name,
    address: address ?? name,
  }
  return [{ method: 'sendVenue', payload }]
}

/**
 * Telegram shows every number of a card with a plus before it. Only a number that is international already may become
 * one: a short or local number would come out as a wrong one.
 */
function phoneCard({ name, phones }: ContactRef, chat: CardTarget): readonly Call[] {
  const phone = phones.find((one) => INTERNATIONAL.test(one))
  if (phone === undefined) return []
  return [
    {
      method: 'sendContact',
      payload: { ...chat, phone_number: `+${phone.replace(/\D/g, '')}`, first_name: name },
    },
  ]
}

const INTERNATIONAL = /^\+[1-9][\d\s().-]{6,24}$/
