import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertStatus } from '../../../src/alerts/alert.ts'
import { choose, type Given } from '../../../src/alerts/choose.ts'
import { isConcernOf, startLevel } from '../../../src/alerts/levels.ts'
import { ALERT_TIMES, advance, type Happening, raisedAt } from '../../../src/alerts/lifecycle.ts'
import {
  ALERT_LEVELS,
  type AlertLevel,
  OFFICER_ROLES,
  SEVERITIES,
  type Severity,
} from '../../../src/core/alert.ts'
import type { RegionCode } from '../../../src/core/ids.ts'
import { inScope } from '../../../src/officers/scope.ts'

const MINUTE = 60_000
const BEGIN = Date.parse('2026-11-18T03:00:00Z')
const region = fc.constantFrom<RegionCode | null>(
  null,
  '35' as RegionCode,
  '35.09' as RegionCode,
  '35.09.01' as RegionCode,
  '91.71' as RegionCode,
)
const severity = fc.constantFrom<Severity>(...SEVERITIES)
const level = fc.constantFrom<AlertLevel>(...ALERT_LEVELS)
const byItself: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: 'planned' },
    { kind: 'nobody' },
    { kind: 'delivered' },
    { kind: 'refused' },
    { kind: 'time' },
    { kind: 'region_found' },
  ),
  level.map((one): Happening => ({ kind: 'dispatched', level: one })),
)
const anything: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: byItself },
  fc.constantFrom<Happening>(
    { kind: 'acknowledged', by: 'o' },
    { kind: 'resolved', outcome: 'helped' },
    { kind: 'handed_up' },
  ),
)
const steps = (of: fc.Arbitrary<Happening>) => fc.array(fc.tuple(of, fc.nat({ max: 600 })), { maxLength: 40 })
const rank = (one: AlertLevel) => ALERT_LEVELS.indexOf(one)

interface Step {
  readonly before: AlertStatus
  readonly after: AlertStatus
  readonly happening: Happening
}
function live(
  matter: { severity: Severity; region: RegionCode | null },
  drawn: readonly (readonly [Happening, number])[],
): readonly Step[] {
  let at = BEGIN
  let status = raisedAt(new Date(at), matter.region)
  return drawn.map(([happening, minutes]) => {
    at += minutes * MINUTE
    const before = status
    status = advance(status, happening, new Date(at), matter, ALERT_TIMES)
    return { before, after: status, happening }
  })
}

