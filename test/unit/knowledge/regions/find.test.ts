import { describe, expect, it } from 'vitest'
import type { RegionMention } from '../../../../src/knowledge/region.ts'
import { buildRegionIndex } from '../../../../src/knowledge/regions/region-index.ts'
import { wholeCountry } from './country.ts'

const index = buildRegionIndex(wholeCountry())

/** Mentions as codes; several candidates of one mention joined by `|`. */
function found(text: string): string[] {
  return index.find(text).map(codes)
}

function codes(mention: RegionMention): string {
  return mention.kind === 'one'
    ? mention.region.code
    : mention.candidates.map(({ code }) => code as string).join('|')
}

describe('one name, one place', () => {
  it.each([
    // plain names, with whatever stands around them
    ['kalau di jember bagaimana kak', '35.09'],
    ['dinas ketenagakerjaan cilacap alamatnya', '33.01'],
    ['kapan pacitan tanda tangan', '35.01'],
    ['bone bolango sudah kerja sama belum', '75.03'],
    ['saya dari lima puluh kota sumatera barat', '13.07', '13'],
    ['jawa timur', '35'],
    ['provinsi nusa tenggara timur', '53'],
    ['papua', '91'],
    ['papua pegunungan', '95'],
    ['papua barat daya', '96'],
    // the kind before, behind, stuck on, in four languages
    ['kab malang', '35.07'],
    ['kota malang', '35.73'],
    ['malang kota', '35.73'],
    ['malang kabupaten', '35.07'],
    ['sukabumi yang kota', '32.72'],
    ['bupati sukabumi', '32.02'],
    ['wali kota sukabumi', '32.72'],
    ['walikota probolinggo', '35.74'],
    ['pemkab probolinggo', '35.13'],
    ['pemkot kediri', '35.71'],
    ['kabupatene blitar', '35.05'],
    ['kutha madiun', '35.77'],
    ['city of bogor', '32.71'],
    ['bogor regency', '32.01'],
    ['pemprov jawa barat', '32'],
    ['gubernur gorontalo', '75'],
    ['provinsi jambi', '15'],
    ['kota jambi', '15.71'],
    ['jambi', '15'],
    ['kota bengkulu', '17.71'],
    ['jakarta', '31'],
    ['kota jakarta timur', '31.75'],
    ['kotasukabumi', '32.72'],
    ['sukabumikota', '32.72'],
    ['kabmalang', '35.07'],
    ['dijember', '35.09'],
    ['jembernya', '35.09'],
    ['kota banjar', '32.79'],
    // a kind that does not fit the province named beside it: the press mixes up kinds, not provinces
    ['kabupaten banjar', '63.03'],
    ['pemda kabupaten banjar dan bp3mi jawa barat', '32.79', '32'],
    ['bp3mi jawa barat ke kabupaten banjar', '32', '32.79'],
    ['kab banjar jawa barat', '32.79'],
    ['kota banjar kalimantan selatan', '63.03', '63'],
    ['kabupaten banjar kalimantan selatan', '63.03', '63'],
    ['kota madiun jawa barat', '35.77', '32'],
    ['kabupaten banjar', '63.03'],
    ['banjarmasin', '63.71'],
    ['banjarnegara', '33.04'],
    ['banjarbaru', '63.72'],
    ['kabupaten bandung barat', '32.17'],
    ['kota bandung barat', '32.17'],
    ['kota jember', '35.09'],
    ['kabupaten surabaya', '35.78'],
    ['bekasi selatan', '32.75.04'],
    // directions and shared words cut short, joined, split
    ['lombok tmr', '52.03'],
    ['lomboktimur', '52.03'],
    ['flores tmr', '53.06'],
    ['jkt sel', '31.74'],
    ['tj pinang', '21.72'],
    ['tanjungpinang', '21.72'],
    ['sulawesi slt', '73'],
    ['jawabarat', '32'],
    ['jawa wetan', '35'],
    ['jawi tengah', '33'],
    ['nusatenggara timur', '53'],
    ['kep riau', '21'],
    ['tanjungjabung barat', '15.06'],
    ['bondo woso', '35.11'],
    ['purwa karta', '32.14'],
    ['east java', '35'],
    ['south sulawesi', '73'],
    ['west lombok', '52.01'],
    // slips of the pen
    ['wong jembr', '35.09'],
    ['kab indrmayu', '32.12'],
    ['banyuwnagi', '35.10'],
    ['dari tulungagng', '35.04'],
    ['saya di lumajng', '35.08'],
    ['asal ponoroggo', '35.02'],
    ['dari surabyaa', '35.78'],
    ['warga trengalek', '35.03'],
    ['di nunukn', '65.03'],
    ['kab bojonegro', '35.22'],
    ['orang wonoosobo', '33.07'],
    ['lombk timur', '52.03'],
    ['lombok tengh', '52.02'],
    ['pmi asal cilacp', '33.01'],
    ['blk bndwoso', '35.11'],
    // districts
    ['kecamatan ledokombo', '35.09.28'],
    ['kec ledokmbo', '35.09.28'],
    ['kec kali sat', '35.09.27'],
    ['saya dari juntinyuat', '32.12.11'],
    ['kecamatan kota kudus', '33.19.02'],
    ['kota kudus', '33.19'],
    ['kecamatan taman sidoarjo', '35.15.13', '35.15'],
    ['pasar minggu jakarta selatan', '31.74.04', '31.74'],
    ['kec sukaraja kabupaten bogor', '32.01.04', '32.01'],
    ['sukaraja bogor', '32.01.04', '32.01'],
  ])('%s', (text, ...expected) => {
    expect(found(text).toSorted()).toEqual(expected.toSorted())
  })
})

