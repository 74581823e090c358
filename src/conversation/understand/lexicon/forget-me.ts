import { anyOf, upTo, wordPattern } from './word-patterns.ts'

/** Wishes to have one's data deleted. Words go through `normalise`, like the messages. */

const ERASE =
  anyOf(`hapus, hapuskan, hapusin, hapus saja, apus, apusin, delete, erase, remove, busek, busaken, pupus, ngahapus,
  hapuskeun, padam, padamkan, bersihkan, musnahkan, buang, wipe, clear, busak, hapusen, hilangkan, ilangi, apuskeun`)
const ERASED =
  anyOf(`dihapus, dihapuskan, dihapusin, dihapus saja, diapus, dibusek, dipunbusek, dipupus, dihapuskeun, deleted,
  erased, removed, dibuang, dipadam, dihilangkan, ehapus, te hapus`)
const ASKED =
  anyOf(`tolong, mohon, minta, please, harap, saya mau, saya ingin, nyuwun, punten, menta, nyoon, nyo on, pengin, hoyong,
  hayang, ingin, mau, i want, want`)
const MINE =
  anyOf(`data, datane, datana, data data, data pribadi, chat, chatku, obrolan, percakapan, pesan, riwayat, riwayat chat,
  akun, akunku, dataku, nomor saya, nomor ponsel, nomorku, jejak, jejak chat, foto, fotoku, ktp saya, identitas, lokasi saya,
  lokasi, everything, maklumat, maklumat saya, semua tentang saya, informasi saya, profil, nama saya, my data, my chat,
  my messages, my account, my number, conversation, history, messages, personal data, serat kula, pesen kula,
  semua yang saya kirim, semua yang saya tulis, my information, my photo, rekaman, cerita saya, ceritaku`)
const PLAIN_WORDS =
  anyOf(`forget me, forget about me, lupakan saya, lalekna saya, lalekake saya, pohokeun abdi, poho keun abdi,
  tarik persetujuan data, tarik persetujuan saya, cabut persetujuan saya, cabut persetujuan data, cabut izin data,
  cabut izin penggunaan, withdraw my consent, withdraw consent, jangan simpan data saya, jangan simpan chat saya,
  jangan simpan data, tidak usah simpan chat, tidak usah simpan data, tong simpen data, ulah disimpen data, ulah nyimpen data,
  aja simpen data, ojo disimpen data, dont store my data, do not store my data, dont keep my data, do not keep my data,
  hapus dari daftar, unsubscribe`)

const FORGET_ME = wordPattern(
  [
    `${ERASE}${upTo(3)}${MINE}`,
    `${ASKED}${upTo(4)}${MINE}${upTo(3)}${ERASED}`,
    `${MINE}${upTo(6)}${ASKED} (?:${ERASED}|${ERASE})`,
    `${MINE} ${anyOf('saya, kula, abdi, ku, kami')}(?: ${anyOf('yang tadi, tadi, semua, semuanya, itu')})* ${ERASE}`,
    `${MINE}(?: ${anyOf('saya, kula, abdi')})? ${ERASED} (?:${anyOf('saja, wae, mawon')} )?${anyOf('tolong, please, ya')}`,
    `^${ERASE} ${anyOf('saya, me, semua, semuanya, kabeh, sadayana')}$`,
    PLAIN_WORDS,
  ].join('|'),
)
/** Questions about deleting, other people's systems, and "do not delete". */
const NO_FORGETTING = wordPattern(
  anyOf(`cara, caranya, carane, carana, bagaimana, apakah, kenapa, mengapa, siapa, kapan, otomatis, jangan hapus, jangan dihapus,
    belum dihapus, terhapus, sudah dihapus, kehapus, siskop2mi, siskop, sisko, imigrasi, dukcapil, dpt, facebook, tiktok, telegram,
    di ponsel, sponsor hapus, pt hapus, calo hapus, majikan hapus, dihapus majikan, dihapus sponsor, dihapus agen, dihapus pt,
    dihapus calo, disuruh, dikon, dititah, suruh hapus, how, does, is it, piye, kepiye, pripun, kumaha, naha, opo, apa bisa, bukti, blacklist, daftar hitam`),
)

export function saysForgetMe(normalised: string): boolean {
  return FORGET_ME.test(normalised) && !NO_FORGETTING.test(normalised)
}
