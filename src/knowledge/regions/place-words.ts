import type { RegionKind } from '../region.ts'

/** What a word beside a name says about the name. */
export const ROLE = {
  province: 1,
  regency: 2,
  city: 4,
  district: 8,
  village: 16,
  /** "di", "dari", "warga", "disnaker": a place may follow. */
  place: 32,
  /** May stand between a kind and the name: "kota administrasi", "city of". */
  between: 64,
  /** A street, a firm, a school or a person called like a place: not the place. */
  namesake: 128,
  /** A dish, a cloth, a stone: "soto lamongan" is on the table, not on the map. */
  product: 512,
  /** "Bukan cirebon": the next place is not the one that is meant. */
  not: 1024,
  /** Says nothing about a place or a question: a message of a name and these is just that name. */
  filler: 256,
} as const

export const KIND_ROLES = ROLE.province | ROLE.regency | ROLE.city | ROLE.district

export const ROLE_OF_KIND: Readonly<Record<RegionKind, number>> = {
  province: ROLE.province,
  regency: ROLE.regency,
  city: ROLE.city,
  district: ROLE.district,
}

const WORDS: readonly (readonly [number, string])[] = [
  [
    ROLE.regency,
    'kab kabupaten kabupatene kabupatenne kabupatenna kabupatennya kabuaten kabupten kabupate kabp kbpt pemkab bupati bupatine bupatina bupatinya wabup pemkabnya regency regent',
  ],
  [
    ROLE.city,
    'kota kotane kotana kotanya kutha kuthane kutane kotamadya kotamadia kodya kodia pemkot pemkotnya walikota walikotane walikotana walikotanya wawali city mayor munisipalitas municipality',
  ],
  [
    ROLE.province,
    'prov provinsi propinsi prop provinsine provinsina provinsinya pemprov gubernur gubernure gubernurna gubernurnya wagub province governor',
  ],
  [ROLE.district, 'kec kecamatan kecamatane kecamatanna kacamatan kecmatan kecamtan subdistrict'],
  [ROLE.village, 'desa kelurahan kel dusun desane desana dukuh kampung village nagari gampong'],
  [
    ROLE.place,
    `di dari dr ke asal asli daerah wilayah warga orang wong urang tinggal domisili alamat ktp ing neng nang ning saka soko seko teko
     saking wonten dhateng menyang ti ka kampung halaman sekitar area pulang mulih wangsul in from near around camat disnaker disnakertrans
     naker dinas dinsos lttsa ltsa bp3mi p4mi polres polresta polsek imigrasi kanim kantor rsud pemda pemerintah pemerintahan dprd mou
     perjanjian kesepakatan kerjasama bandara pelabuhan terminal stasiun khusus kelahiran wilayahe daerahe daerahna office people`,
  ],
  [ROLE.between, 'administrasi of adm administratif daerah besar'],
  [
    ROLE.namesake,
    `jl jln jalan gg gang pt cv ud yayasan lpk toko universitas univ institut institute politeknik poltek stikes stie uin iain universities university
     pak bu bapak ibu mas mbak bang kang mbah pakde nama namanya bernama jenenge asmane namina ngarane`,
  ],
  [
    ROLE.product,
    `soto nasi sego sangu dodol jeruk pecel sate sambal sambel tahu bakso rawon mie mi gudeg rujak kopi kerupuk krupuk salak apel mangga telur
     telor bakpia pempek coto batik ukiran mebel gethuk getuk brem lumpia asinan talas ubi bika bolu kain tenun songket pisang beras ikan
     gurame lele ayam bebek alergi makan makanan masakan masak bumbu oleh kue jajan jajanan`,
  ],
  [ROLE.not, 'bukan bkn dudu sanes selain kecuali not except mboten dede'],
  [
    ROLE.filler,
    `di dari dr ke asal asli daerah wilayah warga orang wong urang tinggal saya aku kulo abdi sy gue kak kakak min pak bapak bu ibu mbak mas kang kalau
     kalo nek yen lamun upami ya yah ini itu yang yg nya aja saja dong deh kok sih adalah di sini sana bagian tepatnya alamat domisili
     ktp kampung halaman i am from in my is at the live me it its iya bukan maksud maksudnya untuk utk buat gimana bagaimana terus
     trus lalu dan ing neng nang saking saka ti ka teh mah nggih inggih muhun kabupaten kab kota kec kecamatan prov provinsi desa kelurahan`,
  ],
]

