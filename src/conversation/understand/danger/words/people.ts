import { list, nouns } from '../matching/affixes.ts'

/** Who it is about. A concrete victim is what tells an alarm from a question about the law. */
export const PEOPLE = {
  ME: [
    ...list(`saya, kami, abdi, kula, kulo, dalem, tiang, tiyang, kaule, kaula, sengkok, engko, kuring, sim kuring, ingsun,
      beta, awak saya, i, me, my, us, we, im, ive, our, diri saya, badan saya, kita, kita orang, diriku, daku, ane, saye, me and, myself`),
  ],
  KIN: [
    ...nouns(
      `adik, kakak, anak, istri, suami, ibu, bapak, ayah, keponakan, ponakan, sepupu, paman, tante, bibi, bude, pakde, teman, tetangga, saudara, mbak, abang, mertua, ipar, pacar, tunangan, cucu, murid, adhi, mbakyu, bojo, kanca, konco, simbok, garwa, lare, sedulur, adi, lanceuk, teteh, salaki, pamajikan, budak, babaturan, dulur, tatangga, emak, jiran, jalu, arik, inaq, semama, semamaq, seninaq, batur, semeton, kanca, embu, kaka, ale, lake, kerabat, sahabat, sodara, rekan, nyokap, bokap, bulik, paklik, lek, uwa, mamang, akak, cewek, putra, putri; kawan`,
    ),
    ...list(`keluarga saya, anak perempuan, anak gadis, adik perempuan, kakak ipar, warga kami, warga saya, warga desa kami,
      warga desa, mantan murid, pembantu sebelah, helper next door, sister, brother, wife, husband, son, daughter, mother,
      father, cousin, friend, friends, neighbour, neighbor, colleague, nephew, niece, aunt, uncle, roommate, girlfriend,
      boyfriend, mom, mum, dad, mak, makcik, anak buah, orang kampung saya, crew, our helper, my helper, our maid,
      my maid, our nanny, pun anak, pun adi, pun bojo, pun biang, na kana, ana kaule, bini kaule, kanak nine, orang indonesia, tanggaku, tanggane, tonggoku, tonggone, mas saya, masku`),
  ],
  EMPLOYER: [
    ...nouns(
      `majikan, juragan, bos, tuan, nyonya, dunungan, tauke, tokei, towkay, kafil, mandor, mandur, kapten, nakhoda, nahkoda, hancho, atasan, bose, nonya, cece, popo, akong, satpam; toke, tekong kapal, pemberi kerja, pengguna, employer, senior`,
    ),
    ...list(`madam, maam, sir, boss, employers, captain, foreman, supervisor, skipper, bapak majikan, ibu majikan, anak majikan,
      host family, host dad, host mom, baba, mama majikan, bosman, manager, si bos, supir majikan, sopir majikan, kakek,
      nenek, akong, anaknya akong, grandfather, house owner, pemilik rumah, tuan rumah, suami majikan, istri majikan,
      nyonyah, nyonyahe, nyonyahku, menir, ejikan, mister, the man i look after, keluarga majikan, perusahaan, owner,
      old man, boss son, his son, her son, orang rumah, my employers, the family, komandan, anaknya kakek, puan`),
  ],
  RECRUITER: [
    ...nouns(
      `calo, sponsor, agen, agensi, perekrut, tekong, penyalur, ejen, makelar, sindikat, penampung, pengerah, perusahaan, taikong, tengkulak, oknum, cukong, kenalan; broker, agent, recruiter, pl, lpk, pt, p3mi`,
    ),
    ...list(`petugas lapangan, agents, recruiters, agen kapal, manning agent, manning, admin grup, admin telegram, hrd,
      pak haji, bu haji, bunda, koordinator, agencies, agents said, orang agen, orang pt, orang sponsor, biro jasa,
      pengurus, an unknown person, orang tak dikenal, orang tidak dikenal, orang yang baru kenal, baru dikenal, baru kenal,
      bandar, trafficker, traffickers, smuggler, middleman, staf kementerian, petugas bp2mi, staf bp2mi`),
  ],
  GUARD: [
    ...nouns('penjaga, bodyguard, preman, centeng, algojo; guard'),
    ...list(`guards, orang bersenjata, pakai senjata, dijaga, dijagain, dijaga orang, three men, tiga lelaki, anjing penjaga,
      armed men, geng, mafia, orang suruhan, debt collector, dijagani, dijagaan`),
  ],
  POLICE: [
    ...nouns('polisi, imigrasi, aparat, polis, pulisi, imigresen'),
    ...list('police, immigration, coast guard, penjaga pantai, officers, askar, tentara, interpol'),
  ],
  SOMEONE: list(
    'dia, ia, beliau, mereka, orangnya, he, she, they, him, her, them, dheweke, dekne, manehna, anjeunna, piyambake, reng jareya, seseorang, someone, somebody, a man, a woman, a worker, orang, wong, jalmi, dengan, oreng, sopir, supir, om, cucunya, anaknya, anake, laki laki, lelaki',
  ),
  /** Somebody too young to leave. */
  MINOR:
    list(`umur 12, umur 13, umur 14, umur 15, umur 16, umur 17, usia 12, usia 13, usia 14, usia 15, usia 16, usia 17,
    umurnya 13, umurnya 14, umurnya 15, umurnya 16, umurnya 17, di bawah umur, dibawah umur, masih 14, masih 15, masih 16,
    masih 17, baru 14, baru 15, baru 16, baru 17, only 15, only 16, only 17, under 18, 15 tahun, 16 tahun, 17 tahun,
    14 tahun, 13 tahun, masih sekolah, anak sekolah, lulus smp, cah cilik, underage, minor, isih sekolah, she is 16, she is 17`),
  /** Workers in general: a rule or a statistic is about them, a cry for help seldom is. */
  WORKERS: list(
    'pmi, cpmi, pekerja, pekerja migran, buruh migran, korban, abk, worker, workers, migrant workers, pembantu, prt, helper, maid, pelaut, seafarer, awak, awak kapal, art, nelayan',
  ),
} as const
