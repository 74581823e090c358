import type { Stopped, Trouble } from './disconnect.ts'

/** Where the device stands, for the page, for health and for logs. */
export type LinkState =
  /** Another process has the device. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'connecting' }
  /** Somebody has to scan the picture, or type the code, on the phone. */
  | { readonly kind: 'pairing'; readonly qr: string | null; readonly code: string | null }
  | { readonly kind: 'open' }
  | { readonly kind: 'interrupted'; readonly trouble: Trouble | null }
  | { readonly kind: 'stopped'; readonly why: Stopped }

/** A short name of a state, for a metric. */
export function stateName(state: LinkState): string {
  if (state.kind === 'stopped') return `stopped_${state.why}`
  return state.kind === 'interrupted' && state.trouble !== null ? `interrupted_${state.trouble}` : state.kind
}
