import { beforeAll, describe, expect, it } from 'vitest'
import { isAdvert, itemsIn } from '../../../../src/conversation/dialogue/offer/advert.ts'
import { initialState } from '../../../../src/conversation/state.ts'
import { type TestEngine, TODAY, testEngine } from '../../../support/engine.ts'
import { fakeDesk } from '../../../support/fake-desk.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

const LICENSED =
  'Dibutuhkan caregiver untuk Taiwan. PT Bina Kerja, SIP3MI 123/2024, job order terverifikasi. Gaji NT$ 20.000, perjanjian kerja 3 tahun, biaya ditanggung majikan. Minat hubungi 021-5551234.'

describe('an advert', () => {
  it.each([
    'LOWONGAN KERJA KAMBOJA\n- Admin\n- Gaji 15 juta\nMinat hub WA 0812-1111-2222 segera ya',
    LICENSED,
    'Dibutuhkan segera 20 orang operator pabrik Malaysia gaji 1500 RM makan gratis minat WA 081234567890',
    'Hiring! 10 waiters for Dubai, salary 2000 AED, free mess, interested call +971 555 1234 now please',
  ])('is recognised: %s', (text) => {
    expect(isAdvert(text)).toBe(true)
  })

  it.each([
    'saya ditawari kerja di kamboja gaji 15 juta, aman tidak ya kak',
    'gaji di taiwan berapa',
    'syarat kerja ke jepang apa saja ya, umur saya 35, lulusan SMA, belum pernah kerja di luar negeri',
    'suami saya kerja di kapal, gaji 3 bulan belum dibayar, kontrak habis bulan depan, harus lapor ke mana',
    'lowongan ke korea ada?',
  ])('is not: %s', (text) => {
    expect(isAdvert(text)).toBe(false)
  })

  it('says what it names of the things a lawful offer has', () => {
    const read = engine.understand(LICENSED, engine.knowledge)
    expect(itemsIn(LICENSED, read)).toEqual([
      'company',
      'licence',
      'job_order',
      'contract',
      'destination',
      'position',
      'wage',
      'cost',
    ])
    const bare = 'kerja di luar negeri, kontrak menyusul'
    expect(itemsIn(bare, engine.understand(bare, engine.knowledge))).toEqual([])
  })

  it('never calls an offer safe, whatever it names', () => {
    const { reply, said } = engine.say(LICENSED)
    expect(reply.parts.map(({ key }) => key)).toContain('offer.complete')
    expect(said.text).not.toMatch(/\b(pasti aman|resmi dan aman|tawaran ini aman)\b/i)
    expect(said.text).toContain('siskop2mi.bp2mi.go.id')
  })

  it('names a source for every law and sign it tells', () => {
    const { reply } = engine.say(
      'LOWONGAN Kamboja, admin judi online, gaji 20 juta tanpa pengalaman, minat WA 081234567890',
    )
    const told = reply.parts.filter(({ key }) => key === 'guard.why' || key === 'offer.law')
    expect(told.length).toBeGreaterThan(2)
    expect(reply.citations.length).toBeGreaterThanOrEqual(told.length)
  })

  it('is kept for a report only where reports are kept, and only until the next subject', () => {
    const advert = { kind: 'text', text: LICENSED } as const
    expect(engine.take(advert, initialState()).state.quoted).toBeNull()
    const { desk } = fakeDesk()
    const checked = engine.take(advert, initialState(), TODAY, desk)
    expect(checked.state.quoted).toBe(LICENSED)
    const consent = engine.take({ kind: 'choice', value: 'topic:report.illegal' }, checked.state, TODAY, desk)
    expect(consent.state.quoted).toBe(LICENSED)
    const begun = engine.take({ kind: 'choice', value: 'report_yes' }, consent.state, TODAY, desk)
    expect(begun.state.quoted).toBeNull()
    expect(begun.events).toContainEqual(
      expect.objectContaining({ type: 'case_told', field: 'what', text: LICENSED }),
    )
    const other = engine.take({ kind: 'text', text: 'biaya ke taiwan berapa' }, checked.state, TODAY, desk)
    expect(other.state.quoted).toBeNull()
  })
})
