import { BUCKETS, type Features, type MessageFeatures, WORDS_KEPT, type WordFeatures } from './features.ts'

/** Features of a message that are none of its words: each weighs `each`, the words together `words`. */
export interface Beside {
  readonly buckets: readonly number[]
  readonly words: number
  readonly each: number
}

/**
 * A multinomial logistic regression. In production the weights are one signed byte each with one scale for all: a quarter
 * of the memory traffic, and the same answers (docs/decisions/0002-understanding.md). While training they are floats.
 */
export class LinearModel {
  readonly labels: readonly string[]
  readonly weights: Float32Array | Int8Array
  readonly bias: Float32Array
  readonly scale: number
  /** Per word of the extractor's edition, its rows added up; the last place is for words that are not kept. */
  private wordSums = new Float32Array(0)
  private readonly isSummed = new Uint8Array(WORDS_KEPT + 1)
  private edition = 0

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
   * Probabilities of a message as a whole (into `whole`) and of each of its sentences (returned, in order). `beside`: further
   * buckets of the whole, and what they and the words weigh.
   */
  read(message: MessageFeatures, whole: Float64Array, beside?: Beside): readonly Float64Array[] {
    this.remember(message.edition)
    const { scale } = this
    const sentences: Float64Array[] = []
    whole.fill(0)
    let wholeSquares = 0
    let at = 0
    let from = 0
    for (let sentence = 0; sentence < message.ends.length; sentence++) {
      const sum = new Float64Array(this.labels.length)
      let squares = 0
      for (const end = message.wordEnds[sentence] as number; at < end; at++) {
        const word = message.words[at] as WordFeatures
        const place = this.placeOf(word)
        squares += word.squares
        this.addWord(place, 1, sum)
        if (message.firstWords[at] === 1) wholeSquares += word.squares
        else this.addWord(place, -1, whole)
      }
      for (const end = message.ends[sentence] as number; from < end; from++) {
        const bucket = message.buckets[from] as number
        const weight = message.weights[from] as number
        squares += weight * weight
        this.addRow(bucket, weight * scale, sum)
        if (message.first[from] === 1) wholeSquares += weight * weight
        else this.addRow(bucket, -weight * scale, whole)
      }
      for (let c = 0; c < sum.length; c++) whole[c] = (whole[c] as number) + (sum[c] as number)
      this.finish(sum, squares)
      sentences.push(sum)
    }
    if (beside === undefined) this.finish(whole, wholeSquares)
    else this.finishWith(beside, whole, wholeSquares)
    return sentences
  }

  private remember(edition: number): void {
    if (this.edition === edition) return
    this.edition = edition
    if (this.wordSums.length === 0) this.wordSums = new Float32Array((WORDS_KEPT + 1) * this.labels.length)
    this.isSummed.fill(0)
  }

  /** Where all of a word's rows stand added up; worked out once per edition. */
  private placeOf({ number, buckets, weights }: WordFeatures): number {
    const slot = number === -1 ? WORDS_KEPT : number
    const place = slot * this.labels.length
    if (this.isSummed[slot] === 1 && number !== -1) return place
    this.isSummed[slot] = 1
    const sum = new Float64Array(this.labels.length)
    for (let i = 0; i < buckets.length; i++)
      this.addRow(buckets[i] as number, (weights[i] as number) * this.scale, sum)
    this.wordSums.set(sum, place)
    return place
  }

  private addWord(place: number, sign: number, into: Float64Array): void {
    const own = this.wordSums
    const count = into.length
    for (let c = 0; c < count; c++) into[c] = (into[c] as number) + sign * (own[place + c] as number)
  }

  private addRow(bucket: number, weight: number, into: Float64Array): void {
    const own = this.weights
    const count = into.length
    const row = bucket * count
    for (let c = 0; c < count; c++) into[c] = (into[c] as number) + weight * (own[row + c] as number)
  }

  private finishWith({ buckets, words, each }: Beside, whole: Float64Array, squares: number): void {
    const scale = squares === 0 ? 1 : words / Math.sqrt(squares)
    for (let c = 0; c < whole.length; c++) whole[c] = (whole[c] as number) * scale
    for (const bucket of buckets) this.addRow(bucket, each * this.scale, whole)
    this.finish(whole, 1)
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
  for (let c = 0; c < scores.length; c++) most = Math.max(most, scores[c] as number)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp((scores[c] ?? 0) - most)
    scores[c] = value
    sum += value
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum
}
