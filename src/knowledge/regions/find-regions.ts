import type { Region, RegionMention } from '../region.ts'
import { consonantsOf, letterMask } from './edit-distance.ts'
import {
  cutWords,
  type Match,
  namesAt,
  ofProvinceOrRegency,
  placeOf,
  similarDistrictsAt,
  type Words,
} from './find-names.ts'
import type { PlaceName, PlaceNames } from './place-names.ts'
import { isSomethingElse, KIND_ROLES, ROLE, ROLE_OF_KIND } from './place-words.ts'
import { bareName } from './region-names.ts'

/** What the finder needs to know about where places lie. */
export interface Inside {
  /** Whether the place lies in the other one (not: is the same). */
  isInside(region: Region, other: Region): boolean
}

const MOST_CANDIDATES = 6
/** A district name shorter than this is a place only after "kecamatan". */
const SHORTEST_BARE_DISTRICT = 5
const MISSPELT_DISTRICTS_READ = 3

/** A name read at its place in the text, before the rest of the text has its say. */
interface Found {
  readonly from: number
  readonly to: number
  readonly candidates: readonly Region[]
  /** Places of the same name and another kind than the one said. */
  readonly otherwise?: readonly Region[]
  /** Candidates that only count where another place in the text tells which, or where nothing else is said. */
  readonly waits: boolean
  /** Said with "desa": most villages have their name from somewhere else. */
  readonly village: boolean
  /** Everyday words: another place of the text must contain it. */
  readonly everyday: boolean
  /** "Bukan cirebon": counts only when it is all there is. */
  readonly denied: boolean
}

interface Reader {
  readonly text: Words
  readonly names: PlaceNames
  readonly place: Inside
}

/** Every place named in a normalised text. */
export function findRegions(text: string, names: PlaceNames, place: Inside): readonly RegionMention[] {
  const cut = cutWords(text, names)
  const reader: Reader = { text: cut, names, place }
  const found: Found[] = []
  let misspelt = MISSPELT_DISTRICTS_READ
  let at = 0
  while (at < cut.words.length) {
    let one = foundAt(at, reader)
    if (one === undefined && misspelt > 0 && (roleAt(at - 1, cut) & (KIND_ROLES | ROLE.between)) !== 0) {
      const kind = kindBefore(at, cut)
      if (kind !== 0) misspelt -= 1
      if (kind !== 0) one = afterKind(at, kind, reader)
    }
    if (one !== undefined) found.push(one)
    at = one?.to ?? at + 1
  }
  return found.length === 0 ? [] : settle(found, reader)
}

function foundAt(at: number, reader: Reader): Found | undefined {
  const { text, names } = reader
  const matches = namesAt(at, text, names)
  const [longest] = matches
  if (longest === undefined) return undefined
  const kind = kindBefore(at, text)
  // "kota kudus" is the city or regency Kudus, though a district is called "Kota Kudus".
  if ((roleAt(at, text) & KIND_ROLES) !== 0 && (kind & ROLE.district) === 0) {
    const reach = longest.end + (ofProvinceOrRegency(longest.name) ? 1 : 0)
    if (namesAt(at + 1, text, names).some(({ name, end }) => end >= reach && ofProvinceOrRegency(name)))
      return undefined
  }
  let waiting: Found | undefined
  const byDistrict = (kind & ROLE.district) !== 0 && matches.some(({ name }) => name.districts.length > 0)
  for (const match of matches) {
    if (byDistrict && match.name.districts.length === 0) continue
    const same = match.slips === 0 ? NONE_ELSE : equals(match, matches)
    const one = judge(at, match, same, kind, reader)
    if (one === undefined) continue
    if (!one.waits) return one
    waiting ??= one
  }
  return waiting
}

const NONE_ELSE: readonly Match[] = []

/** The other names a misspelt word may as well have meant. */
function equals(match: Match, matches: readonly Match[]): readonly Match[] {
  return matches.filter(
    ({ end, slips, name }) => end === match.end && slips === match.slips && name !== match.name,
  )
}

