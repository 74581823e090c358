import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bodyOf } from '../../../../../src/channels/whatsapp/cloud/calls.ts'
import { createGraphApi } from '../../../../../src/channels/whatsapp/cloud/graph-api.ts'
import { createCloudMedia } from '../../../../../src/channels/whatsapp/cloud/media.ts'
import { MOST_MEDIA_BYTES } from '../../../../../src/core/media.ts'
import { CLOUD, type FakeGraphApi, fakeGraphApi } from '../../../../e2e/whatsapp/graph-api.ts'

let server: FakeGraphApi
beforeEach(async () => {
  server = await fakeGraphApi()
})
afterEach(() => server.close())

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...new Array(20).fill(7)])
const fetchMedia = (reference: string, token: string = CLOUD.token) =>
  createCloudMedia(createGraphApi({ token, phoneNumberId: CLOUD.phoneNumberId, root: server.url }))(
    reference,
    AbortSignal.timeout(5_000),
  )

describe('a file that somebody sent', () => {
  it('is fetched in two steps, with our token', async () => {
    server.file('100', { bytes: JPEG, mime: 'image/jpeg' })
    expect(await fetchMedia('100')).toEqual({ kind: 'media', bytes: JPEG, mime: 'image/jpeg' })
    expect([...server.shown]).toEqual([`Bearer ${CLOUD.token}`])
  })

  it('is what its bytes say, not what it claims to be', async () => {
    server.file('100', { bytes: new TextEncoder().encode('<html><script>alert(1)'), mime: 'image/jpeg' })
    expect(await fetchMedia('100')).toEqual({ kind: 'refused', reason: 'type' })
    server.file('101', { bytes: JPEG, mime: 'application/x-msdownload' })
    expect(await fetchMedia('101')).toMatchObject({ kind: 'media', mime: 'image/jpeg' })
  })

  it.each([
    ['says so', 24, MOST_MEDIA_BYTES + 1],
    ['is so, whatever it says', MOST_MEDIA_BYTES + 1, 24],
  ])('is refused when it is too large and %s', async (_, length, claims) => {
    const bytes = new Uint8Array(length)
    bytes.set(JPEG)
    server.file('100', { bytes, mime: 'image/jpeg', claims })
    expect(await fetchMedia('100')).toEqual({ kind: 'refused', reason: 'too_big' })
  })

  it('is gone when Meta knows it no longer', async () => {
    expect(await fetchMedia('404')).toEqual({ kind: 'refused', reason: 'gone' })
  })

  it.each(['../me', '100/../../x', '', 'x'.repeat(257)])(
    'is never asked for by a path: %j',
    async (reference) => {
      expect(await fetchMedia(reference)).toEqual({ kind: 'refused', reason: 'gone' })
      expect(server.shown.size).toBe(0)
    },
  )

  it('is worth another try when our token or the way is the trouble', async () => {
    expect(await fetchMedia('100', 'token-lain')).toEqual({ kind: 'refused', reason: 'network' })
  })

  it.each([
    'http://127.0.0.1:9/x',
    'https://evil.example/x',
    'https://notfbsbx.com/x',
    'file:///etc/passwd',
    'x',
  ])('is not fetched from an address that is not Meta: %s', async (url) => {
    server.file('100', { bytes: JPEG, mime: 'image/jpeg', url })
    expect(await fetchMedia('100')).toEqual({ kind: 'refused', reason: 'network' })
  })
})

describe('a picture that we send', () => {
  it('is put at Meta before, and named by the id it got', async () => {
    const api = createGraphApi({ token: CLOUD.token, phoneNumberId: CLOUD.phoneNumberId, root: server.url })
    const uploaded = await api.upload(JPEG, 'image/jpeg', AbortSignal.timeout(5_000))
    expect(uploaded).toEqual({ kind: 'ok', result: 'upload-1' })
    expect(server.uploads).toMatchObject([{ type: 'image/jpeg' }])
    const image = { kind: 'image', bytes: JPEG, mime: 'image/jpeg', caption: 'Grafik' } as const
    expect(bodyOf(image, 'upload-1')).toEqual({ type: 'image', image: { id: 'upload-1', caption: 'Grafik' } })
  })
})
