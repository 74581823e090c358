import { list, nouns } from '../matching/affixes.ts'

/** Years in which what is told is long over; the numbers of later ones are often asked for. */
const YEARS_AGO = Array.from({ length: 35 }, (_, i) => 1985 + i).flatMap((year) =>
  ['tahun', 'taun', 'thn', 'th', 'in'].map((word) => `${word} ${year}`),
)

/** Words of a question about a rule, a figure, a lesson or an officer's work, not about somebody in danger. */
export const CALM = {
  LAW: list(`hukuman, hukum, sanksi, pidana, dipidana, pasal, undang undang, undang2, uu, aturan, aturannya, aturane, aturanana, peraturan, ketentuan, dasar hukum, secara hukum, menurut aturan, menurut hukum, ancaman pidana, denda, ukuman, ukumane, ukumanana, hukumana, hukumanana, sangsi, law, laws, legal, legally, penalty, penalties, punishment, regulation, rules, rule, under indonesian law, okoman, okomanna, atoran,
    putusan, vonis, hukumannya, yurisdiksi, moratorium, melanggar hukum, hukumane, wajibkah, perda, permen, perpres, larang, undang undangna, berwenang, blacklist, kena blacklist, daftar hitam, amnesti, cekal, pemutihan resmi, dideportasi berapa, blacklisted, melanggar, pelanggaran, hukumannya apa, sanksinya, dendanya, kompaun, compound imigresen`),
  FIGURES: list(
    `berapa kasus, jumlah kasus, data, data kasus, statistik, persentase, jumlah, angka, berapa banyak, berapa orang, how many, statistics, number of, percentage, cases were, sabaraha kasus, sabaraha jumlah, pira kasus, pirang kasus, berapa kes, tren, pengaduan tahun, laporan tahun, jumlah korban, berapa korban, berapa laporan, berapa pengaduan, rata rata, brapa kasus, angka kematian, kasus kekerasan tahun, tahun 2019, tahun 2020, tahun 2021, tahun 2022, tahun 2023, tahun 2024, tahun 2025, taun 2024, taun 2025, 2024, 2025 ada, cacahe, berapa wni, ada berapa, pira cacahe, sabaraha urang, berapa tkw, berapa pmi, berapa abk`,
  ),
  MEANING: list(
    `apa itu, apa arti, artinya, arti, definisi, pengertian, istilah, istilahnya, apa beda, apa bedanya, bedanya, beda, perbedaan, apa yang dimaksud, maksudnya apa, meaning, definition, what is, what does, difference between, what are the signs, naon bedana, naon ari, naon itu, apa kuwi, apa bedane, ape bedane, bidhana, beza, apa tu, itu apa, sejarah, history, sejarahnya, tanda tanda, tanda2, ciri ciri, ciri, ciri2, contoh, modus, istilahe, cara mengenali, mengenali, how to recognise, how to recognize, how to spot, kronologi, recognise, bedain, bedakan, membedakan, jelaskan, jelasin, pola`,
  ),
  STUDY: list(
    `skripsi, tesis, makalah, tugas kuliah, tugas sekolah, penelitian, riset, meneliti, peneliti, researcher, research, studying, thesis, mahasiswa, dosen, guru, ujian, kuliah hukum, bahan ajar, modul, presentasi, seminar, workshop, webinar, kajian, jurnal, buku, artikel, liputan, wartawan, jurnalis, reporter, berita, baca berita, nonton berita, nonton, film, dokumenter, novel, school lesson, campus, tugasan, tugasan kuliah, referensi, diskusi, bahan diskusi, lomba, lesson, assignment, essay, video dokumenter, podcast, narasumber, viral kemarin bener, detik, video, hoax, hoaks, kabar itu, berita itu, menjelaskan, menerangkan, mengajar, ngajar, mulang, ke murid, ke siswa, meneliti, dokumentasi, postingan lama, kuliah`,
  ),
  OFFICE: list(
    `materi, sosialisasi, penyuluhan, pelatihan kader, kader, pencegahan, mencegah, prevent, prevention, sop, alur, prosedur penanganan, mekanisme, gugus tugas, satgas, tugas satgas, kebijakan, program, poster, spanduk, baliho, brosur pencegahan, peraturan desa, perdes, anggaran, rapat, koordinasi, pimpinan, laporan pimpinan, studi banding, instansi mana, kewenangan, wewenang, peran, tugas, standar, penanganan, layanan, shelter, formulir, form laporan, deteksi dini, pelatihan, sosialisasina, bahan penyuluhan, materi opp, edukasi, kampanye, mou, nota kesepahaman, perjanjian, kerja sama, umum, secara umum, train, awareness, upaya, cara dinas, pengawasan, pembinaan, ditanggung, klaim, asuransi, santunan, jkk, jkm, ahli waris, insurance, claim, covered, coverage, prosedur, prosedurnya, tata cara, langkah dinas, imbauan, imbauan resmi, himbauan, menurut kemlu, menurut kementerian, menurut data`,
  ),
  RULE_QUESTION: list(
    `apakah boleh, bolehkah, boleh gak, boleh tidak, boleh kah, apa boleh, apakah sah, sah tidak, apakah wajib, apakah majikan, apakah p3mi, apakah perorangan, apakah polisi, is it legal, is it allowed, is an employer, are employers, is a deposit, kenging teu, oleh ora, oleh apa ora, leres mboten menurut, siapa yang berhak, siapa yang, siapa yg, kalau hilang, termasuk pelanggaran, apakah termasuk, masuk akal, masuk akal tidak, wajar tidak, wajar tidak sih, normal tidak, normal kan, normal ya, sesuai tidak, wajar kan, lumrah to, lumrah ora, ilok, tidak sih, standar tidak, realistis, reasonable, normal salary, harusnya, seharusnya, normalnya, biasanya, wajar tidak, is it normal, meunang teu, olle apa enja, kanggo ke, boleh ke, betul ke, dibenarkan ke, can employer, can my employer, can the employer, can an employer, may my employer, may employer, boleh tidak majikan, bolehkah majikan, bolehkah p3mi, apakah boleh p3mi, apakah pt boleh, apakah agen boleh, apakah sponsor boleh, berhak tidak, apakah berhak, hak siapa, apakah termasuk`,
  ),
  LEISURE: list(
    'haha, hahaha, hehe, hihi, wkwk, wkwkwk, wk, lol, becanda, bercanda, bercandaan, alhamdulillah, syukur, covid, pandemi, diet, puasa, liburan, jalan jalan, wisata keluarga, alhamdulilah, jaga jaga, jaga2, nggo jaga, buat disimpan, disimpen, simpan nomor, nak simpan, sempat saja, mau ditempel, joget, lucu, hobi, cuma mau tahu, cuma tanya, cuma pengen tahu, ingin tahu aturannya, baik baik saja, baik saja, sudah selesai, sudah beres, aman semua, tidak ada masalah, bukan mau, resmi lewat, lewat jalur resmi, fotokopi, pegang sendiri, dipegang sendiri, di rumah ortu, keeps her own, keep my own, simpan sendiri, disimpan sendiri, dicekel dhewe, tapi baik, tapi bageur, nanging apikan, tapi adil, but fair, orangnya baik, bageur, apikan, sudah ke dokter, sudah diobati, sudah dibawa ke dokter, sudah berobat, sudah sembuh, sudah membaik, already saw a doctor, seen a doctor, dokter bilang tidak apa, diantar majikan ke dokter, majikan antar ke dokter, wis menyang dokter, tos ka dokter, dikasih obat, diberi obat, sudah minum obat',
  ),
  PAST_CASE: list(
    'erwiana, adelina, sumiati, nirmala, ruyati, satinah, zaini misrin, zaman dulu, tahun 90an, 90an, jaman dulu, biyen putusane, kasus lama, dulu banget, kasus viral, wilfrida',
  ),
  PAST: list(
    `${YEARS_AGO.join(', ')}, mbiyen, mbiyene, biyene, riyin, kepungkur, kapengker, kepengker, dulunya, jaman dulu, zaman dulu, jaman semono, waktu smp, waktu sma, waktu sd, waktu kecil, waktu muda, waktu masih muda, puluhan tahun, belasan tahun, tempo dulu, dulu sekali, many years, ten years ago, back then, dulu, dahulu, pernah, tahun lalu, taun lalu, waktu itu, biyen, rumiyin, kapungkur, baheula, zaman, sudah pulang, sudah di rumah, sudah selamat, sudah beres, sudah selesai, cerita lama, used to, long ago, years ago, in the past, last year, bertahun lalu, tahun 2010, tahun 2012, tahun 2016, tahun 2018, lama sekali, mantan, bekas, eks, sudah sembuh, sekarang sehat, sudah sehat`,
  ),
  DEATH: list(
    'jenazah, jenasah, jasad, mayat, almarhum, almarhumah, santunan, ahli waris, dimakamkan, pemakaman, layon, peti, kremasi, dikubur, innalillahi, wafat, body home, funeral, coffin, remains, autopsi, akta kematian, surat kematian, arwah, tilar dunya, berpulang, tutup usia, meninggal dunia, belasungkawa, duka',
  ),
  WORRY: nouns(
    'wawancara, pesawat, bahasa, jadwal; ujian, interview, medical, tes, montor mabur, pas medical, exam, deadline, visa, wifi',
  ),
} as const