/** Everything these words say, added up per word. */
export const PLACE_WORDS: ReadonlyMap<string, number> = (() => {
  const roles = new Map<string, number>()
  for (const [role, words] of WORDS) {
    for (const word of words.split(/\s+/)) roles.set(word, (roles.get(word) ?? 0) | role)
  }
  return roles
})()

/** Stuck to a name without a space: "dijember", "kotasukabumi", "kabmalang". */
export const STUCK_BEFORE: readonly (readonly [string, number])[] = [
  ['kabupaten', ROLE.regency],
  ['kab', ROLE.regency],
  ['pemkab', ROLE.regency],
  ['kotamadya', ROLE.city],
  ['kota', ROLE.city],
  ['pemkot', ROLE.city],
  ['provinsi', ROLE.province],
  ['prov', ROLE.province],
  ['pemprov', ROLE.province],
  ['dari', ROLE.place],
  ['asal', ROLE.place],
  ['warga', ROLE.place],
  ['wong', ROLE.place],
  ['disnaker', ROLE.place],
  ['di', ROLE.place],
  ['ke', ROLE.place],
]

export const STUCK_AFTER: readonly (readonly [string, number])[] = [
  ['kota', ROLE.city],
  ['kab', ROLE.regency],
  ['nya', ROLE.place],
  ['kah', ROLE.place],
  ['lah', ROLE.place],
  ['ne', ROLE.place],
  ['na', ROLE.place],
  ['e', ROLE.place],
]

/** How the words that many names share are shortened or said in another language. */
export const WORD_FORMS: readonly (readonly [string, string])[] = [
  ['timur', 'tim tmr tmur timor wetan timr tmor'],
  ['barat', 'bar brt brat kulon bart'],
  ['selatan', 'sel slt sltn slatan selatn kidul slatn'],
  ['utara', 'ut utr utra lor kaler utr'],
  ['tengah', 'teng tgh tngh tenga tngah'],
  ['tenggara', 'tgr tgra tenggra tengara tggara'],
  ['pusat', 'pus pst pusatt'],
  ['daya', 'dy'],
  ['kepulauan', 'kep kepul kepulauwan kepuluan'],
  ['tanjung', 'tj tjg tjng tanjng tg tjung tanjoeng'],
  ['pangkal', 'pkl pangkl'],
  ['bandar', 'bdr bdar'],
  ['padang', 'pdg pdng'],
  ['pematang', 'pmtg pem pematng'],
  ['teluk', 'tlk tel'],
  ['sungai', 'sei sgi sungei'],
  ['tulang', 'tlg'],
  ['lubuk', 'lbk'],
  ['nusa', 'ns'],
  ['jawa', 'jw java jwa jawi'],
  ['sumatera', 'sumatra smtr sum sumatara smatra sumetera'],
  ['kalimantan', 'kal klmtn borneo kalimatan'],
  ['sulawesi', 'sul slws slwesi celebes'],
  ['jakarta', 'jkt jakrta jkrta jak djakarta'],
  ['lombok', 'lom lmbok lmbk lombk'],
  ['bandung', 'bdg'],
  ['tangerang', 'tgrg tng tangrang tanggerang'],
  ['tapanuli', 'tap'],
  ['halmahera', 'hal'],
  ['minahasa', 'min'],
  ['flores', 'flrs flo'],
  ['yogyakarta', 'jogja yogya jogjakarta'],
]

/** English says the direction first: "east java". */
export const ENGLISH_DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['timur', 'east'],
  ['barat', 'west'],
  ['selatan', 'south'],
  ['utara', 'north'],
  ['tengah', 'central'],
  ['tenggara', 'southeast'],
  ['pusat', 'central'],
])

/** Names of provinces, regencies and cities that are also everyday words: places only where the words around say so. */
export const NEEDS_PLACE_WORD: ReadonlySet<string> = new Set(
  `agam batang batu belu bone bungo ende kaur lahat landak malaka metro muna palu paser serang siak sula tual solo sabu palas pali mura babar kajen
   bpn sda mateng deli raha tais tala matra benteng manna lolak gido rantau manggar marisa oki oku aru`
    .split(/\s+/)
    .concat(
      'batu bara',
      'batubara',
      'bau bau',
      'tanah laut',
      'intan jaya',
      'tebing tinggi',
      'selat panjang',
      'labuhan batu',
      'muara aman',
    ),
)

