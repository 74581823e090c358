import type { Words } from '../../core/channel.ts'
import type { Locale } from '../../core/locale.ts'
import { commandWord, LISTED } from './command-names.ts'

/** The list beside the text field, for one language. */
export interface CommandMenu {
  readonly commands: readonly { readonly command: string; readonly description: string }[]
  /** None: for everybody whose language has no list of its own. */
  readonly language_code?: Locale
}

/** Telegram allows so much for a description. */
const LONGEST_DESCRIPTION = 256

/** What `setMyCommands` is told: one list for each language we word, and the Indonesian one for everybody else. */
export function commandMenus(locales: readonly Locale[], words: Words): readonly CommandMenu[] {
  const menuIn = (locale: Locale) =>
    LISTED.map((name) => ({
      command: commandWord(name, locale),
      description: words({ key: `telegram.command.${name}` }, locale).slice(0, LONGEST_DESCRIPTION),
    }))
  return [
    { commands: menuIn('id') },
    ...locales.map((locale) => ({ commands: menuIn(locale), language_code: locale })),
  ]
}
