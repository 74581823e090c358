import { describe, expect, it } from 'vitest'
import { readOfficerRequest } from '../../../src/officer-command.ts'

describe('npm run officer', () => {
  it('invites an officer for regions', () => {
    expect(
      readOfficerRequest([
        'invite',
        '--name',
        'Siti',
        '--region',
        '35.13',
        '--region',
        '35.14',
        '--role',
        'officer',
      ]),
    ).toEqual({ kind: 'invite', invitation: { name: 'Siti', role: 'officer', regions: ['35.13', '35.14'] } })
    expect(readOfficerRequest(['invite', '--name', 'Pusat', '--role', 'national'])).toEqual({
      kind: 'invite',
      invitation: { name: 'Pusat', role: 'national', regions: [] },
    })
  })

  it('lists, revokes, sets on and off duty', () => {
    expect(readOfficerRequest(['list'])).toEqual({ kind: 'list' })
    expect(readOfficerRequest(['revoke', 'x'])).toEqual({ kind: 'revoke', id: 'x' })
    expect(readOfficerRequest(['duty', 'x', 'off'])).toEqual({ kind: 'duty', id: 'x', on: false })
  })

  it.each([
    [[], 'Nothing was asked'],
    [['hire'], 'not known'],
    [['invite', '--role', 'officer', '--region', '35.13'], '--name'],
    [['invite', '--name', ' ', '--region', '35.13'], '--name'],
    [['invite', '--name', 'Siti'], '--region'],
    [['invite', '--name', 'Siti', '--region', 'Jember'], 'not a code'],
    [['invite', '--name', 'Siti', '--role', 'boss'], 'not one of'],
    [['invite', '--name', 'Siti', '--role', 'admin', '--region', '35'], 'leave --region out'],
    [['invite', '--name', 'Siti', '--role', 'supervisor', '--region', '35.13'], 'provinces'],
    [['invite', '--naam', 'Siti'], '--naam'],
    [['revoke'], 'id'],
    [['duty', 'x', 'maybe'], 'on or off'],
  ] as const)('says what is wrong with %j', (args, reason) => {
    expect(readOfficerRequest(args)).toContain(reason)
  })
})
