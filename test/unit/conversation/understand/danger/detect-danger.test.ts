import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DangerScores } from '../../../../../src/conversation/understand/danger/danger-text.ts'
import { firstWords } from '../../../../../src/conversation/understand/danger/matching/lexicon.ts'
import { rules } from '../../../../../src/conversation/understand/danger/matching/rule.ts'
import { spelledOut } from '../../../../../src/conversation/understand/danger/matching/vowelless.ts'
import { DANGER_TRAINING } from '../../../../../src/conversation/understand/danger/training-labels.ts'
import { isTopic } from '../../../../../src/core/topic.ts'
import { read } from './reading.ts'

const SURE: DangerScores = { none: 0.002, illegal_offer: 0.003, emergency: 0.995 }

describe('detectDanger', () => {
  it('never throws and always answers, whatever the text', { timeout: 60_000 }, () => {
    const words = fc.array(fc.constantFrom(...[...firstWords().keys()].slice(0, 4000)), { maxLength: 80 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          words.map((list) => list.join(' ')),
        ),
        (text) => {
          const { danger, signs } = read(text)
          expect(['none', 'illegal_offer', 'emergency']).toContain(danger)
          if (danger === 'none') expect(signs).toEqual([])
        },
      ),
      { numRuns: 120 },
    )
  })

  it('gives the same reading twice', () => {
    const text = 'paspor saya ditahan majikan dan saya dikunci. dulu tidak begitu'
    expect(read(text)).toEqual(read(text))
  })

  it('takes a sure model at its word, without a sign', () => {
    const told = 'semalam begitu lagi dan lagi, saya diam saja'
    expect(read(told, SURE)).toMatchObject({ danger: 'emergency', signs: [] })
    // So few words say nothing by themselves, whatever they remind of.
    expect(read('terus saya harus hubungi siapa', SURE).danger).toBe('none')
  })

  it('puts an emergency before an offer', () => {
    const { danger } = read('ditawari kerja di kamboja, ternyata disekap dan disiksa, minta tebusan 50 juta')
    expect(danger).toBe('emergency')
  })

  it('reads words written apart and without vowels', () => {
    expect(read('tlg sy di siksa majikan').danger).toBe('emergency')
    expect(read('sy dskp di kamar').danger).toBe('emergency')
    expect(spelledOut('dskp')).toBe('disekap')
    expect(spelledOut('saya')).toBeUndefined()
  })

  it('bounds what it reads of a very long message', () => {
    expect(read(`${'kata '.repeat(20_000)} tolong`).danger).toBeDefined()
  })
})

describe('rules', () => {
  it('refuses a name that is no concept', () => {
    expect(() => rules('violence', '3 NO_SUCH_CONCEPT')).toThrow(/NO_SUCH_CONCEPT/)
  })

  it('refuses a line without points', () => {
    expect(() => rules('violence', 'KIN')).toThrow(/Not a rule/)
  })
})

describe('training labels', () => {
  it('names topics alone', () => {
    for (const topic of Object.keys(DANGER_TRAINING)) expect(isTopic(topic)).toBe(true)
  })
})
