/**
 * Turns a text into hashed features: words and concept tags, pairs of both, and the letter groups inside words (which see
 * through typos, affixes and neighbouring languages). Rare features weigh more (`rarity`); a text's weights are scaled to
 * length one, so that long stories and two-word queries are comparable. What a word brings by itself is worked out once and
 * kept: people use the same few thousand words.
 */
export const BUCKETS = 1 << 16
const CHAR_MIN = 3
const CHAR_MAX = 4
/** A whole word says more than a piece of one. */
const WORD_WEIGHT = 2
const TAG_WEIGHT = 3
/** Letters of a word that are read; longer ones are links and noise. */
const LONGEST_WORD = 40
export const WORDS_KEPT = 10_000
const MOST_WORDS = 4_096
const MOST_OTHERS = 8_192

const SEED_WORD = 1
const SEED_PAIR = 2
const SEED_CHARS = 3
const SEED_TAG = 4
const SEED_NAME = 5
const MARK_START = 94
const MARK_END = 36

/** Features of one text: bucket numbers and a weight each. A letter group of two words stands twice. */
export interface Features {
  readonly buckets: Int32Array
  readonly weights: Float32Array
}

/** How much a feature of each bucket counts; 1 for all before anything is known. */
export type Rarity = Float32Array

/** What a word brings wherever it stands: itself, first, and its letter groups. Weights are not scaled. */
export interface WordFeatures {
  readonly hash: number
  readonly buckets: Int32Array
  readonly weights: Float64Array
  readonly squares: number
  /** A number below `WORDS_KEPT` of its own as long as the edition lasts; -1 when it is not kept. */
  readonly number: number
}

/** FNV-1a over UTF-16 units, with a mark before and after where the range goes beyond the word. */
function hashOf(text: string, from: number, to: number, end: number, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = from; i < to; i++) {
    const code = i < 0 ? MARK_START : i >= end ? MARK_END : text.charCodeAt(i)
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  return hash
}

/** A finishing step, so that neighbouring strings spread. */
function bucketOf(hash: number): number {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 12
  return mixed & (BUCKETS - 1)
}

function pairOf(before: number, after: number, seed: number): number {
  return bucketOf(Math.imul(before ^ Math.imul(seed, 0x9e3779b1), 0x01000193) ^ after)
}

/** For features that are neither words nor tags: a name's hash, its bucket, and the bucket of two names in order. */
export function nameHash(name: string): number {
  return hashOf(name, 0, name.length, name.length, SEED_NAME)
}

export function bucketOfName(name: string): number {
  return bucketOf(nameHash(name))
}

export function bucketOfPair(before: number, after: number): number {
  return pairOf(before, after, SEED_NAME)
}

/** A clause as the models read it: its normalised words and the concepts in it, in order. */
export interface Piece {
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/** The features of a message, sentence after sentence; valid until the extractor is used again. Weights are not scaled. */
export interface MessageFeatures {
  /** Changes when words get new numbers; no two extractors share one. */
  readonly edition: number
  /** Per word said, once a sentence. */
  readonly words: readonly WordFeatures[]
  /** 1 where a word stands for the first time in the message: those alone make up the whole. */
  readonly firstWords: Uint8Array
  readonly wordEnds: readonly number[]
  /** Pairs of words, tags, and pairs of tags. */
  readonly count: number
  readonly buckets: Int32Array
  readonly weights: Float64Array
  readonly first: Uint8Array
  /** 1 for tags. */
  readonly solid: Uint8Array
  /** Where each sentence's features end. */
  readonly ends: readonly number[]
}

let editions = 0

/** Collects features without allocating per feature; one instance serves any number of messages, one after the other. */
export class FeatureExtractor implements MessageFeatures {
  edition = ++editions
  readonly words: WordFeatures[] = []
  readonly firstWords = new Uint8Array(MOST_WORDS)
  readonly wordEnds: number[] = []
  count = 0
  readonly buckets = new Int32Array(MOST_OTHERS)
  readonly weights = new Float64Array(MOST_OTHERS)
  readonly first = new Uint8Array(MOST_OTHERS)
  readonly solid = new Uint8Array(MOST_OTHERS)
  readonly ends: number[] = []
  /** Which message and which sentence a bucket was last seen in; bytes, so that both stay in the processor's cache. */
  private readonly inMessage = new Uint8Array(BUCKETS)
  private readonly inPiece = new Uint8Array(BUCKETS)
  private message = 0
  private piece = 0
  private readonly rarity: Rarity | null
  /** Words seen lately; emptied when full, so that a flood of odd words cannot grow it. */
  private readonly known = new Map<string, WordFeatures>()

  constructor(rarity: Rarity | null) {
    this.rarity = rarity
  }

