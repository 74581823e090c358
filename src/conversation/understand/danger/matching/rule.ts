import type { DangerSign } from '../../../../core/topic.ts'
import { conceptNumber } from './lexicon.ts'
import type { Scan, Span } from './scan.ts'

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
  /** A no before the first place cancels the finding. */
  readonly deniable: boolean
}

const WINDOW = 6
const NO_CONCEPTS: readonly string[] = [
  'NOT',
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
    deniable: !tokens.includes('!') && !NO_CONCEPTS.some((no) => (names[0] ?? '').split('|').includes(no)),
  }
}

/** The first place's finding when the rule is heard in the sentence and `allows` lets it stand. */
export function heard(rule: Rule, scan: Scan, allows: (main: Span, last: Span) => boolean): Span | undefined {
  const { first, others } = rule
  for (const place of others) if (!isPresent(scan, place)) return undefined
  for (const concept of first)
    for (const main of scan.spans[concept] ?? []) {
      const last = reach(rule, scan, others, 0, [main], main.start, main.end)
      if (last !== undefined && (!rule.deniable || allows(main, last))) return main
    }
  return undefined
}

function isPresent(scan: Scan, place: readonly number[]): boolean {
  for (const concept of place) if ((scan.spans[concept] as readonly Span[]).length > 0) return true
  return false
}

/** Fills the places one after the other within the window; the last span that completed the pattern. */
function reach(
  rule: Rule,
  scan: Scan,
  places: readonly (readonly number[])[],
  at: number,
  used: readonly Span[],
  low: number,
  high: number,
): Span | undefined {
  const place = places[at]
  const previous = used[used.length - 1] as Span
  if (place === undefined) return previous
  for (const concept of place)
    for (const span of scan.spans[concept] ?? []) {
      if (rule.ordered ? span.start <= previous.end : used.some((other) => overlap(span, other))) continue
      const from = Math.min(low, span.start)
      const to = Math.max(high, span.end)
      if (to - from >= rule.window) continue
      const found = reach(rule, scan, places, at + 1, [...used, span], from, to)
      if (found !== undefined) return found
    }
  return undefined
}

/** One word may not fill two places. */
function overlap(a: Span, b: Span): boolean {
  return a.start <= b.end && a.end >= b.start
}
