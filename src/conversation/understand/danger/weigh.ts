import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [0.84, 1.75]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [1.65, 0.29],
  emergency3: [1.36, 0.24],
  emergency2: [0.86, 0.8],
  emergency1: [0.85, -0.16],
  emergencySigns: [0.39, -0.63],
  offer4: [0.41, 0.85],
  offer3: [0.21, 1.01],
  offer2: [0.44, 0.58],
  offer1: [0.19, 0.44],
  offerSigns: [0.31, 0.63],
  takenBack: [-2.5, -2.5],
  calmHere: [-0.86, -0.95],
  calmElsewhere: [-0.55, -0.38],
  ruleQuestion: [-0.32, -0.81],
  abstract: [-0.21, 0.28],
  victim: [-0.25, -0.51],
  mine: [-0.7, -0.56],
  calmStranger: [0.04, 0.69],
  calmOther: [-0.14, 0.33],
  asksStranger: [-0.45, 0.19],
  asksOther: [-0.93, -1.31],
  anyWorker: [-1.26, -0.82],
  safe: [-0.93, -0.66],
  asksNobody: [-0.32, -1.08],
  supposing: [-0.17, 0.31],
  inGeneral: [-0.14, 0.09],
  beforehand: [-0.98, -0.74],
  domestic: [-0.93, -0.29],
  leisure: [-0.94, -0.4],
  figure: [-0.24, -0.04],
  past: [-0.37, -0.18],
  death: [-0.8, -0.93],
  concrete: [0.39, -0.05],
  now: [0.19, -0.18],
  help: [-0.68, -0.93],
  hearsay: [0.29, 0.21],
  offered: [-0.46, -0.63],
  legal: [-0.81, -0.49],
  advert: [-0.21, -0.25],
  short: [-0.14, -1.26],
  long: [-0.06, -0.73],
  modelEmergency: [1.75, 0.46],
  modelOffer: [0.74, 1.67],
  partEmergency: [0.42, 0.33],
  partOffer: [0.3, 0.21],
  modelAlone: [0.37, -0.18],
  offerAlone: [-0.09, 0.91],
  calmEmergency: [-0.07, -0.38],
  calmOffer: [-0.56, -0.23],
  topicEmergency: [0.54, 0.1],
  topicOffer: [0.19, -0.25],
  topicReport: [0.65, 0.34],
  topicFamily: [0.8, 0.23],
  topicPassport: [0.88, 0.25],
  topicOutside: [0.04, -0.41],
  topicFigures: [-0.49, -0.17],
  topicTalk: [-0.05, -0.23],
  future: [-0.58, 0.52],
  prevents: [0.05, -0.19],
  well: [-0.93, -0.17],
  rumour: [-0.55, -0.61],
  rumourBare: [0.07, 0.1],
  untrue: [-1.21, -0.72],
  role: [-1, -1.05],
  told: [-0.75, -0.44],
  caredFor: [-1.18, -0.65],
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
