import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RegionCode } from '../../../../src/core/ids.ts'
import { jsonSource } from '../../../../src/knowledge/json-source.ts'
import type { Knowledge } from '../../../../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../../src/knowledge/snapshot.ts'
import type { OfficerId } from '../../../../src/officers/desk.ts'
import type { OfficerAnswer } from '../../../../src/officers/dialogue/officer-answer.ts'
import { type OfficerInput, officerTurn } from '../../../../src/officers/dialogue/officer-turn.ts'
import {
  ADMIN,
  AMBON,
  BUDI,
  caseCardOf,
  type FakeDesk,
  fakeDesk,
  JAYA,
  NUMBER,
  officer,
  RINA,
  SECOND,
} from '../../../support/officers/fake-desk.ts'
import { officerParts, type TestParts } from '../../../support/officers/officer-parts.ts'

const NOW = new Date('2026-11-21T05:00:00Z')
const SUKABUMI = officer('0b000000-0000-4000-8000-000000000009', 'Wati', {
  role: 'supervisor',
  regions: ['32'],
})

let knowledge: Knowledge
let desk: FakeDesk
let parts: TestParts

beforeAll(async () => {
  knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
})
beforeEach(async () => {
  const members = { '1': BUDI, '2': RINA, '3': JAYA, '4': ADMIN, '5': AMBON, '6': SUKABUMI }
  desk = fakeDesk(members, [caseCardOf(NUMBER), caseCardOf(SECOND)])
  parts = await officerParts(desk, knowledge)
})

const give = (input: OfficerInput, who = BUDI): Promise<OfficerAnswer> => officerTurn(input, who, NOW, parts)
const type = (text: string, who = BUDI) => give({ kind: 'text', text }, who)
const press = (value: string, who = BUDI, card: string | null = null) =>
  give({ kind: 'press', value, card }, who)
const words = ({ toast, card, messages }: OfficerAnswer): string =>
  [toast, card?.text, ...messages.map((one) => (one.kind === 'text' ? one.text : one.caption))]
    .filter((one) => one !== null && one !== undefined)
    .join('\n')
const values = ({ card, messages }: OfficerAnswer): string[] =>
  [card, ...messages]
    .flatMap((one) => (one !== null && 'choices' in one ? one.choices : []))
    .map(({ value }) => value)
const button = (answer: OfficerAnswer, label: string): string => {
  const all = [answer.card, ...answer.messages].flatMap((one) =>
    one !== null && 'choices' in one ? one.choices : [],
  )
  const found = all.find((choice) => choice.label.includes(label))
  if (found === undefined)
    throw new Error(`There is no button "${label}" among ${all.map((one) => one.label)}`)
  return found.value
}

