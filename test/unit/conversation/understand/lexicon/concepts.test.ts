import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../../../../src/conversation/understand/lexicon/concepts/index.ts'
import {
  CONCEPTS,
  type Concept,
  conceptsOf,
  isKnownWord,
} from '../../../../../src/conversation/understand/lexicon/concepts.ts'
import { PHRASE_TABLE } from '../../../../../src/conversation/understand/lexicon/phrase-table.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'

function found(text: string): readonly Concept[] {
  return conceptsOf(normalise(text).split(' ')).map(({ concept }) => concept)
}

describe('the concepts of a message', () => {
  it.each<[text: string, ...concepts: Concept[]]>([
    // pay and papers
    ['gaji saya 4 bulan belum dibayar', 'wage', 'unpaid'],
    ['gajine bojoku durung dibayar', 'wage', 'spouse', 'unpaid'],
    ['majikan motong gaji terus', 'employer', 'deduction', 'wage'],
    ['upah minimum pekerja rumah tangga', 'minimumWage', 'domesticWorker'],
    ['biaya ditanggung siapa', 'cost', 'whoPays'],
    ['uang jaminan 20 juta', 'deposit'],
    ['paspor saya ditahan agen', 'passport', 'withhold', 'agent'],
    ['my employer keeps my passport', 'employer', 'passport'],
    ['paspor abdi dicepeng ku dunungan', 'passport', 'withhold', 'employer'],
    ['visa turis buat kerja', 'touristVisa', 'work'],
    ['paspor hilang', 'lostDocument', 'passport'],
    ['surat izin suami', 'permissionLetter'],
    ['fotokopi KK sama akta lahir', 'familyCard', 'birthCertificate'],
    ['lulusan SMP boleh', 'education', 'mayI'],
    ['ganti majikan', 'changeEmployer'],
    ['jenazah bapak saya', 'corpse', 'parent'],
    ['rumah sakit', 'hospital'],
    // danger, in every language
    ['saya dipukulin majikan', 'hit', 'employer'],
    ['aku digebugi juraganku', 'hit', 'employer'],
    ['abdi disiksa ku dunungan', 'hit', 'employer'],
    ['majikan dera saya', 'employer', 'hit'],
    ['epokol majikan', 'hit', 'employer'],
    ['tiang te empuk', 'hit'],
    ['dikurung di kamar', 'lockIn'],
    ['ora oleh metu omah', 'lockIn'],
    ['teu meunang kaluar', 'lockIn'],
    ['ta olle kalowar', 'lockIn'],
    ['locked inside the house', 'lockIn'],
    ['sudah dua hari gak dikasih makan', 'starve'],
    ['wis rong dina ora diwenehi mangan', 'starve'],
    ['teu dibere dahar', 'starve'],
    ['saya diperkosa', 'rape'],
    ['kula dipunrudapeksa', 'rape'],
    ['minta tebusan 150 juta', 'ransom'],
    ['adik saya dijual ke perusahaan lain', 'sibling', 'sold', 'company'],
    ['kerja scam di kamboja', 'scamJob', 'scamPlace'],
    ['mau bunuh diri', 'suicide'],
    ['hayang maot wae', 'wantToDie'],
    ['wis ora kuwat urip', 'wantToDie'],
    ['majikan mau bunuh saya', 'killThreat'],
    // agreements
    ['siapa yang tanda tangan mou', 'signatory', 'mou'],
    ['ttd kapan', 'signing', 'when'],
    ['daerah mana saja', 'whichRegions'],
    ['MoU-ne isih lumaku', 'mou', 'validity'],
    ['perjanjian kerja sama', 'mou'],
    // questions
    ['berapa lama', 'duration'],
    ['kumaha carana', 'how'],
    ['nang endi', 'where'],
    ['macam mana', 'how'],
  ])('%s', (text, ...concepts) => {
    expect(found(text)).toEqual(expect.arrayContaining(concepts))
  })

  it.each<[text: string, ...concepts: Concept[]]>([
    ['g to g korea', 'not'],
    ['tanda tangan kontrak', 'body'],
    ['nomor telepon petugas', 'talkToPerson'],
    ['perusahaan resmi', 'business'],
    ['sayah mau tanya', 'tired'],
    ['siapa menterinya', 'hospitality'],
    ['surat suara', 'letter'],
    ['jaminan sosial', 'deposit'],
    ['polis asuransi', 'police'],
    ['bunuh diri', 'self'],
    ['nomornya mati', 'death'],
    ['nyawa', 'corpse'],
    ['hari libur', 'day'],
    ['kerja aja bot', 'dont'],
    ['how are you', 'day'],
    ['yes we can', 'notYet'],
    ['lain kali', 'not'],
    ['buru buru', 'runAway'],
    ['orang maluku', 'sad'],
    ['kabupaten pulang pisau', 'comeHome', 'weapon'],
    ['di kuwait', 'waiting'],
    ['mau mandi', 'and'],
  ])('%s does not speak of something else', (text, ...concepts) => {
    for (const concept of concepts) expect(found(text)).not.toContain(concept)
  })

  it('says where, and takes the longest phrase once', () => {
    expect(conceptsOf(['paspor', 'ditahan', 'rumah', 'sakit'])).toEqual([
      { concept: 'passport', start: 0, end: 1 },
      { concept: 'prison', start: 1, end: 2 },
      { concept: 'withhold', start: 1, end: 2 },
      { concept: 'hospital', start: 2, end: 4 },
    ])
  })

  it('finds nothing in nothing', () => {
    expect(conceptsOf([])).toEqual([])
    expect(conceptsOf([''])).toEqual([])
    expect(conceptsOf(['qzxv', 'wqpl'])).toEqual([])
  })

  it('tells known words from others', () => {
    expect(isKnownWord('majikannya')).toBe(true)
    expect(isKnownWord('qzxvnya')).toBe(false)
  })

  it('reads a long message quickly', () => {
    const words = normalise(
      'gaji saya belum dibayar majikan dan paspor saya ditahan agen di kantor '.repeat(60),
    ).split(' ')
    conceptsOf(words)
    const before = performance.now()
    for (let round = 0; round < 20; round++) conceptsOf(words)
    // A fraction of what the machine does, so that a busy one passes too.
    expect((20 * words.length) / (performance.now() - before)).toBeGreaterThan(50)
  })
})

