import type { ReminderKind } from '../../../core/case.ts'
import { type CaseNumber, readCaseNumber } from '../../../core/case.ts'
import { anyOf, wordPattern } from './word-patterns.ts'

/** What people write to steer a report, a talk with an officer, a reminder or an offer check. On normalised texts. */

const BEFORE =
  anyOf(`tolong, mohon, halo, saya, aku, kula, abdi, i, admin, bapak, ibu, kakak, mau, ingin, pengin, hendak, akan, badhe, arep,
  bade, hoyong, hayang, want to, would like to, wanna, bisa, boleh, can i, may i, let me, ya, ok, oke, sekarang, nyuwun, mangga,
  monggo, please, id like to, bantu, coba, langsung, jadi`)
const AFTER =
  anyOf(`saja, dong, sekarang, di sini, ini, itu, ya, wae, bae, mawon, please, now, here, it, this, dulu, kakak, admin, bapak, ibu,
  saya, kula, abdi, ku, my, deh, aku, me, rumiyin, heula, lagi, tadi, yang tadi, kemarin, terima kasih`)
const REPORT_NOUN =
  anyOf(`laporan, laporannya, laporanku, laporan saya, laporane, laporanana, laporan kula, laporan abdi, pengaduan, aduan,
  pengaduan saya, aduan saya, report, my report, the report, case, my case, the case, kasus, kasus saya, kasusnya, lapor`)

function alone(source: string): RegExp {
  return new RegExp(`^(?:${BEFORE} )*(?:${source})(?: ${AFTER})*$`)
}

const BEGIN = alone(
  anyOf(`lapor, melapor, laporkan, laporin, melaporkan, laporkan penipuan, lapor penipuan, lapor calo, buat laporan, buatkan laporan, bikin laporan, membuat laporan,
    mulai laporan, laporan baru, isi laporan, ngadu, mengadu, buat pengaduan, report, make a report, file a report, new report,
    start a report, gawe laporan, damel laporan, ndamel laporan, nggawe laporan, nyieun laporan, ngadamel laporan, ngalapor,
    ngalaporkeun, nglaporke, nglaporaken, lapor disini, report a scam, report fraud`),
)
const RESUME = alone(
  `${anyOf('lanjut, lanjutkan, teruskan, sambung, terusin, lanjutin, resume, continue, lajengaken, terusna, teraskeun, neraskeun, lanjutkeun, melanjutkan')} ${REPORT_NOUN}`,
)
const SKIP = alone(
  anyOf(`lewati, lewat, lewatkan, skip, next, tidak tahu, belum tahu, kurang tahu, tidak ada, belum ada, tidak punya, ora ngerti, ora reti,
    mboten ngertos, mboten wonten, mboten gadhah, dereng ngertos, teu terang, teu aya, teu gaduh, duka, teuing, kosong, dont know, do not know,
    i dont know, no idea, none, nothing, pass, tidak ingat, lupa, liwati, langkungan, langkungi, rahasia, not sure, dereng wonten, teu acan aya`),
)
const DONE = alone(
  anyOf(`selesai, sudah, cukup, itu saja, lanjut, sudah semua, sudah selesai, rampung, sampun, cekap, atos, parantos, rengse, cekap sakitu, done,
    thats all, finished, that is all, kirim, kirim saja, kirimkan`),
)
/** Without the bare "lapor", "pengaduan": "nomor pengaduan" and "bagaimana lapor" ask something else. */
const OWN_REPORT =
  anyOf(`laporan, laporannya, laporanku, laporan saya, laporane, laporanana, laporan kula, laporan abdi, pengaduan saya,
  aduan saya, report, my report, my reports, the report, my case, kasus saya, kasus kula, pengaduan kula, laporan kami`)
