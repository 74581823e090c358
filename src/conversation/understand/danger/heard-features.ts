import { BUCKETS, bucketOfName, bucketOfPair, type Features, nameHash } from '../model/features.ts'
import type { Findings } from './find.ts'
import { MARKS } from './marks.ts'
import { CONCEPTS } from './matching/lexicon.ts'
import { type Scan, type Span, startOf } from './matching/scan.ts'

/*
 * What the guard hears, as features of its trained model: the concepts in place of the words, pairs of them that stand near
 * each other, in order, and each mark beside each sign. So "my employer hits" and "dunungan neunggeul" teach the same, and a
 * frame ("in my novel", "not yet left") learnt beside one danger holds beside the others.
 */

/** How much each counts beside the words, whose features have length one together. */
const WEIGHT = 0.12
/** How far on the second of a pair may begin. In words. */
const REACH = 3
/** More says nothing new, and the time stays bounded. */
const MOST = 600
/** Room for a word's number beside a concept's. */
const SHIFT = 10

const HASHES = CONCEPTS.map((name) => nameHash(`heard ${name}`))
const ALONE = CONCEPTS.map((name) => bucketOfName(`heard ${name}`))
const MARK_HASHES = MARKS.map((name) => nameHash(`mark ${name}`))
const signHashes = new Map<string, number>()

const isIn = new Uint8Array(BUCKETS)
const starts: number[] = []

function add(bucket: number, into: number[]): void {
  if (isIn[bucket] === 1 || into.length === MOST) return
  isIn[bucket] = 1
  into.push(bucket)
}

/** Adds a sentence's concepts and pairs to `into`; after the last sentence, `finishHeard`. */
export function addHeard(scan: Scan, into: number[]): void {
  starts.length = 0
  for (const concept of scan.present) {
    add(ALONE[concept] as number, into)
    for (const span of scan.spans[concept] as readonly Span[]) starts.push((startOf(span) << SHIFT) | concept)
  }
  starts.sort((a, b) => a - b)
  const mask = (1 << SHIFT) - 1
  for (let i = 0; i < starts.length; i++) {
    const one = starts[i] as number
    for (let j = i + 1; j < starts.length; j++) {
      const other = starts[j] as number
      const steps = (other >> SHIFT) - (one >> SHIFT)
      if (steps > REACH) break
      if (steps > 0) add(bucketOfPair(HASHES[one & mask] as number, HASHES[other & mask] as number), into)
    }
  }
}

/** Adds the marks beside the signs, and makes ready for the next message. */
export function finishHeard(marks: Uint8Array, found: readonly Findings[], into: number[]): void {
  for (const findings of found)
    for (const sign of findings.keys()) {
      const hash = signHash(sign)
      for (let mark = 0; mark < marks.length; mark++)
        if (marks[mark] !== 0) add(bucketOfPair(MARK_HASHES[mark] as number, hash), into)
    }
  for (const bucket of into) isIn[bucket] = 0
}

function signHash(sign: string): number {
  const known = signHashes.get(sign)
  if (known !== undefined) return known
  const hash = nameHash(`sign ${sign}`)
  signHashes.set(sign, hash)
  return hash
}

/** A message's features with what was heard in it, at length one again: what the danger model learns from. */
export function withHeard({ buckets, weights }: Features, heard: readonly number[]): Features {
  const scale = scaleOf(heard.length)
  return {
    buckets: Int32Array.from([...buckets, ...heard]),
    weights: Float32Array.from([
      ...weights.map((weight) => weight * scale),
      ...heard.map(() => WEIGHT * scale),
    ]),
  }
}

/** What words and what is heard weigh in a message where so much is heard; together they have length one. */
export function shares(heard: number): { readonly words: number; readonly each: number } {
  const scale = scaleOf(heard)
  return { words: scale, each: WEIGHT * scale }
}

function scaleOf(heard: number): number {
  return 1 / Math.sqrt(1 + WEIGHT * WEIGHT * heard)
}
