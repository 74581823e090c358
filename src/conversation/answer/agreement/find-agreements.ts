import { type Agreement, hasBeenSigned, type Institution } from '../../../knowledge/agreement.ts'
import type { Region } from '../../../knowledge/region.ts'
import type { Question } from '../question.ts'
import { isClear, isLikely, namesOf, recordVote, voteFor } from './record-vote.ts'
import { asksRule } from './rule-answer.ts'

/** The agreements a question is about. */
export type Found =
  | {
      readonly kind: 'region'
      readonly region: Region
      readonly own: readonly Agreement[]
      readonly province: readonly Agreement[]
    }
  | {
      readonly kind: 'institution'
      readonly institutions: readonly Institution[]
      readonly own: readonly Agreement[]
    }
  | { readonly kind: 'person'; readonly name: string; readonly own: readonly Agreement[] }
  /** Nobody was named, but the words of the message stand in this record alone. */
  | { readonly kind: 'detail'; readonly own: readonly Agreement[] }
  | { readonly kind: 'unnamed' }

/** A minister signs them all: the name alone says nothing, a detail beside it does. */
const MOST_OF_A_PERSON = 4
/** A place named by the way ("came to Jakarta") is not the one meant, when another's record holds so much more. */
const ELSEWHERE = 5
const MORE_THAN_NAMED = 3
const MORE_THAN_PROVINCE = 1.5
const SURER_THAN_A_RULE = 8

/**
 * By institution, then region, then a named official: "MoU Bawaslu" in a conversation about Jember means Bawaslu, while
 * "bupati Probolinggo Mohammad Haris" means the regency. A district counts as its regency.
 */
export function findAgreements(question: Question): Found {
  const { knowledge } = question
  const institutions = question.institutions.flatMap((id) => knowledge.institutions.get(id) ?? [])
  const ofInstitutions = newestFirst(institutions.flatMap(({ id }) => knowledge.agreements.ofInstitution(id)))
  const region = question.regions[0]
  if (institutions.length > 0 && (ofInstitutions.length > 0 || region === undefined)) {
    return { kind: 'institution', institutions, own: ofInstitutions }
  }
  const voted = recordVote(question)
  const official = ofOfficialElsewhere(question)
  if (official !== undefined) return official
  if (region !== undefined) {
    const path = knowledge.regions.path(region.code).filter(({ kind }) => kind !== 'district')
    const own = path[0] ?? region
    const province = path.find(({ kind }) => kind === 'province')
    const agreements = knowledge.agreements.ofRegion(own.code)
    if (voted !== undefined && !agreements.includes(voted.agreement)) {
      const named = Math.max(0, ...agreements.map((one) => voteFor(one, question, namesOf(question.regions))))
      // "Which regency of Riau is to get the helpdesk" names the province by the way.
      const inside = own.kind === 'province' && voted.agreement.region?.startsWith(own.code) === true
      // A place without a record, and all that is asked stands in one: "a campus in Makassar".
      const elsewhere =
        inside || agreements.length === 0
          ? isLikely(voted) && voted.score >= named + MORE_THAN_PROVINCE
          : isClear(voted) && voted.score >= ELSEWHERE && voted.score >= named + MORE_THAN_NAMED
      if (elsewhere) return ofDetail(voted.agreement, question)
    }
    return {
      kind: 'region',
      region: own,
      own: agreements,
      province:
        province === undefined || province.code === own.code
          ? []
          : knowledge.agreements.ofRegion(province.code).filter(hasBeenSigned),
    }
  }
  for (const name of question.people) {
    const own = knowledge.agreements.ofPerson(name)
    if (own.length === 0) continue
    if (own.length <= MOST_OF_A_PERSON) return { kind: 'person', name, own }
    const meant = recordVote(question, (agreement) => own.includes(agreement))
    if (meant !== undefined && isClear(meant)) return { kind: 'person', name, own: [meant.agreement] }
  }
  if (voted === undefined || !isLikely(voted)) return { kind: 'unnamed' }
  // "PKS turunan MoU boleh diteken siapa": a rule fits better than a record that happens to have its words.
  if (voted.score < SURER_THAN_A_RULE && asksRule(question.text, knowledge)) return { kind: 'unnamed' }
  return ofDetail(voted.agreement, question)
}

/** "When did Punjul go to Jakarta": an official of one place, who has nothing to do with the other that is named. */
function ofOfficialElsewhere({ knowledge, people, regions }: Question): Found | undefined {
  const [region] = regions
  if (region === undefined) return undefined
  const path = knowledge.regions.path(region.code).map(({ code }) => code)
  for (const name of people) {
    const own = knowledge.agreements.ofPerson(name)
    const near = own.some((one) => one.region === null || path.includes(one.region))
    const [first] = own
    if (first === undefined || own.length > MOST_OF_A_PERSON || near) continue
    const theirs = first.region === null ? undefined : knowledge.regions.byCode(first.region)
    return theirs === undefined
      ? { kind: 'person', name, own }
      : { kind: 'region', region: theirs, own, province: [] }
  }
  return undefined
}

/** The talk goes on about its place, as if that had been named. */
function ofDetail(agreement: Agreement, { knowledge }: Question): Found {
  const region = agreement.region === null ? undefined : knowledge.regions.byCode(agreement.region)
  return region === undefined
    ? { kind: 'detail', own: [agreement] }
    : { kind: 'region', region, own: [agreement], province: [] }
}

function newestFirst(agreements: readonly Agreement[]): readonly Agreement[] {
  return [...new Set(agreements)].sort((a, b) =>
    (b.signedOn ?? b.asOf ?? '').localeCompare(a.signedOn ?? a.asOf ?? ''),
  )
}