describe('the life of an alert', () => {
  it('no acknowledged alert moves by itself; only an officer hands it up or resolves it', () => {
    fc.assert(
      fc.property(severity, region, steps(anything), (one, where, drawn) => {
        for (const { before, after, happening } of live({ severity: one, region: where }, drawn))
          if (before.state === 'acknowledged' && !['handed_up', 'resolved'].includes(happening.kind))
            expect(after).toBe(before)
      }),
    )
  })

  it('no resolved one ever changes again', () => {
    fc.assert(
      fc.property(severity, region, steps(anything), (one, where, drawn) => {
        for (const { before, after } of live({ severity: one, region: where }, drawn))
          if (before.state === 'resolved') expect(after).toBe(before)
      }),
    )
  })

  it('its time never takes it down a level, nor up more than one, nor before the dead-line', () => {
    fc.assert(
      fc.property(severity, region, steps(anything), (one, where, drawn) => {
        for (const { before, after, happening } of live({ severity: one, region: where }, drawn)) {
          if (happening.kind !== 'time' || before.state === 'acknowledged') continue
          expect(rank(after.level) - rank(before.level)).toBeGreaterThanOrEqual(0)
          expect(rank(after.level) - rank(before.level)).toBeLessThanOrEqual(1)
          if (before.escalateAt === null) expect(after).toBe(before)
        }
      }),
    )
  })

  it('what waits for nothing is acknowledged, resolved or at the top', () => {
    fc.assert(
      fc.property(severity, region, steps(anything), (one, where, drawn) => {
        const matter = { severity: one, region: where }
        for (const { after } of live(matter, drawn)) {
          const waits = after.escalateAt !== null || after.dispatchedAt === null
          const over = after.state === 'acknowledged' || after.state === 'resolved'
          expect(waits || over || after.level === 'national').toBe(true)
        }
      }),
    )
  })

  it('every raised one ends acknowledged, resolved or at the top, whatever happened before', () => {
    fc.assert(
      fc.property(severity, region, steps(anything), (one, where, drawn) => {
        const matter = { severity: one, region: where }
        let status = live(matter, drawn).at(-1)?.after ?? raisedAt(new Date(BEGIN), where)
        // From here on somebody is on duty everywhere and nobody answers; the dispatcher looks once an hour.
        for (let hour = 1; hour < 24 * 30; hour += 1) {
          const at = new Date(BEGIN + 40 * 600 * MINUTE + hour * 60 * MINUTE)
          status = advance(status, { kind: 'time' }, at, matter, ALERT_TIMES)
          status = advance(status, { kind: 'planned' }, at, matter, ALERT_TIMES)
          if (status.dispatchedAt === null && (status.holdUntil === null || status.holdUntil <= at))
            status = advance(status, { kind: 'dispatched', level: status.level }, at, matter, ALERT_TIMES)
        }
        const over = status.state === 'acknowledged' || status.state === 'resolved'
        expect(over || status.level === 'national').toBe(true)
      }),
    )
  })

  it.each<[Severity, string, string, string]>([
    ['emergency', '2026-11-18T03:00:00Z', '2026-11-18T03:10:00.000Z', 'ten minutes'],
    ['emergency', '2026-11-18T20:00:00Z', '2026-11-18T20:10:00.000Z', 'also at night'],
    ['urgent', '2026-11-18T03:00:00Z', '2026-11-18T07:00:00.000Z', 'four hours'],
    ['urgent', '2026-11-18T15:00:00Z', '2026-11-19T04:00:00.000Z', 'four hours from the morning on'],
    ['routine', '2026-11-18T03:00:00Z', '2026-11-19T01:00:00.000Z', 'the next morning'],
    ['routine', '2026-11-20T08:00:00Z', '2026-11-23T01:00:00.000Z', 'Monday, from Friday'],
    ['routine', '2026-11-22T15:00:00Z', '2026-11-24T01:00:00.000Z', 'Tuesday: it was told on Monday'],
  ])('%s raised at %s asks the next level at %s: %s', (one, at, next, _why) => {
    const matter = { severity: one, region: '35.09' as RegionCode }
    const status = advance(
      raisedAt(new Date(at), matter.region),
      { kind: 'planned' },
      new Date(at),
      matter,
      ALERT_TIMES,
    )
    expect(status.escalateAt?.toISOString()).toBe(next)
  })
})

describe('whom it goes to', () => {
  const regions = fc.subarray(['35', '35.09', '35.09.01', '35.07', '91.71'] as RegionCode[])
  const officers = fc
    .array(fc.record({ role: fc.constantFrom(...OFFICER_ROLES), regions }), { maxLength: 8 })
    .map((list) => list.map((one, n) => ({ ...one, id: `o${n}` })))
  const given = fc.array(
    fc.record({ officerId: fc.constantFrom('o0', 'o1', 'o2', 'o3'), level, failed: fc.boolean() }),
    { maxLength: 8 },
  )

  it('only to officers in whose scope the matter lies, and to nobody twice on one level', () => {
    fc.assert(
      fc.property(region, level, officers, given, (where, asked, there, before) => {
        const status = { ...raisedAt(new Date(BEGIN), where), level: asked }
        const choice = choose({ region: where, status }, there, before)
        if (choice.kind === 'nobody') return
        for (const { id, ...serving } of choice.officers) {
          expect(inScope(serving, where)).toBe(true)
          expect(before.some((one: Given) => one.officerId === id && one.level === choice.level)).toBe(false)
        }
      }),
    )
  })

  it('to somebody whenever anybody at all is there who can be told', () => {
    fc.assert(
      fc.property(region, officers, (where, there) => {
        const choice = choose({ region: where, status: raisedAt(new Date(BEGIN), where) }, there, [])
        const start = rank(startLevel(where))
        const reachable = there.some(
          (one) => isConcernOf(one, where) && (one.role !== 'officer' || start === 0),
        )
        expect(choice.kind === 'found').toBe(reachable)
      }),
    )
  })
})
