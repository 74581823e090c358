import { EVIDENCE, type Evidence, type EvidenceName } from './evidence.ts'

/** How a piece of evidence moves the log odds of an emergency and of an illegal offer against neither. */
type Weight = readonly [emergency: number, offer: number]

/*
 * A small logistic regression over the evidence, fitted on the phrase files with the trained model's out-of-fold answers
 * (five folds), so that the model's opinion counts for what it is worth on wording it has not seen. Rounded to hundredths.
 */
// weights: written by fitting, see above
const START: Weight = [-0.76, 1.25]
const WEIGHTS: Readonly<Record<EvidenceName, Weight>> = {
  emergency4: [3.26, 0.58],
  emergency3: [2, 0.59],
  emergency2: [0.73, 0.26],
  emergency1: [0.35, -0.33],
  emergencySigns: [1.79, -0.68],
  offer4: [-0.02, 0.68],
  offer3: [0.73, 2.41],
  offer2: [-0.08, 0.59],
  offer1: [0.47, 0.49],
  offerSigns: [0.26, 1.35],
  calmHere: [-1.79, -1.39],
  calmElsewhere: [-0.46, 0.07],
  ruleQuestion: [-0.31, -1.55],
  leisure: [-1.78, -0.67],
  figure: [-0.24, 0.83],
  past: [-0.41, -0.35],
  death: [-1.2, -1.26],
  concrete: [0.14, -0.37],
  now: [0.24, -0.22],
  help: [0.09, -1.16],
  hearsay: [0.01, -0.08],
  offered: [-0.72, -0.65],
  legal: [-0.99, -0.37],
  advert: [1.11, 0.53],
  short: [1.03, -0.34],
  long: [-0.51, -1.49],
  modelEmergency: [1.61, 0.88],
  modelOffer: [0.48, 1.35],
  sentenceEmergency: [-0.05, -0.4],
  sentenceOffer: [0.25, -0.09],
  modelAlone: [1.15, 0.29],
  offerAlone: [-0.29, 0.99],
  calmEmergency: [-0.69, -0.56],
  calmOffer: [-0.18, 0.01],
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
