import { BUCKETS, type Features, type MessageFeatures } from './features.ts'

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

  /** Writes the raw scores of one text, whose weights are scaled already, into `into`. */
  score({ buckets, weights }: Features, into: Float64Array): void {
    const count = this.labels.length
    into.fill(0)
    for (let i = 0; i < buckets.length; i++)
      this.addRow(buckets[i] as number, (weights[i] as number) * this.scale, into)
    for (let c = 0; c < count; c++) into[c] = (into[c] as number) + (this.bias[c] as number)
  }

  /**
   * Probabilities of a message as a whole (into `whole`) and of each of its sentences (returned, in order): one pass over the
   * features serves both.
   */
  read(message: MessageFeatures, whole: Float64Array): readonly Float64Array[] {
    const { scale } = this
    const sentences: Float64Array[] = []
    whole.fill(0)
    let wholeSquares = 0
    let from = 0
    for (const end of message.ends) {
      const sum = new Float64Array(this.labels.length)
      let squares = 0
      for (let i = from; i < end; i++) {
        const weight = message.weights[i] as number
        squares += weight * weight
        this.addRow(message.buckets[i] as number, weight * scale, sum)
        if (message.first[i] === 1) wholeSquares += weight * weight
        else this.addRow(message.buckets[i] as number, -weight * scale, whole)
      }
      for (let c = 0; c < sum.length; c++) whole[c] = (whole[c] as number) + (sum[c] as number)
      this.finish(sum, squares)
      sentences.push(sum)
      from = end
    }
    this.finish(whole, wholeSquares)
    return sentences
  }

  private addRow(bucket: number, weight: number, into: Float64Array): void {
    const own = this.weights
    const count = into.length
    const row = bucket * count
    for (let c = 0; c < count; c++) into[c] = (into[c] as number) + weight * (own[row + c] as number)
  }

  private finish(sum: Float64Array, squares: number): void {
    const length = squares === 0 ? 1 : Math.sqrt(squares)
    for (let c = 0; c < sum.length; c++) sum[c] = (sum[c] as number) / length + (this.bias[c] as number)
    softmax(sum)
  }
}

/** Raw scores to probabilities, in place. */
export function softmax(scores: Float64Array): void {
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
