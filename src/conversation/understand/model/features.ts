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
const TAG_WEIGHT = 3
const MOST_FEATURES = 16_384

const SEED_WORD = 1
const SEED_PAIR = 2
const SEED_CHARS = 3
const SEED_TAG = 4
const MARK_START = 94
const MARK_END = 36

/** Features of one text: bucket numbers without repeats and a weight each. */
export interface Features {
  readonly buckets: Int32Array
  readonly weights: Float32Array
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

/** Like `hashRange`, with a mark in place of the letter before `start` and after `end`. */
function hashLetters(text: string, from: number, to: number, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(SEED_CHARS, 0x9e3779b1)
  for (let i = from; i < to; i++) {
    const code = i < start ? MARK_START : i >= end ? MARK_END : text.charCodeAt(i)
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash & (BUCKETS - 1)
}

/** A sentence as the models read it: its normalised text and the concepts in it, in order. */
export interface Piece {
  readonly text: string
  readonly tags: readonly string[]
}

/** The features of a message, sentence after sentence; valid until the extractor is used again. Weights are not scaled. */
export interface MessageFeatures {
  readonly count: number
  readonly buckets: Int32Array
  readonly weights: Float64Array
  /** 1 where the bucket stands for the first time in the message: those alone make up the whole. */
  readonly first: Uint8Array
  /** 1 for words and tags. */
  readonly solid: Uint8Array
  /** Where each sentence's features end. */
  readonly ends: readonly number[]
}

/** Collects features without allocating per feature; one instance serves any number of messages, one after the other. */
export class FeatureExtractor implements MessageFeatures {
  count = 0
  readonly buckets = new Int32Array(MOST_FEATURES)
  readonly weights = new Float64Array(MOST_FEATURES)
  readonly first = new Uint8Array(MOST_FEATURES)
  readonly solid = new Uint8Array(MOST_FEATURES)
  readonly ends: number[] = []
  /** Which message and which sentence a bucket was last seen in; bytes, so that both stay in the processor's cache. */
  private readonly inMessage = new Uint8Array(BUCKETS)
  private readonly inPiece = new Uint8Array(BUCKETS)
  private message = 0
  private piece = 0
  private readonly rarity: Rarity | null

  constructor(rarity: Rarity | null) {
    this.rarity = rarity
  }

  extract(pieces: readonly Piece[]): MessageFeatures {
    this.message = next(this.message, this.inMessage)
    this.count = 0
    this.ends.length = 0
    for (const { text, tags } of pieces) {
      this.piece = next(this.piece, this.inPiece)
      this.words(text)
      this.tags(tags)
      this.ends.push(this.count)
    }
    return this
  }

  private words(text: string): void {
    let start = 0
    let before = -1
    while (start < text.length) {
      let end = text.indexOf(' ', start)
      if (end === -1) end = text.length
      this.add(hashRange(text, start, end, SEED_WORD), WORD_WEIGHT, 1)
      if (before !== -1) this.add(hashRange(text, before, end, SEED_PAIR), WORD_WEIGHT, 0)
      this.letters(text, start, end)
      before = start
      start = end + 1
    }
  }

  /** Letter groups of one word, with a mark where the word begins and ends. */
  private letters(text: string, start: number, end: number): void {
    for (let size = CHAR_MIN; size <= CHAR_MAX; size++) {
      for (let from = start - 1; from + size <= end + 1; from++) {
        this.add(hashLetters(text, from, from + size, start, end), 1, 0)
      }
    }
  }

  private tags(tags: readonly string[]): void {
    let before = ''
    for (const tag of tags) {
      this.add(hashRange(tag, 0, tag.length, SEED_TAG), TAG_WEIGHT, 1)
      if (before !== '') {
        const pair = `${before}>${tag}`
        this.add(hashRange(pair, 0, pair.length, SEED_TAG), WORD_WEIGHT, 0)
      }
      before = tag
    }
  }

  private add(bucket: number, weight: number, solid: 0 | 1): void {
    if (this.inPiece[bucket] === this.piece || this.count === MOST_FEATURES) return
    this.inPiece[bucket] = this.piece
    const at = this.count++
    this.buckets[at] = bucket
    this.weights[at] = this.rarity === null ? weight : weight * (this.rarity[bucket] as number)
    this.first[at] = this.inMessage[bucket] === this.message ? 0 : 1
    this.solid[at] = solid
    this.inMessage[bucket] = this.message
  }
}

/** The number after `mark`; after the last one the marks are wiped and it begins anew. */
function next(mark: number, marks: Uint8Array): number {
  if (mark < 255) return mark + 1
  marks.fill(0)
  return 1
}

/** The whole message's features, each once, scaled to length one: what a model learns from. */
export function wholeOf(message: MessageFeatures, solidOnly = false): Features {
  const places: number[] = []
  let squares = 0
  for (let i = 0; i < message.count; i++) {
    if (message.first[i] === 0 || (solidOnly && message.solid[i] === 0)) continue
    places.push(i)
    squares += (message.weights[i] as number) ** 2
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  return {
    buckets: Int32Array.from(places, (i) => message.buckets[i] as number),
    weights: Float32Array.from(places, (i) => (message.weights[i] as number) * scale),
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
