import { describe, expect, it } from 'vitest'
import { type ApiAnswer, createBotApi } from '../../../../src/channels/telegram/bot-api.ts'
import { createTelegramMedia } from '../../../../src/channels/telegram/media.ts'
import { MOST_MEDIA_BYTES } from '../../../../src/core/media.ts'
import { fakeBotApi, refusal, TOKEN } from '../../../support/telegram/fake-bot-api.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 a paper')

/** What `getFile` says, and what lies at the path that it names. */
async function fetched(answer: unknown, bytes: Uint8Array<ArrayBuffer> | Error = PDF) {
  const asked: string[] = []
  const media = createTelegramMedia({
    call: async () => answer as ApiAnswer<never>,
    download: async (path) => {
      asked.push(path)
      if (bytes instanceof Error) throw bytes
      return new Response(bytes)
    },
  })
  return { media: await media('BQACuji', AbortSignal.timeout(1_000)), asked }
}
const at = (file_path: string | undefined, file_size?: number) => ({
  kind: 'ok',
  result: { file_id: 'x', file_unique_id: 'y', file_path, file_size },
})

describe('a file that somebody sent to the bot', () => {
  it('is fetched in two steps', async () => {
    expect(await fetched(at('documents/file_1.pdf', PDF.length))).toEqual({
      media: { kind: 'media', bytes: PDF, mime: 'application/pdf' },
      asked: ['documents/file_1.pdf'],
    })
  })

  it.each([
    [
      'too big, as Telegram says',
      { kind: 'refused', code: 400, description: 'Bad Request: file is too big' },
      'too_big',
    ],
    ['too big, as its size says', at('x/y', MOST_MEDIA_BYTES + 1), 'too_big'],
    ['gone', { kind: 'refused', code: 400, description: 'Bad Request: wrong file_id' }, 'gone'],
    ['without a path', at(undefined), 'gone'],
    ['at a path that leads elsewhere', at('../../getMe'), 'gone'],
    ['at a path of another host', at('@evil.example/x'), 'gone'],
    ['out of reach', { kind: 'unreachable', detail: 'ECONNRESET' }, 'network'],
    ['refused for now', { kind: 'refused', code: 429, description: 'Too Many Requests' }, 'network'],
  ])('is refused when it is %s', async (_, answer, reason) => {
    expect(await fetched(answer)).toEqual({ media: { kind: 'refused', reason }, asked: [] })
  })

  it('is refused when it is no file we keep', async () => {
    const { media } = await fetched(at('documents/a.exe'), new TextEncoder().encode('MZ this is a program'))
    expect(media).toEqual({ kind: 'refused', reason: 'type' })
  })

  it('is worth another try when it breaks off, and the error that names the token goes nowhere', async () => {
    const { media } = await fetched(at('a/b'), new Error(`https://api.telegram.org/file/bot${TOKEN}/a/b`))
    expect(media).toEqual({ kind: 'refused', reason: 'network' })
  })

  it('is asked for with the token in its place', async () => {
    const server = await fakeBotApi()
    server.script('getFile', refusal(400, 'Bad Request: file is too big'))
    const media = createTelegramMedia(createBotApi({ token: TOKEN, apiRoot: server.url }))
    expect(await media('BQACuji', AbortSignal.timeout(5_000))).toEqual({ kind: 'refused', reason: 'too_big' })
    expect(server.callsOf('getFile')).toEqual([{ file_id: 'BQACuji' }])
    await server.close()
  })
})
