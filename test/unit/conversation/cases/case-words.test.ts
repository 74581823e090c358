import { beforeAll, describe, expect, it } from 'vitest'
import { actsOf } from '../../../../src/conversation/understand/lexicon/acts.ts'
import {
  asksSomething,
  caseNumberIn,
  caseWishOf,
  endsTalk,
  mayBeReached,
  reminderKindIn,
  saysDone,
  skipsQuestion,
  staysAnonymous,
  toldAfterAdd,
} from '../../../../src/conversation/understand/lexicon/case-words.ts'
import { normalise } from '../../../../src/conversation/understand/normalise.ts'
import { LOCALES } from '../../../../src/core/locale.ts'
import type { MessageKey } from '../../../../src/core/wording.ts'
import { createPhrase, type Phrase } from '../../../../src/phrase/phrase.ts'

let phrase: Phrase
beforeAll(async () => {
  phrase = await createPhrase()
})

const wish = (text: string) => caseWishOf(normalise(text))

describe('what is asked of reports and reminders', () => {
  it.each([
    ['lapor', 'begin'],
    ['mau lapor', 'begin'],
    ['saya mau melapor dong', 'begin'],
    ['buat laporan', 'begin'],
    ['I want to report', 'begin'],
    ['kula badhe lapor', 'begin'],
    ['abdi hoyong ngalapor', 'begin'],
    ['lanjut laporan', 'resume'],
    ['continue report', 'resume'],
    ['status laporan', 'status'],
    ['status laporan saya', 'status'],
    ['gmn kelanjutan laporan saya', 'status'],
    ['status of my report', 'status'],
    ['laporan saya gimana', 'status'],
    ['tambah laporan', 'add'],
    ['tambah laporan orangnya kabur', 'add'],
    ['mau nambah bukti ke laporan', 'add'],
    ['add to my report', 'add'],
    ['cabut laporan', 'withdraw'],
    ['cabut laporan JR-7K2MWX', 'withdraw'],
    ['withdraw my report', 'withdraw'],
    ['saya mau mencabut laporan', 'withdraw'],
    ['berhenti', 'unremind'],
    ['stop', 'unremind'],
    ['batalkan pengingat', 'unremind'],
    ['pengingat saya', 'reminders'],
    ['ingatkan saya kontrak habis 3 maret 2027', 'remind'],
    ['ingetin ya', 'remind'],
    ['cek tawaran', 'check_offer'],
    ['tolong cek lowongan ini', 'check_offer'],
    ['terus lapornya kemana', 'where'],
    ['where do I report', 'where'],
  ])('%s: %s', (text, expected) => {
    expect(wish(text)).toBe(expected)
  })

  it.each([
    'bagaimana cara lapor',
    'nomor pengaduan berapa',
    'mau lapor calo di desa saya yang mengirim orang ke malaysia',
    'kontrak saya habis 3 maret 2027',
    'saya disuruh berhenti kerja',
    'hapus data saya',
    'apa syarat kerja ke jepang',
    'tawaran ini aman tidak',
    'majikan bilang berhenti saja',
  ])('%s: nothing of the kind', (text) => {
    expect(wish(text)).toBeNull()
  })

  it('finds a case number however it is written', () => {
    expect(caseNumberIn('status JR-7K2MWX')).toBe('JR-7K2MWX')
    expect(caseNumberIn('jr 7k2mwx dong')).toBe('JR-7K2MWX')
    expect(caseNumberIn('jr7k2mwx')).toBe('JR-7K2MWX')
    // Letters that are taken for digits stand in no number of ours.
    expect(caseNumberIn('JR-1I0O00')).toBeUndefined()
    expect(caseNumberIn('saya junior')).toBeUndefined()
  })

  it('finds what is to be added, in its own words', () => {
    expect(toldAfterAdd('tambah laporan: Dia NELPON lagi')).toBe('Dia NELPON lagi')
    expect(toldAfterAdd('tambah laporan JR-7K2MWX orangnya kabur')).toBe('orangnya kabur')
    expect(toldAfterAdd('tolong tambahkan ke laporan saya nomornya 0812')).toBe('nomornya 0812')
    expect(toldAfterAdd('tambah laporan')).toBe('')
  })

  it('tells the kinds of reminders apart', () => {
    expect(reminderKindIn(normalise('ingatkan kontrak kerja habis'))).toBe('contract_end')
    expect(reminderKindIn(normalise('ingatkan tanggal berangkat'))).toBe('departure')
    expect(reminderKindIn(normalise('kabari kalau MoU diteken'))).toBe('agreement_signed')
    expect(reminderKindIn(normalise('ingatkan langkah berikutnya'))).toBe('next_step')
    expect(reminderKindIn(normalise('ingatkan saya'))).toBeNull()
  })

  it.each(['lewati', 'ga tau', 'blm tau', 'gak ada', 'skip', 'mboten ngertos', 'teu terang'])(
    '%s passes a question over',
    (text) => {
      expect(skipsQuestion(normalise(text))).toBe(true)
    },
  )

  it('ends a talk only with a word of its own', () => {
    expect(endsTalk(normalise('selesai'))).toBe(true)
    expect(endsTalk(normalise('tutup'))).toBe(true)
    expect(endsTalk(normalise('urusannya belum selesai pak'))).toBe(false)
    expect(staysAnonymous(normalise('tanpa nama saja'))).toBe(true)
  })

  it('knows a question from an answer', () => {
    expect(asksSomething('biaya ke taiwan berapa', 'biaya ke taiwan berapa')).toBe(true)
    expect(asksSomething('pak joni', 'pak Joni?')).toBe(true)
    expect(asksSomething('pak joni dari malang', 'Pak Joni dari Malang')).toBe(false)
  })
})

