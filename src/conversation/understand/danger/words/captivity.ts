import { list, nouns, verbs } from '../matching/affixes.ts'

const lockUp = verbs('sekap sekep kurung kerangkeng krangkeng sandera pingit jeblos jebloskan culik kandang')
const lock = verbs('kunci gembok konci konce')
const sell = verbs('jual edol dol jualan juwal perjualbelikan perdagangkan oper operkan')
const force = verbs('paksa peksa rodipaksa pekso')

const ALLOWED = list(
  `boleh, dibolehin, dibolehkan, diperbolehkan, dibenarkan, diizinkan, dikasih izin, diberi izin, bolehin, bisa, dapat, oleh, saged, kenging, meunang, tiasa, bisoa, olle, bau, kanggo, allowed, allow, allows, let, lets, letting, can, permitted, pernah, bagi, kasih, diberi, dibagi, isa, iso, diijini, diidini, diizinin, disuruh, able, ngizinin, mengizinkan, kuasa, wani, berani, sempat, dikasih, ngasih, ngijinin, ngizinin, ngebolehin, ngebiarin, membolehkan, memperbolehkan, nglilani, maringi, ngidinan, lets me, biarkan, biarin, ngolehi, bagi saya, bagi kami, bolehin`,
)
const NOES = list(
  `tidak, tidak pernah, tidak lagi, belum pernah, bukan, ora, ora tau, mboten, boten, ndak, teu, henteu, teu kungsi, tidak di, tidak juga, ta, enja, ndeq, ndek, not, dont, doesnt, didnt, never, wont, does not, do not, did not, will not, tidak mau, tidak akan, ora gelem, teu daek, refuses to, moal, jangan, saya tidak, no`,
)

