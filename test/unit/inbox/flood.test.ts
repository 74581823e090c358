import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMessage, type FloodWindow } from '../../../src/inbox/flood.ts'

const LIMIT = { most: 3, withinMs: 1_000 }
const NONE: FloodWindow = { start: new Date(0), count: 0 }

function verdicts(times: readonly number[]): string[] {
  let window = NONE
  return times.map((ms) => {
    const counted = countMessage(window, new Date(1e12 + ms), LIMIT)
    window = counted.window
    return counted.verdict
  })
}

describe('the flood limit', () => {
  it('answers so many, tells once, drops the rest, and begins anew', () => {
    expect(verdicts([0, 1, 2, 3, 4, 999, 1_000, 1_001])).toEqual([
      'answer',
      'answer',
      'answer',
      'drop_and_tell',
      'drop',
      'drop',
      'answer',
      'answer',
    ])
  })

  it('never drops for somebody who keeps to the pace, in whatever order the times come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 600 }), { maxLength: 50 }), (gaps) => {
        let now = 0
        const times = gaps.map((gap) => {
          now += 500 + gap
          return now
        })
        expect(verdicts(times)).toEqual(times.map(() => 'answer'))
      }),
    )
  })
})