function judge(
  at: number,
  match: Match,
  same: readonly Match[],
  said: number,
  reader: Reader,
): Found | undefined {
  const { text, names, place } = reader
  const { name } = match
  const roleBefore = roleAt(at - 1, text)
  const kind = (match.glued & KIND_ROLES) | (match.glued === 0 ? said : 0)
  if (kind === 0) {
    if (needsKecamatan(name) && !name.text.includes(' ')) return undefined
    if ((roleBefore & (ROLE.namesake | ROLE.product)) !== 0) return undefined
    if (isSomethingElse(name.text, text.words[at - 1] ?? '', text.words[match.end] ?? '')) return undefined
  }
  const after = kind === 0 ? kindAfter(match.end, name, reader) : 0
  if (((kind | after) & ROLE.district) !== 0 && name.districts.length > 0)
    return found(at, match, name.districts, false, text)
  const regencies = same.length === 0 ? name.regencies : united(match, same)
  if (ofProvinceOrRegency(name)) {
    if ((roleBefore & ROLE.village) !== 0) return undefined
    const placed =
      kind !== 0 ||
      after !== 0 ||
      name.caution === 'none' ||
      (name.caution === 'place_word' && ((roleBefore | match.glued) & ROLE.place) !== 0) ||
      isAlone(at, match.end, text)
    if (!placed && !followedByItsProvince(match, reader)) return undefined
    if (match.slips > 0 && !isLikelySlip(at, match, kind, reader)) return undefined
    const said = kind | after
    const town = said === 0 ? townOf(name, place) : undefined
    const candidates = town === undefined ? ofKind(name, regencies, said, names) : [town]
    const one = found(at, match, candidates, false, text)
    const otherwise = said === 0 ? [] : regencies.filter((region) => !candidates.includes(region))
    return one === undefined || otherwise.length === 0 ? one : { ...one, otherwise }
  }
  if (match.slips > 0) return undefined
  if (kind !== 0) return found(at, match, name.districts, name.districts.length > 1 || name.everyday, text)
  return found(
    at,
    match,
    name.districts,
    name.everyday || (name.districts.length > 1 && (roleBefore & ROLE.village) === 0),
    text,
  )
}

function found(
  at: number,
  match: Match,
  candidates: readonly Region[],
  waits: boolean,
  text: Words,
): Found | undefined {
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return undefined
  const village = (roleAt(at - 1, text) & ROLE.village) !== 0
  const everyday = kindBefore(at, text) === 0 && needsKecamatan(match.name)
  return { from: at, to: match.end, candidates, waits, village, everyday, denied: isDenied(at, text) }
}

/** A district that only counts after "kecamatan". */
function needsKecamatan(name: PlaceName): boolean {
  return !ofProvinceOrRegency(name) && (name.everyday || name.text.length < SHORTEST_BARE_DISTRICT)
}

/** Whether a misspelt word is a misspelt place: most words near a name are just other words. */
function isLikelySlip(at: number, match: Match, kind: number, { text, names, place }: Reader): boolean {
  const { name, slips, end } = match
  if (name.caution !== 'none' || (name.nickname && name.text.length < SHORTEST_MISSPELT_NICKNAME))
    return false
  if (kind !== 0 || (roleAt(at - 1, text) & ROLE.place) !== 0 || isAlone(at, end, text)) return true
  const written = text.words.slice(at, end).join('')
  const meant = name.text.replaceAll(' ', '')
  if (slips === 1 && meant.length >= LONG_NAME) return true
  if (leavesOutVowels(written, meant) || swapsNeighbours(written, meant)) return true
  return followedByItsProvince(match, { text, names, place })
}

const SHORTEST_MISSPELT_NICKNAME = 7
const LONG_NAME = 9

/** "jembr", "smarang": as people shorten when they type. */
function leavesOutVowels(written: string, meant: string): boolean {
  return written.length < meant.length && consonantsOf(written) === consonantsOf(meant)
}

/** "banyuwnagi": the right letters in a hurry. */
function swapsNeighbours(written: string, meant: string): boolean {
  return written.length === meant.length && letterMask(written) === letterMask(meant)
}

/** A regency is also called by its chief town; where a district has the town's name, that is the nearer answer. */
function townOf(name: PlaceName, place: Inside): Region | undefined {
  const [regency, other] = name.regencies
  const [district, another] = name.districts
  if (regency === undefined || other !== undefined || name.provinces.length > 0) return undefined
  if (district === undefined || another !== undefined || name.everyday || name.text === bareName(regency))
    return undefined
  return place.isInside(district, regency) ? district : undefined
}

