import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortened, split } from '../../../src/core/split-text.ts'

const cut = (text: string, most: number) => split(text, most).map(({ start, end }) => text.slice(start, end))
const withoutSpace = (text: string) => text.replace(/\s/gu, '')
const graphemes = (text: string) =>
  [...new Intl.Segmenter('id', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

/** Texts as people and sources write them: paragraphs, long words, families of emoji, flags, stacked marks, Javanese. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('kerja', 'gaji', 'Kabupaten', 'https://uji.example/a?b=1&c=2'),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '\n', '\n\n', '. ', '! ', '\t', '\u00a0') },
      fc.constantFrom('👩🏽‍🏭', '🇮🇩', '🇲🇾🇸🇬', 'é', 'ꦲꦤꦕꦫꦏ', '﷽', '👨‍👩‍👧‍👦', 'ก็็็', '\u200d'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''))

describe('split', () => {
  it('leaves a text that fits in one piece', () => {
    expect(cut('satu\n\ndua', 100)).toEqual(['satu\n\ndua'])
    expect(cut('', 100)).toEqual([])
    expect(cut(' \n ', 100)).toEqual([])
  })

  it.each([
    ['paragraphs', 'aaaa aaaa\n\nbbbb bbbb', 14, ['aaaa aaaa', 'bbbb bbbb']],
    ['lines', 'aaaa aaaa\nbbbb bbbb', 14, ['aaaa aaaa', 'bbbb bbbb']],
    ['sentences', 'aaaa aaaa. bbbb bbbb', 14, ['aaaa aaaa.', 'bbbb bbbb']],
    ['words', 'aaaa bbbb cccc', 10, ['aaaa bbbb', 'cccc']],
    ['letters', 'aaaaaaaaaaaa', 5, ['aaaaa', 'aaaaa', 'aa']],
    ['letters of two units', '👋👋👋', 3, ['👋', '👋', '👋']],
    ['a word that ends at the limit', 'aaaaa bbbb', 5, ['aaaaa', 'bbbb']],
  ])('cuts between %s', (_where, whole, most, pieces) => {
    expect(cut(whole, most)).toEqual(pieces)
  })

  it('does not waste half a message for a nicer break', () => {
    expect(cut(`a\n\n${'bbbb '.repeat(10)}`, 20)[0]?.length).toBeGreaterThan(10)
  })

  it('never makes a piece longer than allowed, never an empty one, and loses nothing but space', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 64, max: 300 }), (whole, most) => {
        const pieces = cut(whole, most)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most)
          expect(piece.trim()).not.toBe('')
        }
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('never cuts a letter, as people see it, that is not longer than a message', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 64, max: 300 }), (whole, most) => {
        fc.pre(graphemes(whole).every((one) => one.length <= most))
        const borders = new Set<number>([0])
        for (const one of graphemes(whole)) borders.add((Math.max(...borders) as number) + one.length)
        for (const { start, end } of split(whole, most)) {
          expect(borders.has(start) || /\s/u.test(whole.charAt(start - 1))).toBe(true)
          expect(borders.has(end) || /\s/u.test(whole.charAt(end))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('cuts a letter that is longer than a message between its signs, never through one', () => {
    const stacked = `a${'\u0301'.repeat(300)}`
    expect(cut(stacked, 100).join('')).toBe(stacked)
    const wide = `👋${'🏽'.repeat(200)}`
    for (const piece of cut(wide, 99)) expect(() => encodeURIComponent(piece)).not.toThrow()
  })

  it('takes no notable time for a text of a hundred messages', () => {
    const started = performance.now()
    expect(split('👩🏽‍🏭'.repeat(60_000), 4_096).length).toBeGreaterThan(90)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('shortened', () => {
  it('leaves what fits, and ends what does not with an ellipsis', () => {
    expect(shortened('Biaya', 5)).toBe('Biaya')
    expect(shortened('Biaya penempatan', 10)).toBe('Biaya pen…')
    expect(shortened('🇮🇩🇮🇩🇮🇩', 10)).toBe('🇮🇩🇮🇩…')
  })
})
