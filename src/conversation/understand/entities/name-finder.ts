import type { CountryCode, InstitutionId } from '../../../core/ids.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'

/** Names a message mentions. */
export interface NamesFound {
  readonly countries: readonly CountryCode[]
  readonly institutions: readonly InstitutionId[]
  readonly people: readonly string[]
}

const LONGEST = 5
/** Party to every agreement: naming it tells none apart. */
const CENTRAL: ReadonlySet<string> = new Set(['kemenp2mi', 'bp2mi'])

/** Finds the countries, institutions and officials of a snapshot by their names and nicknames, whole words only. */
export function nameFinder(knowledge: Knowledge): (normalised: string) => NamesFound {
  const countries = new Map<string, CountryCode>()
  for (const { code, aliases } of knowledge.destinations.values()) {
    if (code !== 'ID') for (const alias of aliases) countries.set(alias, code)
  }
  const institutions = new Map<string, InstitutionId>()
  for (const { id, aliases } of knowledge.institutions.values()) {
    if (!CENTRAL.has(id)) for (const alias of aliases) institutions.set(alias, id)
  }
  const people = new Map(knowledge.agreements.people.map((name) => [name, name]))
  return (normalised) => {
    const words = normalised.split(' ')
    return {
      countries: among(words, countries),
      institutions: among(words, institutions),
      people: among(words, people),
    }
  }
}

function among<T>(words: readonly string[], names: ReadonlyMap<string, T>): readonly T[] {
  const found = new Set<T>()
  for (let at = 0; at < words.length; ) {
    let step = 1
    for (let size = Math.min(LONGEST, words.length - at); size > 0; size--) {
      const name = names.get(words.slice(at, at + size).join(' '))
      if (name === undefined) continue
      found.add(name)
      step = size
      break
    }
    at += step
  }
  return [...found]
}
