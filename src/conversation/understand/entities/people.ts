import { wordsOf } from '../../../core/words.ts'
import { EVERYDAY_WORDS } from '../../../knowledge/regions/everyday-words.ts'
import { plain } from '../normalise.ts'
import { distinct, namedWords } from './named-words.ts'

/** Given names and titles that very many people carry. */
const COMMON_NAMES: ReadonlySet<string> = new Set(
  `muhammad mohammad mohamad muhamad achmad ahmad akhmad abdul abdullah abdurrahman ridwan rachmat rahmat rahman rudi rudy hendra hendri
   hendrik andri andrie andika agung agus aries arief arifin asep bambang basuki benny bobby budi budie cahyo candra chandra dadang deddy
   dedi dwi edi eddy eko emanuel fauzi fauzan gunawan hadi haris harun hasan hidayat ibrahim imron indah indra irfan irwan ismail jaya
   joko kartika kurnia kusuma lestari lukman maulana maria martinus mulia mulyadi nugraha nugroho nur nurul prabowo prasetyo prasetiyo
   pratama putra putri rahayu rizal rizki rasyid saputra sari setiawan setyawan sigit siti slamet sri suharto soeharto sugeng sulaiman
   sunarto supriatna supriyadi surya susanto suwarto syahrul syamsul tatang taufik teddy teguh triyono utama utami waluyo wahyu wibowo
   widodo wijaya yohanis yuli yulianto yusuf zainal antonius safaruddin sukaesih simbolon sitorus tambunan effendi mahendra negara
   setyabudi hadjon raison satono darwin oktari saniwar bachril basiran`.split(/\s+/),
)
/** Somebody who says their own name is not asking about an official. */
const OWN_NAME: ReadonlySet<string> = new Set(
  'saya aku nama namaku namanya bernama kulo kula abdi jenengku jenenge nami'.split(' '),
)
const SHORTEST_WORD = 6
const SHORTEST_PART = 3

interface Part {
  readonly name: string
  readonly whole: boolean
}

/**
 * Finds signatories and officials by their whole name, by two words of it that stand together, or by one word that only they
 * carry ("punjul"). Gives the names as they were passed in.
 */
export function buildPeopleFinder(names: readonly string[]): (text: string) => readonly string[] {
  const owners = new Map<string, Set<string>>()
  const claim = (part: string, name: string): void => {
    owners.set(part, (owners.get(part) ?? new Set()).add(name))
  }
  const whole = new Map<string, string>()
  for (const name of names) {
    const words = plain(name).split(' ')
    if (words.length > 1) whole.set(words.join(' '), name)
    for (let i = 0; i + 1 < words.length; i += 1) {
      const pair = words.slice(i, i + 2)
      if (pair.every((word) => word.length >= SHORTEST_PART) && pair.some((word) => !isCommon(word)))
        claim(pair.join(' '), name)
    }
    for (const word of words) if (word.length >= SHORTEST_WORD && !isCommon(word)) claim(word, name)
  }
  const parts: [string, Part][] = [...whole].map(([text, name]) => [text, { name, whole: true }])
  for (const [text, [name, other]] of [...owners].map(([key, set]) => [key, [...set]] as const)) {
    if (name !== undefined && other === undefined && !whole.has(text))
      parts.push([text, { name, whole: false }])
  }
  const index = namedWords(parts, {
    misspelt: parts,
    slips: (length) => (length < 8 ? 0 : length < 11 ? 1 : 2),
  })
  return (text) => {
    const words = wordsOf(text)
    const found = index.find(words)
    if (found.length === 0) return []
    return distinct(
      found
        .filter(({ value, from }) => value.whole || !isNobody(words[from - 1] ?? ''))
        .map(({ value }) => value.name),
    )
  }
}

/** After these a part of a name is somebody else, or a word: Javanese "setaun punjul" is more than a year. */
function isNobody(before: string): boolean {
  return OWN_NAME.has(before) || /(?:taun|tahun|sasi|wulan|dina|puluh|atus|sewu|yuta)$/.test(before)
}

function isCommon(word: string): boolean {
  return COMMON_NAMES.has(word) || EVERYDAY_WORDS.has(word)
}
