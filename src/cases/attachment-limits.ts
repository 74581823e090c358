import { MEDIA_TYPES } from '../core/media.ts'

/** Larger files of a report are not kept. */
export const MOST_BYTES = 8 * 1024 * 1024

export const ATTACHMENT_REFUSALS = [
  'too_large',
  'wrong_type',
  /** The vendor does not have it any more, or never let us have it. */
  'gone',
  /** Three tries failed. */
  'failed',
] as const
export type AttachmentRefusal = (typeof ATTACHMENT_REFUSALS)[number]

/** Vendors' words for "I do not know": what it is, the file itself will say. */
const UNSAID = ['application/octet-stream', 'binary/octet-stream', 'image/jpg', '']

/** What is known before it was fetched. The vendor may not say the type, or the size. */
export function refusedBefore(mime: string | null, bytes: number | null): AttachmentRefusal | null {
  if (bytes !== null && bytes > MOST_BYTES) return 'too_large'
  const bare = mime?.split(';')[0]?.trim().toLowerCase() ?? ''
  return UNSAID.includes(bare) || (MEDIA_TYPES as readonly string[]).includes(bare) ? null : 'wrong_type'
}
