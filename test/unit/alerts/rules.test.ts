import { describe, expect, it } from 'vitest'
import { startLevel } from '../../../src/alerts/levels.ts'
import { type CaseFacts, type Occasion, raise, SEVERITY_OF } from '../../../src/alerts/rules.ts'
import { ALERT_KINDS } from '../../../src/core/alert.ts'
import type { CaseKind, CaseNumber } from '../../../src/core/case.ts'
import type { CountryCode, RegionCode } from '../../../src/core/ids.ts'

const JEMBER = '35.09' as RegionCode
const file = (kind: CaseKind, changes: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'case-1',
  number: 'JR-7K2MWX' as CaseNumber,
  kind,
  state: 'open',
  region: JEMBER,
  country: null,
  signs: [],
  conversation: 'lane-1',
  attended: false,
  joined: 0,
  joins: null,
  ...changes,
})
const danger = (changes: Partial<Extract<Occasion, { kind: 'danger_detected' }>>): Occasion => ({
  kind: 'danger_detected',
  danger: 'emergency',
  signs: ['violence'],
  region: null,
  country: null,
  conversation: 'lane-1',
  file: null,
  ...changes,
})
const refused = (changes: Partial<Extract<Occasion, { kind: 'delivery_refused' }>>): Occasion => ({
  kind: 'delivery_refused',
  channel: 'telegram',
  refusal: 'blocked_by_person',
  outboxId: '7',
  urgent: false,
  file: null,
  ...changes,
})

type Expected =
  | null
  | readonly [kind: string, severity: string, key: string, caseId: string | null, region: RegionCode | null]
const TABLE: readonly (readonly [what: string, occasion: Occasion, expected: Expected])[] = [
  [
    'an emergency, before anything is known',
    danger({}),
    ['emergency', 'emergency', 'emergency:lane-1', null, null],
  ],
  [
    'an emergency in a known region',
    danger({ region: JEMBER }),
    ['emergency', 'emergency', 'emergency:lane-1', null, JEMBER],
  ],
  [
    'more danger on an open case joins its alert',
    danger({ file: file('emergency') }),
    ['emergency', 'emergency', 'emergency:lane-1', 'case-1', JEMBER],
  ],
  ['an offer somebody only asks about', danger({ danger: 'illegal_offer', signs: ['pay_first'] }), null],
  [
    'an emergency case, with its first message',
    { kind: 'case_opened', file: file('emergency', { state: 'draft' }) },
    ['emergency', 'emergency', 'emergency:lane-1', 'case-1', JEMBER],
  ],
  [
    'an emergency of a person who was forgotten',
    { kind: 'case_opened', file: file('emergency', { conversation: null }) },
    ['emergency', 'emergency', 'emergency:case-1', 'case-1', JEMBER],
  ],
  ['a report that was only begun', { kind: 'case_opened', file: file('illegal_offer') }, null],
  [
    'a report that is complete',
    { kind: 'case_submitted', file: file('illegal_offer') },
    ['illegal_offer', 'urgent', 'illegal_offer:case-1', 'case-1', JEMBER],
  ],
  [
    'a report that names a recruiter with an open alert',
    { kind: 'case_submitted', file: file('illegal_offer', { joined: 2, joins: 'illegal_offer:case-0' }) },
    ['illegal_offer', 'urgent', 'illegal_offer:case-0', 'case-1', JEMBER],
  ],
  [
    'a family that lost contact',
    { kind: 'case_submitted', file: file('lost_contact', { region: null }) },
    ['lost_contact', 'urgent', 'lost_contact:case-1', 'case-1', null],
  ],
  [
    'a complaint',
    { kind: 'case_submitted', file: file('complaint') },
    ['complaint', 'routine', 'complaint:case-1', 'case-1', JEMBER],
  ],
  ['a hand-over is told by its own event', { kind: 'case_submitted', file: file('handover') }, null],
  [
    'an emergency whose questions were answered is the same one',
    { kind: 'case_submitted', file: file('emergency') },
    ['emergency', 'emergency', 'emergency:lane-1', 'case-1', JEMBER],
  ],
  [
    'more about an emergency, also when its officer is there',
    { kind: 'case_told', file: file('emergency', { state: 'in_progress', attended: true }) },
    ['emergency', 'emergency', 'emergency:lane-1', 'case-1', JEMBER],
  ],
  [
    'more about an emergency that is over',
    { kind: 'case_told', file: file('emergency', { state: 'resolved' }) },
    null,
  ],
  [
    'a step of a report that is being told',
    { kind: 'case_told', file: file('illegal_offer', { state: 'draft' }) },
    null,
  ],
  [
    'something added to a report whose officer is on duty',
    { kind: 'case_told', file: file('illegal_offer', { state: 'in_progress', attended: true }) },
    null,
  ],
  [
    'something added to a report whose officer is off duty',
    { kind: 'case_told', file: file('illegal_offer', { state: 'in_progress' }) },
    ['case_message', 'urgent', 'case_message:case-1', 'case-1', JEMBER],
  ],
  [
    'a message to an officer who is off duty',
    { kind: 'case_message', file: file('handover') },
    ['case_message', 'urgent', 'case_message:case-1', 'case-1', JEMBER],
  ],
  [
    'a message to an officer who is on duty',
    { kind: 'case_message', file: file('handover', { attended: true }) },
    null,
  ],
  [
    'a message on a case that is over',
    { kind: 'case_message', file: file('handover', { state: 'resolved' }) },
    null,
  ],
  [
    'a wish to talk, on a case',
    {
      kind: 'handover_requested',
      region: JEMBER,
      conversation: 'lane-1',
      file: file('handover', { region: null }),
    },
    ['handover', 'urgent', 'handover:case-1', 'case-1', JEMBER],
  ],
  [
    'a wish to talk without a case',
    { kind: 'handover_requested', region: null, conversation: 'lane-1', file: null },
    ['handover', 'urgent', 'handover:lane-1', null, null],
  ],
  [
    'a message refused to a person with a case',
    refused({ file: file('lost_contact') }),
    ['delivery_refused', 'urgent', 'delivery_refused:case-1', 'case-1', JEMBER],
  ],
  [
    'the answer to an emergency refused',
    refused({ urgent: true }),
    ['delivery_refused', 'urgent', 'delivery_refused:outbox:7', null, null],
  ],
  [
    'somebody blocked the bot after a question',
    refused({}),
    ['delivery_refused', 'routine', 'delivery_refused:telegram', null, null],
  ],
  [
    'a message parked',
    { kind: 'message_parked', channel: 'web' },
    ['message_parked', 'urgent', 'message_parked:web', null, null],
  ],
  [
    'a channel stuck',
    { kind: 'channel_unhealthy', channel: 'whatsapp', waiting: 80 },
    ['channel_unhealthy', 'urgent', 'channel_unhealthy:whatsapp', null, null],
  ],
  [
    'nobody there',
    { kind: 'nobody_on_duty', waiting: 3 },
    ['nobody_on_duty', 'urgent', 'nobody_on_duty', null, null],
  ],
]

