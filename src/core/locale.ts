/** Languages we word replies in. Indonesian is the fallback for everything. */
export const LOCALES = ['id', 'en', 'jv', 'su'] as const
export type Locale = (typeof LOCALES)[number]

/** Languages we recognise. Malay, Madurese and Sasak are understood and answered in Indonesian. */
export const LANGUAGES = ['id', 'en', 'jv', 'su', 'ms', 'mad', 'sas'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text)
}

/** The language a reply is worded in for somebody who writes `language`. */
export function localeOf(language: Language): Locale {
  return isLocale(language) ? language : 'id'
}

/** A text shown to people, per language. Indonesian is always there. */
export interface LocalizedText {
  readonly id: string
  readonly en?: string
  readonly jv?: string
  readonly su?: string
}

/** The text in the locale; where it is missing, Indonesian (also for English: a true foreign sentence beats none). */
export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.id
}
