/** Reports from newspapers and offices, pasted whole. The texts are made up; what they are about is on record. */
import { describe, expect, it } from 'vitest'
import { isAdvert } from '../../../src/conversation/dialogue/offer/advert.ts'
import { isNewsItem } from '../../../src/conversation/understand/news.ts'
import { testEngine } from '../../support/engine.ts'

const engine = await testEngine()
const ask = (text: string) => engine.say(text).reply

const BANJAR = `Balai Jawa Barat Bahas Kelanjutan Nota Kesepahaman dengan Pemda Kabupaten Banjar

Banjar, BP2MI (20/6) – Pertemuan tentang pelaksanaan nota itu digelar di kantor wali kota, Selasa (20/6/2023). "Semua pihak harus bergerak bersama supaya warga yang berangkat terlindungi dari awal," ujar kepala balai. Wali kota menyampaikan bahwa dinas siap membantu. Rapat dihadiri kepala dinas dan jajaran dari Jakarta.`
const PROBOLINGGO = `Pemkab Probolinggo dan BP2MI Teken Nota Kesepakatan

SURATKABAR.COM, Jakarta – Bupati Probolinggo menandatangani nota kesepakatan bersama menteri di Jakarta, Selasa (2/12/2025). Acara itu juga dihadiri perwakilan dari Jember, Bontang, dan Flores Timur. "Kami ingin warga berangkat lewat jalur yang benar dan pulang dengan selamat," kata bupati. Loker bodong disebut masih banyak; gaji 20 juta dijanjikan tanpa syarat, ungkapnya. Editor: Tim.`
const MANY = `Kementerian Gandeng Banyak Mitra Lindungi Pekerja Migran
Reporter – Selasa, 02 Des 2025 15:19 WIB
Jakarta -

Kementerian menjalin kerja sama dengan berbagai mitra untuk membenahi perekrutan. Penandatanganan digelar di aula kantor kementerian. "Persoalan terbesar muncul di tahap awal penyiapan, maka di situ kita mulai bersama," kata menteri. Ia menegaskan semua mitra punya tugas masing-masing dan akan dinilai setiap tahun.`

describe('a pasted report', () => {
  it.each([
    ['of a city that the paper calls a regency', BANJAR, '32.79'],
    ['of one regency, with others among the guests', PROBOLINGGO, '35.13'],
  ])('%s is about the place of its headline', (_what, text, code) => {
    const reply = ask(text)
    expect(isNewsItem(text)).toBe(true)
    expect([reply.topic, reply.danger]).toEqual(['agreement.status', 'none'])
    expect(reply.regions.map((region) => region.code)).toEqual([code])
    expect(reply.citations.length).toBeGreaterThan(0)
  })

  it('of several places is about each of them, not about where they met', () => {
    const text = `Empat Daerah di Sulawesi Utara Kerja Sama dengan BP2MI
JAKARTA, KABAR – Badan Pelindungan Pekerja Migran Indonesia (BP2MI) meneken nota kesepahaman dengan Pemerintah Kabupaten Minahasa serta perjanjian kerja sama dengan Pemerintah Kota Bitung di Jakarta Selatan, Selasa (25/5). Acara di aula itu dihadiri para kepala daerah yang berharap warganya terlindungi sejak dari kampung.`
    expect(isNewsItem(text)).toBe(true)
    expect(ask(text).regions.map(({ name }) => name)).toEqual(['Kabupaten Minahasa', 'Kota Bitung'])
  })

  it('behind its town and a comma is not about the town', () => {
    const text = `Bupati dan Kepala BP2MI Tanda Tangani Nota Kesepakatan

Jakarta, Bupati Dairi dan kepala BP2MI menandatangani perjanjian kerja sama di Jakarta, Selasa (15/11/2022). "Ini awal yang baik untuk melindungi warga kami yang bekerja jauh dari rumah," kata bupati di hadapan para undangan yang datang dari banyak daerah.`
    expect(ask(text).regions.map(({ name }) => name)).toEqual(['Kabupaten Dairi'])
  })

  it('of a body with several agreements is about the one of its day', () => {
    const text = `JAKARTA - Kementerian Dalam Negeri (Kemendagri) menandatangani nota kesepahaman dengan Badan Pelindungan Pekerja Migran Indonesia (BP2MI), Kamis (3/12/2020). Nota ini melanjutkan dua nota yang lebih dulu ada, kata sekretaris jenderal, dan mengatur pemakaian data penduduk serta layanan bagi mereka yang berangkat.`
    const reply = ask(text)
    expect([reply.topic, reply.regions]).toEqual(['agreement.status', []])
    expect(JSON.stringify(reply.parts)).toContain('2020-12-03')
  })

  it('may be short', () => {
    const text = `Kupang, NTTKABAR - Kamis (7/8/2025) Gubernur NTT dan menteri meneken MoU pelindungan pekerja migran asal NTT di Gedung Sasando. Hadir para bupati dan wakil bupati.`
    expect(ask(text).regions.map(({ name }) => name)).toEqual(['Nusa Tenggara Timur'])
  })

  it('that names no place is about its day', () => {
    const reply = ask(MANY)
    expect([reply.action, reply.topic]).toEqual(['answer', 'agreement.where'])
    expect(reply.regions).toEqual([])
    expect(JSON.stringify(reply.parts)).toContain('Bontang')
  })

  it('with a question of the sender behind it is read with that question', () => {
    const reply = ask(`${PROBOLINGGO}\n\nkalau saya di Kota Bontang, nomor telepon dinasnya berapa ya?`)
    expect(reply.regions.map(({ name }) => name)).toContain('Kota Bontang')
    const about = ask(`${PROBOLINGGO}\n\nsiapa saja yang tanda tangan?`)
    expect([about.topic, about.regions.map(({ code }) => code)]).toEqual(['agreement.parties', ['35.13']])
  })

  it('in which somebody cries for help stays a cry for help', () => {
    const text = `${PROBOLINGGO}\n\nTolong, adik saya disekap di Kamboja dan dipukuli, minta tebusan 50 juta`
    expect(ask(text).danger).toBe('emergency')
  })

  it('behind which somebody tells of an offer is no offer, what stands behind it is', () => {
    const text = `${PROBOLINGGO}\n\nBeda sama yang saya dapat: disuruh berangkat pakai visa turis dan bayar dulu 15 juta ke rekening pribadi`
    expect(ask(text).danger).toBe('illegal_offer')
  })

  it('is no advert, and an advert is no report', () => {
    const advert =
      'LOWONGAN KERJA MALAYSIA!!! Dibutuhkan 50 orang operator pabrik, gaji 8 juta, mess gratis, usia 18-35, tanpa pengalaman, proses cepat. Syarat: KTP, KK. Berangkat Senin 8 Desember. Berminat hubungi WA 081234567890. Kuota terbatas, siapa cepat dia dapat, langsung kerja, makan ditanggung.'
    expect(isNewsItem(advert)).toBe(false)
    expect(isAdvert(advert)).toBe(true)
    expect(ask(PROBOLINGGO).topic).not.toBe('placement.check_offer')
  })

  it('a long story of one’s own is none', () => {
    const story =
      'Bu, saya mau cerita, suami saya berangkat ke Malaysia hari Senin lalu lewat Batam, kata pak lurah suratnya belum lengkap, saya bingung harus ke kantor mana, di rumah ada tiga anak kecil dan orang tua saya sakit, mohon dijelaskan apa yang harus saya urus lebih dulu supaya dia aman di sana'
    expect(isNewsItem(story)).toBe(false)
  })
})
