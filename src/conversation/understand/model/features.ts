/**
 * Turns a text into hashed features: words and concept tags, word pairs, and the letter groups inside words (which see
 * through typos, affixes and neighbouring languages). Rare features weigh more (`rarity`); a text's weights are scaled to
 * length one, so that long stories and two-word queries are comparable.
 */
export const BUCKETS = 1 << 16
const CHAR_MIN = 3
const CHAR_MAX = 4
/** A whole word says more than a piece of one. */
const WORD_WEIGHT = 2
const MOST_FEATURES = 16_384

const SEED_WORD = 1
const SEED_PAIR = 2
const SEED_CHARS = 3
const SEED_TAG = 4

/** Features of one text: bucket numbers without repeats and a weight each. */
export interface Features {
  readonly buckets: Int32Array
  readonly weights: Float32Array
  /** The first `solid` features are words and tags; pairs and letter groups follow. */
  readonly solid: number
}

/** How much a feature of each bucket counts; 1 for all before anything is known. */
export type Rarity = Float32Array

/** FNV-1a over UTF-16 units from `start` to `end`, finished with a mixing step so that neighbouring strings spread. */
function hashRange(text: string, start: number, end: number, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash & (BUCKETS - 1)
}

/** Collects features without allocating per feature; one instance serves any number of texts, one after the other. */
export class FeatureExtractor {
  private readonly seen = new Int32Array(BUCKETS).fill(-1)
  private round = -1
  private readonly buckets = new Int32Array(MOST_FEATURES)
  private readonly weights = new Float32Array(MOST_FEATURES)
  private count = 0
  private readonly rarity: Rarity | null

  constructor(rarity: Rarity | null) {
    this.rarity = rarity
  }

  /** `tags` are names of concepts found in the text, in order. The result is valid until the next call. */
  extract(text: string, tags: readonly string[]): Features {
    this.round++
    this.count = 0
    this.eachWord(text, (start, end) => this.add(hashRange(text, start, end, SEED_WORD), WORD_WEIGHT))
    for (const tag of tags) this.add(hashRange(tag, 0, tag.length, SEED_TAG), WORD_WEIGHT)
    const solid = this.count
    let before = -1
    this.eachWord(text, (start, end) => {
      if (before !== -1) this.add(hashRange(text, before, end, SEED_PAIR), WORD_WEIGHT)
      before = start
      const marked = `^${text.slice(start, end)}$`
      for (let size = CHAR_MIN; size <= CHAR_MAX; size++) {
        for (let at = 0; at + size <= marked.length; at++)
          this.add(hashRange(marked, at, at + size, SEED_CHARS), 1)
      }
    })
    for (let i = 1; i < tags.length; i++) {
      const pair = `${tags[i - 1]}>${tags[i]}`
      this.add(hashRange(pair, 0, pair.length, SEED_TAG), WORD_WEIGHT)
    }
    return { buckets: this.buckets.subarray(0, this.count), weights: this.scaled(), solid }
  }

  private eachWord(text: string, visit: (start: number, end: number) => void): void {
    let start = 0
    while (start < text.length) {
      let end = text.indexOf(' ', start)
      if (end === -1) end = text.length
      visit(start, end)
      start = end + 1
    }
  }

  private add(bucket: number, weight: number): void {
    if (this.seen[bucket] === this.round || this.count === MOST_FEATURES) return
    this.seen[bucket] = this.round
    this.buckets[this.count] = bucket
    this.weights[this.count] = this.rarity === null ? weight : weight * (this.rarity[bucket] as number)
    this.count++
  }

  private scaled(): Float32Array {
    const weights = this.weights.subarray(0, this.count)
    let squares = 0
    for (let i = 0; i < weights.length; i++) squares += (weights[i] as number) ** 2
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * scale
    return weights
  }
}

/** Rarity of each bucket over a set of texts: a power of the inverse document frequency; never seen counts as seen once. */
export function rarityOf(texts: Iterable<Features>, power: number): Rarity {
  const seen = new Float32Array(BUCKETS)
  let total = 0
  for (const { buckets } of texts) {
    total++
    for (const bucket of buckets) seen[bucket] = (seen[bucket] as number) + 1
  }
  return seen.map((count) => Math.log((total + 1) / (count + 1)) ** power)
}