describe('a pressed button', () => {
  it('takes a case, and the card says whose it is', async () => {
    const answer = await press(`c:take:${NUMBER}`)
    expect(answer.toast).toBe(`${NUMBER} sekarang milik Anda.`)
    expect(answer.card?.text).toContain('Petugas: Budi')
    expect(values(answer)).not.toContain(`c:take:${NUMBER}`)
    expect(values(answer)).toContain(`c:end:${NUMBER}`)
  })

  it('tells the second of two who has it, by name, and shows the card as it is', async () => {
    await press(`c:take:${NUMBER}`)
    const late = await press(`c:take:${NUMBER}`, RINA)
    expect(late.toast).toBe('Sudah ditangani oleh Budi.')
    expect(late.card?.text).toContain('Petugas: Budi')
    expect(values(late)).not.toContain(`c:end:${NUMBER}`)
  })

  it('lets a supervisor take it over', async () => {
    await press(`c:take:${NUMBER}`)
    const seen = await press(`c:view:${NUMBER}`, JAYA)
    expect(values(seen)).toContain(`c:over:${NUMBER}`)
    expect((await press(`c:over:${NUMBER}`, JAYA)).card?.text).toContain('Petugas: Jaya')
  })

  it('shows nothing of another region: not even that there is a case', async () => {
    const there = await press(`c:view:${NUMBER}`, AMBON)
    const nowhere = await press('c:view:JR-222222', AMBON)
    expect(words(there)).toBe(words(nowhere))
    expect(words(there)).not.toContain(NUMBER)
    expect((await press(`c:take:${NUMBER}`, AMBON)).card).toBeNull()
    expect(desk.did).toEqual([])
  })

  it('says that it is stale when it is nothing we know', async () => {
    for (const value of ['', 'x:y', 'c:fly:JR-7K2MWX', 'k:m:000000000000'])
      expect(words(await press(value)), value).toBe('Tombol ini sudah tidak berlaku. Buka kasusnya lagi.')
  })

  it('of a case that has ended says so and brings the card up to date', async () => {
    await press(`r:helped:${NUMBER}`)
    const again = await press(`r:referred:${NUMBER}`)
    expect(again.toast).toBe('Kasus ini sudah berakhir.')
    expect(again.card?.text).toContain('Hasil: Dibantu')
    expect(values(again)).toEqual([`c:view:${NUMBER}`])
    expect(words(await press(`c:end:${NUMBER}`))).toContain('sudah berakhir')
  })

  it('asks for the outcome before a case ends, and not for "withdrawn"', async () => {
    const answer = await press(`c:end:${NUMBER}`)
    expect(values(answer)).toEqual(
      ['helped', 'referred', 'unfounded', 'unreachable', 'duplicate'].map((one) => `r:${one}:${NUMBER}`),
    )
  })

  it('passes a case up', async () => {
    expect((await press(`c:up:${NUMBER}`)).toast).toBe('Diteruskan ke tingkat provinsi.')
  })

  it('acknowledges an alert without a case: its card keeps its words and loses its buttons', async () => {
    const card = 'Pemberitahuan: tanggal perjanjian sudah dekat'
    const answer = await press('a:ack:0d4fb1a2-7c7e-4c83-9f6d-0a2b3c4d5e6f', BUDI, card)
    expect(answer.card).toEqual({ text: `${card}\n\nDitangani oleh Budi.`, choices: [] })
  })
})

describe('a case', () => {
  it('is shown with what was told, its timeline and its files', async () => {
    const photo = { id: 'p', what: 'photo', mime: 'image/jpeg', bytes: 3, state: 'kept' } as const
    const paper = { id: 'd', what: 'document', mime: 'application/pdf', bytes: 3, state: 'kept' } as const
    const late = { id: 'w', what: 'voice', mime: null, bytes: null, state: 'waiting' } as const
    desk.files.set('p', { card: photo, content: Buffer.from('jpg') })
    desk.files.set('d', { card: paper, content: Buffer.from('pdf') })
    desk.files.set('w', { card: late, content: Buffer.from('') })
    const at = new Date('2026-11-21T05:07:00Z')
    desk.timeline = [
      { at, author: 'citizen', by: null, kind: 'message', text: 'Tolong' },
      { at, author: 'officer', by: 'Rina', kind: 'note', text: 'sudah ditelepon' },
      { at, author: 'system', by: null, kind: 'status', status: 'escalated' },
    ]
    const { messages } = await type(`/kasus ${NUMBER}`)
    expect(messages.map(({ kind }) => kind)).toEqual(['text', 'picture', 'file'])
    const text = messages[0]?.kind === 'text' ? messages[0].text : ''
    expect(text).toContain('Kejadian: Diminta <5 juta> dulu')
    expect(text).toContain('21-11-2026 12.07 WIB warga: Tolong')
    expect(text).toContain('catatan Rina: sudah ditelepon')
    expect(text).toContain('sistem: diteruskan ke atas')
    expect(text).toContain('Wilayah: Kabupaten Jember')
    expect(text).toContain('Lampiran: rekaman suara (sedang diambil)')
    expect(messages[1]).toMatchObject({ name: `${NUMBER}-1.jpg`, caption: NUMBER })
    expect(messages[2]).toMatchObject({ name: `${NUMBER}-2.pdf` })
  })

  it('is opened by its number alone', async () => {
    expect(words(await type('jr 7k2mwx'))).toContain('Kejadian:')
  })

  it('is found by a piece of its number, and asked about when that could be two', async () => {
    expect(words(await type('ambil MWX'))).toContain('sekarang milik Anda')
    const which = words(await type('ambil 7K2'))
    expect(which).toContain(NUMBER)
    expect(which).toContain(SECOND)
    expect(desk.did.filter((one) => one.includes('took'))).toHaveLength(1)
    expect(words(await type('ambil ABC', AMBON))).toContain('tidak ada dalam wilayah')
  })

  it('gets a note by text, at once or after being asked', async () => {
    await type(`catat ${NUMBER} keluarga sudah dihubungi`)
    await press(`c:note:${NUMBER}`)
    expect(words(await type('nomornya mati'))).toContain('Catatan disimpan')
    expect(desk.did).toEqual([
      `Budi noted “keluarga sudah dihubungi” on ${NUMBER}`,
      `Budi noted “nomornya mati” on ${NUMBER}`,
    ])
  })

  it('is resolved by text', async () => {
    expect(words(await type(`selesai ${NUMBER} dirujuk`))).toContain('Dirujuk')
  })

  it('waits in the queue, page by page', async () => {
    for (let index = 0; index < 18; index += 1) {
      const number = `JR-22222${'ABCDEFGHJKLMNPQRSTUVW'.charAt(index)}` as typeof NUMBER
      desk.cases.set(number, caseCardOf(number))
    }
    const first = await type('/kasus')
    expect(words(first)).toContain('20 kasus menunggu')
    expect(words(first)).toContain('Halaman 1 dari 3')
    expect(values(first)).toContain('q:1')
    const last = await press('q:2')
    expect(last.card?.text).toContain('Halaman 3 dari 3')
    expect(values(last)).toContain('q:1')
    expect(values(last)).not.toContain('q:3')
    expect((await press('q:99')).card?.text).toContain('Halaman 3 dari 3')
  })
})

