import type { Region } from '../region.ts'
import { ENGLISH_DIRECTIONS } from './place-words.ts'

/** A way to say a region, as words. `loose` ways give way to any other meaning of the same words. */
export interface Spelling {
  readonly words: readonly string[]
  readonly loose: boolean
  /** One word cut in two: its halves are no words. */
  readonly cut?: boolean
}

/** The text as the normaliser would leave it: lower case, ASCII letters and digits, single spaces. */
export function plainText(text: string): string {
  const lower = text.toLowerCase()
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const KIND_PREFIXES: Readonly<Record<Region['kind'], RegExp>> = {
  province: /^provinsi /,
  regency: /^kabupaten (administrasi )?/,
  city: /^kota (administrasi )?/,
  district: /^kecamatan /,
}

/** The name without its kind: `jember`, `jakarta timur`, `kota bahagia`. */
export function bareName(region: Region): string {
  return plainText(region.name).replace(KIND_PREFIXES[region.kind], '')
}

/** Every way the name itself may be written. Nicknames are data (`region.aliases`). */
export function spellingsOf(region: Region, bare: string): readonly Spelling[] {
  const all = [...writtenSpellings(region, bare)]
  const typed = bare.split(' ').map(asNormalised)
  if (typed.join(' ') !== bare) all.push(loose(typed))
  return all
}

/** Chat texts reach us without drawn-out vowels and with "ny" for "nya" written out; a few names look like that too. */
function asNormalised(word: string): string {
  if (word.length <= 4) return word
  return word.endsWith('ny') ? `${word}a` : word.replace(/([aiueo])\1$/, '$1')
}

function writtenSpellings(region: Region, bare: string): readonly Spelling[] {
  const words = bare.split(' ')
  if (region.kind === 'district')
    return words.length === 1 ? [sure(words)] : [sure(words), loose([words.join('')])]
  const all: Spelling[] = [sure(words)]
  for (const short of shortened(words)) all.push(loose(short))
  const [first = ''] = words
  if (words.length > 1) {
    all.push(sure([words.join('')]))
    for (let i = 0; words.length > 2 && i + 1 < words.length; i += 1) {
      all.push(sure([...words.slice(0, i), `${words[i]}${words[i + 1]}`, ...words.slice(i + 2)]))
    }
    const direction = ENGLISH_DIRECTIONS.get(words.at(-1) ?? '')
    if (direction !== undefined) all.push(loose([direction, ...words.slice(0, -1)]))
  } else if (first.length >= 7) {
    for (let cut = 3; cut <= first.length - 3; cut += 1)
      all.push({ words: [first.slice(0, cut), first.slice(cut)], loose: true, cut: true })
  }
  return all
}

/** Without the words people leave out: "Kepulauan Bangka Belitung" is "bangka belitung", "Pulau Morotai" is "morotai". */
function shortened(words: readonly string[]): readonly (readonly string[])[] {
  const [first, second, third] = words
  const rest = words.slice(1)
  const out: (readonly string[])[] = []
  if (rest.length > 0 && (first === 'kepulauan' || first === 'pulau' || first === 'dki')) out.push(rest)
  if (first === 'kepulauan') out.push([...rest, 'kepulauan'])
  if (first === 'dki') out.push(['daerah', 'khusus', 'ibukota', ...rest], ['daerah', 'khusus', ...rest])
  if (first === 'daerah' && second === 'istimewa' && third !== undefined) {
    out.push(
      words.slice(2),
      ['di', ...words.slice(2)],
      ['diy', ...words.slice(2)],
      ['special', 'region', 'of', ...words.slice(2)],
    )
  }
  if (words.at(-1) === 'kepulauan' && words.length === 2)
    out.push(words.slice(0, -1), ['kepulauan', ...words.slice(0, -1)])
  if (words.includes('dan')) out.push(words.filter((word) => word !== 'dan'))
  if (words.includes('bagian')) out.push(words.filter((word) => word !== 'bagian'))
  return out
}

function sure(words: readonly string[]): Spelling {
  return { words, loose: false }
}

function loose(words: readonly string[]): Spelling {
  return { words, loose: true }
}
