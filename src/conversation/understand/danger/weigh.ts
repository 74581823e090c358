import { EVIDENCE, type Evidence, type EvidenceName } from './evidence.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by fitting, see above
const START: Weight = [-0.78, 0.74]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [3.39, 0.83],
  emergency3: [2.03, 0.61],
  emergency2: [0.59, 0.25],
  emergency1: [0.4, -0.13],
  emergencySigns: [1.74, -0.47],
  offer4: [0.11, 0.95],
  offer3: [0.61, 2.15],
  offer2: [-0.26, 0.35],
  offer1: [0.57, 0.47],
  offerSigns: [0.32, 1.4],
  takenBack: [-2, -2],
  calmHere: [-1.38, -1.28],
  calmElsewhere: [-0.4, 0.07],
  ruleQuestion: [-0.45, -1.69],
  abstract: [-1, -1.2],
  leisure: [-1.61, -0.62],
  figure: [0.31, 0.17],
  past: [-0.38, -0.22],
  death: [-0.94, -1.08],
  concrete: [0.1, -0.31],
  now: [0.2, -0.3],
  help: [0.32, -1.09],
  hearsay: [0.01, 0.06],
  offered: [-0.54, -0.66],
  legal: [-1.01, -0.37],
  advert: [0.84, 0.19],
  short: [0.82, -0.34],
  long: [-0.65, -1.58],
  modelEmergency: [1.46, 0.63],
  modelOffer: [0.62, 1.28],
  partEmergency: [0, -0.25],
  partOffer: [-0.03, -0.13],
  modelAlone: [1.21, 0.17],
  offerAlone: [-0.21, 0.88],
  calmEmergency: [-0.64, -0.57],
  calmOffer: [-0.14, 0.24],
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
