import { describe, expect, it } from 'vitest'
import { stem } from '../../../../../src/conversation/understand/lexicon/stem.ts'

describe('the stem of a word', () => {
  it.each([
    // Indonesian and Malay
    ['majikannya', 'majikan'],
    ['gajiku', 'gaji'],
    ['paspormu', 'paspor'],
    ['menggaji', 'gaji'],
    ['mengunci', 'kunci'],
    ['ngunciin', 'kunci'],
    ['dikuncikan', 'kunci'],
    ['memukuli', 'pukul'],
    ['dipukulin', 'pukul'],
    ['pembayarannya', 'bayar'],
    ['mengirimkan', 'kirim'],
    ['menyiksanya', 'siksa'],
    ['penyekapan', 'sekap'],
    ['penipunya', 'tipu'],
    ['kepulangannya', 'pulang'],
    ['ditempatkannya', 'ditempatkan'],
    // Javanese
    ['bojone', 'bojo'],
    ['laporane', 'lapor'],
    ['nglaporake', 'lapor'],
    ['paspore', 'paspor'],
    ['kontrakipun', 'kontrak'],
    ['ngirimake', 'kirim'],
    ['dipunsimpen', 'simpen'],
    // Sundanese
    ['kantorna', 'kantor'],
    ['dikirimkeun', 'kirim'],
    ['ngirimkeun', 'kirim'],
    ['dilaporkeun', 'lapor'],
  ])('%s is %s', (word, root) => {
    expect(stem(word)).toBe(root)
  })

  it.each([
    // words of their own that only look affixed
    ['berapa'],
    ['bulan'],
    ['tangan'],
    ['makan'],
    ['dinas'],
    ['keluar'],
    ['terima'],
    ['berita'],
    ['bagaimana'],
    ['diri'],
    ['mati'],
    ['pagi'],
    ['mandi'],
    ['depan'],
    // derivations that mean something else than their root
    ['perusahaan'],
    ['pengadilan'],
    ['sampaikan'],
    // names and foreign words
    ['surabaya'],
    ['indramayu'],
    ['maluku'],
    ['kediri'],
    ['bekasi'],
    ['kuwait'],
    ['september'],
    ['mukhtarudin'],
    ['zxcvbnan'],
    ['women'],
    ['because'],
    [''],
  ])('%s stays', (word) => {
    expect(stem(word)).toBe(word)
  })

  it('does not change a stem again', () => {
    for (const word of ['majikannya', 'diberangkatkannya', 'pembayarannya', 'nglaporake', 'dikirimkeun']) {
      expect(stem(stem(word))).toBe(stem(word))
    }
  })
})
