import type { Locale } from '../../../core/locale.ts'
import { wordsOf } from '../../../core/words.ts'
import { anyOf, upTo, wordPattern } from './word-patterns.ts'

/** Names of the languages we word replies in. */
const NAMES: Readonly<Record<Locale, string>> = {
  id: anyOf('indonesia, indonesian, indo, indonesiaan, melayu indonesia, bahasa indonesia'),
  en: anyOf('inggris, english, engles, ingles, enggres, inggeris, englis, britis'),
  jv: anyOf('jawa, jowo, javanese, jawi, krama, kromo, ngoko, jawaan, jawa timuran, jawa halus'),
  su: anyOf('sunda, sundanese, sundaan, sunda lemes'),
}
/** Languages we read but do not write. */
const OTHERS = anyOf(
  `madura, madurese, sasak, lombok, bali, melayu, malay, minang, padang, batak, bugis, makassar, arab, arabic, mandarin, chinese, korea, korean, jepang, japanese, jerman, banjar, aceh, betawi, ntt, tetun, banyumasan, ngapak, tagalog, hindi`,
)
const ANY_NAME = `(?:${Object.values(NAMES).join('|')}|${OTHERS})`

const LANGUAGE = anyOf('bahasa, basa, boso, language, bahase')
const USE =
  anyOf(`pakai, pake, gunakan, memakai, menggunakan, ganti, ubah, tukar, ganti ke, ubah ke, pindah ke, pakek, nganggo, ngangge, ngagem, make, nganggé, ganti nang, ganti dadi, ganti kana, ganti ka, anggo, use, using, switch to, switch, change to, change language to, change, speak, write in, reply in, answer in, respond in, talk in, say it in, in, dalam, dengan, jawab, jawab pakai, jawab dalam, balas, balas pakai, bicara, ngobrol pakai, omong, jawaben nganggo, waler nganggo, jawab make, nyarios,
  nyarita, ku, pakai bahasa, translate to, terjemahkan jawaban ke, terjemahkan ke, ke, kana, set, versi, yang, tolong, minta, mau, nyuwun, hoyong, mode, guna, cakap, atos, bisa, isa, iso, tiasa, saged, mengerti, ngertos, ngartos, paham, understand, know, can you, do you speak, matur`)
const POLITE = anyOf(
  `please, tolong, dong, ya, saja, wae, bae, mawon, kakak, admin, kemawon, bisa, boleh, tidak, ora, teu, mboten, kan, nggih, atuh, mas, mbak, pak, bapak, ibu, nya, sih, only, pls, plis, now, the, in, my, deh, opo, apa, menapa, kamu, kowe, sampeyan, anjeun, bot, you, aku, saya, kula, abdi, mohon, henteu, kah, to, ke, mau, lebih suka, lancar, halus, kasar, biasa, coba, lagi, maneh, deui, jawabnya, jawabane, jawabnya, jawab, jawabannya, sekarang, mulai sekarang, replies, ok, oke, halo, hai, punten, ngapunten, hello, maaf, sorry, language, bahasanya, basane, basana`,
)

/** The whole message is the wish: "bahasa jawa", "english please", "ganti bahasa sunda ya". */
const WISH_WORDS = new Set([
  ...literalsOf(POLITE),
  ...literalsOf(USE),
  ...literalsOf(LANGUAGE),
  ...literalsOf(ANY_NAME),
])
const LONGEST_WISH = 9
const NAMED = wordPattern(ANY_NAME)

/** The single words of a pattern made by `anyOf`. */
function literalsOf(pattern: string): readonly string[] {
  return pattern.match(/[a-z0-9]+/g) ?? []
}

function isWish(normalised: string): boolean {
  const words = wordsOf(normalised)
  return words.length <= LONGEST_WISH && words.every((word) => WISH_WORDS.has(word)) && NAMED.test(normalised)
}

