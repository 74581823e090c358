import { list, verbs } from '../matching/affixes.ts'

const END = [
  'akhiri',
  'mengakhiri',
  'ngakhiri',
  'selesaikan',
  'tamatkan',
  'menamatkan',
  'sudahi',
  'menyudahi',
  'ngeureunan',
  'mungkasi',
  'ngrampungake',
  'habisi',
  'putuskan',
  'end',
  'ending',
  'finish',
]
const LIFE = [
  'hidup',
  'hidupku',
  'hidupnya',
  'hidup saya',
  'hidup ini',
  'nyawa',
  'nyawanya',
  'nyawaku',
  'semuanya',
  'semua ini',
  'semua ni',
  'urip',
  'uripku',
  'hirup',
  'diri',
  'my life',
  'it all',
  'her life',
  'his life',
  'everything',
]

/** Wanting to die, said outright or round about, in every language we read. */
export const SELF_HARM = {
  SUICIDE: [
    ...END.flatMap((end) => LIFE.map((life) => `${end} ${life}`)),
    ...list(`bunuh diri, bunuhdiri, bundir, gantung diri, nggantung, ngagantung, nganggantung, nglalu, ngendat, kendat, ngendhat, mate abe, mateh abe, mateeh abena, mateeh abe,
      suicide, suicidal, kill myself, killing myself, kill herself, kill himself, killed herself, killed himself, hang myself, hang herself, take my own life, self harm, hurt myself, hurting myself,
      minum racun, ngombe racun, nginum racun, ngaleueut racun, ngaluleueut racun, minum baygon, minum obat banyak, nginum obat seueur, minum obat nyamuk, minum pembersih, nenggak pembersih, nenggak racun, telan ubat banyak, nelen obat, nelan obat,
      menelan obat, telan pil, obat sekotak, obat tidur, overdosis, overdose, too many pills, count the pills, swallowed bleach, drank bleach, racun tikus, racun serangga, minum sabun, minum pemutih, minum clorox, ngombe obat, kumpulin obat, ngumpulin obat, ngumpulke obat, terjun bangunan, nak terjun,
      loncat dari lantai, lompat dari lantai, loncat dari gedung, lompat dari gedung, loncat dari balkon, lompat dari balkon, loncat dari lt, terjun dari, jump off, jump overboard, nyebur ke laut, nyemplung segara, nyemplung ke laut, terjun ke laut, terjun ke sungai, nabrak kereta, nabrakin diri, menabrakkan diri, maju ke rel,
      nyayat, sayat tangan, iris pergelangan, iris nadi, iris tangan, nurih leungeunna, nurih leungeun, ngeureut leungeun, kelar tangan, potong nadi, silet tangan, nyilet, nyilet tangan, cut my wrist, cut my wrists, cut my arm, cut my arms, cutting my arms, cut myself, cutting myself, cuts herself, cuts himself, scars on both wrists, sayat sayat,
      nyakitin diri, menyakiti diri, nyakiti diri, lukai diri, melukai diri, nglarani awak, nglarani awakku, mukulin diri, mukul diri, cakar lengan sendiri, benturin kepala, jedotin kepala, surat perpisahan, goodbye note, goodbye letter, suicide note, nulis wasiat, tulis wasiat, surat wasiat, pesan terakhir, chat terakhir, percobaan bunuh, coba bunuh, try to die, tried to die, attempted suicide,
      cara mati, pantas mati, cepat mati, tinggal dikubur, siapin tali, siapkan tali, beli tali, tali di bawah, tali ke dapur, bawa tali, nggawa tali, gawa tali, dengan tali, razor, pisau cutter, silet, jenazahku nanti, ngubur saya, pikiran bunuh, niat bunuh`),
  ],
  /** "sendiri", "myself": whom it is done to. */
  SELF: list(
    'diri, diri sendiri, sendiri, dewe, dhewe, sorangan, myself, herself, himself, nyalira, dhibi, mesaq, saya sendiri',
  ),
  CUT: [
    ...verbs('iris sayat silet lukai sakiti cakar potong bentur gores turih eureut').active,
    ...list('cut, cuts, cutting, hurting, harm, harming, melukai, menyakiti, nglarani'),
  ],
  DIE: list(`mati, modar, mampus, maot, paeh, pejah, mateh, mate, die, dead, dying, dipundhut, lenyap, musnah, ilang dari dunia, hilang dari dunia, perlaya, mati pelan,
    tiada, udahan, hilang selamanya, ilang selamanya, mati mati, diambil tuhan, dipundut gusti, pundhut, mateyah, tamat`),
  WANT: list(`ingin, mau, kepengen, kepingin, pengin, pingin, hayang, hoyong, rekening, arep, badhe, terro, mele, nak, kepengin, kepenginan, want, wants, wanted, wanna, wish, wishes, mending, mendingan, lebih baik, baik, luwih becik, luwih apik, luwih seneng, timbang, tinimbang, tibatan, batan, daripada, better, rather, should,
    berharap, semoga, berdoa, doakan, doa, mestinya, harusnya dia, leuwih hade, muga, prefer, rasa nak, rasanya mau, kepikiran, mikir, mikirin, pikir, kepengin, thinking, think about, thought about, enak, gampang, tuhan, gusti, kalau saya, kalau aku, mun abdi, lamun abdi, yen aku, nek saya, nek aku, if i, when i, saya akan, satu satunya jalan`),
  DIE_IF: list(
    'kalau saya mati, kalau aku mati, kalau saya tidak ada, kalau saya sudah tidak ada, kalau aku tidak ada, nek aku mati, yen aku mati, mun abdi maot, lamun abdi maot, if i die, when i die, when i am gone, kalau saya meninggal di sini, kalau saya meninggal, saya mati saja, sesuk aku wis ora ono, saya sudah tidak ada, sesuk saya wis ora ono, yen aku ora ana, yen saya ora ana, tidak ada yang nangis, mati bareng, mati di sini saja',
  ),
  LIVE: list(
    'hidup, urip, hirup, gesang, odhi, live, living, alive, idup, bernapas, bernafas, napas, tangi, tangi maneh, hudang, hudang deui, wake up, waking up, breathing, bangun lagi, bangun besok, buka mata, buka mata besok, exist, bertahan, betah urip, lanjut hidup, lanjutkan hidup, neruskeun hirup',
  ),
  NO_WISH:
    list(`tidak mau, tidak ingin, tidak usah, tidak perlu, ora kepingin, ora kepengin, ora ingin, mboten kepengin, mboten kepingin, tidak kuat, tidak sanggup, tidak tahan, tidak larat, teu kuat, teu kiat, teu hoyong, teu hayang, teu sanggup, ora kuat, ora kuwat, ora sanggup, mboten kiat, ta kowat, ndek kuat, ndeq kuat, dont want, do not want, cant go on, tired of, capek, cape, lelah, letih, bosan, bosen, kesel, buat apa, untuk apa, kenapa harus, tidak ada alasan, tidak punya alasan, tidak ada gunanya, tidak ada guna, tidak guna, tidak ada artinya, tidak berarti,
    tidak berguna, tidak lanjut, tidak kepengen, no reason, no reason to, no meaning, no point, dont deserve, sick of, benci, teu aya gunana, teu aya hartina, ora ana gunane, ora ono gunane, tidak layak, muak, jenuh, ora gelem, gagal, tidak bermakna, tidak ada makna, menyerah, nyerah, percuma, sia sia, hampa, ora tangi, tidak bangun, tidak usah, teu hudang, not wake, never wake, no will, hopeless, tidak, ora, teu, mboten, not, never, ndek, ndeq, ta, without`),
  NO_LIFE: list(
    `tidak punya alasan hidup, tidak ada alasan bertahan, alasan bertahan, hidup tidak berarti, hidup tidak ada arti, hidupku tamat, hidupku sudah tamat, hidupnya selesai, hidupnya percuma, hidup percuma, hidup hampa, hidupku gagal, hidup saya gagal, hidup saya hancur, hidupku hancur, uripku wis entek, uripku entek, uripku rekasa, hirup teu aya, life finish, my life is over, life is over, life has no meaning, life is meaningless, bosan hidup, capek hidup, lelah hidup, cape hidup, kesel urip, cape hirup, bosen hirup, bosen urip, jenuh hidup, muak hidup, tired of life, tired of living, tired of being alive, tired being alive, jadi beban, cuma beban, beban keluarga, beban semua, beban semua orang, i am a burden, just a burden, be a burden, buat apa hidup, untuk apa hidup`,
  ),
  FAREWELL:
    list(`titip anak, titip ibu, titip emak, titip salam buat anak, titip budak, nitip anak, nitip anakku, nitip barudak, titip anak anak, titip anakku, jaga diri ya, selamat tinggal, goodbye forever, say goodbye, saying goodbye, pamit selamanya, pamitan, pamit ka dunya, pamit ke ibunya, pamit sama ibunya, pergi selamanya, lunga sak lawase, lunga selawase, indit salilana, pergi jauh selamanya, maaf semuanya, maaf aku gagal, maaf saya gagal, tell my mother im sorry, tell my family im sorry, njaluk sepuro, bilangin emak, bilangin ibu, kata ke ibu saya sayang, saya sayang dia, jangan cari saya, jangan cari aku, tidak usah cari saya, tidak usah repot,
    saya sudah putuskan, sudah putuskan, sudah cukup sampai sini, cukup sampai sini, sudah cukup sampai di sini, besok sudah tidak ada, besok saya sudah tidak ada, mungkin besok saya, besok tidak usah bangun, nyusul ibu, nyusul bapak, nyusul almarhum, nyusul anak, menyusul almarhum, menyusul bapak, menyusul ibu, ikut anak saya, ikut almarhum, ingin nyusul, ingin menyusul, mau nyusul ibu, badhe nyusul, nyusul suami, think to follow him, follow him, follow her to, join my mother, dont wait for me, dont look for me, dont cry for me,
    dunia lebih baik tanpa, lebih baik tanpa saya, lebih tenang kalau saya, better without me, if i disappear, if i disappeared, want to disappear, disappear tonight, disappear forever, nobody would notice, nobody will miss, will not miss me, nobody will notice, nobody cares, no one cares, tidak ada yang peduli, tidak ada yang kehilangan, pergi dari dunia, meninggalkan dunia, ingin hilang, ingin ilang, ingin lenyap, mau hilang, hayang leungit, leungit ti dunya, leave this world, tidak bangun lagi, tidur dan tidak bangun, tidur selamanya, tak nak buka mata, tidak nak buka mata, diambil saja, kenapa saya tidak diambil, njenengan pundhut, pundhut mawon, dipundhut gusti, ndonya luwih apik,
    cabut nyawa, ambil nyawaku, ambil nyawa saya, ambil saya saja tuhan, sudah mati tinggal, statusnya serem, kayak pamit, berhenti bernapas, semuanya berhenti, mau udahan, ingin udahan, ingin selesai, mau selesai saja, ingin semuanya selesai, ingin menyerah, ingin nyerah, better off dead, better off, wish i was dead, wish i were dead, wish i was never born, go to heaven soon, be with god soon, leuwih hade abdi euweuh, mending tidak ada, lebih baik tidak ada, mending ilang, mending hilang, bagi2in barangnya, bagi barangnya, mikeun sagala barangna, gave them her necklace, gave away her things, gives away, membagikan barang, hilang dari dunia, teu butuh deui, tidak akan balik balik, tak balik balik, pergi tidak balik, mau pergi malam ini, ingin meninggal, mau meninggal, pengen meninggal, hayang maot, pamit duluan ya, pamit duluan, ilang dari bumi, hilang dari bumi, ngilang saja dari, foto jembatan, hate asa kosong, asa kosong, pgn meninggal, ingin maot, ingin pergi selamanya`),
  DESPAIR: list(
    `depresi berat, depresi, depressed, hopeless, putus asa, nekat, nekad, benci diriku, benci diri saya, benci diri sendiri, hate myself, hate my life, tidak ada jalan keluar, cuma ada satu jalan, satu satunya jalan, satu2nya jalan, no way out, way out anymore, no hope, tidak ada harapan, ora ana pangarep arep, tidak ada pengharapan, nyerah total, hilang harapan, mengurung diri, pikiran buruk, pikiran jelek, pikiran gelap, kepikiran mati, pikiran mati, pikiran saya sendiri, takut sama diriku, takut sama diri sendiri, sieun ku diri, sieun ku diri sorangan, afraid of myself, scared of myself, suara di kepala, dengar suara, voices in my head, tiap lihat pisau, megang pisau, mending selesai, biar selesai, supaya selesai, kepikiran lompat, kepikiran loncat, dipanggil buat loncat, hate sok nitah luncat, nitah luncat, wes pasrah, wis pasrah, pasrah saja, black hole inside, empty inside, kosong rasanya, saya kotor, asa kotor, tidak tahan hidup, gila rasanya hidup, tidak kuat lagi, ora kuat maneh, teu kuat deui, cant go on, cannot go on, cant take it anymore, cant do this anymore, nothing left, dying would be, sea is painful, jatuh mesti tidak sakit, hati hancur, mati saja, mati wae, mati mawon, paeh wae, maot wae, mati je, mau akhiri, kuburkan saya, kuburkan aku, kuburin saya, surat buat ibu, siapkan surat, when i gone, when i am gone, when im gone, thinking about ending, goodbye message, posted a goodbye, frustasi ingin udahan, mikir mati, pikir mati, biar mati, supaya mati, mati aja deh, sudah siap mati, siap mati, ora ana gunane urip, disappear, jadi beban, saya beban, beban semua, nyesel lahir, menyesal lahir, never been born, sudah hancur semua, dunia gelap, tidak mau bangun, males hidup, malas hidup, sudah di ujung`,
  ),
  HEIGHTS: list(
    'atap gedung, di atap, pinggir atap, atap asrama, atap, jembatan, pinggir jembatan, lantai 12, lantai 20, lantai 27, lantai 10, lantai sepuluh, lantai pitulas, balkon, balkoni, jendela lantai, jendela, jandela luhur, rooftop, the roof, roof, edge, ledge, window, balcony, peron, rel kereta, buritan, bridge, kereta, tebing, sumur, platform, sisi sumur, lantai atas',
  ),
  JUMP: list(
    'loncat, lompat, terjun, jump, jumping, nyebur, luncat, mencolot, mlumpat, anjlog, melompat, meloncat, nyemplung, lompat saja, luncat',
  ),
} as const
