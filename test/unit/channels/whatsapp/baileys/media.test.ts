import type { AddressInfo } from 'node:net'
import type { MediaType } from '@whiskeysockets/baileys'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentOf, createBaileysMedia } from '../../../../../src/channels/whatsapp/baileys/media.ts'
import { MOST_MEDIA_BYTES } from '../../../../../src/core/media.ts'
import { type FilesServer, filesServer, type PutFile } from '../../../../support/whatsapp/files-server.ts'

let server: FilesServer
let webUrl: string
beforeEach(async () => {
  server = filesServer()
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve))
  webUrl = `ws://127.0.0.1:${(server.http.address() as AddressInfo).port}/ws/chat`
})
afterEach(() => {
  server.http.closeAllConnections()
  server.http.close()
})

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...new Array(100).fill(7)])
const put = (bytes = JPEG, type: MediaType = 'image', change?: Parameters<FilesServer['put']>[3]) =>
  server.put(bytes, type, 'image/jpeg', change)
const fetchMedia = (reference: string) => createBaileysMedia(webUrl)(reference, AbortSignal.timeout(5_000))
const referenceOf = (file: PutFile) => attachmentOf('photo', file)?.reference ?? ''

describe('a file in a message', () => {
  it('is told with what its fetching needs, and no more', async () => {
    const file = await put()
    expect(attachmentOf('photo', file)).toEqual({
      kind: 'attachment',
      what: 'photo',
      reference: `image ${Buffer.from(file.mediaKey).toString('base64')} ${file.directPath}`,
      mime: 'image/jpeg',
      bytes: JPEG.byteLength,
      caption: '',
    })
  })

  it('cannot be fetched without its key or its path', async () => {
    const file = await put()
    for (const change of [
      { mediaKey: undefined },
      { mediaKey: new Uint8Array(31) },
      { directPath: undefined },
      { directPath: `/${'x'.repeat(2_000)}` },
    ])
      expect(attachmentOf('photo', { ...file, ...change } as PutFile)).toBeUndefined()
  })
})

describe('a file that somebody sent', () => {
  it.each([
    ['photo', 'image'],
    ['video', 'video'],
    ['voice', 'audio'],
    ['document', 'document'],
  ] as const)('is fetched and opened: %s', async (what, type) => {
    const reference = attachmentOf(what, await put(JPEG, type))?.reference ?? ''
    expect(await fetchMedia(reference)).toEqual({
      kind: 'media',
      bytes: Buffer.from(JPEG),
      mime: 'image/jpeg',
    })
  })

  it('is what its bytes say, not what it claims to be', async () => {
    const file = await put(new TextEncoder().encode('<html><script>alert(1)'))
    expect(await fetchMedia(referenceOf(file))).toEqual({ kind: 'refused', reason: 'type' })
  })

  it('is refused when it is too large, whatever it says', async () => {
    const bytes = new Uint8Array(MOST_MEDIA_BYTES + 64)
    bytes.set(JPEG)
    expect(await fetchMedia(referenceOf(await put(bytes)))).toEqual({ kind: 'refused', reason: 'too_big' })
  })

  it('is gone when WhatsApp has it no longer', async () => {
    const file = { ...(await put()), directPath: '/v/other' }
    expect(await fetchMedia(referenceOf(file))).toEqual({ kind: 'refused', reason: 'gone' })
  })

  it.each([
    ['changed', (sealed: Buffer) => Buffer.concat([Buffer.from([1]), sealed.subarray(1)])],
    ['cut off', (sealed: Buffer) => sealed.subarray(0, -16)],
    ['empty', () => Buffer.alloc(0)],
  ])('is worth another try when it was %s on its way', async (_, change) => {
    const file = await put(JPEG, 'image', change)
    expect(await fetchMedia(referenceOf(file))).toEqual({ kind: 'refused', reason: 'network' })
  })

  it.each(['//evil.example/x', '/\\evil.example/x', '@evil.example/x', 'https://evil.example/x', ''])(
    'is not fetched from where the sender wants: %j',
    async (directPath) => {
      const file = { ...(await put()), directPath }
      expect(await fetchMedia(referenceOf(file))).toEqual({ kind: 'refused', reason: 'gone' })
      expect(server.asked).toEqual([])
    },
  )
})
