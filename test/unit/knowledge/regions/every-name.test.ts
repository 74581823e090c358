import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Region } from '../../../../src/knowledge/region.ts'
import { buildRegionIndex } from '../../../../src/knowledge/regions/region-index.ts'
import { plainText } from '../../../../src/knowledge/regions/region-names.ts'
import { extras, wholeCountry } from './country.ts'

const country = wholeCountry()
const index = buildRegionIndex(country)
const ofKind = (...kinds: readonly Region['kind'][]): Region[] =>
  country.filter(({ kind }) => kinds.includes(kind))

/** Of these, the ones the text does not lead to. */
function missed(regions: readonly Region[], textOf: (region: Region) => string, alone = true): string[] {
  return regions.flatMap((region) => {
    const text = textOf(region)
    const mentions = index.find(text)
    const hit = mentions.some((mention) =>
      mention.kind === 'one'
        ? mention.region.code === region.code
        : !alone && mention.candidates.some(({ code }) => code === region.code),
    )
    return hit && (!alone || mentions.length === 1) ? [] : [`${text} (${region.code})`]
  })
}

describe('the whole country', () => {
  it('has every province, regency and city', () => {
    expect(ofKind('province')).toHaveLength(38)
    expect(ofKind('regency', 'city')).toHaveLength(514)
    expect(ofKind('district').length).toBeGreaterThan(7_200)
  })

  it('finds each of the 514 regencies and cities by its official name, and nothing else', () => {
    expect(missed(ofKind('regency', 'city'), ({ name }) => plainText(name))).toEqual([])
    expect(missed(ofKind('regency', 'city'), ({ name }) => `dinas di ${plainText(name)} buka`)).toEqual([])
  })

  it('finds each province, with and without the word', () => {
    expect(missed(ofKind('province'), ({ name }) => `provinsi ${plainText(name)}`)).toEqual([])
    expect(missed(ofKind('province'), ({ name }) => plainText(name), false)).toEqual([])
  })

  it('finds each district after "kecamatan", alone or among those of its name', () => {
    expect(missed(ofKind('district'), ({ name }) => plainText(name), false)).toEqual([])
  })

  it('finds each district with its regency exactly', () => {
    const lost = missed(
      ofKind('district'),
      ({ name, parent }) =>
        `${plainText(name)} di ${plainText((parent && index.byCode(parent)?.name) ?? '')}`,
      false,
    )
    expect(lost).toEqual([])
  })

  it('finds each nickname of the seed', () => {
    const lost = country.flatMap((region) =>
      region.aliases.flatMap((alias) => {
        const text = `warga ${plainText(alias)}`
        const hit = index.find(text).some((mention) => {
          const regions = mention.kind === 'one' ? [mention.region] : mention.candidates
          // A nickname that is also the chief town leads to the town's district.
          return regions.some(({ code }) => code.startsWith(region.code) || region.code.startsWith(code))
        })
        return hit ? [] : [`${text} (${region.code})`]
      }),
    )
    expect(lost).toEqual([])
  })

  it('takes no everyday word of the seed for a place', () => {
    // What stands beside them decides for these two: "arep bali menyang" (Javanese: go home), "nganti pati".
    const decided = new Set(['bali', 'pati'])
    const taken = extras.needsMarker.map(plainText).filter((name) => {
      const mentions = index.find(`itu ${name} yang ada berapa`)
      return !decided.has(name) && mentions.some(({ start, end }) => end - start === name.length)
    })
    expect(taken).toEqual([])
  })
})

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom(
    'kota',
    'kab',
    'kec',
    'di',
    'malang',
    'banjar',
    'jawa',
    'timur',
    'bukan',
    'sukabumi',
    'yang',
  ),
  fc.constantFrom(...country.slice(0, 700)).map(({ name }) => plainText(name)),
)

describe('any text', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        index.find(text)
      }),
    )
  })

  it('gives mentions in order, inside the text and apart from each other, each place once', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ')
        let last = 0
        const seen = new Set<string>()
        for (const mention of index.find(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          last = mention.end
          if (mention.kind === 'one') {
            expect(seen.has(mention.region.code)).toBe(false)
            seen.add(mention.region.code)
          } else {
            expect(mention.candidates.length).toBeGreaterThan(1)
            expect(mention.candidates.length).toBeLessThanOrEqual(6)
            expect(mention.said).toBe(text.slice(mention.start, mention.end))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reads the longest message quickly, whatever is in it', () => {
    const texts = ['kec qwertyu ', 'kabupaten xjember ', 'semarnag ', 'di mna kota bnjar ', 'abcdefgh ']
    const bestOf = (text: string): number => {
      let best = Number.POSITIVE_INFINITY
      for (let run = 0; run < 5; run += 1) {
        const start = performance.now()
        index.find(text)
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    for (const text of texts) {
      const quarter = bestOf(text.repeat(1_024 / text.length))
      // Four times as long takes about four times as long; a busy machine slows both.
      expect(bestOf(text.repeat(4_096 / text.length))).toBeLessThan(Math.max(50, 9 * quarter))
    }
  })
})
