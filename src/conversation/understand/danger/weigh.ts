import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [1.08, 1.75]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [0.82, -0.02],
  emergency3: [1, 0.23],
  emergency2: [0.76, 0.53],
  emergency1: [0.54, -0.03],
  emergencySigns: [-0.06, -0.54],
  offer4: [0.69, 0.78],
  offer3: [0.65, 1.05],
  offer2: [0.49, 0.62],
  offer1: [-0.04, 0.24],
  offerSigns: [0.3, 0.22],
  takenBack: [-2.5, -2.5],
  calmHere: [-0.19, -0.63],
  calmElsewhere: [-0.39, -0.33],
  ruleQuestion: [-0.09, -0.72],
  abstract: [-0.22, 0.37],
  victim: [-0.68, -0.5],
  mine: [-0.26, -0.52],
  calmStranger: [-0.42, 0.14],
  calmOther: [-0.33, 0.25],
  asksStranger: [-0.57, 0.09],
  asksOther: [-0.7, -0.91],
  anyWorker: [-1.07, -0.84],
  safe: [-0.4, -0.43],
  asksNobody: [-0.25, -0.78],
  supposing: [-0.14, 0.1],
  inGeneral: [0.05, 0.05],
  beforehand: [-0.38, -0.22],
  domestic: [-0.54, -0.15],
  leisure: [-0.34, 0.24],
  figure: [-0.4, -0.09],
  past: [-0.23, -0.27],
  death: [-0.45, -0.46],
  concrete: [0.08, 0.07],
  now: [0.12, 0],
  help: [-0.26, -0.36],
  hearsay: [0.38, 0.21],
  offered: [-0.27, -0.51],
  legal: [-0.58, -0.35],
  advert: [-0.39, -0.51],
  short: [-0.07, -1.04],
  long: [0.01, -0.18],
  modelEmergency: [1.57, 0.34],
  modelOffer: [0.39, 1.66],
  partEmergency: [0.58, 0.22],
  partOffer: [0.46, 0.54],
  modelAlone: [0.63, -0.01],
  offerAlone: [-0.08, 0.54],
  calmEmergency: [0.13, -0.04],
  calmOffer: [-0.78, -0.18],
  topicEmergency: [0.87, -0.06],
  topicOffer: [-0.67, -0.97],
  topicReport: [0.72, 0.3],
  topicFamily: [1.03, 0.14],
  topicPassport: [0.46, 0.22],
  topicOutside: [-0.28, -0.42],
  topicFigures: [-0.49, -0.41],
  topicTalk: [0.15, -0.05],
  future: [-0.04, 0.17],
  prevents: [0.17, 0.06],
  well: [-0.51, -0.26],
  rumour: [-0.03, -0.52],
  rumourBare: [-0.07, -0.1],
  untrue: [-0.84, -0.67],
  role: [-0.17, -0.32],
  told: [-0.66, -0.29],
  caredFor: [-0.75, -0.49],
  ahead: [-0.08, -0.19],
  whatIf: [0.15, -0.07],
  feared: [-0.63, -0.41],
  invented: [-0.21, -0.05],
  made: [-0.39, -0.24],
  notOurs: [-0.57, -0.73],
  allFine: [-0.42, -0.28],
  laughs: [-0.86, -0.57],
  holiday: [-0.42, -0.08],
  proper: [-0.63, -0.22],
  lesson: [-0.28, -0.35],
  notYet: [-1.5, -0.29],
  framedUrgent: [-0.74, -0.15],
  framedLure: [0.33, -0.37],
  declined: [-0.53, -0.46],
  declinedLure: [0.12, 0.06],
  ownUrgent: [0.51, 0.17],
  ownPlain: [0.66, 0.87],
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
