import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountsIn } from '../../../../../src/conversation/understand/entities/amounts.ts'
import { datesIn } from '../../../../../src/conversation/understand/entities/dates.ts'
import { ordinalIn } from '../../../../../src/conversation/understand/entities/ordinal.ts'
import { stageIn } from '../../../../../src/conversation/understand/entities/stage.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'
import { LOCAL_DATE } from '../../../../../src/core/dates.ts'

describe('dates', () => {
  it.each([
    ['2 Februari 2026', '2026-02-02'],
    ['tgl 2/2/2026 ya', '2026-02-02'],
    ['20-10-25', '2025-10-20'],
    ['20.10.2025', '2025-10-20'],
    ['2026-02-02', '2026-02-02'],
    ['Feb 2nd, 2026', '2026-02-02'],
    ['2 of february 2026', '2026-02-02'],
    ['17 agt 2024 dan 1 des 2025', '2024-08-17 2025-12-01'],
    ['2 bulan februari tahun 2026', ''],
    ['2 bulan februari 2026', '2026-02-02'],
    ['2 februari tahun 2026', '2026-02-02'],
    ['2feb2026', '2026-02-02'],
    ['feb 2026', ''],
    ['februari', ''],
    ['31 februari 2026', ''],
    ['umur 20 10 anak', ''],
    ['0812 3456 7890', ''],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(datesIn(text).join(' ')).toBe(expected)
    expect(datesIn(normalise(text)).join(' ')).toBe(expected)
  })

  it('are always dates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(40).map(String), fc.constantFrom('mei', '2026', 'of', '2mei2026', ' '))),
        (words) => {
          for (const date of datesIn(words.join(' '))) expect(date).toMatch(LOCAL_DATE)
        },
      ),
    )
  })
})

describe('amounts', () => {
  it.each([
    ['bayar 15 juta', [15e6]],
    ['15jt', [15e6]],
    ['Rp 15.000.000', [15e6]],
    ['rp15.000.000,-', [15e6]],
    ['rp 15 000 000', [15e6]],
    ['15.000.000 rupiah', [15e6]],
    ['500 ribu', [5e5]],
    ['500rb', [5e5]],
    ['500k', [5e5]],
    ['2,5 jt', [2.5e6]],
    ['2.5 juta', [2.5e6]],
    ['1,25 juta', [1.25e6]],
    ['10 sampai 15 juta', [15e6]],
    ['25 million', [25e6]],
    ['1 juta 500 ribu', [1.5e6]],
    ['lima belas juta', [15e6]],
    ['dua puluh lima juta', [25e6]],
    ['seratus lima puluh ribu', [15e4]],
    ['sejuta', [1e6]],
    ['gaji 1500 ringgit', [1500]],
    ['rm 1500', [1500]],
    ['antara 5 juta sampai 10 juta', [5e6, 10e6]],
    ['umur 25 tahun', []],
    ['0800 1000', []],
    ['tahun 2025', []],
    ['dua anak', []],
    ['3 k', [3e3]],
    ['', []],
  ] as const)('%s', (text, expected) => {
    expect(amountsIn(text)).toEqual(expected)
  })

  it.each(['2,5 jt', '1,25 juta', '15 juta', 'rp 15.000.000'])('also when it was normalised: %s', (text) => {
    expect(amountsIn(normalise(text))).toEqual(amountsIn(text))
  })

  it('are always positive whole numbers', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, number) => {
        for (const amount of amountsIn(`${text} ${number} juta ${text}`)) {
          expect(Number.isFinite(amount)).toBe(true)
          expect(amount).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('ordinals', () => {
  it.each([
    ['1', 1],
    ['2', 2],
    ['nomor 2', 2],
    ['no 3', 3],
    ['yang pertama', 1],
    ['yg ke dua', 2],
    ['yang kedua saja kak', 2],
    ['pilihan 3', 3],
    ['the first one', 1],
    ['the second one', 2],
    ['number 4', 4],
    ['sing kapisan', 1],
    ['sing pisanan', 1],
    ['nu kahiji', 1],
    ['nu kadua', 2],
    ['ingkang kaping kalih', 2],
    ['terakhir', -1],
    ['yang terakhir', -1],
    ['the last one', -1],
    ['pungkasan', -1],
    ['3rd', 3],
  ])('%s', (text, expected) => {
    expect(ordinalIn(text)).toBe(expected)
  })

  it.each([
    '',
    '0',
    '2026',
    'dua anak saya',
    'umur 2',
    '1 2',
    'kota sukabumi',
    'nomor',
    'yang mana',
    '15 juta',
    'nomor 2 itu apa maksudnya ya kak',
  ])('none in: %s', (text) => {
    expect(ordinalIn(text)).toBeNull()
  })
})

describe('stages', () => {
  it.each([
    ['pra penempatan', 'pre'],
    ['pra-penempatan apa saja', 'pre'],
    ['apa yang harus disiapkan sebelum berangkat', 'pre'],
    ['before departure', 'pre'],
    ['sakdurunge mangkat', 'pre'],
    ['masa penempatan', 'during'],
    ['selama bekerja di luar negeri', 'during'],
    ['purna penempatan', 'post'],
    ['setelah pulang', 'post'],
    ['saatos mulih', 'post'],
    ['pemberdayaan', 'empowerment'],
    ['modal usaha untuk mantan pmi', 'empowerment'],
    ['biaya ke taiwan', null],
    ['pra penempatan dan purna penempatan', null],
    ['', null],
  ] as const)('%s', (text, expected) => {
    expect(stageIn(normalise(text))).toBe(expected)
  })
})
