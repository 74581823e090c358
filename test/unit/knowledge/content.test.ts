import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, withVersion } from '../../../src/knowledge/content.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import { FIXTURE_SEED } from '../../support/seed-fixture.ts'

const { version, ...content } = await jsonSource(FIXTURE_SEED).load()

it('names equal content equally, in whatever order it was read', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...content.facts], { minLength: content.facts.length }),
      fc.shuffledSubarray([...content.agreements], { minLength: content.agreements.length }),
      (facts, agreements) => {
        const shuffled = withVersion({ ...content, facts, agreements })
        expect(shuffled.version).toBe(version)
        expect(shuffled.facts).toEqual(content.facts)
      },
    ),
    { numRuns: 10 },
  )
})

it('names changed content otherwise', () => {
  const [first, ...rest] = content.facts
  if (first === undefined) throw new Error('The fixture has no facts.')
  const edited = { ...first, text: { ...first.text, id: 'Lain.' } }
  expect(withVersion({ ...content, facts: [edited, ...rest] }).version).not.toBe(version)
  const [region, ...regions] = content.regions
  if (region === undefined) throw new Error('There are no regions.')
  expect(withVersion({ ...content, regions: [{ ...region, aliases: ['x'] }, ...regions] }).version).not.toBe(
    version,
  )
})

it('writes equal values as equal JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const backwards = Object.fromEntries(Object.entries(object).reverse())
      expect(canonicalJson(backwards)).toBe(canonicalJson(object))
    }),
  )
})

it('merges the words for the people of a country into its aliases', () => {
  const malaysia = content.destinations.find(({ code }) => code === 'MY')
  expect(malaysia?.aliases).toEqual(['malaysia', 'orang malaysia'])
})
