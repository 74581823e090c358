import { expect, it } from 'vitest'
import { initialState } from '../../../src/conversation/state.ts'
import { readState } from '../../../src/conversation/stored-state.ts'

it('reads the state of a talk that began before there were reports', () => {
  const { report, urgent, quoted, asked, ...before } = initialState('jv')
  expect([report, urgent, quoted, asked]).toEqual([null, null, null, null])
  expect(readState(before)).toEqual(initialState('jv'))
  expect(readState({ ...before, pending: { kind: 'confirm_report' } })?.pending).toEqual({
    kind: 'confirm_report',
    case: 'illegal_offer',
  })
})

it('begins anew rather than with a report that asks nothing', () => {
  const report = { number: 'JR-7K2MWX', kind: 'illegal_offer', left: [], paused: false }
  expect(readState({ ...initialState(), report })).toBeUndefined()
})
