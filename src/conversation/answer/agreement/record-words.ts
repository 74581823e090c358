import { datesIn, dayMonthsIn, isMonth, monthsIn } from '../../understand/entities/dates.ts'
import { conceptsOf } from '../../understand/lexicon/concepts.ts'
import { stem } from '../../understand/lexicon/stem.ts'
import { plain } from '../../understand/normalise.ts'

/** Stems, dates behind `@` and concepts behind `#`; each stem with the concept it stands for. */
export type Words = ReadonlyMap<string, string | undefined>

/** Words too common in these records to tell one item from another. */
const COMMON = new Set(
  `kota kabupaten provinsi kerja pekerja migran indonesia janji perjanjian nota sepakat kesepakatan kesepahaman paham mou dengan yang untuk
  dari pada dalam apa siapa kapan berapa tanggal daerah pemerintah perintah tentang sudah belum atau dan ini itu saja sama lindung pelindungan
  perlindungan pmi kp2mi bp2mi kemenp2mi kementerian menteri tahun bulan tanda tangan teken orang ada jadi bisa juga akan masih mana
  bagaimana ditanda ditandatangani menandatangani penandatanganan tandatangan the and for with what when who how many which that this was
  were are its has have had does did not from also into over more most been being will would can could should may must they them their
  there here she her his our your you about under after before all any some other than then`.split(/\s+/),
)
/** Words of talk rather than of records; a record has them by chance. */
const IDLE = new Set(
  `saya aku kami kita kamu anda dia beliau mereka pak bapak ibu bang kak kakak min halo tolong mohon tanya tahu tau bilang kata katanya
  menurut sebut disebut soal hal gitu begitu kayak seperti terus lalu nanti lagi pas waktu biar supaya agar karena kenapa mengapa benar
  bener dong sih nih kok deh nama namanya isi isinya poin mau ingin pengin punya kini sekarang kemarin besok buat oleh kepada para semua
  setiap lain lebih sangat tidak bukan belom udah cuma hanya kalau kalo jika bila yaitu antara rupanya ternyata urusan urusannya please tell know
  want  now said says per`.split(/\s+/),
)
/** Concepts too common in these records, as the words are. */
const COMMON_CONCEPTS: ReadonlySet<string> = new Set([
  'mou',
  'cooperation',
  'agreementGeneral',
  'signing',
  'signatory',
  'party',
  'scope',
  'region',
  'and',
  'what',
  'which',
  'whichRegions',
  'who',
  'why',
  'how',
  'howMuch',
  'when',
  'where',
  'date',
  'year',
  'if',
  'want',
  'say',
  'make',
  'ministry',
  'migrantWorker',
  'worker',
])
/** Stand before a concept and a date, so that neither is ever taken for a word. */
const CONCEPT = '#'
const DATE = '@'
const SHORTEST_WORD = 3
/** "28 siswa", "80-90 persen": a number of two digits is a word of its own; one digit is not. */
const NUMBER = /^\d{2,}$/

export function isConcept(word: string): boolean {
  return word.startsWith(CONCEPT)
}

/** A day, or a number that is neither a year nor a round hundred: it stands for one thing, where a word may stand for many. */
export function isExact(word: string): boolean {
  return word.startsWith(DATE) || (/^\d{3,}$/.test(word) && !/^(?:20\d\d|\d00)$/.test(word))
}

/** Endings and beginnings where the lexicon knows no root, so that "dipantau" and "pemantauan" meet. */
const ENDING = /(?:nya|kan|an)$/
/** Ends a verb that has a beginning, too ("memenuhi"), and many names that have none. */
const VERB_ENDING = /^(?:me|di|pe).*i$/
const BEGINNING = /^(?:meng|peng|meny|peny|mem|pem|men|pen|me|pe|ber|ter|per|di|ke|se)/
/** The letter a nasal swallowed, where a vowel follows it. */
const SWALLOWED: Readonly<Record<string, string>> = {
  mem: 'p',
  pem: 'p',
  men: 't',
  pen: 't',
  meny: 's',
  peny: 's',
}
const SHORTEST_ROOT = 4
const NASAL = /^[mp]em[aiueo]/

/** Words seen lately: most of a message stood in others before it. */
const ROOTS = new Map<string, string>()
const ROOTS_KEPT = 20_000

/** The stem, without what still looks like an ending and a beginning. */
function rootOf(word: string): string {
  let root = ROOTS.get(word)
  if (root === undefined) {
    root = cutToRoot(word)
    if (ROOTS.size >= ROOTS_KEPT) ROOTS.clear()
    ROOTS.set(word, root)
  }
  return root
}

