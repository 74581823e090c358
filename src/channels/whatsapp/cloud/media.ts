import { type FetchMedia, MOST_MEDIA_BYTES, readMedia } from '../../../core/media.ts'
import type { GraphApi } from './graph-api.ts'

/** Meta gives a file in two steps: its id leads to an address that holds for five minutes, and that to the bytes. */
export function createCloudMedia(api: Pick<GraphApi, 'media' | 'download'>): FetchMedia {
  return async (reference, signal) => {
    // A number, as far as Meta tells; whatever else it is must not become a path.
    if (!/^[\w-]{1,256}$/.test(reference)) return { kind: 'refused', reason: 'gone' }
    const place = await api.media(reference, signal)
    if (place.kind !== 'ok') {
      const gone = place.kind === 'refused' && (place.status === 404 || place.status === 400)
      return { kind: 'refused', reason: gone ? 'gone' : 'network' }
    }
    const { url, bytes } = place.result
    if (bytes !== null && bytes > MOST_MEDIA_BYTES) return { kind: 'refused', reason: 'too_big' }
    try {
      return await readMedia(await api.download(url, signal))
    } catch {
      return { kind: 'refused', reason: 'network' }
    }
  }
}
