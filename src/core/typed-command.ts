import type { CommandName, TurnInput } from './input.ts'
import { isLocale } from './locale.ts'

/** What people type after the slash. Indonesian names work in every language, English ones too. */
const BY_NAME: Readonly<Record<string, CommandName>> = {
  start: 'start',
  menu: 'menu',
  bahasa: 'language',
  hapus: 'forget',
  petugas: 'officer',
  bantuan: 'help',
  language: 'language',
  forget: 'forget',
  officer: 'officer',
  help: 'help',
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]{1,32}))?(?:\s+([\s\S]*))?$/i
/** Telegram allows these signs behind `?start=` in a link. */
const START_PAYLOAD = /^[\w-]{1,64}$/

export interface TypedCommand {
  readonly word: string
  /** The bot it is for, when it was named: `/menu@another_bot`. */
  readonly target: string | null
  readonly rest: string
}

/** Reads `/word@bot rest`; undefined when the text does not begin like that. */
export function typedCommand(text: string): TypedCommand | undefined {
  const found = COMMAND.exec(text)
  if (found === null) return undefined
  const [, word = '', target, rest = ''] = found
  return { word: word.toLowerCase(), target: target ?? null, rest: rest.trim() }
}

/**
 * What a command means. Words behind a command that takes none are somebody's message, and so is a command we do not
 * know: `/tolong saya dikurung` must reach the guard, not a list of commands.
 */
export function commandInput({ word, rest }: TypedCommand): TurnInput {
  const name = Object.hasOwn(BY_NAME, word) ? BY_NAME[word] : undefined
  if (name === undefined) return { kind: 'text', text: joined(word, rest) }
  const argument = name === 'language' ? rest.toLowerCase() : rest
  if (rest === '' || takes(name, argument)) return { kind: 'command', name, argument }
  return {
    kind: 'text',
    text: name === 'start' || name === 'help' || name === 'menu' ? rest : joined(word, rest),
  }
}

function takes(name: CommandName, argument: string): boolean {
  if (name === 'start') return START_PAYLOAD.test(argument)
  return name === 'language' && isLocale(argument)
}

function joined(word: string, rest: string): string {
  return `${word.replaceAll('_', ' ')} ${rest}`.trim()
}
