import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficerRole } from '../../../src/core/alert.ts'
import type { RegionCode } from '../../../src/core/ids.ts'
import { inScope, prefixesOf } from '../../../src/officers/scope.ts'

const code = (text: string) => text as RegionCode
/** An officer of Jember (35.09) and Blitar city (35.72), a supervisor of Jawa Timur, the national desk, an admin. */
const SCOPES: Readonly<Record<OfficerRole, { role: OfficerRole; regions: RegionCode[] }>> = {
  officer: { role: 'officer', regions: [code('35.09'), code('35.72')] },
  supervisor: { role: 'supervisor', regions: [code('35')] },
  national: { role: 'national', regions: [] },
  admin: { role: 'admin', regions: [] },
}

describe('who may see a case', () => {
  it.each([
    ['their regency', '35.09', { officer: true, supervisor: true }],
    ['a district of it', '35.09.21', { officer: true, supervisor: true }],
    ['their other city', '35.72', { officer: true, supervisor: true }],
    ['a neighbour in the same province', '35.10', { officer: false, supervisor: true }],
    ['one whose code begins alike', '35.0', { officer: false, supervisor: true }],
    ['the province itself', '35', { officer: false, supervisor: true }],
    ['another province', '33.09', { officer: false, supervisor: false }],
    ['one whose province begins alike', '3', { officer: false, supervisor: false }],
    ['nowhere', null, { officer: false, supervisor: false }],
  ] as const)('of %s', (_, region, expected) => {
    const seen = Object.fromEntries(
      Object.entries(SCOPES).map(([role, scope]) => [
        role,
        inScope(scope, region === null ? null : code(region)),
      ]),
    )
    expect(seen).toEqual({ ...expected, national: true, admin: true })
  })
})

it('a supervisor who was given a regency serves its province', () => {
  expect(inScope({ role: 'supervisor', regions: [code('35.09')] }, code('35.10'))).toBe(true)
})

it('the prefixes of a query say the same as the rule', () => {
  const region = fc.tuple(
    fc.integer({ min: 11, max: 14 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
  )
  const codes = region.map(([a, depth, b]) =>
    code([String(a), `0${b}`, `0${b}`].slice(0, Math.max(1, depth)).join('.')),
  )
  fc.assert(
    fc.property(
      fc.constantFrom<OfficerRole>('officer', 'supervisor', 'national', 'admin'),
      fc.array(codes, { minLength: 1, maxLength: 3 }),
      codes,
      (role, regions, wanted) => {
        const prefixes = prefixesOf({ role, regions })
        const byPrefix =
          prefixes === null || prefixes.some((one) => wanted === one || wanted.startsWith(`${one}.`))
        expect(inScope({ role, regions }, wanted)).toBe(byPrefix)
      },
    ),
  )
})
