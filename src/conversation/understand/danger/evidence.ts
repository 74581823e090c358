import type { DangerSign } from '../../../core/topic.ts'
import type { DangerText } from './danger-text.ts'
import { type Findings, findEmergency, findOffer } from './find.ts'
import { conceptNumber } from './matching/lexicon.ts'
import { type Scan, scan } from './matching/scan.ts'
import type { Concept } from './words/index.ts'

/** What speaks for and against danger, each as a small number; `weigh.ts` adds them up. */
export const EVIDENCE = [
  'emergency4',
  'emergency3',
  'emergency2',
  'emergency1',
  'emergencySigns',
  'offer4',
  'offer3',
  'offer2',
  'offer1',
  'offerSigns',
  'calmHere',
  'calmElsewhere',
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
  'advert',
  'short',
  'long',
  'modelEmergency',
  'modelOffer',
  'sentenceEmergency',
  'sentenceOffer',
  'modelAlone',
  'offerAlone',
  'calmEmergency',
  'calmOffer',
] as const
export type EvidenceName = (typeof EVIDENCE)[number]

export interface Evidence {
  /** By the order of `EVIDENCE`. */
  readonly values: readonly number[]
  /** Signs with the points of the best rule, over all sentences. */
  readonly emergency: Findings
  readonly offer: Findings
  /** A licence is named. */
  readonly licensed: boolean
}

const MOST_SENTENCES = 24
/** Normalising takes pictures away; this one is a cry. */
const SOS = '🆘'
const CALM = numbers('LAW', 'FIGURES', 'MEANING', 'STUDY', 'OFFICE', 'PAST_CASE')
const RULE_QUESTION = numbers('RULE_QUESTION')
const LEISURE = numbers('LEISURE')
const FIGURE = numbers('FIGURE')
const PAST = numbers('PAST')
const DEATH = numbers('DEATH')
const CONCRETE = numbers('ME', 'KIN')
const NOW = numbers('NOW', 'ALWAYS')
const HELP = numbers('HELP', 'RESCUE', 'HURRY', 'AFRAID')
const HEARSAY = numbers('SAYS')
const OFFERED = numbers('OFFERED', 'VACANCY', 'RECRUITER')
const LEGAL = numbers('LEGAL')
const LICENCE = numbers('LICENCE')
const VACANCY = numbers('VACANCY', 'SALARY')
const CONTACT = numbers('SOCIAL')
/** A telephone number, also with its digits crossed out. */
const NUMBER_TO_CALL = /^(?:0?8|62|60|01)[0-9x]{5,}$|^0[18]x+$/

/** The sentence that says most of danger; of several alike, the one with the fewest signs of a calm question. */
interface Focus {
  readonly weight: number
  readonly calm: number
  readonly ruleQuestion: number
  readonly leisure: number
}

function calmness({ calm, ruleQuestion, leisure }: Focus): number {
  return calm + ruleQuestion + leisure
}

function numbers(...names: readonly Concept[]): readonly number[] {
  return names.map((name) => conceptNumber(name) ?? -1)
}

function count(scan: Scan, concepts: readonly number[]): number {
  let found = 0
  for (const concept of concepts) if ((scan.spans[concept]?.length ?? 0) > 0) found++
  return found
}

/** An advert gives a number to write to. */
function hasContact(scan: Scan): boolean {
  return count(scan, CONTACT) > 0 || scan.words.some((word) => NUMBER_TO_CALL.test(word))
}

function best(findings: Findings): number {
  let most = 0
  for (const points of findings.values()) if (points > most) most = points
  return most
}

function merge(into: Map<DangerSign, number>, findings: Findings): void {
  for (const [sign, points] of findings) if ((into.get(sign) ?? 0) < points) into.set(sign, points)
}

function strong(findings: Findings): number {
  let found = 0
  for (const points of findings.values()) if (points >= 2) found++
  return found
}

/** Log odds, kept within what the model can mean. */
function odds(probability: number): number {
  const kept = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(kept / (1 - kept)) / 3
}

export function gather({ raw, sentences, whole, parts }: DangerText): Evidence {
  const scans = sentences.slice(0, MOST_SENTENCES).map(scan)
  const emergency = new Map<DangerSign, number>()
  const offer = new Map<DangerSign, number>()
  let focus: Focus = { weight: -1, calm: 0, ruleQuestion: 0, leisure: 0 }
  let calm = 0
  if (raw.includes(SOS)) emergency.set('distress_call', 4)
  for (const one of scans) {
    const urgent = findEmergency(one)
    const lure = findOffer(one)
    merge(emergency, urgent)
    merge(offer, lure)
    const here: Focus = {
      weight: Math.max(best(urgent), best(lure)),
      calm: count(one, CALM),
      ruleQuestion: Math.min(1, count(one, RULE_QUESTION)),
      leisure: Math.min(1, count(one, LEISURE)),
    }
    calm += here.calm
    if (here.weight > focus.weight || (here.weight === focus.weight && calmness(here) < calmness(focus)))
      focus = here
  }
  const any = (concepts: readonly number[]): number => (scans.some((one) => count(one, concepts) > 0) ? 1 : 0)
  let sentenceEmergency = whole.emergency
  let sentenceOffer = whole.illegal_offer
  for (const part of parts) {
    sentenceEmergency = Math.max(sentenceEmergency, part.emergency)
    sentenceOffer = Math.max(sentenceOffer, part.illegal_offer)
  }
  const urgent = best(emergency)
  const lure = best(offer)
  const words = scans.reduce((sum, { words: { length } }) => sum + length, 0)
  const near = Math.min(2, focus.calm)
  const values: Record<EvidenceName, number> = {
    emergency4: urgent === 4 ? 1 : 0,
    emergency3: urgent === 3 ? 1 : 0,
    emergency2: urgent === 2 ? 1 : 0,
    emergency1: urgent === 1 ? 1 : 0,
    emergencySigns: Math.min(4, strong(emergency)),
    offer4: lure === 4 ? 1 : 0,
    offer3: lure === 3 ? 1 : 0,
    offer2: lure === 2 ? 1 : 0,
    offer1: lure === 1 ? 1 : 0,
    offerSigns: Math.min(5, strong(offer)),
    calmHere: near,
    calmElsewhere: Math.min(2, calm - focus.calm),
    ruleQuestion: focus.ruleQuestion,
    leisure: focus.leisure,
    figure: any(FIGURE),
    past: any(PAST),
    death: any(DEATH),
    concrete: any(CONCRETE),
    now: any(NOW),
    help: any(HELP),
    hearsay: any(HEARSAY),
    offered: any(OFFERED),
    legal: any(LEGAL),
    advert: any(VACANCY) * (scans.some(hasContact) ? 1 : 0),
    short: words <= 4 ? 1 : 0,
    long: words >= 40 ? 1 : 0,
    modelEmergency: odds(whole.emergency),
    modelOffer: odds(whole.illegal_offer),
    sentenceEmergency: odds(sentenceEmergency),
    sentenceOffer: odds(sentenceOffer),
    modelAlone: urgent === 0 ? odds(whole.emergency) : 0,
    offerAlone: lure === 0 ? odds(whole.illegal_offer) : 0,
    calmEmergency: near * (urgent >= 3 ? 1 : 0),
    calmOffer: near * (lure >= 2 ? 1 : 0),
  }
  return { values: EVIDENCE.map((name) => values[name]), emergency, offer, licensed: any(LICENCE) === 1 }
}
