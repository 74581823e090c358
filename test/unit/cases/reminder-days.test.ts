import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, dueOn, toldAtFirst } from '../../../src/cases/reminder-days.ts'
import { REMINDER_KINDS } from '../../../src/core/case.ts'

const END = '2027-06-30'
const day = (before: number) =>
  new Date(Date.parse(`${END}T00:00:00Z`) - before * 86_400_000).toISOString().slice(0, 10)

describe('the end of a contract', () => {
  it.each([
    ['long before', 200, [], 'wait', null],
    ['four months before', 120, [], 'say', 120],
    ['the day after that, told', 119, [120], 'wait', null],
    ['the day after that, the system was down', 119, [], 'say', 119],
    ['two weeks before', 14, [120], 'say', 14],
    ['between, told', 10, [120, 14], 'wait', null],
    ['a week before', 7, [120, 14], 'say', 7],
    ['the day before', 1, [120, 14, 7], 'say', 1],
    ['on the day', 0, [120, 14, 7, 1], 'say', 0],
    ['on the day, told', 0, [120, 14, 7, 1, 0], 'wait', null],
    ['after it', -1, [120, 14, 7, 1], 'over', null],
  ] as const)('%s', (_, before, told, kind, daysLeft) => {
    const due = dueOn('contract_end', END, day(before), told)
    expect(due.kind).toBe(kind)
    if (due.kind === 'say') expect(due.daysLeft).toBe(daysLeft)
  })

  it('that is ten days away says nothing of the days before', () => {
    expect(toldAtFirst('contract_end', END, day(10))).toEqual([120, 14])
    expect(dueOn('contract_end', END, day(10), [120, 14]).kind).toBe('wait')
  })
})

it('whatever days the system runs on, each step is said at most once and the last at the latest on the day', () => {
  const running = fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 60 })
  fc.assert(
    fc.property(fc.constantFrom(...REMINDER_KINDS), running, (kind, days) => {
      let told: readonly number[] = []
      const said: number[] = []
      for (const before of [...days].sort((a, b) => b - a)) {
        const due = dueOn(kind, END, day(before), told)
        if (due.kind !== 'say') continue
        said.push(due.daysLeft)
        told = due.told
      }
      expect(new Set(said).size).toBe(said.length)
      expect(said.length).toBeLessThanOrEqual(5)
      if (days.includes(0) && kind !== 'agreement_signed') expect(said.at(-1)).toBe(0)
    }),
  )
})

it('counts days over a change of the year', () => {
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0)
})
