import { conceptNumber, CONCEPTS as WORDS_OF_CONCEPTS } from './matching/lexicon.ts'
import { endOf, type Scan, type Span, startOf } from './matching/scan.ts'
import type { Concept } from './words/index.ts'

/** What stands around a word of danger where nobody is in danger: each is evidence as it is. */
export const AROUND = [
  'caredFor',
  'ahead',
  'whatIf',
  'feared',
  'invented',
  'made',
  'notOurs',
  'allFine',
  'laughs',
  'holiday',
  'proper',
] as const

/** What a sentence is like apart from the signs in it. */
export const MARKS = [
  'calm',
  'ruleQuestion',
  'leisure',
  'figure',
  'past',
  'death',
  'concrete',
  'now',
  'help',
  'hearsay',
  'offered',
  'legal',
  'licence',
  'vacancy',
  'contact',
  'asks',
  'suppose',
  'general',
  'beforehand',
  'domestic',
  'safe',
  'future',
  'prevents',
  'well',
  'rumour',
  'untrue',
  'role',
  'told',
  ...AROUND,
  'declined',
  'pilgrim',
  'works',
] as const
export type Mark = (typeof MARKS)[number]

const CONCEPTS: Readonly<Record<Mark, readonly number[]>> = {
  calm: numbers('LAW', 'FIGURES', 'MEANING', 'STUDY', 'OFFICE', 'PAST_CASE'),
  ruleQuestion: numbers('RULE_QUESTION'),
  leisure: numbers('LEISURE'),
  figure: numbers('FIGURE'),
  past: numbers('PAST'),
  death: numbers('DEATH'),
  concrete: numbers('ME', 'KIN'),
  now: numbers('NOW', 'ALWAYS'),
  help: numbers('HELP', 'RESCUE', 'HURRY', 'AFRAID'),
  hearsay: numbers('SAYS'),
  offered: numbers('OFFERED', 'VACANCY', 'RECRUITER'),
  legal: numbers('LEGAL'),
  licence: numbers('LICENCE'),
  vacancy: numbers('VACANCY', 'SALARY'),
  contact: numbers('SOCIAL'),
  asks: numbers('ASKS', 'RULE_QUESTION'),
  suppose: numbers('SUPPOSE'),
  general: numbers('GENERAL'),
  beforehand: numbers('BEFOREHAND'),
  domestic: numbers('DOMESTIC'),
  safe: numbers('SAFE'),
  future: numbers('FUTURE'),
  prevents: [],
  well: numbers('WELL'),
  rumour: numbers('RUMOUR'),
  untrue: numbers('UNTRUE'),
  role: [],
  told: [],
  caredFor: numbers('CARED_FOR'),
  ahead: numbers('NOT_YET'),
  whatIf: numbers('WHAT_IF'),
  feared: numbers('FEARED'),
  invented: numbers('INVENTED'),
  made: numbers('MADE'),
  notOurs: numbers('NOT_OURS'),
  allFine: numbers('ALL_FINE'),
  laughs: numbers('LAUGHS'),
  holiday: numbers('HOLIDAY'),
  proper: numbers('PROPER'),
  declined: numbers('DECLINED'),
  pilgrim: numbers('UMRAH'),
  works: numbers('WORK', 'WORKERS', 'EMPLOYER', 'SALARY', 'VACANCY', 'UMRAH_WORK', 'OFFERED', 'RECRUITER'),
}
const CALM = MARKS.indexOf('calm')
const ASKS = MARKS.indexOf('asks')
const ROLE_MARK = MARKS.indexOf('role')
const TOLD = MARKS.indexOf('told')
const ROLE = conceptNumber('ROLE') ?? -1
const ME = conceptNumber('ME') ?? -1
const AS = conceptNumber('AS') ?? -1
const STUDY = conceptNumber('STUDY') ?? -1
const INVENTED = conceptNumber('INVENTED') ?? -1
const ABOUT = conceptNumber('ABOUT') ?? -1
const PREVENTS = MARKS.indexOf('prevents')
const PURPOSE = conceptNumber('PURPOSE') ?? -1
const NOT = conceptNumber('NOT') ?? -1
const VACANCY = MARKS.indexOf('vacancy')
const CONTACT = MARKS.indexOf('contact')
/** A telephone number, also with its digits crossed out. */
const NUMBER_TO_CALL = /^(?:0?8|62|60|01)[0-9x]{5,}$|^0[18]x+$/

function numbers(...names: readonly Concept[]): readonly number[] {
  return names.map((name) => conceptNumber(name) ?? -1)
}

/** The marks a concept is one of, by concept number. */
const MARKS_OF: readonly (readonly number[])[] = WORDS_OF_CONCEPTS.map((_, concept) =>
  MARKS.map((mark, index) => (CONCEPTS[mark].includes(concept) ? index : -1)).filter((index) => index >= 0),
)

/** "paspor dipegang majikan boleh gak": a no that ends the sentence asks. */
const ASKING_ENDS = new Set([
  'tidak',
  'ora',
  'teu',
  'henteu',
  'mboten',
  'boten',
  'kah',
  'ya',
  'yo',
  'nya',
  'ke',
  'enja',
  'bukan',
  'belum',
])

/** Writes into `marks`, by the order of `MARKS`: 1 for each that is there; `calm` counts how many kinds of calm there are. */
export function marksIn(scan: Scan, marks: Uint8Array): void {
  marks.fill(0)
  for (const concept of scan.present)
    for (const mark of MARKS_OF[concept] as readonly number[])
      marks[mark] = mark === CALM ? (marks[CALM] as number) + 1 : 1
  if (ASKING_ENDS.has(scan.words[scan.words.length - 1] ?? '')) marks[ASKS] = 1
  if (isAfter(scan, PURPOSE, NOT, Number.POSITIVE_INFINITY)) marks[PREVENTS] = 1
  if (isAfter(scan, ME, ROLE, ROLE_REACH) || isAfter(scan, AS, ROLE, AS_REACH)) marks[ROLE_MARK] = 1
  if (isAfter(scan, STUDY, ABOUT, ABOUT_REACH) || isAfter(scan, INVENTED, ABOUT, ABOUT_REACH)) marks[TOLD] = 1
  if (marks[VACANCY] === 1 && marks[CONTACT] === 0 && scan.words.some((word) => NUMBER_TO_CALL.test(word)))
    marks[CONTACT] = 1
}

/** "saya dari dinas", "kami kader desa": who speaks by office, not of themselves. In words. */
const ROLE_REACH = 3
/** "sebagai kepala dusun", "as a teacher". */
const AS_REACH = 2
/** "skripsi saya soal", "novel tentang": what follows is told, not suffered. */
const ABOUT_REACH = 4

/** Does the second concept stand after the first, at most so many words on? */
function isAfter(scan: Scan, first: number, second: number, reach: number): boolean {
  for (const before of scan.spans[first] as readonly Span[])
    for (const after of scan.spans[second] as readonly Span[]) {
      const steps = startOf(after) - endOf(before)
      if (steps > 0 && steps <= reach) return true
    }
  return false
}
