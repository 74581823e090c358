import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCountryFinder } from '../../../../../src/conversation/understand/entities/countries.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'
import type { Destination } from '../../../../../src/knowledge/fact.ts'

const seed = new URL('../../../../../prisma/seed/destinations.json', import.meta.url)
const destinations = JSON.parse(readFileSync(seed, 'utf8')) as Destination[]
const find = buildCountryFinder(destinations)
const found = (text: string): string => find(normalise(text)).join(' ')

describe('countries', () => {
  it.each([
    ['mau kerja ke Taiwan', 'TW'],
    ['kerja di jpg gmn', 'JP'],
    ['ke jpn apa ke korsel', 'JP KR'],
    ['magang nihon', 'JP'],
    ['hongkong atau hk sama saja', 'HK'],
    ['Arab Saudi', 'SA'],
    ['umroh ke mekkah terus kerja di saudi', 'SA'],
    ['uni emirat arab', 'AE'],
    ['kerja di dubai', 'AE'],
    ['uea', 'AE'],
    ['malaysia', 'MY'],
    ['kerja di msia', 'MY'],
    ['ladang sawit sabah', 'MY'],
    ['spore', 'SG'],
    ['formosa', 'TW'],
    ['brunai', 'BN'],
    ['cina china tiongkok', 'CN'],
    ['perawat jerman', 'DE'],
    ['oman', 'OM'],
    ['turki', 'TR'],
    ['polandia gajinya', 'PL'],
    ['korea utara', 'KP'],
    ['korea selatan', 'KR'],
    ['sudan selatan dan sudan', 'SS SD'],
    ['papua nugini', 'PG'],
    ['ketaiwan', 'TW'],
    ['dihongkong', 'HK'],
    ['taiwannya', 'TW'],
    ['singapra', 'SG'],
    ['austraila', 'AU'],
    ['kamobja', 'KH'],
    ['belajar bahasa korea', 'KR'],
    ['Jepang, Taiwan, Jepang', 'JP TW'],
  ])('%s', (text, expected) => {
    expect(found(text)).toBe(expected)
  })

  it.each([
    'indonesia',
    'ke luar negeri',
    'papua',
    'belajar bahasa inggris dan bahasa arab',
    'belanja online sedia barang',
    'romantis dan omongan kosong',
    'turis asing',
    'kanan kiri',
    'jeruk manis',
    'manula jompo',
    'sungai tabuk',
    'paris van java',
    'jember jepara',
    '',
  ])('none in: %s', (text) => {
    expect(found(text)).toBe('')
  })

  it('knows every country by its Indonesian and English name', () => {
    const lost = destinations.filter(
      ({ code, name }) => code !== 'ID' && (found(name.id) !== code || found(name.en ?? name.id) !== code),
    )
    expect(lost.map(({ name }) => name.id)).toEqual([])
  })

  it('never gives Indonesia and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(find(`${text} indonesia`)).not.toContain('ID')
      }),
    )
  })
})
