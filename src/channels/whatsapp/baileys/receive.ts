import { isJidGroup, proto, toNumber, type WAMessage } from '@whiskeysockets/baileys'
import type { Accept, Echo } from '../../../core/delivery.ts'
import type { TurnInput } from '../../../core/input.ts'
import { type Self, wordsForUs } from './addressed.ts'
import { type Content, contentOf, inputOf } from './content.ts'

/** Why a message is nothing for us. */
export const IGNORED = [
  'own_echo',
  'not_a_person',
  'not_addressed',
  'service_message',
  'edit_without_text',
  'unreadable',
  'too_old',
  'malformed',
] as const
export type Ignored = (typeof IGNORED)[number]

export interface Received {
  /** What the person said; two when something that cannot be fetched has a text below it. */
  readonly messages: readonly Accept[]
  readonly ignored: Ignored | null
}

export interface ReceiveContext {
  readonly self: Self
  readonly receivedAt: Date
  /** The stored address of who wrote; undefined: nobody that can be answered. */
  readonly address: string | undefined
}

/** The inbox knows a message again for fourteen days; an older one could not be told from a new one. */
const OLDEST_MS = 13 * 24 * 3_600_000
const LONGEST_QUOTE = 120

/** Whose message it is, for looking up the address: everything the message itself says about that. */
export function sendersOf({ key }: WAMessage): readonly string[] {
  const ids = isJidGroup(key.remoteJid ?? '')
    ? [key.participant, key.participantAlt]
    : [key.remoteJid, key.remoteJidAlt]
  return ids.filter((id) => id != null)
}

/** Turns one message of Baileys into what the inbox takes. Pure; whatever the message holds, it never throws. */
export function receive(message: WAMessage, context: ReceiveContext): Received {
  const { key } = message
  const { self, receivedAt, address } = context
  if (key?.id == null || key.remoteJid == null) return ignore('malformed')
  if (key.fromMe === true) return ignore('own_echo')
  if (address === undefined || message.broadcast === true) return ignore('not_a_person')
  const sentAt = toNumber(message.messageTimestamp ?? 0) * 1_000
  if (sentAt > 0 && receivedAt.getTime() - sentAt > OLDEST_MS) return ignore('too_old')
  const content = contentShown(message)
  if (content === undefined) return ignore(isUnreadable(message) ? 'unreadable' : 'service_message')
  const group = isJidGroup(key.remoteJid) === true ? key.remoteJid : null
  const words = group === null ? content.words : wordsForUs(content, self)
  if (group !== null && words === undefined) return ignore('not_addressed')
  const inputs = inputsOf(content, words, group !== null)
  if (inputs.length === 0) return ignore(content.edited ? 'edit_without_text' : 'service_message')
  const id = `${self.account}:${group ?? address}:`
  return {
    ignored: null,
    messages: inputs.map((input) => ({
      channel: 'whatsapp',
      account: self.account,
      address,
      place: group,
      externalId: id + idOf(key.id ?? '', content, input, inputs.length),
      input,
      receivedAt,
      chosenLocale: null,
      // WhatsApp does not tell the language of somebody's phone.
      defaultLocale: 'id',
      echo: echoOf(message, words, content.edited),
    })),
  }
}

/** WhatsApp, or our own device, could not open it; the phone may be asked for it. */
export function isUnreadable({ message, messageStubType }: WAMessage): boolean {
  return message == null && messageStubType === proto.WebMessageInfo.StubType.CIPHERTEXT
}

/** A picture to be seen once is not shown to linked devices at all: only that there is one. */
function contentShown(message: WAMessage): Content | undefined {
  if (message.message == null && message.key.isViewOnce === true)
    return {
      words: undefined,
      other: { kind: 'unsupported', what: 'photo' },
      edited: false,
      context: undefined,
      album: undefined,
    }
  return contentOf(message.message)
}

function inputsOf({ other, edited }: Content, words: string | undefined, inGroup: boolean): TurnInput[] {
  if (other?.kind === 'attachment' && !edited) return [{ ...other, caption: words ?? '' }]
  const inputs: TurnInput[] = []
  // An edit changes words: the picture above them was there before.
  if (other !== undefined && !edited) inputs.push(other)
  if (words !== undefined && words.trim() !== '') inputs.push(inputOf(words))
  // Only our name was written.
  else if (inGroup && other === undefined) inputs.push({ kind: 'command', name: 'menu', argument: '' })
  return inputs
}

/**
 * The same at every delivery. Pictures of one album that cannot be fetched share an id, so that "I cannot read pictures" is
 * said once; one that can is a message of its own: a report must not lose it. So is a text below what cannot be fetched.
 */
function idOf(id: string, { album }: Content, input: TurnInput, count: number): string {
  if (input.kind !== 'unsupported') return id
  if (album !== undefined) return `album:${album}`
  return count > 1 ? `${id}:file` : id
}

/** What the answer needs: the chat as the person's device names it now, and the message to quote in a group. */
function echoOf({ key }: WAMessage, words: string | undefined, edited: boolean): Echo {
  const { id, remoteJid, participant } = key
  const quotes = edited || participant != null
  return {
    message: id ?? '',
    chat: remoteJid ?? '',
    ...(participant == null ? {} : { participant }),
    ...(quotes && words !== undefined ? { quote: words.slice(0, LONGEST_QUOTE) } : {}),
    ...(edited ? { edited } : {}),
  }
}

function ignore(reason: Ignored): Received {
  return { messages: [], ignored: reason }
}
