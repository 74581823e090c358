import { z } from 'zod'
import type { Outbound } from '../core/channel.ts'
import type { Echo, OutgoingBody, Recipient } from '../core/delivery.ts'
import { LOCALES } from '../core/locale.ts'
import type { Reply } from '../core/reply.ts'
import type { Vault } from '../privacy/vault.ts'

/** What lies sealed in a row of the outbox until it is delivered. */
export interface OutboxContent {
  readonly address: string
  readonly place: string | null
  readonly body: OutgoingBody
  readonly echo: Echo
}

/**
 * The frame is checked; the reply inside was made by us, is minutes old at most, and its shape is the compiler's matter.
 */
const stored = z.object({
  address: z.string(),
  place: z.string().nullable(),
  echo: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reply'), said: z.custom<Outbound>((value) => isSaid(value)) }),
    z.object({
      kind: z.literal('notice'),
      locale: z.enum(LOCALES),
      text: z.string(),
      choices: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ]),
})

export function sealContent(content: OutboxContent, chat: string, vault: Vault): Buffer {
  const { body } = content
  // The words are in `text`; of the parts a channel may still need what kind of sentence they are.
  const kept: OutgoingBody =
    body.kind === 'reply' ? { ...body, said: { ...body.said, reply: withoutValues(body.said.reply) } } : body
  return vault.seal(JSON.stringify({ ...content, body: kept }), `outbox ${chat}`)
}

function withoutValues(reply: Reply): Reply {
  return { ...reply, parts: reply.parts.map(({ role, key }) => ({ role, key })) }
}

/** Throws when the bytes do not open or are not what we write. */
export function openContent(sealed: Uint8Array, chat: string, vault: Vault): OutboxContent {
  return stored.parse(JSON.parse(vault.open(sealed, `outbox ${chat}`))) as OutboxContent
}

/** Messages of one chat go in order, whoever of a group they are for. */
export function chatOf({ channel, account, address, place }: Recipient, vault: Vault): string {
  return vault.key('chat', channel, account, place ?? address)
}

function isSaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'text' in value && 'reply' in value
}
