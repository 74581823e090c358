import { proto, type WAMessageContent } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { Notes } from './auth-state.ts'

/** What was sent and is not known to be delivered: a phone that cannot open it asks for it again. */
export interface SentMessages {
  keep(id: string, message: WAMessageContent, at: number): Promise<void>
  find(id: string): Promise<WAMessageContent | undefined>
  /** The phone has it: nobody will ask again. */
  delivered(ids: readonly string[]): Promise<void>
  /** Forgets those for which nobody asked in time. */
  sweep(now: number): Promise<void>
}

/** Longer than a phone is usually off; no longer than needed, because these are answers to people. */
const KEPT_MS = 24 * 3_600_000
const KIND = 'sent'
const STORED = z.object({ id: z.string(), at: z.number(), message: z.base64() })

/**
 * Baileys remembers what it sent only as long as the process lives; afterwards a phone that could not open a message would
 * show "waiting for this message" for ever.
 */
export async function openSentMessages(notes: Notes): Promise<SentMessages> {
  const kept = new Map<string, number>()
  for (const text of await notes.all(KIND)) {
    const { id, at } = STORED.parse(JSON.parse(text))
    kept.set(id, at)
  }
  const forget = async (ids: readonly string[]) => {
    const known = ids.filter((id) => kept.delete(id))
    await Promise.all(known.map((id) => notes.put(KIND, id, null)))
  }
  return {
    async keep(id, message, at) {
      kept.set(id, at)
      const bytes = Buffer.from(proto.Message.encode(message).finish())
      await notes.put(KIND, id, JSON.stringify({ id, at, message: bytes.toString('base64') }))
    },
    async find(id) {
      const text = await notes.get(KIND, id)
      if (text === undefined) return undefined
      return proto.Message.decode(Buffer.from(STORED.parse(JSON.parse(text)).message, 'base64'))
    },
    delivered: forget,
    sweep: (now) => forget([...kept].flatMap(([id, at]) => (now - at >= KEPT_MS ? [id] : []))),
  }
}
