import { list, nouns, verbs } from '../matching/affixes.ts'

const taken = verbs(
  'tahan sita rampas rebut ambil kumpul kumpulkan simpan pegang cekel jukut candak cokot jupuk bait gitaq teggu sembunyi cepeng umpet bakar sobek rampok serah titip amankan',
)

/** Documents, phone, food, shelter, health: what is taken from a worker or withheld. */
export const NEEDS = {
  KEPT: [
    ...taken.passive,
    ...list(
      'withheld, confiscated, kept by, taken away, seized, erampas, te rampas, te bait, te tahan, etahan, eteggu, dirampas, dipundhut, dipunasto, dipuncepeng, collected, kena tahan, kena rampas, disimpenin, disimpen, digondol, dibuang, disembunyiin, dikekep, disandera, dijadikan jaminan, dipundhut, tidak dikembalikan, tidak dibalikin, belum dibalikin, jadi sandera, digadai, dirobek, diminta paksa, isih neng, masih di, masih di tangan, digowo, ditahani, dijupuk, dicekeli',
    ),
  ],
  KEEP_DO: [
    ...taken.active,
    ...list(`keep, keeps, keeping, kept, holds, hold, holding, took, take, takes, taking, steal, confiscate, confiscates, withhold, withholds, megang, megangin, nahan, nyita, ngambil, nyimpen, nyimpan, ngrampas, ngumpulin, refuses to return, wont return, wont give back, not returned, hand over,
      tidak balikin, tidak mau balikin, tidak dibalikin, tidak dikembalikan, tidak dikasih, tidak diberi, tidak diberikan, ora diwenehke, teu dibikeun, mboten diparingi, teu dipasihkeun, tak bagi balik, tidak bagi balik, dikumpulin, dikumpul, tidak kembalikan, belum dibalikin, belum dikembalikan, will not give it back, tidak mau kasih`),
  ],
  PASSPORT: nouns(
    'paspor, pasport, iqomah, dokumen, ktp, identitas, berkas; passport, iqama, arc, zairyu, permit, document, documents, seaman book, buku pelaut, surat, kad, ic, passports, papers, visa saya, serat, dokumen asli',
  ),
  DIPLOMA: nouns(
    'ijazah, ijasah, ijaza, akte, sertifikat, sertipikat, bpkb, raport, sijil, ktp; akta, kk, kartu keluarga, buku nikah, diploma, birth certificate, family card, str, surat tanah, sertifikat rumah, sertifikat tanah, certificate, bst',
  ),
  COPY: list('fotokopi, foto kopi, copy, salinan, photocopy, scan, fotocopy'),
  MYSELF_KEEPS: list(
    'pegang sendiri, dipegang sendiri, saya pegang, ada sama saya, keeps her own, keep my own, simpan sendiri, disimpan sendiri, paspor ada, dicekel dhewe, dicepeng nyalira, di rumah ortu, hilang, ilang, leungit, lost, di angkot',
  ),
  PHONE: nouns(
    'ponsel, telepon, hapena, hpne, hpna; phone, phones, telefon, handphone, gadget, sim card, simcard, kartu sim, cellphone, line, hapeku, hapene, hapemu, hpne, handphoneku, henpon',
  ),
  EAT: nouns(
    'makan, mangan, dahar, emam, nedha, ngakan, mangan, makanan, nasi, beras, minum, air, banyu, sarapan, neda, beas, panganan, dimakan, dipakani; food, eat, eaten, ate, air bersih, water, dikasih makan, diberi makan, fed, feed, meal, meals, mam, tuang',
  ),
  GIVEN: list(
    `diberi, dikasih, beri, kasih, give, given, gives, gave, get, dapat, dibere, dibéré, dipasihan, diwenehi, dikeki, diparingi, dipunparingi, diparengi, diparengaken, bagi, dibagi, ebagi, ebherri, te beng, te beang, te bèng, beng, ada, have, has, ana, aya, badha, arak, belum, durung, nyediain, disediakan, dijatah, meunang, oleh, kebagian, ngasih, memberi, ono, wonten`,
  ),
  UNPAID: list(
    `belum dibayar, tidak dibayar, tak dibayar, nggak dibayar, ga dibayar, gak dibayar, belum digaji, tidak digaji, tak digaji, tanpa gaji, gaji ditahan, gaji belum, gaji tidak keluar, gaji macet, gaji nunggak, gaji tertunggak, ora dibayar, durung dibayar, mboten dibayar, dereng dibayar, teu dibayar, can dibayar, teu acan dibayar, tak bayar gaji, belum bayar gaji, gaji tak bayar, unpaid, not paid, not been paid, havent been paid, hasnt paid, has not paid, no salary, without salary, without pay, withheld my salary, withheld our pay`,
  ),
  WANTS_HOME: list(
    `minta pulang, minta dipulangkan, mohon dipulangkan, ingin pulang, pengen pulang, pingin pulang, mau pulang saja, mau pulang aja, tidak boleh pulang, ga boleh pulang, gak boleh pulang, tak boleh pulang, tidak bisa pulang, ga bisa pulang, gak bisa pulang, tak bisa pulang, belum bisa pulang, dilarang pulang, tidak dikasih pulang, ga dikasih pulang, tidak diizinkan pulang, njaluk mulih, pengin mulih, ora oleh mulih, ora iso mulih, hoyong uih, hayang balik, teu meunang balik, teu tiasa uih, nak balik kampung, tak boleh balik, want to go home, wants to go home, want to come home, wants to come home, cannot go home, cant go home, not allowed to go home, asked to go home, asked to be sent home, begging to go home`,
  ),
  HUNGRY:
    list(`kelaparan, lapar banget, starving, starved, kelaperan, belum makan, durung mangan, can dahar, teu acan dahar, hungry, makan sisa, makanan sisa, sisa makanan, makan sekali, dikasih makan sekali, makan cuma, makan dijatah, makan nasi basi, makanan basi, mie busuk, minum air keran, air keran, makan dari sampah, mengais makanan, stok makan habis, makanan habis, beri beri, beriberi, lapar, kaliren,
    kulkas digembok, kulkas dikunci, locks the fridge, lock kitchen, eat once a day, leftovers, once a day, only rice, tidak pernah kenyang, sehari sekali, skali sehari, sekali sehari, once daily, bubur basi, makan roti, roti sekali, begs for food, minta makan, busung lapar, dijatah, ora mangan, ta ngakan, tak makan, bilang lapar, sepisan sedina, sedina sepisan, sapoe sakali, nasi sisa, dikasih sisa, one meal, only one meal, one meal a day, sekali makan, nasi basi, makanan basi, roti kering, cuma roti, cuma mie, cuma nasi putih, nasi garam, indomie satu, rotten food, spoiled food, kurang makan, tidak cukup makan, not enough food, pangan sisa, kurus kering, makin kurus, tinggal tulang`),
  EXPEL: [
    ...verbs('usir terlantar telantar buang gusur tendangkeluar kosir halau tundung turun').passive,
    ...list(
      `kena halau, thrown out, kicked out, threw me out, chased me out, evicted, abandoned, dumped me, ekosir, te usir, ngusir, mengusir, diturunin, diturunkan, dikeluarkan dari rumah, diusir malam, disuruh pergi, dihalau, ditelantarkan, terlantar, terlunta, terkatung katung, luntang lantung, stranded, telantar, kapiran, kadaluwarsa di bandara, homeless, katalantar, agen hilang, agent disappeared, agen kabur, buang saya, membuang saya, mbuang saya, buang kami, nurunin saya, turunin saya, menurunkan saya, nurunin kami, mbuwang aku, miceun abdi, buang aku, ninggalin saya, tinggalin saya, meninggalkan saya, no place to stay, digantung di bandara`,
    ),
  ],
  LEFT: list(
    'ditinggal, ditinggalin, ditinggalkan, ninggalin, ninggalkeun, ninggalake, ninggalke, ninggal, left us, left me, left behind, kabur ninggalin, tinggalkan, ditinggal sendiri, sendirian',
  ),
  STREET: nouns(
    'jalan, jalanan, taman, stasiun, terminal, bandara, masjid, mesjid, trotoar, emperan, halte, kolong, gereja, pelabuhan, tol, prapatan, hutan, pasar, warung, toko, pantai, kebun, gurun, padang pasir, perbatasan, gunung, ladang, pulau; pinggir jalan, sisi jalan, street, park, airport, station, sidewalk, road, mosque, church, bawah jembatan, pos satpam, emperan toko, forest, jungle, pom bensin, mall, jalan raya',
  ),
  SLEEP: list('tidur, turu, sare, bobo, sleep, slept, sleeping, tidung, nginep, menginap, tidur di, mondok'),
  NO_MONEY:
    list(`tidak punya uang, tidak ada uang, uang habis, tidak punya duit, tidak ada duit, no money, penniless, teu boga duit, ora nyekel dhuwit, ora duwe duit, mboten nggadhah arto, ta andhi pesse, ndeq bedoe kepeng, kehabisan uang, uangnya habis, tidak pegang uang, tidak ada apa apa, tidak punya apa apa, tidak nggawa opo opo, tidak punya siapa siapa,
    tidak ada tempat, tidak punya tempat, tidak tahu mau tidur di mana, tidak tahu harus ke mana, nowhere to go, tidak bawa uang, uang tidak ada, duit habis, tidak tahu mau tidur, ndeq tiang bedoe kepeng, tidak pegang paspor, paspor tidak ada, tidak bawa apa apa, ora nggawa opo, ora nggawa apa, ora nggawa opo opo, tidak bawa uang, ora duwe opo, teu mawa nanaon, teu boga nanaon, cuma bawa baju, cuma pakai baju, bawa ransel doang, tanpa uang, nothing with me, tidak punya tempat tinggal, no money no passport, mboten gadhah arto, teu gaduh artos, tak ada duit, tidak bawa dokumen, dompet kosong`),
  ILL: list(`sakit, sakit parah, sakit keras, gering, gering parna, lara, lara banget, loro, loro banget, udur, sake, sake parah, ill, sick, very sick, demam, demam tinggi, fever, panas tinggi, pendarahan, perdarahan, bleeding, bleeding heavily, muntah darah, sesak, sesak nafas, sesak napas, pingsan, lumpuh, stroke, keracunan, infeksi, busuk, bengkak, kaki bengkak, koma, kritis, luka, luka bakar, patah, kejang, digigit, keguguran, kecelakaan,
    kejepit, terjepit, tertimpa, jatuh, hamil, lahiran, melahirkan, dying, dying man, injured, wounded, tangannya patah, broken, cedera, semaput, tiwas, melepuh, sakit dada, sakit perut, usus buntu, beri beri, keluar darah, kena mesin, masuk mesin, tidak sadar, unconscious, tetanus, gigit ular, metu getih, tidak bisa jalan, tidak bisa bangun, patah tulang`),
  GRAVE_ILL: list(
    `muntah darah, sekarat, pendarahan, perdarahan, darah keluar terus, darahnya tidak berhenti, darah tidak berhenti, keluar darah, metu getih, tidak sadarkan diri, tidak sadar, keracunan gas, bleeding heavily, dying, tangan masuk mesin, kejepit mesin, jari putus, tidak tangi tangi, unconscious, kritis, koma, kejang, pingsan, sesak nafas seminggu, sakaratul, semaput, digigit ular, kebakaran, tertimpa bangunan, terjebak di lantai, luka tertimpa, hampir mati, nyaris mati, sekarat, keracunan, nyawa taruhannya, tidak bisa napas, tidak bisa bernapas, susah napas, sesak napas, cant breathe, cannot breathe, not breathing, serangan jantung, heart attack, stroke, overdosis, tertimbun, terjepit, jatuh dari lantai, jatuh dari atap, jatuh dari tangga, fell from, kebocoran gas, gas bocor, ledakan, terbakar, melahirkan sendiri, ketuban pecah, keguguran, kecelakaan parah, coughing blood, vomiting blood, collapsed, passed out, fainted, emergency surgery, butuh operasi, harus operasi, harus dioperasi, tidak tertolong, sakarat, megap megap, kejang kejang, ora sadar, teu sadar, ta enga, tak sedarkan diri, pengsan, koma`,
  ),
  DOCTOR: nouns(
    'dokter, klinik, obat, obati, diobati, ambulan, ambulans, berobat, puskesmas, tabib, ubar, bidan, treatment, plester, perban; rumah sakit, rs, hospital, clinic, doctor, ambulance, medicine, medis, medical help, igd',
  ),
  DISMISS: list(
    `tidak peduli, cuek, pura pura, disuruh kerja, tetap disuruh, disuruh ngepel, disuruh diam, tidak dibawa, teu dibawa, ora digawa, not taken, refuse, refuses, refused, tidak dibolehin, tidak boleh, tidak diobati, tidak mau bawa, tidak mau antar, tidak mau panggil, will not take, wont take, tidak gawa, ngongkon, pergi begitu saja, menolak, nolak, tidak mau merapat, tidak mau sandar, tidak ngasih, tidak panggil, tidak diberi obat, ta egibha, ndeq te jauq, mboten purun, teu daek, cuma ngasih, kasih perban saja, cuma dikasih, tidak dikasih obat, tidak mau tanda`,
  ),
} as const
