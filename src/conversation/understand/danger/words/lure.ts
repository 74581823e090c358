import { list } from '../matching/affixes.ts'

/** How people are drawn in. */
export const LURE = {
  BRING_OTHERS: list(
    `komisi, dapat komisi, komisi per orang, bonus kalau bawa orang, bonus kalo bawa orang, bonus bawa orang, cari 5 orang, cari 10 orang, cari orang, disuruh bawa orang, bawa orang 3, ajak 3 orang, ajak teman dapat, per kepala, imbalan per kepala, commission, commission for every, for every person, referral bonus, fee per orang, bring friends, bring more people, kumpulkan 30, mengumpulkan 30, ngumpulin orang, kumpulin orang, kumpulin pemuda, mengumpulkan pemuda, golek wong, milarian jalmi, neangan jelema`,
  ),
  PICKED_UP: list(
    `ada yang jemput, ada yang urus, ada yang ngurus, nanti dijemput, nanti ada yang, nanti ada yang jemput, dijemput orang, orang yang jemput, dijemput mobil, dijemput travel, dijemput di bandara, pick me up, picks me up, will pick me, they pick me up, someone will meet, mengko dipethuk, engke aya nu, ana sing methuk, pegang foto saya, tinggal datang, tinggal berangkat, dia yang urus, semua diurus, semua dia yang, semua surat diurus, mandor yang atur, mereka yang urus, they arrange everything, he arranges everything, sadayana diurus, kabeh diurus`,
  ),
  LOOKS: list(
    `cantik, cewek cantik, good looking, penampilan menarik, pretty girls, pretty, cewek umur, umur max 25, max 25, perempuan muda, cewek muda, gadis muda, awewe ngora, khusus wanita, khusus perempuan, khusus cewek, masih perawan, masih gadis, foto seksi, foto seluruh badan, full body photo, foto full body, sexy photo, girls only, young girls, anak gadis, cah wadon, belum menikah, single only, buat cewek, ladies only, tinggi badan minimal, foto badan`,
  ),
  MARRY: list(
    `nikah kontrak, dijodohin, dijodohkan, kawin kontrak, dinikahkan, nikah sama orang china, nikah dengan orang, menikah dengan orang, pengantin pesanan, mail order bride, marry a chinese, marry a man, contract marriage, jadi istri orang, nikah siri sama, dikawinkan, nikah pura2, fake marriage, dinikahin orang`,
  ),
  CARRIER: list(
    `bawa koper, titipan koper, koper titipan, jual ginjal, donor ginjal, sell kidney, sell my kidney, ginjal, bawa paket, kurir, carry a suitcase, bawa barang titipan, organ, bawa narkoba`,
  ),
  GUARANTEE: list(
    `jamin, dijamin, menjamin, garansi, jaminan lolos, jaminan visa, pasti lolos, pasti berangkat, pasti keluar, pasti dapat, pasti tembus, guarantee, guarantees, guaranteed, 100 approve, 100 persen, 100 berangkat, bisa luluskan, luluskan, loloskan, meloloskan, bisa meloloskan, joki, jasa joki, dijamin berangkat, dijamin aman, dijamin dapat, no debat, aman sudah banyak, sudah banyak yang berangkat, testi banyak, jaminan uang kembali, knows people in, orang dalam kedutaan, ada kenalan orang dalam, mesti lulus, pasti lulus, dijamin lulus`,
  ),
  QUICK: list(
    `proses 3 hari, proses 2 hari, proses 5 hari, proses 7 hari, proses seminggu, proses 1 minggu, proses cepat, proses kilat, proses singkat, cepat berangkat, cepet berangkat, jalur kilat, sehari jadi, 3 hari jadi, 2 hari jadi, hari ini daftar, langsung jadi, quick process, fast process, very fast, immediate departure, langsung jalan, kuota tinggal, sisa kuota, kuota terbatas, slot terbatas, sisa 3 seat, sisa slot, kuota hangus, hangus kalau, siapa cepat, last slot, limited slots, gancang mangkat, buruan daftar, terakhir hari ini, kuota tinggal 1, sisa 1, jalur express, jalur ekspres, tidak pakai nunggu, tanpa nunggu, tanpa menunggu, without waiting`,
  ),
  ID_PHOTO: list(
    `foto ktp, foto kk, foto paspor, kirim ktp, kirim foto, kirim kk, selfie, selfie ktp, photo of my id, photo of id, picture of my id, scan ktp, minta ktp, minta foto, minta data, copy of my passport, data pribadi, password email, kode otp, otp, send ktp, send id, njaluk foto, menta foto, nomor rekening saya, ktp asli`,
  ),
  IMPOSTOR: list(
    `ngaku petugas, ngaku staf, ngaku pegawai, ngaku orang, ngakune, mengaku staf, mengaku petugas, mengaku pegawai, mengaku kepala, ngaku ti, ngaku dari, mengaku dari, ngaku hrd, oknum, orang dalam, wong njero, jalmi jero, pretends to be, claims to be, claims he is, posing as, official telegram, anda terpilih, you are selected, staf kementerian, pegawai kementerian, orang kementerian, kenal pejabat`,
  ),
  UNKNOWN: list(
    `tidak kenal, tidak dikenal, tak dikenal, belum kenal, baru kenal, baru dikenal, ora kenal, teu wawuh, teu kenal, dereng kenal, nembe wanoh, unknown, unknown person, stranger, a stranger, someone i dont know, i dont know him, kenal seminggu, kenal di, nomor asing, nomor tidak dikenal, nomor luar negeri, orang asing, dari nomor, kenalan baru, just met, met online, orang tidak jelas, ora wanuh`,
  ),
} as const
