import type { WAMessageKey } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { Notes } from './auth-state.ts'

/** A message that could not be opened when it came. */
export interface Aside {
  readonly key: WAMessageKey
  /** When it came, in milliseconds since 1970. */
  readonly at: number
}

export interface Asides {
  /** Keeps it, durable, until it comes in a form that can be read, or too long did not. */
  put(key: WAMessageKey, at: number): Promise<void>
  /** It came after all. */
  resolve(id: string): Promise<void>
  /** Those whose phone should be asked once more, and those that are given up. */
  due(now: number): { readonly ask: readonly Aside[]; readonly overdue: readonly Aside[] }
  readonly size: number
}

/** Baileys has asked the sender's phone by then; a second way is our own phone. */
const ASK_AFTER_MS = 15_000
/** After that the person is told that their message could not be read: they can write it again. */
const GIVE_UP_AFTER_MS = 90_000

const KIND = 'aside'
const STORED = z.object({
  at: z.number(),
  key: z.looseObject({ id: z.string(), remoteJid: z.string() }),
})

/** Messages that could not be opened, over restarts: nothing that reached us ends without anybody knowing. */
export async function openAsides(notes: Notes): Promise<Asides> {
  const waiting = new Map<string, Aside & { asked: boolean }>()
  for (const text of await notes.all(KIND)) {
    const { key, at } = STORED.parse(JSON.parse(text))
    waiting.set(key.id, { key, at, asked: false })
  }
  return {
    async put(key, at) {
      const { id } = key
      if (id == null || waiting.has(id)) return
      const { remoteJid, remoteJidAlt, participant, participantAlt } = key
      const kept = { id, remoteJid, remoteJidAlt, participant, participantAlt, fromMe: false }
      waiting.set(id, { key: kept as WAMessageKey, at, asked: false })
      await notes.put(KIND, id, JSON.stringify({ at, key: kept }))
    },
    async resolve(id) {
      if (waiting.delete(id)) await notes.put(KIND, id, null)
    },
    due(now) {
      const all = [...waiting.values()]
      const overdue = all.filter(({ at }) => now - at >= GIVE_UP_AFTER_MS)
      const ask = all.filter((one) => !one.asked && now - one.at >= ASK_AFTER_MS && !overdue.includes(one))
      for (const one of ask) one.asked = true
      return { ask, overdue }
    },
    get size() {
      return waiting.size
    },
  }
}
