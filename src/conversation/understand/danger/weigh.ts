import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [1.11, 1.96]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [1.05, 0.05],
  emergency3: [1.04, 0.18],
  emergency2: [0.74, 0.69],
  emergency1: [0.39, -0.4],
  emergencySigns: [0.08, -0.67],
  offer4: [0.66, 0.99],
  offer3: [0.32, 1.11],
  offer2: [0.57, 0.79],
  offer1: [-0.03, 0.08],
  offerSigns: [0.25, 0.28],
  takenBack: [-2.5, -2.5],
  calmHere: [-0.25, -0.58],
  calmElsewhere: [-0.49, -0.34],
  ruleQuestion: [-0.17, -0.42],
  abstract: [-0.46, 0.2],
  victim: [-0.47, -0.33],
  mine: [-0.45, -0.63],
  calmStranger: [-0.28, 0.44],
  calmOther: [-0.28, 0.25],
  asksStranger: [-0.51, 0.18],
  asksOther: [-0.83, -1.15],
  anyWorker: [-1.06, -0.81],
  safe: [-0.63, -0.38],
  asksNobody: [-0.1, -0.91],
  supposing: [-0.11, 0.31],
  inGeneral: [-0.07, 0.07],
  beforehand: [-0.61, -0.48],
  domestic: [-0.6, -0.03],
  leisure: [-0.44, -0.28],
  figure: [-0.28, 0.23],
  past: [-0.28, -0.02],
  death: [-0.8, -1.02],
  concrete: [0.31, 0.07],
  now: [0.2, 0.04],
  help: [-0.58, -0.77],
  hearsay: [0.38, 0.15],
  offered: [-0.49, -0.74],
  legal: [-0.42, -0.06],
  advert: [-0.41, -0.59],
  short: [-0.17, -0.96],
  long: [0.1, -0.62],
  modelEmergency: [1.49, 0.33],
  modelOffer: [0.64, 1.5],
  partEmergency: [0.86, 0.41],
  partOffer: [0.44, 0.64],
  modelAlone: [0.49, -0.03],
  offerAlone: [-0.2, 0.66],
  calmEmergency: [0.19, -0.23],
  calmOffer: [-0.61, -0.27],
  topicEmergency: [0.77, 0],
  topicOffer: [-0.3, -0.73],
  topicReport: [0.8, 0.36],
  topicFamily: [1.08, 0.11],
  topicPassport: [0.75, 0.22],
  topicOutside: [0.06, -0.46],
  topicFigures: [-0.58, -0.59],
  topicTalk: [-0.02, -0.34],
  future: [-0.33, 0.25],
  prevents: [0.01, -0.47],
  well: [-0.94, -0.02],
  rumour: [-0.08, -0.52],
  rumourBare: [-0.25, -0.06],
  untrue: [-0.89, -0.57],
  role: [-0.28, -0.44],
  told: [-0.76, -0.43],
  caredFor: [-0.74, -0.51],
  ahead: [0.07, 0.06],
  whatIf: [0.03, -0.16],
  feared: [-1.05, -0.63],
  invented: [-0.09, 0.04],
  made: [-0.16, -0.31],
  notOurs: [-0.49, -0.53],
  allFine: [-0.68, -0.4],
  laughs: [-0.83, -0.6],
  holiday: [-0.19, -0.2],
  proper: [-0.76, -0.49],
  lesson: [-0.16, -0.18],
  notYet: [-1.5, -0.27],
  framedUrgent: [-1.12, -0.53],
  framedLure: [0.6, -0.26],
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
