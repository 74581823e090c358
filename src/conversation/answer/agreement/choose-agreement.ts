import type { Agreement } from '../../../knowledge/agreement.ts'
import { personName } from '../../../knowledge/person-name.ts'
import type { Question } from '../question.ts'
import { bestScore } from './named-items.ts'

const YEAR = /\b20[12]\d\b/g
/** "Pernah MoU sebelum 2026" */
const BEFORE_YEAR = /\b(?:sebelum|sadurunge|sateuacan|before) (?:tahun |taun )?(20[12]\d)\b/
const EARLIER =
  /\b(lama|sebelumnya|pertama|dulu|terdahulu|awal|old|earlier|previous|first|lawas|biyen|heula)\b/
/** A detail this clear, and by so much clearer than in the newest, speaks for an older agreement. */
const CLEAR = 2.6
const CLEARER = 1.2
/** Of very many agreements of one place only the newest are searched for a detail. */
const MOST_COMPARED = 8

/** Which of several agreements is meant: the one of the day or year, the official or the detail named; else the newest. */
export function chooseAgreement(own: readonly Agreement[], question: Question): Agreement | undefined {
  const [newest] = own
  if (newest === undefined || own.length === 1) return newest
  const days: readonly string[] = question.dates
  const ofDay = own.find(({ signedOn }) => signedOn !== null && days.includes(signedOn))
  if (ofDay !== undefined) return ofDay
  const until = BEFORE_YEAR.exec(question.text)?.[1]
  const before =
    until === undefined ? undefined : own.find(({ signedOn }) => signedOn !== null && signedOn < until)
  if (before !== undefined) return before
  const years = new Set(question.text.match(YEAR) ?? [])
  const ofYear =
    years.size === 0 ? [] : own.filter(({ signedOn }) => signedOn !== null && years.has(signedOn.slice(0, 4)))
  if (ofYear.length > 0 && ofYear.length < own.length) return ofYear[0]
  const ofPerson =
    question.people.length === 0
      ? []
      : own.filter(({ signatories, officials }) =>
          [...signatories, ...officials].some(({ name }) => question.people.includes(personName(name))),
        )
  if (ofPerson.length > 0 && ofPerson.length < own.length) return ofPerson[0]
  if (EARLIER.test(question.text)) return own[own.length - 1]
  const scored = own.slice(0, MOST_COMPARED).map((agreement) => ({
    agreement,
    score: bestScore(agreement, question.text, question.knowledge, question.today),
  }))
  const least = Math.max(CLEAR, (scored[0]?.score ?? 0) + CLEARER)
  const [best] = scored.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score)
  return best?.agreement ?? newest
}
