import { list, verbs } from '../matching/affixes.ts'

const assault = verbs(
  'perkosa prekosa cabul cabuli leceh lecehkan raba gerayang grepe grepein sodomi setubuh setubuhi tiduri zinahi rudapaksa rudapeksa prawasa rogol nodai gagahi telanjang telanjangi remas intip jamah',
)

/** Sexual assault and what leads up to it. */
export const SEXUAL = {
  ASSAULTED: [
    ...assault.passive,
    ...assault.active,
    ...list(`rape, raped, rapes, raping, molest, molested, groped, grope, gropes, sexually abused, sexual abuse, sexual assault, sexually assaulted, sexual harassment, have sex, forced sex, sex with him, kekerasan seksual, pelecehan seksual, kena rogol, kena perkosa, touches me, touch me, touched me, touching me, grabs her, grabs me,
      masuk kamar saya, mlebu kamarku, mlebu kamar, asup ka kamar, masuk ke kamar saya, mame kamar tiang, comes to my bed, come to my bed, comes into my room, enters my room, came into my room, peluk dari belakang, maksa peluk, dipeluk paksa, dicium paksa, pegang2 saya, pegang pegang, pegang pegang saya, suka pegang, megang megang, minta dilayani, bayar pakai badan, bayar pakai tubuh, pakai badan, layanan badan, minta badan saya, minta tubuh saya, minta jatah badan, imbalan badan, tukar badan, tidur dulu baru, tidur sama saya, tidur dengan saya, pay with my body, sleep with him first, dipaksa melayani, dipaksa layani, tidur seranjang, tidur bareng, tidur sama tuan, disuruh buka baju, buka baju,
      nyuruh saya telanjang, disuruh telanjang, minta yang aneh, minta yang aneh aneh, merekam saya mandi, ngintip saya mandi, rekam saya mandi, kamera di kamar mandi, camera in the bathroom, dipaksa aborsi, mami ambil, dinodai, tidak suci lagi, kehormatan saya, digrepe, digerayangi, ditelanjangi, dipangku, minta pijat, disuruh mijat, nunjukin kemaluan, kemaluan, onani, nonton porno, oral seks, dirudapaksa, dirudapeksa, dipunrudapeksa, diprawasa, diprekosa,
      maksa peluk, nepuk pantat, pegang pantat, pegang payudara, pegang dada saya, dicolek, nyolek, dirayu tuan, minta ditemani tidur, ngajak tidur, minta kelonan, naked, tidur dengan dia, sleep with him, sleep with me, dikamarin, dicumbu, mencium saya, cium saya, kisses me, kissed me, rabaan, dia peluk, pelecehan`),
  ],
  SEX_WORK: list(
    `psk, pelacur, melacur, jual diri, prostitusi, prostitute, prostitution, sex worker, layani tamu, melayani tamu, ngalayanan tamu, ngalayanan lalaki, layanin tamu, melayani lelaki, melayani laki, temani tamu, nemenin tamu, nemenin om, kafe remang, pelayan kafe, karaoke, gro, pramuria, wanita penghibur, lc, escort, open bo, hostes, ladies, germo, muncikari, mami, customer hotel, perempuan panggilan, tempat hiburan`,
  ),
  AT_NIGHT: list(
    'masuk kamar, gedor pintu, ngetok pintu, ngetuk pintu, ndodog kamar, mlebu kamar, arep mlebu, asup kamar, masuk barak, depan kamar mandi, nunggu di depan kamar, dobrak pintu, knocks on my door, buka pintu kamar, saya kunci kamar, ganjal pintu, tidur pegang gunting, nutup mulut, tutup mulut saya, ngintip, mengintip, merekam, kamar saya dibuka, tahan pintunya, my bed, my room at night, masuk ke kamar, masuk kamar mandi',
  ),
} as const
