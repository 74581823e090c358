import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [1.11, 1.78]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [0.77, -0.02],
  emergency3: [0.99, 0.25],
  emergency2: [0.75, 0.53],
  emergency1: [0.51, -0.01],
  emergencySigns: [-0.09, -0.53],
  offer4: [0.68, 0.79],
  offer3: [0.61, 1.03],
  offer2: [0.46, 0.59],
  offer1: [-0.07, 0.21],
  offerSigns: [0.3, 0.16],
  takenBack: [-2.5, -2.5],
  calmHere: [-0.2, -0.63],
  calmElsewhere: [-0.41, -0.33],
  ruleQuestion: [-0.1, -0.75],
  abstract: [-0.19, 0.38],
  victim: [-0.67, -0.5],
  mine: [-0.25, -0.5],
  calmStranger: [-0.41, 0.14],
  calmOther: [-0.33, 0.26],
  asksStranger: [-0.56, 0.06],
  asksOther: [-0.69, -0.9],
  anyWorker: [-1.05, -0.82],
  safe: [-0.4, -0.44],
  asksNobody: [-0.24, -0.77],
  supposing: [-0.14, 0.1],
  inGeneral: [0.02, 0.06],
  beforehand: [-0.38, -0.22],
  domestic: [-0.54, -0.14],
  leisure: [-0.38, 0.21],
  figure: [-0.4, -0.09],
  past: [-0.22, -0.26],
  death: [-0.45, -0.46],
  concrete: [0.07, 0.07],
  now: [0.13, 0.01],
  help: [-0.26, -0.36],
  hearsay: [0.38, 0.22],
  offered: [-0.28, -0.5],
  legal: [-0.56, -0.35],
  advert: [-0.39, -0.49],
  short: [-0.08, -1.01],
  long: [0.01, -0.17],
  modelEmergency: [1.57, 0.33],
  modelOffer: [0.37, 1.66],
  partEmergency: [0.59, 0.22],
  partOffer: [0.46, 0.54],
  modelAlone: [0.62, 0],
  offerAlone: [-0.07, 0.57],
  calmEmergency: [0.14, -0.03],
  calmOffer: [-0.77, -0.19],
  topicEmergency: [0.9, -0.03],
  topicOffer: [-0.64, -0.95],
  topicReport: [0.7, 0.28],
  topicFamily: [1.05, 0.16],
  topicPassport: [0.46, 0.21],
  topicOutside: [-0.27, -0.41],
  topicFigures: [-0.49, -0.41],
  topicTalk: [0.15, -0.04],
  future: [-0.03, 0.17],
  prevents: [0.16, 0.04],
  well: [-0.51, -0.25],
  rumour: [-0.04, -0.52],
  rumourBare: [-0.06, -0.1],
  untrue: [-0.87, -0.68],
  role: [-0.17, -0.31],
  told: [-0.66, -0.29],
  caredFor: [-0.73, -0.48],
  ahead: [-0.08, -0.17],
  whatIf: [0.14, -0.06],
  feared: [-0.61, -0.4],
  invented: [-0.21, -0.05],
  made: [-0.37, -0.26],
  notOurs: [-0.56, -0.73],
  allFine: [-0.42, -0.28],
  laughs: [-0.84, -0.57],
  holiday: [-0.42, -0.08],
  proper: [-0.63, -0.22],
  lesson: [-0.29, -0.38],
  notYet: [-1.5, -0.28],
  framedUrgent: [-0.72, -0.13],
  framedLure: [0.31, -0.35],
  declined: [-0.48, -0.45],
  declinedLure: [0.12, 0.06],
  pilgrimOnly: [0.4, 0.22],
  ownUrgent: [0.54, 0.19],
  ownPlain: [0.66, 0.86],
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
