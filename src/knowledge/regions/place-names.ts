import type { Region } from '../region.ts'
import { consonantsOf, withoutRepeats } from './edit-distance.ts'
import { COMMON_WORDS, EVERYDAY_WORDS } from './everyday-words.ts'
import { EVERYDAY_PAIRS, NEEDS_KIND, NEEDS_PLACE_WORD, PLACE_WORDS, WORD_FORMS } from './place-words.ts'
import { bareName, plainText, type Spelling, spellingsOf } from './region-names.ts'
import { type SimilarWords, similarWords } from './similar-words.ts'

/** How much the words around must say before a name counts as a place. */
export type Caution = 'none' | 'place_word' | 'kind'

/** What one sequence of words can name. */
export interface PlaceName {
  readonly text: string
  provinces: Region[]
  /** Regencies and cities. */
  regencies: Region[]
  districts: Region[]
  caution: Caution
  /** No region is really called so. */
  nickname: boolean
  /** For its districts; everyday words and short names count only after "kecamatan". */
  readonly everyday: boolean
}

/** A step in the tree of names, one word each. */
export interface NameNode {
  readonly next: Map<string, NameNode>
  name: PlaceName | null
}

/** What is known about one word of a text. */
export interface Word {
  /** Names that start with this word. */
  node: NameNode | null
  /** Names that start with a longer form of it ("jkt" → "jakarta"). */
  forms: { readonly node: NameNode; readonly alone: boolean }[] | null
  role: number
  /** Known, so never taken for a misspelt name. */
  readonly everyday: boolean
  /** Only the first half of a name cut in two: to be read as an unknown word where the other half does not follow. */
  half: boolean
}

export interface PlaceNames {
  word(text: string): Word | undefined
  /** Longer forms of a word inside a name ("tmr" → "timur"). */
  longForms(word: string): readonly string[]
  /** First words of provinces and regencies a misspelt word may have meant. */
  similar: SimilarWords<NameNode>
  /** Names in one word by their letters without repeats. */
  byLetters(word: string): NameNode | undefined
  /** Names in one word by their consonants; undefined when an everyday word has the same. */
  byConsonants(consonants: string): NameNode | undefined
  /** Regencies and cities with the same bare name, this one among them. */
  namesakes(region: Region): readonly Region[]
  /** The one name of this kind that begins so, for names cut short: "kota prob". */
  beginningWith(start: string, kind: Region['kind']): PlaceName | undefined
  /** First words of districts, for misspelt names after "kecamatan". */
  similarDistricts(): SimilarWords<NameNode>
}

const SHORTEST_ALIAS_TO_MISSPELL = 8

