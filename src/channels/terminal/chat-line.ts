import type { SaidChoice } from '../../core/channel.ts'
import { COMMANDS, type TurnInput } from '../../core/input.ts'

/** What a line typed at the prompt means. */
export type ChatLine =
  | { readonly kind: 'say'; readonly input: TurnInput }
  | { readonly kind: 'repro' | 'quit' | 'nothing' | 'bad_location' }
  | { readonly kind: 'unknown'; readonly command: string }

/** A number picks one of the choices shown last; a slash begins a command; everything else is said. */
export function readChatLine(line: string, choices: readonly SaidChoice[]): ChatLine {
  const text = line.trim()
  if (text === '') return { kind: 'nothing' }
  const picked = /^\d{1,2}$/.test(text) ? choices[Number(text) - 1] : undefined
  if (picked !== undefined) return { kind: 'say', input: { kind: 'choice', value: picked.value } }
  if (!text.startsWith('/')) return { kind: 'say', input: { kind: 'text', text } }
  const [name = '', ...rest] = text.slice(1).split(/\s+/)
  const argument = rest.join(' ')
  if (name === 'repro') return { kind: 'repro' }
  if (name === 'quit' || name === 'exit') return { kind: 'quit' }
  if (name === 'location') return readLocation(argument)
  const command = COMMANDS.find((one) => one === name)
  return command === undefined
    ? { kind: 'unknown', command: name }
    : { kind: 'say', input: { kind: 'command', name: command, argument } }
}

function readLocation(argument: string): ChatLine {
  const [lat, lon, ...more] = argument.split(/[\s,]+/).filter((part) => part !== '')
  const [y, x] = [Number(lat), Number(lon)]
  const fits = lat !== undefined && lon !== undefined && more.length === 0
  if (!fits || !(Math.abs(y) <= 90 && Math.abs(x) <= 180)) return { kind: 'bad_location' }
  return { kind: 'say', input: { kind: 'location', lat: y, lon: x } }
}