/** What the wording tells people to write is understood: in each language, as it is quoted. */
describe.each(LOCALES)('the commands told in %s', (locale) => {
  const told = (key: string) =>
    [
      ...phrase
        .wording({ key: key as MessageKey, params: { number: 'JR-7K2MWX', date: '-' } }, locale)
        .matchAll(/“([^”]*)”/g),
    ].map(([, one]) => String(one))
  const wishes = (key: string) => told(key).map(wish)

  it.each([
    ['report.paused', ['resume']],
    ['report.goOn', ['resume']],
    ['report.whatNext', ['status', 'add', 'withdraw']],
    ['urgent.stopped', ['add']],
    ['caseStatus.howToAdd', ['add']],
    ['caseStatus.howToSee', ['status']],
    ['reminder.stop', ['unremind']],
  ])('%s', (key, expected) => {
    expect(wishes(key)).toEqual(expected)
  })

  it('and the answers to its questions', () => {
    expect(told('report.begun').map(normalise).every(skipsQuestion)).toBe(true)
    expect(told('report.ask.leaving').map(normalise).every(skipsQuestion)).toBe(true)
    expect(told('report.ask.attachment').map(normalise).every(skipsQuestion)).toBe(true)
    expect(told('urgent.opened').map(normalise).every(saysDone)).toBe(true)
    const [yes = '', anonymous = ''] = told('report.ask.reach').map(normalise)
    expect(actsOf(yes).includes('affirm') || mayBeReached(yes)).toBe(true)
    expect(staysAnonymous(anonymous)).toBe(true)
    expect(told('report.consentAsk').map((one) => actsOf(normalise(one)))).toEqual([['affirm'], ['deny']])
    expect(told('caseStatus.withdrawAsk').map((one) => actsOf(normalise(one)))).toEqual([
      ['affirm'],
      ['deny'],
    ])
    expect(actsOf(normalise(told('handover.silence')[0] ?? ''))).toContain('talk_to_person')
    expect(actsOf(normalise(told('handover.offer')[0] ?? ''))).toEqual(['affirm'])
  })
})
