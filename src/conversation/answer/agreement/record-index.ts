import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { personName } from '../../../knowledge/person-name.ts'
import { itemsOf } from './record-items.ts'
import { isConcept, storedWords } from './record-words.ts'

/** A word that stands in more than this share of the records says nothing about which one is meant … */
const COMMON_SHARE = 0.117
/** … nor does one in more than so many, and the index stays small however many records there are; in fewer it may. */
const MOST_HAVING = 60
const FEWEST_HAVING = 24
/** A rule that uses the word makes it half as common as a record does. */
const IN_A_RULE = 0.5
/** Which records have a word. Where too many have it, none is kept: the index stays small however many records there are. */
export interface RecordIndex {
  readonly having: ReadonlyMap<string, readonly Agreement[]>
  readonly weight: (word: string) => number
  /** Words of the names of signatories and officials. */
  readonly names: ReadonlySet<string>
  /** The records that tell something in the same words, by those words. */
  readonly telling: ReadonlyMap<string, readonly Agreement[]>
}

const READ = new WeakMap<Knowledge, RecordIndex>()

/** Read once per snapshot: a question then looks up its own words, however many records there are. */
export function recordIndexOf(knowledge: Knowledge): RecordIndex {
  const known = READ.get(knowledge)
  if (known !== undefined) return known
  const having = new Map<string, Agreement[]>()
  /** In which sentences: what nine records tell in the same words is as rare as if one told it. */
  const sentences = new Map<string, Set<string>>()
  const telling = new Map<string, Agreement[]>()
  const names = new Set<string>()
  const most = mostHaving(knowledge.agreements.all.length)
  for (const agreement of knowledge.agreements.all) {
    const words = new Set<string>()
    for (const { words: own, text, person, aside } of itemsOf(agreement, knowledge)) {
      if (aside) continue
      if (person !== undefined) for (const name of storedWords(personName(person)).keys()) names.add(name)
      push(telling, text, agreement, most)
      for (const word of own.keys()) {
        if (isConcept(word)) continue
        words.add(word)
        const known = sentences.get(word)
        if (known === undefined) sentences.set(word, new Set([text]))
        else if (known.size <= most) known.add(text)
      }
    }
    const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
    for (const word of storedWords(region?.name ?? '').keys()) words.add(word)
    for (const word of words) if (!isConcept(word)) push(having, word, agreement, most)
  }
  const rules = rulesHaving(knowledge)
  const weight = (word: string): number => {
    const records = having.get(word)?.length ?? 0
    if (records > most) return 0
    const rare = Math.min(records, sentences.get(word)?.size ?? records)
    const common = names.has(word) ? 0 : IN_A_RULE * (rules.get(word) ?? 0)
    return Math.max(0, Math.log((most + 1) / Math.max(1, rare + common)))
  }
  const index = { having, weight, names, telling }
  READ.set(knowledge, index)
  return index
}

function mostHaving(records: number): number {
  return Math.min(MOST_HAVING, Math.max(FEWEST_HAVING, Math.round(records * COMMON_SHARE)))
}

/** One more than is listened to is kept, so that too many can be told from just enough. */
function push(lists: Map<string, Agreement[]>, key: string, agreement: Agreement, most: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [agreement])
  else if (list.length <= most) list.push(agreement)
}

/** How many stored rules use a word: "siswa" and "bencana" are everyday words, though one record alone has them. */
function rulesHaving(knowledge: Knowledge): ReadonlyMap<string, number> {
  const rules = new Map<string, number>()
  for (const { text, terms } of knowledge.facts.all)
    for (const word of storedWords(`${text.id} ${terms.join(' ')}`).keys())
      rules.set(word, (rules.get(word) ?? 0) + 1)
  return rules
}
