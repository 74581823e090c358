import { list, nouns, verbs } from '../matching/affixes.ts'

/** Ships, war, arrest: dangers that come from outside the house. */
export const PERIL = {
  SHIP: nouns(
    'kapal, perahu, tongkang, speedboat, kelasi, laut, segara, sekapal, pelaut, kapten; longline, trawler, boat, ship, vessel, bot, dek, purse seine, kapal ikan, abk, crew, awak kapal, tengah laut, di laut, at sea, the sea, fishing boat, captain',
  ),
  SHIP_PERIL: list(
    `tenggelam, karam, kerem, bocor, hanyut, terombang ambing, terapung, dibajak, bajak laut, pirates, sinking, sank, sunk, capsized, terbalik, mesin mati, mesin kapal, mogok di laut, mogok di tengah laut, mogok di tengah, kebakaran, terbakar, kobong, kahuruan, kaduruk, on fire, caught fire, kemasukan air, dihantam ombak, belum ada yang nolong, durung ana sing nulungi, overboard, throw to sea, thrown overboard, dibuang ke laut, didorong ke laut, dilempar ke laut, dilarung, jatuh ke laut, tidak sandar, tidak mau sandar, tidak merapat, tidak mau merapat, menolak merapat, mboten purun minggir, teu daek nyisi, tidak pernah sandar, freezer ikan, ditaruh freezer, tabrakan, hilang kontak kapal, no shore leave, adrift, terdampar, ditangkap penjaga pantai, kehabisan bahan bakar, air sulingan, stok makan, 14 bulan tidak, kandas`,
  ),
  DEAD: list(
    'meninggal, mati, maot, tewas, mate, maot, died, dead, pejah, seda, sudah mati, wis mati, dua teman meninggal, crew mates dead, jasad, mayat',
  ),
  WAR: list(
    `perang, bom, dibom, bombing, bombs, bomb, rudal, roket, missile, missiles, rocket, tembak tembakan, tembak2an, baku tembak, tembakan, shelling, gunfire, drone, konflik bersenjata, serangan udara, air strike, airstrike, artileri, militer menyerang, kudeta, coup, kerusuhan, sirene, sirene bunyi, war, mortir, ledakan, meledak, explosion, explosions, granat, teroris, bunker, pemberontak, junta, kontak senjata, perang saudara, evakuasi perang`,
  ),
  DISASTER: list(
    'gempa, banjir, kebakaran, tsunami, longsor, topan, badai, kobong, kahuruan, earthquake, flood, fire, typhoon, gunung meletus, terbakar',
  ),
  NEAR_US: list(
    'dekat, deukeut, di sini, disini, neng kene, di dieu, here, near, rumah majikan, apartemen, gedung sebelah, kami, kami wni, atas rumah, kota kami, tempat kerja, asrama, falling, jatuh, bunyi terus, bandara tutup, sembunyi, kampus kami, sekitar sini, terdengar, mess, tadi malam, kaca, terjebak, retak',
  ),
  ARREST: [
    ...verbs('tangkap tangkep tewak cekal penjara ringkus ciduk gerebek cyduk sergap').passive,
    ...list(
      `ketangkap, ketangkep, kecekel, arrested, arrest, arrests, detained, in jail, in prison, jailed, imprisoned, in detention, police took, kena tangkap, kena razia, kena ciduk, kena gerebek, ditahan polisi, ditahan imigrasi, ditahan di penjara, ditahan di kantor polisi, ditahan polis, masuk penjara, di penjara, di sel, sel tahanan, dalam lokap, lokap, di bui, dibui, diborgol, etangkep polisi, te tangkep, kantor polisi, balai polis, police station, depo imigrasi, dipenjara, ditewak pulisi, diinterogasi, interrogated, dipanjara, mau ditangkap`,
    ),
  ],
  ACCUSED: list(
    `dituduh, dituding, dituduh nyuri, dituduh mencuri, dituduh nyolong, dituduh maling, dituduh sihir, dituduh nyantet, dituduh membunuh, accused, accuse, accuses, accused of, difitnah, dilaporin nyuri, dilaporkan mencuri, lapor polisi palsu, laporan palsu, falsely accused, didakwa, disangka mencuri, kena tuduh, dilaporin polisi, dikatain maling`,
  ),
  PENALTY_DEATH: list(
    'hukuman mati, dihukum mati, hukum pancung, dipancung, hukum cambuk, dihukum cambuk, hukuman cambuk, death penalty, death row, qisas, diyat, uang darah, eksekusi mati, dieksekusi, terancam hukuman mati, hukuman gantung, flogging, divonis mati, divonis hukuman mati, sentenced to death, vonis mati',
  ),
  RAID: list('razia, operasi imigrasi, raid, raided, digerebek, sweeping, ops imigresen'),
  LABOUR_LONG: list(
    '20 jam, 22 jam, 21 jam, 19 jam, 18 jam, jam 2 malam, sampai jam 2, tidak boleh tidur, dipaksa kerja, tidak tidur, tidak boleh istirahat, siang malam, kerja siang malam, jam 3 pagi, dari subuh sampai, 20 hours, 18 hours, sleep three hour, sleep 3 hours, tidur 2 jam, tidur 3 jam',
  ),
  KENNEL: list(
    'kandang anjing, sama anjing, lantai dapur, lantai kamar mandi, di balkon, di gudang, kamar mandi, dapur, on the balcony, on the floor, lorong, tangga darurat, basement, garasi, balcony, teras',
  ),
} as const
