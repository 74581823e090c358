import type { CountryCode } from '../../../core/ids.ts'
import { wordsOf } from '../../../core/words.ts'
import type { Destination } from '../../../knowledge/fact.ts'
import { distinct, type Named, namedWords } from './named-words.ts'

/** Finds the countries a normalised text names, in order of appearance. Indonesia itself is none of them. */
export function buildCountryFinder(
  destinations: readonly Destination[],
): (text: string) => readonly CountryCode[] {
  const abroad = destinations.filter(({ code }) => code !== 'ID')
  const official = abroad.flatMap(({ code, name }) =>
    [name.id, name.en ?? name.id].map((text) => [text, code] as const),
  )
  const nicknames = abroad.flatMap(({ code, aliases }) => aliases.map((alias) => [alias, code] as const))
  // Towns are left alone: too many are one letter away from an ordinary word ("kilang" is no Klang).
  const names = namedWords([...official, ...nicknames], {
    misspelt: official,
    slips: (length) => (length < 6 ? 0 : 1),
  })
  return (text) => {
    const words = wordsOf(text)
    const found = names.find(words)
    return found.length === 0
      ? []
      : distinct(found.filter((one) => isCountry(one, words)).map(({ value }) => value))
  }
}

/** Learning these languages means going there; English, Arabic or Mandarin say nothing about where. */
const LANGUAGE_OF_ONE: ReadonlySet<string> = new Set(['JP', 'KR', 'DE'])
const LANGUAGE_WORDS: ReadonlySet<string> = new Set(['bahasa', 'bhs', 'basa', 'boso', 'language', 'sastra'])

/** Words before or after a name that make it something else. */
const BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  tabuk: new Set(['sungai', 'sei']),
  wina: new Set(['mbak', 'ibu', 'bu', 'nama', 'saya', 'kak', 'kakak']),
  jordan: new Set(['air', 'sepatu']),
  astana: new Set(['kecamatan']),
  cina: new Set(['kecamatan', 'kampung', 'pulau']),
  turki: new Set(['kampung']),
  arab: new Set(['kampung', 'nasi', 'huruf', 'tulisan', 'gundul']),
  belanda: new Set(['zaman', 'jaman', 'penjajah', 'penjajahan', 'kolonial', 'hindia']),
  jepang: new Set(['zaman', 'jaman', 'penjajahan']),
  india: new Set(['film', 'samudera', 'samudra']),
  palau: new Set(['pulau']),
}
const AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  paris: new Set(['van']),
  swiss: new Set(['van']),
  astana: new Set(['anyar', 'japura']),
  arab: new Set(['melayu']),
}

function isCountry({ value, from, to }: Named<CountryCode>, words: readonly string[]): boolean {
  const before = words[from - 1] ?? ''
  if (LANGUAGE_WORDS.has(before) && !LANGUAGE_OF_ONE.has(value)) return false
  if (to - from > 1) return true
  const name = words[from] ?? ''
  return !(BEFORE[name]?.has(before) ?? false) && !(AFTER[name]?.has(words[to] ?? '') ?? false)
}
