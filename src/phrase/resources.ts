import en from '../../locales/en/messages.json' with { type: 'json' }
import id from '../../locales/id/messages.json' with { type: 'json' }
import jv from '../../locales/jv/messages.json' with { type: 'json' }
import su from '../../locales/su/messages.json' with { type: 'json' }
import type { Locale } from '../core/locale.ts'

/**
 * The wording that is shipped. What is missing is worded in Indonesian: a language that is not here, and in Javanese and
 * Sundanese what only officers read (`officer.*`, `alert.*`).
 */
export const RESOURCES: Partial<Record<Locale, object>> = { id, en, jv, su }