describe('the lexicon', () => {
  it('has no concept in two fields', () => {
    const names = Object.values(FIELDS).flatMap((field) => Object.keys(field))
    expect(new Set(names).size).toBe(names.length)
    expect(CONCEPTS).toHaveLength(names.length)
  })

  it('keeps phrases short', () => {
    for (const phrase of PHRASE_TABLE.keys()) expect(phrase.split(' ').length, phrase).toBeLessThanOrEqual(6)
  })

  it('gives no word more meanings than it has', () => {
    for (const [phrase, concepts] of PHRASE_TABLE) expect(concepts.length, phrase).toBeLessThanOrEqual(5)
  })

  it('has no word that every message holds under a loaded concept', () => {
    const everyday = [
      'saya',
      'yang',
      'di',
      'ke',
      'dari',
      'ini',
      'siapa',
      'ada',
      'the',
      'i',
      'is',
      'nu',
      'sing',
      'ing',
      'ti',
      'ku',
    ]
    const loaded = new Set<Concept>([
      ...(Object.keys(FIELDS.danger) as Concept[]),
      ...(Object.keys(FIELDS.distress) as Concept[]),
      ...(Object.keys(FIELDS.deception) as Concept[]),
      ...(Object.keys(FIELDS.elsewhere) as Concept[]),
    ])
    for (const word of everyday)
      for (const { concept } of conceptsOf([word])) expect(loaded.has(concept), word).toBe(false)
  })
})
