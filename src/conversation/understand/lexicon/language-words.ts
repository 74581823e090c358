import type { Language } from '../../../core/locale.ts'

/** 3: nobody else writes it; 2: nearly only here; 1: leans this way. */
export type Weight = 1 | 2 | 3
type Words = Readonly<Record<Weight, string>>

/**
 * Words typical of one language and no other we read. They serve `plain` and `normalise` alike: what `normalise` writes out
 * ("tak", "gak", "tulung") is only ever met in `plain` text, so language is better told before writing out.
 */
const WORDS: Readonly<Record<Language, Words>> = {
  id: {
    3: `gimana nggak gak udah banget nih dong deh sih kok kayak ngapain emang gue bilang kalian karena kamu
      katanya sebetulnya sebenarnya biasanya bisa punya uang teman kayaknya soalnya doang cuma gitu gini
      pengen nyari ngurus dikasih disuruh`,
    2: `berangkat dipulangkan ingin mau agar yg utk dgn krn tdk sdh blm jgn dmn kpn brp gmn pake bikin kantor
      caranya syarat syaratnya biaya biayanya gajinya majikannya paspornya kontraknya anaknya petugasnya
      ditahan dibayar dipukul diminta ditawari lowongan dinas nomor kabupaten kota bantu melaporkan kehilangan
      perusahaan kesepakatan ditandatangani`,
    1: `boleh berapa kerja dari dengan perjanjian negara perlu rumah tahun luar bayar bekerja surat umur lapor
      daerah sekarang anak lagi masih pulang tolong bulan mohon sudah adik alamat hari saja keluarga cara
      belum suami minta pekerja kedutaan jangan mereka beliau anda mengapa apakah bagaimana tidak bukan
      setelah pemerintah lihat cari kemarin besok dulu supaya hanya ibu bapak kakak istri nanti kenapa terima
      kasih yang apa siapa untuk dia sebelum orang banyak dalam pada atau harus ini itu tersebut juga saat
      negeri potong sakit hamil meninggal jenazah polisi lewat resmi penipuan calo agen bahasa ijazah
      pelatihan`,
  },
  en: {
    3: `the is are was were what where when which who whom why how does did have has had will would should
      could can cannot dont doesnt didnt isnt arent wont cant my your his her our their she they them him with
      without from about into after before because while until this that these those there here please thank
      thanks hello worker workers employer employee salary wages wage passport abroad overseas office embassy
      consulate agreement contract number police maid helper signed husband wife mother father brother
      sister`,
    2: `and not you any some all every never always still already now need want wants know tell told asked
      said says keep keeps take took taken give gave get got pay paid work working works jobs house money free
      family friend someone anybody nobody anything nothing month months year years day days week weeks date
      phone write speak english report reported lost died dead body sick hospital pregnant age old school
      diploma certificate training insurance claim vote voting election ballot letter paper papers register
      company licence license recruiter broker fake real illegal allowed must may`,
    1: `i a an in on at or if it its be been being as by we us me one two three over under again only just so
      up out off back next last new good bad`,
  },
  jv: {
    3: `ora piye kepiye kepriye opo sing wis wes durung arep iso ngendi endi neng nang saiki isih mulih lan
      nggo yen nek menawi menika punika menapa punapa wonten mboten sampun dereng badhe saged saking dhateng
      ingkang kaliyan pundi pinten sinten kados kula panjenengan sampeyan nyuwun nyambut damel dhewe karo kuwi
      iki iku kene kono kana wong tiyang bojoku anakku adhiku kancaku mbakyu sopo sapa piro pira jare jarene
      ojo njaluk gelem duwe nduwe entuk mangan turu metu mlebu lunga budhal bidhal dipun nuwun suwun nggih
      inggih`,
    2: `ana ono ning saka seko soko tekan nganti bar biyen sesuk wingi mengko sasi wulan dina bengi esuk omah
      griya dhuwit dhuwite arta layang jeneng jenenge kabeh sedaya liyane akeh kathah sithik luwih apik becik
      wedi ajrih lara loro seda urip gesang cilik gedhe tuwa tuwo enom lanang wadon wedok bocah lare kanca
      pakdhe simbok mbokku mlaku mlayu numpak montor tuku adol nggawa digawa nggawe gawe ngerti weruh mudheng
      takon tanglet pirsa matur sanjang crita ngapusi diapusi entek telas rampung wiwit wektu taksih malih
      maneh meneh siji telu telung papat patang limang rong pitung wolu sewu yuta`,
    1: `po ki yo blas tok ben supados namung mung nanging ananging amarga amargi mergo merga rumiyin dhisik
      lajeng banjur sinau momong ngenteni golek nggoleki kantore gajine paspore kontrake nomere alamate
      syarate biayane omahe bapake ibune anake`,
  },
  su: {
    3: `teu henteu naon kumaha sabaraha saha iraha naha aya geus tos parantos acan jeung sareng keur hayang
      hoyong tiasa meunang abdi kuring anjeun urang nu anu ieu eta ayeuna kamari isukan heula keneh deui boga
      gaduh indit mulang uih wangsul dunungan salaki pamajikan lanceuk budak jalma jalmi awewe lalaki nyaeta
      atawa atanapi mun teh mah atuh euy cenah saurna saur hatur nuhun punten muhun sumuhun ulah moal embung
      euweuh pisan kunaon kamana timana ngan rek bade`,
    2: `daptar mayar nagri nagara imah bumi leungit sieun hirup maot paeh gering damang peuting poe dinten
      sasih lila nepi unggal sok oge bae tilu opat genep salapan sapuluh hiji sataun sabulan batur sejen
      sorangan nyalira babaturan tatangga kulawarga indung bapa ema kolot ngora nyarios naroskeun tumaros
      ngalaporkeun ngadamel nyieun mawa nyandak dicandak dipenta menta mere dibere dipasihkeun kaluar asup
      cicing lumpat neunggeul dikonci ditipu katipu nginjeum ngaran poto serat kantorna nomerna gajihna
      prosesna biayana saratna sakola diajar ngartos ngarti nyaho poho lengkah samemeh sateuacan saatos
      sanggeus upami pikeun ngeunaan sabab kusabab margi`,
    1: `ti ku ka da bari seueur loba saeutik leutik gede hade alus sae awon goreng lami enggal kapungkur payun
      kedah kungsi kantos nuju rengse beak seep kang teteh akang ujang aki nini mang wilujeng sampurasun
      rampes`,
  },
  ms: {
    3: `tak dah kerana bahawa iaitu ialah sila hendak mahu selepas awak bagitau bagitahu nampak cuba selesa
      sekiranya dihantar berlepas pengambilan penghantaran temujanji cawangan taklimat resipi kemboja elaun
      pejabat wang hantar perbincangan setiausaha akaun emel nak camne camna kat korang tauke ejen nombor
      kerajaan senarai lesen pasport imigresen kilang insurans syarikat tarikh cakap bercakap kawan jiran
      sijil takde tengok jumpa je ni tu amah bibik encik cik puan datuk kahwin jawapan faham universiti
      mesyuarat bahru pinang melaka ogos talian kaunter peribadi perkhidmatan berdaftar berlesen tempoh
      mengundi`,
    2: `bila ketika semasa keputusan majlis lawat lepas sempadan lelaki isteri anakanda tempatan kereta pukul
      sesiapa hujung bertolak diluluskan disediakan hantarkan rasmi telefon perlukan sahaja kongsi bercuti
      warganegara persefahaman kesihatan kemalangan caruman perkeso socso geran perniagaan keusahawanan
      beritahu dera didera belasah rogol ugut halau lokap mahkamah peguam cedera senyap`,
    1: `macam pergi guna sebab pembantu kes mesej kad sikit esok petang elok semak padam jurujual`,
  },
  mad: {
    3: `kaule engko sengko bana empean enja bunten enggi olle terro baramma bareammah berempa barampa dimma
      ponapa arapa bei bai oreng oba bada badha gabay agabay alako lako majer pesse mole entar dhari pole
      bellun gita engkok tang aba bine lake ale ramana ebuna embu eppak sakalangkong kasoon kadi saporana tore
      sateya satiya lagguna jareya jarea reya rowa epokol ekonce ekorong etahan ebajar eajak ekerem etanda
      etangghal eteken esempen ehapus`,
    2: `la mare gi ghi mon ban kodu kodhu saellana sabellunna omor omorra ongkossa gajina kontra laporanna
      kabarra tanang loka sake takok tako mate mateyah mateh kalowar dhalem compo roma ngakan engakan nyare
      ngeba kasta acaca ngoco ngoca tepo tepoan onggu ongguwan ongguen kenek bennyak semma jau jaoh lambat
      abit ontong lakona norok nolonge tolonge berka idzin pabri kaloar compona mantona tanggha ebajak nemmu
      ngalle nyoon sorat nyama toles ajar bellu tello empa lema ennem petto sapolo kapotosan`,
    1: `se ta bi dhi dibi andhi polo odhi kowat bhai cellep loppa ngarte ngerte enga enneng tedung bangon beji
      senneng soossa kasossa lebbar`,
  },
  sas: {
    3: `tiang ndeq ndek ndaq ndeqman ndekman araq arak berembe brembe embe piran kembeq kembekn saq leq lekan
      jok isik kance mele melen lalo uleq ulek lampaq begawean begawe gawean pelinggih side semeton inaq amaq
      semamaq seninaq senine adiq kakaq tampi gih nggeh nike bebaos ngeraos beketoan ketoan kepeng bale gubuk
      dese jelo kelem uiq jemaq bareh nengka nane laeq maliq malik endah`,
    2: `ape sai pire mbe ie meno mene ngene jangke sendeqman gen bait beng bèng te empuk medaran nginem takotn
      ninggal layonne bajang dait kadu jauq beit bukaq bukaqn berlakun laporang carene kabarne syaratne gajin
      kepengn telang melai pelai berari bejorak tindoq oleq laguq selapuq lueq sekediq solah lengek beleq
      kodeq toaq tuaq papuq naken misan sopoq due empat lime enem pituq baluq siwaq sepulu mesaq mesak diriq
      aoq aok ngulekang nulungin ngirimang beliang beleqan`,
    1: `ye iye ite si sik naen mataram selong praya mandalika sasak bebasaq base ruan rasan uah iaq yaq piaq
      marak kenaq bohong bebadaq taok taokt aneh silaq`,
  },
}

