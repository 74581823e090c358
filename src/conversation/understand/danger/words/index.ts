import { CALM } from './calm.ts'
import { CAPTIVITY } from './captivity.ts'
import { FRAMES } from './frames.ts'
import { HARM } from './harm.ts'
import { LURE } from './lure.ts'
import { MONEY } from './money.ts'
import { NEEDS } from './needs.ts'
import { NEGATION } from './negation.ts'
import { OFFER } from './offer.ts'
import { PEOPLE } from './people.ts'
import { PERIL } from './peril.ts'
import { PLEA } from './plea.ts'
import { QUESTION } from './question.ts'
import { ROUTE } from './route.ts'
import { SELF_HARM } from './self-harm.ts'
import { SEXUAL } from './sexual.ts'
import { SKIP } from './skip.ts'
import { TIME } from './time.ts'

/** Every concept we listen for, and the words it is heard in. */
export const WORDS = {
  ...PEOPLE,
  ...TIME,
  ...NEGATION,
  ...PLEA,
  ...HARM,
  ...CAPTIVITY,
  ...NEEDS,
  ...SEXUAL,
  ...SELF_HARM,
  ...PERIL,
  ...CALM,
  ...OFFER,
  ...QUESTION,
  ...ROUTE,
  ...LURE,
  ...MONEY,
  ...SKIP,
  ...FRAMES,
} as const satisfies Record<string, readonly string[]>
export type Concept = keyof typeof WORDS
