import { list, nouns } from '../matching/affixes.ts'

/** Papers and ways of travelling that no legal placement uses. */
export const ROUTE = {
  VISA: nouns('paspor, visanya, masuk, stempel; visa, pas, permit, cop, passport, entry, vis'),
  TOURIST: list(
    `turis, wisata, pelancong, melancong, lawatan, kunjungan, visit, visitor, tourist, liburan, holiday, plesir, piknik, jalan jalan, dolan, social visit, visa kunjungan, on arrival, eta, c3, 90 hari, 60 hari, 30 hari, visa 30 hari, visa 2 bulan, visa 3 bulan, visa on arrival, bebas visa, transit, social, rong sasi, keluarga 6 bulan, turist, pelancongan, jenguk, kunjungan keluarga, visit visa, visa exempt`,
  ),
  PILGRIM: list(
    'umroh, umrah, umrohan, ziarah, jiarah, haji, umra, pilgrim, pilgrimage, ziyarah, visa ziarah, visa umroh, visa haji',
  ),
  STUDENT: list(
    'visa student, student visa, visa pelajar, kuliah sambil kerja, ausbildung tanpa, suaka, pengungsi, asylum, nikah kontrak, self employed, visa self, visa nanmin',
  ),
  CONVERT: list(
    'nanti diurus, diurus di sana, diurus nanti, dialihkan, diubah, diganti di sana, nanti diganti, convert, convert it, converted, jadi work permit, ubah jadi, nanti majikan, permit nyusul, permit nanti, permit boleh buat, diurus neng kono, diurus neng kana, engke di ditu, ke diurus, mengko diurus, gi daggi, overstay, pemutihan, overstayed, tidak pulang, diperpanjang terus, visa kerja di sana, visa kerjanya di sana, sambung, bisa sambung, langsung diganti',
  ),
  /** Going as a pilgrim; "haji" alone is also how a neighbour is called. */
  UMRAH: list(
    'umroh, umrah, umrohan, umra, jamaah, jemaah, jamaah umroh, travel umroh, travel umrah, ibadah haji, naik haji, berhaji, haji furoda, haji khusus, haji plus, pilgrims, pilgrimage',
  ),
  UMRAH_WORK: list(
    'umroh sekalian kerja, umroh sekaligus kerja, umroh terus kerja, haji sekalian kerja, umroh terus tidak pulang, umroh trus tidak pulang, lewat umroh, pakai umroh, umroh buat kerja',
  ),
  BACK_DOOR: list(
    `jalur belakang, jalur tikus, jalan tikus, jalan belakang, lewat belakang, pelabuhan tikus, jalur laut, lewat laut, jalan laut, lewat sungai, kapal kayu, kapal kecil, perahu kecil, speedboat, jalur gelap, jalur ilegal, tanpa dokumen, tanpa surat, tidak ada surat, tidak ada surat apa2, ora ana surate, ndek arak surat, tada sorat, teu aya surat, tanpa paspor, tidak pakai paspor, dalan mburi, dalan peteng, jalan haram, illegally, lewat hutan, malam malam, pintu samping, pintu belakang, unofficial, back door, by boat at night, nyebrang malam, jam 2 malam, naik kapal, langan segare, lebat tase, tanpa lapor, jalur alternatif, jalur pejabat, tanpa izin, without papers, no papers, jalur bawah tanah, jalan pintas, tanpa cap paspor, tanpa lewat imigrasi, tidak lewat imigrasi, lewat pantai, lewat kebun, lewat perbatasan malam, kapal nelayan, pompong, pancung, kapal barang, dalam truk, tidak lewat bandara, illegal route, smuggled, jungle route, over the river, lewat pintu belakang, numpak prau bengi, naik bot, naek prao, tidak pakai visa, tanpa visa, without visa, no visa, ora nganggo visa, teu make visa, tanpa permit, no permit, without permit, jalan tidak resmi, jalur tidak resmi, jalur ora resmi, kosongan, masuk kosong, masuk haram, pendatang haram, tidak usah paspor, tidak perlu paspor, paspor belakangan, cukup ktp, pakai ktp saja, tanpa prosedur, tidak lewat prosedur, tidak sesuai prosedur, tidak pakai prosedur, tidak usah ribet, tidak usah urus, tanpa daftar, tidak perlu daftar, tidak usah ke dinas, tidak perlu ke dinas, tidak usah ke bp3mi, tidak usah pembekalan, tanpa pembekalan, tanpa rekom, tanpa rekomendasi, ora usah ngurus, ora liwat dinas, teu kedah ka dinas, potong kompas, tanpa lewat pt, tidak usah medical, tanpa dinas, tanpa bp3mi, tidak perlu izin, tidak perlu surat, tanpa perjanjian, tidak usah surat, tidak usah dokumen, dokumen nyusul, dokumen belakangan, surat belakangan, surat nyusul, no documents, without documents, no paperwork, without registering, unregistered, tidak terdaftar, ora ndaftar, tanpa ndaftar, ora usah ndaftar, teu didaptarkeun, tidak didaftarkan, tak payah permit, tak ada permit, tak payah pasport, tidak payah`,
  ),
  VIA: list(
    'lewat, liwat, via, transit, langan, lebat, ngaliwat, ngaliwatan, through, terus ke, lanjut ke, kemudian ke, baru ke, nyebrang, nanti ke, ke batam, ti batam, dari batam, medal, banjur, diterbangkan ke, baru ke timur, baru diterbangkan, pick me up in, jemput di bangkok, dijemput di bangkok, drive to the border, stop over',
  ),
  TRANSIT_PLACE: list(
    'batam, nunukan, entikong, tanjung pinang, tanjungpinang, dumai, tanjung balai, pontianak, medan, penang, johor, singapura, singapore, malaysia, kuala lumpur, bangkok, thailand, istanbul, dubai, hong kong, jeju, kuching, tawau, sungai, perbatasan, border, malaysia dulu, singapura dulu, india, abu dhabi, yordania, tiga negara, 3 negara, surabaya malam, vietnam, sebatik',
  ),
  CLOSED: list(
    `kamboja, kemboja, cambodia, myanmar, laos, suriah, syria, irak, iraq, erbil, yaman, yemen, libya, sudan, yordania, jordan, oman, lebanon, israel, arab saudi, saudi, arab, mesir, afghanistan, somalia, ukraina, rusia, mauritania, aljazair, maroko, pakistan, riyadh, jeddah, mekkah, madinah, kuwait, uea, uni emirat, uae, dubai, abu dhabi, bahrain, qatar, phnom penh, khartoum, beirut, amman, poipet, sihanoukville, bavet, mae sot, myawaddy`,
  ),
  NEVER_OPEN: list(
    'kamboja, kemboja, cambodia, myanmar, laos, suriah, syria, irak, iraq, erbil, yaman, yemen, libya, sudan, israel, afghanistan, somalia, phnom penh, poipet, sihanoukville, bavet, mae sot, myawaddy, beirut, khartoum, yordania, jordan, lebanon',
  ),
  MAID: list(
    'art, prt, pembantu, baby sitter, babysitter, nanny, pengasuh, jaga anak, housemaid, maid, domestic, rumah tangga, pembantu rumah tangga, tkw, pmi, cleaner, amah, perorangan, majikan perorangan',
  ),
  MORATORIUM: list(
    'moratorium, negara tertutup, masih ditutup, katanya sudah dibuka, moratorium sudah dibuka, closed country',
  ),
  LIE: list(
    `bilang mau liburan, ngaku liburan, pura2 liburan, pura2, pura pura, pura2 jadi, bohong, berbohong, boong, mbohong, ngapusi petugas, lie, kata mau umroh, jawab mau, jawab saja, jawab mau liburan, suruh jawab, titah ngajawab, ngajawab, kon ngomong, kalau ditanya, lamun ditanya, mun ditanya, yen ditakoni, jika ditanya, if immigration asks, if asked, say you are, say she is, say i am, mengaku, ngaku, suruh bilang, disuruh bilang, disuruh kata, suruh cakap, cakap kat imigresen, diajari bilang, diajari kata, supaya lolos, biar lolos, biar kelihatan, supaya kelihatan, kelihatan liburan, kelihatan turis, kayak turis, tell immigration, tell them, suruh kata, menyamar, pretend, pretending, ngabohong, nyamur, disuruh bohong, suruh bohong, disuruh boong, suruh boong, told to lie, disuruh berbohong, ngaku turis, ngaku wisata, ngaku mau, ngaku saudara, kudu ngaku, kon ngaku, dikon ngaku, titah ngaku, disuruh ngaku, suruh ngaku, jawabnya, bilangnya, nyebut`,
  ),
  FAMILY_TIE: list(
    'suami istri, saudara, keluarga, sepupu, teman, jenguk, menjenguk, kunjungi, visiting, visit a friend, cousin, married, menikah, dolan, melawat',
  ),
  OFFICIALS: list(
    'imigrasi, bandara, petugas bandara, petugas imigrasi, imigresen, petugas, immigration, airport, airport officers, officer',
  ),
  FALSE_AGE:
    list(`umur dituakan, dituakan, dituwakke, ditoakan, te toaang, umur diganti, umur dirobah, dirobah jadi, umur bisa diatur, umur bisa, usia dinaikkan, umur dipalsukan, dipalsukan umurnya, umurnya dibikin, umur bisa dibuat, jadi 21, jadi 22, jadi 23, dibuat 44, mengaku umur, ngaku umur, umur lebih tua, change the age, change my age, faked her age, age on my id, dibikinin ktp, dibuatkan ktp, dibuatin ktp, ktp dibuatkan,
    paspor palsu, ktp palsu, ijazah palsu, dokumen palsu, surat palsu, izin palsu, surat izin suami dipalsukan, dipalsukan, dipalsu, sertifikat palsu, surat jalan palsu, data bukan punya, data palsu, nama orang lain, paspor orang, paspor orang lain, name in the passport, fake id, fake passport, fake documents, false name, forged, tanda tangan palsu, sertifikat bahasa bisa dibeli, bisa dibeli, dibeli tanpa, nembak, bisa nembak, bst nembak, bst nya nembak, joki, jasa joki, tanpa periksa, medical dibeli, diakali, bisa diakali, tidak usah jujur, kad pengenalan 21, kad pengenalan, ejen buatkan, eobba, surat akan dibuatkan, dokumen kami yang buat, paspor dibuatin, akta dibuatkan, ijazah paket, izin suami dipalsukan, surat akta palsu, belum menikah padahal, akta palsu, buku nikah palsu, fake certificate`),
  ADDRESS: list(
    'ktp baru, ktp luar daerah, pindah domisili, dipindah alamat, pindah alamat, pindah alamat ktp, diganti alamatnya, diganti domisilinya, dipindah alamate, ktp dipindah, dipindahkeun, ktp diganti, alamat ktp, domisili, alamate, ganti alamat',
  ),
  ID_WORDS: nouns(
    'ktp, identitas, akte, paspor, domisili, omor, omorra; umur, usia, kk, akta, alamat ktp, nama, id card, age, id, kartu keluarga, tanggal lahir, tahun lahir, akta lahir, kelahiran, umurku, umurnya, umur saya, umur anak, umur adik, umure, umurna, yuswa, tgl lahir, birth date, date of birth, birth year, my age, her age, his age, ktp kakak, ktp orang',
  ),
  CHANGED: list(
    'diganti, dirubah, dirobah, diubah, dipindah, dituakan, dipalsukan, dibikin, dibuat, dibuatkan, dibuatin, dituwakke, te toaang, changed, change, altered, faked, eobba, rubah, ganti, ubah, dipalsu, didobel, berbeda, different, ditambah, ditambahi, ditambahin, dimudakan, digawe, didadekake, didadekne, disulap, dinaikkan, dinaikin, dikatrol, dikurangi, dirombak, dimanipulasi, diakali, dijieun, digedean, dikolotkeun, dituakeun, dituekake, dituwekno, dituwakno, ditoao, dijadikan, dijadiin, pakai punya, pinjam, minjam, pakai ktp, numpang, tembak, nembak, disesuaikan, disetel, diatur, made older, made younger, dipalsuin, diubah jadi, ditukar, dibetulkan jadi',
  ),
  FAMILY_LETTER: list(
    'tanpa ijin suami, tanpa izin suami, tanpa izin keluarga, tanpa izin orang tua, suami tidak usah tahu, tanpa izin ortu, tanpa ijin ortu, suami boleh tidak tahu',
  ),
} as const
