import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [0.87, 1.56]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [0.73, -0.07],
  emergency3: [0.94, 0.29],
  emergency2: [0.75, 0.48],
  emergency1: [0.47, -0.14],
  emergencySigns: [0, -0.47],
  offer4: [0.78, 0.94],
  offer3: [0.61, 1.04],
  offer2: [0.59, 0.81],
  offer1: [-0.1, 0.14],
  offerSigns: [0.27, 0.11],
  takenBack: [-2.5, -2.5],
  calmHere: [-0.14, -0.69],
  calmElsewhere: [-0.54, -0.42],
  ruleQuestion: [-0.18, -0.67],
  abstract: [-0.19, 0.36],
  victim: [-0.67, -0.58],
  mine: [-0.31, -0.57],
  calmStranger: [-0.42, 0.12],
  calmOther: [-0.37, 0.18],
  asksStranger: [-0.4, 0.14],
  asksOther: [-0.57, -0.9],
  anyWorker: [-1.07, -0.78],
  safe: [-0.4, -0.42],
  asksNobody: [-0.18, -0.68],
  supposing: [-0.2, 0.11],
  inGeneral: [-0.13, -0.04],
  beforehand: [-0.47, -0.16],
  domestic: [-0.58, -0.14],
  leisure: [-0.42, 0.1],
  figure: [-0.37, -0.03],
  past: [-0.1, -0.03],
  death: [-0.74, -0.9],
  concrete: [0.21, 0.17],
  now: [0.12, 0.02],
  help: [-0.28, -0.45],
  hearsay: [0.4, 0.14],
  offered: [-0.42, -0.52],
  legal: [-0.73, -0.42],
  advert: [-0.38, -0.44],
  short: [-0.14, -0.91],
  long: [-0.04, -0.16],
  modelEmergency: [1.57, 0.31],
  modelOffer: [0.41, 1.68],
  partEmergency: [0.63, 0.18],
  partOffer: [0.41, 0.48],
  modelAlone: [0.49, -0.01],
  offerAlone: [-0.09, 0.53],
  calmEmergency: [0.22, 0],
  calmOffer: [-0.67, -0.04],
  topicEmergency: [0.94, 0.11],
  topicOffer: [-0.52, -0.68],
  topicReport: [0.81, 0.24],
  topicFamily: [1.16, 0.25],
  topicPassport: [0.6, 0.21],
  topicOutside: [-0.06, -0.16],
  topicFigures: [-0.55, -0.34],
  topicTalk: [0.13, -0.24],
  future: [-0.06, 0.17],
  prevents: [0.09, 0.01],
  well: [-0.58, -0.4],
  rumour: [-0.22, -0.61],
  rumourBare: [-0.16, 0.09],
  untrue: [-0.86, -0.66],
  role: [-0.15, -0.36],
  told: [-0.64, -0.31],
  caredFor: [-0.58, -0.43],
  ahead: [-0.01, 0.08],
  whatIf: [0.2, -0.04],
  feared: [-0.65, -0.62],
  invented: [-0.28, -0.09],
  made: [-0.36, -0.28],
  notOurs: [-0.68, -0.69],
  allFine: [-0.49, -0.33],
  laughs: [-0.8, -0.48],
  holiday: [-0.31, 0.04],
  proper: [-0.65, -0.33],
  lesson: [-0.23, -0.25],
  notYet: [-1.5, -0.36],
  framedUrgent: [-0.8, -0.27],
  framedLure: [0.35, -0.23],
  declined: [-0.4, -0.17],
  declinedLure: [0.14, 0.23],
  pilgrimOnly: [-0.05, -0.31],
  ownUrgent: [0.42, 0.2],
  ownPlain: [0.62, 0.79],
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
