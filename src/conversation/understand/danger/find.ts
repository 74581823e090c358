import type { DangerSign } from '../../../core/topic.ts'
import { CONCEPTS, conceptNumber } from './matching/lexicon.ts'
import { heard, type Rule } from './matching/rule.ts'
import { endOf, type Scan, type Span, startOf } from './matching/scan.ts'
import { EMERGENCY_RULES, OFFER_RULES } from './signs/index.ts'
import type { Concept } from './words/index.ts'

/** Signs with the points of the strongest rule each was heard by. */
export type Findings = ReadonlyMap<DangerSign, number>

/** Rules by the concepts of their first place: a rule is only looked at when one of them is there. Strongest first. */
function byFirst(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const table: Rule[][] = CONCEPTS.map(() => [])
  for (const rule of [...rules].sort((a, b) => b.points - a.points))
    for (const concept of rule.first) table[concept]?.push(rule)
  return table
}

const EMERGENCY = byFirst(EMERGENCY_RULES)
const OFFER = byFirst(OFFER_RULES)
const DENIAL = numberOf('DENIAL')
const BETWEEN = numberOf('BETWEEN')
const OR = numberOf('OR')
const FIGURATIVE = numberOf('FIGURATIVE')
/** Words after a finding within which a figure of speech is told ("mati ketawa", "disiksa rindu"). */
const FIGURE_REACH = 2
const DENIAL_REACH = 3
const OR_REACH = 5

function numberOf(name: Concept): number {
  return conceptNumber(name) ?? -1
}

/** Adds the sentence's signs of an emergency to `into`; true when something was taken back by a no. */
export function findEmergency(scan: Scan, into: Map<DangerSign, number>): boolean {
  return find(scan, EMERGENCY, into)
}

/** The same for signs of an illegal offer. */
export function findOffer(scan: Scan, into: Map<DangerSign, number>): boolean {
  return find(scan, OFFER, into)
}

let takenBack = false

function find(scan: Scan, table: readonly (readonly Rule[])[], into: Map<DangerSign, number>): boolean {
  takenBack = false
  for (const concept of scan.present)
    for (const rule of table[concept] as readonly Rule[]) {
      if ((into.get(rule.sign) ?? 0) >= rule.points) continue
      if (heard(rule, scan, stands)) into.set(rule.sign, rule.points)
    }
  return takenBack
}

function stands(scan: Scan, main: Span): boolean {
  if (!isDenied(scan, main) && !isFigure(scan, main)) return true
  takenBack = true
  return false
}

/** "tidak dipukul", "tidak pernah dipukul", "no violence": a no right before the finding, or parted from it by an auxiliary. */
function isDenied(scan: Scan, main: Span): boolean {
  if (!scan.has(DENIAL)) return false
  const start = startOf(main)
  if (isAt(scan, OR, start - 1))
    for (let at = start - 2; at >= start - OR_REACH && at >= 0; at--) if (isAt(scan, DENIAL, at)) return true
  for (let at = start - 1; at >= start - DENIAL_REACH && at >= 0; at--) {
    if (isAt(scan, DENIAL, at)) return true
    if (!isAt(scan, BETWEEN, at)) return false
  }
  return false
}

function isFigure(scan: Scan, main: Span): boolean {
  const end = endOf(main)
  for (const figure of scan.spans[FIGURATIVE] as readonly Span[]) {
    const start = startOf(figure)
    if (start > end && start <= end + FIGURE_REACH) return true
  }
  return false
}

function isAt(scan: Scan, concept: number, at: number): boolean {
  for (const span of scan.spans[concept] as readonly Span[])
    if (startOf(span) <= at && at <= endOf(span)) return true
  return false
}
