import type { Evidence } from './evidence.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by scripts/fit-danger.ts
const START: Weight = [-0.43, 0.37]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [2.42, 0.44],
  emergency3: [1.8, 0.56],
  emergency2: [0.59, 0.37],
  emergency1: [0.66, -0.17],
  emergencySigns: [1.37, -0.44],
  offer4: [0.41, 0.92],
  offer3: [0.57, 1.82],
  offer2: [-0.24, 0.67],
  offer1: [0.66, 0.84],
  offerSigns: [-0.01, 1.08],
  takenBack: [-2.5, -1.5],
  calmHere: [-1.15, -0.68],
  calmElsewhere: [-0.48, 0.08],
  ruleQuestion: [0.11, -0.93],
  abstract: [-0.12, -0.18],
  victim: [0.44, -0.41],
  mine: [-0.5, -0.45],
  calmStranger: [-0.01, 0.16],
  calmOther: [0.01, -0.03],
  asksStranger: [-0.04, -0.3],
  asksOther: [-0.93, -0.95],
  anyWorker: [-0.55, -0.34],
  safe: [-1.12, -0.77],
  asksNobody: [-1.07, -0.88],
  supposing: [-0.53, -0.46],
  inGeneral: [-0.16, -0.15],
  beforehand: [-0.37, -0.49],
  domestic: [-1.19, -0.67],
  leisure: [-1.29, -0.64],
  figure: [0.15, -0.2],
  past: [-0.68, -0.26],
  death: [-0.85, -1.02],
  concrete: [-0.22, -0.49],
  now: [-0.18, -0.34],
  help: [-0.08, -0.59],
  hearsay: [0.1, 0.21],
  offered: [-0.78, -0.33],
  legal: [-1.41, -1.12],
  advert: [0.85, 0.36],
  short: [0.73, -0.52],
  long: [-0.22, -1.14],
  modelEmergency: [1.27, 0.47],
  modelOffer: [0.36, 0.87],
  partEmergency: [0.03, -0.14],
  partOffer: [0.13, 0.14],
  modelAlone: [1.02, 0.19],
  offerAlone: [0.17, 0.85],
  calmEmergency: [-0.38, -0.06],
  calmOffer: [-0.15, -0.48],
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
