import { list, nouns, verbs } from '../matching/affixes.ts'

const hurt =
  verbs(`pukul gebuk gebug gebag hajar tonjok jotos tampar tempeleng tendang tinju siksa aniaya keroyok jambak tempiling templeng cekik siramkan lempari sundut setrika
  setrum estrum bekap gundul pentung cemeti benam sodok gasak godam cambuk cambok pecut cakar bacok tusuk tikam sulut sabet gampar keplak kaplok antem antam kepruk jenggut
  jedot jedotin bentur ludah hantam tabok toyor gepuk pilara tapuk kemplang gibeng gablok teunggeul cabok tajong talapung jewang
  cepret kaniaya tampiling gampleng peupeuh pokol tokol pantok dera belasah libas hukumfisik pasung borgol bejek
  pukulin tenggeul cubit jiwit gigit gebok sebat lecut sengat strum kasari sakiti siksain bogem gocoh kekang seterika lukai cabik`)
const kill = verbs('bunuh pateni pejah paehan paeh tembak habisi gorok mutilasi racuni')
const shove = verbs('dorong lempar balang siram seret ikat rantai simbah curah tindih alung cekok')

/** Bodily harm, the tools it is done with and the marks it leaves. */
export const HARM = {
  HURT_DONE: [
    ...hurt.passive,
    ...list(`beaten, beaten up, tortured, abused, assaulted, slapped, kicked, punched, burned, burnt, whipped, strangled, choked, electrocuted, stabbed, hurt me, hit me, hits me,
      beat me, beats me, slap me, slaps me, kick me, kicks me, punch me, kena bogem, kena pukul, kena tampar, kena gebuk, kena tonjok, kena tendang, kena cambuk, kena bacok, kena tikam, kena dera,
      kena belasah, kena hajar, mistreated, maltreated, diperlakukan kasar, diperlakukan tidak manusiawi, diperlakukan kayak binatang, diperlakukan seperti binatang, diperlakukan seperti budak, dikasih pelajaran, diberi pelajaran, dididik pakai,
      main tangan, ringan tangan, tangannya ringan, tangan melayang, suka melayang, melayangkan tangan, kekerasan fisik, digebugan, digebukin, ditenggeulan, ditonjokan, dipilara, dihukum fisik, kena cambuk, physical abuse,
      disetrum, disengat listrik, kena setrum, kesetrum, electric stick, electric shock, push up, squat, push up 500, disuruh squat, dijemur, kena hukum, kamar gelap, disuruh berdiri, berdiri semalaman, dipaksa berdiri,
      disiram air panas, disiram air es, disiram banyu panas, disiram minyak panas, air panas, banyu panas, cai panas, minyak panas, hot water, boiling water, pour hot, dicipratan, kuah panas,
      luka bakar, dipelintir, dijitak, dijewer, digunting paksa, rambut saya digunting, hair is cut, hair cut off, rambutnya dipotong, rambutipun dipunpotong, disumpal, chili in my mouth, disumpal cabe,
      dipatahkan, ditindih, dikeroyok, dimassa, dicelakai, dicilakakeun, digilir, iron on my arm, press the iron, with an iron, kena libas, bonyok, babak belur, dibonyokin, ditumbuk, beating me, hitting me, diinjak, nginjak saya, dibanting, mbanting, disepak, te empuk, diempuk, tetep dipukul, dianiayai, he hit, she hit, he hits, she hits, he beat, she beat, he beats, she beats, dibekap, membekap, mbekep, dibekep, digunduli, disilet, diceburkan, ditenggelamkan, direndam, main pukul, main kasar, suka main pukul, hampir mati, nyaris mati, hampir dibunuh, nyaris dibunuh, smacks me, smacked me, shoves me, pushes me, pushed me, throws things, threw things, pulls my hair, pulled my hair, spits on me, spat on me, pinches me, pinched me, scratches me, scalded, stabs me, drags me, dragged me, knocked me, bashed, beaten black, was beaten, being beaten, gets beaten, been hit, got hit, diuncali, dibalangi, dikepruki, dikamplengi, dikampleng, disabetake, digitik, ditenggelkeun, dibabuk, digitikan, dicubitan, disepakan, dicekek, nyekek, mencekik, dijerat, kena rotan, kena terajang, terajang, kena sepak, sepak terajang, kena penampar, lempang, dilempang, kena lempang, kena simbah, dicurah air, dilempari, dilempar sandal, dilempar panci, dilempar gelas, dilempar barang, menyiram kopi, menyiram air panas, nyiram air panas, menyiram saya, siram saya, nyiram saya, melempar sepatu, melempar piring, melempar gelas, melempar barang, lempar sepatu, lempar piring, lempar gelas, nguncalke, ngalungkeun`),
  ],
  HURT_DO: [
    ...hurt.active,
    ...list(`hit, hits, hitting, beat, beats, beating, slap, slaps, kick, kicks, punch, punches, torture, tortures, burn, burns me, burns, abuse, abuses, strangle, choke, whip, 
      hurting, hurts, assault, bertindak kasar, mulai kasar, ngasarin, attack, attacks`),
  ],
  HURT_NOUN: [
    ...hurt.noun,
    ...list(
      `kekerasan, penyiksaan, siksaan, penganiayaan, pemukulan, pukulan, violence, torture of, abuse of, kekejaman, perlakuan kasar, panyiksaan, kakerasan, dera pembantu, penderaan, tindak kekerasan, kdrt`,
    ),
  ],
  KILL_DONE: [
    ...kill.passive,
    ...list(`kill me, kill us, kill my, kill him, kill her, killed, mau dibunuh, bunuh saya, bunuh kami, bunuh keluarga, bnuh saya, matek tiang, bunuh anak, kill you, mati dipukuli, nyawa saya terancam, nyawaku, nyawanya, nyawa teteh, dihabisi, dibakar hidup2, mau dibakar, nak bunuh, arep mateni,
      mateni saya, epate, epateenah, dibakar hidup, burn my house, ditembak`),
  ],
  SHOVED: [
    ...shove.passive,
    ...list(
      'pushed me, throw me, threw me, dragged, tied up, tied me, chained, thrown at me, dibalang, didorong',
    ),
  ],
  HARSH: list(
    `galak, kejam, sadis, brutal, kasar, ngamuk, mengamuk, mabuk, mabok, drunk, marah, ngambek, bentak, bentak bentak, membentak, dibentak, gila, emosi, cruel, angry, shouts, yells, yelling, teriak teriak, teriak2, melotot, nesu, ambek, judes, baring, jahat, sereu, ngaberung`,
  ),
  EXPERIENCE: list(
    `mengalami, ngalami, ngalamin, alami, korban, jadi korban, menjadi korban, suffering, suffered, experienced, menerima, dapat, ngrasakke, victim of, mendapat, mendapatkan, kena`,
  ),
  WEAPON: nouns(
    `pisau, parang, golok, pistol, senapan, senjata, celurit, clurit, rotan, balok, pentungan, tongkat, selang, cambuk, sabuk, sapu, gunting, gayung, sendok, kabel, raket, lading, bedog, bedil, batang, kapak, garpu, martil, linggis, tali, pedang, wajan, setrika, seterika, listrik; kayu, besi, pipa, belt, hanger, gantungan baju, gagang sapu, palu, knife, gun, hammer, stick, iron bar, gaff, shoe, stik, golf, panci, air keras`,
  ),
  BLADE: nouns(
    'pisau, parang, golok, pistol, senapan, senjata, celurit, clurit, lading, bedog, bedil, pedang, todong, pistole; knife, gun, samurai, hammer, palu, bom molotov',
  ),
  INJURY:
    list(`lebam, memar, biru, biru semua, biru biru, berdarah, bedarah, darah, getih, getihen, ndase getihen, patah, robek, sobek, bocor, bocor kepala, bengkak, bareuh, luka, luka luka, luka parah, retak, copot, pincang, melepuh, kabeuleum, balalebuh, bengep, benjol, dijahit, muka hancur, gosong, bonyok,
    bruise, bruises, bruised, black eye, bleeding, swollen, blood, broken arm, broken, burns, wounds, wound, scar, bekas jari, bekas tali, bekas cambuk, mata hitam, matanya hitam, bibirnya pecah, bibir pecah, pingsan, semaput, tidak sadar, unconscious, lecet, cacat, labangnga, tatu, rai bengkak`),
  HARM_MARK: list(
    'lebam, memar, biru, cambuk, bekas cambuk, bekas pukul, bekas jari, bekas tali, bekas rokok, bekas setrika, setrikaan, istrikaan, istrika, dicakar, kabeuleum, luka bakar, balalebuh, black eye, is black, bruised, bruises, burn marks, marks, cut off, sobek, robek, getihen, diperban',
  ),
  BODY: nouns(
    'badan, awak, tubuh, muka, wajah, kepala, tangan, kaki, lengan, punggung, leher, mata, mulut, bibir, pelipis, perut, telinga, gigi, pipi, hidung, dada, rambut, sirah, beungeut, leungeun, suku, beuteung, endas, raine, jari, rusuk; face, head, hand, arm, arms, leg, body, neck, back, eye, eyes, lips',
  ),
  THREATEN: [
    ...verbs('ancam ancem ancham todong teror ugut intimidasi gertak peras').passive,
    ...verbs('ancam ancem todong teror ugut intimidasi gertak').active,
    ...list(`threat, threats, threaten, threatens, threatened, threatening, ancaman pembunuhan, diancem, ngancem, kena ugut, didatangi preman, disebar, disebarkan, disebarin, video saya disebar, foto saya disebar, kirim saya ke penjara, send me to jail, blackmail, disantet, dilaporkan mencuri, sengsara kalau,
      nodong, awas kalau, keluarga saya dicari, dicelakakan, bahayakan keluarga, sebar foto, sebar video, akan disakiti, mau disakiti, dipaksa diam, suruh diam, jangan bilang siapa siapa nanti`),
  ],
  FIGURATIVE: list(
    `rindu, kangen, ketawa, ngakak, guyu, dompet, dompetku, kecoa, nyamuk, lalat, haha, hahaha, hehe, hihi, wkwk, wkwkwk, wk, lol, kucing, balita, pikun, becanda, bercanda, homesick, gajian, deadline, umurnya 2, umur 2 tahun, umurnya 3, umur 3 tahun, laughing`,
  ),
} as const
