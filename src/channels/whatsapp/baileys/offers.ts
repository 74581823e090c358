import { z } from 'zod'
import type { Accept, OutgoingBody } from '../../../core/delivery.ts'
import type { Notes } from './auth-state.ts'

/**
 * What the numbers below our last message to somebody stand for. A linked device has no buttons; the engine knows the
 * numbers of its own answers, but a notice (a card for an officer) did not come from it: there the number is the button.
 */
export interface Offers {
  /** Our last message to this address, from now on. */
  said(address: string, body: OutgoingBody, at: number): Promise<void>
  /** The message with the choice that its number stands for; as it is when it stands for none. */
  meant(message: Accept): Accept
  /** Forgets what nobody took up in time. */
  sweep(now: number): Promise<void>
}

const KEPT_MS = 24 * 3_600_000
const KIND = 'offer'
const STORED = z.object({ address: z.string(), at: z.number(), values: z.array(z.string()) })
type Offer = z.infer<typeof STORED>

const NUMBER = /^\s*(\d{1,3})\s*[.)]?\s*$/

/** Kept over a restart: a card waits until somebody has time for it. */
export async function openOffers(notes: Notes): Promise<Offers> {
  const open = new Map<string, Offer>()
  for (const text of await notes.all(KIND)) {
    const offer = STORED.parse(JSON.parse(text))
    open.set(offer.address, offer)
  }
  const forget = async (address: string) => {
    if (open.delete(address)) await notes.put(KIND, address, null)
  }
  return {
    async said(address, body, at) {
      const values = body.kind === 'notice' ? body.choices.map(({ value }) => value) : []
      if (values.length === 0) return forget(address)
      const offer = { address, at, values }
      open.set(address, offer)
      await notes.put(KIND, address, JSON.stringify(offer))
    },
    meant(message) {
      const { address, place, input } = message
      if (place !== null || input.kind !== 'text') return message
      const number = Number(NUMBER.exec(input.text)?.[1] ?? 0)
      const value = open.get(address)?.values[number - 1]
      return value === undefined ? message : { ...message, input: { kind: 'choice', value } }
    },
    async sweep(now) {
      const old = [...open.values()].filter(({ at }) => now - at >= KEPT_MS)
      for (const { address } of old) await forget(address)
    },
  }
}
