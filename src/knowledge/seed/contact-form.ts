import { z } from 'zod'
import type { ContactId } from '../../core/ids.ts'
import { CONFIDENCES, CONTACT_KINDS } from '../contact.ts'
import { cites, countryCode, id, list, localised, maybe, plainText, position, regionCode } from './forms.ts'

const TEXT_LIMIT = 700

/** `unverified` is not among the confidences: such a contact is never seeded. */
export const contactForm = z
  .strictObject({
    id: id<ContactId>(),
    kind: z.enum(CONTACT_KINDS),
    name: localised(TEXT_LIMIT),
    region: maybe(regionCode),
    serves: list(regionCode),
    country: maybe(countryCode),
    city: maybe(plainText),
    address: maybe(plainText),
    phones: list(plainText),
    whatsapp: list(plainText),
    email: list(z.email('is not an e-mail address')),
    web: maybe(plainText),
    hours: maybe(localised(TEXT_LIMIT)),
    position,
    confidence: z.enum(
      CONFIDENCES,
      'is not official, news or directory; an unverified contact is never seeded',
    ),
    note: maybe(localised(TEXT_LIMIT)),
    national: z.boolean().default(false),
    cites,
  })
  .superRefine((contact, context) => {
    if (contact.kind !== 'mission') return
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (contact.country === null) refuse('country', 'a mission needs its country')
    if (contact.region !== null || contact.serves.length > 0) refuse('region', 'a mission is not in a region')
    if (contact.national) refuse('national', 'a mission is not the national line')
  })
export type ContactRow = z.infer<typeof contactForm>
