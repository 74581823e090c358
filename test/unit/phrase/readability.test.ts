import { describe, expect, it } from 'vitest'
import {
  factsOf,
  flesch,
  type Language,
  MOST_WORDS_ON_AVERAGE,
  measure,
  report,
  sentencesOf,
  syllablesOf,
  wordingOf,
  wordsOf,
} from '../../../scripts/readability.ts'

describe('sentencesOf', () => {
  it.each([
    ['Jangan bayar. Jangan berangkat.', ['Jangan bayar.', 'Jangan berangkat.']],
    ['Di negara mana? Tulis “Malaysia”.', ['Di negara mana?', 'Tulis “Malaysia”.']],
    ['Gajinya Rp1.000.000 per bulan.', ['Gajinya Rp1.000.000 per bulan.']],
    ['Lihat kemlu.go.id dulu.', ['Lihat kemlu.go.id dulu.']],
    ['Law 18/2017 art. 30 says so.', ['Law 18/2017 art. 30 says so.']],
    ['• satu\n• dua', ['satu', 'dua']],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

describe('wordsOf', () => {
  it.each([
    ['Data kami (per {{asOf}}) belum ada.', 6],
    ['UU 18/2017 Pasal 30', 4],
    ['0800-1000', 1],
    ['•', 0],
  ])('%s has %i words', (sentence, count) => {
    expect(wordsOf(sentence)).toHaveLength(count)
  })
})

describe('syllablesOf', () => {
  it.each<[string, Language, number]>([
    ['biaya', 'id', 3],
    ['pulau', 'id', 2],
    ['daerah', 'id', 3],
    ['dan', 'id', 1],
    ['ditandatangani', 'id', 6],
    ['sumberipun', 'jv', 4],
    ['masihkénéh', 'su', 4],
    ['disebatkeun', 'su', 4],
    ['question', 'en', 2],
    ['place', 'en', 1],
    ['asked', 'en', 1],
    ['needed', 'en', 2],
  ])('%s (%s): %i', (word, language, count) => {
    expect(syllablesOf(word, language)).toBe(count)
  })
})

describe('report', () => {
  it('should leave labels out and number sentences by their words', () => {
    const one = report(
      [
        { key: 'a', text: 'Kirim' },
        { key: 'b', text: 'Saya tidak mau menebak. Tulis nama kota Anda.' },
      ],
      'id',
    )
    expect(one).toMatchObject({ texts: 2, sentences: 2, wordsPerSentence: 4, longShare: 0 })
  })

  it('should call longer sentences and longer words harder', () => {
    expect(flesch(10, 2, 'id')).toBeGreaterThan(flesch(20, 2, 'id'))
    expect(flesch(10, 2, 'id')).toBeGreaterThan(flesch(10, 3, 'id'))
  })

  it('should not count names in capitals or numbers as syllables', () => {
    expect(measure({ key: 'a', text: 'Hubungi KBRI di 0800-1000 segera.' }, 'id')).toMatchObject([
      { words: 5, spoken: 3, syllables: 7 },
    ])
  })
})

describe('our texts', () => {
  it.each<Language>(['id', 'en', 'jv', 'su'])('should be worded in short sentences: %s', (language) => {
    const { wordsPerSentence, longShare } = report(wordingOf(language), language)
    expect(wordsPerSentence).toBeLessThanOrEqual(MOST_WORDS_ON_AVERAGE)
    expect(longShare).toBeLessThanOrEqual(0.05)
  })

  it('should find the facts, their details and cautions', () => {
    const keys = factsOf('id').map(({ key }) => key)
    expect(keys.length).toBeGreaterThan(300)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
