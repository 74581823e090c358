import { typedCommand } from '../../core/typed-command.ts'
import type { TelegramEntity, TelegramMessage } from './update.ts'

/** Our bot, as Telegram knows it. */
export interface BotIdentity {
  readonly id: number
  readonly username: string
}

/**
 * The words of a message that are for the bot; undefined when it is not. In a private chat all of them; in a group only
 * those of a message that mentions the bot, replies to it or is a command with its name: people there talk to each other.
 */
export function wordsForBot(message: TelegramMessage, bot: BotIdentity): string | undefined {
  const text = message.text ?? message.caption ?? ''
  if (message.chat.type === 'private') return text
  const target = typedCommand(text)?.target?.toLowerCase()
  if (target !== undefined) return target === bot.username.toLowerCase() ? text : undefined
  const mentions = mentionsOf(message, text, bot)
  const replies = message.reply_to_message?.from?.id === bot.id
  if (mentions.length === 0 && !replies) return undefined
  let rest = text
  for (const { offset, length } of mentions.toReversed())
    rest = `${rest.slice(0, offset).trimEnd()} ${rest.slice(offset + length).trimStart()}`
  return rest.trim()
}

function mentionsOf(
  message: TelegramMessage,
  text: string,
  { id, username }: BotIdentity,
): readonly TelegramEntity[] {
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? []
  const name = `@${username}`.toLowerCase()
  return entities
    .filter(({ type, offset, length, user }) =>
      type === 'text_mention'
        ? user?.id === id
        : type === 'mention' && text.slice(offset, offset + length).toLowerCase() === name,
    )
    .sort((a, b) => a.offset - b.offset)
}
