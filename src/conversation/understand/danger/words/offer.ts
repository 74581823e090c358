import { list, nouns, verbs } from '../matching/affixes.ts'

const offer = verbs('tawar tawari tawarkan ajak janji janjikan iming imingi rekrut rayu bujuk')
const send = verbs('berangkat berangkatkan kirim terbangkan masukkan antar hantar salur salurkan')

/** The offer itself: who offers, what work, how one would leave. */
export const OFFER = {
  OFFERED: [
    ...offer.passive,
    ...offer.active,
    ...list(
      `ditawarin, ditawari, nawarin, nawari, nawani, ditawani, dipuntawani, nawaran, nawisan, ditawisan, nawarang, diajak, ngajak, ngajakin, diajakin, dijak, eajak, ebajak, dijanjiin, dijanjikan, janjikan, njanjeni, offer, offers, offered, offering, promise, promises, promised, ajakan, tawaran, tawarannya, direkrut, ngerekrut, invites me, invited me, asks me to work, wants me to work, bisa masukin, bisa bantu masuk, bisa ngeterke, bisa memasukkan, nyariin kerja, jemput ke kampung, cari orang, cari tkw, cari pmi, cari anak, ngumpulin orang, kumpulin pemuda, mengumpulkan pemuda, can bring me, can get me, ada yang nawarin, ada yang ngajak, mau dibawa kerja, dibujuk, iming iming, tawarkan, menawarkan, penawaran, mengajak, ada job, ada info job, ada lowongan, ajak kerja, ajak ke, nuruti`,
    ),
  ],
  VACANCY: list(
    `lowongan, loker, lowongannya, lowongane, info job, job, jobs, vacancy, vacancies, hiring, dibutuhkan, dicari, need, open slot, jawatan kosong, iklan, iklan kerja, advert, advertisement, open recruitment, oprec, info kerja, butuh, recruitment, kuota, slot, pendaftaran, posisi, brosur, kesempatan kerja, job order, penempatan segera, peluang kerja, kerja santai, magang jepang, ready majikan, we are hiring, urgently needed, urgent hiring, walk in`,
  ),
  SENDS: [
    ...send.passive,
    ...send.active,
    ...list(
      'memberangkatkan, berangkatkan, brangkatin, berangkatin, ngberangkatin, ngangkatkeun, ngeterke, masukin, masukkan orang, ngirim orang, kirim orang, nganterin orang, sends people, bring people, bawa orang, biasa bawa, ngirim pmi, bisa bawa, bawain orang, bring me to, can bring, bantu masuk, bisa bantu masuk',
    ),
  ],
  DEPART: list(
    `berangkat, mangkat, budhal, budal, indit, angkat, terbang, mabur, brangkat, jalan, fly, flying, flight, leave, leaving, depart, departure, go, lalo, ongkat, menyang, nyebrang, keberangkatan, diberangkatkan, diterbangkan, tiket, ticket, dijemput, travel, join kapal, nyang, biberangkat, miyang, jadwal terbang, dijadwalin terbang`,
  ),
  WORK: list(
    `kerja, bekerja, kerjaan, pekerjaan, gawe, damel, makarya, nyambut gawe, padamelan, alako, lako, begawean, begawe, work, working, job, jobs, kerjo, pmi, art, prt, pembantu, magang, internship, abk, karyawan, pegawai, jadi admin, jadi cs, merantau, berkarir`,
  ),
  ABROAD:
    list(`luar negeri, arab, saudi, jeddah, riyadh, mekkah, madinah, dubai, abu dhabi, uae, oman, qatar, doha, kuwait, bahrain, yordania, jordan, suriah, syria, irak, iraq, erbil, yaman, yemen, libya, sudan, mesir, turki, turkey, istanbul, malaysia, johor, sabah, sarawak, tawau, kuching, singapura, singapore, brunei, taiwan, hong kong, macau, macao, jepang, japan, korea, korea selatan, china, cina, tiongkok, thailand, bangkok, vietnam, maldives,
    australia, new zealand, selandia baru, kanada, canada, amerika, usa, america, inggris, london, jerman, germanya, belanda, polandia, poland, eropa, europe, serbia, rumania, bulgaria, kroasia, hungaria, ceko, finlandia, italia, italy, spanyol, portugal, rusia, israel, lebanon, beirut, iran, afrika, papua nugini, fiji, kaledonia, timur tengah, middle east, kamboja, cambodia, kemboja, myanmar, laos, filipina, philippines, phnom penh, sihanoukville, poipet, bavet, mae sot, meksiko, argentina, india, pakistan, vanuatu, swiss`),
  SALARY: nouns(
    'gaji, gajih, gajine, gajina, upah, bayaran, penghasilan, gajinipun; salary, pay, income, wage, bonus, monthly, per month',
  ),
  HIGH_PAY:
    list(`gaji besar, gaji gede, gajinya gede, gajinya besar, gajine gedhe, gajih ageung, gajih gede, gajina raja, gajine beleq, gajinipun ageng, gaji tinggi, gajinya tinggi, high salary, big salary, high pay, fantastis, gaji fantastis, gaji dolar, gaji dollar, gajinya dolar, 3x lipat, jutaan, puluhan juta, bonus tanpa batas, bonus iphone, uang banyak, duit banyak, 12jt, 14jt, 15jt, 18jt, 20jt, 22jt, 25jt, 30jt, 35jt, 40jt, 45jt, 50jt, 60jt, 65jt, 70jt, 80jt, 90jt, 100jt,
    12 juta, 14 juta, 15 juta, 18 juta, 20 juta, 22 juta, 25 juta, 30 juta, 35 juta, 40 juta, 45 juta, 50 juta, 60 juta, 65 juta, 70 juta, 80 juta, 90 juta, 100 juta, 800 dolar, 900 dolar, 1000 dolar, 1200 dolar, 1500 dolar, 2000 dolar, 3000 dolar, 4000 dolar, 800 dollar, 1000 dollar, 1200 dollar, 1500 dollar, 2000 dollar, 3000 dollar, 1000 usd, 1200 usd, 1500 usd, 2000 usd, 2500 usd, 3000 usd, 4000 dollars, 3000 dollars, 1500 dollars, 2000 dollars, 25 yuto, 25 yuta, 30 yuta, 50 yuta, limalas yuto, telung puluh yuto, rm5000, rm6000, rm7000, rm8000, 1200, 1500, 2000 dollars, 2500, 3000`),
  NO_SKILL:
    list(`tanpa pengalaman, tidak perlu pengalaman, tidak butuh pengalaman, no experience, no experience needed, tanpa skill, tidak perlu skill, tanpa keahlian, tanpa bahasa, tidak perlu bahasa, tidak perlu bisa bahasa, no language, no language needed, tanpa ijazah, tidak perlu ijazah, tidak pakai ijazah, no degree, no diploma, tanpa syarat, tanpa tes, tidak pakai tes, tanpa interview, tidak ada interview, no interview, no test, tanpa wawancara, tanpa medical, tidak perlu medical, tanpa pelatihan, tidak perlu pelatihan,
    tanpa blk, tanpa ujian, tidak usah tes, teu kedah tes, teu make tes, teu kudu bisa, teu kudu pangalaman, ora perlu ijazah, ora usah tes, ora nganggo tes, ora perlu pinter, tak payah pengalaman, tidak payah pengalaman, tanpa temuduga, tanpa bst, tanpa buku pelaut, tidak perlu buku pelaut, sd boleh, tidak perlu pinter, tanpa eps, jalur cepat, jalur khusus, langsung diterima, pasti lolos, 100 persen, 100 lolos, jaminan lolos, dijamin lolos, approve, tanpa marlin, tanpa syarat apapun, tidak perlu bisa masak, cuma modal, modal ktp, hanya bawa diri, tinggal bawa baju, tinggal bawa paspor, no skill, without experience, no skills, without interview, tidak ribet, tanpa ribet, cepat proses, semua gratis, everything free, free ticket, tiket gratis, gratis tiket, tiket ditanggung, tiket dibayar, tiket dibayarin, tiket dibelikan, tiket free, ticket free, ditanggung semua, makan gratis, mess gratis, dahar gratis, akomodasi gratis, akomodasi kantor, bebas biaya, masa gratis semua, langsung kerja, langsung terbang, langsung berangkat, langsung budhal, langsung diterima, ora usah les, teu kudu bisa basa, tanpa bisa bahasa, tidak bisa bahasa, tidak harus bisa, siapa saja bisa, semua umur, umur berapapun, umur bebas, tidak dites, tidak diwawancara, tidak usah interview, tidak usah medical, tidak usah sekolah, cuma ktp, modal ktp saja, modal paspor, cuma paspor, no exam, no training, no language requirement, no requirement, without test, without training, no medical, tanpa antri, tanpa seleksi, tanpa pelatihan, mboten ngangge tes, teu aya tes, tidak perlu tes, tidak ada tes, tanpa ribet, gampang masuk, gampang lolos, mudah lolos, 100 diterima, pasti diterima, auto lolos, langsung kerja`),
  TOO_GOOD: list(
    'terlalu enak, terlalu bagus, too good, kok bisa, kok gampang, masuk akal tidak, masuk akal gak, masuk akal, masa iya, mosok, kok cepat, curiga, mencurigakan, suspicious, jebakan, janggal, aneh, something wrong, dikasih uang saku, uang saku, uang pit, fee suami, fee pl, uang sirih, dikasih uang, diberi uang, dikasih 5, bonus di depan, pesangon di depan, uang di depan, dihadiahi, kasih fee, menehi dhuwit, dibere duit, gives my mother money, terlalu mudah, kok enak, kok mudah, terlalu mudah, janji manis, mulus terus, keuntungan besar, hadiah, dapat iphone, pesangon besar, gaji dobel, tiga kali lipat, 3 kali lipat, kaya mendadak, cepat kaya, tanpa modal, cicil, bisa cicil, potong gaji saja, gratis semua, semuanya gratis, all free, free everything, free visa, visa gratis, langsung cair, cair hari itu, money back, uang kembali',
  ),
  SAYS: list(
    `katanya, kata, ktnya, jarene, jare, cenah, ceuk, saurna, caritana, unin, unine, ngomong, bilang, nyuruh, disuruh, suruh, dikon, kon, dikongkon, dititah, titah, told me, tells me, said, says, told us, diminta, minta, meminta, dipenta, menta, dijaluki, njaluk, asked, asks, asking, wants, want me, want us, maunya, ngaku, mengaku, ngajari, diajari, taught me, diarahkan, menyuruh, dipunutus, ngutus, esoro, te suruh, canya, ocana, ngocak, ceritanya, berkata`,
  ),
  MUST: list('harus, kudu, kedah, wajib, must, have to, has to, need to, mesti, kena, diwajibkan'),
  PLAN: list(
    'saya mau, mau berangkat, mau ikut, mau daftar, mau kerja, rencana, rencananya, akan berangkat, arep mangkat, rek indit, rekening indit, bade angkat, badhe mangkat, ingin ikut, i want to go, i plan, my plan, planning to, i will go, saya akan, lanjut tidak, lanjut gak, ambil tidak, ambil gak, gimana menurut, menurut kakak, aman tidak, aman gak, aman nggak, aman kah, aman, aman ra, aman po ora, aman teu, is it safe, safe or not, selamat tak, bahaya tidak, gpp, gpp kah, boleh percaya, bisa dipercaya, percaya tidak, can i trust, should i trust, trust them, is this normal, normal, wajar, wajar tidak, bener tidak, beneran, benar tidak, bener gak, leres mboten, leres teu, bener teu, betul ke, ongguen apa, sudah setuju, sudah daftar, tergoda, tertarik, kepengen ikut, mau nyusul, mau ke, is it real, legit, is it a trap, is that fine, is it okay, asli tidak, penipuan bukan, penipuan ya, penipuan tidak, ini penipuan, ini bener, itu bener',
  ),
  SUSPECT: list(
    'penipuan, tipu, tipuan, nipu, ngapusi, apus apus, bodong, abal abal, palsu, asli atau palsu, scam, hoax, hoaks, fake, jebakan, sindikat, tppo, legit, asli, sindikat perdagangan, tepoan, bohong',
  ),
  CHEATED: list(
    `ditipu, ketipu, tertipu, kena tipu, katipu, diapusi, dibohongi, dikibuli, cheated, scammed, was cheated, conned, uang hangus, hangus, gagal berangkat, tidak berangkat, tidak jadi berangkat, batal berangkat, belum berangkat, belum juga berangkat, orangnya kabur, orangnya hilang, dibawa kabur, bawa kabur, uang tidak kembali, tidak dikembalikan, belum dikembalikan, tidak balik, uang hilang, duit leungit, dhuwitku ilang, vanished, disappeared with, never left, never departed, janji terus, janji2 terus, mundur terus, diundur terus, nomor diblokir, diblokir, kantornya kosong, kantornya tutup, teu jadi indit, ora sida mangkat, gak jadi terbang, ternyata palsu, ternyata penipu, stole our, took my money, took our money, sampai sekarang belum berangkat, belum ada kabar berangkat, tidak pernah berangkat, tidak ada keberangkatan, janji palsu, dijanjikan terus, cuma janji, hilang kontak, nomornya tidak aktif, nomor tidak aktif, whatsapp tidak dibalas, tidak bisa dihubungi lagi, ngilang, menghilang, ghosted, blocked me, no departure, not refunded, no refund, refund, uang dibawa lari, dibawa lari, kabur bawa uang, minggat nggawa dhuwit, kabur mawa duit, ditipu calo, ditipu agen, kena tipu agen, nepo, tertipu agen, ditipu sponsor, dikibulin, kena prank, gagal terus, batal terus, tipu duit, tipu uang, ditipu orang`,
  ),
} as const
