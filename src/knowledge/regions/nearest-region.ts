import type { Region } from '../region.ts'

const EARTH_RADIUS_KM = 6_371
const RADIANS = Math.PI / 180

/** The place whose centre is nearest, if one lies within `maxKm`. */
export function nearestRegion(
  regions: readonly Region[],
  lat: number,
  lon: number,
  maxKm: number,
): Region | undefined {
  let nearest: Region | undefined
  let least = maxKm
  for (const region of regions) {
    if (region.position === null) continue
    const km = kmBetween(lat, lon, region.position.lat, region.position.lon)
    if (km <= least) {
      least = km
      nearest = region
    }
  }
  return nearest
}

/** Along the surface of the earth (haversine). */
export function kmBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const up = Math.sin(((lat2 - lat1) * RADIANS) / 2)
  const across = Math.sin(((lon2 - lon1) * RADIANS) / 2)
  const h = up * up + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * across * across
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
