/** Lists that a question narrows: by kind of body, by month, by instrument; and what is asked of one record. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asksWhen, kindsAsked } from '../../../src/conversation/answer/agreement/asked-for.ts'
import { asksWhichSide, whichAsked } from '../../../src/conversation/answer/agreement/which-asked.ts'
import { initialState } from '../../../src/conversation/state.ts'
import { type TestEngine, testEngine } from '../../support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 60_000)

const say = (text: string) => engine.say(text, initialState('id', 'id'))

describe('which sides a question asks for', () => {
  it.each([
    ['universitas mana yang sudah mou', ['university']],
    ['kabupaten di ntt yang ikut mou mana', ['regency']],
    ['asosiasi pelatihan apa yang ikut', ['association']],
    ['mou kabupaten jember isinya', []],
    ['siapa yang tanda tangan mou dengan kementerian', []],
  ])('%s', (text, kinds) => {
    expect([...whichAsked(text, []).kinds]).toEqual(kinds)
    expect(asksWhichSide(text)).toBe(kinds.length > 0)
  })

  it.each([
    ['mou bulan desember 2025 dengan siapa saja', '2025-12'],
    ['yang diteken tahun 2024', '2024'],
    ['mou mana saja', null],
  ])('%s: %s', (text, period) => {
    expect(whichAsked(text, []).period).toBe(period)
  })
})

describe('a narrowed list', () => {
  it('names the universities, and nobody else', () => {
    const { said, reply } = say('universitas mana saja yang sudah MoU dengan KP2MI')
    expect(reply.topic).toBe('agreement.where')
    expect(said.text).toContain('Universitas Brawijaya')
    expect(said.text).not.toContain('Bawaslu')
    expect(reply.citations.length).toBeGreaterThan(0)
  })

  it('keeps to the province and the month', () => {
    const { said } = say('kabupaten di NTT yang teken MoU bulan Desember 2025 mana')
    expect(said.text).toContain('Flores Timur')
    expect(said.text).not.toContain('Jember')
  })

  it('tells with whom a PKS was signed', () => {
    expect(say('PKS bidang data tanggal 2 desember 2025 dengan instansi apa').said.text).toContain('Imigrasi')
  })
})

describe('what is asked of one record', () => {
  it.each([
    ['kapan rapatnya', true],
    ['kunjungan itu hari apa', true],
    ['kapan kantor disnaker buka', false],
    ['di mana kantornya', false],
  ])('%s: a date %s', (text, expected) => {
    expect(asksWhen(text)).toBe(expected)
  })

  it('hears a person asked for by name', () => {
    expect(kindsAsked('kepala dinas saat itu namanya')).toContain('person')
    expect(kindsAsked('nama programnya apa')).not.toContain('person')
  })

  it('tells the day of a visit of an office, with its day of the week', () => {
    const { said, reply } = say('kunjungan disnaker kota sukabumi ke KemenP2MI itu hari apa')
    expect(reply.topic).toBe('agreement.dates')
    expect(said.text).toContain('Senin, 19 Januari 2026')
  })

  it('tells the agreement before a year, not of it', () => {
    const { said } = say('kota sukabumi pernah MoU sebelum 2026, kapan itu')
    expect(said.text).toContain('17 Oktober 2023')
  })

  it('tells who the minister is without asking whose agreement, but asks back for signatories of nothing', () => {
    const { said, reply } = say('siapa menteri p2mi sekarang')
    expect(said.text).toContain('Mukhtarudin')
    expect(reply.citations.length).toBeGreaterThan(0)
    expect(say('siapa yang tanda tangan MoU').reply.action).toBe('clarify')
  })
})
