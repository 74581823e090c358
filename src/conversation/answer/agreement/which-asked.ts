import type { LocalDate } from '../../../core/dates.ts'
import { wordsOf } from '../../../core/words.ts'
import type { Agreement, PartyKind } from '../../../knowledge/agreement.ts'
import { monthsIn } from '../../understand/entities/dates.ts'
import { isCentral } from './naming.ts'

/** What a question about a list narrows it to: "universitas mana", "desember 2025", "PKS dengan instansi apa". */
export interface Which {
  /** `2025`, `2025-12` or `2025-12-02`: what the day of signing begins with. */
  readonly period: string | null
  readonly kinds: ReadonlySet<PartyKind>
  readonly contractsOnly: boolean
}

const KINDS: readonly (readonly [kinds: readonly PartyKind[], words: string])[] = [
  [['regency'], 'kabupaten kab pemkab regency regencies'],
  [['city'], 'kota pemkot kotamadya city cities'],
  [['province'], 'provinsi prov pemprov province provinces'],
  [['university'], 'universitas univ kampus politeknik university universities college'],
  [
    ['association'],
    'asosiasi organisasi ormas perkumpulan himpunan perhimpunan persatuan association associations',
  ],
  [['ministry'], 'kementerian ministry ministries kementrian'],
  [['commission'], 'komisi commission'],
  [['police'], 'kepolisian polisi polda police'],
  [['agency', 'ministry', 'commission', 'police'], 'instansi badan direktorat ditjen agency agencies'],
  [
    ['agency', 'ministry', 'commission', 'police', 'association', 'university', 'other'],
    'lembaga institusi institution institutions',
  ],
]
/** Any local government; tells something only beside a day, a year or a province, or everybody would be listed. */
const LOCAL: readonly PartyKind[] = ['regency', 'city', 'province']
const LOCAL_WORDS: ReadonlySet<string> = new Set('daerah pemda pemdanya'.split(' '))
const KIND_OF: ReadonlyMap<string, readonly PartyKind[]> = new Map(
  KINDS.flatMap(([kinds, words]) => words.split(' ').map((word) => [word, kinds] as const)),
)
const ASKING: ReadonlySet<string> = new Set(
  'mana apa berapa which what how daftar list endi opo pundi napa menapa naon'.split(' '),
)
/** Between the kind and the word that asks: "lembaga perlindungan anak mana". */
const REACH = 5
const WITH_WHOM = /\b((dengan|sama) siapa saja|siapa saja yang (sudah |ikut )?(teken|tanda tangan|mou))\b/
const YEAR = /\b20[12]\d\b/

export function whichAsked(text: string, dates: readonly LocalDate[]): Which {
  const period = dates[0] ?? monthsIn(text)[0] ?? YEAR.exec(text)?.[0] ?? null
  const kinds = kindsIn(text)
  return {
    period,
    kinds: kinds.size === 0 && period !== null && asksLocal(text) ? new Set(LOCAL) : kinds,
    contractsOnly: wordsOf(text).includes('pks'),
  }
}

/** Whether sides of agreements are asked for: "kabupaten di NTT mana yang ikut", "dengan instansi apa", "2026 dengan siapa saja". */
export function asksWhichSide(text: string): boolean {
  return kindsIn(text).size > 0 || WITH_WHOM.test(text)
}

const LIST = /\b(?:(?:mana|siapa|apa) (?:saja|aja|wae)|daftar|list)\b/

/** "Yang teken 2 Desember 2025 siapa saja": all of that day, whatever else one of their records has in common with it. */
export function asksListOfDay(text: string, dates: readonly LocalDate[]): boolean {
  return dates.length > 0 && LIST.test(text)
}

/** Kinds of sides near a word that asks; "Kabupaten Jember" alone asks for none. */
function kindsIn(text: string): ReadonlySet<PartyKind> {
  const words = wordsOf(text)
  const found = new Set<PartyKind>()
  for (const [at, word] of words.entries()) {
    const kinds = KIND_OF.get(word)
    if (kinds === undefined) continue
    const near = [
      words[at - 1] ?? '',
      KIND_OF.has(words[at - 1] ?? '') ? (words[at - 2] ?? '') : '',
      ...words.slice(at + 1, at + 1 + REACH),
      ...words.slice(-2),
    ]
    if (near.some((other) => ASKING.has(other))) for (const kind of kinds) found.add(kind)
  }
  return found
}

function asksLocal(text: string): boolean {
  const words = wordsOf(text)
  return words.some(
    (word, at) =>
      LOCAL_WORDS.has(word) && [words[at - 1] ?? '', words[at + 1] ?? ''].some((near) => ASKING.has(near)),
  )
}

export function fitsWhich(agreement: Agreement, { period, kinds, contractsOnly }: Which): boolean {
  if (period !== null && agreement.signedOn?.startsWith(period) !== true) return false
  if (contractsOnly && agreement.instrument !== 'pks') return false
  return kinds.size === 0 || agreement.parties.some((party) => !isCentral(party) && kinds.has(party.kind))
}
