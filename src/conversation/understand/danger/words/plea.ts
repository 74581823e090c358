import { list } from '../matching/affixes.ts'

/** Asking for rescue, hiding, running: a cry for help that may not say what is wrong. */
export const PLEA = {
  HELP: list(`tolong, tulungan, tulungana, tulungi, tolonglah, tolongi, help, bantu, bantuan, pertolongan, please, plis, pliss, pls, nyuwun tulung, neda tulung,
    nyoon tolong, menta tulung, mohon bantuan, bantosan, nulungi, nolong, ditolong, minta tolong, minta bantuan, bantosan enggal`),
  /** Cries that are never politeness. */
  RESCUE:
    list(`belas kasihan, belas kasih, mohon belas, kasihanilah, kasihani kami, kasihani saya, welas asih, have mercy, take pity, sos, mayday, selamatkan, selamatkanlah, penyelamatan, diselamatkan, diselamatin, dipunselametaken, rescue, save me, save us, save him, save her,
    help me, help us, tolong saya, tolong kami, tolong selamatkan, evakuasi kami, evakuasi saya, dievakuasi,
    jemput saya, jemput kami, jemput abdi, pethuk aku, pethuk saya, jemput saya tolong, minta dijemput, hayang dijemput, butuh diselamatkan, butuh pertolongan,
    gawat darurat, pertolongan cepat, panggil polisi, kirim polisi, panggilkan polisi, call police, call the police, send police,
    tulungan abdi, tolong abdi, tulung aku, tulung tiang, tolong kaule, tolong adik, tolong anak, tolong istri, tolong suami,
    tolong teman, tolong kakak, tolong ibu, pick me up, nyawaku kaancam, tolong pak saya, tolong dia, keadaan darurat, urgent rescue, bring help,
    sharelok, share lok, share lokasi, lokasi saya kirim, saya kirim lokasi, kirim lokasi, ngirim lokasi, dipunpendhet lare, get me out, get us out, get her out,
    cepat tolong, tolong cepat, tolong cepet, tolong segera, tolong gancang, cepat datang, dijemput sekarang, help her, help him, tolong banget, bantu kami keluar`),
  SHELTER: list(
    'perlindungan, rumah aman, shelter, tempat aman, safe house, tempat sembunyi, tempat berlindung, perlindungan segera, suaka kbri, nyelamat, safe place, tempat perlindungan, ngungsi',
  ),
  SHAME: list(
    'malu ngomong, malu bicara, malu cerita, tidak berani cerita, tidak sanggup cerita, tidak berani bicara, tidak berani bilang, tidak bisa cerita, ora wani crita, teu wani nyarios, malu ngomongnya, malu bicaranya, begs us not to tell, jangan lapor nanti, too ashamed, ashamed to tell, cannot tell anyone, tidak berani kata, tidak boleh lapor',
  ),
  HURRY:
    list(`cepat, cepet, buruan, segera, secepatnya, enggal, gancang, urgent, urgently, darurat, emergency, gawat, immediately, quickly, penting banget,
    as soon as possible, asap, hurry, kasep, selak kebacut, sebelum terlambat, keburu`),
  HIDE: list(`sembunyi, bersembunyi, ngumpet, umpet, umpetin, ndhelik, ndelik, nyumput, nyumput, disumputkeun, ngetek, nyeboq, hiding, hide, hidden, menyelinap,
    diam diam, nulis diam, sembunyi sembunyi, kamar mandi sembunyi, nyeruput, umpetan, nyamar`),
  RUN: list(`kabur, lari, melarikan diri, mlayu, mlajeng, minggat, lumpat, run away, ran away, escape, escaped, running away, runaway, buru deri, pelai, pelaih, kaboor,
    meloloskan diri, nyelametin diri, escaping, fled, flee, uwal, kabur dari, lolos dari, bisa lolos, keluar hidup hidup, hidup hidup`),
  CHASED:
    list(`dikejar, dikejar kejar, dicari cari, diburu, ngejar saya, kejar saya, looking for me, chasing me, chase me, ngoyak saya, dioyak, diudag, nguber, diuber, mengejar saya,
    dicari preman, dia cari saya, nungguin di luar, nunggu di luar, driving around to find me, follows me, following me, dibuntuti, diikuti orang, ngikutin saya, menguntit`),
  UNSAFE:
    list(`tidak aman, bahaya, berbahaya, dalam bahaya, danger, dangerous, unsafe, not safe, in danger, terancam, keancam, kaancam, kaancem, terjebak, kejebak, kajebak,
    trapped, stuck, nyangkut, tidak bisa pulang, cant go home, tidak selamat, cilaka`),
  AFRAID:
    list(`takut, ketakutan, sieun, wedi, ajrih, tako, scared, afraid, frightened, gemetar, gemeteran, gemetaran, ngadegdeg, ndredeg, gemeter, menggigil, trauma, panik, terrified, nangis, menangis,
    ceurik, nanges, crying, jerit, njerit, ngajerit, menjerit, screaming, bisik, bisik2, berbisik, bisik bisik, whispered`),
  UNBEARABLE:
    list(`tidak tahan, tidak kuat, tidak sanggup, ora kuat, ora kuwat, mboten kiat, teu kuat, teu kiat, ta kellar, ndeq kuat, ndeq ne kuat, cant take it, cant stand,
    tidak tahan lagi, sudah tidak tahan, tidak kuat lagi, sudah tidak kuat, sudah tidak sanggup, ndek kuat, ta kowat, mboten kuat, mboten kiyat`),
  SECRET_CHAT:
    list(`jangan telepon, jangan telepon saya, jangan balas, jangan dibalas, aja telepon, ojo telepon, dont call, cannot talk, cant talk, tidak bisa bicara, tidak bisa telepon,
    dia denger, majikan denger, majikan dengar, dia di depan, dia di luar, di toilet, di wc, di kamar mandi, pinjam ponsel, pinjem ponsel, ponsel teman, ponsel supir, ponsel kecil, borrow this,
    only type, cuma bisa ngetik, ngetik pelan, lima menit, 10 menit, ponsel saya ketauan, ketahuan, ketauan, kapanggih, voice note nangis, dia ada di depan, ada di depan saya, majikan di depan, dia lagi tidur, mumpung majikan, mumpung dia, curi curi, sembunyi pegang, ponsel pinjam, ponsel tetangga, ponsel orang, writing from, write from, from the child ipad, umpetin ponsel, dia lihat, nanti ketahuan, sebelum ketahuan, sebelum dia datang, sebelum dia pulang, before he comes, before she comes, he is coming, madam is coming, dia datang, jangan lama lama, jangan dibalas lama, hapus pesan ini, delete this`),
} as const
