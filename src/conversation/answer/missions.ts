import type { CountryCode } from '../../core/ids.ts'
import { wordsOf } from '../../core/words.ts'
import type { Contact } from '../../knowledge/contact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { editsBetween } from '../../knowledge/regions/edit-distance.ts'
import { reachable } from './contacts.ts'

/** A city counts more than the state around it, which other missions may share. */
const CITY = 2
const AROUND = 1
const SHORTEST_PLACE = 4
/** "Serawak", "Jedah": a longer name may carry one slip. */
const SHORTEST_MISSPELT = 5
/** Words of addresses and names of places that stand in other texts, too. */
const EVERYDAY = new Set(
  'kota jalan road street avenue district diplomatic quarter area city town plaza building tower floor block north south east west central timur barat utara selatan pusat state province near lorong section'.split(
    ' ',
  ),
)
/** What people call a city for short. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  jb: 'johor',
  kk: 'kinabalu',
  kl: 'lumpur',
  pinang: 'penang',
}

const PLACES = new WeakMap<Contact, ReadonlyMap<string, number>>()

/**
 * Missions in a country. First those of the town or state that a text names ("di Tawau", "Sabah"): between the embassy and a
 * worker there may be a sea. Then those with a number, and the embassy, which serves all of it, before the consulates.
 */
export function missionsIn(knowledge: Knowledge, country: CountryCode, text: string): readonly Contact[] {
  const words = wordsOf(text).map((word) => SHORT_NAMES[word] ?? word)
  const near = new Map(
    knowledge.contacts.missions(country).map((mission) => [mission, nearness(mission, words)] as const),
  )
  return [...near.keys()].sort(
    (a, b) =>
      (near.get(b) ?? 0) - (near.get(a) ?? 0) ||
      Number(reachable(b)) - Number(reachable(a)) ||
      Number(isEmbassy(b)) - Number(isEmbassy(a)),
  )
}

function nearness(mission: Contact, words: readonly string[]): number {
  let most = 0
  for (const [place, points] of placesOf(mission))
    if (points > most && words.some((word) => isNamed(word, place))) most = points
  return most
}

function isNamed(word: string, place: string): boolean {
  if (word === place) return true
  return (
    word.length >= SHORTEST_MISSPELT &&
    word.charCodeAt(0) === place.charCodeAt(0) &&
    editsBetween(word, place, 1) <= 1
  )
}

/** The city, and what ends the address: the state. */
function placesOf(mission: Contact): ReadonlyMap<string, number> {
  const known = PLACES.get(mission)
  if (known !== undefined) return known
  const places = new Map<string, number>()
  const around = (mission.address ?? '').split(',').slice(-1).join(' ')
  for (const [text, points] of [
    [around, AROUND],
    [mission.city ?? '', CITY],
  ] as const)
    for (const word of wordsOf(text))
      if (word.length >= SHORTEST_PLACE && !/\d/.test(word) && !EVERYDAY.has(word)) places.set(word, points)
  PLACES.set(mission, places)
  return places
}

function isEmbassy(contact: Contact): boolean {
  return /^(KBRI|KDEI)/.test(contact.name.id)
}
