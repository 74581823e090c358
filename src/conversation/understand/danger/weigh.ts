import { EVIDENCE, type Evidence, type EvidenceName } from './evidence.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by fitting, see above
const START: Weight = [-0.84, 0.68]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [3.45, 0.89],
  emergency3: [2.08, 0.65],
  emergency2: [0.68, 0.26],
  emergency1: [0.59, -0.17],
  emergencySigns: [1.7, -0.48],
  offer4: [0.21, 1],
  offer3: [0.62, 2.04],
  offer2: [-0.27, 0.36],
  offer1: [0.48, 0.31],
  offerSigns: [0.26, 1.41],
  takenBack: [-4, -2.5],
  calmHere: [-1.43, -1.47],
  calmElsewhere: [0.01, 0.11],
  ruleQuestion: [-0.6, -2],
  abstract: [-1, -1.5],
  asksNobody: [-1.2, -1.53],
  supposing: [-1, -0.5],
  inGeneral: [-0.8, -0.3],
  beforehand: [-1, -0.8],
  domestic: [-1.5, -0.5],
  leisure: [-1.93, -0.76],
  figure: [-1.5, 0],
  past: [-0.28, -0.29],
  death: [-0.89, -1.06],
  concrete: [0.16, -0.34],
  now: [0.06, -0.43],
  help: [0.32, -1.04],
  hearsay: [0.05, 0.1],
  offered: [-0.56, -0.72],
  legal: [-1.26, -1],
  advert: [0.87, 0.32],
  short: [0.73, -0.36],
  long: [-0.56, -1.55],
  modelEmergency: [1.5, 0.64],
  modelOffer: [0.54, 1.17],
  partEmergency: [-0.1, -0.26],
  partOffer: [0.06, -0.1],
  modelAlone: [1.01, 0.15],
  offerAlone: [-0.17, 0.85],
  calmEmergency: [-0.2, -0.31],
  calmOffer: [-0.08, 0.08],
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
