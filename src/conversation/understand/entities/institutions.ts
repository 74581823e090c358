import type { InstitutionId } from '../../../core/ids.ts'
import { wordsOf } from '../../../core/words.ts'
import type { Institution } from '../../../knowledge/agreement.ts'
import { distinct, namedWords } from './named-words.ts'

/** Finds the bodies a normalised text names. Never the ministry itself: every agreement is with it. */
export function buildInstitutionFinder(
  institutions: readonly Institution[],
): (text: string) => readonly InstitutionId[] {
  const names = institutions
    .filter((institution) => !isTheMinistry(institution))
    .flatMap(({ id, name, aliases }) => [withoutShort(name), ...aliases].map((alias) => [alias, id] as const))
  const index = namedWords(names, { misspelt: names, slips: (length) => (length < 7 ? 0 : 1) })
  return (text) => {
    const found = index.find(wordsOf(text))
    return found.length === 0 ? [] : distinct(found.map(({ value }) => value))
  }
}

/** Its names of yesterday and today. */
const MINISTRY = ['kp2mi', 'bp2mi', 'kemenp2mi']

function isTheMinistry({ id, aliases }: Institution): boolean {
  return MINISTRY.includes(id) || MINISTRY.some((name) => aliases.includes(name))
}

/** `Badan Pusat Statistik (BPS)` is said without the brackets. */
function withoutShort(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '')
}
