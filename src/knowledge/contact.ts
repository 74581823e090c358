import type { Citation } from '../core/citation.ts'
import type { ContactId, CountryCode, RegionCode } from '../core/ids.ts'
import type { LocalizedText } from '../core/locale.ts'

/** Offices and lines inside Indonesia, helpers, and missions abroad. */
export const CONTACT_KINDS = [
  'hotline',
  'bp3mi',
  'p4mi',
  'ltsa',
  'disnaker',
  'mission',
  'ngo',
  'insurance',
  'bank',
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** How well a contact is supported. `unverified` ones are never seeded and never shown. */
export const CONFIDENCES = ['official', 'news', 'directory'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export interface Contact {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly name: LocalizedText
  /** The region it serves: a BP3MI's province, a dinas' regency or city; null for national lines and missions. */
  readonly region: RegionCode | null
  /** Further regions an office is known to serve. */
  readonly serves: readonly RegionCode[]
  /** The country a mission (or a foreign hotline) is in; null inside Indonesia. */
  readonly country: CountryCode | null
  readonly city: string | null
  readonly address: string | null
  readonly phones: readonly string[]
  readonly whatsapp: readonly string[]
  readonly email: readonly string[]
  readonly web: string | null
  readonly hours: LocalizedText | null
  readonly position: { readonly lat: number; readonly lon: number } | null
  readonly confidence: Confidence
  readonly note: LocalizedText | null
  /** The national line everybody is given when nothing nearer is known. Exactly one contact has it. */
  readonly national: boolean
  readonly citations: readonly Citation[]
}
