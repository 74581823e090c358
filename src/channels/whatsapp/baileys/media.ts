import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { DEFAULT_ORIGIN, getMediaKeys, type MediaType, type proto, toNumber } from '@whiskeysockets/baileys'
import type { AttachmentKind, TurnInput } from '../../../core/input.ts'
import {
  type FetchedMedia,
  type FetchMedia,
  type MediaRefusal,
  MOST_MEDIA_BYTES,
  mediaTypeOf,
  readAtMost,
} from '../../../core/media.ts'

type Attachment = Extract<TurnInput, { kind: 'attachment' }>
/** What all messages with a file have. */
export type FileMessage = Pick<
  proto.Message.IImageMessage,
  'mediaKey' | 'directPath' | 'mimetype' | 'fileLength'
>

/** WhatsApp's names for kinds of files: each has keys of its own. */
const TYPES: Readonly<Record<AttachmentKind, MediaType>> = {
  photo: 'image',
  voice: 'audio',
  video: 'video',
  document: 'document',
}
const ROOT = 'https://mmg.whatsapp.net'
const KEY_BYTES = 32
const MAC_BYTES = 10
const MOST_PADDING = 16
const LONGEST_PATH = 1_500

/**
 * A file as something that can be fetched later: the key that opens it and the path under which it lies, encrypted, at
 * WhatsApp. Undefined when the message does not say both.
 */
export function attachmentOf(what: AttachmentKind, file: FileMessage): Attachment | undefined {
  const { mediaKey, directPath, mimetype, fileLength } = file
  if (mediaKey?.length !== KEY_BYTES || directPath == null || directPath.length > LONGEST_PATH)
    return undefined
  const bytes = toNumber(fileLength ?? 0)
  return {
    kind: 'attachment',
    what,
    reference: `${TYPES[what]} ${Buffer.from(mediaKey).toString('base64')} ${directPath}`,
    mime: mimetype?.slice(0, 256) ?? null,
    bytes: bytes > 0 ? bytes : null,
    caption: '',
  }
}

/**
 * Fetches a file and opens it. Not with Baileys' own function: that one asks whatever host the sender named, knows no
 * limit and checks no seal. `webUrl` is another server than WhatsApp's own; its files lie there, too.
 */
export function createBaileysMedia(webUrl: string | undefined): FetchMedia {
  const root = webUrl === undefined ? ROOT : new URL(webUrl.replace(/^ws/, 'http')).origin
  return async (reference, signal) => {
    const [type = '', key = '', path = ''] = reference.split(' ', 3)
    const url = urlIn(root, path)
    if (url === undefined) return refused('gone')
    try {
      const response = await fetch(url, { headers: { origin: DEFAULT_ORIGIN }, redirect: 'error', signal })
      const { status, ok, body } = response
      if (status === 404 || status === 410) return refused('gone')
      if (!ok || body === null) return refused('network')
      const sealed = await readAtMost(body, MOST_MEDIA_BYTES + MOST_PADDING + MAC_BYTES)
      if (sealed === undefined) return refused('too_big')
      const bytes = await opened(sealed, Buffer.from(key, 'base64'), type as MediaType)
      if (bytes === undefined) return refused('network')
      const mime = mediaTypeOf(bytes)
      return mime === undefined ? refused('type') : { kind: 'media', bytes, mime }
    } catch {
      return refused('network')
    }
  }
}

/** The sender wrote the path: it may not lead anywhere else. */
function urlIn(root: string, path: string): URL | undefined {
  const url = path.startsWith('/') && URL.canParse(path, root) ? new URL(path, root) : undefined
  return url?.origin === root ? url : undefined
}

/** Undefined: not what the sender sealed, or not all of it. */
async function opened(sealed: Uint8Array, key: Buffer, type: MediaType): Promise<Uint8Array | undefined> {
  const { iv, cipherKey, macKey = Buffer.alloc(0) } = await getMediaKeys(key, type)
  const content = sealed.subarray(0, -MAC_BYTES)
  const mac = createHmac('sha256', macKey).update(iv).update(content).digest().subarray(0, MAC_BYTES)
  const given = sealed.subarray(content.length)
  if (given.length !== MAC_BYTES || !timingSafeEqual(mac, given)) return undefined
  const aes = createDecipheriv('aes-256-cbc', cipherKey, iv)
  return Buffer.concat([aes.update(content), aes.final()])
}

function refused(reason: MediaRefusal): FetchedMedia {
  return { kind: 'refused', reason }
}
