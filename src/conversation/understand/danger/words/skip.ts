import { list } from '../matching/affixes.ts'

const ASKING = ['tolong', 'mohon', 'please', 'bantu', 'tolong bantu', 'help me', 'bisa bantu', 'bisa tolong']
const REQUESTS =
  list(`jelaskan, jelasin, dijelaskan, sebutkan, disebutkan, sebutin, infokan, info, infonya, infoin, terangkan, diterangkan, buatkan, buat, alihkan, dialihkan, sambungkan, disambungkan, sambungin, carikan, cariin, cek, dicek, cekin, ulangi, rangkum,
  translate, terjemahkan, samarkan, hapus, padam, dihapus, konfirmasi, beritahu, kasih tahu, kasih info, beri tahu, diberi tahu, petunjuk, petunjuknya, pencerahan, arahan, arahannya, penjelasan, penjelasannya, informasi, informasinya, explain, tell me, send me the, list, show, check, understand, find out, with my cv, delete, hitung, hitungkan, dihitung, contoh, alamat, nomor, nomornya, tunjukkan, dikirim daftar, kirimkan daftar, dibalas, jawab, dijawab, bacakan, singkatkan, perbaiki, translate, koreksi, saran, sarannya, pencerahannya, dijawab, link, linknya, data, datanya, daftar, daftarnya, buatin, tuliskan, urus, isi, diisi, dikirim, kirim daftar, kirimin daftar, diprint, daftarkan, ubah, ganti bahasa, pakai bahasa, diulang, ringkas, diringkas`)

/** Set phrases whose words say something else than they seem; they are passed over whole. */
export const SKIP = {
  /** "tolong jelaskan": politeness, not a cry. */
  REQUEST: ASKING.flatMap((ask) => REQUESTS.map((request) => `${ask} ${request}`)),
  FIGURE:
    list(`banting tulang, banting setir, mati lampu, ponsel mati, mati kutu, mati gaya, mati ketawa, mati guyu,
      mati rasa, mati matian, mati suri, mati haid, paeh ngakak, nak mati rasanya, mau mati rasanya nunggu,
      nak mampus, mau gila rasanya, ketawa sampai mati, bunuh waktu, dibunuh waktu, membunuh waktu, bunuh
      rasa, bunuh kecoa, bunuh nyamuk, killing time, kill time, is killing me, bored to death, dying to, kena
      tembak cinta, disiksa rindu, dipukul rindu, disiksa kangen, tersiksa rindu, tersiksa kangen, mati
      kontraknya, mesin mati listrik, kartu mati, visanya mati, visa mati, paspor mati, paspor sudah mati,
      permit mati, ktp mati, masa mati, pasport mati, kabur aja dulu, kabur saja dulu, ancaman pidana, ancaman
      hukuman, dikejar deadline, dikejar target, dikejar waktu, dikejar setoran, mimpi dikejar, mimpi dibunuh,
      mimpi mati, perang batin, perang harga, hukuman calo, jatuh sakit hati, kebakaran jenggot, bunuh semut,
      patah hati, sakit hati, diusir kucing, kena deadline, bakar sate, ikan bakar, ayam bakar, bakar uang,
      meledak otak, banting harga, kejar deadline, tahan banting, lampu mati, sinyal mati, aktif mati, mati
      angin, ditembak cowok, terkurung hujan, terjebak macet, terjebak hujan, terkurung banjir kecil, stres
      nunggu, takut naik pesawat, takut ketinggalan, takut tidak lulus, takut gagal, wedi ora lulus, sieun teu
      lulus, takut salah, takut telat, bunga mencekik, harga mencekik, mencekik leher, mati iseng, kangen
      berat, rindu berat, nangis bahagia, nangis terharu, menangis bahagia, kesel banget`),
  /** Names and turns of phrase with a word of danger in them. */
  SET_PHRASE:
    list(`keluar negeri, ke luar negeri, luar negeri, rumah tangga, terima kasih, golongan darah, darah rendah,
      darah tinggi, tekanan darah, donor darah, sepak bola, bunga pinjaman, pasfoto, uang saku magang, working
      hours, jual beli rumah, dijual online, lari pagi, lari estafet, tes lari, libur dijual, cuti dijual, out
      of, find out, fill out, figure out, turn out, check out, how long, look forward, break even, hit me up,
      turun berat, turun gaji, harga turun, jatuh tempo, jatuh cinta, kunci jawaban, kunci sukses, kata kunci,
      juru kunci, hak jawab, jam berapa, pukul berapa, uang makan, rumah makan, jam makan, makan siang, biaya
      makan, makan malam, bahan makan, buka puasa, minta maaf, putus cinta, mabuk laut, mabuk darat, mabuk
      perjalanan, gas alam, tangan kanan, tangan pertama, tanda tangan, mesin cuci, kepala desa, kepala
      sekolah, kepala dinas, kepala dusun, kepala keluarga, kepala cabang, kepala bagian, kepala bidang, anak
      buah kapal, mata uang, mata pelajaran, air mata, jalan keluar negeri, kaki tangan, muka umum, badan
      hukum, badan usaha, badan pelindungan, badan pusat, badan nasional, surat menyurat, mulut ke mulut, hari
      h, malam minggu, kasih sayang, kasih tahu, kasih info, beri tahu, diberi tahu, wajib militer, terjun
      payung, air terjun, terjun langsung, lompat tali, lompatan karir, gantung baju, kontrak gantung, cerai
      gantung, jumping jack, di gantung kontraknya, kejar paket, kejar target, kejar setoran, buang air, buang
      sampah, perut six pack, tahan lama, uang tunggu, sewa rumah, nembak cewek, menembak gebetan, gas air,
      berita duka, suka duka, tidak keluar keluar, fotokopi paspor, foto kopi paspor, fotokopi ktp, copy of my
      passport, copy of passport, copy of the passport, salinan paspor, fotokopi ijazah, salinan ijazah, visa
      tidak keluar, visanya tidak keluar, visa belum keluar, hasil keluar, hasil belum keluar, nilai keluar,
      jam malam, nafas buatan`),
} as const
