import { beforeAll, expect, it } from 'vitest'
import { draft } from '../../../../src/conversation/answer/draft.ts'
import { withUrgentCase } from '../../../../src/conversation/dialogue/cases/urgent.ts'
import { outcome } from '../../../../src/conversation/dialogue/outcome.ts'
import type { Reading } from '../../../../src/conversation/dialogue/reading.ts'
import { initialState } from '../../../../src/conversation/state.ts'
import { dayInJakarta } from '../../../../src/core/dates.ts'
import { type TestEngine, TODAY, testEngine } from '../../../support/engine.ts'
import { fakeDesk } from '../../../support/fake-desk.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

it.each([
  [[], []],
  [['distress_call'], []],
  [['violence'], ['case_opened']],
] as const)('a family without news with the signs %j: what is kept without consent is %j', (signs, kept) => {
  const { knowledge, understand } = engine
  const said = 'istri saya hilang kontak'
  const reading: Reading = {
    read: understand(said, knowledge),
    said,
    settled: { regions: [], open: null },
    locale: 'id',
    state: initialState(),
    knowledge,
    today: dayInJakarta(TODAY),
    now: TODAY,
    desk: fakeDesk().desk,
  }
  const alarm = outcome({
    action: 'answer',
    topic: 'family.lost_contact',
    danger: 'emergency',
    signs,
    locale: 'id',
    drafts: [draft({})],
  })
  const result = withUrgentCase(reading, alarm)
  expect(result.events.map(({ type }) => type)).toEqual(kept)
  const offered = result.drafts[0]?.choices.some(({ value }) => value === 'report:lost_contact')
  expect(offered).toBe(kept.length === 0)
})
