import { BUCKETS, type Features } from './features.ts'

/**
 * A multinomial logistic regression. In production the weights are one signed byte each with one scale for all: a quarter
 * of the memory traffic, and the same answers (docs/decisions/0002-understanding.md). While training they are floats.
 */
export class LinearModel {
  readonly labels: readonly string[]
  readonly weights: Float32Array | Int8Array
  readonly bias: Float32Array
  readonly scale: number

  constructor(labels: readonly string[], weights: Float32Array | Int8Array, bias: Float32Array, scale = 1) {
    if (weights.length !== labels.length * BUCKETS || bias.length !== labels.length) {
      throw new Error(
        `A model of ${labels.length} labels needs ${labels.length * BUCKETS} weights, got ${weights.length}.`,
      )
    }
    this.labels = labels
    this.weights = weights
    this.bias = bias
    this.scale = scale
  }

  /** Writes the text's raw scores into `into`, one per label. */
  score(features: Features, into: Float32Array): void {
    const count = this.labels.length
    const { buckets, weights } = features
    const { weights: own, bias, scale } = this
    into.fill(0)
    for (let i = 0; i < buckets.length; i++) {
      const weight = (weights[i] as number) * scale
      const row = (buckets[i] as number) * count
      for (let c = 0; c < count; c++) into[c] = (into[c] as number) + weight * (own[row + c] as number)
    }
    for (let c = 0; c < count; c++) into[c] = (into[c] as number) + (bias[c] as number)
  }
}

/** Raw scores to probabilities, in place. */
export function softmax(scores: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp((scores[c] ?? 0) - most)
    scores[c] = value
    sum += value
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum
}
