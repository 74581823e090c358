import en from '../../locales/en/messages.json' with { type: 'json' }
import id from '../../locales/id/messages.json' with { type: 'json' }
import jv from '../../locales/jv/messages.json' with { type: 'json' }
import su from '../../locales/su/messages.json' with { type: 'json' }
import type { Locale } from '../core/locale.ts'

/** The wording that is shipped. A language that is not here is worded in Indonesian. */
export const RESOURCES: Partial<Record<Locale, object>> = { id, en, jv, su }
