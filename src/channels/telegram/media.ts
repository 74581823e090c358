import { type FetchMedia, MOST_MEDIA_BYTES, readMedia } from '../../core/media.ts'
import type { BotApi } from './bot-api.ts'

/** Telegram gives a file in two steps: its id leads to a path that holds for an hour, and that to the bytes. */
export function createTelegramMedia(api: Pick<BotApi, 'call' | 'download'>): FetchMedia {
  return async (reference, signal) => {
    const answer = await api.call('getFile', { file_id: reference }, signal)
    if (answer.kind === 'unreachable') return { kind: 'refused', reason: 'network' }
    if (answer.kind === 'refused') {
      if (answer.code !== 400 && answer.code !== 404) return { kind: 'refused', reason: 'network' }
      return { kind: 'refused', reason: /too big/i.test(answer.description) ? 'too_big' : 'gone' }
    }
    const { file_path: path, file_size: bytes } = answer.result
    if (path === undefined || !PATH.test(path) || path.includes('..'))
      return { kind: 'refused', reason: 'gone' }
    if (bytes !== undefined && bytes > MOST_MEDIA_BYTES) return { kind: 'refused', reason: 'too_big' }
    try {
      return await readMedia(await api.download(path, signal))
    } catch {
      // The error would name the address, and the token is a part of that.
      return { kind: 'refused', reason: 'network' }
    }
  }
}

const PATH = /^[\w][\w./-]{0,500}$/
