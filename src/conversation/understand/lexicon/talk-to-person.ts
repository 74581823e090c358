import { wordsOf } from '../../../core/words.ts'
import { anyOf, upTo, wordPattern } from './word-patterns.ts'

/** Wishes to talk to a person in this chat. Words go through `normalise`, like the messages. */

const HUMAN =
  anyOf(`petugas, petugase, petugasna, petugasnya, orang, orangnya, orang beneran, orang asli, orang langsung,
  manusia, manusa, manungsa, wong, wonge, uwong, tiyang, jalma, jalmi, jalmina, admin, adminnya, admine, operator, operatornya,
  operatorna, cs, csnya, customer service, staf, stafnya, staff, pegawai, pegawainya, konselor, psikolog, oreng, officer, human,
  person, someone, agent, human agent, real person, konsultan, pejabatnya, yang mengerti, yang paham, yang berwenang, atasan,
  atasan kamu, supervisor, administrator, pihak kementerian`)
const TITLE = `(?:${anyOf('bapak, ibu, mbak, mas, para, salah satu, kakak, seorang, a, an, the')} )?(?:(?:female|male|real|woman) )?`
const TALK =
  anyOf(`bicara, berbicara, ngobrol, chat, chatting, chatan, omong, omongan, cakap, bercakap, tanya, tanya langsung,
  konsultasi, konsul, berkonsultasi, curhat, cerita, teleponan, video call, matur, wicanten, guneman, nyarios, nyarita,
  ngawangkong, acaca, bebaos, ngeraos, talk, speak, chat langsung, bicara langsung, ngobrol langsung, konsultasi langsung,
  berbicara langsung, dibantu, tersambung`)
const WITH =
  anyOf(`dengan, sama, ke, karo, kaliyan, marang, dhateng, sareng, jeung, ka, kance, kalaban, to, with,
  langsung dengan, langsung sama, langsung ke, langsung karo, saja sama, saja dengan, oleh`)
const CONNECT =
  anyOf(`sambungkan, sambungin, sambungno, sambungna, sambungkeun, pangsambungkeun, disambungkan, disambungin,
  disambung, disambungaken, disambungkeun, hubungkan, hubungin, dihubungkan, esambungagi, sambung, nyambung, alihkan, dialihkan,
  dialihke, oper, dioper, panggil, panggilkan, panggilin, panggilna, celukno, celukna, panggilkeun, geroan, arahkan, connect,
  connect me, put me through, transfer me, forward me, reach, get me, give me, bagi saya, beri saya, pindahkan`)
const WANT_ONE =
  anyOf(`minta, mau, saya mau, maunya, ingin, butuh, perlu, pengin, hoyong, hayang, butuh bantuan, i want, i need,
  need, want, nyuwun, menta, mana, panggil, ganti, ganti sama, ganti ke, ganti karo, ke, ka, menyang, terro, mele, hoyong ka,
  kepengin karo`)
const PLEASE = anyOf(
  'tolong, mohon, admin, kakak, bapak, punten, saya, please, bisa, boleh, halo, minta, mau',
)
const CLOSING =
  anyOf(`saja, dong, bukan mesin, bukan bot, bukan robot, ya, asli, beneran, wae, please, langsung, kakak, admin,
  boleh, lain, bisa, tidak, jangan bot, di sini, nya mana, mana, tolong, kah, teu, ora`)
const WISH =
  anyOf(`mau, ingin, minta, tolong, mohon, bisa, boleh, bisakah, butuh, pengin, hoyong, hayang, bade, badhe, arep,
  nyuwun, want, need, please, let me, can i, could i, may i, nak, mele, terro, maunya`)

const TALK_WITH = `${TALK} (?:saja |langsung |wae |bae |empat mata )?${WITH} ${TITLE}${HUMAN}`
const CONNECT_TO = `${CONNECT}${upTo(3)}${HUMAN}`

/** Said in so many words. */
const PLAIN_WORDS =
  anyOf(`bukan bot, bukan robot, bukan mesin, jangan bot, jangan robot, jangan pakai bot, tidak mau bot,
  tidak mau sama bot, tidak mau robot, tidak mau dengan bot, emoh karo robot, emoh karo bot, aja bot, ojo bot, ulah bot,
  ulah robot, embung jeung robot, embung jeung bot, embung ka bot, tidak mau dijawab bot, stop the bot, no bot, not a bot,
  dudu bot, sanes bot, sanes robot, enja ka bot, ndaq bot, jangan dijawab otomatis, jangan dijawab bot, jawaban template,
  pakai manusia, dijawab manusia, dibalas manusia, manusia saja, orang saja, admin manusia, telepon saya saja, telepon saja,
  ditelepon saja, ditelepon wae, teleponan saja, minta ditelepon, boleh minta ditelepon, ditelepon petugas, telepon balik saya,
  call me back, can someone call me, nelpon kula, ditelepon ku petugas, telefon saya balik, saya ajak bicara sekarang, live chat,
  human agent, hubungkan saya, sambungkan saya, real human, actual person, orang beneran, wong tenan, jalma asli, manusia asli,
  csnya mana, cs nya mana, adminnya mana, operatornya mana, petugasnya mana, mana petugasnya, mana adminnya, mana operatornya,
  mana ieu operatorna, ada orangnya, ada adminnya, ana wonge, aya jalmina, nyaman bicara langsung, dibantu orang,
  dibantu petugas, dibantu manusia`)

