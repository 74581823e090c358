import type { DangerSign } from '../../../core/topic.ts'
import type { DangerText } from './danger-text.ts'
import { best, type Findings, findEmergency, findOffer } from './find.ts'
import { addHeard, finishHeard } from './heard-features.ts'
import { MARKS, marksIn } from './marks.ts'
import { Scan } from './matching/scan.ts'

/** What the words of a message say, sentence by sentence, before the trained model is asked. */
export interface Heard {
  /** Signs with the points of the best rule, over all sentences. */
  readonly emergency: Findings
  readonly offer: Findings
  /** By the order of `MARKS`: 1 for each that is in any sentence. */
  readonly marks: Uint8Array
  /** For the trained model, as bucket numbers. */
  readonly features: readonly number[]
  readonly focus: Focus
  /** Marks of a calm question over all sentences. */
  readonly calm: number
  readonly words: number
  readonly takenBack: boolean
  /** Who stands beside a sign: of an emergency the speaker or a relative, a relative, workers in general; of an offer anybody. */
  readonly victim: boolean
  readonly relative: boolean
  readonly workers: boolean
  readonly mine: boolean
}

const MOST_SENTENCES = 24
/** Normalising takes pictures away; this one is a cry. */
const SOS = '🆘'

/** The sentence that says most of danger; of several alike, the one with the fewest marks of a calm question. */
interface Focus {
  readonly weight: number
  readonly calm: number
  readonly ruleQuestion: number
  readonly leisure: number
}

const scan = new Scan()
const here = new Uint8Array(MARKS.length)
const CALM = MARKS.indexOf('calm')
const RULE_QUESTION = MARKS.indexOf('ruleQuestion')
const LEISURE = MARKS.indexOf('leisure')

export function hear({ raw, sentences }: Pick<DangerText, 'raw' | 'sentences'>): Heard {
  const emergency = new Map<DangerSign, number>()
  const offer = new Map<DangerSign, number>()
  if (raw.includes(SOS)) emergency.set('distress_call', 4)
  const found = new Uint8Array(MARKS.length)
  const features: number[] = []
  let focus: Focus = { weight: -1, calm: 0, ruleQuestion: 0, leisure: 0 }
  let calm = 0
  let words = 0
  let takenBack = false
  let victim = false
  let relative = false
  let workers = false
  let mine = false
  for (let i = 0; i < sentences.length && i < MOST_SENTENCES; i++) {
    scan.read(sentences[i] as readonly string[])
    words += scan.words.length
    addHeard(scan, features)
    const urgentBefore = best(emergency)
    const lureBefore = best(offer)
    const urgentHere = findEmergency(scan, emergency)
    takenBack ||= urgentHere.takenBack
    victim ||= urgentHere.victim
    relative ||= urgentHere.relative
    workers ||= urgentHere.workers
    const lureHere = findOffer(scan, offer)
    takenBack ||= lureHere.takenBack
    mine ||= lureHere.victim
    marksIn(scan, here)
    for (let mark = 0; mark < here.length; mark++) if (here[mark] !== 0) found[mark] = 1
    calm += here[CALM] as number
    const weight = Math.max(
      best(emergency) > urgentBefore ? best(emergency) : 0,
      best(offer) > lureBefore ? best(offer) : 0,
    )
    const next: Focus = {
      weight,
      calm: here[CALM] as number,
      ruleQuestion: here[RULE_QUESTION] as number,
      leisure: here[LEISURE] as number,
    }
    if (weight > focus.weight || (weight === focus.weight && calmness(next) < calmness(focus))) focus = next
  }
  if (raw.includes('?')) found[MARKS.indexOf('asks')] = 1
  finishHeard(found, [emergency, offer], features)
  return {
    emergency,
    offer,
    marks: found,
    features,
    focus,
    calm,
    words,
    takenBack,
    victim,
    relative,
    workers,
    mine,
  }
}

function calmness({ calm, ruleQuestion, leisure }: Focus): number {
  return calm + ruleQuestion + leisure
}
