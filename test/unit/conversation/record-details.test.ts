/** Details asked for by their own words: whose record is meant, what comes first, and that chance words decide nothing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { countedPart } from '../../../src/conversation/answer/agreement/counted.ts'
import { namedItems } from '../../../src/conversation/answer/agreement/named-items.ts'
import {
  isClear,
  isUnmistakable,
  recordVote,
} from '../../../src/conversation/answer/agreement/record-vote.ts'
import { askedWords, storedWords } from '../../../src/conversation/answer/agreement/record-words.ts'
import { initialState } from '../../../src/conversation/state.ts'
import { dayMonthsIn } from '../../../src/conversation/understand/entities/dates.ts'
import type { LocalDate } from '../../../src/core/dates.ts'
import { asId } from '../../../src/core/ids.ts'
import { type TestEngine, TODAY, testEngine } from '../../support/engine.ts'

const DAY = TODAY.toISOString().slice(0, 10) as LocalDate

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 60_000)

const say = (text: string) => engine.say(text, initialState('id', 'id'))
const voteOf = (text: string) => recordVote({ text, knowledge: engine.knowledge, today: DAY, regions: [] })
const agreement = (id: string) => {
  const found = engine.knowledge.agreements.byId(asId(id))
  if (found === undefined) throw new Error(`No agreement ${id}`)
  return found
}

describe('words of records', () => {
  it.each([
    ['dipantau', 'hasil pemantauan'],
    ['mengarahkan', 'atas arahan wali kota'],
    ['kadisnaker', 'Kepala Dinas Tenaga Kerja'],
  ])('%s stands in “%s”', (asked, stored) => {
    const words = storedWords(stored)
    expect([...askedWords(asked).keys()].some((word) => words.has(word))).toBe(true)
  })

  it('name a day by as much of it as is said', () => {
    const words = storedWords('rapat', ['2026-01-21'])
    for (const text of ['21 januari 2026', '21 januari', 'januari 2026'])
      expect([...askedWords(text).keys()].some((word) => word.startsWith('@') && words.has(word))).toBe(true)
    expect([...askedWords('22 januari 2026').keys()].some((word) => words.has(word))).toBe(false)
  })

  it('put a number together that was cut at its dots', () => {
    expect(askedWords('ada 1 200 pekerja').has('1200')).toBe(true)
  })

  it('read a day and month without a year', () => {
    expect(dayMonthsIn('rapat 20 juni di kantor, 3 bulan lagi')).toEqual(['06-20'])
  })
})

describe('the vote of rare words', () => {
  it.each([
    ['kunjungan 19 januari 2026 diterima triyono', 'kota-sukabumi-kemenp2mi-2026'],
    ['bupati yang dipanggil gus haris selaras asta cita', 'kab-probolinggo-kemenp2mi-2025'],
    ['pemkab menawarkan dua bangunan pinjam pakai untuk pos pelayanan', 'kab-purworejo-bp2mi-2023'],
  ])('%s', (text, id) => {
    const vote = voteOf(text)
    expect(vote?.agreement.id).toBe(id)
    expect(vote !== undefined && isClear(vote)).toBe(true)
  })

  it.each([
    'apa isi mou dengan kementerian',
    'siapa yang tanda tangan nota kesepakatan',
    'syarat kerja ke jepang apa saja',
    'cara main saham buat pemula modal 100 ribu',
  ])('does not hear a record in: %s', (text) => {
    const vote = voteOf(text)
    expect(vote !== undefined && isUnmistakable(vote)).toBe(false)
  })
})

describe('an answer', () => {
  it('tells the very detail first, with its source', () => {
    const { said, reply } = say('TKKSD dilibatkan buat apa di kerja sama Kota Sukabumi?')
    expect(reply.parts[0]?.key).toBe('agreement.detailLead')
    expect(said.text.split('\n')[1]).toContain('selaras')
    expect(reply.citations.length).toBeGreaterThan(0)
  })

  it('gives a figure with the time it is for', () => {
    expect(say('berapa warga Jakarta yang ditempatkan di luar negeri?').said.text).toContain('(2023-2025)')
  })

  it('tells what several records tell alike as of all of them', () => {
    const { reply } = say('siapa yang bilang 80 sampai 90 persen masalah ada di hulu?')
    expect(reply.parts[0]?.key).toBe('agreement.detailShared')
  })

  it.each(['MoU Sukabumi isinya apa?', 'MoU Probolinggo kapan diteken?', 'MoU Banjar ada?'])(
    'asks which place is meant when nothing else tells: %s',
    (text) => {
      expect(say(text).reply.parts[0]?.key).toBe('clarify.region')
    },
  )

  it.each([
    ['koordinasi mou banjar yang 20 juni itu sepakat apa', '32.79'],
    ['DPRD Probolinggo mendukung MoU lewat apa', '35.13'],
  ])('does not ask where a detail tells: %s', (text, code) => {
    expect(say(text).reply.regions.map((region) => region.code)).toEqual([code])
  })

  it('never tells a plan that was asked for by its day as done', () => {
    const { said } = say('rapat daring tanggal 21 Januari 2026 itu sudah terlaksana?')
    expect(said.text).toContain('belum ada sumber yang memastikan')
    expect(said.text).not.toMatch(/Rapat teknis[^\n]*terlaksana menurut sumber/)
  })
})

describe('counting', () => {
  it('counts points as each source has them', () => {
    const part = countedPart(agreement('kab-probolinggo-kemenp2mi-2025'), 'ada berapa poin isinya')
    expect(JSON.stringify(part)).toMatch(/"number":6.*"number":7/)
  })

  it('counts countries and sides, and nothing that is not asked for', () => {
    expect(
      countedPart(agreement('dki-jakarta-kemenp2mi-2025-10'), 'berapa negara tujuannya')?.params,
    ).toEqual({
      number: 3,
    })
    expect(countedPart(agreement('kota-sukabumi-kemenp2mi-2026'), 'berapa pihak')?.params).toEqual({
      number: 3,
    })
    expect(countedPart(agreement('kota-sukabumi-kemenp2mi-2026'), 'siapa saja pihaknya')).toBeUndefined()
  })
})

it('says who an official is only before what was done where that is asked', () => {
  const record = agreement('kota-banjar-bp2mi-2022')
  const first = (text: string) => namedItems(record, text, engine.knowledge, DAY)[0]?.kind
  expect(first('siapa kepala bp3mi yang memaparkan')).toBe('person')
  expect(first('bp3mi memaparkan hasil pemantauan apa')).not.toBe('person')
})
