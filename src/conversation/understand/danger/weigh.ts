import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [0.75, 1.72]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [1.44, -0.14],
  emergency3: [1.36, 0.49],
  emergency2: [0.54, 0.13],
  emergency1: [0.68, -0.35],
  emergencySigns: [0.72, -0.63],
  offer4: [0.73, 0.83],
  offer3: [0.15, 1.13],
  offer2: [0.19, 0.65],
  offer1: [0.24, 0.47],
  offerSigns: [0.37, 0.84],
  takenBack: [-2.5, -2.5],
  calmHere: [-1.05, -1.3],
  calmElsewhere: [-0.59, -0.1],
  ruleQuestion: [-0.32, -0.87],
  abstract: [-0.18, 0.16],
  victim: [0.12, -0.35],
  mine: [-0.62, -0.74],
  calmStranger: [0.16, 0.72],
  calmOther: [-0.26, 0.11],
  asksStranger: [-0.23, 0.19],
  asksOther: [-0.88, -1.48],
  anyWorker: [-1.04, -0.81],
  safe: [-1.11, -1.06],
  asksNobody: [-0.21, -1.28],
  supposing: [-0.59, 0.21],
  inGeneral: [-0.14, 0.27],
  beforehand: [-0.92, -0.58],
  domestic: [-1.29, -0.61],
  leisure: [-1.03, -0.66],
  figure: [0.08, -0.16],
  past: [-0.58, -0.15],
  death: [-1.32, -1.37],
  concrete: [0.15, -0.05],
  now: [0.27, -0.06],
  help: [-0.45, -0.83],
  hearsay: [0.45, -0.04],
  offered: [-0.4, -0.71],
  legal: [-1.14, -0.41],
  advert: [0.06, -0.41],
  short: [-0.01, -1.09],
  long: [-0.23, -0.74],
  modelEmergency: [1.73, 0.48],
  modelOffer: [0.94, 1.64],
  partEmergency: [0.45, 0.33],
  partOffer: [0.25, 0.23],
  modelAlone: [0.56, -0.2],
  offerAlone: [-0.14, 0.89],
  calmEmergency: [0.04, -0.35],
  calmOffer: [-0.25, 0.17],
  topicEmergency: [0.64, 0.24],
  topicOffer: [0.11, -0.41],
  topicReport: [0.26, 0.32],
  topicFamily: [0.59, 0.18],
  topicPassport: [1.17, 0.03],
  topicOutside: [-0.12, -0.44],
  topicFigures: [-0.32, -0.5],
  topicTalk: [0.29, -0.45],
  future: [-0.77, 0.4],
  prevents: [-0.93, -1.01],
  well: [-0.99, -0.4],
  rumour: [-0.54, -0.52],
  rumourBare: [-0.37, 0.33],
  untrue: [-1.37, -0.66],
  role: [-1.14, -1.19],
  told: [-0.87, -0.48],
  caredFor: [-1.37, -0.77],
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
