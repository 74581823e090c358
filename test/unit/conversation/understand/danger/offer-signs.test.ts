import { describe, expect, it } from 'vitest'
import { OFFER_SIGNS, type OfferSign } from '../../../../../src/core/topic.ts'
import { read } from './reading.ts'

type Heard = readonly [language: string, text: string]

const HEARD: Readonly<Record<OfferSign, readonly Heard[]>> = {
  tourist_visa: [
    ['id', 'ditawari kerja di dubai pakai visa turis'],
    ['id', 'kata agennya masuk pakai visa kunjungan dulu'],
    ['id', 'saya mau berangkat kerja pakai visa turis'],
    ['en', 'someone offers me a job in Dubai with a tourist visa'],
    ['jv', 'aku dikon nganggo visa turis dhisik'],
    ['ms', 'ejen suruh masuk guna visa pelancong dulu'],
  ],
  umrah_visa: [
    ['id', 'ditawari kerja ke arab pakai visa ziarah'],
    ['id', 'kata sponsor bisa kerja pakai visa umroh'],
    ['en', 'my neighbour can bring me to Saudi Arabia with an umrah visa to work'],
    ['jv', 'ana wong nawani kerja neng arab nganggo visa umroh'],
    ['su', 'aya nu nawaran gawe ka saudi make visa jiarah'],
    ['mad', 'badha oreng nawari lako ka arab ngangguy visa umroh'],
  ],
  pay_first: [
    ['id', 'disuruh transfer 5 juta dulu ke rekening pribadi'],
    ['id', 'sudah bayar 20 juta tapi tidak berangkat'],
    ['en', 'the agent wants a deposit of 500 dollars to his personal account'],
    ['jv', 'dikongkon mbayar dhisik sepuluh yuta'],
    ['su', 'dititah mayar heula 7 juta'],
    ['ms', 'ejen minta deposit ke akaun peribadi'],
  ],
  individual_recruiter: [
    ['id', 'tetangga nawarin kerja di malaysia tanpa pt'],
    ['id', 'tante saya ngajak kerja ke dubai gak usah lewat pt'],
    ['en', 'my cousin offers me work in Malaysia, through a friend'],
    ['jv', 'kancaku ngajak kerja neng malaysia ora lewat pt'],
    ['su', 'tatangga ngajak abdi gawe ka malaysia'],
    ['ms', 'kawan ajak saya kerja di Thailand'],
  ],
  no_contract: [
    ['id', 'disuruh berangkat tanpa kontrak'],
    ['id', 'ditawari kerja tapi gak ada kontrak'],
    ['en', 'no contract but they want me to fly next week'],
    ['jv', 'ora ana kontrak kok wis arep mangkat, jare agen aman'],
    ['su', 'euweuh kontrak tapi geus rek indit ceuk agen'],
    ['ms', 'ejen kata tak ada kontrak, terus pergi kerja'],
  ],
  contract_after_arrival: [
    ['id', 'kontraknya ditandatangani setelah sampai sana kata agen'],
    ['id', 'berangkat dulu kontrak nyusul kata sponsor'],
    ['en', 'recruiter says sign the contract after I arrive'],
    ['jv', 'jare agen kontrake mengko neng kana'],
    ['su', 'kontrakna engke di ditu ceuk sponsor'],
    ['ms', 'ejen kata kontrak nanti lepas sampai sana'],
  ],
  documents_held: [
    ['id', 'ijazah saya ditahan sponsor'],
    ['id', 'calo minta ijazah asli buat jaminan'],
    ['en', 'the agent keeps my diploma and wants money'],
    ['jv', 'ijazahku ditahan sponsor'],
    ['su', 'ijazah abdi ditahan ku calo'],
    ['ms', 'ejen tahan sijil sekolah saya'],
  ],
  false_identity: [
    ['id', 'umur saya mau dituakan di ktp kata agen'],
    ['id', 'disuruh bilang ke petugas imigrasi mau liburan'],
    ['en', 'they asked me to change the age on my ID, he told me to lie to immigration'],
    ['jv', 'umurku arep dituwakke neng ktp jare calo'],
    ['su', 'umur dina ktp rek dirobah jadi 23 ceuk sponsor'],
    ['ms', 'ejen suruh cakap kat imigresen nak melawat saudara'],
  ],
  transit_country: [
    ['id', 'katanya lewat jalur tikus ke malaysia'],
    ['id', 'kata agen lewat batam terus ke johor terus ke oman'],
    ['en', 'a recruiter offers me work in Malaysia, by boat at night without papers'],
    ['jv', 'diajak mangkat lewat dalan mburi neng malaysia'],
    ['su', 'diajak gawe ka malaysia ngaliwat jalur tikus'],
    ['ms', 'tekong ajak masuk ikut jalan laut tanpa surat'],
  ],
  too_good: [
    ['id', 'ditawari gaji 25 juta tanpa pengalaman'],
    ['id', 'gaji besar tanpa ijazah tanpa bahasa langsung kerja di eropa, ada yang nawarin'],
    ['en', 'they offer high salary, no experience needed, everything free'],
    ['jv', 'ditawani gajine gedhe ora perlu ijazah neng luar negeri'],
    ['su', 'aya lowongan gajih gede teu kudu pangalaman, ditawaran babaturan'],
    ['ms', 'ada tawaran gaji tinggi tanpa pengalaman di luar negara, kawan ajak'],
  ],
  leave_within_days: [
    ['id', 'kata agen besok langsung berangkat'],
    ['id', 'dijanjikan minggu depan terbang tanpa medical'],
    ['en', 'the recruiter says the flight is tomorrow'],
    ['jv', 'jare agen sesuk wis mangkat'],
    ['su', 'ceuk agen isukan kudu indit'],
    ['ms', 'ejen kata esok terus terbang'],
  ],
  social_media_offer: [
    ['id', 'lihat lowongan di tiktok kerja di kanada gaji 50 juta'],
    ['id', 'kenalan di fb nawarin kerja di taiwan'],
    ['en', 'someone on Facebook promises a job in Canada'],
    ['jv', 'ana lowongan neng fb kerja neng malaysia gajine gedhe'],
    ['su', 'aya lowongan di tiktok gawe di korea gajih gede'],
    ['ms', 'iklan kerja Facebook gaji tinggi di Dubai'],
  ],
  closed_country: [
    ['id', 'ditawari jadi pembantu di suriah'],
    ['id', 'ada yang nawarin ke yordania jadi prt'],
    ['en', 'they offer me a maid job in Syria'],
    ['jv', 'diajak kerja neng yordania dadi pembantu'],
    ['su', 'ditawaran gawe ka suriah jadi pembantu'],
    ['ms', 'ejen tawar kerja pembantu di Iraq'],
  ],
  scam_job: [
    ['id', 'diajak jadi admin judi online di kamboja'],
    ['id', 'loker cs di myanmar gaji 15 juta'],
    ['en', 'job offer in a Laos casino with free ticket'],
    ['jv', 'kancaku ngajak neng kamboja dadi admin'],
    ['su', 'babaturan ngajak jadi cs di kamboja'],
    ['ms', 'kawan ajak kerja call centre di Kemboja'],
  ],
  unlicensed_company: [
    ['id', 'agennya gak punya kantor cuma wa'],
    ['id', 'pt yang nawarin kerja ternyata izin palsu'],
    ['en', 'the recruiter has no office, WhatsApp only'],
    ['jv', 'agene ora duwe kantor, mung wa'],
    ['su', 'teu aya kantorna, agen ngan nomer wa'],
    ['ms', 'ejen tak ada kantor, hanya whatsapp'],
  ],
  debt_bondage: [
    ['id', 'disuruh tanda tangan surat hutang 30 juta sama agen'],
    ['id', 'kata sponsor potong gaji 10 bulan buat ganti biaya'],
    ['en', 'the agent says they will cut my salary for eleven months for a loan'],
    ['jv', 'sponsor ngomong sertifikat omah kanggo jaminan utang'],
    ['su', 'ceuk sponsor sertipikat sawah keur jaminan utang'],
    ['ms', 'ejen suruh tanda tangan surat hutang dulu'],
  ],
  secrecy: [
    ['id', 'sponsor bilang jangan bilang siapa siapa'],
    ['id', 'disuruh jangan cerita ke dinas'],
    ['en', 'they told me not to tell my family about the job'],
    ['jv', 'aja kandha wong tuwa jare calone'],
    ['su', 'ulah bebeja ka kolot ceuk sponsor'],
    ['mad', 'ja ca oca ka reng towa ocana sponsor'],
  ],
}

describe('signs of an illegal offer', () => {
  it.each(OFFER_SIGNS)('has at least six wordings of %s in at least three languages', (sign) => {
    expect(HEARD[sign].length).toBeGreaterThanOrEqual(6)
    expect(new Set(HEARD[sign].map(([language]) => language)).size).toBeGreaterThanOrEqual(3)
  })

  for (const sign of OFFER_SIGNS)
    it.each(HEARD[sign])(`hears ${sign} (%s): %s`, (_, text) => {
      const { danger, signs } = read(text)
      expect(danger).toBe('illegal_offer')
      expect(signs).toContain(sign)
    })
})
