import type { OfficerRole } from '../../core/alert.ts'
import type { Words } from '../../core/channel.ts'
import type { Locale } from '../../core/locale.ts'
import { commandsFor, wordOf } from '../dialogue/help.ts'

/** Telegram allows so much for a description. */
const LONGEST_DESCRIPTION = 256

/** What `setMyCommands` is told for a role, in a language. */
export function commandList(
  role: OfficerRole,
  locale: Locale,
  words: Words,
): readonly { readonly command: string; readonly description: string }[] {
  return commandsFor(role).map((key) => ({
    command: wordOf(key, locale),
    description: words({ key: `officer.command.${key}` }, locale).slice(0, LONGEST_DESCRIPTION),
  }))
}
