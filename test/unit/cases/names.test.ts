import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOf, namesIn, namesSearched } from '../../../src/cases/names.ts'
import type { ReportField } from '../../../src/core/case.ts'
import { CASE_VAULT } from '../../support/cases.ts'

const values = (field: ReportField, text: string) =>
  namesIn(field, text).map(({ kind, value }) => `${kind} ${value}`)

describe('a telephone number is the same however it is written', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '0812 3456 7890',
    '(0812) 3456 7890',
    '+62 812-3456-7890',
    '+62 0812 3456 7890',
    '62812 3456 7890',
    '0062 812 3456 7890',
    '81234567890',
    'WA nya 0812.3456.7890 atas nama Budi',
  ])('%s', (written) => {
    expect(values('recruiter_phone', written)).toEqual(['phone 6281234567890'])
  })

  it('of another country keeps its code', () => {
    expect(values('recruiter_phone', '+60 12-345 6789')).toEqual(['phone 60123456789'])
    expect(values('recruiter_phone', '00 886 912 345 678')).toEqual(['phone 886912345678'])
  })

  it('two in one answer are two', () => {
    expect(values('recruiter_phone', '081234567890 atau 085711112222')).toEqual([
      'phone 6281234567890',
      'phone 6285711112222',
    ])
  })

  it('too short, or too long, is none', () => {
    expect(values('recruiter_phone', '110')).toEqual([])
    expect(values('recruiter_phone', 'nomor rumah 12')).toEqual([])
    expect(values('recruiter_phone', '12345678901234567')).toEqual([])
  })
})

describe('a company is the same without its form', () => {
  it.each([
    'PT Maju Jaya Abadi',
    'pt. maju jaya abadi',
    'P.T. MAJU JAYA ABADI, Tbk.',
    'CV Maju-Jaya   Abadi',
    'Maju Jaya Abadi (PT)',
  ])('%s', (written) => {
    expect(values('recruiter_company', written)).toEqual(['company maju jaya abadi'])
  })

  it('a form alone, or a few letters, joins nobody', () => {
    expect(values('recruiter_company', 'PT')).toEqual([])
    expect(values('recruiter_company', 'PT AB')).toEqual([])
    for (const nobody of [
      'tidak tahu',
      'Ga ada PT nya',
      'belum jelas',
      'perorangan',
      "I don't know",
      'lupa namanya',
    ])
      expect(values('recruiter_company', nobody), nobody).toEqual([])
  })
})

describe('names in what was told freely', () => {
  it('finds telephone, account and company', () => {
    const text =
      'Disuruh transfer ke BRI 0021 0123 4567 501, hubungi +62 811 222 3333, katanya PT Karya Sukses Mandiri.'
    expect(values('what', text).sort()).toEqual([
      'account 002101234567501',
      'account 628112223333',
      'company karya sukses mandiri',
      'phone 2101234567501',
      'phone 628112223333',
    ])
  })

  it('never what a person says of themselves', () => {
    expect(values('reach', '081234567890')).toEqual([])
  })

  it('an account in its own field is one, whatever it begins with', () => {
    expect(values('recruiter_account', 'BCA 0812345678')).toEqual(['account 0812345678'])
  })
})

describe('what is searched for', () => {
  it('finds a number as telephone and as account, words as a company', () => {
    expect(namesSearched('0812 3456 7890').map(({ kind }) => kind)).toEqual(['phone', 'account'])
    expect(namesSearched('PT Maju Jaya').map(({ kind }) => kind)).toEqual(['company'])
  })

  it('meets what was told, for any Indonesian number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^8[1-9]\d{7,9}$/),
        fc.constantFrom('0', '+62', '62', '0062'),
        (rest, before) => {
          const toldKeys = keysOf(namesIn('recruiter_phone', `0${rest}`), CASE_VAULT)
          expect(keysOf(namesSearched(`${before}${rest}`), CASE_VAULT)).toEqual(
            expect.arrayContaining(toldKeys),
          )
          expect(toldKeys).toHaveLength(1)
        },
      ),
    )
  })

  it('a key shows nothing of the number', () => {
    const [key = ''] = keysOf(namesIn('recruiter_phone', '081234567890'), CASE_VAULT)
    expect(key).toMatch(/^[0-9a-f-]{36}$/)
    expect(key).not.toContain('1234567890')
  })
})
