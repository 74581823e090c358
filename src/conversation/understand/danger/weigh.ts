import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by fitting, see above
const START: Weight = [-0.69, 0.89]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [3.45, 0.92],
  emergency3: [2.09, 0.73],
  emergency2: [0.65, 0.35],
  emergency1: [0.61, -0.14],
  emergencySigns: [1.74, -0.34],
  offer4: [0.24, 1.01],
  offer3: [0.74, 2.24],
  offer2: [0, 0.68],
  offer1: [0.68, 0.71],
  offerSigns: [0.37, 1.5],
  takenBack: [-4, -2.5],
  calmHere: [-1.3, -1.43],
  calmElsewhere: [0.05, 0.62],
  ruleQuestion: [-0.6, -2],
  abstract: [-1, -1.5],
  victim: [-0.01, -0.45],
  mine: [-0.35, -0.4],
  calmStranger: [-1.2, 0],
  calmOther: [-0.13, -1],
  asksStranger: [-0.8, -0.58],
  asksOther: [-1.23, -1.34],
  anyWorker: [-5, -0.5],
  safe: [-2, -1],
  asksNobody: [-1.2, -1.5],
  supposing: [-1, -0.5],
  inGeneral: [-0.8, -0.3],
  beforehand: [-1, -0.8],
  domestic: [-2.5, -0.5],
  leisure: [-1.89, -0.77],
  figure: [-1.5, 0],
  past: [-0.21, -0.33],
  death: [-0.9, -1.07],
  concrete: [0.04, -0.38],
  now: [0.04, -0.48],
  help: [0.26, -1.05],
  hearsay: [-0.01, 0.05],
  offered: [-0.56, -0.76],
  legal: [-1.1, -1],
  advert: [0.79, 0.21],
  short: [0.64, -0.51],
  long: [-0.48, -1.46],
  modelEmergency: [1.48, 0.63],
  modelOffer: [0.42, 1.11],
  partEmergency: [-0.09, -0.23],
  partOffer: [0.08, -0.05],
  modelAlone: [1.01, 0.16],
  offerAlone: [-0.07, 0.89],
  calmEmergency: [-0.08, -0.24],
  calmOffer: [0.11, 0.29],
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
