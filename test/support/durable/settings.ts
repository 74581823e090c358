import type { SendLimits } from '../../../src/core/delivery.ts'

export const KILL_POINTS = ['after_insert', 'mid_turn', 'after_commit', 'after_send'] as const
export type KillPoint = (typeof KILL_POINTS)[number]

export interface ProcessSettings {
  readonly url: string
  readonly dataDir: string
  readonly botApi: string
  /** A folder of seed files for the light one. */
  readonly engine: 'real' | { readonly light: string }
  readonly answers?: boolean
  readonly sends?: boolean
  readonly limits?: SendLimits
  /** Kills itself there, with this chance for each delivery: a request, a batch of turns, a call. */
  readonly kill?: { readonly at: readonly KillPoint[]; readonly chance: number }
  /** Whoever reads this text dies of it. */
  readonly deadly?: string
  readonly loops?: number
  readonly lanesOfBatch?: number
}

export interface ProcessUpdate {
  readonly n: number
  readonly from: string
  readonly text: string
}
