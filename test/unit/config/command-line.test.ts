import { describe, expect, it } from 'vitest'
import { readCommand, UsageError } from '../../../src/command-line.ts'
import { dayInJakarta } from '../../../src/core/dates.ts'

describe('the command line', () => {
  it('serves when nothing is said', () => {
    expect(readCommand([])).toEqual({ name: 'serve' })
  })

  it('takes a day as that day in Jakarta', () => {
    const command = readCommand(['ask', '--now', '2026-11-21', '--locale', 'en'])
    expect(command).toMatchObject({ name: 'ask', locale: 'en' })
    expect('now' in command && command.now !== null && dayInJakarta(command.now)).toBe('2026-11-21')
  })

  it('takes an instant with its time zone', () => {
    expect(readCommand(['chat', '--now=2026-11-21T08:00:00+07:00'])).toMatchObject({
      now: new Date('2026-11-21T01:00:00Z'),
    })
  })

  it.each([
    ['dance'],
    ['serve', 'now'],
    ['ask', '--nwo', '2026-11-21'],
    ['ask', '--now'],
    ['ask', '--now', 'today'],
    ['ask', '--now', '2026-02-30'],
    ['ask', '--now', '2026-11-21T08:00'],
    ['chat', '--locale', 'fr'],
    ['ask', 'question'],
  ])('explains itself after: %s %s %s', (...args) => {
    expect(() => readCommand(args.filter((one) => one !== undefined))).toThrow(UsageError)
  })
})
