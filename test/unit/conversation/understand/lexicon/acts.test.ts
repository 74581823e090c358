import { describe, expect, it } from 'vitest'
import { actsOf, wantedLocaleOf } from '../../../../../src/conversation/understand/lexicon/acts.ts'
import { normalise } from '../../../../../src/conversation/understand/normalise.ts'
import type { Act } from '../../../../../src/conversation/understand/understanding.ts'

const acts = (text: string) => actsOf(normalise(text))

describe('what a message does', () => {
  it.each<[text: string, ...acts: Act[]]>([
    ['iya', 'affirm'],
    ['ya betul pak', 'affirm'],
    ['oke siap', 'affirm'],
    ['nggih leres', 'affirm'],
    ['muhun', 'affirm'],
    ['enggi', 'affirm'],
    ['yes please', 'affirm'],
    ['tidak', 'deny'],
    ['gak usah kak', 'deny'],
    ['mboten', 'deny'],
    ['henteu', 'deny'],
    ["enja'", 'deny'],
    ['ndeq', 'deny'],
    ['no', 'deny'],
    ['belum', 'deny'],
    ['jelaskan lagi dong', 'more'],
    ['saya kurang paham', 'more'],
    ['tell me more', 'more'],
    ['terus?', 'more'],
    ['singkat saja ya', 'shorter'],
    ['kepanjangan min', 'shorter'],
    ['intine wae', 'shorter'],
    ['sing cekak', 'shorter'],
    ['too long', 'shorter'],
    ['ulangi', 'repeat'],
    ['apa tadi', 'repeat'],
    ['baleni maneh', 'repeat'],
    ['say that again', 'repeat'],
    ['bukan, maksud saya jember', 'correct'],
    ['bukan jember tapi malang', 'correct'],
    ['eh salah, kota malang', 'correct'],
    ['i mean taiwan', 'correct'],
    ['terima kasih', 'thanks'],
    ['makasih banyak ya', 'thanks'],
    ['matur nuwun sanget nggih', 'thanks'],
    ['hatur nuhun kang', 'thanks'],
    ['sakalangkong', 'thanks'],
    ['tampi asih', 'thanks'],
    ['dadah', 'goodbye'],
    ['wis ya, sesuk meneh', 'goodbye'],
    ['halo', 'greeting'],
    ['assalamualaikum pak, gaji saya belum dibayar', 'greeting'],
    ['pagi min', 'greeting'],
    ['sampurasun', 'greeting'],
    ['jawabannya gak nyambung', 'frustration'],
    ['capek nanya', 'frustration'],
    ['bot bodoh', 'insult'],
    ['goblok', 'insult'],
    ['menu', 'menu'],
    ['kembali ke menu', 'menu'],
    ['mulai dari awal', 'menu'],
    ['batal', 'cancel'],
    ['gak jadi', 'cancel'],
    ['never mind', 'cancel'],
    ['batal, gak jadi bicara sama petugas', 'cancel'],
    ['hapus data saya', 'forget_me'],
    ['tolong hapus semua chat saya', 'forget_me'],
    ['delete my data', 'forget_me'],
    ['kula nyuwun data kula dipunbusek', 'forget_me'],
    ['punten hapus sadaya chat abdi', 'forget_me'],
    ['lupakan saya', 'forget_me'],
    ['saya mau bicara dengan petugas', 'talk_to_person'],
    ['sambungin ke admin dong', 'talk_to_person'],
    ['operator', 'talk_to_person'],
    ['cs', 'talk_to_person'],
    ['minta orang bukan mesin', 'talk_to_person'],
    ['aku arep ngomong karo petugase', 'talk_to_person'],
    ['hoyong nyarios sareng petugasna', 'talk_to_person'],
    ['nak cakap dengan pegawai', 'talk_to_person'],
    ['I want to talk to a real person', 'talk_to_person'],
    ['let me speak with a female officer', 'talk_to_person'],
    ['pakai bahasa jawa', 'switch_language'],
    ['ganti bahasa', 'switch_language'],
  ])('%s', (text, ...expected) => {
    expect(acts(text)).toEqual(expect.arrayContaining(expected))
  })

  it('does several things at once', () => {
    expect([...acts('ok thanks, bye')].sort()).toEqual(['affirm', 'goodbye', 'thanks'])
    expect([...acts('tidak, terima kasih')].sort()).toEqual(['deny', 'thanks'])
  })

  it.each<[text: string, ...acts: Act[]]>([
    ['tidak terima gaji', 'thanks', 'deny'],
    ['majikan minta uang terima kasih', 'thanks'],
    ['apa data saya disimpan', 'forget_me'],
    ['gimana cara hapus jejak chat di telegram', 'forget_me'],
    ['disuruh hapus chat sama sponsor', 'forget_me'],
    ['data saya di siskop2mi dihapus pt', 'forget_me'],
    ['jangan hapus data saya', 'forget_me'],
    ['nomor telepon petugas', 'talk_to_person'],
    ['minta nomor petugas disnaker', 'talk_to_person'],
    ['saya tidak boleh bicara dengan orang', 'talk_to_person'],
    ['kamu bot atau orang', 'talk_to_person'],
    ['mau bicara dengan orang tua saya', 'talk_to_person'],
    ['petugas imigrasi minta uang', 'talk_to_person'],
    ['batal, gak jadi bicara sama petugas', 'talk_to_person'],
    ['sambung kontrak dengan majikan sama', 'talk_to_person'],
    ['kalau batal kena denda berapa', 'cancel'],
    ['berhenti kerja sebelum kontrak habis', 'cancel'],
    ['minta keluar', 'cancel'],
    ['pagi ini saya dipukul', 'greeting'],
    ['malam ini saya mau kabur', 'greeting'],
    ['majikan bilang saya bodoh', 'insult'],
    ['majikan saya anjing', 'insult'],
    ['ya allah tolong saya', 'affirm'],
    ['ya ampun', 'affirm'],
    ['g to g itu maksudnya gimana', 'deny', 'more'],
    ['tidak dibayar', 'deny'],
    ['bukan pt resmi ya', 'correct', 'deny'],
    ['benar tidak pt ini resmi', 'affirm'],
    ['tolong', 'menu', 'cancel'],
    ['help', 'menu'],
    ['kursus bahasa inggris di mana', 'switch_language'],
    ['harus bisa bahasa mandarin', 'switch_language'],
    ['kontrak pakai bahasa arab', 'switch_language'],
    ['saya orang jawa', 'switch_language'],
    ['kerja di arab', 'switch_language'],
    ['', 'affirm', 'deny', 'greeting'],
  ])('%s does not', (text, ...unexpected) => {
    for (const act of unexpected) expect(acts(text)).not.toContain(act)
  })

  it('is quick on hostile input', () => {
    const before = performance.now()
    for (const text of [
      'ganti ke '.repeat(900),
      'tolong mau '.repeat(900),
      'a '.repeat(4000),
      'hapus '.repeat(1500),
      'jawab ku '.repeat(900),
    ]) {
      actsOf(normalise(text))
      wantedLocaleOf(normalise(text))
    }
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('the language wished for', () => {
  it.each([
    ['bahasa jawa', 'jv'],
    ['pakai inggris', 'en'],
    ['in english please', 'en'],
    ['ganti bahasa sunda', 'su'],
    ['basa jawa wae', 'jv'],
    ['basa sunda', 'su'],
    ['bahasa indonesia saja', 'id'],
    ['tolong jawab pakai bahasa jawa ya', 'jv'],
    ['do you speak english?', 'en'],
    ['speak indonesian', 'id'],
    ['isa basa jawa ora kowe', 'jv'],
    ['tiasa basa sunda teu', 'su'],
    ["I don't understand Indonesian", 'en'],
    ['jangan bahasa jawa, pakai bahasa indonesia', 'id'],
    ['english', 'en'],
  ] as const)('%s: %s', (text, locale) => {
    expect(wantedLocaleOf(normalise(text))).toBe(locale)
  })

  it.each([
    ['ganti bahasa'],
    ['bahasa madura'],
    ['kursus bahasa inggris'],
    ['tidak bisa bahasa inggris apakah boleh'],
    ['jawa'],
    ['jawa timur'],
    ['kerja di inggris'],
    ['tes bahasa korea kapan'],
    ['hotline yang pakai bahasa indonesia'],
    ['gaji di arab'],
  ])('%s: none', (text) => {
    expect(wantedLocaleOf(normalise(text))).toBeNull()
  })
})