/** Misspelt words that are as near to several names: all of them, to ask. */
function united(match: Match, same: readonly Match[]): readonly Region[] {
  const regions = new Set(match.name.regencies)
  if (match.slips > 0) for (const { name } of same) for (const region of name.regencies) regions.add(region)
  return [...regions]
}

/** The candidates of the kind that was said; where there is none of it, people mixed up the kinds. */
function ofKind(
  name: PlaceName,
  regencies: readonly Region[],
  kind: number,
  names: PlaceNames,
): readonly Region[] {
  const { provinces } = name
  if ((kind & ROLE.province) !== 0 && provinces.length > 0) return provinces
  const isOfKind = (region: Region): boolean => (ROLE_OF_KIND[region.kind] & kind) !== 0
  const exact = regencies.filter(isOfKind)
  if (exact.length > 0) return exact
  if ((kind & (ROLE.regency | ROLE.city)) !== 0 && regencies.length > 0) {
    // "kab banjar jawa barat": what stands behind the name says which, whatever the kind.
    if (regencies.some((region) => name.text.startsWith(`${bareName(region)} `))) return regencies
    // "kab mlg": the nickname is the city's, the regency has the same name.
    const namesakes = [...new Set(regencies.flatMap((region) => names.namesakes(region).filter(isOfKind)))]
    return namesakes.length > 0 ? namesakes : regencies
  }
  // "Jambi" is the province; "Gorontalo" may be the province, the regency or the city.
  if (provinces.length > 0)
    return regencies.length > 1 && kind === 0 ? [...provinces, ...regencies] : provinces
  return regencies
}

function roleAt(at: number, { known }: Words): number {
  return at < 0 ? 0 : (known[at]?.role ?? 0)
}

/** The kind said before a name: "kab", "wali kota", "kota administrasi". "Kab/kota" says neither. */
function kindBefore(at: number, text: Words): number {
  let index = at - 1
  if ((roleAt(index, text) & ROLE.between) !== 0 && (roleAt(index - 1, text) & KIND_ROLES) !== 0) index -= 1
  const role = roleAt(index, text) & KIND_ROLES
  if (role === 0) return 0
  const other = roleAt(index - 1, text) & KIND_ROLES
  const both = ROLE.regency | ROLE.city
  return (role | other) === both && role !== both ? 0 : role
}

/** The kind said after a name: "sukabumi kota", "malang yang kabupaten", unless it belongs to the next name. */
function kindAfter(end: number, said: PlaceName, { text, names }: Reader): number {
  let at = end
  if (BEFORE_KIND.has(text.words[at] ?? '')) at += 1
  const role = roleAt(at, text) & KIND_ROLES
  // "di balai kecamatan": an everyday word before the kind stays one.
  if (role === 0 || ((role & ROLE.district) !== 0 && said.everyday)) return 0
  const next = namesAt(at + 1, text, names).some(
    ({ name }) => name.regencies.length > 0 || ((role & ROLE.district) !== 0 && name.districts.length > 0),
  )
  return next ? 0 : role
}

const BEFORE_KIND = new Set(['yang', 'yg', 'bagian', 'sing', 'nu'])

/** "Bukan cirebon", "selain kabupaten malang". */
function isDenied(at: number, text: Words): boolean {
  let index = at - 1
  while (index >= 0 && (roleAt(index, text) & (KIND_ROLES | ROLE.between)) !== 0) index -= 1
  if (BEFORE_KIND.has(text.words[index] ?? '')) index -= 1
  return (roleAt(index, text) & ROLE.not) !== 0
}

/** Nothing else is said but the name and words such as "kalau", "saya di", "yang". */
function isAlone(from: number, to: number, text: Words): boolean {
  if (text.words.length > 8) return false
  for (let i = 0; i < text.words.length; i += 1) {
    if ((i < from || i >= to) && (roleAt(i, text) & ROLE.filler) === 0) return false
  }
  return true
}

function followedByItsProvince(match: Match, { text, names, place }: Reader): boolean {
  let at = match.end
  if ((roleAt(at, text) & KIND_ROLES) !== 0) at += 1
  return namesAt(at, text, names).some(({ name, slips }) =>
    [...name.provinces, ...name.regencies].some(
      (other) => slips === 0 && match.name.regencies.some((region) => place.isInside(region, other)),
    ),
  )
}

