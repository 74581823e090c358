import type { SaidChoice } from '../../core/channel.ts'
import { shortened } from '../../core/split-text.ts'

interface Button {
  readonly text: string
  readonly callback_data: string
}
export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly Button[])[]
}

/** Telegram refuses a whole message for one button beyond these. */
const MOST_BYTES = 64
const MOST_LABEL = 64
const MOST_BUTTONS = 60
/** Two buttons stand side by side when both are so short that a small phone shows them whole. */
const SHORT_LABEL = 16

/** Choices as buttons under a message. An empty keyboard takes away what was there. */
export function inlineKeyboard(choices: readonly SaidChoice[]): InlineKeyboard {
  const rows: Button[][] = []
  for (const { label, value } of choices.slice(0, MOST_BUTTONS)) {
    if (label.trim() === '' || value === '' || Buffer.byteLength(value) > MOST_BYTES) continue
    const button = { text: shortened(label, MOST_LABEL), callback_data: value }
    const row = rows.at(-1)
    if (row?.length === 1 && [...row, button].every(({ text }) => text.length <= SHORT_LABEL))
      row.push(button)
    else rows.push([button])
  }
  return { inline_keyboard: rows }
}
