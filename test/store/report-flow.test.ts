/** What a person writes, on the whole way: engine, commit, desk of the next turn. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TurnInput } from '../../src/core/input.ts'
import { type CaseWorld, caseWorld } from '../support/cases.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let world: CaseWorld
let middle: TestDurable
beforeEach(async () => {
  database = await freshDatabase()
  world = await caseWorld(database.url, new Date())
  middle = await testDurable(database.url)
})
afterEach(async () => {
  await middle.close()
  await world.close()
  await database.drop()
})

const rows = <T extends object>(statement: string) => query<T>(database.url, statement)
const send = async (input: TurnInput) => {
  const said = await middle.converse({
    from: { channel: 'web', address: 'page-1' },
    input,
    chosenLocale: null,
    defaultLocale: 'id',
  })
  return said.text
}
const say = (text: string) => send({ kind: 'text', text })
const tap = (value: string) => send({ kind: 'choice', value })
const files = () =>
  rows<{ number: string; kind: string; state: string; anonymous: boolean; consented_at: Date | null }>(
    'SELECT number, kind, state, anonymous, consented_at FROM case_file ORDER BY opened_at',
  )
const fields = async () =>
  (await rows<{ field: string }>('SELECT field FROM case_detail ORDER BY id')).map(({ field }) => field)

describe('a person on a page', () => {
  it('reports step by step, asks for the state, adds, and withdraws', async () => {
    expect(await say('lapor')).toContain('Setuju disimpan?')
    expect(await files()).toEqual([])
    const begun = await say('ya')
    const [file] = await files()
    const number = file?.number ?? ''
    expect(file).toMatchObject({ kind: 'illegal_offer', state: 'draft' })
    expect(file?.consented_at).not.toBeNull()
    expect(begun).toContain(number)
    await say('saya disuruh bayar 8 juta untuk kerja ke malaysia')
    await say('namanya Joni, hp 0812-3456-7890')
    expect(await fields()).toEqual(['what', 'country', 'recruiter_name', 'recruiter_phone'])
    expect(await say('biaya resmi ke taiwan berapa?')).toContain(number)
    await say('lanjut laporan')
    await say('kabupaten jember')
    await say('lewati')
    await say('lewati')
    expect(await say('boleh')).toContain(number)
    expect(await files()).toMatchObject([{ state: 'open', anonymous: false }])
    expect(await say('status laporan')).toContain('belum dibaca petugas')
    expect(await say('tambah laporan orangnya menelepon lagi')).toContain(number)
    await say('cabut laporan')
    await say('ya')
    expect(await files()).toMatchObject([{ number, state: 'withdrawn' }])
    expect(await say('status laporan')).toContain('sudah dicabut')
  })

  it('in danger gets the numbers and a case at once, and what follows is added to it', async () => {
    expect(await say('tolong saya dikunci majikan di kamar')).toContain('0800-1000')
    const [file] = await files()
    expect(file).toMatchObject({ kind: 'emergency', consented_at: null })
    await say('di malaysia')
    await say('tidak')
    expect((await fields()).length).toBe(3)
    await say('tolong, saya dipukul lagi')
    expect(await files()).toHaveLength(1)
  })

  it('keeps an advert sealed until a report is made of it', async () => {
    const advert =
      'LOWONGAN Kamboja admin gaji 15 juta tanpa pengalaman, minat hub WA 0812-1111-2222, tiket gratis'
    await say(advert)
    const [talk] = await rows<{ state: string }>('SELECT state::text FROM conversation')
    expect(talk?.state).toContain('quoted')
    expect(talk?.state).not.toMatch(/1111|LOWONGAN/)
    await tap('topic:report.illegal')
    await tap('report_yes')
    expect(await fields()).toEqual(['what', 'recruiter_phone'])
    const [after] = await rows<{ quoted: string | null }>(
      `SELECT state ->> 'quoted' AS quoted FROM conversation`,
    )
    expect(after?.quoted).toBeNull()
  })

  it('is reminded when wanted, and not any more after one word', async () => {
    await say('ingatkan saya kontrak habis 3 maret 2035')
    expect(await say('pengingat saya')).toContain('3 Maret 2035')
    await say('berhenti')
    expect(await say('pengingat saya')).toContain('Belum ada pengingat')
  })
})

it('nothing is sent to a messenger while an officer talks, and nothing is lost', async () => {
  const citizens = fakeSender()
  middle.addSender(citizens)
  const siti = await world.officer({ role: 'national' }, 'siti')
  await middle.accept([message('budi', 'bicara dengan petugas')])
  const [file] = await until('there is a case', async () => {
    const found = await files()
    return found.length > 0 && found
  })
  expect((await world.desk.openTalk(siti.id, file?.number as never)).kind).toBe('done')
  await until('both were told', () => citizens.sent.length >= 2)
  await middle.accept([message('budi', 'selamat siang pak, soal kontrak saya')])
  await until('it is done', async () => {
    const [row] = await rows<{ done: number }>(`SELECT count(*)::int AS done FROM inbox WHERE state = 'done'`)
    return row?.done === 2
  })
  // The first message was answered, the second was not; the other thing said to the person is that an officer is there.
  expect(citizens.sent.filter(({ body }) => body.kind === 'reply')).toHaveLength(1)
  const [said] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM case_entry WHERE author = 'citizen'`,
  )
  expect(said?.count).toBe(1)
})