  extract(pieces: readonly Piece[]): MessageFeatures {
    this.message = next(this.message, this.inMessage)
    if (this.known.size > WORDS_KEPT - MOST_WORDS) {
      this.known.clear()
      this.edition = ++editions
    }
    this.count = 0
    this.words.length = 0
    this.wordEnds.length = 0
    this.ends.length = 0
    for (const { words, tags } of pieces) {
      this.piece = next(this.piece, this.inPiece)
      this.read(words)
      this.tags(tags)
      this.wordEnds.push(this.words.length)
      this.ends.push(this.count)
    }
    return this
  }

  private read(all: readonly string[]): void {
    let before: WordFeatures | undefined
    for (const written of all) {
      if (this.words.length === MOST_WORDS) return
      const word = this.wordOf(written)
      const bucket = word.buckets[0] as number
      if (this.inPiece[bucket] !== this.piece) {
        this.inPiece[bucket] = this.piece
        this.firstWords[this.words.length] = this.inMessage[bucket] === this.message ? 0 : 1
        this.inMessage[bucket] = this.message
        this.words.push(word)
      }
      if (before !== undefined) this.add(pairOf(before.hash, word.hash, SEED_PAIR), WORD_WEIGHT, 0)
      before = word
    }
  }

  private wordOf(written: string): WordFeatures {
    const known = this.known.get(written)
    if (known !== undefined) return known
    if (written.length > LONGEST_WORD) return this.featuresOf(written.slice(0, LONGEST_WORD), -1)
    const word = this.featuresOf(written, this.known.size)
    this.known.set(written, word)
    return word
  }

  private featuresOf(word: string, number: number): WordFeatures {
    const end = word.length
    const hash = hashOf(word, 0, end, end, SEED_WORD)
    const buckets = [bucketOf(hash)]
    for (let size = CHAR_MIN; size <= CHAR_MAX; size++)
      for (let from = -1; from + size <= end + 1; from++)
        buckets.push(bucketOf(hashOf(word, from, from + size, end, SEED_CHARS)))
    const weights = Float64Array.from(buckets, (bucket, at) => this.weigh(bucket, at === 0 ? WORD_WEIGHT : 1))
    let squares = 0
    for (const weight of weights) squares += weight * weight
    return { hash, buckets: Int32Array.from(buckets), weights, squares, number }
  }

  private tags(tags: readonly string[]): void {
    let before = 0
    for (const tag of tags) {
      const hash = hashOf(tag, 0, tag.length, tag.length, SEED_TAG)
      this.add(bucketOf(hash), TAG_WEIGHT, 1)
      if (before !== 0) this.add(pairOf(before, hash, SEED_TAG), WORD_WEIGHT, 0)
      before = hash
    }
  }

  private add(bucket: number, weight: number, solid: 0 | 1): void {
    if (this.inPiece[bucket] === this.piece || this.count === MOST_OTHERS) return
    this.inPiece[bucket] = this.piece
    const at = this.count++
    this.buckets[at] = bucket
    this.weights[at] = this.weigh(bucket, weight)
    this.first[at] = this.inMessage[bucket] === this.message ? 0 : 1
    this.solid[at] = solid
    this.inMessage[bucket] = this.message
  }

  private weigh(bucket: number, weight: number): number {
    return this.rarity === null ? weight : weight * (this.rarity[bucket] as number)
  }
}

/** The number after `mark`; after the last one the marks are wiped and it begins anew. */
function next(mark: number, marks: Uint8Array): number {
  if (mark < 255) return mark + 1
  marks.fill(0)
  return 1
}

/** The whole message's features, scaled to length one: what a model learns from. `solidOnly`: words and tags alone. */
export function wholeOf(message: MessageFeatures, solidOnly = false): Features {
  const buckets: number[] = []
  const weights: number[] = []
  for (const [at, word] of message.words.entries()) {
    if (message.firstWords[at] === 0) continue
    buckets.push(...(solidOnly ? word.buckets.subarray(0, 1) : word.buckets))
    weights.push(...(solidOnly ? word.weights.subarray(0, 1) : word.weights))
  }
  for (let i = 0; i < message.count; i++) {
    if (message.first[i] === 0 || (solidOnly && message.solid[i] === 0)) continue
    buckets.push(message.buckets[i] as number)
    weights.push(message.weights[i] as number)
  }
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0)
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  return {
    buckets: Int32Array.from(buckets),
    weights: Float32Array.from(weights, (weight) => weight * scale),
  }
}

/** Rarity of each bucket over a set of texts: a power of the inverse document frequency; never seen counts as seen once. */
export function rarityOf(texts: Iterable<Features>, power: number): Rarity {
  const seen = new Float32Array(BUCKETS)
  let total = 0
  for (const { buckets } of texts) {
    total++
    for (const bucket of new Set(buckets)) seen[bucket] = (seen[bucket] as number) + 1
  }
  return seen.map((count) => Math.log((total + 1) / (count + 1)) ** power)
}
