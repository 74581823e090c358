/** What is of no language does not change the language of a talk. */
import { beforeAll, expect, it } from 'vitest'
import { initialState } from '../../../src/conversation/state.ts'
import { LOCALES } from '../../../src/core/locale.ts'
import { type TestEngine, testEngine } from '../../support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

it('numbers, codes and dates', () => {
  for (const locale of LOCALES)
    for (let step = 0; step < 200; step += 1) {
      const code = String((step * 48_271) % 1_000_000).padStart(6, '0')
      expect(engine.say(code, initialState(locale)).reply.locale, code).toBe(locale)
    }
})

it('the name of a place alone', () => {
  for (const name of ['kabupaten bandung', 'Garut', 'kota banjar', 'Sumenep'])
    for (const locale of LOCALES)
      expect(engine.say(name, initialState(locale)).reply.locale, name).toBe(locale)
})

it('but a sentence does', () => {
  expect(engine.say('nyuwun pirsa, kula badhe nyambut damel wonten Taiwan').reply.locale).toBe('jv')
})
