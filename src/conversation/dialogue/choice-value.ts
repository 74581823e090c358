import { asId, type CountryCode, type RegionCode } from '../../core/ids.ts'
import { isLocale, type Locale } from '../../core/locale.ts'
import { isTopic, type Topic } from '../../core/topic.ts'

/** What a tapped button or a chosen number stands for. */
export type ChoiceMeaning =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'region'; readonly code: RegionCode }
  | { readonly kind: 'country'; readonly code: CountryCode }
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'more' | 'menu' | 'forget_yes' | 'forget_no' }

/** Reads a choice value; undefined for anything we never sent (values come back from the outside). */
export function readChoice(value: string): ChoiceMeaning | undefined {
  const [kind, argument = ''] = value.split(':', 2)
  switch (kind) {
    case 'topic':
      return isTopic(argument) ? { kind, topic: argument } : undefined
    case 'region':
      return /^\d{2}(\.\d{2}(\.\d{2})?)?$/.test(argument) ? { kind, code: asId(argument) } : undefined
    case 'country':
      return /^[A-Z]{2}$/.test(argument) ? { kind, code: asId(argument) } : undefined
    case 'locale':
      return isLocale(argument) ? { kind, locale: argument } : undefined
    case 'more':
    case 'menu':
    case 'forget_yes':
    case 'forget_no':
      return { kind }
    default:
      return undefined
  }
}
