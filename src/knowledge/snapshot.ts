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
 * with the one it began with.
 */
export function buildKnowledge(
  data: KnowledgeData,
  buildRegionIndex: (regions: readonly Region[]) => RegionIndex,
): Knowledge {
  return Object.freeze({
    version: data.version,
    asOf: newestSource(data),
    regions: buildRegionIndex(data.regions),
    agreements: Object.freeze(buildAgreementIndex(data.agreements)),
    institutions: new Map(data.institutions.map((one): [InstitutionId, typeof one] => [one.id, one])),
    facts: Object.freeze(buildFactIndex(data.facts)),
    stages: new Map(data.stages.map((stage) => [stage.id, stage])),
    destinations: new Map(data.destinations.map((one) => [one.code, one])),
    contacts: Object.freeze(buildContactIndex(data.contacts)),
  })
}

/** "Our data is from …": the newest day on which a page we cite was published. */
function newestSource(data: KnowledgeData): PartialDate {
  let newest = ''
  const look = (citations: readonly Citation[]) => {
    for (const { source } of citations)
      if (source.publishedOn !== null && source.publishedOn > newest) newest = source.publishedOn
  }
  for (const agreement of data.agreements) {
    look(agreement.citations)
    for (const part of [agreement.scope, agreement.milestones, agreement.progress, agreement.figures])
      for (const { citations } of part) look(citations)
  }
  for (const rows of [data.facts, data.stages, data.contacts])
    for (const { citations } of rows) look(citations)
  if (newest === '') throw new Error('No source in the knowledge has a date.')
  return partialDate(newest)
}
