import { describe, expect, it } from 'vitest'
import { joinTurn } from '../../../src/conversation/dialogue/join-turn.ts'
import { type ConversationState, initialState } from '../../../src/conversation/state.ts'
import { JOIN_CHECKS, type JoinCheck, joinCodeOf } from '../../../src/core/join.ts'

const asked: ConversationState = { ...initialState(), pending: { kind: 'join_code' } }
const turnOf = (said: string, state = initialState(), check: JoinCheck = 'right') => {
  const typed: string[] = []
  const joining = {
    newCode: '004711',
    check: (code: string) => {
      typed.push(code)
      return check
    },
  }
  return { result: joinTurn(said, () => 'id', state, joining), typed }
}

describe('the wish to join two channels', () => {
  it.each([
    'gabung akun',
    'Gabung akun.',
    'gabungkan akun saya',
    'saya mau menggabungkan akun',
    'tolong satukan akunku',
    'sambung akun',
    'nggabung akun kula',
    'gabungkeun akun abdi',
    'join account',
    'please link my accounts',
    'I want to merge two accounts',
    'gabung akun 123456',
  ])('is understood: %s', (said) => {
    const { result } = turnOf(said)
    expect(result).toMatchObject({
      pending: { kind: 'join_code' },
      events: [{ type: 'join_code_shown', code: '004711' }],
    })
  })

  it.each([
    'halo',
    'gabung kelompok',
    'akun saya dibajak',
    'hapus akun saya',
    'bagaimana cara gabung akun siapkerja dengan sisko?',
    'majikan gabung akun bank saya dan ambil uangnya',
    'hubungi nomor ini',
    '123456',
    'nomor paspor saya 123456',
  ])('is not read into something else: %s', (said) => {
    expect(turnOf(said).result).toBeUndefined()
  })

  it('has no code where nobody could tell whose it is', () => {
    expect(joinTurn('gabung akun', () => 'id', initialState(), undefined)).toMatchObject({ events: [] })
  })
})

describe('a code that was asked for', () => {
  it.each(['123456', ' 123 456 ', '123-456', 'kode: 123456', 'Kode 123456.'])('is read: %j', (said) => {
    const { result, typed } = turnOf(said, asked)
    expect(typed).toEqual(['123456'])
    expect(result).toMatchObject({
      pending: null,
      events: [{ type: 'join_code_typed', code: '123456', check: 'right' }],
    })
  })

  it.each(['1234567', '12345', 'tolong saya dikurung', '0812 3456 7890', 'kode pos 68111', 'biaya'])(
    'is not seen in something else: %s',
    (said) => {
      expect(turnOf(said, asked).result).toBeUndefined()
    },
  )

  it.each(JOIN_CHECKS)('has its own answer: %s', (check) => {
    const keys = JOIN_CHECKS.map((one) => turnOf('123456', asked, one).result?.drafts[0]?.parts[0]?.key)
    expect(new Set(keys).size).toBe(JOIN_CHECKS.length)
    expect(turnOf('123456', asked, check).result?.pending).toEqual(
      check === 'wrong' || check === 'own' ? { kind: 'join_code' } : null,
    )
  })
})

it('a code has six digits, also a small one', () => {
  expect(joinCodeOf(new Uint8Array([0, 0, 0, 7, 99]))).toBe('000007')
  expect(joinCodeOf(new Uint8Array([255, 255, 255, 255]))).toBe('967295')
  expect(() => joinCodeOf(new Uint8Array(3))).toThrow()
})
