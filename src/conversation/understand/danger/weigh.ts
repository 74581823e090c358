import { EVIDENCE, type Evidence, type EvidenceName } from './evidence.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by fitting, see above
const START: Weight = [-0.36, 0.5]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [3.07, 0.8],
  emergency3: [1.81, 0.53],
  emergency2: [0.38, 0.17],
  emergency1: [0.41, -0.24],
  emergencySigns: [1.69, -0.16],
  offer4: [0.33, 1.03],
  offer3: [0.7, 2.29],
  offer2: [-0.16, 0.79],
  offer1: [0.59, 0.78],
  offerSigns: [0.4, 1.51],
  takenBack: [-4, -2.5],
  calmHere: [-1.25, -1.35],
  calmElsewhere: [0.02, 0.55],
  ruleQuestion: [-0.6, -2],
  abstract: [-1, -1.5],
  victim: [0.62, -0.31],
  mine: [-0.5, -0.36],
  calmStranger: [-1.2, 0],
  calmOther: [-0.16, -1],
  asksStranger: [-0.8, -0.65],
  asksOther: [-1.39, -1.34],
  anyWorker: [-5, -0.5],
  safe: [-2, -1],
  asksNobody: [-1.2, -1.5],
  supposing: [-1, -0.5],
  inGeneral: [-0.8, -0.3],
  beforehand: [-1, -0.8],
  domestic: [-2.5, -0.5],
  leisure: [-1.93, -0.76],
  figure: [-1.5, 0],
  past: [-0.24, -0.34],
  death: [-0.92, -1.09],
  concrete: [-0.37, -0.4],
  now: [0.08, -0.45],
  help: [0.17, -1.05],
  hearsay: [0.01, 0.14],
  offered: [-0.52, -0.73],
  legal: [-1.09, -1],
  advert: [0.81, 0.21],
  short: [0.66, -0.42],
  long: [-0.74, -1.75],
  modelEmergency: [1.22, 0.48],
  modelOffer: [0.38, 0.92],
  partEmergency: [0.15, -0.25],
  partOffer: [0.05, 0.13],
  modelAlone: [1.04, 0.24],
  offerAlone: [0.08, 0.81],
  calmEmergency: [-0.01, -0.22],
  calmOffer: [0.1, 0.23],
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
