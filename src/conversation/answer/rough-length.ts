import { inLocale, type Locale } from '../../core/locale.ts'
import type { Part } from '../../core/reply.ts'
import type { Param } from '../../core/wording.ts'

/** About how many characters a sentence of ours has around its values. */
const FRAME = 36

/** A part's length as far as the engine can know it, which does not see the words of the sentence around the values. */
export function roughLength(part: Part, locale: Locale): number {
  return (
    FRAME + Object.values(part.params ?? {}).reduce((sum: number, param) => sum + lengthOf(param, locale), 0)
  )
}

export function roughLengthOf(parts: readonly Part[], locale: Locale): number {
  return parts.reduce((sum, one) => sum + roughLength(one, locale), 0)
}

function lengthOf(param: Param, locale: Locale): number {
  if (typeof param === 'string') return param.length
  if (typeof param === 'number') return 6
  if ('date' in param) return 15
  if ('list' in param) return param.list.reduce((sum: number, item) => sum + lengthOf(item, locale) + 2, 0)
  if ('key' in param)
    return (
      14 + Object.values(param.params ?? {}).reduce((sum: number, item) => sum + lengthOf(item, locale), 0)
    )
  return inLocale(param, locale).length
}
