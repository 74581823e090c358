import type { Accept, Receipt } from '../../../core/delivery.ts'
import type { AttachmentKind, TurnInput } from '../../../core/input.ts'
import { commandInput, typedCommand } from '../../../core/typed-command.ts'
import { addressOf } from '../address.ts'
import { refusalOfStatus } from './failure.ts'
import { withoutPersons } from './graph-api.ts'
import { type CloudContact, type CloudMessage, type CloudStatus, partsOf } from './notification.ts'

/** Why something that came is nothing for us. */
export const IGNORED = [
  'unknown_kind',
  'malformed',
  'other_number',
  'vendor_problem',
  'no_sender',
  'not_addressed',
  'reaction',
  'edited',
  'deleted',
  'service_message',
  'status_sent',
  'status_unknown',
] as const
export type Ignored = (typeof IGNORED)[number]

export interface Received {
  readonly messages: readonly Accept[]
  readonly receipts: readonly CloudReceipt[]
  readonly ignored: readonly Ignored[]
}

/** When it happened, as well: one that nobody knows may only be too early. */
export type CloudReceipt = Receipt & { readonly at: Date | null }

export interface ReceiveContext {
  readonly phoneNumberId: string
  readonly receivedAt: Date
}

/** Turns one post into what the inbox and the outbox take. Pure; whatever it holds, it never throws. */
export function receive(body: unknown, context: ReceiveContext): Received {
  const messages: Accept[] = []
  const receipts: CloudReceipt[] = []
  const ignored: Ignored[] = []
  for (const part of partsOf(body, context.phoneNumberId) ?? [{ kind: 'malformed' } as const]) {
    if (part.kind === 'message') {
      const result = receiveMessage(part.message, part.contacts, context)
      if (typeof result === 'string') ignored.push(result)
      else messages.push(result)
    } else if (part.kind === 'status') {
      const result = receiptOf(part.status)
      if (typeof result === 'string') ignored.push(result)
      else receipts.push(result)
    } else ignored.push(part.kind)
  }
  return { messages, receipts, ignored }
}

function receiveMessage(
  message: CloudMessage,
  contacts: readonly CloudContact[],
  { phoneNumberId, receivedAt }: ReceiveContext,
): Accept | Ignored {
  if (message.group_id != null) return 'not_addressed'
  const input = inputOf(message)
  if (typeof input === 'string') return input
  // In a post with one message the contact is its sender, and may know the number that the message leaves out.
  const [contact] = contacts.length === 1 ? contacts : []
  const address = addressOf([message.from, contact?.wa_id, message.from_user_id, contact?.user_id])
  if (address === undefined) return 'no_sender'
  return {
    channel: 'whatsapp',
    account: phoneNumberId,
    address,
    place: null,
    externalId: message.id,
    ...(message.timestamp == null ? {} : { order: message.timestamp }),
    input,
    receivedAt,
    // WhatsApp does not tell in which language somebody uses it.
    chosenLocale: null,
    defaultLocale: 'id',
  }
}

const FILES: Readonly<Record<string, AttachmentKind>> = {
  image: 'photo',
  video: 'video',
  audio: 'voice',
  document: 'document',
}

function inputOf(message: CloudMessage): TurnInput | Ignored {
  const { type, text, interactive, button, location } = message
  switch (type) {
    case 'text':
      return text === undefined ? 'malformed' : textInput(text.body)
    case 'interactive': {
      const reply = interactive?.button_reply ?? interactive?.list_reply
      if (reply !== undefined) return { kind: 'choice', value: reply.id }
      return interactive === undefined ? 'malformed' : { kind: 'unsupported', what: 'other' }
    }
    // The button of a template: its words are all that we know of it.
    case 'button':
      return button === undefined ? 'malformed' : textInput(button.text)
    case 'location':
      return location === undefined
        ? 'malformed'
        : { kind: 'location', lat: location.latitude, lon: location.longitude }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
      return fileInput(message, type)
    case 'sticker':
      return { kind: 'unsupported', what: 'sticker' }
    case 'contacts':
      return { kind: 'unsupported', what: 'contact' }
    case 'request_welcome':
      return { kind: 'command', name: 'start', argument: '' }
    case 'reaction':
      return 'reaction'
    case 'edit':
      return 'edited'
    case 'revoke':
      return 'deleted'
    case 'system':
    case 'ephemeral':
      return 'service_message'
    case 'unsupported':
      return ofUnsupported(message.unsupported?.type ?? '')
    default:
      return { kind: 'unsupported', what: 'other' }
  }
}

/** Since 2026 edits come as something unsupported that says what it is. */
function ofUnsupported(what: string): TurnInput | Ignored {
  if (what === 'edit') return 'edited'
  return what === 'revoke' ? 'deleted' : { kind: 'unsupported', what: 'other' }
}

function fileInput(
  message: CloudMessage,
  type: 'image' | 'video' | 'audio' | 'document',
): TurnInput | Ignored {
  const file = message[type]
  const what = FILES[type]
  if (file === undefined || what === undefined) return 'malformed'
  return {
    kind: 'attachment',
    what,
    reference: file.id,
    mime: file.mime_type ?? null,
    bytes: null,
    caption: file.caption ?? '',
  }
}

function textInput(text: string): TurnInput {
  const command = typedCommand(text.trim())
  return command === undefined ? { kind: 'text', text } : commandInput(command)
}

function receiptOf(status: CloudStatus): CloudReceipt | Ignored {
  const common = {
    channel: 'whatsapp',
    externalId: status.id,
    id: status.biz_opaque_callback_data ?? null,
    at: status.timestamp == null ? null : new Date(status.timestamp * 1_000),
  } as const
  switch (status.status) {
    case 'delivered':
    case 'read':
      return { ...common, what: { kind: status.status } }
    case 'failed': {
      const [error] = status.errors ?? []
      const code = error?.code ?? 0
      const detail = withoutPersons(error?.error_data?.details ?? error?.title ?? 'no reason given')
      return {
        ...common,
        what: { kind: 'failed', reason: refusalOfStatus(code), detail: `${code}: ${detail}` },
      }
    }
    case 'sent':
      return 'status_sent'
    default:
      return 'status_unknown'
  }
}
