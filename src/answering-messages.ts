import type { Committed } from './pipeline/committed.ts'

/** To the thread that answers. */
export type ToAnswering =
  | { readonly kind: 'wake' | 'stop' | 'ping' }
  | { readonly kind: 'awaits' | 'over'; readonly externalKey: string }

/** From it. `ready`: it has begun to answer. */
export type FromAnswering =
  | { readonly kind: 'ready' | 'backlog' | 'pong' }
  | { readonly kind: 'committed'; readonly committed: readonly Committed[] }
