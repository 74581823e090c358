import { list } from '../matching/affixes.ts'

/** How a question in general is put, and how one about oneself is. */
export const QUESTION = {
  ASKS: list(`apa, apakah, apa saja, berapa, siapa, bagaimana, kapan, mana, di mana, kemana, ke mana, kenapa, mengapa, adakah, bolehkah, bisakah, haruskah, apa benar, tanya, mau tanya, what, how, who, which, when, where, why, is, are, does, do, can, could, should, must, may,
    opo, piye, pripun, kepriye, sopo, sinten, pira, pinten, kapan, endi, pundi, punapa, menapa, nopo, naon, kumaha, saha, iraha, sabaraha, mana, naha, dupi, apo, macam mana, bila, berapakah, siapakah, apane, baramma, sapa, barampa, ape, berembe, pire, sai, mbe, ya min, kan, gimana`),
  SUPPOSE: list(
    `kalau, jika, apabila, bila, misal, misalnya, misalkan, umpama, seandainya, andai, andaikan, semisal, seumpama, dalam hal, if, suppose, in case, what if, whether, when a, lamun, upami, menawi, yen, nek, mun, saupami, umpamane, saumpama, manawa, kalaupun, ketika, saat, waktu pmi, kalau ada`,
  ),
  GENERAL: list(
    `pmi, cpmi, pekerja, pekerja migran, buruh, buruh migran, tenaga kerja, korban, abk, awak kapal, pelaut, prt, art, pembantu, tkw, tki, workers, worker, migrant workers, a worker, maids, helpers, seafarers, people, victims, perempuan, anak anak, warga negara, wni, seseorang, orang, setiap pekerja, pekerja perempuan, para pekerja, calon pekerja, employers, an employer, agencies, pemberi kerja, perusahaan penempatan, pemerintah, negara, government, kementerian, kbri, kjri, dinas, kepolisian, desa, pemda, embassy, peserta, peserta magang, purna pmi, mantan pmi`,
  ),
  BEFOREHAND: list(
    `sebelum berangkat, supaya tidak, agar tidak, biar tidak, cara menghindari, menghindari, hindari, cara mencegah, mencegah, waspada, antisipasi, cara aman, tips, kiat, jaga diri, berjaga jaga, untuk jaga, how to avoid, avoid, prevent, prevention, precaution, just in case, persiapan, ben ora, supados mboten, ambeh teu, supaya teu, supaya jangan, agar jangan, biar jangan, mengantisipasi, edukasi, pahami, memahami, pengetahuan, informasi, sekadar, sekedar, ingin tahu, pengen tahu, penasaran, curious, wondering, just asking, hanya tanya, cuma nanya, cuma tanya, iseng tanya, for information, buat pengetahuan, buat referensi, buat materi, untuk materi, untuk bahan, buat bahan, untuk tugas, buat tugas, untuk laporan, untuk warga, buat warga`,
  ),
  /** What has not happened yet. */
  FUTURE: list(
    `nanti, nantinya, kelak, suatu saat, suatu hari, sewaktu waktu, kapan kapan, ke depan, kedepannya, besok kalau, later, someday, one day, in the future, ever, in future, mengko, mbesuk, sesuk nek, engke, jaga, kapayun, esok esok, lak dhaggi, kalau sampai, jikalau sampai`,
  ),
  PURPOSE: list(
    `supaya, biar, agar, ben, supados, ambeh, so that, to make sure, make sure, how do i keep, how to keep, how to avoid, jangan sampai, aja nganti, ulah dugi, sangkan, jaga supaya`,
  ),
  /** How it goes with somebody who is not in danger. */
  WELL: list(
    `majikan baik, majikan saya baik, baik banget, baik sekali, orangnya baik, majikanku baik, majikan sabar, sabar banget, betah, lancar, gaji lancar, nyaman, senang kerja, bageur, bageur pisan, apik, apikan, apik banget, sabar, kind, very kind, nice, treats me well, good to me, good employer, jujur, sukses, berhasil, krasan, kerasan, happy, everything is fine, all is well, all fine, baik majikannya, sehat, sehat sehat, cukup makan, makan cukup, dikasih libur, diberi libur, boleh pegang ponsel, ponsel dibolehkan, pegang sendiri, tidak ada masalah, tidak ada apa apa`,
  ),
  /** What is said of others, far away, by nobody in particular. */
  RUMOUR: list(
    `apa benar, apa bener, benarkah, beneran, emang, emangnya, memangnya, memang, dengar dengar, denger denger, dengar kabar, kabarnya, katanya banyak, kata orang, kata orang orang, orang bilang, rame, ramai, heboh, viral, kok bisa, mitos, is it true, people say, they say, i heard, i read, jarene wong, jarene, cenah, ceuk batur, ceunah, kata tetangga, konon, gosip, gosipnya, beritanya, berita, kabar, isu, betul ke, orang cakap, saben krungu, tenan po, leres teu, leres mboten`,
  ),
  /** Taken back by the one who says it. */
  UNTRUE: list(
    `ternyata bohong, bohong saja, tidak benar, tidak bener, salah paham, jangan salah paham, hoax, hoaks, kabar burung, cuma gosip, tidak betul, not true, misunderstanding, false alarm, keliru, salah kira, salah sangka, prank, becanda, bercanda, guyon, gojeg, heureuy, just kidding, kidding, joking, gurau`,
  ),
  /** Seen to already. */
  CARED_FOR: list(
    `majikan antar, majikan sudah antar, majikan yang antar, bos antar, bos sudah antar, nyonya antar, nyonya sudah antar, sudah antar ke, sudah diantar, langsung diantar, langsung dibawa, majikan langsung bawa, sudah belikan obat, dibelikan obat, sudah hantar, dah hantar, wis ngeterke, wis diterke, tos nganteur, tos dianteur, already took me to, took me to the doctor, took me to hospital, took me to the clinic, sudah diobati, sudah diobatin, sudah ke klinik, sudah ke dokter, sudah ke rs, sudah dibawa, sudah ditangani, sudah dijahit, sudah dirawat, sudah berobat, sudah sembuh, sudah mendingan, diantar majikan, dibawa majikan, dibawa dunungan, dibawa nyonya, tos cageur, tos damang, wis mari, wis waras, sampun mantun, dah ok, dah sihat, diobatin, langsung diobati, diberi obat, dikasih obat, already treated, saw a doctor`,
  ),
  /** Who asks by office or trade. */
  ROLE: list(
    `petugas, staf, kepala dusun, kadus, pak dusun, lurah, carik, sekdes, camat, ketua rt, ketua rw, pak rt, bpd, karang taruna, pkk, posyandu, pustakawan, sutradara, guru bk, konselor, kader, kades, kepala desa, kepala seksi, kepala dinas, perangkat desa, dari dinas, dari disnaker, dari lsm, dari kementerian, dari satgas, dari desa, dari kantor, guru, guru bk, dosen, mahasiswa, mahasiswi, peneliti, jurnalis, wartawan, reporter, penulis, novelis, pengacara, pendamping, relawan, moderator, pengurus, pengelola, ketua, sekretaris, bidan, perawat puskesmas, polisi, babinsa, pengajar, instruktur, penyuluh, ustadz, pendeta, researcher, journalist, teacher, lecturer, student, social worker, volunteer, officer, caseworker, writer, cikgu, pelajar, pegawai dinas, meneliti, meliput, nulis, menulis, neliti, nliti, nalungtik, riset, mengajar, mendampingi, menangani, ngajar, skripsi, tesis, penelitian`,
  ),
  ABOUT: list(
    `tentang, soal, mengenai, terkait, perihal, kisah, cerita, about, on, regarding, bab, ngeunaan, babagan, pasal, temanya, judulnya, topiknya, bertema, bertajuk, perlindungan, korban`,
  ),
  DOMESTIC: list(
    `kamar saya kunci, saya kunci, kunci sendiri, ngunci sendiri, kunci cadangan, kunci kamar mandi rusak, kunci rumah hilang, kunci hilang, kunci motor, kunci loker, akun terkunci, akun dikunci, akun saya terkunci, kartu terkunci, rekening terblokir, layar terkunci, ponsel terkunci, hp terkunci, password, lupa password, locked out, account locked, locked my account, sim locked, pin terblokir, nonton film, main game, di game, di film, di sinetron, di drakor, drama korea, sinetron, lagu, mimpi, saya mimpi, bermimpi, cerita di, baca di, lihat di, nonton di, dengar di, berita di, viral di, di tv, di berita, di youtube, on the news, read about, i read, in the news, watched a, a movie, documentary, prank, lomba, olahraga, latihan, gym, senam, karate, silat, main bola, kegigit, gigitan nyamuk, masuk angin, pegal, pilek, flu, flu biasa, batuk, sudah mendingan, sudah sehat, sudah baikan, cuma lecet, luka kecil, tidak parah, ringan saja, tidak apa apa, tidak papa, gapapa, setelah jam, sesudah jam, jam 9, jam 10, jam sepuluh, jam berapa, after 9, after 10, selama pelatihan, waktu pelatihan, di blk, asrama blk, asrama lpk, asrama pelatihan, selama karantina, masa karantina, work hours, working hours, jam kerja, during work, akun, kunci dari dalam, dari dalam, tantrum, demensia, dementia, alzheimer, pikun, autis, anak asuh, anjing galak, anjingnya galak, digigit anjing kecil, balita, bayi`,
  ),
  SAFE: list(
    `sudah di rumah, sudah pulang, sudah aman, sudah selamat, sudah bebas, sudah dijemput, sudah kembali, sudah di indonesia, sekarang di rumah, sekarang sehat, aman semua, selamat sampai, sudah dibantu kbri, sudah ditangani, sudah beres, sudah selesai, home now, safe now, is safe, already home, already back, wis mulih, wis slamet, sampun wangsul, sampun kondur, tos mulih, tos wangsul, tos salamet, dah balik, dah selamat, tidak dalam bahaya, bukan darurat, tidak mendesak, tidak ada bahaya, not an emergency, not in danger, bukan kasus`,
  ),
} as const
