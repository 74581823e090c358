import { z } from 'zod'
import type { LocalizedText } from '../core/locale.ts'

const text = z.object({
  id: z.string().min(1),
  en: z.string().optional(),
  jv: z.string().optional(),
  su: z.string().optional(),
})
const texts = z.array(text)

/** A text column as stored. Throws when it has no Indonesian: the database's own check was then gone round. */
export function localisedText(value: unknown): LocalizedText {
  return text.parse(value) as LocalizedText
}

export function localisedOrNull(value: unknown): LocalizedText | null {
  return value === null ? null : localisedText(value)
}

export function localisedList(value: unknown): readonly LocalizedText[] {
  return texts.parse(value) as LocalizedText[]
}