/** The same, but not even "di" makes them a place: "di buru polisi", "di puncak" (Bogor), "karo bojoku". */
export const NEEDS_KIND: ReadonlySet<string> = new Set(['buru', 'puncak', 'karo', 'ta'])

/** Districts of several words that are said every day; single words are in the lexicon. */
export const EVERYDAY_PAIRS: ReadonlySet<string> = new Set([
  'air batu',
  'alas barat',
  'anak ratu aji',
  'bandar baru',
  'batu layar',

  'bukit batu',
  'bukit raya',
  'bumi agung',
  'bumi raya',
  'gunung jati',
  'gunung putri',
  'gunung raya',
  'indra jaya',
  'jaya baru',
  'johar baru',
  'kampung rakyat',
  'karang baru',
  'kepulauan roma',
  'lima kaum',
  'muara jaya',
  'padang jaya',
  'padang laweh',
  'pulau rakyat',
  'rawa pitu',
  'simpang raya',
  'suka karya',
  'talang empat',
  'ujung tanah',
  'tanah merah',
])

interface Neighbours {
  readonly before?: string
  readonly after?: string
}

/** Words beside a name that make it something else: a dish, a stone, bad luck, a country. */
const NOT_A_PLACE: Readonly<Record<string, Neighbours>> = {
  batu: {
    after:
      'ginjal empedu bata kali akik nisan bara apung karang permata sandungan alam bulat besar kecil licin bertulis kerikil',
    before: 'kepala penyakit kena sakit pecah tukang lempar dilempar pakai pake dengan',
  },
  medan: { before: 'tugas', after: 'berat sulit terjal licin perang laga curam' },
  solo: {
    after:
      'karir karier travel trip traveling traveler traveller player leveling backpacker hiking song album',
    before: 'bengawan',
  },
  malang: {
    before: 'nasib sungguh untung betapa bernasib sangat begitu si',
    after: 'nasib nian benar sekali banget melintang tak',
  },
  padang: { before: 'warung restoran resto rm rendang', after: 'pasir rumput golf ilalang' },
  tegal: { before: 'warung', after: 'desa' },
  serang: {
    after: 'oleh majikan sama orang anjing penyakit bos juragan suami aku saya dia mereka balik polisi',
    before: 'saling ikut',
  },
  palu: { before: 'pakai pake dengan pukul dipukul', after: 'hakim arit besi' },
  kudus: { before: 'roh perawan tanah kitab' },
  lahat: { before: 'liang' },
  pati: { before: 'nganti tekan toh wayah arep sampek', after: 'geni rasa' },
  papua: { after: 'nugini new guinea niugini' },
  malaka: { before: 'selat semenanjung', after: 'malaysia' },
  alor: { after: 'setar star' },
  kuantan: { after: 'malaysia pahang' },
  bone: { before: 'broken my the', after: 'fracture marrow broken' },
  metro: { before: 'kereta naik polda', after: 'tv mini jaya' },
  bali: {
    before:
      'arep pengen kepengin kepingin pengin wis uwis durung iso biso bisa oleh nek yen ora mboten gak kudu kapan ape bakal wes during pingin ajeng badhe sampun dereng isoh ra kon dikon ngajak diajak aku kulo',
    after:
      'saka soko seko teko saking menyang nang neng ning nyang marang kampung omah ndeso deso wae maneh meneh muleh mulih dhewe dewe neh rene mrene mrono merene rono indonesia taun sasi sesuk wingi dulu sek sik meng opo',
  },
  makassar: { before: 'selat' },
  kapuas: { before: 'sungai kali kapal' },
  toba: { before: 'batak' },
  banda: { before: 'laut' },
}

const neighbours = new Map<string, { before: ReadonlySet<string>; after: ReadonlySet<string> }>(
  Object.entries(NOT_A_PLACE).map(([name, { before = '', after = '' }]) => [
    name,
    { before: new Set(before.split(' ')), after: new Set(after.split(' ')) },
  ]),
)

/** Whether the words right before and after make the name something other than a place. */
export function isSomethingElse(name: string, before: string, after: string): boolean {
  const words = neighbours.get(name)
  return (
    words !== undefined &&
    ((before !== '' && words.before.has(before)) || (after !== '' && words.after.has(after)))
  )
}
