import { z } from 'zod'

/**
 * What we read of a Telegram update, checked at the edge: a bug of theirs or a forged body is a refusal, never a crash.
 * Everything that is not named here is ignored.
 */

/** Telegram sends these and no others; a new kind must be read before it is asked for. */
export const UPDATE_KINDS = ['message', 'edited_message', 'callback_query'] as const

const USER = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().optional(),
})

const CHAT = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup', 'channel']) })

const ENTITY = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  user: USER.optional(),
})

const POSITION = z.object({ latitude: z.number(), longitude: z.number() })

/** A file that somebody sent; one that is not right counts as something we cannot read. */
const FILE = z.object({
  file_id: z.string().min(1).max(2_048),
  mime_type: z.string().max(256).nullish(),
  file_size: z.number().nonnegative().nullish(),
})
/** A picture comes in several sizes, the largest last. */
export const SENT_FILE = z.union([
  FILE,
  z
    .array(FILE)
    .min(1)
    .transform((sizes) => sizes.at(-1)),
])

const MESSAGE = z.looseObject({
  message_id: z.int(),
  chat: CHAT,
  from: USER.optional(),
  sender_chat: z.unknown().optional(),
  text: z.string().optional(),
  entities: z.array(ENTITY).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(ENTITY).optional(),
  location: POSITION.optional(),
  media_group_id: z.string().optional(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: z.object({ from: USER.optional() }).optional(),
})

const CALLBACK = z.object({
  id: z.string(),
  from: USER,
  data: z.string().optional(),
  /** Missing when the button stands under a message sent through inline mode, which this bot has not. */
  message: z
    .object({
      message_id: z.int().optional(),
      chat: CHAT,
      message_thread_id: z.int().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
})

/** The envelope: what must be right for the body to be an update at all. */
export const UPDATE = z.looseObject({ update_id: z.int().nonnegative() })
export type Update = z.output<typeof UPDATE>

export type TelegramUser = z.output<typeof USER>
export type TelegramMessage = z.output<typeof MESSAGE>
export type TelegramEntity = z.output<typeof ENTITY>
export type TelegramCallback = z.output<typeof CALLBACK>

export type UpdateContent =
  | { readonly kind: 'message'; readonly message: TelegramMessage; readonly edited: boolean }
  | { readonly kind: 'callback'; readonly callback: TelegramCallback }
  | { readonly kind: 'unknown_kind' | 'malformed' }

/** The one thing an update is about. */
export function contentOf(update: Update): UpdateContent {
  const { message, edited_message, callback_query } = update
  if (message !== undefined || edited_message !== undefined) {
    const parsed = MESSAGE.safeParse(message ?? edited_message)
    if (!parsed.success) return { kind: 'malformed' }
    return { kind: 'message', message: parsed.data, edited: message === undefined }
  }
  if (callback_query !== undefined) {
    const parsed = CALLBACK.safeParse(callback_query)
    return parsed.success ? { kind: 'callback', callback: parsed.data } : { kind: 'malformed' }
  }
  return { kind: 'unknown_kind' }
}
