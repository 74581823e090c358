import { describe, expect, it } from 'vitest'
import type {
  AgreementId,
  ContactId,
  CountryCode,
  FactId,
  InstitutionId,
  RegionCode,
} from '../../../src/core/ids.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { FIXTURE_SEED } from '../../support/seed-fixture.ts'

const data = await jsonSource(FIXTURE_SEED).load()
const { agreements, facts, contacts, ...knowledge } = buildKnowledge(data, buildRegionIndex)
const region = (code: string) => code as RegionCode
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

it('is as new as its newest source', () => {
  expect(knowledge.asOf).toBe('2026-02')
  expect(knowledge.version).toBe(data.version)
})

describe('agreements', () => {
  it('of a region come newest first', () => {
    expect(ids(agreements.ofRegion(region('35.09')))).toEqual(['jember-2026', 'jember-2021'])
    expect(agreements.ofRegion(region('35.10'))).toEqual([])
  })

  it('inside a province are those of its regencies and cities, not its own', () => {
    expect(ids(agreements.insideProvince(region('35')))).toEqual(['jember-2026', 'jember-2021'])
    expect(ids(agreements.insideProvince(region('32')))).toEqual(['kota-sukabumi'])
  })

  it('of an institution', () => {
    expect(ids(agreements.ofInstitution('universitas' as InstitutionId))).toEqual(['universitas-2025'])
    expect(agreements.ofInstitution('kementerian' as InstitutionId)).toHaveLength(5)
  })

  it('of a person, signatory or official, without the degrees', () => {
    expect(agreements.people).toEqual(['budi santoso', 'siti aminah'])
    expect(ids(agreements.ofPerson('budi santoso'))).toEqual(['jember-2026'])
    expect(ids(agreements.ofPerson('siti aminah'))).toEqual(['jember-2026'])
  })

  it('by id', () => {
    expect(agreements.byId('jatim-2024' as AgreementId)?.region).toBe('35')
    expect(agreements.byId('none' as AgreementId)).toBeUndefined()
  })
})

describe('facts', () => {
  it('of a topic: the leading one first, the superseded last', () => {
    expect(ids(facts.ofTopic('placement.age'))).toEqual(['rule.1', 'rule.2'])
    expect(facts.ofTopic('voting.abroad')).toEqual([])
  })

  it('of a stage are its steps in order', () => {
    expect(ids(facts.steps('pre'))).toEqual(['step.1', 'step.2'])
    expect(facts.steps('post')).toEqual([])
  })

  it('by country, sign and id', () => {
    expect(ids(facts.ofCountry('MY' as CountryCode))).toEqual(['country.my'])
    expect(facts.ofSign('pay_first')?.id).toBe('sign.pay_first')
    expect(facts.ofSign('violence')).toBeUndefined()
    expect(facts.byId('gap.1' as FactId)?.kind).toBe('gap')
  })
})

describe('contacts', () => {
  it('know the national line, which comes first among the hotlines', () => {
    expect(contacts.national.id).toBe('line-a')
    expect(ids(contacts.hotlines)).toEqual(['line-a', 'line-b'])
  })

  it('of a region are the offices in it and those that serve it', () => {
    expect(ids(contacts.ofRegion(region('35')))).toEqual(['bp3mi-jatim'])
    expect(ids(contacts.ofRegion(region('35.09')))).toEqual(['bp3mi-jatim'])
  })

  it('abroad are the missions of the country', () => {
    expect(ids(contacts.missions('MY' as CountryCode))).toEqual(['kbri-kl'])
    expect(contacts.byId('kbri-kl' as ContactId)?.kind).toBe('mission')
  })

  it('without exactly one national line make no snapshot', () => {
    const contacts = data.contacts.map((contact) => ({ ...contact, national: false }))
    expect(() => buildKnowledge({ ...data, contacts }, buildRegionIndex)).toThrow(
      '0 contacts are the national line',
    )
  })
})

it('finds an agreement among fifty thousand as fast as among five', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => {
    const base = data.agreements[i % data.agreements.length]
    if (base === undefined) throw new Error('The fixture has no agreements.')
    return { ...base, id: `copy-${i}` as AgreementId }
  })
  const large = buildKnowledge({ ...data, agreements: many }, buildRegionIndex).agreements
  // Counted, not timed: the same list every time means that nothing is scanned or built anew.
  expect(large.insideProvince(region('35'))).toBe(large.insideProvince(region('35')))
  expect(large.ofRegion(region('35.09'))).toHaveLength(20_000)
})
