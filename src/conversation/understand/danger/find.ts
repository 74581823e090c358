import type { DangerSign } from '../../../core/topic.ts'
import { CONCEPTS, conceptNumber } from './matching/lexicon.ts'
import { heard, type Rule } from './matching/rule.ts'
import type { Scan, Span } from './matching/scan.ts'
import { EMERGENCY_RULES, OFFER_RULES } from './signs/index.ts'
import type { Concept } from './words/index.ts'

/** Signs heard in one sentence, with the points of the strongest rule each was heard by. */
export type Findings = ReadonlyMap<DangerSign, number>

/** Rules by the concepts of their first place: a rule is only looked at when one of them is there. */
function byFirst(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const table: Rule[][] = CONCEPTS.map(() => [])
  for (const rule of rules) for (const concept of rule.first) table[concept]?.push(rule)
  return table
}

const EMERGENCY = byFirst(EMERGENCY_RULES)
const OFFER = byFirst(OFFER_RULES)
const DENIAL = number('DENIAL')
const BETWEEN = number('BETWEEN')
const FIGURATIVE = number('FIGURATIVE')
/** Words after a finding within which a figure of speech is told ("mati ketawa", "disiksa rindu"). */
const FIGURE_REACH = 2
const DENIAL_REACH = 3

function number(name: Concept): number {
  return conceptNumber(name) ?? -1
}

export function findEmergency(scan: Scan): Findings {
  return find(scan, EMERGENCY)
}

export function findOffer(scan: Scan): Findings {
  return find(scan, OFFER)
}

function find(scan: Scan, table: readonly (readonly Rule[])[]): Findings {
  const found = new Map<DangerSign, number>()
  const allows = (main: Span, last: Span): boolean => !isDenied(scan, main) && !isFigure(scan, main, last)
  for (const concept of scan.present)
    for (const rule of table[concept] ?? []) {
      if ((found.get(rule.sign) ?? 0) >= rule.points) continue
      if (heard(rule, scan, allows) !== undefined) found.set(rule.sign, rule.points)
    }
  return found
}

/** "tidak dipukul", "tidak pernah dipukul", "no violence": a no right before the finding, or parted from it by an auxiliary. */
function isDenied(scan: Scan, { start }: Span): boolean {
  for (let at = start - 1; at >= start - DENIAL_REACH && at >= 0; at--) {
    if (isAt(scan, DENIAL, at)) return true
    if (!isAt(scan, BETWEEN, at)) return false
  }
  return false
}

function isFigure(scan: Scan, main: Span, last: Span): boolean {
  const end = Math.max(main.end, last.end)
  for (const { start } of scan.spans[FIGURATIVE] ?? [])
    if (start > main.end && start <= Math.min(main.end + FIGURE_REACH, end + FIGURE_REACH)) return true
  return false
}

function isAt(scan: Scan, concept: number, at: number): boolean {
  return (scan.spans[concept] ?? []).some(({ start, end }) => start <= at && at <= end)
}
