import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPlainSigns } from '../../../../src/channels/whatsapp/plain-signs.ts'
import { formats, readable } from './screen.ts'

describe('signs of formatting', () => {
  it.each([
    '*tebal*',
    'kata *tebal* di tengah',
    '(*tebal*)',
    '_miring_',
    '~coret~',
    '`kode`',
    'a`kode`b',
    '```banyak\nbaris```',
    '> kutipan',
    'baris\n  > kutipan',
    '- butir',
    '* butir',
    '1. urutan',
    '12. urutan\n13. lagi',
    '*_~bersarang~_*',
    '*satu* dan *dua*',
  ])('are formatting before and none after: %j', (text) => {
    expect(formats(text)).toBe(true)
    const plain = withPlainSigns(text)
    expect(formats(plain)).toBe(false)
    expect(readable(plain)).toBe(text)
    expect(plain).toHaveLength(text.length)
  })

  it.each([
    'UU 18/2017 Pasal 30',
    'gaji Rp5.000.000 per bulan - lebih dari itu tidak wajar',
    'nama_berkas_panjang.pdf',
    'https://bp2mi.go.id/a_b_c/*x*?q=~y~ dan www.contoh.go.id/_a_',
    'surel: aduan_luar_negeri@kemnaker.go.id',
    '• butir kami',
    '2*3*4',
    '21-11-2026',
    '0800-1000, +62-21-29244800',
    'Jl. M.T. Haryono Kav. 52',
  ])('that are none stay as they are: %s', (text) => {
    expect(withPlainSigns(text)).toBe(text)
  })

  it('is never formatting, whatever is said', () => {
    const piece = fc.constantFrom(
      ...'*_~`>-. \n\t1a'.split(''),
      '```',
      '1. ',
      '- ',
      '> ',
      'kata',
      'https://a.b/_c_',
      'x@y.id',
      'é',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (text) => {
          const plain = withPlainSigns(text)
          expect(plain).toHaveLength(text.length)
          expect(readable(plain)).toBe(readable(text))
          expect(formats(plain)).toBe(false)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
