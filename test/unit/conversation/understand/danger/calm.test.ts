import { describe, expect, it } from 'vitest'
import { guard, read } from './reading.ts'

describe('calm questions with the words of danger', () => {
  it.each([
    ['apa hukuman calo?'],
    ['berapa kasus kekerasan 2024'],
    ['apakah majikan boleh pegang paspor menurut aturan?'],
    ['apa bedanya visa kerja dan visa turis'],
    ['materi sosialisasi TPPO'],
    ['kalau paspor hilang gimana'],
    ['bolehkah berangkat pakai visa turis?'],
    ['apa yang dimaksud penyekapan menurut uu'],
    ['apa tugas kbri kalau ada pekerja dianiaya'],
    ['berapa banyak tkw dihukum mati di arab saudi'],
    ['saya mahasiswa meneliti abk yang disiksa di kapal asing'],
    ['bpjs menanggung pekerja yang dipukul majikan gak'],
    ['cara dinas mencegah keberangkatan ilegal'],
    ['what happens to employers who beat their workers'],
    ['definition of forced labour under Indonesian law'],
    ['apa piye ukumane majikan sing mukul'],
    ['naon hukumanana dunungan nu neunggeul'],
    ['negara mana yang dilarang untuk penempatan prt'],
    ['syarat buku pelaut apa'],
    ['paspor hilang di angkot, urus dimana'],
    ['ganti alamat ktp di mana'],
  ])('is no alarm: %s', (text) => {
    expect(guard(text).danger).toBe('none')
  })

  it.each([
    ['gaji 3 bulan belum dibayar'],
    ['kangen rumah banget'],
    ['mau ganti majikan, aturannya gimana'],
    ['kontrak saya habis bulan depan'],
    ['paspor saya hilang di pasar'],
    ['saya flu, majikan sudah antar ke dokter'],
  ])('is everyday worry, not danger: %s', (text) => {
    expect(guard(text).danger).toBe('none')
  })

  it.each([
    ['mati ketawa lihat video tkw joget'],
    ['mati kutu ditanya interviewer'],
    ['hp mati'],
    ['mati lampu'],
    ['nonton film buat bunuh waktu'],
    ['disiksa rindu'],
    ['dikejar deadline pemberkasan'],
    ['this paperwork is killing me'],
  ])('is a figure of speech: %s', (text) => {
    expect(guard(text).danger).toBe('none')
  })

  it.each([
    ['saya tidak dipukul'],
    ['majikan tidak pernah mukul saya'],
    ['saya tidak dikurung, libur boleh keluar'],
    ['saya tidak pernah dimarahi atau dipukul'],
    ['paspor saya pegang sendiri'],
    ['gratis tanpa bayar'],
    ['bukan visa turis'],
    ['my employer does not hit me'],
    ['aku ora dipukul'],
    ['abdi teu digebug'],
  ])('is taken back: %s', (text) => {
    expect(guard(text).danger).toBe('none')
  })

  it('lets an advert of a licensed company pass', () => {
    const text =
      'Lowongan kerja Taiwan lewat P3MI resmi, nomor SIP3MI 123, gaji 15 juta, daftar di kantor atau WhatsApp'
    expect(read(text).danger).toBe('none')
  })
})

describe('somebody in danger inside a calm question', () => {
  it.each([
    ['apa hukuman majikan yang memukul saya tiap hari'],
    ['menurut aturan boleh gak majikan ngurung saya, saya dikunci dari luar'],
    ['mau tanya gaji minimum. oh ya majikan suka mukul saya pakai sapu'],
    ['bpjs bisa klaim gak, anak saya dipukuli majikan sampai patah'],
    ['what does the law say, my boss locks me inside every day'],
  ])('is an alarm: %s', (text) => {
    expect(guard(text).danger).toBe('emergency')
  })
})

describe('pasted adverts', () => {
  it.each([
    ['LOKER KAMBOJA admin chat gaji 15 juta tanpa pengalaman, berangkat minggu ini, WA 081234567890'],
    ['HIRING!!! Chat support Cambodia $1200 ticket FREE no experience. Passport held by company. DM now'],
    ['DIBUTUHKAN TKW ARAB SAUDI jalur cepat, dikasih uang saku 10 jt, tanpa ijazah, hub 08xxxxxxxxxx'],
  ])('with two signs are offers: %s', (text) => {
    const { danger, signs } = read(text)
    expect(danger).toBe('illegal_offer')
    expect(signs.length).toBeGreaterThanOrEqual(2)
  })
})