describe('a name that several places share', () => {
  it.each([
    ['sukabumi', '32.02|32.72'],
    ['ada mou di malang', '35.07|35.73'],
    ['banjar', '32.79|63.03'],
    ['gorontalo sudah', '75|75.01|75.71'],
    ['tasik malaya', '32.06|32.78'],
    ['kab kota sukabumi', '32.02|32.72'],
    ['aku wong probolingo', '35.13|35.74'],
    ['kecamatan losari', '32.09.03|33.29.12'],
    ['losari', '32.09.03|33.29.12'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    ['banjar jawa barat', ['32.79']],
    ['banjar kalimantan selatan', ['63.03', '63']],
    ['losari yang brebes', ['33.29.12', '33.29']],
    ['malang maksudnya kabupaten malang', ['35.07']],
    ['losari yang brebes bukan cirebon', ['33.29.12', '33.29']],
    ['pataruman banjar', ['32.79.02', '32.79']],
  ])('%s: the other place tells which', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('is left alone where it is only a common district name', () => {
    expect(found('kami baru pindah ke sukaraja kemarin sore')).toEqual([])
  })
})

describe('no place at all', () => {
  it.each([
    'saya mau solo karir saja tanpa agen',
    'hasil medical ada batu ginjal',
    'bangun tidur langsung kerja sampai tengah malam',
    'paling lambat kapan',
    'nasib saya malang sekali',
    'malangnya nasib saya',
    'nasi padang dan soto lamongan',
    'kerja di padang pasir',
    'jangan buru buru tanda tangan',
    'di buru polisi',
    'roh kudus menyertai',
    'aku arep bali menyang indonesia',
    'aku wis bali saka taiwan',
    'papua nugini',
    'jawa sumatera sulawesi kalimantan',
    'saya ibu rumah tangga mau kerja lembur',
    'kulo kudu kerjo',
    'larangan dan arahan harian',
    'sekampung salam semua selesai',
    'ahli waris dapat santunan',
    'lowongan batal langkah diri tanggung lumayan bengkel',
    'cek data diri lalu lapor diri',
    'saya dari diri sendiri',
    'pak bima dan mbak maria',
    'jalan surabaya nomor 5',
    'pt sukabumi makmur',
    'universitas jember',
    'brunei darussalam',
    'kuala lumpur malaysia',
    'dubai qatar oman',
    'serangan jantung',
    'kamu di mana',
    'balai kecamatan',
    '',
    '   ',
    '12 34',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('where the words around decide', () => {
  it.each([
    ['kota batu', ['35.79']],
    ['disnaker batu', ['35.79']],
    ['batu jawa timur', ['35.79', '35']],
    ['batu', ['35.79']],
    ['kantor serang banten', ['36.04|36.73', '36']],
    ['kabupaten buru', ['81.04']],
    ['kabupaten puncak', ['94.05']],
    ['warga bali', ['51']],
    ['kabupaten landak', ['61.08']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('the mention', () => {
  it('tells where the name stands, without the kind', () => {
    const text = 'kalau kota sukabumi dan kab lombok timur'
    expect(index.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'sukabumi',
      'lombok timur',
    ])
  })

  it('says what was written where it must be asked about', () => {
    expect(index.find('saya di suka bumi')).toMatchObject([{ kind: 'several', said: 'suka bumi' }])
  })

  it('names each place once', () => {
    expect(found('jember jember jawa timur jatim dan jember lagi')).toEqual(['35.09', '35'])
  })
})

describe('the index', () => {
  it('walks up and down', () => {
    const jember = index.find('jember')[0]
    if (jember?.kind !== 'one') throw new Error('Jember was not found.')
    expect(index.path(jember.region.code).map(({ name }) => name)).toEqual(['Kabupaten Jember', 'Jawa Timur'])
    expect(index.children(jember.region.code)).toHaveLength(31)
    expect(index.byCode(jember.region.code)).toBe(jember.region)
    expect(index.size).toBe(wholeCountry().length)
  })

  it.each([
    [-8.17, 113.7, '35.09'],
    [-6.92, 106.93, '32.72'],
    [-8.34, 122.98, '53.06'],
  ])('finds what is near %d, %d', (lat, lon, code) => {
    expect(index.nearest(lat, lon, 60)?.code).toBe(code)
  })

  it('finds nothing at sea or abroad', () => {
    expect(index.nearest(25.03, 121.56, 100)).toBeUndefined()
    expect(index.nearest(-12, 95, 100)).toBeUndefined()
  })
})
