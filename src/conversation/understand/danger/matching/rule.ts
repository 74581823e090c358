import type { DangerSign } from '../../../../core/topic.ts'
import { conceptNumber } from './lexicon.ts'
import { endOf, type Scan, type Span, startOf } from './scan.ts'

/** How much a finding says by itself, in points; see `weigh.ts`. */
export type Points = 1 | 2 | 3 | 4

/** A pattern heard as a sign. */
export interface Rule {
  readonly sign: DangerSign
  readonly points: Points
  /** Concept numbers that may fill the first place, and each of the others. */
  readonly first: readonly number[]
  readonly others: readonly (readonly number[])[]
  /** The words all places must lie within. */
  readonly window: number
  readonly ordered: boolean
  /** How many of the places, from the first, a no before them takes the finding back: all, unless a place is a no itself. */
  readonly deniable: number
}

const WINDOW = 6
const NO_CONCEPTS: readonly string[] = [
  'NOT',
  'NOT_ALLOWED',
  'BANNED',
  'NO_WISH',
  'NO_MONEY',
  'NO_COMPANY',
  'NO_PT',
  'NO_SKILL',
  'DISMISS',
  'FORBID',
]

/**
 * Reads patterns, one a line: `3 HURT_DO > ME|KIN ~5`. The number is the points; names are concepts, `|` offers a choice for one
 * place; with `>` the places stand in this order; `~5` is the width in words, six unless told. A `!` at the end: a no before it
 * does not cancel it. Throws on a name that is no concept: a misspelt rule would listen for nothing.
 */
export function rules(sign: DangerSign, patterns: string): readonly Rule[] {
  return patterns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => rule(sign, line))
}

function rule(sign: DangerSign, line: string): Rule {
  const [points, ...tokens] = line.split(/\s+/)
  const width = tokens.find((token) => token.startsWith('~'))
  const names = tokens.filter((token) => token !== '>' && token !== '!' && !token.startsWith('~'))
  const places = names.map((name) =>
    name.split('|').map((choice) => {
      const number = conceptNumber(choice)
      if (number === undefined) throw new Error(`No concept "${choice}" in the ${sign} rule "${line}".`)
      return number
    }),
  )
  if (places.length === 0 || !/^[1-4]$/.test(points ?? ''))
    throw new Error(`Not a rule for ${sign}: "${line}".`)
  return {
    sign,
    points: Number(points) as Points,
    first: places[0] ?? [],
    others: places.slice(1),
    window: width === undefined ? WINDOW : Number(width.slice(1)),
    ordered: tokens.includes('>'),
    deniable: tokens.includes('!') || isNo(names[0] ?? '') ? 0 : names.some(isNo) ? 1 : names.length,
  }
}

function isNo(place: string): boolean {
  return place.split('|').some((concept) => NO_CONCEPTS.includes(concept))
}

/** Whether the rule is heard in the sentence and `allows` lets its first place's finding stand. */
export function heard(
  rule: Rule,
  scan: Scan,
  allows: (scan: Scan, places: readonly Span[], deniable: number) => boolean,
): boolean {
  const { first, others } = rule
  for (const place of others) if (!isPresent(scan, place)) return false
  for (const concept of first)
    for (const main of scan.spans[concept] as readonly Span[]) {
      used[0] = main
      if (fits(rule, scan, 0, startOf(main), endOf(main)) && allows(scan, used, rule.deniable)) return true
    }
  return false
}

/** The spans of the places filled so far; a pattern has at most five. */
const used: Span[] = [0, 0, 0, 0, 0]

function isPresent(scan: Scan, place: readonly number[]): boolean {
  for (const concept of place) if (scan.has(concept)) return true
  return false
}

/** Fills the places from `at` on, within the window. */
function fits(rule: Rule, scan: Scan, at: number, low: number, high: number): boolean {
  const place = rule.others[at]
  if (place === undefined) return true
  const before = endOf(used[at] as Span)
  for (const concept of place)
    for (const span of scan.spans[concept] as readonly Span[]) {
      const start = startOf(span)
      if (rule.ordered && start <= before) continue
      const from = Math.min(low, start)
      const to = Math.max(high, endOf(span))
      if (to - from >= rule.window || (!rule.ordered && isUsed(span, at))) continue
      used[at + 1] = span
      if (fits(rule, scan, at + 1, from, to)) return true
    }
  return false
}

/** One word may not fill two places. */
function isUsed(span: Span, last: number): boolean {
  for (let i = 0; i <= last; i++) {
    const other = used[i] as Span
    if (startOf(span) <= endOf(other) && startOf(other) <= endOf(span)) return true
  }
  return false
}
