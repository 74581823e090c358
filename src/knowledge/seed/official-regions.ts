import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { asId, type RegionCode } from '../../core/ids.ts'
import type { Region, RegionKind } from '../region.ts'

export type OfficialRegion = Pick<Region, 'code' | 'kind' | 'name' | 'parent'>

/** The files of the official list (Kemendagri codes, from the package idn-area-data). */
export function officialRegionFiles(): readonly string[] {
  const data = join(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '..', 'data')
  return ['provinces.csv', 'regencies.csv', 'districts.csv'].map((name) => join(data, name))
}

/** All provinces, regencies, cities and districts. Read as plain text: the package's own reader takes ten times as long. */
export async function readOfficialRegions(): Promise<readonly OfficialRegion[]> {
  const [provinces, regencies, districts] = await Promise.all(officialRegionFiles().map(readLines))
  return [
    ...(provinces ?? []).map(([code = '', name = '']) => region(code, 'province', titleCase(name), null)),
    ...(regencies ?? []).map(([code = '', parent = '', name = '']) =>
      region(code, name.startsWith('KOTA ') ? 'city' : 'regency', titleCase(name), parent),
    ),
    ...(districts ?? []).map(([code = '', parent = '', name = '']) =>
      region(code, 'district', `Kecamatan ${name}`, parent),
    ),
  ]
}

function region(code: string, kind: RegionKind, name: string, parent: string | null): OfficialRegion {
  return {
    code: asId<RegionCode>(code),
    kind,
    name,
    parent: parent === null ? null : asId<RegionCode>(parent),
  }
}

async function readLines(file: string): Promise<readonly string[][]> {
  const text = await readFile(file, 'utf8')
  const [, ...rows] = text.split(/\r?\n/)
  return rows.filter((row) => row !== '').map((row) => row.split(','))
}

/** `KABUPATEN PANGKAJENE DAN KEPULAUAN` becomes `Kabupaten Pangkajene dan Kepulauan`; `DKI` stays. */
function titleCase(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      if (word === 'DKI') return word
      if (word === 'DAN') return 'dan'
      return word.charAt(0) + word.slice(1).toLowerCase()
    })
    .join(' ')
}
