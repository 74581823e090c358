import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { SaidChoice } from '../../core/channel.ts'
import { shortened } from '../../core/split-text.ts'

/** Telegram refuses a whole message for one button beyond these. */
export const LIMITS = { dataBytes: 64, labelUnits: 64, buttons: 100 } as const
/** Two buttons stand side by side when both are so short that a small phone shows them whole. */
const SHORT_LABEL = 16

export interface Keyboard {
  readonly markup: InlineKeyboardMarkup | undefined
  /** Values of choices that Telegram could not carry; never silent. */
  readonly dropped: readonly string[]
}

/** The choices of a reply as buttons below it. */
export function inlineKeyboard(choices: readonly SaidChoice[]): Keyboard {
  const fits = ({ label, value }: SaidChoice, index: number) =>
    index < LIMITS.buttons &&
    label.trim() !== '' &&
    value !== '' &&
    Buffer.byteLength(value) <= LIMITS.dataBytes
  const buttons = choices
    .filter(fits)
    .map(({ label, value }) => ({ text: shortened(label, LIMITS.labelUnits), callback_data: value }))
  const dropped = choices.filter((choice, index) => !fits(choice, index)).map(({ value }) => value)
  return { markup: buttons.length === 0 ? undefined : { inline_keyboard: rowsOf(buttons) }, dropped }
}

function rowsOf(buttons: readonly InlineKeyboardButton.CallbackButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton.CallbackButton[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    const beside = row?.length === 1 && [...row, button].every(({ text }) => text.length <= SHORT_LABEL)
    if (beside) row.push(button)
    else rows.push([button])
  }
  return rows
}
