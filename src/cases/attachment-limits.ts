/** Files that are kept with a case: what a report shows, and nothing that could do harm to who opens it. */
export const KEPT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
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

/** What is known before it was fetched; the vendor's word for the type may be missing, or wrong. */
export function refusedBefore(mime: string | null, bytes: number | null): AttachmentRefusal | null {
  if (bytes !== null && bytes > MOST_BYTES) return 'too_large'
  return mime !== null && !isKeptType(mime) ? 'wrong_type' : null
}

/** What the file itself says, by its first bytes: what a sender calls it does not count. */
export function typeOf(bytes: Uint8Array): (typeof KEPT_TYPES)[number] | undefined {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  return text(0, 5) === '%PDF-' ? 'application/pdf' : undefined
}

function isKeptType(mime: string): boolean {
  const bare = mime.split(';')[0]?.trim().toLowerCase() ?? ''
  return (KEPT_TYPES as readonly string[]).includes(bare === 'image/jpg' ? 'image/jpeg' : bare)
}
