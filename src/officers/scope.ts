import type { OfficerRole } from '../core/alert.ts'
import type { RegionCode } from '../core/ids.ts'

/** Who may see what: the role, and the regions that go with it. */
export interface Scope {
  readonly role: OfficerRole
  readonly regions: readonly RegionCode[]
}

/**
 * Whether a matter of this region is theirs: an officer's own regions with what lies inside; a supervisor's provinces;
 * everything for national and admin. What has no region is for the national desk.
 */
export function inScope(scope: Scope, region: RegionCode | null): boolean {
  const prefixes = prefixesOf(scope)
  if (prefixes === null) return true
  return region !== null && prefixes.some((prefix) => region === prefix || region.startsWith(`${prefix}.`))
}

/** Codes under which everything is theirs, for a query; null: no limit. A supervisor serves whole provinces. */
export function prefixesOf({ role, regions }: Scope): readonly string[] | null {
  switch (role) {
    case 'national':
    case 'admin':
      return null
    case 'supervisor':
      return regions.map((code) => code.slice(0, 2))
    case 'officer':
      return regions
  }
}