describe('a talk with a citizen', () => {
  it('begins with a button, carries what is written, and ends with a word', async () => {
    expect(words(await press(`c:talk:${NUMBER}`))).toContain('Semua yang Anda tulis sekarang sampai ke warga')
    expect(words(await type('Selamat siang, saya petugas.'))).toBe(`Terkirim ke warga (${NUMBER}).`)
    // A sentence that begins like a command is still meant for the person.
    await type('catat nomor saya: 112')
    await type('/selesai')
    expect(words(await type('halo?'))).toContain('tidak ada percakapan yang terbuka')
    expect(desk.did.filter((one) => one.includes('wrote'))).toEqual([
      `Budi wrote “Selamat siang, saya petugas.” to ${NUMBER}`,
      `Budi wrote “catat nomor saya: 112” to ${NUMBER}`,
    ])
  })

  it('never gets a note that was asked for', async () => {
    await press(`c:talk:${NUMBER}`)
    await press(`c:note:${NUMBER}`)
    await type('ceritanya tidak cocok')
    expect(desk.did.some((one) => one.includes('wrote'))).toBe(false)
  })

  it('leaves other commands working behind a slash', async () => {
    await press(`c:talk:${NUMBER}`)
    expect(words(await type('/kasus'))).toContain('kasus menunggu')
    expect(desk.did.some((one) => one.includes('wrote'))).toBe(false)
  })

  it('does not pass on what it cannot read', async () => {
    await press(`c:talk:${NUMBER}`)
    expect(words(await give({ kind: 'unreadable' }))).toContain('tidak diteruskan')
  })
})

