import { pino } from 'pino'
import type { Config } from './config.ts'
import type { Log } from './core/log.ts'

/** Logs as JSON lines on stderr: stdout belongs to what a command answers. */
export function createLog(level: Config['logLevel']): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
}
