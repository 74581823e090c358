import type { RegionCode } from '../../core/ids.ts'
import type { Region, RegionIndex } from '../region.ts'
import { findRegions } from './find-regions.ts'
import { nearestRegion } from './nearest-region.ts'
import { buildPlaceNames } from './place-names.ts'

const MADE = new WeakMap<readonly Region[], RegionIndex>()

/** The same, made once for the same list: a first start makes it while it waits for its database. */
export function regionIndexOf(regions: readonly Region[]): RegionIndex {
  const made = MADE.get(regions) ?? buildRegionIndex(regions)
  MADE.set(regions, made)
  return made
}

/** The country's places, built once per snapshot. */
export function buildRegionIndex(regions: readonly Region[]): RegionIndex {
  const byCode = new Map<RegionCode, Region>()
  const children = new Map<RegionCode, Region[]>()
  for (const region of regions) {
    byCode.set(region.code, region)
    if (region.parent === null) continue
    const siblings = children.get(region.parent)
    if (siblings === undefined) children.set(region.parent, [region])
    else siblings.push(region)
  }
  const names = buildPlaceNames(regions)
  const isInside = (region: Region, other: Region): boolean =>
    region.code.length > other.code.length && region.code.startsWith(`${other.code}.`)
  const placed = regions.filter(
    ({ kind, position }) => position !== null && (kind === 'regency' || kind === 'city'),
  )
  return {
    byCode: (code) => byCode.get(code),
    path: (code) => {
      const path: Region[] = []
      let region = byCode.get(code)
      while (region !== undefined && path.length < 4) {
        path.push(region)
        region = region.parent === null ? undefined : byCode.get(region.parent)
      }
      return path
    },
    children: (code) => children.get(code) ?? [],
    find: (text) => findRegions(text, names, { isInside }),
    nearest: (lat, lon, maxKm) => nearestRegion(placed, lat, lon, maxKm),
    size: regions.length,
  }
}
