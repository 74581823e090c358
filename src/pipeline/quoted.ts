import type { ConversationState } from '../conversation/state.ts'
import type { Vault } from '../privacy/vault.ts'

/** The only words of a person in a state, an advert that may become a report: they lie sealed, like every message. */
export function sealQuoted(state: ConversationState, lane: string, vault: Vault): ConversationState {
  if (state.quoted === null) return state
  return { ...state, quoted: vault.seal(state.quoted, purpose(lane)).toString('base64') }
}

/** As it was before it was sealed; without it when the key is gone, which is what erasing a key is for. */
export function openQuoted(state: ConversationState, lane: string, vault: Vault): ConversationState {
  if (state.quoted === null) return state
  try {
    return { ...state, quoted: vault.open(Buffer.from(state.quoted, 'base64'), purpose(lane)) }
  } catch {
    return { ...state, quoted: null }
  }
}

function purpose(lane: string): string {
  return `quoted ${lane}`
}
