import type { Agreement, Institution } from '../../../knowledge/agreement.ts'
import type { Region } from '../../../knowledge/region.ts'
import type { Question } from '../question.ts'
import { bestScore } from './named-items.ts'

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
  | { readonly kind: 'unnamed' }

/** A minister signs them all: the name alone says nothing, a detail beside it does. */
const MOST_OF_A_PERSON = 4
const CLEAR = 1.6

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
  if (region !== undefined) {
    const path = knowledge.regions.path(region.code).filter(({ kind }) => kind !== 'district')
    const own = path[0] ?? region
    const province = path.find(({ kind }) => kind === 'province')
    return {
      kind: 'region',
      region: own,
      own: knowledge.agreements.ofRegion(own.code),
      province:
        province === undefined || province.code === own.code
          ? []
          : knowledge.agreements.ofRegion(province.code).filter(isSigned),
    }
  }
  for (const name of question.people) {
    const own = knowledge.agreements.ofPerson(name)
    if (own.length === 0) continue
    if (own.length <= MOST_OF_A_PERSON) return { kind: 'person', name, own }
    const meant = byDetail(own, question)
    if (meant !== undefined) return { kind: 'person', name, own: [meant] }
  }
  return { kind: 'unnamed' }
}

function byDetail(own: readonly Agreement[], question: Question): Agreement | undefined {
  const [best] = own
    .map((agreement) => ({
      agreement,
      score: bestScore(agreement, question.text, question.knowledge, question.today),
    }))
    .filter(({ score }) => score >= CLEAR)
    .sort((a, b) => b.score - a.score)
  return best?.agreement
}

function newestFirst(agreements: readonly Agreement[]): readonly Agreement[] {
  return [...new Set(agreements)].sort((a, b) =>
    (b.signedOn ?? b.asOf ?? '').localeCompare(a.signedOn ?? a.asOf ?? ''),
  )
}

/** What is only planned or talked about is nothing a province has. */
export function isSigned({ status }: Agreement): boolean {
  return status === 'signed' || status === 'being_implemented'
}
