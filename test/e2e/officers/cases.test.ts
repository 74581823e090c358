import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TelegramPerson } from '../../support/telegram/telegram-world.ts'
import { until } from '../../support/until.ts'
import { type OfficersWorld, officersWorld, reportsOffer } from './officers-world.ts'

/** Citizens' bot, officers' bot and everything between them: the whole program on a Telegram on loopback. */
describe('citizens and officers in one system', () => {
  let world: OfficersWorld
  let rina: TelegramPerson
  let budi: TelegramPerson
  let jaya: TelegramPerson
  let eka: TelegramPerson

  beforeAll(async () => {
    world = await officersWorld()
    rina = await world.officer(8001, 'Rina', 'officer', '35.09')
    budi = await world.officer(8002, 'Budi', 'officer', '35.09')
    jaya = await world.officer(8003, 'Jaya', 'supervisor', '35')
    eka = await world.officer(8004, 'Eka', 'officer', '81.71')
  })
  afterAll(() => world?.close())

  it('bring a report to the officers of its regency within two seconds, and the status back', async () => {
    const siti = world.citizen(7101)
    const number = await reportsOffer(siti, '0812-3456-7891')
    const sent = performance.now()
    const card = await rina.reads(new RegExp(number))
    expect(performance.now() - sent).toBeLessThan(2_000)
    expect(card.text).toContain('laporan tawaran ilegal')
    expect(card.text).toContain('Kabupaten Jember')
    expect(card.text).not.toContain('Joni')
    await budi.reads(new RegExp(number))

    await rina.tap('Saya tangani')
    await until('the card says so', () =>
      rina.messages().find(({ id, text }) => id === card.id && text !== card.text),
    )
    await siti.say('status laporan')
    expect((await siti.reads(new RegExp(number))).text).toMatch(/diterima|ditangani|petugas/i)
    expect(eka.messages().some(({ text }) => text.includes(number))).toBe(false)
    expect(jaya.messages().some(({ text }) => text.includes(number))).toBe(false)
  })

  it('let one of two win who press at once, and tell the other who', async () => {
    const number = await reportsOffer(world.citizen(7102), '0812-3456-7892')
    await Promise.all([rina.reads(new RegExp(number)), budi.reads(new RegExp(number))])
    const before = world.telegram.callsOf('answerCallbackQuery').length
    await Promise.all([rina.tap('Ambil kasus'), budi.tap('Ambil kasus')])
    const toasts = await until('both are answered', () => {
      const now = world.telegram.callsOf('answerCallbackQuery').slice(before)
      return now.length === 2 && now.map(({ text }) => text)
    })
    expect(toasts.filter((text) => text === `${number} sekarang milik Anda.`)).toHaveLength(1)
    expect(toasts.filter((text) => /^Sudah ditangani oleh (Rina|Budi)\.$/.test(text))).toHaveLength(1)
    const cardsOf = (person: TelegramPerson) => person.messages().filter(({ text }) => text.includes(number))
    await until('both cards name the same officer', () => {
      const named = [rina, budi].map((one) => /Petugas: (\w+)/.exec(cardsOf(one).at(-1)?.text ?? '')?.[1])
      return named[0] !== undefined && named[0] === named[1]
    })
  })

  it('go up to the supervisor when nobody acknowledges in time, and not before', async () => {
    const number = await reportsOffer(world.citizen(7103), '0812-3456-7893')
    await rina.reads(new RegExp(number))
    await world.pass(3 * 60 + 58)
    // A card of another report shows that alerts were looked at, at this hour.
    const other = await reportsOffer(world.citizen(7108), '0812-3456-7898')
    await rina.reads(new RegExp(other))
    expect(jaya.messages().some(({ text }) => text.includes(number))).toBe(false)
    await world.pass(3)
    const card = await jaya.reads(new RegExp(number))
    expect(card.text).toContain('Diteruskan ke tingkat provinsi')
  })

  it('talk through the bots, neither seeing the other, until the officer ends it', async () => {
    const ani = world.citizen(7104)
    const number = await reportsOffer(ani, '0812-3456-7894')
    await rina.reads(new RegExp(number))
    await rina.command(`/ambil ${number}`)
    await rina.reads(/milik Anda/)
    await rina.command(`/balas ${number}`)
    await rina.reads(/Semua yang Anda tulis/)
    await rina.say('Selamat siang, kapan Anda bertemu orangnya?')
    await rina.reads(/Terkirim ke warga/)
    const heard = await ani.reads(/kapan Anda bertemu/)
    expect(heard.text).not.toContain('8001')
    await ani.say('Kemarin di terminal.')
    const answer = await rina.reads(/Kemarin di terminal/)
    expect(answer.text).toContain(number)
    expect(answer.text).not.toContain('7104')
    // The engine is quiet: nothing but what the officer says.
    await ani.say('biaya ke Taiwan berapa?')
    await rina.reads(/biaya ke Taiwan/)
    expect(ani.messages().at(-1)?.text).not.toContain('Sumber')
    await rina.command('/selesai')
    await rina.reads(/ditutup/)
    await ani.say('biaya ke Taiwan berapa?')
    expect((await ani.reads(/Taiwan/)).text).toMatch(/Sumber/)
    await rina.command(`/kasus ${number}`)
    expect((await rina.reads(/warga: Kemarin di terminal/)).text).toContain('Rina: Selamat siang')
  })

  it('show nothing to an officer of another region', async () => {
    const number = await reportsOffer(world.citizen(7105), '0812-3456-7895')
    await rina.reads(new RegExp(number))
    const before = eka.messages().length
    await eka.command(`/kasus ${number}`)
    expect((await eka.reads(/wilayah/)).text).toBe('Kasus itu tidak ada dalam wilayah Anda.')
    await eka.command(`/ambil ${number}`)
    await until('she is told', () => eka.messages().length >= before + 2)
    await eka.command('/kasus')
    expect((await eka.reads(/menunggu/)).text).toBe('Tidak ada kasus yang menunggu Anda.')
    await eka.command('/cari 0812-3456-7895')
    expect((await eka.reads(/cocok/)).text).toContain('Tidak ada kasus yang cocok')
    expect(eka.messages().some(({ text }) => text.includes(number))).toBe(false)
  })

  it('show nothing to somebody who was revoked, from that moment on', async () => {
    const list = await world.command('officer', 'list')
    const id = /^(\S+) · Budi/m.exec(list)?.[1] ?? ''
    await world.command('officer', 'revoke', id)
    const before = budi.messages().length
    await budi.command('/kasus')
    expect((await budi.reads(/terdaftar/)).text).toBe('Bot ini khusus untuk petugas terdaftar.')
    const number = await reportsOffer(world.citizen(7106), '0812-3456-7896')
    await rina.reads(new RegExp(number))
    expect(
      budi
        .messages()
        .slice(before)
        .some(({ text }) => text.includes(number)),
    ).toBe(false)
  })

  it('join reports that name the same number', async () => {
    const number = await reportsOffer(world.citizen(7107), '+62 812 3456 7896')
    await rina.command(`/kasus ${number}`)
    expect((await rina.reads(new RegExp(`^${number}.*\\n`))).text).toContain('1 laporan lain')
  })

  it('hear of an emergency at the first message, wherever it is', async () => {
    const nina = await world.officer(8005, 'Nina', 'national')
    const tuti = world.citizen(7109)
    await tuti.say('tolong saya dikurung majikan di Malaysia, paspor diambil')
    const sent = performance.now()
    expect((await tuti.reads()).text).toMatch(/^Keselamatan dulu/)
    const card = await nina.reads(/DARURAT/)
    expect(performance.now() - sent).toBeLessThan(2_000)
    expect(card.text).toContain('Malaysia')
    expect(card.text).not.toContain('majikan di')
    await nina.tap('Lihat kasus')
    expect((await nina.reads(/Kejadian|warga:/)).text).toContain('dikurung majikan')
    await nina.command('/ringkas')
    const [picture] = await until('the chart comes', () => {
      const pictures = world.telegram.callsOf('sendPhoto')
      return pictures.length > 0 && pictures
    })
    expect(picture.form).toContain('PNG')
    expect(picture.form).toContain('laporan masuk')
  })

  it('send nothing to who is off duty', async () => {
    await rina.command('/siaga off')
    await rina.reads(/tidak siaga lagi/)
    const number = await reportsOffer(world.citizen(7110), '0812-3456-7897')
    // Nobody else serves the regency: the province is asked at once.
    await jaya.reads(new RegExp(number))
    expect(rina.messages().some(({ text }) => text.includes(number))).toBe(false)
    await rina.command('/siaga on')
    await rina.reads(/siaga mulai sekarang/)
  })

  it('change what citizens are told as soon as a milestone is confirmed with a source', async () => {
    const wati = await world.officer(8006, 'Wati', 'supervisor', '32')
    const dewi = world.citizen(7111)
    const asks = async () => {
      await dewi.say('tanggal penting MoU kota sukabumi?')
      return (await dewi.reads(/Rapat teknis/)).text
    }
    expect(await asks()).toMatch(/Rapat teknis[^•]*belum ada sumber yang memastikan/)
    await wati.command('/mou kota sukabumi')
    await wati.reads(/Rapat teknis[^•]*belum ada sumber yang memastikan/)
    await wati.reads(/Sumber:/)
    await wati.command('/konfirmasi')
    const list = await wati.reads(/pastikan dengan sumber/)
    const meeting = list.buttons.find(({ text }) => text.includes('Rapat teknis'))
    await wati.tap(meeting?.text ?? '')
    await wati.reads(/Apa yang dikatakan/)
    await wati.tap('Terlaksana')
    await wati.reads(/Tanggal berapa/)
    await wati.say('21-01-2026')
    await wati.reads(/Alamat halaman/)
    await wati.say('https://portal.sukabumikota.go.id/rapat')
    await wati.reads(/penerbitnya/)
    await wati.say('Portal Uji Coba')
    await wati.reads(/Tanggal terbit/)
    await wati.say('22-01-2026')
    await wati.reads(/Akan disimpan/)
    const versions = () => world.program.said().err.split('knowledge in use').length
    const before = versions()
    await wati.tap('Simpan')
    await wati.reads(/Disimpan dengan sumbernya/)
    await until('the new knowledge is in use', () => versions() > before)
    const told = await asks()
    expect(told).toMatch(/21 Januari 2026: Rapat teknis[^•]*terlaksana menurut sumber/)
    expect(told).toContain('Portal Uji Coba')
  })

  it('leave neither token nor words nor numbers in the log', () => {
    const { err } = world.program.said()
    for (const secret of ['TEST-secret', 'terminal', 'Joni', '3456', '"8001"', 'Rina'])
      expect(err, secret).not.toContain(secret)
  })
})
