import { z } from 'zod'
import type { Accept } from '../core/delivery.ts'
import { COMMANDS, MAX_TEXT, type TurnInput } from '../core/input.ts'
import { LOCALES } from '../core/locale.ts'
import type { Vault } from '../privacy/vault.ts'
import type { InboxRow } from './inbox.store.ts'

/**
 * What lies sealed in a row of the inbox. Rows outlive a release: a new field must be optional, and a changed meaning
 * needs a new name.
 */
const input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('choice'), value: z.string() }),
  z.object({ kind: z.literal('location'), lat: z.number(), lon: z.number() }),
  z.object({
    kind: z.literal('unsupported'),
    what: z.enum(['photo', 'voice', 'video', 'document', 'sticker', 'contact', 'other']),
  }),
  z.object({
    kind: z.literal('attachment'),
    what: z.enum(['photo', 'document', 'voice', 'video']),
    reference: z.string().max(2_048),
    mime: z.string().max(256).nullable(),
    bytes: z.number().nullable(),
    caption: z.string(),
  }),
  z.object({ kind: z.literal('command'), name: z.enum(COMMANDS), argument: z.string() }),
])
const stored = z.object({
  account: z.string(),
  address: z.string(),
  place: z.string().nullable(),
  input,
  chosenLocale: z.enum(LOCALES).nullable(),
  defaultLocale: z.enum(LOCALES),
  echo: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type InboxContent = Readonly<z.infer<typeof stored>>

const LONGEST_ID = 512
const LONGEST_VALUE = 1_024
const LONGEST_ECHO = 4_096

/** The row of a message, or undefined when it can never be stored. */
export function toRow(message: Accept, vault: Vault): InboxRow | undefined {
  const { channel, account, address, place, externalId, order, receivedAt, echo = {} } = message
  if (
    account.length > LONGEST_ID ||
    [address, place ?? '-', externalId].some((id) => id === '' || id.length > LONGEST_ID)
  )
    return
  if (JSON.stringify(echo).length > LONGEST_ECHO || Number.isNaN(receivedAt.getTime())) return
  const content: InboxContent = {
    account,
    address,
    place,
    input: capped(message.input),
    chosenLocale: message.chosenLocale,
    defaultLocale: message.defaultLocale,
    echo: { ...echo },
  }
  const checked = stored.safeParse(content)
  if (!checked.success) return
  const lane = laneOf(message, vault)
  return {
    channel,
    externalKey: vault.key('external', channel, externalId),
    lane,
    order: order !== undefined && Number.isSafeInteger(order) ? order : null,
    receivedAt,
    content: vault.seal(JSON.stringify(content), `inbox ${lane}`),
  }
}

/** Throws when the bytes do not open or are not what we write: such a message is parked. */
export function readContent(sealed: Uint8Array, lane: string, vault: Vault): InboxContent {
  return stored.parse(JSON.parse(vault.open(sealed, `inbox ${lane}`)))
}

type LaneKey = Pick<Accept, 'channel' | 'account' | 'address' | 'place'>

/** One thread of one person: their messages are answered one at a time, in order. Also the id of the conversation. */
export function laneOf({ channel, account, address, place }: LaneKey, vault: Vault): string {
  return vault.key('lane', channel, account, address, place ?? '')
}

/** One character more than the engine reads is kept, so that it still tells the person that the text was cut. */
function capped(given: TurnInput): TurnInput {
  switch (given.kind) {
    case 'text':
      return given.text.length > MAX_TEXT ? { ...given, text: given.text.slice(0, MAX_TEXT + 1) } : given
    case 'choice':
      return given.value.length > LONGEST_VALUE
        ? { ...given, value: given.value.slice(0, LONGEST_VALUE) }
        : given
    case 'command':
      return given.argument.length > LONGEST_VALUE
        ? { ...given, argument: given.argument.slice(0, LONGEST_VALUE) }
        : given
    case 'attachment':
      return given.caption.length > MAX_TEXT ? { ...given, caption: given.caption.slice(0, MAX_TEXT) } : given
    case 'location':
    case 'unsupported':
      return given
  }
}