const TALK_TO_PERSON = wordPattern(
  [
    TALK_WITH,
    CONNECT_TO,
    `^(?:${PLEASE} )*${WANT_ONE} ${TITLE}${HUMAN}(?: ${CLOSING})*$`,
    `^(?:${PLEASE} )*${anyOf('operator, cs, customer service, live chat, livechat, human, human agent, agen manusia')}(?: ${CLOSING})*$`,
    `^(?:${PLEASE} )*${anyOf('real person, manusia, petugas, agent please, orang asli, alihkan, sambungkan, hubungkan, sambungin')}(?: ${CLOSING})*$`,
    `^${anyOf('ada, apakah ada, adakah, ana, aya, is there, wonten')} ${anyOf('petugas, admin, operator, cs, staf, petugasnya, adminnya')}(?: ${anyOf('yang, online, bertugas, standby, jaga, piket, di sini, tidak, ora, teu, sekarang, ada, kah, aktif, balas, bisa')})*$`,
    `^(?:[a-z0-9]+ ){0,5}${anyOf('disambung, disambungkan, sambungkan, dialihkan, alihkan, sambungin')} (?:saya )?${anyOf('ke, ka, dengan, menyang')}(?: [a-z0-9]+){1,4}$`,
    `${anyOf('perlu, butuh, minta, mau')} ${anyOf('manusia, operator, orang beneran, orang asli, orang yang bisa jelaskan, orang yang bisa jelasin')}`,
    `${anyOf('petugas, petugasnya, petugase, bapak petugas, officer')} (?:tolong |bisa |saged |to )?${anyOf('telepon, menelepon, hubungi, call')} ${anyOf('saya, beliau, ibu saya, balik, kula, me')}`,
    `${anyOf('someone, somebody, anyone')}${upTo(6)}${anyOf('chat with me, talk to me, talk with me, speak to me, help me here')}`,
    PLAIN_WORDS,
  ].join('|'),
)
/** A story mentions talking to people; only a clear wish in it counts. */
const WISH_TO_TALK = wordPattern(`${WISH}${upTo(4)}(?:${TALK_WITH}|${CONNECT_TO})`)
const STORY = 30

const CALLING_OFF = anyOf(
  'batal, batalkan, tidak jadi, ora sido, ora sida, teu jadi, teu janten, cancel, urung',
)

/** Phone numbers of officers, somebody else's talk, questions whether this is a bot, and "no longer". */
const NO_TALK = wordPattern(
  [
    anyOf(`nomor petugas, kontak petugas, ini bot atau, kamu bot atau, bot atau orang, bot apa orang, bot atau manusia,
      bot apa manusia, bot opo uwong, bot opo wong, bot apa wong, bot atawa jalma, robot ke orang, robot atau, a robot or,
      person or a robot, human or, are you a, beneran apa mesin, orang apa mesin, bukan bot kan, kamu bukan bot, tidak bisa bicara,
      tidak boleh bicara, dilarang bicara, dilarang ngobrol, tidak boleh ngobrol, ora oleh omong, teu meunang ngobrol,
      dengan orang tua, sama orang tua, ke orang tua, karo wong tuwa, kemarin bicara, sudah bicara, pernah bicara, sudah konsultasi,
      sudah tanya, habis bicara, orang rumah, orang pt, petugas pt, orang kampung, orang yang ngajak, orang agensi, orang agen,
      petugas imigrasi, not allowed to talk, not allowed to speak, cannot talk, petugas bandara, petugas lapangan,
      orang yang ngaku, orang yang menawarkan, ditipu, sponsor, hotline, gedungnya, alamat, alamatnya`),
    `^${CALLING_OFF}`,
    `${anyOf('nomor, nomornya, no, number')}${upTo(4)}${anyOf('petugas, berapa, pira, piro, sabaraha')}`,
  ].join('|'),
)

export function saysTalkToPerson(normalised: string): boolean {
  if (NO_TALK.test(normalised)) return false
  return wordsOf(normalised).length > STORY ? WISH_TO_TALK.test(normalised) : TALK_TO_PERSON.test(normalised)
}

const CALLS_OFF = wordPattern(
  `^${CALLING_OFF}${upTo(3)}${anyOf('bicara, ngobrol, chat, petugas, lapor, melapor, laporan, hapus, tanya, report, request')}`,
)

/** "batal, tidak jadi bicara sama petugas" */
export function callsOff(normalised: string): boolean {
  return CALLS_OFF.test(normalised)
}
