import { ALERT_LEVELS, type AlertLevel, type OfficerRole } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'

/** Who is asked first: those of the regency or city; of the province where only that is known; else the national desk. */
export function startLevel(region: RegionCode | null): AlertLevel {
  if (region === null) return 'national'
  return region.length > 2 ? 'region' : 'province'
}

/** Who is asked next; undefined at the top. */
export function nextLevel(level: AlertLevel): AlertLevel | undefined {
  return ALERT_LEVELS[ALERT_LEVELS.indexOf(level) + 1]
}

/**
 * In which order somebody is looked for: the level that is asked, upwards, and when nobody is there, downwards again to
 * where it began. Somebody who comes on duty below is better than nobody.
 */
export function searchOrder(level: AlertLevel, region: RegionCode | null): readonly AlertLevel[] {
  const at = ALERT_LEVELS.indexOf(level)
  const start = ALERT_LEVELS.indexOf(startLevel(region))
  return [...ALERT_LEVELS.slice(at), ...ALERT_LEVELS.slice(start, Math.max(at, start)).reverse()]
}

/** Somebody who can be given alerts of a level. */
export interface Serving {
  readonly role: OfficerRole
  readonly regions: readonly RegionCode[]
}

/**
 * Whether somebody serves a region on a level. An officer serves their regions with what lies inside, a supervisor whole
 * provinces; the national desk and the admins serve everything.
 */
export function serves({ role, regions }: Serving, level: AlertLevel, region: RegionCode | null): boolean {
  switch (level) {
    case 'region':
      return role === 'officer' && region !== null && regions.some((own) => isWithin(region, own))
    case 'province':
      return (
        role === 'supervisor' &&
        region !== null &&
        regions.some((own) => own.slice(0, 2) === region.slice(0, 2))
      )
    case 'national':
      return role === 'national' || role === 'admin'
  }
}

/** Whether it is somebody's matter on any level. */
export function isConcernOf(serving: Serving, region: RegionCode | null): boolean {
  return ALERT_LEVELS.some((level) => serves(serving, level, region))
}

function isWithin(region: RegionCode, own: RegionCode): boolean {
  return region === own || region.startsWith(`${own}.`)
}
