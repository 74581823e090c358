import type { SaidChoice } from '../../core/channel.ts'
import { shortened } from '../../core/split-text.ts'
import { type Button, LIMITS, type Row } from './message.ts'

/** How the choices of a message are offered. */
export type Offer =
  | { readonly kind: 'none' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'list'; readonly rows: readonly Row[] }
  /** Lines below the words. The person answers with the number or the words; the engine knows both. */
  | { readonly kind: 'numbered'; readonly lines: readonly string[] }

/** Buttons where they fit, else a list, else numbers. Nothing is ever left out: each form takes all or none. */
export function offerOf(choices: readonly SaidChoice[], tappable: boolean): Offer {
  if (choices.length === 0) return { kind: 'none' }
  if (tappable && fitButtons(choices))
    return {
      kind: 'buttons',
      buttons: choices.map(({ label, value }) => ({ id: value, title: label.trim() })),
    }
  if (tappable && fitList(choices)) return { kind: 'list', rows: choices.map(rowOf) }
  return { kind: 'numbered', lines: choices.map(({ label }, index) => `${index + 1}) ${label}`) }
}

function fitButtons(choices: readonly SaidChoice[]): boolean {
  const titles = choices.map(({ label }) => label.trim())
  return (
    choices.length <= LIMITS.buttons &&
    titles.every((title) => title !== '' && title.length <= LIMITS.buttonTitle) &&
    new Set(titles).size === titles.length && // WhatsApp refuses two buttons of one name
    haveIds(choices, LIMITS.buttonId)
  )
}

function fitList(choices: readonly SaidChoice[]): boolean {
  return (
    choices.length <= LIMITS.rows &&
    choices.every(({ label }) => label.trim() !== '' && label.trim().length <= LIMITS.rowDescription) &&
    haveIds(choices, LIMITS.rowId)
  )
}

/** Ids are what we get back: not empty, each its own, short enough, and without spaces at their ends, which are refused. */
function haveIds(choices: readonly SaidChoice[], most: number): boolean {
  const values = choices.map(({ value }) => value)
  return (
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && value.length <= most && value.trim() === value)
  )
}

/** A label that is too long for a title is whole in the line below it. */
function rowOf({ label, value }: SaidChoice): Row {
  const whole = label.trim()
  return {
    id: value,
    title: shortened(whole, LIMITS.rowTitle),
    description: whole.length <= LIMITS.rowTitle ? null : whole,
  }
}
