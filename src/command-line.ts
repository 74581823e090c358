import { parseArgs } from 'node:util'
import { isLocale, LOCALES, type Locale } from './core/locale.ts'

export const USAGE = `Usage: npm start                       the web page and everything behind it
       npm run chat                    a conversation in the terminal
       npm run --silent ask            JSON Lines on stdin, answers on stdout
       npm run seed [-- --check]       the seed files into the database, or only check them
       npm run officer -- invite …     officers: invite, list, revoke, duty

chat and ask take, after "--":
  --locale ${LOCALES.join('|')}    the language to begin in (default id)
  --now 2026-11-21       the day to answer for (default today)`

/** How the program was called. */
export type Command =
  | { readonly name: 'serve' | 'help' }
  | { readonly name: 'chat' | 'ask'; readonly locale: Locale; readonly now: Date | null }
  | { readonly name: 'seed' | 'officer'; readonly args: readonly string[] }

export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`)
    this.name = 'UsageError'
  }
}

/** Reads the arguments after the program's name. */
export function readCommand(args: readonly string[]): Command {
  const [name = 'serve', ...rest] = args
  switch (name) {
    case 'serve':
      if (rest.length > 0)
        throw new UsageError(`serve takes no arguments, but was given "${rest.join(' ')}".`)
      return { name }
    case 'chat':
    case 'ask':
      return { name, ...readTalkOptions(name, rest) }
    case 'seed':
    case 'officer':
      return { name, args: rest }
    case 'help':
    case '--help':
    case '-h':
      return { name: 'help' }
    default:
      throw new UsageError(`"${name}" is not a command.`)
  }
}

function readTalkOptions(name: string, args: readonly string[]): { locale: Locale; now: Date | null } {
  let values: { locale?: string; now?: string }
  try {
    values = parseArgs({
      args: [...args],
      options: { locale: { type: 'string' }, now: { type: 'string' } },
      strict: true,
    }).values
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { locale = 'id', now } = values
  if (!isLocale(locale)) throw new UsageError(`--locale "${locale}" is not one of ${LOCALES.join(', ')}.`)
  return { locale, now: now === undefined ? null : readNow(now) }
}

/** A day means its noon in Jakarta, so that it is that day there whatever the machine's own time zone. */
function readNow(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const instant = new Date(day ? `${text}T12:00:00+07:00` : text)
  const sameDay = !day || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  if (Number.isNaN(instant.getTime()) || !sameDay || (!day && !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)))
    throw new UsageError(`--now "${text}" is not a date like 2026-11-21 or 2026-11-21T08:00:00+07:00.`)
  return instant
}
