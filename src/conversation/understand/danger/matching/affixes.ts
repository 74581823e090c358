/** The spellings of one verb, by what they say about who does what to whom. */
export interface VerbForms {
  /** Done to somebody: `dipukul`, `dipukuli`, `dipunpukul`, `epukul`, `terpukul`. */
  readonly passive: readonly string[]
  /** Somebody does it: `memukul`, `mukul`, `ngegebuk`, and the bare root ("majikan pukul saya"). */
  readonly active: readonly string[]
  /** Spoken of as a subject: `pemukulan`, `penyiksaan`. */
  readonly noun: readonly string[]
}

const PASSIVE_PREFIXES = ['di', 'd', 'dipun', 'ter', 'ke', 'ka', 'e', 'dide']
const PASSIVE_SUFFIXES = [
  '',
  'i',
  'in',
  'kan',
  'an',
  'nya',
  'inya',
  'ake',
  'aken',
  'keun',
  'na',
  'e',
  'ne',
  'ku',
  'no',
  'agi',
]
const ACTIVE_SUFFIXES = [
  '',
  'i',
  'in',
  'kan',
  'an',
  'nya',
  'inya',
  'ake',
  'aken',
  'keun',
  'ku',
  'e',
  'ne',
  'na',
]

/** Indonesian, Javanese, Sundanese and Madurese spellings of verbs given by their roots, written with spaces between. */
export function verbs(roots: string): VerbForms {
  const passive: string[] = []
  const active: string[] = []
  const noun: string[] = []
  for (const root of roots.split(/\s+/)) {
    if (root === '') continue
    for (const prefix of PASSIVE_PREFIXES)
      for (const suffix of PASSIVE_SUFFIXES) passive.push(prefix + root + suffix)
    for (const stem of activeStems(root)) for (const suffix of ACTIVE_SUFFIXES) active.push(stem + suffix)
    noun.push(`pe${nasal(root)}an`, `pe${nasal(root)}annya`)
  }
  return { passive, active, noun }
}

function activeStems(root: string): readonly string[] {
  const spoken = nasal(root)
  return [root, spoken, `me${spoken}`, `nge${root}`, `nga${root}`, ...doubled(root)]
}

/** Javanese keeps the first letter after the nasal: `nggebug`, `mbunuh`, `njotos`, `nyekik` from `cekik`. */
function doubled(root: string): readonly string[] {
  const first = root.charAt(0)
  if (first === 'c') return [`ny${root.slice(1)}`]
  if (first === 'j' || first === 'd') return [`n${root}`]
  return []
}

/** The root with its nasal prefix, without `me`. */
function nasal(root: string): string {
  const rest = root.slice(1)
  switch (root.charAt(0)) {
    case 'p':
      return `m${rest}`
    case 't':
      return `n${rest}`
    case 'k':
      return `ng${rest}`
    case 's':
      return `ny${rest}`
    case 'b':
      return `m${root}`
    case 'd':
    case 'c':
    case 'j':
      return `n${root}`
    case 'g':
    case 'h':
    case 'a':
    case 'i':
    case 'u':
    case 'e':
    case 'o':
      return `ng${root}`
    default:
      return root
  }
}

const NOUN_SUFFIXES = [
  '',
  'nya',
  'ku',
  'mu',
  'e',
  'ne',
  'na',
  'ana',
  'ane',
  'ipun',
  'nipun',
  'ra',
  'a',
  'que',
]

/**
 * Nouns, written with commas between, each with the possessive endings of the languages we read. Words after a semicolon take
 * none: they are short or English, and an ending would make another word of them ("car" and "cara").
 */
export function nouns(words: string): readonly string[] {
  const [ours = '', foreign = ''] = words.split(';')
  return [...list(ours).flatMap((word) => NOUN_SUFFIXES.map((suffix) => word + suffix)), ...list(foreign)]
}

/** Terms of one to four words, written with commas or line ends between. */
export function list(terms: string): readonly string[] {
  return terms
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '')
}
