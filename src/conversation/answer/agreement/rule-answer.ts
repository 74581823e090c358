import type { Fact } from '../../../knowledge/fact.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { stem } from '../../understand/lexicon/stem.ts'
import { type Draft, draft, MORE, topicChoice } from '../draft.ts'
import { wordFacts } from '../fact-answer.ts'
import type { Question } from '../question.ts'
import { fillRoom, type Scored } from '../select-facts.ts'

/** Rules about agreements are filed under any of these. */
const FILED = ['agreement.content', 'agreement.parties', 'agreement.status', 'agreement.dates'] as const
/** Asks how agreements work, not what stands in one. */
const OF_THE_RULES =
  /\b(boleh|bolehkah|harus|wajib|perlu|beda\w*|perbedaan\w*|apa itu|apa sih|artinya|arti|maksudnya|kepanjangan|singkatan|mengikat|hukum\w*|aturan\w*|diatur|dasar|syarat\w*|prosedur\w*|tahapan|alur|mekanisme|berwenang|berhak|kewenangan|cara|kalau|bila|jika|ganti|pasal|permendagri|pp|uu|dprd|tkksd|ksdd|ksdpk|sinergi|turunan|sengketa|dilanggar|difference|binding|legal|who may|allowed|procedure|meaning|beda\w*|bedane|tegese|hartina|kedah)\b/
/** Whoever says "ours" asks for a record, and only has to say whose. */
const OURS = /\b(kita|kami|daerahku|kabupatenku|kotaku|daerah saya|kabupaten saya|kota saya|our|ours|my)\b/
/** "Itu" and "-nya" mean the one that was spoken of. */
const INSTRUMENT =
  /\b(mou|pks|nota|perjanjian|kesepakatan|kesepahaman|kerja sama)\b(?! (itu|ini|tersebut|tadi|nya)\b)/
/** A fact fits when so much of the question, by weight, stands in it; what is told beside it fits nearly as well. */
const FITS = 0.45
const NEARLY = 0.8
/** "Siapa menteri P2MI sekarang": no rule is asked for, but a stored fact holds nearly every word of it. */
const FITS_ALONE = 0.75
const IDLE = 8
/** "KP2MI itu apa": asked as the fact is filed. */
const IN_SO_MANY_WORDS = 0.3

/** Say nothing about which rule is meant. */
const IDLE_WORDS: ReadonlySet<string> = new Set(
  `apa apakah gimana bagaimana yang itu ini nya dari dengan dan di ke ga gak tidak sih ya kalau bila jika isi sama untuk
  the is of a to what how if and`.split(/\s+/),
)

interface Rules {
  readonly facts: readonly {
    readonly fact: Fact
    readonly words: ReadonlySet<string>
    /** Of its terms those of several words. */
    readonly phrases: readonly string[]
  }[]
  readonly weight: (word: string) => number
}

const READ = new WeakMap<Knowledge, Rules>()

/**
 * A question about agreements as such, no place or body named: "PKS turunan MoU boleh diteken siapa", "beda MoU dan PKS".
 * Answered from the stored rules when one fits; undefined: it must be asked whose agreement is meant.
 */
export function answerRule(question: Question): Draft | undefined {
  const { text, knowledge, room, locale } = question
  const general = mayAskRule(text)
  if (!general && (INSTRUMENT.test(text) || OURS.test(text))) return undefined
  const scored = rank(text, knowledge)
  const best = scored[0]
  if (best === undefined || best.score < (general ? FITS : FITS_ALONE)) return undefined
  const close = scored.filter(({ score }) => score >= best.score * NEARLY)
  const facts = fillRoom(close, question.short ? 1 : room, locale, new Set(), false)
  const { parts, citations } = wordFacts(facts)
  return draft({
    parts,
    citations,
    choices: [...(close.length > facts.length ? [MORE] : []), topicChoice('agreement.where')],
    told: facts.map(({ id }) => id),
  })
}

/** Whether agreements as such are asked about, whatever place was spoken of before: "PKS turunan MoU boleh diteken siapa". */
export function asksRule(text: string, knowledge: Knowledge): boolean {
  return INSTRUMENT.test(text) && mayAskRule(text) && (rank(text, knowledge)[0]?.score ?? 0) >= FITS
}

function mayAskRule(text: string): boolean {
  return OF_THE_RULES.test(text) && !OURS.test(text)
}

/** The rules by how much of the question they hold, from 0 to 1, and more when they are asked for in so many words. */
function rank(text: string, knowledge: Knowledge): readonly Scored[] {
  const { facts, weight } = rulesOf(knowledge)
  const asked = [...wordsOf(text)]
  const whole = asked.reduce((sum, word) => sum + weight(word), 0)
  if (whole === 0) return []
  return facts
    .map(({ fact, words, phrases }) => ({
      fact,
      score:
        asked.reduce((sum, word) => sum + (words.has(word) ? weight(word) : 0), 0) / whole +
        (phrases.some((phrase) => text.includes(phrase)) ? IN_SO_MANY_WORDS : 0),
      specific: true,
    }))
    .sort((a, b) => b.score - a.score)
}

function rulesOf(knowledge: Knowledge): Rules {
  const known = READ.get(knowledge)
  if (known !== undefined) return known
  const unique = new Set(FILED.flatMap((topic) => knowledge.facts.ofTopic(topic)))
  const facts = [...unique].map((fact) => ({
    fact,
    phrases: fact.terms.filter((term) => term.includes(' ')),
    words: wordsOf(
      [...fact.terms, ...Object.values(fact.text)]
        .join(' ')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' '),
    ),
  }))
  const frequency = new Map<string, number>()
  for (const { words } of facts) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  // A word that stands in no rule is as likely idle as telling.
  const weight = (word: string): number => Math.log(1 + facts.length / (1 + (frequency.get(word) ?? IDLE)))
  const rules = { facts, weight }
  READ.set(knowledge, rules)
  return rules
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(' ')
      .filter((word) => word.length > 1 && !IDLE_WORDS.has(word))
      .map(stem),
  )
}