const HAS_ONE = alone(
  anyOf(`ada, punya, ada foto, ada fotonya, ada dokumen, punya foto, ono, ana, wonten, gadhah, aya, gaduh, i have, have, i have one, yes i have, i do,
    ada buktinya, punya bukti, ada bukti`),
)
const STATUS = new RegExp(
  `^(?:.* )?${anyOf('status, perkembangan, kelanjutan, kabar, progres, progress, kumaha, pripun, piye, bagaimana, lihat, cek, kabarnya')} (?:of )?${OWN_REPORT}(?: ${AFTER})*$|^${anyOf('laporan saya, laporanku, laporan kula, laporan abdi, my reports, my report, kasus saya, my cases, daftar laporan, daftar laporan saya, nomor laporan saya, mana laporan saya')}(?: ${anyOf('bagaimana, kumaha, pripun, piye, mana, status')})?$`,
)
const ADD = new RegExp(
  `^(?:${BEFORE} )*${anyOf('tambah, tambahkan, tambahan, tambahin, nambah, nambahin, nambahkan, menambah, menambahkan, tambahi, nambahi, nambihi, nambihan, nambahan, tambihan, add, add to')} (?:${anyOf('info, informasi, bukti, foto, keterangan, something, info baru, bukti foto, data')} )?(?:${anyOf('ke, di, dhateng, kana, ka, to, in, untuk, buat')} )?${OWN_REPORT}`,
)
const WITHDRAW = new RegExp(
  `^(?:${BEFORE} )*${anyOf('cabut, mencabut, dicabut, tarik, menarik, batalkan, membatalkan, batal, hapus, withdraw, cancel, delete, take back, jabut, njabut, busak, narik, nyabut, bolaykeun, batalaken')} (?:${anyOf('my, the, semua')} )?${REPORT_NOUN}(?: jr [a-z0-9]{6}| ${AFTER})*$`,
)
const END_TALK = alone(
  anyOf(`selesai, sudah selesai, tutup, tutup percakapan, akhiri, akhiri percakapan, tutup chat, done, close, end, end chat, close chat, finished, rampung,
    sampun rampung, bubar, rengse, parantos rengse, tutup obrolan, sudah cukup, cukup`),
)
const REMIND = wordPattern(
  anyOf(`ingatkan, ingatin, ingetin, mengingatkan, diingatkan, pengingat, buat pengingat, remind, reminder, elingna, elingke, elingaken,
    ngelingake, ngengetaken, ngengetake, ingetkeun, pangemutkeun, emutkeun, ngemutan, ngingetan`),
)
const REMINDERS = alone(
  `(?:${anyOf('daftar, lihat, apa saja, list, show, list of, mana, cek, ningali, mirsani')} )?${anyOf('pengingat, pengingatku, pengingat saya, my reminders, reminders, the reminders, panginget, pangenget, pangeling')}`,
)
const UNREMIND = new RegExp(
  `^${anyOf('berhenti, stop, mandheg, leren, kendel, eureun, liren, unsubscribe')}$|^(?:${BEFORE} )*${anyOf('batalkan, hapus, hentikan, stop, matikan, cancel, delete, berhenti, jangan, mandheg, eureun')} ${anyOf('pengingat, ingatkan, reminder, reminders, pengingatnya, semua pengingat, mengingatkan, reminding me, my reminders, all reminders, ngengetaken, ngemutan')}(?: ${AFTER})*$`,
)
const CHECK_OFFER = alone(
  `${anyOf('cek, periksa, check, priksa, periksakan, cekin, pariksa, mriksa, mariosa, teliti')} ${anyOf('tawaran, tawaran kerja, lowongan, lowongan kerja, loker, iklan, offer, job offer, an offer, this offer, a job offer, lowongan ini, tawaran ini, iklan ini')}`,
)
const WHERE = new RegExp(
  `^(?:[a-z]+ ){0,3}${anyOf('lapor, lapornya, melapor, laporan, laporinnya, laporkan, laporkannya, ngelapornya, ngadu, ngadunya, report, report it, lapore, laporna')} ${anyOf('kemana, ke mana, ke siapa, di mana, dimana, lewat mana, lewat apa, where, to whom, nyang endi, menyang endi, dhateng pundi, ka mana, ka saha')}(?: [a-z]+){0,2}$|^(?:and )?${anyOf('where, where do i, where can i, where should i, how do i, how can i')} ${anyOf('report, report it, report this, report them')}$`,
)
const ANONYMOUS = wordPattern(
  anyOf(`anonim, tanpa nama, rahasiakan, dirahasiakan, anonymous, anonymously, tanpa jeneng, tanpa nami, teu nganggo nami, mboten ngangge nami, ora nganggo jeneng,
    jangan sebut nama, tidak usah pakai nama, without name, no name, without my name, sembunyikan nama`),
)
const REACHABLE = wordPattern(
  anyOf(`lewat chat, lewat chat ini, di sini saja, boleh dihubungi, boleh hubungi, silakan hubungi, hubungi saya, balas di sini, via chat, contact me, you may,
    reach me, through this chat, lewat sini, ing mriki, di dieu, boleh dibalas, boleh balas, angsal, kenging, pareng dibales`),
)