describe('the agreement record', () => {
  it('is asked for when a name means two regions', async () => {
    const answer = await type('/mou sukabumi')
    expect(values(answer)).toEqual(expect.arrayContaining(['m:32.72', 'm:32.02']))
  })

  it('tells a plan that passed as exactly that, with every source and its page', async () => {
    const text = words(await press('m:32.72'))
    expect(text).toContain('belum ada sumber yang memastikan terlaksana')
    expect(text).toContain('Sumber:')
    expect(text).toMatch(/• .+ https:\/\//)
    expect(text).not.toMatch(/\{\{|undefined/)
  })

  it('of every region in the data can be told', async () => {
    for (const { region } of knowledge.agreements.all)
      if (region !== null) expect(words(await press(`m:${region}`)), region).not.toMatch(/\{\{|undefined|NaN/)
  })

  it('is not made up where there is none', async () => {
    const [none] = knowledge.regions
      .children('35' as RegionCode)
      .filter(({ code }) => knowledge.agreements.ofRegion(code).length === 0)
    expect(words(await press(`m:${none?.code}`))).toContain('belum tercatat')
    expect(words(await type('/mou Wakanda'))).toContain('Tidak ada wilayah')
  })
})

describe('the schedule', () => {
  it('names only what is theirs, and what passed unconfirmed as that', async () => {
    const text = words(await type('/jadwal', SUKABUMI))
    expect(text).toContain('Sudah lewat, belum ada sumber yang memastikan')
    expect(text).toContain('Kota Sukabumi')
    expect(words(await type('/jadwal', AMBON))).not.toContain('Sukabumi')
  })
})

describe('the week', () => {
  it('comes as a picture with its numbers in words', async () => {
    const { messages } = await type('/ringkas')
    expect(messages[0]).toMatchObject({ kind: 'picture', name: '2026-11-16.png' })
    const text = messages[0]?.kind === 'picture' ? messages[0].caption : ''
    expect(text).toContain('3 laporan masuk')
    expect(text).toContain('median): 7 menit')
    expect(text).toContain('4 menunggu, 1 ditangani')
  })
})

describe('confirming', () => {
  const pick = async () => button(await type('/konfirmasi', SUKABUMI), 'Kota Sukabumi')

  it('asks one thing at a time and keeps nothing without a source', async () => {
    const first = await press(await pick(), SUKABUMI)
    await press(button(first, 'Terlaksana'), SUKABUMI)
    expect(words(await type('besok', SUKABUMI))).toContain('tidak bisa dibaca')
    expect(words(await type('21-01-2030', SUKABUMI))).toContain('belum tiba')
    await type('21 Januari 2026', SUKABUMI)
    expect(words(await type('koran', SUKABUMI))).toContain('bukan alamat halaman')
    await type('https://portal.sukabumikota.go.id/rapat', SUKABUMI)
    await type('Portal Kota Sukabumi', SUKABUMI)
    expect(words(await type('20-01-2026', SUKABUMI))).toContain('terbit sebelum kejadiannya')
    const summary = await type('22-01-2026', SUKABUMI)
    expect(words(summary)).toContain('Terlaksana 21 Januari 2026')
    expect(words(summary)).toContain('https://portal.sukabumikota.go.id/rapat')
    expect(parts.confirmed).toEqual([])
    expect(words(await press(button(summary, 'Simpan'), SUKABUMI))).toContain('Disimpan dengan sumbernya')
    expect(parts.confirmed).toMatchObject([
      {
        result: 'done',
        happened: '2026-01-21',
        source: {
          url: 'https://portal.sukabumikota.go.id/rapat',
          publisher: 'Portal Kota Sukabumi',
          publishedOn: '2026-01-22',
        },
      },
    ])
    expect(words(await press('k:save', SUKABUMI))).toContain('tidak berlaku')
  })

  it('is left by a word', async () => {
    await press(await pick(), SUKABUMI)
    await type('/batal', SUKABUMI)
    expect(words(await press('k:result:done', SUKABUMI))).toContain('tidak berlaku')
  })

  it('of a contact keeps its numbers or takes the new ones', async () => {
    const contacts = await press(button(await type('/konfirmasi', SUKABUMI), 'Kontak kantor'), SUKABUMI)
    await press(String(values(contacts)[0]), SUKABUMI)
    expect(words(await type('nomor lama', SUKABUMI))).toContain('tidak bisa dibaca')
    await type('0266-123456, 0812 3456 7890', SUKABUMI)
    await type('https://disnaker.sukabumikota.go.id', SUKABUMI)
    await type('Disnaker', SUKABUMI)
    await press(button(await type('2026-11-01', SUKABUMI), 'Simpan'), SUKABUMI)
    expect(parts.confirmed).toMatchObject([{ phones: ['0266-123456', '0812 3456 7890'] }])
  })

  it('finds what is meant by a part of its name', async () => {
    const found = await type('/konfirmasi bp3mi jawa barat', SUKABUMI)
    expect(values(found).length).toBeGreaterThan(0)
    expect(values(found).every((value) => value.startsWith('k:c:'))).toBe(true)
    expect(words(await type('/konfirmasi kota sukabumi', SUKABUMI))).toContain('pastikan dengan sumber')
    expect(values(await type('/konfirmasi bp3mi jawa timur', SUKABUMI))).toEqual([])
  })

  it('is for supervisors and above, in their region', async () => {
    expect(words(await type('/konfirmasi'))).toContain('Peran Anda')
    const key = await pick()
    expect(words(await press(key, JAYA))).toContain('tidak berlaku')
    expect(words(await press(key, BUDI))).toContain('tidak berlaku')
  })
})

describe('officers among themselves', () => {
  it('are invited by an admin, into regions that are clear', async () => {
    expect(words(await type('/undang petugas; Kabupaten Jember; Rina', BUDI))).toContain('Peran Anda')
    const answer = await type('/undang petugas; Kabupaten Jember, 35.10; Bu Rina, Disnaker', ADMIN)
    expect(words(answer)).toContain('KODE-9999')
    expect(desk.did).toEqual(['invited Bu Rina, Disnaker officer 35.09 35.10'])
    expect(words(await type('/undang petugas; sukabumi; Rina', ADMIN))).toContain('tidak jelas')
    expect(words(await type('/undang penyelia; Kabupaten Jember; Rina', ADMIN))).toContain('butuh provinsi')
    expect(words(await type('/undang nasional; Budi', ADMIN))).toContain('KODE-9999')
    for (const text of ['/undang', '/undang raja; Jember; Rina', '/undang petugas; Jember'])
      expect(words(await type(text, ADMIN)), text).toContain('Contoh:')
  })

  it('are revoked by an admin, and by nobody else', async () => {
    const list = await type('/cabut', ADMIN)
    expect(words(list)).toContain('Budi, petugas daerah: Kabupaten Jember')
    const value = button(list, 'Cabut Budi')
    expect(words(await press(value, RINA))).toContain('Tidak dicabut')
    expect(words(await press(value, ADMIN))).toContain('Dicabut')
    expect(words(await press(`c:take:${NUMBER}`, BUDI))).toBe('Bot ini khusus untuk petugas terdaftar.')
    expect([...desk.officers_.values()].map(({ id }): OfficerId => id)).not.toContain(BUDI.id)
  })

  it('go on and off duty', async () => {
    const answer = await type('/siaga')
    expect(words(answer)).toContain('sedang siaga')
    expect((await press(button(answer, 'Berhenti'))).card?.text).toContain('tidak siaga lagi')
    expect(words(await type('siaga on'))).toContain('siaga mulai sekarang')
    expect(desk.did).toEqual(['Budi is off', 'Budi is on'])
  })

  it('speak Indonesian or English', async () => {
    expect(words(await type('/bahasa en'))).toBe('The language is English now.')
    const help = words(
      await officerTurn({ kind: 'text', text: '/help' }, { ...BUDI, locale: 'en' }, NOW, parts),
    )
    expect(help).toContain('/cases – Cases that wait')
    expect(help).not.toContain('/invite')
    expect(words(await type('/bantuan', ADMIN))).toContain('/undang')
  })

  it('see what nobody could answer', async () => {
    desk.unansweredCounts = [
      { topic: 'placement.cost', region: '35.09', language: 'jv', count: 12 },
      { topic: null, region: null, language: 'id', count: 3 },
    ] as FakeDesk['unansweredCounts']
    const text = words(await type('/tanya'))
    expect(text).toContain('12× Biaya · Kabupaten Jember · bahasa jv')
    expect(text).toContain('3× topik tidak dikenal')
  })
})
