import { BUCKETS, type Features, type MessageFeatures, type WordFeatures } from './features.ts'

/** How many of the nearest phrases vote. */
const VOTERS = 15
/** A vote counts by likeness to this power: near ones decide. */
const POWER = 3
/** Words in more phrases than this tell nothing apart and are passed over. */
const COMMON = 800

/** Which phrases hold which words, stored as one list per bucket. */
export interface NeighbourData {
  readonly labels: Uint8Array
  /** `starts[b]..starts[b+1]` are the places of bucket `b` in `phrases` and `weights`. */
  readonly starts: Int32Array
  readonly phrases: Uint16Array
  /** 0..255 for 0..1 */
  readonly weights: Uint8Array
}

/**
 * Votes of the training phrases most like a text, by its words and concepts alone. It knows rare wordings that a linear model
 * averages away; the two together are better than either (docs/decisions/0002-understanding.md).
 */
export class Neighbours {
  private readonly data: NeighbourData
  private readonly labelWeights: Float32Array
  private readonly likeness: Float32Array
  private readonly touched: Int32Array

  constructor(data: NeighbourData, labelCount: number) {
    this.data = data
    this.likeness = new Float32Array(data.labels.length)
    this.touched = new Int32Array(data.labels.length)
    this.labelWeights = balance(data.labels, labelCount)
  }

  /** Writes the share of votes per label into `into`; all zero when nothing is alike. */
  vote(message: MessageFeatures, into: Float64Array): void {
    into.fill(0)
    const { words, firstWords, count, first, solid, buckets, weights } = message
    let squares = 0
    for (let at = 0; at < words.length; at++)
      if (firstWords[at] === 1) squares += ((words[at] as WordFeatures).weights[0] as number) ** 2
    for (let i = 0; i < count; i++)
      if (solid[i] === 1 && first[i] === 1) squares += (weights[i] as number) ** 2
    if (squares === 0) return
    const scale = 1 / (Math.sqrt(squares) * 255)
    let found = 0
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as WordFeatures
      if (firstWords[at] === 1)
        found = this.liken(word.buckets[0] as number, (word.weights[0] as number) * scale, found)
    }
    for (let i = 0; i < count; i++)
      if (solid[i] === 1 && first[i] === 1)
        found = this.liken(buckets[i] as number, (weights[i] as number) * scale, found)
    this.count(found, into)
  }

  /** Adds to the likeness of every phrase that holds the feature; how many are touched now. */
  private liken(bucket: number, weight: number, before: number): number {
    const { data, likeness, touched } = this
    const from = data.starts[bucket] as number
    const to = data.starts[bucket + 1] as number
    if (to - from > COMMON) return before
    let found = before
    for (let at = from; at < to; at++) {
      const phrase = data.phrases[at] as number
      if (likeness[phrase] === 0) touched[found++] = phrase
      likeness[phrase] = (likeness[phrase] as number) + weight * (data.weights[at] as number)
    }
    return found
  }

  private count(found: number, into: Float64Array): void {
    const { likeness, touched, data, labelWeights } = this
    const best = new Float32Array(VOTERS)
    const who = new Int32Array(VOTERS).fill(-1)
    for (let i = 0; i < found; i++) {
      const phrase = touched[i] as number
      const value = likeness[phrase] as number
      likeness[phrase] = 0
      if (value <= (best[VOTERS - 1] as number)) continue
      let at = VOTERS - 1
      while (at > 0 && (best[at - 1] as number) < value) {
        best[at] = best[at - 1] as number
        who[at] = who[at - 1] as number
        at--
      }
      best[at] = value
      who[at] = phrase
    }
    let sum = 0
    for (let i = 0; i < VOTERS; i++) {
      const phrase = who[i] as number
      if (phrase === -1) break
      const label = data.labels[phrase] as number
      const vote = (best[i] as number) ** POWER * (labelWeights[label] as number)
      into[label] = (into[label] as number) + vote
      sum += vote
    }
    if (sum > 0) for (let c = 0; c < into.length; c++) into[c] = (into[c] as number) / sum
  }
}

/** Labels with few phrases get louder votes, by the square root of how few. */
export function balance(labels: ArrayLike<number>, labelCount: number): Float32Array {
  const counts = new Float32Array(labelCount)
  for (let i = 0; i < labels.length; i++)
    counts[labels[i] as number] = (counts[labels[i] as number] as number) + 1
  return counts.map((count) => (count === 0 ? 1 : Math.sqrt(labels.length / labelCount / count)))
}

/** Builds the lists from phrases' words and tags, scaled to length one. At most 65 535 phrases and 256 labels fit. */
export function buildNeighbours(
  phrases: readonly { readonly features: Features; readonly label: number }[],
): NeighbourData {
  if (phrases.length > 65_535)
    throw new Error(`At most 65535 phrases fit into the neighbour lists, got ${phrases.length}.`)
  const lists: [number, number][][] = Array.from({ length: BUCKETS }, () => [])
  for (const [index, { features }] of phrases.entries()) {
    for (const [i, bucket] of features.buckets.entries()) {
      lists[bucket]?.push([index, Math.round((features.weights[i] as number) * 255)])
    }
  }
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  const starts = new Int32Array(BUCKETS + 1)
  const where = new Uint16Array(total)
  const weights = new Uint8Array(total)
  let at = 0
  for (const [bucket, list] of lists.entries()) {
    starts[bucket] = at
    for (const [phrase, weight] of list) {
      where[at] = phrase
      weights[at++] = weight
    }
  }
  starts[BUCKETS] = at
  return { labels: Uint8Array.from(phrases.map(({ label }) => label)), starts, phrases: where, weights }
}
