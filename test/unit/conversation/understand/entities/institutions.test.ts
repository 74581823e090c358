import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildInstitutionFinder } from '../../../../../src/conversation/understand/entities/institutions.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'
import type { Institution } from '../../../../../src/knowledge/agreement.ts'

const seed = new URL('../../../../../prisma/seed/institutions.json', import.meta.url)
const { institutions } = JSON.parse(readFileSync(seed, 'utf8')) as { institutions: Institution[] }
const find = buildInstitutionFinder(institutions)

describe('institutions', () => {
  it.each([
    ['mou dengan bawaslu', 'bawaslu'],
    ['kerja sama sama UI apa isinya', 'universitas-indonesia'],
    ['Universitas Indonesia', 'universitas-indonesia'],
    ['komnas anak itu ngapain', 'komnas-pa'],
    ['Komisi Nasional Perlindungan Anak', 'komnas-pa'],
    ['pp muhamadiyah', 'pp-muhammadiyah'],
    ['bpjs ketenagakerjaan', 'bpjs-ketenagakerjaan'],
    ['perpukadesi', 'perpukadesi'],
    ['perpukadsi', 'perpukadesi'],
    ['unhas dan ub', 'universitas-hasanuddin universitas-brawijaya'],
    ['Badan Pusat Statistik', 'bps'],
  ])('%s', (text, expected) => {
    expect(find(normalise(text)).join(' ')).toBe(expected)
  })

  it.each(['kp2mi', 'mou bp2mi', 'kementerian p2mi', 'kementerian pelindungan pekerja migran indonesia', ''])(
    'never the ministry: %s',
    (text) => {
      expect(find(normalise(text))).toEqual([])
    },
  )

  it('knows every alias of the seed', () => {
    const lost = institutions
      .filter(({ id }) => id !== 'kemenp2mi')
      .flatMap(({ id, aliases }) => aliases.filter((alias) => !find(normalise(alias)).includes(id)))
    expect(lost).toEqual([])
  })
})
