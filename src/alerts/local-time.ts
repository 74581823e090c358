import type { LocalDate } from '../core/dates.ts'
import type { RegionCode } from '../core/ids.ts'

/** The country's three times; none has daylight saving. */
export type Zone = 'WIB' | 'WITA' | 'WIT'
const HOURS: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 }

/** Codes of provinces by time: Bali, Nusa Tenggara, the south, east and north of Kalimantan, Sulawesi; Maluku and Papua. */
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

/** The time of a region; the national desk sits in Jakarta. */
export function zoneOf(region: RegionCode | null): Zone {
  const province = region?.slice(0, 2) ?? ''
  if (WITA.has(province)) return 'WITA'
  return WIT.has(province) ? 'WIT' : 'WIB'
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const QUIET_FROM = 21
const QUIET_TO = 7
const WORK_FROM = 8

/** The instant with its local hours where UTC's are read. */
function shifted(at: Date, zone: Zone): Date {
  return new Date(at.getTime() + HOURS[zone] * HOUR)
}
/** So many hours (a fraction allowed) after the midnight of the local day on which `at` lies, `days` later. */
function onDay(at: Date, zone: Zone, days: number, hour: number): Date {
  const local = shifted(at, zone)
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
  return new Date(midnight + days * DAY + (hour - HOURS[zone]) * HOUR)
}

export function localDay(at: Date, zone: Zone): LocalDate {
  return shifted(at, zone).toISOString().slice(0, 10) as LocalDate
}

/** Hours since the local midnight, with a fraction. */
export function localHour(at: Date, zone: Zone): number {
  return ((at.getTime() + HOURS[zone] * HOUR) % DAY) / HOUR
}

/** Nobody is woken between nine and seven, but for an emergency: the end of the quiet hours, or null outside them. */
export function endOfQuiet(at: Date, zone: Zone): Date | null {
  const hour = localHour(at, zone)
  if (hour >= QUIET_FROM) return onDay(at, zone, 1, QUIET_TO)
  return hour < QUIET_TO ? onDay(at, zone, 0, QUIET_TO) : null
}

/** Eight o'clock on the next Monday to Friday. Public holidays are not known here. */
export function nextWorkingMorning(at: Date, zone: Zone): Date {
  for (let days = 1; ; days += 1) {
    const morning = onDay(at, zone, days, WORK_FROM)
    const weekday = shifted(morning, zone).getUTCDay()
    if (weekday !== 0 && weekday !== 6) return morning
  }
}