export type CaseWish =
  | 'where'
  | 'begin'
  | 'resume'
  | 'status'
  | 'add'
  | 'withdraw'
  | 'remind'
  | 'reminders'
  | 'unremind'
  | 'check_offer'

/** What a message asks of cases and reminders in so many words; null: nothing. */
export function caseWishOf(normalised: string): CaseWish | null {
  if (RESUME.test(normalised)) return 'resume'
  if (WITHDRAW.test(normalised)) return 'withdraw'
  if (ADD.test(normalised)) return 'add'
  if (STATUS.test(normalised)) return 'status'
  if (BEGIN.test(normalised)) return 'begin'
  if (UNREMIND.test(normalised)) return 'unremind'
  if (REMINDERS.test(normalised)) return 'reminders'
  if (REMIND.test(normalised)) return 'remind'
  if (CHECK_OFFER.test(normalised)) return 'check_offer'
  return WHERE.test(normalised) ? 'where' : null
}

export function skipsQuestion(normalised: string): boolean {
  return SKIP.test(normalised)
}

/** Asked for a file: "ada", and it is still to come. */
export function hasOne(normalised: string): boolean {
  return HAS_ONE.test(normalised)
}

export function saysDone(normalised: string): boolean {
  return DONE.test(normalised)
}

export function endsTalk(normalised: string): boolean {
  return END_TALK.test(normalised)
}

export function staysAnonymous(normalised: string): boolean {
  return ANONYMOUS.test(normalised)
}

export function mayBeReached(normalised: string): boolean {
  return REACHABLE.test(normalised)
}

const NUMBER = /\bjr[-\s_.]?([0-9a-z]{6})\b/i

/** The case number a text names. */
export function caseNumberIn(text: string): CaseNumber | undefined {
  const found = NUMBER.exec(text)?.[1]
  return found === undefined ? undefined : readCaseNumber(found)
}

const REST =
  /^\s*(?:\S+\s+){0,6}?(?:laporan\w*|report|pengaduan|aduan|kasus\w*|case)\b(?:\s+(?:saya|ku|kula|abdi|my|ini))?(?:\s*jr[-\s_.]?[0-9a-z]{6}\b)?[\s:;,.–-]*([\s\S]*)$/i

/** What follows "tambah laporan" in the text as it was written. */
export function toldAfterAdd(text: string): string {
  return REST.exec(text)?.[1]?.trim() ?? ''
}

const KINDS: readonly (readonly [ReminderKind, RegExp])[] = [
  [
    'contract_end',
    wordPattern(
      anyOf('kontrak, kontrakku, kontraknya, kontrak kerja, perjanjian kerja, contract, kontrake, kontrakna'),
    ),
  ],
  [
    'departure',
    wordPattern(
      anyOf(
        'berangkat, keberangkatan, terbang, bidhal, mangkat, budhal, angkat, miang, departure, depart, fly, flight, leave',
      ),
    ),
  ],
  [
    'agreement_signed',
    wordPattern(anyOf('mou, perjanjian, nota kesepakatan, kesepakatan, pks, agreement, kerja sama')),
  ],
  [
    'next_step',
    wordPattern(
      anyOf('langkah, tahap, tahapan, step, next step, berikutnya, selanjutnya, lengkah, tahapan berikutnya'),
    ),
  ],
]

/** What somebody wants to be reminded of. */
export function reminderKindIn(normalised: string): ReminderKind | null {
  return KINDS.find(([, pattern]) => pattern.test(normalised))?.[0] ?? null
}

const ASKS =
  /(?:^| )(?:apa|apakah|apaan|berapa|bagaimana|gimana|kapan|siapa|mana|kenapa|mengapa|bisakah|bolehkah|adakah|haruskah|what|when|where|who|why|how|which|is|are|can|does|do|pira|piye|pripun|kapan|punapa|nopo|sinten|kumaha|naha|naon|saha|iraha|sabaraha|opo)(?: |$)/

/** Is built like a question. */
export function asksSomething(normalised: string, written: string): boolean {
  return written.includes('?') || ASKS.test(normalised)
}