/** After a kind, a name may be misspelt ("kec ledokmbo") or cut short ("kota prob"). */
function afterKind(at: number, kind: number, { text, names }: Reader): Found | undefined {
  const word = text.words[at]
  if (word === undefined) return undefined
  const one = { from: at, waits: false, village: false, everyday: false, denied: isDenied(at, text) }
  if ((kind & ROLE.district) !== 0) {
    const [match] = similarDistrictsAt(at, text, names)
    if (match === undefined || match.name.districts.length > MOST_CANDIDATES) return undefined
    return { ...one, to: match.end, candidates: match.name.districts }
  }
  if (text.known[at]?.half === false || word.length < SHORTEST_CUT) return undefined
  const name = names.beginningWith(word, (kind & ROLE.city) !== 0 ? 'city' : 'regency')
  if (name === undefined || (kind & ROLE.province) !== 0) return undefined
  return { ...one, to: at + 1, candidates: ofKind(name, name.regencies, kind, names) }
}

const SHORTEST_CUT = 4

/** Lets the places of one text say which of several is meant, and leaves each place in once. */
function settle(all: readonly Found[], { text, place }: Reader): readonly RegionMention[] {
  const meant = all.filter(({ denied }) => !denied)
  let found = meant.length > 0 ? meant : all
  // Twice: "sukaraja bogor" first tells which Sukaraja, and that tells which Bogor.
  if (found.length > 1) found = narrowed(narrowed(found, place), place)
  const mentions: RegionMention[] = []
  const told = new Set<string>()
  const sure = sureOf(found)
  for (const one of found) {
    const { candidates } = one
    const [region] = candidates
    if (region === undefined || !counts(one, sure, text)) continue
    const key = candidates.map(({ code }) => code).join(' ')
    if (told.has(key)) continue
    told.add(key)
    const { start, end } = placeOf(one.from, one.to, text)
    if (candidates.length === 1) mentions.push({ kind: 'one', region, start, end })
    else {
      const sorted = [...candidates].sort((a, b) => (a.code < b.code ? -1 : 1))
      mentions.push({ kind: 'several', candidates: sorted, said: text.text.slice(start, end), start, end })
    }
  }
  return mentions
}

function sureOf(found: readonly Found[]): readonly Region[] {
  const sure = found.flatMap(({ candidates, waits }) => (candidates.length === 1 && !waits ? candidates : []))
  return [...new Set(sure)]
}

/** Lets every name that may be several places look at the other names of the text. */
function narrowed(found: readonly Found[], place: Inside): readonly Found[] {
  const sure = sureOf(found)
  const possible = [...new Set(found.flatMap(({ candidates, waits }) => (waits ? [] : candidates)))]
  return found.map((one) => {
    if (one.candidates.length === 1 && !one.waits) return otherKind(one, sure, place)
    const others = possible.filter((region) => !one.candidates.includes(region))
    const only =
      theOnly(one.candidates, (region) => sure.some((other) => place.isInside(region, other))) ??
      theOnly(one.candidates, (region) => sure.some((other) => place.isInside(other, region))) ??
      theOnly(one.candidates, (region) => others.some((other) => place.isInside(region, other)))
    return only === undefined ? one : { ...one, candidates: [only], waits: false }
  })
}

/**
 * "Kabupaten Banjar" beside "Jawa Barat" is the city Banjar: kinds are mixed up, by newspapers, too; provinces rarely are.
 * Only where a province is named that the place as said does not lie in, and its namesake does.
 */
function otherKind(one: Found, sure: readonly Region[], place: Inside): Found {
  const [region] = one.candidates
  if (one.otherwise === undefined || region === undefined) return one
  const provinces = sure.filter(({ kind }) => kind === 'province')
  if (provinces.some((province) => place.isInside(region, province))) return one
  const other = theOnly(one.otherwise, (namesake) =>
    provinces.some((province) => place.isInside(namesake, province)),
  )
  return other === undefined ? one : { ...one, candidates: [other] }
}

function theOnly(regions: readonly Region[], fits: (region: Region) => boolean): Region | undefined {
  const fitting = regions.filter(fits)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Whether a name still counts after all have been looked at. */
function counts(one: Found, sure: readonly Region[], text: Words): boolean {
  if (one.candidates.length === 1 && !one.waits) return true
  // Said exactly elsewhere in the text: "malang, maksudnya kabupaten malang".
  if (one.candidates.some((region) => sure.includes(region))) return false
  if (one.village && sure.length > 0) return false
  return !one.waits || (!one.everyday && isAlone(one.from, one.to, text))
}
