import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [0.98, 1.93]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [1.32, 0],
  emergency3: [1.26, 0.13],
  emergency2: [0.54, 0.35],
  emergency1: [0.75, -0.4],
  emergencySigns: [0.62, -0.71],
  offer4: [0.89, 0.98],
  offer3: [0.39, 1.17],
  offer2: [0.11, 0.6],
  offer1: [0.36, 0.62],
  offerSigns: [0.17, 0.79],
  takenBack: [-2.5, -2.5],
  calmHere: [-1.23, -1.46],
  calmElsewhere: [-0.77, -0.29],
  ruleQuestion: [-0.37, -0.82],
  abstract: [-0.15, 0.36],
  victim: [0.37, -0.17],
  mine: [-0.34, -0.48],
  calmStranger: [0.24, 0.8],
  calmOther: [-0.4, -0.21],
  asksStranger: [-0.09, 0.49],
  asksOther: [-0.57, -1.28],
  anyWorker: [-1.06, -0.64],
  safe: [-0.93, -0.81],
  asksNobody: [-0.13, -1.38],
  supposing: [-0.68, -0.1],
  inGeneral: [-0.2, -0.25],
  beforehand: [-0.74, -0.4],
  domestic: [-1.6, -0.73],
  leisure: [-1.6, -0.74],
  figure: [-0.12, 0.15],
  past: [-0.83, -0.29],
  death: [-1.05, -0.99],
  concrete: [-0.07, -0.23],
  now: [0.28, -0.13],
  help: [-0.64, -0.95],
  hearsay: [0.57, 0.04],
  offered: [-0.44, -0.78],
  legal: [-1.28, -0.49],
  advert: [0.18, -0.21],
  short: [-0.06, -1.2],
  long: [-0.38, -0.82],
  modelEmergency: [1.66, 0.5],
  modelOffer: [0.91, 1.61],
  partEmergency: [0.45, 0.35],
  partOffer: [-0.02, 0.01],
  modelAlone: [0.88, -0.08],
  offerAlone: [0.13, 1.01],
  calmEmergency: [-0.2, -0.2],
  calmOffer: [-0.16, 0.23],
  topicEmergency: [0.4, -0.08],
  topicOffer: [0.54, 0.02],
  topicReport: [-0.03, 0.08],
  topicFamily: [0.29, 0.15],
  topicPassport: [1.08, 0.09],
  topicOutside: [0.08, -0.25],
  topicFigures: [-0.29, -0.37],
  topicTalk: [0.34, -0.55],
}
// end of weights

export interface Verdict {
  readonly none: number
  readonly illegal_offer: number
  readonly emergency: number
}

/** The evidence added up, as probabilities. */
export function weigh({ values }: Evidence): Verdict {
  let [emergency, offer] = START
  for (let i = 0; i < EVIDENCE.length; i++) {
    const value = values[i] as number
    if (value === 0) continue
    const [urgent, lure] = WEIGHTS[EVIDENCE[i] as EvidenceName]
    emergency += value * urgent
    offer += value * lure
  }
  const most = Math.max(0, emergency, offer)
  const none = Math.exp(-most)
  const urgent = Math.exp(emergency - most)
  const lure = Math.exp(offer - most)
  const sum = none + urgent + lure
  return { none: none / sum, illegal_offer: lure / sum, emergency: urgent / sum }
}
