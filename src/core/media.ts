/**
 * Files that people send. A channel hands on only a reference; whoever keeps the file asks for it here, and gets bytes
 * that are small enough and are what they say, or the reason why not.
 */
export type FetchMedia = (reference: string, signal: AbortSignal) => Promise<FetchedMedia>

export type FetchedMedia =
  | { readonly kind: 'media'; readonly bytes: Uint8Array; readonly mime: MediaType }
  | { readonly kind: 'refused'; readonly reason: MediaRefusal }

/** `gone`: the vendor no longer has it, or never did. `network`: worth another try later. */
export type MediaRefusal = 'too_big' | 'type' | 'gone' | 'network'

/** What a report may keep: pictures, papers, what was recorded. Nothing that runs. */
export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'audio/ogg',
  'audio/mpeg',
  'audio/mp4',
  'audio/amr',
  'video/mp4',
  'video/3gpp',
] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** As large as WhatsApp lets people send pictures, recordings and films; Telegram gives bots no more than 20 MB. */
export const MOST_MEDIA_BYTES = 16 * 1024 * 1024

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** What a file is by its first bytes; undefined for everything that is not kept. Names and headers can say anything. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (bytes.length < 12) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\u001a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 0, 4) === 'OggS') return 'audio/ogg'
  if (ascii(bytes, 0, 5) === '#!AMR') return 'audio/amr'
  if (ascii(bytes, 0, 3) === 'ID3') return 'audio/mpeg'
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) return 'audio/mpeg'
  if (ascii(bytes, 4, 8) === 'ftyp') return ofBrand(ascii(bytes, 8, 12))
  return undefined
}

function ofBrand(brand: string): MediaType | undefined {
  if (brand.startsWith('M4A')) return 'audio/mp4'
  if (brand.startsWith('3gp')) return 'video/3gpp'
  return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV)$/.test(brand) ? 'video/mp4' : undefined
}

/**
 * The whole of a stream, or undefined as soon as it is longer than `most`: what the sender said about its length is not
 * believed.
 */
export async function readAtMost(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.byteLength
    if (length > most) return undefined
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Checks the body of an answer as a file to keep. Never throws. */
export async function readMedia(response: Response, most = MOST_MEDIA_BYTES): Promise<FetchedMedia> {
  const refused = (reason: MediaRefusal): FetchedMedia => ({ kind: 'refused', reason })
  try {
    const { status, body } = response
    if (status === 404 || status === 410) return refused('gone')
    if (!response.ok || body === null) return refused('network')
    if (Number(response.headers.get('content-length') ?? 0) > most) {
      await body.cancel()
      return refused('too_big')
    }
    const bytes = await readAtMost(body, most)
    if (bytes === undefined) return refused('too_big')
    const mime = mediaTypeOf(bytes)
    return mime === undefined ? refused('type') : { kind: 'media', bytes, mime }
  } catch {
    return refused('network')
  }
}
