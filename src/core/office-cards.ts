import type { Reply } from './reply.ts'

/** Offices as something to tap: a place on the map, an entry for the phone book. */
export type OfficeCard =
  | {
      readonly kind: 'place'
      readonly name: string
      readonly address: string
      readonly lat: number
      readonly lon: number
    }
  /** `phone`: digits with the country's code, without a plus. */
  | { readonly kind: 'phone'; readonly name: string; readonly phone: string }

/** The text names every office; cards are for the first ones, so that a screen is not filled with them. */
const MOST_OFFICES = 3

/** The cards of a reply: only when the person asked whom to turn to. */
export function officeCards(reply: Reply): readonly OfficeCard[] {
  if (!wantsCards(reply)) return []
  return reply.contacts.slice(0, MOST_OFFICES).flatMap(({ name, address, position, phones }) => {
    const cards: OfficeCard[] = []
    if (position !== undefined) cards.push({ kind: 'place', name, address: address ?? name, ...position })
    const phone = phones.find((one) => INTERNATIONAL.test(one))
    if (phone !== undefined) cards.push({ kind: 'phone', name, phone: phone.replace(/\D/g, '') })
    return cards
  })
}

/** Nearly every answer ends with whom to contact; there the text is enough. */
function wantsCards({ danger, topics, topic, action }: Reply): boolean {
  if (danger === 'emergency' || action === 'handover') return true
  return [topic, ...topics].some((one) => one.startsWith('contact.') || one === 'emergency.worker')
}

/**
 * Messengers show every number of a card with a plus before it. Only a number that is international already may become
 * one: a short or local number would come out as a wrong one.
 */
const INTERNATIONAL = /^\+[1-9][\d\s().-]{6,24}$/
