import type { i18n } from 'i18next'
import type { Locale } from '../core/locale.ts'

/** Fills the gaps of a sentence. */
export type Fill = (key: string, locale: Locale, values: Readonly<Record<string, string | number>>) => string

const GAP = /\{\{\s*(\w+)\s*\}\}/

/**
 * i18next finds the sentence: language, fallback, plural. That it does once for each; looking it up and taking it apart
 * again for every turn was a fifth of all its work. Text and names of gaps take turns in what is kept.
 */
export function createTemplates(instance: i18n): Fill {
  const known = new Map<string, readonly string[]>()
  const plurals = new Map<Locale, Intl.PluralRules>()

  const pluralOf = (locale: Locale, count: number): string => {
    let rules = plurals.get(locale)
    if (rules === undefined) {
      rules = new Intl.PluralRules(locale)
      plurals.set(locale, rules)
    }
    // i18next may have words of its own for "none".
    return count === 0 ? 'zero' : rules.select(count)
  }
  return (key, locale, values) => {
    const { count } = values
    const name =
      typeof count === 'number' ? `${locale} ${key} ${pluralOf(locale, count)}` : `${locale} ${key}`
    let template = known.get(name)
    if (template === undefined) {
      const options = { lng: locale, skipInterpolation: true, ...(count === undefined ? {} : { count }) }
      template = instance.t(key, options as { lng: Locale }).split(GAP)
      known.set(name, template)
    }
    let text = template[0] ?? ''
    for (let at = 1; at < template.length; at += 2)
      text += String(values[template[at] ?? ''] ?? '') + (template[at + 1] ?? '')
    return text
  }
}
