import type { Accept, Echo } from '../../core/delivery.ts'
import type { AttachmentKind, TurnInput, UnsupportedKind } from '../../core/input.ts'
import { isLocale, type Locale } from '../../core/locale.ts'
import { commandInput, typedCommand } from '../../core/typed-command.ts'
import { type BotIdentity, wordsForBot } from './addressed.ts'
import { contentOf, SENT_FILE, type TelegramCallback, type TelegramMessage, type Update } from './update.ts'

/** Why an update is nothing for us. */
export const IGNORED = [
  'unknown_kind',
  'malformed',
  'channel_post',
  'from_bot',
  'not_addressed',
  'service_message',
  'edit_without_text',
  'button_without_data',
] as const
export type Ignored = (typeof IGNORED)[number]

export interface Received {
  /** What the person said; two when something that cannot be read has a text beside it. */
  readonly messages: readonly Accept[]
  readonly ignored: Ignored | null
  /** The tapped button that waits for an answer: it shows a clock until it gets one. */
  readonly callbackId: string | null
}

export interface ReceiveContext {
  readonly bot: BotIdentity
  readonly receivedAt: Date
}

/** Telegram's names for what is no text, most specific first: an animation is a document, too. */
const UNSUPPORTED: readonly (readonly [field: string, what: UnsupportedKind])[] = [
  ['animation', 'video'],
  ['photo', 'photo'],
  ['live_photo', 'photo'],
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['document', 'document'],
  ['sticker', 'sticker'],
  ['contact', 'contact'],
  ['poll', 'other'],
  ['dice', 'other'],
  ['game', 'other'],
  ['story', 'other'],
  ['checklist', 'other'],
  ['paid_media', 'other'],
  ['invoice', 'other'],
  ['giveaway', 'other'],
]

/** Turns one update into what the inbox takes. Pure; whatever the update holds, it never throws. */
export function receive(update: Update, context: ReceiveContext): Received {
  const content = contentOf(update)
  switch (content.kind) {
    case 'message':
      return receiveMessage(update.update_id, content.message, content.edited, context)
    case 'callback':
      return receiveCallback(update.update_id, content.callback, context)
    default:
      return ignore(content.kind)
  }
}

function receiveMessage(
  updateId: number,
  message: TelegramMessage,
  edited: boolean,
  { bot, receivedAt }: ReceiveContext,
): Received {
  const { chat, from } = message
  // A post of a channel, also one that Telegram copied into the group behind it, and an anonymous admin: nobody to answer.
  if (chat.type === 'channel' || from === undefined || message.sender_chat != null)
    return ignore('channel_post')
  if (from.is_bot === true || from.id === bot.id) return ignore('from_bot')
  const words = wordsForBot(message, bot)
  if (words === undefined) return ignore('not_addressed')
  const inputs = inputsOf(message, words)
  if (inputs.length === 0) return ignore('service_message')
  // A shared position that moves sends an edit every few seconds; a file that was exchanged says nothing new.
  const wanted = edited ? inputs.flatMap(wordsOfEdit) : inputs
  if (wanted.length === 0) return ignore('edit_without_text')
  const account = String(bot.id)
  const common = {
    channel: 'telegram',
    account,
    address: String(from.id),
    place: chat.type === 'private' ? null : String(chat.id),
    order: updateId,
    receivedAt,
    chosenLocale: null,
    defaultLocale: localeFrom(from.language_code),
    echo: echoOf(message, edited),
  } as const
  return {
    messages: wanted.map((input) => ({
      ...common,
      externalId: externalIdOf(account, updateId, input, wanted.length),
      input,
    })),
    ignored: null,
    callbackId: null,
  }
}

/** Of an edit only the words are new. */
function wordsOfEdit(input: TurnInput): readonly TurnInput[] {
  if (input.kind === 'attachment') return input.caption === '' ? [] : [{ kind: 'text', text: input.caption }]
  return input.kind === 'text' || input.kind === 'command' ? [input] : []
}

/**
 * Unique for ever and the same at every delivery. A text beside something that cannot be read is a message of its own.
 * Each picture of an album is, too: a report must not lose one.
 */
function externalIdOf(account: string, updateId: number, input: TurnInput, count: number): string {
  return input.kind === 'unsupported' && count > 1 ? `${account}:${updateId}:file` : `${account}:${updateId}`
}

function inputsOf(message: TelegramMessage, words: string): readonly TurnInput[] {
  const { location, text } = message
  if (location !== undefined) return [{ kind: 'location', lat: location.latitude, lon: location.longitude }]
  if (text !== undefined) return [textInput(words)]
  const [field, what] = UNSUPPORTED.find(([one]) => message[one] !== undefined) ?? []
  if (field === undefined || what === undefined) return []
  const sent = isAttachment(what) ? SENT_FILE.safeParse(message[field]).data : undefined
  if (sent !== undefined && isAttachment(what)) {
    const { file_id: reference, mime_type, file_size } = sent
    const mime = mime_type ?? (what === 'photo' ? 'image/jpeg' : null)
    return [{ kind: 'attachment', what, reference, mime, bytes: file_size ?? null, caption: words }]
  }
  const file: TurnInput = { kind: 'unsupported', what }
  return words === '' ? [file] : [file, { kind: 'text', text: words }]
}

function isAttachment(what: UnsupportedKind): what is AttachmentKind {
  return what === 'photo' || what === 'document' || what === 'voice' || what === 'video'
}

function textInput(words: string): TurnInput {
  if (words === '') return { kind: 'command', name: 'menu', argument: '' } // only the bot's name was written
  const command = typedCommand(words)
  return command === undefined ? { kind: 'text', text: words } : commandInput(command)
}

function receiveCallback(
  updateId: number,
  { id, from, data, message }: TelegramCallback,
  { bot, receivedAt }: ReceiveContext,
): Received {
  if (from.is_bot === true) return ignore('from_bot')
  if (data === undefined || message === undefined || message.chat.type === 'channel')
    return { ...ignore('button_without_data'), callbackId: id }
  const account = String(bot.id)
  const accept: Accept = {
    channel: 'telegram',
    account,
    address: String(from.id),
    place: message.chat.type === 'private' ? null : String(message.chat.id),
    externalId: `${account}:${updateId}`,
    order: updateId,
    input: { kind: 'choice', value: data },
    receivedAt,
    chosenLocale: null,
    defaultLocale: localeFrom(from.language_code),
    echo: echoOf(message, false),
  }
  return { messages: [accept], ignored: null, callbackId: id }
}

type Echoed = Pick<TelegramMessage, 'message_thread_id' | 'is_topic_message'> & {
  message_id?: number | undefined
}

/** What the answer needs: the message it answers, and the topic of a forum it belongs to. */
function echoOf({ message_id, message_thread_id, is_topic_message }: Echoed, edited: boolean): Echo {
  return {
    ...(message_id === undefined ? {} : { message: message_id }),
    ...(is_topic_message === true && message_thread_id !== undefined ? { thread: message_thread_id } : {}),
    ...(edited ? { edited } : {}),
  }
}

/** The language of the person's Telegram, where we word it; they may write in another. */
function localeFrom(languageCode: string | undefined): Locale {
  const language = (languageCode ?? '').slice(0, 2).toLowerCase()
  return isLocale(language) ? language : 'id'
}

function ignore(reason: Ignored): Received {
  return { messages: [], ignored: reason, callbackId: null }
}
