import { normalizeMessageContent, proto, type WAMessageContent } from '@whiskeysockets/baileys'
import type { AttachmentKind, TurnInput, UnsupportedKind } from '../../../core/input.ts'
import { commandInput, typedCommand } from '../../../core/typed-command.ts'
import { attachmentOf, type FileMessage } from './media.ts'

/** What a message says, out of all its wrappers. */
export interface Content {
  /** Text that a person typed, also below a picture; undefined: none. */
  readonly words: string | undefined
  /** What came with it or instead of it. */
  readonly other: Exclude<TurnInput, { kind: 'text' | 'command' | 'choice' }> | undefined
  readonly edited: boolean
  /** Whom the words mention, and whose message they answer. */
  readonly context: proto.IContextInfo | undefined
  /** The album this picture is a part of. */
  readonly album: string | undefined
}

/** Fields of a message that are nobody's words: keys, receipts, reactions, votes, changes of settings. */
const SERVICE: ReadonlySet<string> = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'protocolMessage',
  'reactionMessage',
  'encReactionMessage',
  'pollUpdateMessage',
  'encEventResponseMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'deviceSentMessage',
  'stickerSyncRmrMessage',
  'albumMessage',
  'call',
  'callLogMesssage',
  'chat',
])

/** What is no text, by WhatsApp's names for it; everything unknown is "other". */
const UNSUPPORTED: Readonly<Record<string, UnsupportedKind>> = {
  imageMessage: 'photo',
  videoMessage: 'video',
  ptvMessage: 'video',
  audioMessage: 'voice',
  documentMessage: 'document',
  stickerMessage: 'sticker',
  lottieStickerMessage: 'sticker',
  stickerPackMessage: 'sticker',
  contactMessage: 'contact',
  contactsArrayMessage: 'contact',
}

/** Reads what came; undefined when it says nothing to us. */
export function contentOf(message: WAMessageContent | null | undefined): Content | undefined {
  const inner = normalizeMessageContent(message ?? undefined)
  // A wrapper may come with nothing in it.
  if (inner == null) return undefined
  const change = inner.protocolMessage
  if (change?.type === proto.Message.ProtocolMessage.Type.MESSAGE_EDIT) {
    const changed = contentOf(change.editedMessage)
    return changed === undefined ? undefined : { ...changed, edited: true }
  }
  const album = inner.messageContextInfo?.messageAssociation?.parentMessageKey?.id ?? undefined
  const found = (words: string | null | undefined, other: Content['other'], context?: unknown): Content => ({
    words: words ?? undefined,
    other,
    edited: false,
    context: (context ?? undefined) as proto.IContextInfo | undefined,
    album,
  })
  if (inner.conversation != null) return found(inner.conversation, undefined)
  const text = inner.extendedTextMessage
  if (text != null) return found(text.text ?? '', undefined, text.contextInfo)
  // Nothing of ours has such buttons; another program's message may be answered in our chat.
  const tapped =
    inner.buttonsResponseMessage?.selectedDisplayText ??
    inner.listResponseMessage?.title ??
    inner.templateButtonReplyMessage?.selectedDisplayText ??
    inner.interactiveResponseMessage?.body?.text
  if (tapped != null) return found(tapped, undefined)
  const place = inner.locationMessage ?? inner.liveLocationMessage
  if (place != null) {
    const { degreesLatitude: lat, degreesLongitude: lon } = place
    if (typeof lat === 'number' && typeof lon === 'number')
      return found(undefined, { kind: 'location', lat, lon }, place.contextInfo)
    return found(undefined, { kind: 'unsupported', what: 'other' })
  }
  const name = Object.keys(inner).find(
    (key) => inner[key as keyof WAMessageContent] != null && !SERVICE.has(key),
  )
  if (name === undefined) return undefined
  const what = (Object.hasOwn(UNSUPPORTED, name) ? UNSUPPORTED[name] : undefined) ?? 'other'
  const file = inner[name as 'imageMessage']
  return found(
    typeof file?.caption === 'string' && file.caption !== '' ? file.caption : undefined,
    (isFile(what) ? attachmentOf(what, file as FileMessage) : undefined) ?? { kind: 'unsupported', what },
    file?.contextInfo,
  )
}

function isFile(what: UnsupportedKind): what is AttachmentKind {
  return what === 'photo' || what === 'document' || what === 'voice' || what === 'video'
}

/** What typed words mean. */
export function inputOf(words: string): TurnInput {
  const command = typedCommand(words.trim())
  return command === undefined ? { kind: 'text', text: words } : commandInput(command)
}
