import { describe, expect, it } from 'vitest'
import { ask } from '../../../../src/channels/terminal/ask.ts'
import type { Converse, Inbound } from '../../../../src/core/channel.ts'
import { said } from '../said.ts'

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

/** Runs `ask` over the input and gives the parsed answers, and what the engine was told. */
async function run(input: AsyncIterable<Uint8Array>, converse?: Converse) {
  const heard: Inbound[] = []
  let out = ''
  await ask({
    input,
    write: async (text) => {
      out += text
    },
    converse: async (inbound) => {
      heard.push(inbound)
      return converse === undefined ? said('Jawaban') : converse(inbound)
    },
    defaultLocale: 'id',
  })
  const lines = out === '' ? [] : out.trimEnd().split('\n')
  return { heard, answers: lines.map((line) => JSON.parse(line)) }
}

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('ask', () => {
  it('answers a line in the documented form', async () => {
    const { answers } = await run(chunks('{"id":"7","text":"biaya"}\n'))
    expect(answers).toEqual([
      {
        id: '7',
        action: 'answer',
        topic: 'placement.cost',
        topics: ['placement.cost'],
        confidence: 0.912,
        locale: 'id',
        danger: 'none',
        regions: [],
        countries: [],
        text: 'Jawaban',
        choices: [{ label: 'Lebih lanjut' }],
        citations: [
          {
            publisher: 'Kementerian Uji',
            title: 'Peraturan <b>Uji</b>',
            publishedOn: null,
            url: 'https://uji.example/aturan',
          },
        ],
        contacts: [{ id: 'hotline', name: 'Hotline', phones: ['0800-1000', '129'] }],
      },
    ])
  })

  it('keeps the order and goes on after a bad line', async () => {
    const { answers } = await run(chunks('{"id":1,"text":"a"}\n{oops\n{"id":3,"text":"c"}'))
    expect(answers.map(({ id }) => id)).toEqual([1, null, 3])
    expect(answers[1].error).toMatch(/not valid JSON/)
  })

  it.each([
    ['{"id":"5","text":5}', '5', '"text" is 5; expected a string with the message.'],
    ['{"id":"6","text":null}', '6', '"text" is null; expected a string with the message.'],
    ['{"id":"7"}', '7', '"text" is missing; expected a string with the message (or a "location").'],
    ['{"text":"a"}', null, '"id" is missing; expected a string or number that the answer will carry.'],
    [
      '{"id":{},"text":"a"}',
      null,
      '"id" is an object; expected a string or number that the answer will carry.',
    ],
    ['{"id":"8","text":"a","locale":"fr"}', '8', '"locale" is "fr"; expected one of id, en, jv, su.'],
    [
      '{"id":"9","text":"a","location":{"lat":95,"lon":1}}',
      '9',
      '"location.lat" is 95; expected a number from -90 to 90.',
    ],
    [
      '[]',
      null,
      'The line is an array; expected a JSON object like {"id":"1","text":"syarat kerja ke Jepang"}.',
    ],
    [
      'null',
      null,
      'The line is null; expected a JSON object like {"id":"1","text":"syarat kerja ke Jepang"}.',
    ],
  ])('says what is wrong with %s', async (line, id, error) => {
    const { answers, heard } = await run(chunks(`${line}\n`))
    expect(answers).toEqual([{ id, error }])
    expect(heard).toEqual([])
  })

  it('finds the id in a line it cannot parse', async () => {
    const { answers } = await run(chunks('{"id": "a\\"b", "text": "x\n{"id": 12, "text"\n'))
    expect(answers.map(({ id }) => id)).toEqual(['a"b', 12])
  })

  it('takes a byte order mark, carriage returns, blank lines and split characters', async () => {
    const bytes = Buffer.from('\uFEFF{"id":"1","text":"é"}\r\n\r\n  \n{"id":"2","text":"😀"}\r\n')
    const { heard, answers } = await run(chunks(...[...bytes].map((byte) => Uint8Array.of(byte))))
    expect(answers.map(({ id }) => id)).toEqual(['1', '2'])
    expect(heard.map(({ input }) => input)).toEqual([
      { kind: 'text', text: 'é' },
      { kind: 'text', text: '😀' },
    ])
  })

  it('refuses a line over a megabyte without keeping it, and answers the next', async () => {
    const { answers } = await run(
      chunks(
        '{"id":"big","text":"',
        ...Array.from({ length: 40 }, () => 'x'.repeat(65_536)),
        '"}\n{"id":"2","text":"b"}\n',
      ),
    )
    expect(answers).toMatchObject([
      { id: 'big', error: expect.stringContaining('longer than 1048576 bytes') },
      { id: '2', text: 'Jawaban' },
    ])
  })

  it('is not fooled by __proto__ and unknown keys', async () => {
    const { answers } = await run(chunks('{"id":"1","text":"a","__proto__":{"locale":"en"},"more":1}\n'))
    expect(answers).toMatchObject([{ id: '1', text: 'Jawaban' }])
    expect(Object.hasOwn(Object.prototype, 'locale')).toBe(false)
  })

  it('lets lines of one conversation share their thread, and duplicate ids not', async () => {
    const { heard } = await run(
      chunks(
        '{"id":"1","text":"a","conversation":"c"}\n{"id":"1","text":"b","conversation":"c"}\n{"id":"1","text":"d"}\n{"id":"1","text":"e"}\n',
      ),
    )
    const [a, b, d, e] = heard.map(({ from }) => from.address)
    expect(a).toBe(b)
    expect(new Set([a, d, e]).size).toBe(3)
  })

  it('sends a location before the text it belongs to', async () => {
    const { heard, answers } = await run(
      chunks(
        '{"id":"1","text":"kantor terdekat","location":{"lat":-8,"lon":113}}\n{"id":"2","location":{"lat":-8,"lon":113}}\n',
      ),
    )
    expect(heard.map(({ input }) => input.kind)).toEqual(['location', 'text', 'location'])
    expect(answers).toHaveLength(2)
  })

  it('tells a bug of ours as the error of its line', async () => {
    const { answers } = await run(
      chunks('{"id":"1","text":"a"}\n{"id":"2","text":"b"}\n'),
      async ({ input }) => {
        if (input.kind === 'text' && input.text === 'a') throw new Error('broken')
        return said('Jawaban')
      },
    )
    expect(answers).toMatchObject([
      { id: '1', error: 'The message could not be answered: broken' },
      { id: '2' },
    ])
  })

  it('answers what has come while the input is still open', async () => {
    const { promise: first, resolve: answered } = withResolvers()
    async function* slow() {
      yield Buffer.from('{"id":"1","text":"a"}\n')
      await first // only the answer to the first line lets the second one come
      yield Buffer.from('{"id":"2","text":"b"}\n')
    }
    let out = ''
    await ask({
      input: slow(),
      write: async (text) => {
        out += text
        answered()
      },
      converse: async () => said('Jawaban'),
      defaultLocale: 'id',
    })
    expect(out.trimEnd().split('\n')).toHaveLength(2)
  })

  it('fails only when the input cannot be read', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"id":"1","text":"a"}\n')
      throw new Error('EIO: i/o error')
    }
    await expect(run(broken())).rejects.toThrow('EIO')
  })
})