/** A wish inside a longer message, always with the word for language or a clear verb. */
const INSIDE = wordPattern(
  [
    `${anyOf('pakai, gunakan, ganti, ubah, ganti ke, ubah ke, nganggo, ngangge, make, nganggo, jawab pakai, jawab dalam, jawab, balas pakai, balas dalam, balas, jelaskan pakai, jelaskan dalam, jelasin pakai, ngobrol pakai, bicara pakai, bicara, cakap, guna, ku')} ${LANGUAGE} ${ANY_NAME}(?: ${anyOf('saja, ya, dong, wae, bae, mawon, kemawon, bisa, boleh, tidak, atuh, ora, teu')})*`,
    `${anyOf('reply in, answer in, respond in, write in, speak in, explain in, switch to, change to, change language to, talk in, can you speak, do you speak, please use, please speak, can we use, can we speak, say it in, tell me in, explain it in')} ${ANY_NAME}`,
    `in ${ANY_NAME} please`,
    `please${upTo(2)}in ${ANY_NAME}`,
  ].join('|'),
)
const CHANGE_ONLY = wordPattern(
  `^(?:${POLITE} )*${anyOf('ganti bahasa, ubah bahasa, pilih bahasa, pilihan bahasa, tukar bahasa, bahasa lain, change language, switch language, choose language, other language, ganti basa, ngganti basa, gentos basa, bahasa, language, languages, basa, boso')}(?: ${POLITE})*$`,
)
/** "I do not understand Indonesian" wishes for English. */
const NOT_INDONESIAN = wordPattern(
  `${anyOf('dont, do not, cant, cannot, not')} ${anyOf('understand, speak, read, know')}(?: [a-z]+)? ${anyOf('indonesian, bahasa, indonesia, bahasa indonesia')}`,
)
/** Languages as a subject: exams, contracts, what an officer or an employer speaks. */
const SUBJECT = wordPattern(
  anyOf(`kursus, les, tes, test, ujian, syarat, syaratnya, sertifikat, kontrak, kontraknya, surat, dokumen, formulir, belajar, sinau, diajar, harus, wajib, mesti, perlu, kudu, kedah, wawancara, interview, majikan, tidak bisa bahasa, tidak bisa basa, belum bisa, ora isa basa, ora iso basa, teu bisa basa, teu tiasa basa, hotline, petugas, petugase, petugasna, admin yang, orang yang, kbri, kjri, penerjemah, juru bahasa, interpreter, translator, must, need to, course, exam, learn, required, requirement, pelatihan, training, level, kelas,
    nilai, skor, ielts, toefl, guru, jago, pintar, fasih, buku, soal, pr, tugas, artinya, apa artinya, kata, lagu, tidak bisa inggris, staff, staf, officer, officers, agen, paspor, kerja di, ke luar negeri, lowongan, jurusan, sekolah, kuliah, modal, biaya, berapa, minimal, pulau, tengah, timur, jatim, daerah, pmi, bp3mi, alumni, dialek, translate, terjemahkan, kamus, hongkong, taiwan, malaysia, singapura`),
)

/** A wish names a language or says the word: most messages do neither, and no pattern needs to look at them. */
const HINTS: ReadonlySet<string> = new Set([
  ...literalsOf(LANGUAGE),
  ...literalsOf(ANY_NAME),
  'languages',
  'understand',
  'speak',
  'read',
  'know',
])

/** Does the message wish for another language? */
export function asksForLanguage(normalised: string): boolean {
  if (!wordsOf(normalised).some((word) => HINTS.has(word))) return false
  if (CHANGE_ONLY.test(normalised) || NOT_INDONESIAN.test(normalised)) return true
  if (SUBJECT.test(normalised)) return false
  return (isWish(normalised) && namesALanguage(normalised)) || INSIDE.test(normalised)
}

/** Bare "jawa" or "arab" is a place, not a wish; bare "english" is one. */
function namesALanguage(normalised: string): boolean {
  return LANGUAGE_WORD.test(normalised) || CLEAR_NAME.test(normalised) || USE_VERB.test(normalised)
}
const LANGUAGE_WORD = wordPattern(LANGUAGE)
const CLEAR_NAME = wordPattern(
  anyOf('english, inggris, javanese, sundanese, indonesian, ngoko, krama, kromo, ngapak'),
)
const USE_VERB = wordPattern(anyOf('pakai, pake, nganggo, make, ganti, speak, use, switch to, gunakan'))

const LOCALES_BY_NAME = (Object.entries(NAMES) as [Locale, string][]).map(
  ([locale, names]) => [locale, new RegExp(`(?<![a-z0-9])${names}(?![a-z0-9])`, 'g')] as const,
)

/** The language wished for, the last one named ("jangan bahasa jawa, pakai bahasa indonesia"); null when we do not write it. */
export function wantedLocaleOf(normalised: string): Locale | null {
  if (!asksForLanguage(normalised)) return null
  if (NOT_INDONESIAN.test(normalised)) return 'en'
  let wanted: Locale | null = null
  let last = -1
  for (const [locale, names] of LOCALES_BY_NAME) {
    for (const match of normalised.matchAll(names)) {
      if (match.index > last) {
        last = match.index
        wanted = locale
      }
    }
  }
  return wanted
}
