import { describe, expect, it } from 'vitest'
import { buildPeopleFinder } from '../../../../../src/conversation/understand/entities/people.ts'

const find = buildPeopleFinder([
  'punjul saepul hayat',
  'mukhtarudin',
  'pramono anung',
  'abdul kadir karding',
  'bobby maulana',
  'ridwan kamil',
  'muhammad fawait',
  'antonius h. gege hadjon',
  'i gusti ngurah jaya negara',
  'emanuel melkiades laka lena',
  'hadianto rasyid',
  'rasyid',
])

describe('people', () => {
  it.each([
    ['siapa punjul saepul hayat', 'punjul saepul hayat'],
    ['pak punjul itu siapa', 'punjul saepul hayat'],
    ['menteri mukhtarudin', 'mukhtarudin'],
    ['menteri mukhtaruddin', 'mukhtarudin'],
    ['gubernur pramono', 'pramono anung'],
    ['karding masih menteri', 'abdul kadir karding'],
    ['bupati fawait', 'muhammad fawait'],
    ['ridwan kamil waktu itu', 'ridwan kamil'],
    ['gubernur laka lena', 'emanuel melkiades laka lena'],
    ['bobby maulana', 'bobby maulana'],
    ['hadianto rasyid', 'hadianto rasyid'],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual([expected])
  })

  it.each([
    'nama saya ridwan',
    'saya muhammad dari jember',
    'nama saya karding',
    'kabupaten negara jaya',
    'rasyid',
    'maulana',
    '',
  ])('nobody in: %s', (text) => {
    expect(find(text)).toEqual([])
  })
})
