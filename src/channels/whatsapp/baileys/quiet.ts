import type { SocketConfig } from '@whiskeysockets/baileys'
import type { Log } from '../../../core/log.ts'

/**
 * Baileys writes numbers, texts and keys into its log lines. Of those only the sentence of a warning is kept, with
 * everything taken out that could be somebody's number or id.
 */
export function quietLogger(log: Log): SocketConfig['logger'] {
  const say = (first: unknown, second?: string) => {
    const text = second ?? (typeof first === 'string' ? first : '')
    if (text !== '') log.debug({ library: 'baileys' }, withoutNumbers(text))
  }
  const nothing = () => undefined
  const logger: SocketConfig['logger'] = {
    level: 'warn',
    child: () => logger,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: say,
    error: say,
  }
  return logger
}

export function withoutNumbers(text: string): string {
  return text
    .replace(/\S*@\S+/g, '<id>')
    .replace(/[0-9A-F]{12,}/g, '<id>')
    .replace(/\d{5,}/g, '<number>')
}

const OF_LIBSIGNAL =
  /^(Closing (open )?session|Opening session|Removing old closed session|Session already|Migrating session|Failed to decrypt message|Session error|Decrypted message with closed session|V1 session storage)/

let quiet = false

/**
 * libsignal prints whole sessions, private keys among them, on the console. There is no switch for it, so that the
 * console itself leaves those lines out.
 */
export function silenceLibsignal(): void {
  if (quiet) return
  quiet = true
  for (const method of ['info', 'warn', 'error'] as const) {
    const target = console
    const print = target[method].bind(target)
    target[method] = (...parts: unknown[]) => {
      if (typeof parts[0] === 'string' && OF_LIBSIGNAL.test(parts[0])) return
      print(...parts)
    }
  }
}