/** Being held, sold, forced, moved. */
export const CAPTIVITY = {
  HELD: [
    ...lockUp.passive,
    ...list(`disekap, kena kurung, kena sekap, kurung saya, locked in, locked up, locked inside, locked me, lock me, locks me, held against, held captive, captive, held hostage, imprisoned, detained in the house, kidnapped, diculik, penculik, trapped in, trapped inside, held in a scam,
      mengurung, ngurung, nyekap, menyekap, terkurung, terperangkap, didol, disandera, ngunci saya, ngurung saya, sekap, being held, holding my, holding him, kayak di penjara, seperti di penjara, like prison, like a prison, tahanan rumah, burung dalam sangkar, dikarantina paksa, kena tahan dalam, in a basement, di basement, dikerem, dikancing, dikancingi, dirantai, diborgol, dipasung, diisolasi, dikurungi, ditahan di rumah, ditahan di kantor agen, ditahan di penampungan, ditahan di mess, not allowed out, under guard, barricaded, keeps me inside, kept inside, kept in, held in, held at, kena kunci, ekoreng, ekorong, te kurung, te sekep, te kerem, cannot leave, cant leave, not permitted to leave, wont let me go, wont let me leave, never let me out, doesnt let me out, dont let me out, do not let me leave, dont let us leave, tidak bisa kabur, penjara, ditawan, tertawan`),
  ],
  HELD_DO: [...lockUp.active, ...list('locks me, locked me, lock us, imprison, traps me')],
  MISMATCH: list(
    'ternyata, tapi kok, kok ke, malah ke, malah dibawa, bukan arah, bukan ke, instead, janjinya, padahal janji, padahal katanya, nyatane, nyatana, jebule, horeng, sebenarnya, turns out, turned out, rupanya',
  ),
  HOLDING_NOUN: list(
    'penyekapan, pengurungan, penculikan, perbudakan, slavery, kerja paksa, forced labour, forced labor, panyekapan',
  ),
  LOCKED: [
    ...lock.passive,
    ...lock.active,
    ...list(
      'locked, locks, lock, padlock, gembok, digrendel, dikancing, ditutup rapat, dikode, pakai kode, dipalang, dislot, terkunci, locked door, locking',
    ),
  ],
  NOT_SEEN_OUT: list(
    'tidak pernah keluar rumah, tidak pernah lihat luar, tidak pernah lihat matahari, belum pernah keluar rumah, tidak pernah keluar, never go out, never been outside, never left the house, has not left, have not left the house, ora tau metu, teu kungsi kaluar, teu pernah kaluar, mboten nate medal, not been outside, tidak pernah dikasih libur keluar, tidak pernah dibawa keluar',
  ),
  OUTSIDE: list(
    'dari luar, saka njaba, saking njawi, ti luar, from outside, from the outside, deri lowar, leman luah, seko njobo',
  ),
  DOOR: nouns(
    'pintu, lawang, panto, gerbang, pagar, jendela, kamar, rumah, apartemen, gudang, mess, ruko, gedung, kantor, labang, kulkas, kompleks, penampungan, asrama, kontainer, barak, toilet, stor, omah, imah, bale, compo, garasi, loteng, balkon, kandang; door, gate, fridge, building, room, compound, basement, house, flat, apartment',
  ),
  ALLOWED,
  /** No and leave together: a no further off denies something else ("tidak dikurung, libur boleh keluar"). */
  NOT_ALLOWED: [
    ...NOES.flatMap((no) => ALLOWED.map((leave) => `${no} ${leave}`)),
    ...list('dilarang, melarang saya, ngelarang saya, gaboleh, cant, cannot'),
  ],
  BANNED: list(
    'dilarang, gaboleh, tidak dibolehin, melarang, ngelarang, nglarang, larang, forbidden, not allowed, gak boleh, dicegah, forbid, forbids, dicegat, dihalangi, ditahan',
  ),
  GO_OUT: list(
    `keluar, kluar, kaluar, metu, medal, kalowar, sugul, out, outside, leave, go out, ke luar, keluar rumah, keluar kamar, pulang, mulih, mulang, balik, mole, ulek, pergi, lunga, go home, leave the house, leave the flat, bebas, turun, sandar, keluar gedung, bertemu orang, ketemu orang, outdoors, uih, wangsul, stop working, berhenti, turun kapal, kemana mana, ke mana mana, kemana2, anywhere, nang endi endi, ka mana mana, ketemu siapa, bicara dengan orang, bicara sama orang, keluar masuk, tinggalkan rumah, keluar dari sini, keluar dari rumah, keluar dari gedung, kamana mana, ka luar, ka ruar, me njobo, njobo, njaba, ka lowar, jok luah, luah`,
  ),
  GO_FREE: list(
    'dilepas, dilepaskan, bebas, dibebaskan, keluar, pulang, released, release, freed, free him, go home, mulih, dilepasin, dibebasin, dipulangkan, boleh pulang, diculke, leupas, dileupaskeun, let go, let him go, let her go, mundur, batal, nebus',
  ),
  SOLD: [
    ...sell.passive,
    ...list(
      'sold, being sold, sell me, sold me, jual saya, jual beli, dibeli, beli saya, beli kita, sudah beli, diperdagangkan, dijual lagi, trafficked, traffick, ejuwal, te jual, kena jual, dioper, dioper ke, dipindahtangankan, bought me, ditukar, didol, dilelang, jual orang, ngejual',
    ),
  ],
  SELL_DO: list('menjual, ngejual, jual, jual orang, adol wong, jual beli jalma, jual manusia'),
  TRAFFICKED:
    list(`korban tppo, korban perdagangan orang, korban trafficking, korban perdagangan manusia, victim of trafficking, trafficking victim, trafficking victims, korban sindikat, korban perbudakan, dijebak, kejebak, dijebloskan, dijerumuskan, dijebak kerja, diperbudak, dieksploitasi, enslaved, like a slave, trafficking happening now, human trafficking happening, trafficking is happening,
    mangsa pemerdagangan, dimangsa sindiket, korban scam, korban scamming, korban penipuan kerja, korban human trafficking, jadi korban, perdagangan orang di desa`),
  FORCED: [
    ...force.passive,
    ...force.active,
    ...list(
      'forced, forces, force me, made me, makes me, terpaksa, kena paksa, disuruh, dipaksa kerja, dipaksa bekerja, dikon, dikongkon, dititah, dipunutus, kepaksa, nyuruh saya, disuruh kerja, suruh saya, coerced, diperas',
    ),
  ],
  MOVED: [
    ...verbs(
      'bawa gawa angkut seret jemput pindah pindahkan kirim terbangkan seberangkan sebrangin culik gibha jauq bekta candak selundup cangking berangkatkan',
    ).passive,
    ...list(
      `taken away, taking me, taking us, taken to, moving us, moved to, take me away, transported, dibawa paksa, diangkut, diterbangkan, dipindah, dipindahin, dipindahkan, egibha, te jauq, dinaikin, dinaikkan, diberangkatkan, dilarikan, dimasukin mobil, sent to, transfer to another, digotong, seret saya, nyeret saya, dinaikkan kapal, nyebrang, diseberangkan, dikirim lagi, dibekta, dibalikin, dibalekke, bawa saya, nganter saya, shipped`,
    ),
  ],
  AGAINST_WILL: list(
    `paksa, dipaksa, tidak mau, ora gelem, emoh, embung, against my will, by force, tidak tahu ke mana, tidak tahu kemana, ora mengerti nang endi, dont know where, tidak tahu mau ke mana, teu terang, berubah pikiran, bukan arah, wrong way, tanpa pamit, tidak kenal, ta oneng, ndeq tiang taoq, diam diam, padahal janjinya, padahal, tidak jelas, entah ke mana, katanya`,
  ),
  VEHICLE: nouns(
    'mobil, truk, perahu, speedboat, kapal, sungai, hutan, taksi, pesawat, bandara, pelabuhan, perbatasan, bagasi, kontainer; van, bus, car, truck, boat, motor, border, koper mobil, travel, jet',
  ),
  SCAM_WORK:
    list(`scam, scamming, scammer, scamer, scam center, scam centre, judol, judi online, judi, online gambling, gambling, penipuan online, nipu, nipu orang, menipu, menipu orang, menipu online, ngapusi wong, tipu orang, deceive, love scam, pig butchering, crypto scam, nyari korban, cari korban, dapat korban, korban online, chat orang, ngechat orang, pura2 jadi cewek, kasino, casino,
    forex palsu, investasi bodong, perusahaan online, kantor scam, kompleks, compound, compounds, ngetik nipu, closing, target, tipu daya, cheat people, scam people, forced to scam, nipuin, nipu bule, telemarketing, operator judi, admin slot, slot, ngibulin, scams`),
  SCAM_PLACE: list(
    `kk park, kkpark, myawaddy, miyawadi, myawadi, shwe kokko, poipet, bavet, sihanoukville, sihanouk, mae sot, maesot, golden triangle, segitiga emas, kompleks judi, scam city, chrey thom, otres, pursat, tachileik, laukkaing, hpa lu, gedung scam, perusahaan scam, perusahaan judol`,
  ),
  SCAM_COUNTRY: nouns(
    'kamboja, kemboja, cambodia, myanmar, laos, filipina, philippines, mianmar, birma, burma, thailand, kamboje, thai',
  ),
  TARGET_PUNISH: list(
    'target tidak, tidak capai target, tidak dapat target, tidak dapat korban, capai target, target kurang, miss target, miss the target, no target, teu meunang korban, ora oleh target, closing kurang, tidak closing, tidak tercapai, tidak kecapai, ora entuk target',
  ),
  PAY_UP: list(
    'bayar, mbayar, mayar, membayar, majar, bayah, pay, ganti rugi, ganti, setor, transfer, kirim uang, kirim, minta uang, send money, minta, uang, duit, money, cash, dana',
  ),
  RELEASED: list(
    'dilepas, dilepaskan, dilepasin, bebas, dibebaskan, dibebasin, released, release, freed, free him, free her, boleh pulang, bisa pulang, boleh keluar, let go, let him go, let her go, let me go, diculke, leupas, dileupaskeun, mau pulang, keluar, pulang, mulih, balik, go home, go free',
  ),
  RANSOM: list(
    `tebusan, uang tebusan, ransom, nebus, ditebus, menebus, tebbusan, endeng tebusan, minta tebus, duit tebusan, uang pembebasan, tebusin, uang tebus, penta tebusan, wang tebusan, bayar pembebasan`,
  ),
} as const
