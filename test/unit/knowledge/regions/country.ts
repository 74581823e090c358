import { readFileSync } from 'node:fs'
import { asId, type RegionCode } from '../../../../src/core/ids.ts'
import type { Region, RegionKind } from '../../../../src/knowledge/region.ts'

interface Extras {
  readonly aliases: Readonly<Record<string, readonly string[]>>
  readonly positions: Readonly<Record<string, readonly [number, number]>>
  readonly needsMarker: readonly string[]
  readonly needsKind: readonly string[]
}

const root = new URL('../../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
export const extras = JSON.parse(read('prisma/seed/regions.json')) as Extras

/** All 38 provinces, 514 regencies and cities and 7,277 districts with the seed's nicknames. */
export function wholeCountry(): readonly Region[] {
  return [...rows('provinces'), ...rows('regencies'), ...rows('districts')].map(({ code, name }) => {
    const kind = kindOf(code, name)
    const position = extras.positions[code]
    return {
      code: asId<RegionCode>(code),
      kind,
      name: nameOf(kind, name),
      parent: code.length === 2 ? null : asId<RegionCode>(code.slice(0, -3)),
      aliases: extras.aliases[code] ?? [],
      position: position === undefined ? null : { lat: position[0], lon: position[1] },
    }
  })
}

function rows(table: string): { code: string; name: string }[] {
  return read(`node_modules/idn-area-data/data/${table}.csv`)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.replaceAll('"', '').split(',')
      return { code: cells[0] ?? '', name: cells.at(-1) ?? '' }
    })
}

function kindOf(code: string, name: string): RegionKind {
  if (code.length === 2) return 'province'
  if (code.length > 5) return 'district'
  return name.startsWith('KOTA ') ? 'city' : 'regency'
}

function nameOf(kind: RegionKind, name: string): string {
  if (kind === 'district') return `Kecamatan ${name}`
  return name.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
