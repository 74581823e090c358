/** A faint cry that sounds like another field, but names an employer, is heard. */
import { describe, expect, it } from 'vitest'
import { testEngine } from '../../support/engine.ts'

const engine = await testEngine()

describe('who is left somewhere by an employer', () => {
  it.each([
    ['majikan buang saya di gurun malem2 tanpa hp, ini pinjem hp supir truk'],
    ['majikan ninggalin saya di pinggir tol malam2, ini numpang wa orang'],
    ['juragan mbuwang aku ning alas mbengi mbengi, iki nyilih hp sopir'],
  ])('is in danger: %s', (text) => {
    expect(engine.say(text).reply.danger).toBe('emergency')
  })

  it('is not, where only things of home are spoken of', () => {
    expect(engine.say('motor saya ditinggal di pinggir tol malam2, derek bayar berapa').reply.danger).toBe(
      'none',
    )
  })
})
