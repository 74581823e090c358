import { list } from '../matching/affixes.ts'

const DIGITS = Array.from({ length: 41 }, (_, number) => String(number))

/** When: what happens now or keeps happening is no question about the law. */
export const TIME = {
  NOW: list(`sekarang, tadi, barusan, baru saja, malam ini, hari ini, detik ini, saat ini, tadi malam, semalam, semalem, kemarin,
    kemarin malam, tadi pagi, tadi siang, tadi sore, saiki, sakniki, samenika, sapunika, mau bengi, wingi, mau esuk, mau sore,
    dek wingi, ayeuna, kamari, tadi peuting, tadi subuh, ayeuna keneh, nembe, wengi, now, right now, tonight, last night,
    yesterday, today, this morning, just now, at the moment, currently, tadi ni, malam tadi, hari ni, malam ni, satiya, sateya,
    nane, mangkin, nengka, masih, minggu ini, minggu lalu, bulan lalu, belakangan ini, akhir akhir ini, dari kemarin,
    dari semalam, dari tadi, sejak, semenjak, monday, since, keur, lagi ngumpet, these days, ongoing, happening`),
  ALWAYS:
    list(`tiap hari, setiap hari, tiap malam, setiap malam, tiap, setiap, saben, saben dina, saben bengi, unggal, unggal poe,
    unggal peuting, unggal dinten, every day, everyday, every night, each time, always, terus, terus terusan, terus menerus, sering,
    sok, wae, ben are, saben are, selalu, berkali kali, keeps, again, lagi, maneh, deui, malik, pole, mulu, suka`),
  SOON: list(`besok, lusa, nanti malam, minggu ini, minggu depan, besok pagi, besok malam, nanti subuh, hari ini, malam ini, sesuk,
    minggu ngarep, isukan, enjing, tomorrow, this week, next week, tonight, in two days, in three days, two days, three days,
    within days, esok, lagguna, jemaq, secepatnya, segera terbang, langsung terbang, langsung berangkat, 3 hari jadi,
    sehari jadi, 3 hari, 2 hari, 7 hari, seminggu lagi, 2 hari lagi, 3 hari lagi, 10 hari, proses kilat, proses cepat, jalur cepat,
    dalam seminggu, 1 minggu, satu minggu, minggu ini juga, bulan ini juga, gercep, senin depan, besok subuh, next monday,
    minggu iki, minggu ieu, dinten ieu, dina iki, within a week, in 3 days, in a week, dua hari lagi, tiga hari lagi`),
  NUMBER: [
    ...DIGITS,
    ...list(`satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, sebelas, loro, telu, papat, limo, rong, telung,
      patang, kalih, tigang, pirang, dua, tilu, opat, genep, tujuh, duwa, tello, telu, empak, la dua, la tello, two, three, thre,
      four, five, six, seven, eight, nine, ten, several, beberapa, berapa, puluhan, belasan, puluh, both, duana, telo, pat`),
  ],
  DAYS: list(
    'hari, malam, minggu, bulan, tahun, dina, dino, dinten, bengi, sasi, wulan, poe, peuting, sasih, taun, are, malem, jelo, days, day, weeks, week, months, month, years, year, nights, hour, hours, jam',
  ),
  WHILE: list(
    'seharian, semalaman, berhari hari, seminggu, sebulan, setahun, sataun, sapoe, sabulan, sadina, berbulan bulan, bertahun tahun, for days, for weeks, for months',
  ),
} as const
