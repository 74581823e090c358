import type { SaidChoice, WordsIn } from '../../core/channel.ts'
import type { Officer } from '../desk.ts'

/** A text with what can be pressed below it. */
export interface SaidCard {
  readonly text: string
  readonly choices: readonly SaidChoice[]
}

export type OfficerMessage =
  | ({ readonly kind: 'text' } & SaidCard)
  | {
      readonly kind: 'picture' | 'file'
      readonly content: Buffer
      readonly name: string
      readonly caption: string
    }

/** What an officer gets for what they did. A channel without buttons shows toast, card and messages as texts. */
export interface OfficerAnswer {
  /** The result in one short line, shown over the pressed button. */
  readonly toast: string | null
  /** What the card whose button was pressed says from now on; null: as before. */
  readonly card: SaidCard | null
  readonly messages: readonly OfficerMessage[]
}

export const NOTHING: OfficerAnswer = { toast: null, card: null, messages: [] }

/** One text, perhaps with buttons. */
export function said(text: string, choices: readonly SaidChoice[] = []): OfficerAnswer {
  return { ...NOTHING, messages: [{ kind: 'text', text, choices }] }
}

/** Only the line over the button. */
export function toast(text: string, card: SaidCard | null = null): OfficerAnswer {
  return { toast: text, card, messages: [] }
}

/** Who asks, and words in their language. */
export interface Asking {
  readonly officer: Officer
  readonly say: WordsIn
  readonly now: Date
}
