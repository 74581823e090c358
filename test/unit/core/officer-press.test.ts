import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_OUTCOMES, caseNumberOf } from '../../../src/core/case.ts'
import { CASE_ACTS, type OfficerPress, pressValue, readPress } from '../../../src/core/officer-press.ts'

const number = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(caseNumberOf)
const press: fc.Arbitrary<OfficerPress> = fc.oneof(
  fc.uuid().map((alert) => ({ kind: 'acknowledge' as const, alert })),
  fc.record({ kind: fc.constant('case' as const), act: fc.constantFrom(...CASE_ACTS), number }),
  fc.record({ kind: fc.constant('resolve' as const), number, outcome: fc.constantFrom(...CASE_OUTCOMES) }),
  fc.record({ kind: fc.constant('queue' as const), page: fc.nat(9_999) }),
  fc.constantFrom('35', '35.09', '35.09.01').map((region) => ({ kind: 'agreement' as const, region })),
  fc.boolean().map((on) => ({ kind: 'duty' as const, on })),
  fc.constantFrom('m:0123456789ab', 'state:done').map((choice) => ({ kind: 'confirm' as const, choice })),
  fc.uuid().map((officer) => ({ kind: 'revoke' as const, officer })),
)

describe('the buttons on officers’ cards', () => {
  it('mean after reading what they meant before, within the 64 bytes of Telegram', () => {
    fc.assert(
      fc.property(press, (one) => {
        const value = pressValue(one)
        expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64)
        expect(readPress(value)).toEqual(one)
      }),
    )
  })

  it('keep the values that cards already sent carry', () => {
    const number = 'JR-7K2MWX'
    expect(readPress('a:ack:0d4fb1a2-7c7e-4c83-9f6d-0a2b3c4d5e6f')).toMatchObject({ kind: 'acknowledge' })
    expect(readPress('c:take:JR-7K2MWX')).toEqual({ kind: 'case', act: 'take', number })
    expect(readPress('r:helped:JR-7K2MWX')).toEqual({ kind: 'resolve', outcome: 'helped', number })
  })

  it('are nothing when they are not ours', () => {
    for (const value of [
      '',
      'a:ack:1',
      'c:fly:JR-7K2MWX',
      'c:take:JR-1',
      'r:rich:JR-7K2MWX',
      'q:-1',
      'x',
      'k:<b>',
    ])
      expect(readPress(value), value).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => void readPress(text)))
  })
})
