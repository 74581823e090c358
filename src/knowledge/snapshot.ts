import type { Citation } from '../core/citation.ts'
import { type PartialDate, partialDate } from '../core/dates.ts'
import type { InstitutionId } from '../core/ids.ts'
import { buildAgreementIndex } from './agreement-index.ts'
import { buildContactIndex } from './contact-index.ts'
import { buildFactIndex } from './fact-index.ts'
import type { Knowledge, KnowledgeData } from './knowledge.ts'
import type { Region, RegionIndex } from './region.ts'

/**
 * Indexes what a source gave. The result is never changed: new data makes a new snapshot, and a turn that has begun ends
 * with the one it began with. Throws when no source has a date: "our data is from …" could not be said.
 */
export function buildKnowledge(
  data: KnowledgeData,
  buildRegionIndex: (regions: readonly Region[]) => RegionIndex,
): Knowledge {
  const agreements = newest(
    data.agreements.flatMap(({ citations, scope, milestones, progress, figures }) => [
      { citations },
      ...scope,
      ...milestones,
      ...progress,
      ...figures,
    ]),
  )
  const facts = newest([...data.facts, ...data.stages])
  const contacts = newest(data.contacts)
  const overall = [agreements, facts, contacts].reduce((a, b) => (b > a ? b : a))
  if (overall === '') throw new Error('No source in the knowledge has a date.')
  const asOf = (own: string): PartialDate => partialDate(own === '' ? overall : own)
  return Object.freeze({
    version: data.version,
    asOf: partialDate(overall),
    regions: buildRegionIndex(data.regions),
    agreements: Object.freeze(buildAgreementIndex(data.agreements, asOf(agreements))),
    institutions: new Map(data.institutions.map((one): [InstitutionId, typeof one] => [one.id, one])),
    facts: Object.freeze(buildFactIndex(data.facts, asOf(facts))),
    stages: new Map(data.stages.map((stage) => [stage.id, stage])),
    destinations: new Map(data.destinations.map((one) => [one.code, one])),
    contacts: Object.freeze(buildContactIndex(data.contacts, asOf(contacts))),
  })
}

/** The newest day on which a page cited by these was published; empty when none has a date. */
function newest(rows: readonly { readonly citations: readonly Citation[] }[]): string {
  let result = ''
  for (const { citations } of rows) {
    for (const { source } of citations)
      if ((source.publishedOn ?? '') > result) result = source.publishedOn ?? ''
  }
  return result
}
