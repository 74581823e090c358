import { COMMANDS, type CommandName } from '../../core/input.ts'
import type { Locale } from '../../core/locale.ts'

const ENGLISH = { language: 'language', forget: 'forget', officer: 'officer', help: 'help' } as const
const INDONESIAN = { language: 'bahasa', forget: 'hapus', officer: 'petugas', help: 'bantuan' } as const

/** The commands of the menu beside the text field. `start` is Telegram's own button and not listed. */
export const LISTED: readonly Exclude<CommandName, 'start'>[] = COMMANDS.filter((name) => name !== 'start')

/** The word a person sees after the slash in their language. */
export function commandWord(name: Exclude<CommandName, 'start'>, locale: Locale): string {
  return name === 'menu' ? name : (locale === 'en' ? ENGLISH : INDONESIAN)[name]
}
