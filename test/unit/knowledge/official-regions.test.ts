import { expect, it } from 'vitest'
import { readOfficialRegions } from '../../../src/knowledge/seed/official-regions.ts'

const regions = await readOfficialRegions()
const byCode = new Map<string, (typeof regions)[number]>(regions.map((region) => [region.code, region]))

it('knows the whole country', () => {
  const count = (kind: string) => regions.filter((region) => region.kind === kind).length
  expect(count('province')).toBe(38)
  expect(count('regency') + count('city')).toBe(514)
  expect(count('district')).toBeGreaterThan(7_200)
  expect(byCode.size).toBe(regions.length)
})

it.each([
  ['35', 'province', 'Jawa Timur', null],
  ['31', 'province', 'DKI Jakarta', null],
  ['34', 'province', 'Daerah Istimewa Yogyakarta', null],
  ['35.09', 'regency', 'Kabupaten Jember', '35'],
  ['32.72', 'city', 'Kota Sukabumi', '32'],
  ['73.10', 'regency', 'Kabupaten Pangkajene dan Kepulauan', '73'],
  ['31.01', 'regency', 'Kabupaten Administrasi Kepulauan Seribu', '31'],
  ['13.05.05', 'district', 'Kecamatan VII Koto Sungai Sarik', '13.05'],
])('%s is the %s %s', (code, kind, name, parent) => {
  expect(byCode.get(code)).toEqual({ code, kind, name, parent })
})

it('puts every place inside one that exists', () => {
  for (const { code, parent } of regions)
    if (parent !== null) expect(byCode.has(parent), `${code} inside ${parent}`).toBe(true)
})