describe('what officers must hear of', () => {
  it.each(TABLE)('%s', (_what, occasion, expected) => {
    const draft = raise(occasion, 'turn-1')
    if (expected === null) return expect(draft).toBeNull()
    const [kind, severity, dedupKey, caseId, region] = expected
    expect(draft).toMatchObject({ kind, severity, dedupKey, caseId, region, turn: 'turn-1' })
  })

  it('has an example of every kind that an occasion raises; what time brings has its own tests', () => {
    const shown = new Set(TABLE.flatMap(([, , expected]) => (expected === null ? [] : [expected[0]])))
    const timed = ['milestone_due', 'milestone_passed', 'source_stale', 'unanswered_subject']
    expect([...shown, ...timed].sort()).toEqual([...ALERT_KINDS].sort())
    expect(Object.keys(SEVERITY_OF).sort()).toEqual([...ALERT_KINDS].sort())
  })

  it('says the signs and the country of an emergency once, and how many reports were joined', () => {
    const country = 'MY' as CountryCode
    const open = file('emergency', { signs: ['violence', 'no_food'] })
    expect(raise(danger({ country, file: open }), null)?.params).toEqual({
      number: 'JR-7K2MWX',
      signs: ['violence', 'no_food'],
      country: 'MY',
    })
    const joined = file('illegal_offer', { joined: 2 })
    expect(raise({ kind: 'case_submitted', file: joined }, null)?.params).toMatchObject({ joined: 2 })
  })

  it.each([
    ['35.09', 'region'],
    ['35.09.01', 'region'],
    ['35', 'province'],
    [null, 'national'],
  ] as const)('a matter of %s begins at the level of the %s', (region, level) => {
    expect(startLevel(region as RegionCode | null)).toBe(level)
  })
})
