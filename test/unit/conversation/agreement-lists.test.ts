/** Lists of agreements tell a plan as a plan, for every province and for the country. */
import { beforeAll, describe, expect, it } from 'vitest'
import { overviewOf } from '../../../src/conversation/answer/agreement/overview.ts'
import { initialState } from '../../../src/conversation/state.ts'
import { hasBeenSigned } from '../../../src/knowledge/agreement.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { type TestEngine, testEngine } from '../../support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
})

describe('a list of agreements', () => {
  it('counts what is signed', () => {
    const { agreements } = engine.knowledge
    const signed = agreements.all.filter(hasBeenSigned)
    expect(signed.length).toBeLessThan(agreements.all.length)
    expect(overviewOf(engine.knowledge).total).toBe(signed.length)
    for (const [code, { count }] of overviewOf(engine.knowledge).provinces)
      expect(
        signed.filter(({ region }) => region?.startsWith(code) === true),
        code,
      ).toHaveLength(count)
  })

  it('marks what is only planned or talked about, and names it last', () => {
    const { said } = engine.say('daerah mana saja di kalimantan tengah yang sudah mou')
    expect(said.text).toMatch(/tercatat 1 perjanjian/)
    expect(said.text).toMatch(/Palangka ?raya, Kabupaten Kapuas \(belum tercatat ditandatangani\)/)
  })

  it('says so where a province has nothing but plans', async () => {
    const data = await jsonSource().load()
    const agreements = data.agreements.filter((one) => one.region?.startsWith('62') && !hasBeenSigned(one))
    expect(agreements.length).toBeGreaterThan(0)
    const knowledge = buildKnowledge({ ...data, agreements }, () => buildRegionIndex(data.regions))
    const text = 'daerah mana saja di kalimantan tengah yang sudah mou'
    const { said } = engine.on(knowledge, { kind: 'text', text }, initialState('id'))
    expect(said.text).toMatch(/Belum tercatat ditandatangani: Kabupaten Kapuas/)
    expect(said.text).not.toMatch(/tercatat 1/)
  })

  it('of one kind holds the same', () => {
    const { said } = engine.say('universitas mana saja yang punya perjanjian dengan kp2mi')
    const { agreements } = engine.knowledge
    for (const { parties } of agreements.all.filter((one) => !hasBeenSigned(one)))
      for (const { name } of parties) expect(said.text).not.toMatch(new RegExp(`${name} \\(\\d`))
  })
})