/** Weight of a word for the one language it is typical of. */
export interface LanguageWord {
  readonly language: Language
  readonly weight: Weight
}

/**
 * Words several languages claim count for none: Sasak and Javanese "niki", Malay and Indonesian "boleh". The table keeps them
 * readable per language; here they drop out.
 */
function languageWords(): ReadonlyMap<string, LanguageWord> {
  const table = new Map<string, LanguageWord>()
  const shared = new Set<string>()
  for (const [language, byWeight] of Object.entries(WORDS) as [Language, Words][]) {
    for (const weight of [3, 2, 1] as const) {
      for (const word of byWeight[weight].split(/\s+/)) {
        const plain = word.normalize('NFKD').replace(/\p{M}/gu, '')
        const other = table.get(plain)
        if (plain === '' || (other !== undefined && other.language === language)) continue
        if (other !== undefined) shared.add(plain)
        else table.set(plain, { language, weight })
      }
    }
  }
  for (const word of shared) table.delete(word)
  return table
}

const TABLE = languageWords()

/** The language a word is typical of, or undefined when several share it or we do not know it. */
export function languageOfWord(word: string): LanguageWord | undefined {
  return TABLE.get(word)
}

/** How much of each language the words show; higher is surer. */
export function languageEvidence(words: readonly string[]): ReadonlyMap<Language, number> {
  const evidence = new Map<Language, number>()
  for (const word of words) {
    const typical = TABLE.get(word)
    if (typical === undefined) continue
    evidence.set(typical.language, (evidence.get(typical.language) ?? 0) + typical.weight)
  }
  return evidence
}

export const LANGUAGE_WORDS: ReadonlyMap<string, LanguageWord> = TABLE
