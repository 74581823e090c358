/** Whatever people send, the engine answers: never a crash, never an empty reply, never an oversized state. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ConversationState, initialState } from '../../../src/conversation/state.ts'
import { COMMANDS, type TurnInput } from '../../../src/core/input.ts'
import { LOCALES } from '../../../src/core/locale.ts'
import { TOPICS } from '../../../src/core/topic.ts'
import { checkReply as check } from '../../support/check-reply.ts'
import { type TestEngine, testEngine } from '../../support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

const text = (value: string): TurnInput => ({ kind: 'text', text: value })

const ODD: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: '   \n\t ',
  '10 000 letters': 'a'.repeat(10_000),
  '10 000 characters of words': 'syarat kerja ke Taiwan dan biayanya '.repeat(280),
  '10 000 commas': ','.repeat(10_000),
  '5 000 short sentences': 'ya. '.repeat(2_500),
  'only emoji': '😀😭🙏🏽👨‍👩‍👧‍👦🇮🇩',
  'control characters': '\u0000\u0001\u0007\u001b[2J\u007f\u0085',
  'right-to-left marks': '\u202e\u200f\u2067biaya ke taiwan\u2069\u202c',
  'zero-width characters': 'bi\u200baya\u200d ke\ufeff taiwan',
  HTML: '<img src=x onerror=alert(1)><script>alert(document.cookie)</script>',
  SQL: '\'; DROP TABLE "Person"; -- ',
  template: '{{constructor.constructor("return process")()}} $t(answer) %s',
  'prototype keys': '__proto__ constructor prototype hasOwnProperty toString valueOf',
  'one prototype key': '__proto__',
  'a lone high surrogate': 'biaya \ud83d ke taiwan',
  'a lone low surrogate': '\ude00',
  'combining marks': `b${'\u0301'.repeat(500)}iaya`,
  Arabic: 'كيف أعمل في السعودية',
  Chinese: '我想去台湾工作',
  'a URL': 'https://example.com/?a=1&b=2#c',
  'only digits': '08123456789',
  'a huge number': '9'.repeat(400),
  'an impossible date': 'tanggal 99/99/9999 jam 25:61',
  'only punctuation': '?!?!...,,,;;;',
  'line separators': 'satu\u2028dua\u2029tiga\r\nempat',
}

describe('odd texts', () => {
  it.each(Object.entries(ODD))('%s', (_, value) => {
    check(engine.take(text(value)))
  })

  it('never come back: markup of the person stands in no reply', () => {
    for (const value of [ODD.HTML ?? '', '<b>MoU</b> <i>Sukabumi</i>', 'MoU "Malang"><script>']) {
      expect(engine.say(value).said.text).not.toMatch(/[<>]/)
    }
  })

  it('say that a text was cut, when it was', () => {
    const { reply } = engine.say('syarat kerja ke Taiwan '.repeat(500))
    expect(reply.parts.map(({ key }) => key)).toContain('refuse.tooLong')
  })
})

describe('any input', () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    // Lone surrogates and all: any row of UTF-16 units.
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          ...'mou sukabumi kota yang jember biaya taiwan 1 2 kedua ya tidak hapus data saya tolong paspor ditahan kalau terus isinya kapan siapa english menu lanjut singkat banjar kbri gaji'.split(
            ' ',
          ),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  )
  const inputs: fc.Arbitrary<TurnInput> = fc.oneof(
    { weight: 6, arbitrary: strings.map(text) },
    {
      weight: 2,
      arbitrary: fc
        .oneof(
          fc.string(),
          fc.constantFrom(
            'more',
            'menu',
            'forget_yes',
            'forget_no',
            'region:32.72',
            'region:99',
            'country:JP',
            'country:ZZ',
          ),
          fc.constantFrom(...TOPICS).map((topic) => `topic:${topic}`),
          fc.constantFrom(...LOCALES).map((locale) => `locale:${locale}`),
        )
        .map((value) => ({ kind: 'choice' as const, value })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('location' as const), lat: fc.double(), lon: fc.double() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('command' as const),
        name: fc.constantFrom(...COMMANDS),
        argument: fc.oneof(fc.string(), fc.constantFrom('35_09', 'en', '99.99', '__proto__')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('photo', 'voice', 'video', 'document', 'sticker', 'contact', 'other')
        .map((what) => ({ kind: 'unsupported', what }) as const),
    },
  )

  it('is answered, in any order, through a stored state', () => {
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1, maxLength: 6 }), (conversation) => {
        let state: ConversationState = initialState()
        for (const input of conversation) {
          const said = engine.take(input, state)
          check(said)
          state = JSON.parse(JSON.stringify(said.state)) as ConversationState
        }
      }),
      { numRuns: 120 },
    )
  })

  it('gives the same reply and state again for the same input', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...LOCALES), (input, locale) => {
        const first = engine.take(input, initialState(locale))
        // Another message in between: nothing of it may stay in the engine.
        engine.say('mou kota sukabumi, gaji ditahan')
        expect(engine.take(input, initialState(locale))).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  it('is answered with a state whose ids the knowledge no longer has', () => {
    const stale = {
      ...initialState(),
      topic: 'agreement.status',
      region: '99.99',
      country: 'ZZ',
      agreement: 'gone',
      pending: { kind: 'region', topic: 'agreement.status', candidates: ['99.98', '99.99'] },
      choices: ['region:99.98', 'region:99.99', 'nonsense'],
      told: ['gone'],
      settled: ['99.99'],
      unsettled: ['99.98'],
    } as unknown as ConversationState
    for (const value of ['isinya?', '1', 'yang kota', 'dua duanya', 'lebih lanjut', 'kalau di jember?']) {
      check(engine.take(text(value), stale))
    }
    check(engine.take({ kind: 'choice', value: 'more' }, stale))
  })
})
