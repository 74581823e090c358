import type { DangerSign } from '../../../core/topic.ts'
import { CONCEPTS, conceptNumber } from './matching/lexicon.ts'
import { heard, type Rule } from './matching/rule.ts'
import { endOf, type Scan, type Span, startOf } from './matching/scan.ts'
import { EMERGENCY_RULES, OFFER_RULES } from './signs/index.ts'
import type { Concept } from './words/index.ts'

/** Signs with the points of the strongest rule each was heard by. */
export type Findings = ReadonlyMap<DangerSign, number>

/** The points of the strongest sign; 0 when there is none. */
export function best(findings: Findings): number {
  let most = 0
  for (const points of findings.values()) if (points > most) most = points
  return most
}

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
const ME = numberOf('ME')
const GENERAL = numberOf('GENERAL')
const KIN = numberOf('KIN')
const PERSONS = [ME, KIN, numberOf('EMPLOYER'), numberOf('SOMEONE'), numberOf('RECRUITER')]
const BETWEEN = numberOf('BETWEEN')
const OR = numberOf('OR')
const FIGURATIVE = numberOf('FIGURATIVE')
/** Words after a finding within which a figure of speech is told ("mati ketawa", "disiksa rindu"). */
const FIGURE_REACH = 2
/** How near the speaker or a relative must stand to be the one it happens to. In words. */
const BEFORE = 5
const AFTER = 4
const SUBJECT_REACH = 3
const DENIAL_REACH = 3
const OR_REACH = 5

function numberOf(name: Concept): number {
  return conceptNumber(name) ?? -1
}

/** What was found beside the signs themselves. */
export interface Beside {
  /** Something was taken back by a no or was a figure of speech. */
  readonly takenBack: boolean
  /** The speaker or somebody of theirs stands beside a finding. */
  readonly victim: boolean
  /** A relative stands beside a finding. */
  readonly relative: boolean
  /** Workers in general are what it happens to ("pekerja yang dipukul"). */
  readonly workers: boolean
}

/** Adds the sentence's signs of an emergency to `into`. The result is valid until the next call. */
export function findEmergency(scan: Scan, into: Map<DangerSign, number>): Beside {
  return find(scan, EMERGENCY, into)
}

/** The same for signs of an illegal offer. */
export function findOffer(scan: Scan, into: Map<DangerSign, number>): Beside {
  return find(scan, OFFER, into)
}

const beside = { takenBack: false, victim: false, relative: false, workers: false }

function find(scan: Scan, table: readonly (readonly Rule[])[], into: Map<DangerSign, number>): Beside {
  beside.takenBack = false
  beside.victim = false
  beside.relative = false
  beside.workers = false
  for (const concept of scan.present)
    for (const rule of table[concept] as readonly Rule[]) {
      if ((into.get(rule.sign) ?? 0) >= rule.points) continue
      if (heard(rule, scan, stands)) into.set(rule.sign, rule.points)
    }
  return beside
}

function stands(scan: Scan, places: readonly Span[], deniable: number): boolean {
  const main = places[0] as Span
  if (deniable > 0 && isFigure(scan, main)) return takeBack()
  for (let i = 0; i < deniable; i++) {
    const place = places[i] as Span
    if (isDenied(scan, place) && !isPerson(scan, place)) return takeBack()
  }
  beside.relative ||= isNear(scan, KIN, main)
  beside.victim ||= beside.relative || isNear(scan, ME, main)
  beside.workers ||= isBefore(scan, GENERAL, main)
  return true
}

/** A no before a person belongs to what went before: "bisa gak, anak saya dipukul". */
function isPerson(scan: Scan, place: Span): boolean {
  return PERSONS.some((person) => isAt(scan, person, startOf(place)))
}

function takeBack(): false {
  beside.takenBack = true
  return false
}

function isBefore(scan: Scan, concept: number, main: Span): boolean {
  const start = startOf(main)
  for (const span of scan.spans[concept] as readonly Span[])
    if (endOf(span) >= start - SUBJECT_REACH && endOf(span) < start) return true
  return false
}

function isNear(scan: Scan, concept: number, main: Span): boolean {
  for (const span of scan.spans[concept] as readonly Span[])
    if (endOf(span) >= startOf(main) - BEFORE && startOf(span) <= endOf(main) + AFTER) return true
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
