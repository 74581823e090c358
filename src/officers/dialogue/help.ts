import { COMMAND_KEYS, COMMAND_WORDS, type CommandKey } from '../text-commands.ts'
import { type Asking, type OfficerAnswer, said } from './officer-answer.ts'

/** `/bantuan`: every command this officer can use, in their language. */
export function help({ say, officer }: Asking): OfficerAnswer {
  const lines = commandsFor(officer.role).map(
    (key) => `/${wordOf(key, officer.locale)} – ${say(`officer.command.${key}`)}`,
  )
  return said([say('officer.help.head'), ...lines, '', say('officer.help.text')].join('\n'))
}

/** The commands of a role: admins invite and revoke, confirming begins with supervisors. */
export function commandsFor(role: Asking['officer']['role']): readonly CommandKey[] {
  return COMMAND_KEYS.filter((key) => {
    if (key === 'invite' || key === 'revoke') return role === 'admin'
    return key === 'confirm' ? role !== 'officer' : true
  })
}

/** A command as it is written in a language. */
export function wordOf(key: CommandKey, locale: string): string {
  return COMMAND_WORDS[key][locale === 'en' ? 'en' : 'id']
}
