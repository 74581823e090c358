import { type OfficeCard, officeCards } from '../../core/office-cards.ts'
import type { Reply } from '../../core/reply.ts'
import type { Call } from './call.ts'

export interface CardTarget {
  readonly chat_id: string
  readonly message_thread_id?: number
}

/** Offices as a place on the map and an entry for the phone book, when the person asked whom to turn to. */
export function cardsOf(reply: Reply, chat: CardTarget): readonly Call[] {
  return officeCards(reply).map((card) => callOf(card, chat))
}

function callOf(card: OfficeCard, chat: CardTarget): Call {
  if (card.kind === 'place') {
    const { name, address, lat, lon } = card
    return {
      method: 'sendVenue',
      payload: { ...chat, latitude: lat, longitude: lon, title: name, address },
    }
  }
  return {
    method: 'sendContact',
    payload: { ...chat, phone_number: `+${card.phone}`, first_name: card.name },
  }
}