function cutToRoot(word: string): string {
  const base = stem(word)
  if (!/^[a-z]+$/.test(base)) return base
  // "Memantau" and "pemantauan" have the stem "mantau", which is how some say it; "dipantau" has "pantau".
  if (base.startsWith('m') && NASAL.test(word) && base !== word) return `p${base.slice(1)}`
  const open = VERB_ENDING.test(base) ? base.slice(0, -1) : base.replace(ENDING, '')
  const bare = open.length < SHORTEST_ROOT ? base : open
  const beginning = BEGINNING.exec(bare)?.[0] ?? ''
  const rest = bare.slice(beginning.length)
  const swallowed = /^[aiueo]/.test(rest) ? (SWALLOWED[beginning] ?? '') : ''
  const root = swallowed + rest
  return root.length < SHORTEST_ROOT ? bare : root
}

/** Two ways to write one thing, of which records use the one and people the other. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bkadisnaker(?:trans)?\b/g, 'kepala disnaker'],
  [/\b(?:dinas tenaga kerja(?: dan transmigrasi)?|disnakertrans)\b/g, 'disnaker'],
  [/\bwalikota\b/g, 'wali kota'],
  // Has the same root as "tempat", a place.
  [/\b(?:penempatan|ditempatkan|menempatkan)\b/g, 'placement'],
  [/\b(?:kementerian|menteri) dalam negeri\b/g, 'mendagri'],
  [/\bjabar\b/g, 'jawa barat'],
  [/\bjateng\b/g, 'jawa tengah'],
  [/\bjatim\b/g, 'jawa timur'],
]

const ANY_OF_SAME = /walikota|disnaker|dinas tenaga|empat(?:k|a)|dalam negeri|\bja[btm][aei]/
function inOneWay(text: string): string {
  if (!ANY_OF_SAME.test(text)) return text
  return SAME.reduce((result, [pattern, word]) => result.replace(pattern, word), text)
}

/** What a plain text says, by which a question and a record are held against each other. */
export function recordWords(text: string): Words {
  const all = inOneWay(text).split(' ')
  const conceptAt = new Map<number, string>()
  for (const { concept, start, end } of conceptsOf(all))
    for (let at = start; at < end; at += 1)
      if (!COMMON_CONCEPTS.has(concept)) conceptAt.set(at, `${CONCEPT}${concept}`)
  const words = new Map<string, string | undefined>()
  for (const [at, word] of all.entries()) {
    if ((word.length < SHORTEST_WORD && !NUMBER.test(word)) || COMMON.has(word) || IDLE.has(word)) continue
    const base = rootOf(word)
    if (!COMMON.has(base)) words.set(base, conceptAt.get(at))
  }
  for (const concept of conceptAt.values()) words.set(concept, undefined)
  return words
}

/** What stored texts say; they seldom change from one snapshot to the next, and copies of a record share them. */
const STORED = new Map<string, Words>()
const STORED_KEPT = 20_000

/** A stored text as a message would be read, with every way to name the days it tells of. */
export function storedWords(text: string, dates: readonly (string | null)[] = []): Words {
  let own = STORED.get(text)
  if (own === undefined) {
    const read = plain(text)
    own = withDays(recordWords(read), datesIn(read), dayMonthsIn(read))
    if (STORED.size >= STORED_KEPT) STORED.clear()
    STORED.set(text, own)
  }
  return dates.length === 0 ? own : withDays(own, dates)
}

function withDays(own: Words, dates: readonly (string | null)[], ofAnyYear: readonly string[] = []): Words {
  const words = new Map(own)
  for (const day of ofAnyYear) words.set(`${DATE}${day}`, undefined)
  for (const date of dates) if (date !== null) for (const key of daysNamed(date)) words.set(key, undefined)
  return words
}

/** "1.200" in a message that was cut at its dots. */
const THOUSANDS = /\b\d{1,3}(?: \d{3})+\b/g

/** A question's words; the day it names counts once, as exactly as it names it. */
export function askedWords(text: string): Words {
  const words = new Map(recordWords(text.replace(THOUSANDS, (number) => number.replaceAll(' ', ''))))
  const days = datesIn(text)
  const months = monthsIn(text).filter((month) => days.every((day) => !day.startsWith(month)))
  const ofAnyYear = dayMonthsIn(text).filter((day) => days.every((whole) => !whole.endsWith(day)))
  const dates = [...days, ...months, ...ofAnyYear]
  // The day is one thing, not a number, a month and a year.
  if (dates.length > 0) for (const word of words.keys()) if (isPartOfDate(word)) words.delete(word)
  for (const date of dates) words.set(`${DATE}${date}`, undefined)
  return words
}

function isPartOfDate(word: string): boolean {
  return /^(?:\d{1,2}|20\d\d)$/.test(word) || isMonth(word)
}

/** `2026-01-19` is also asked for as `2026-01` and as `01-19`. */
function daysNamed(date: string): readonly string[] {
  const keys = [date]
  if (date.length > 7) keys.push(date.slice(0, 7), date.slice(5))
  return keys.map((key) => `${DATE}${key}`)
}