export function buildPlaceNames(regions: readonly Region[]): PlaceNames {
  const root: NameNode = { next: new Map(), name: null }
  const loose: [Region, Spelling][] = []
  const misspellable = new Map<string, NameNode>()
  const districtWords = new Map<string, NameNode>()
  const namesakes = new Map<string, Region[]>()

  for (const region of regions) {
    const bare = bareName(region)
    for (const spelling of spellingsOf(region, bare)) {
      if (spelling.loose) loose.push([region, spelling])
      else plant(root, spelling.words, region)
    }
    for (const alias of region.aliases) {
      const words = plainText(alias)
      if (words !== '') plant(root, words.split(' '), region, true)
    }
    if (region.kind === 'regency' || region.kind === 'city')
      namesakes.set(bare, [...(namesakes.get(bare) ?? []), region])
  }
  // A loose spelling never takes words that already name something, and is dropped where two regions would share it.
  const wanted = new Map<string, Set<Region>>()
  const halves = new Set<string>()
  for (const [region, { words, cut }] of loose) {
    const [first = ''] = words
    if (cut === true && !root.next.has(first)) halves.add(first)
    const key = words.join(' ')
    const regionsOfKey = wanted.get(key) ?? new Set()
    wanted.set(key, regionsOfKey.add(region))
  }
  for (const [key, claimants] of wanted) {
    const words = key.split(' ')
    if (EVERYDAY_WORDS.has(key) || named(root, words) !== undefined || !unlikeAll(claimants)) continue
    for (const region of claimants) plant(root, words, region)
  }

  const words = new Map<string, Word>()
  const wordOf = (text: string): Word => {
    let word = words.get(text)
    if (word === undefined) {
      word = { node: null, forms: null, role: 0, everyday: EVERYDAY_WORDS.has(text), half: false }
      words.set(text, word)
    }
    return word
  }
  for (const text of EVERYDAY_WORDS) wordOf(text)
  for (const [text, role] of PLACE_WORDS) wordOf(text).role = role
  const short = new Set<string>()
  for (const [text, node] of root.next) {
    const word = wordOf(text)
    word.node = node
    word.half = halves.has(text) && !word.everyday && word.role === 0
    if (text.length < SHORTEST_ALIAS_TO_MISSPELL && node.next.size === 0) short.add(text)
  }
  const longForms = new Map<string, string[]>()
  for (const [long, shorts] of WORD_FORMS) {
    for (const form of shorts.split(' ')) {
      longForms.set(form, [...(longForms.get(form) ?? []), long])
      const node = root.next.get(long)
      if (node === undefined) continue
      const word = wordOf(form)
      word.forms = [...(word.forms ?? []), { node, alone: form.length > 4 }]
    }
  }

  const everydayConsonants = new Set<string>()
  for (const text of EVERYDAY_WORDS) everydayConsonants.add(consonantsOf(text))
  const letters = new Map<string, NameNode>()
  const consonants = new Map<string, NameNode | null>()
  for (const region of regions) {
    const own = bareName(region).split(' ')
    const [first = ''] = own
    const node = root.next.get(first)
    if (node === undefined) continue
    if (region.kind === 'district') {
      if (!districtWords.has(first)) districtWords.set(first, node)
      const joined = own.join('')
      const joinedNode = root.next.get(joined)
      if (joinedNode !== undefined) districtWords.set(joined, joinedNode)
      continue
    }
    misspellable.set(first, node)
    const joined = own.join('')
    const joinedNode = root.next.get(joined)
    if (joinedNode !== undefined) {
      misspellable.set(joined, joinedNode)
      letters.set(withoutRepeats(joined), joinedNode)
    }
    if (own.length === 1 && first.length >= 5) {
      const skeleton = consonantsOf(first)
      const other = consonants.get(skeleton)
      if (skeleton.length >= 4 && !everydayConsonants.has(skeleton))
        consonants.set(skeleton, other === undefined || other === node ? node : null)
    }
    for (const alias of region.aliases) {
      const [word = '', more] = plainText(alias).split(' ')
      const aliasNode = root.next.get(word)
      if (aliasNode !== undefined && (word.length >= SHORTEST_ALIAS_TO_MISSPELL || more !== undefined))
        misspellable.set(word, aliasNode)
    }
  }
  for (const text of [...NEEDS_PLACE_WORD, ...NEEDS_KIND]) {
    const found = named(root, text.split(' '))
    if (found !== undefined) found.caution = NEEDS_KIND.has(text) ? 'kind' : 'place_word'
  }

  const similar = similarWords([...misspellable].filter(([word]) => !EVERYDAY_WORDS.has(word)))
  const byInitial = new Map<string, string[]>()
  for (const name of namesakes.keys()) {
    const initial = name.charAt(0)
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), name])
  }
  let districts: SimilarWords<NameNode> | undefined
  return {
    word: (text) => words.get(text),
    longForms: (word) => longForms.get(word) ?? [],
    similar,
    byLetters: (word) => letters.get(word),
    byConsonants: (skeleton) => consonants.get(skeleton) ?? undefined,
    namesakes: (region) => namesakes.get(bareName(region)) ?? [],
    beginningWith: (start, kind) => {
      const found = (byInitial.get(start.charAt(0)) ?? []).filter(
        (name) => name.startsWith(start) && namesakes.get(name)?.some((region) => region.kind === kind),
      )
      return found.length === 1 && found[0] !== undefined ? named(root, found[0].split(' ')) : undefined
    },
    similarDistricts: () => {
      districts ??= similarWords(districtWords)
      return districts
    },
  }
}

function plant(root: NameNode, words: readonly string[], region: Region, nickname = false): void {
  let node = root
  for (const word of words) {
    let child = node.next.get(word)
    if (child === undefined) {
      child = { next: new Map(), name: null }
      node.next.set(word, child)
    }
    node = child
  }
  node.name ??= {
    text: words.join(' '),
    provinces: [],
    regencies: [],
    districts: [],
    caution: 'none',
    nickname: true,
    everyday: isEveryday(words),
  }
  if (!nickname) node.name.nickname = false
  const list =
    region.kind === 'province'
      ? node.name.provinces
      : region.kind === 'district'
        ? node.name.districts
        : node.name.regencies
  if (!list.includes(region)) list.push(region)
}

function isEveryday(words: readonly string[]): boolean {
  const [first = ''] = words
  if (words.length === 1) return EVERYDAY_WORDS.has(first)
  return (
    words.every((word) => COMMON_WORDS.has(word) || PLACE_WORDS.has(word)) ||
    EVERYDAY_PAIRS.has(words.join(' '))
  )
}

function named(root: NameNode, words: readonly string[]): PlaceName | undefined {
  let node: NameNode | undefined = root
  for (const word of words) node = node?.next.get(word)
  return node?.name ?? undefined
}

/** Regions that one spelling may stand for together: the city and the regency of one name, not two that only happen to shorten alike. */
function unlikeAll(regions: ReadonlySet<Region>): boolean {
  const [first] = regions
  if (first === undefined || regions.size === 1) return first !== undefined
  return new Set([...regions].map((region) => bareName(region))).size === 1
}
