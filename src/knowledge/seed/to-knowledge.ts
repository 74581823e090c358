import type { Citation, Source } from '../../core/citation.ts'
import { asId, type SourceId } from '../../core/ids.ts'
import type { Agreement } from '../agreement.ts'
import type { Contact } from '../contact.ts'
import type { KnowledgeContent } from '../content.ts'
import type { Destination, Fact, Stage } from '../fact.ts'
import type { Region } from '../region.ts'
import type { AgreementRow } from './agreement-form.ts'
import type { ContactRow } from './contact-form.ts'
import type { FactRow } from './fact-form.ts'
import type { Cite } from './forms.ts'
import type { OfficialRegion } from './official-regions.ts'
import type { DestinationRow, RegionExtras, StageRow } from './place-forms.ts'
import type { Seed } from './read-seed.ts'

/** A checked seed as the domain knows it, and all its sources (also those that nothing cites yet). */
export function toKnowledge(
  seed: Seed,
  official: readonly OfficialRegion[],
): { content: KnowledgeContent; sources: readonly Source[] } {
  const sources = new Map<string, Source>()
  for (const { value } of seed.sources) {
    const { key, ...source } = value
    sources.set(key, { id: asId<SourceId>(key), ...source })
  }
  const citations = (cites: readonly Cite[]): Citation[] =>
    cites.map(({ source: key, says }) => {
      const source = sources.get(key)
      if (source === undefined) throw new Error(`The source "${key}" was not checked.`)
      return { source, says }
    })
  return {
    content: {
      regions: official.map((region) => toRegion(region, seed.regionExtras)),
      institutions: seed.institutions.map(({ value }) => value),
      agreements: seed.agreements.map(({ value }) => toAgreement(value, citations)),
      facts: seed.facts.map(({ value }) => toFact(value, citations)),
      stages: seed.stages.map(({ value }) => toStage(value, citations)),
      destinations: seed.destinations.map(({ value }) => toDestination(value)),
      contacts: seed.contacts.map(({ value }) => toContact(value, citations)),
    },
    sources: [...sources.values()],
  }
}

type Cited = (cites: readonly Cite[]) => Citation[]

function toRegion(region: OfficialRegion, { aliases, positions }: RegionExtras): Region {
  const [lat, lon] = positions[region.code] ?? []
  return {
    ...region,
    aliases: aliases[region.code] ?? [],
    position: lat === undefined || lon === undefined ? null : { lat, lon },
  }
}

function toAgreement({ cites, ...row }: AgreementRow, cited: Cited): Agreement {
  return {
    ...row,
    scope: row.scope.map(({ cites, ...point }) => ({ ...point, citations: cited(cites) })),
    milestones: row.milestones.map(({ cites, ...milestone }) => ({ ...milestone, citations: cited(cites) })),
    progress: row.progress.map(({ cites, ...report }) => ({ ...report, citations: cited(cites) })),
    figures: row.figures.map(({ cites, ...figure }) => ({ ...figure, citations: cited(cites) })),
    citations: cited(cites),
  }
}

function toFact({ cites, ...row }: FactRow, cited: Cited): Fact {
  return { ...row, citations: cited(cites) }
}

function toStage({ cites, ...row }: StageRow, cited: Cited): Stage {
  return { ...row, citations: cited(cites) }
}

function toDestination({ demonyms, ...row }: DestinationRow): Destination {
  return { ...row, aliases: [...new Set([...row.aliases, ...demonyms])] }
}

function toContact({ cites, ...row }: ContactRow, cited: Cited): Contact {
  return { ...row, citations: cited(cites) }
}
