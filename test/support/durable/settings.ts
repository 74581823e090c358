import type { SendLimits } from '../../../src/core/delivery.ts'

export const KILL_POINTS = ['after_insert', 'mid_turn', 'after_commit', 'after_send'] as const
export type KillPoint = (typeof KILL_POINTS)[number]

/** On the way of an alert: raised, its cards written, its cards queued, a card with the officer. */
export const ALERT_KILL_POINTS = ['after_commit', 'mid_dispatch', 'after_dispatch', 'after_card'] as const
export type AlertKillPoint = (typeof ALERT_KILL_POINTS)[number]

/** One key for all processes of a test, and their threads. */
export const PROCESS_KEY = Buffer.alloc(32, 7).toString('base64')

/** What the light engine takes for an emergency. */
export const DANGER_TEXT = 'bahaya'

export interface ProcessSettings {
  readonly url: string
  readonly dataDir: string
  readonly botApi: string
  /** A folder of seed files for the light one. */
  readonly engine: 'real' | { readonly light: string }
  readonly answers?: boolean
  readonly sends?: boolean
  /** Says that it is open when the thread that answers has taken over: what is measured is not its start. */
  readonly settled?: boolean
  readonly limits?: SendLimits
  /** Kills itself there, with this chance for each delivery: a request, a batch of turns, a call. */
  readonly kill?: { readonly at: readonly (KillPoint | AlertKillPoint)[]; readonly chance: number }
  /** Whoever reads this text dies of it. */
  readonly deadly?: string
  /** Whoever reads this text never comes to an end. */
  readonly endless?: string
  /** The officers' bot, account 2: where it sends, and how fast it may. */
  readonly officers?: { readonly botApi: string; readonly limits?: SendLimits }
  readonly loops?: number
  readonly lanesOfBatch?: number
}

export interface ProcessUpdate {
  readonly n: number
  readonly from: string
  readonly text: string
}
