import { describe, expect, it } from 'vitest'
import { fieldsOf, toldFacts } from '../../../../src/conversation/dialogue/cases/told-facts.ts'

describe('what a text names of those who recruit', () => {
  it.each([
    ['namanya Pak Joni, hp 0812-3456-7890', { phones: ['0812-3456-7890'], rest: 'Pak Joni' }],
    ['wa +62 812 3456 7890 bu sari', { phones: ['+62 812 3456 7890'], rest: 'bu sari' }],
    ['PT Maju Bersama Jaya di Jakarta', { companies: ['PT Maju Bersama Jaya'], rest: 'di Jakarta' }],
    ['pt. sumber rejeki minta 5 juta', { companies: ['pt. sumber rejeki'], rest: 'minta 5 juta' }],
    ['rek BCA 1234567890 a.n. Joni', { accounts: ['rek BCA 1234567890'], phones: [] }],
    [
      'ig @loker.jepang dan https://t.me/kerja_korea',
      { accounts: ['@loker.jepang', 'https://t.me/kerja_korea'] },
    ],
    ['agennya CV Abadi, LPK Sakura', { companies: ['CV Abadi', 'LPK Sakura'] }],
    // Money, ages and years are no telephone numbers.
    ['bayar 15.000.000, umur 35, tahun 2026', { phones: [], accounts: [] }],
    ['tidak tahu namanya', { phones: [], companies: [], accounts: [] }],
  ])('%s', (text, expected) => {
    expect(toldFacts(text)).toMatchObject(expected)
  })

  it('gives each fact its field, and not more than an advert may carry', () => {
    expect(fieldsOf(toldFacts('PT Abadi, 081234567890, @akun'))).toEqual([
      ['recruiter_phone', '081234567890'],
      ['recruiter_company', 'PT Abadi'],
      ['recruiter_account', '@akun'],
    ])
    const many = Array.from({ length: 30 }, (_, index) => `08123456${String(index).padStart(4, '0')}`).join(
      ', ',
    )
    expect(fieldsOf(toldFacts(many)).length).toBeLessThanOrEqual(6)
  })

  it('takes long and odd texts in no time', () => {
    const started = performance.now()
    for (const text of ['1 '.repeat(2_000), 'pt '.repeat(1_300), '@'.repeat(4_000), 'rek bca '.repeat(500)])
      toldFacts(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
