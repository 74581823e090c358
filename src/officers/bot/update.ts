import { z } from 'zod'

/** What we read of an update, checked at the edge; everything that is not named here is nothing for us. */

/** Telegram sends these and no others. */
export const UPDATE_KINDS = ['message', 'callback_query'] as const

const FROM = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().optional(),
})
const CHAT = z.object({ id: z.int(), type: z.string() })

const UPDATE = z.object({
  update_id: z.int().nonnegative(),
  message: z.object({ chat: CHAT, from: FROM.optional(), text: z.string().optional() }).optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: FROM,
      data: z.string().optional(),
      /** Without its text when the message is too old for Telegram to show it to bots. */
      message: z
        .object({ chat: CHAT, message_id: z.int().optional(), text: z.string().optional() })
        .optional(),
    })
    .optional(),
})

export interface OfficerUpdate {
  readonly id: number
  /** The person; in a private chat also the chat. */
  readonly address: string
  readonly language: string
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    /** A picture, a voice: nothing this bot can do something with. */
    | { readonly kind: 'unreadable' }
    | {
        readonly kind: 'press'
        readonly callbackId: string
        readonly value: string
        /** The message whose button it was. */
        readonly message: { readonly id: number; readonly text: string | null } | null
      }
}

/** The number of an update, without which it cannot be confirmed; undefined when it has none. */
export function updateId(raw: unknown): number | undefined {
  const parsed = z.object({ update_id: z.int().nonnegative() }).safeParse(raw)
  return parsed.success ? parsed.data.update_id : undefined
}

/** An update as what somebody did; undefined when it is of no concern: other kinds, groups, other bots. */
export function readUpdate(raw: unknown): OfficerUpdate | undefined {
  const parsed = UPDATE.safeParse(raw)
  if (!parsed.success) return undefined
  const { update_id: id, message, callback_query: press } = parsed.data
  if (message !== undefined) {
    // Cases are not for groups, whoever sits there.
    if (message.chat.type !== 'private' || message.from === undefined || message.from.is_bot === true)
      return undefined
    const { text } = message
    return {
      id,
      ...sender(message.from),
      content: text === undefined ? { kind: 'unreadable' } : { kind: 'text', text },
    }
  }
  if (press === undefined || press.from.is_bot === true) return undefined
  if (press.message !== undefined && press.message.chat.type !== 'private') return undefined
  const { message_id: shown, text = null } = press.message ?? {}
  return {
    id,
    ...sender(press.from),
    content: {
      kind: 'press',
      callbackId: press.id,
      value: press.data ?? '',
      message: shown === undefined ? null : { id: shown, text },
    },
  }
}

function sender({ id, language_code }: z.output<typeof FROM>): Pick<OfficerUpdate, 'address' | 'language'> {
  return { address: String(id), language: language_code ?? '' }
}
