import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mediaTypeOf, readAtMost, readMedia } from '../../../src/core/media.ts'

const bytes = (...parts: (string | number)[]) => {
  const start = parts.flatMap((part) =>
    typeof part === 'number' ? [part] : [...part].map((sign) => sign.charCodeAt(0)),
  )
  return new Uint8Array([...start, ...new Array(16).fill(0)])
}

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe1)],
    ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n')],
    ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBP')],
    ['application/pdf', bytes('%PDF-1.7')],
    ['audio/ogg', bytes('OggS')],
    ['audio/mpeg', bytes('ID3')],
    ['audio/mpeg', bytes(0xff, 0xfb)],
    ['audio/amr', bytes('#!AMR\n')],
    ['audio/mp4', bytes(0, 0, 0, 32, 'ftypM4A ')],
    ['video/mp4', bytes(0, 0, 0, 32, 'ftypisom')],
    ['video/3gpp', bytes(0, 0, 0, 32, 'ftyp3gp4')],
  ])('is known by its first bytes: %s', (type, file) => {
    expect(mediaTypeOf(file)).toBe(type)
  })

  it.each([
    ['a program', bytes('MZ', 0x90)],
    ['a page', bytes('<!doctype html>')],
    ['a drawing that may hold a script', bytes('<svg xmlns=')],
    ['an archive', bytes('PK', 3, 4)],
    ['another picture in the same box', bytes(0, 0, 0, 32, 'ftypheic')],
    ['too little to tell', new Uint8Array([0xff, 0xd8, 0xff])],
    ['nothing', new Uint8Array()],
  ])('is not one of ours: %s', (_, file) => {
    expect(mediaTypeOf(file)).toBeUndefined()
  })
})

async function* streamOf(chunks: readonly Uint8Array[], taken: number[] = []) {
  for (const [index, chunk] of chunks.entries()) {
    taken.push(index)
    yield chunk
  }
}

describe('a stream', () => {
  it('is read whole when it is short enough, and not at all beyond', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(chunks, fc.nat({ max: 200 }), async (parts, most) => {
        const whole = parts.flatMap((part) => [...part])
        const read = await readAtMost(streamOf(parts), most)
        expect(read).toEqual(whole.length <= most ? new Uint8Array(whole) : undefined)
      }),
    )
  })

  it('is left as soon as it is too long', async () => {
    const taken: number[] = []
    const endless = Array.from({ length: 100 }, () => new Uint8Array(10))
    expect(await readAtMost(streamOf(endless, taken), 25)).toBeUndefined()
    expect(taken).toEqual([0, 1, 2])
  })
})

describe('a file in an answer', () => {
  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [500, 'network'],
    [401, 'network'],
  ])('with status %s is refused: %s', async (status, reason) => {
    expect(await readMedia(new Response(bytes('%PDF-1.7'), { status }))).toEqual({ kind: 'refused', reason })
  })

  it('that breaks off is worth another try', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'))
      },
    })
    expect(await readMedia(new Response(body))).toEqual({ kind: 'refused', reason: 'network' })
  })
})
