import type { Citation, Source } from '../core/citation.ts'
import type { Reads } from '../database/sql.ts'
import { readAgreements, readInstitutions } from './agreements.store.ts'
import { readCitations } from './citations.store.ts'
import { readContacts } from './contacts.store.ts'
import { type KnowledgeContent, withVersion } from './content.ts'
import { readDestinations, readFacts, readStages } from './facts.store.ts'
import type { Knowledge, KnowledgeData, KnowledgeSource } from './knowledge.ts'
import { readRegions } from './regions.store.ts'
import { readTables } from './tables.store.ts'

/** Knowledge as PostgreSQL holds it: seeded records and what officers entered or edited. */
export function databaseSource(db: Reads): KnowledgeSource {
  return {
    async load() {
      const { content } = await readContent(db)
      return toldOf(content)
    },
  }
}

/** What of a content may be told, in its fixed order and under its name. */
export function toldOf(content: KnowledgeContent): KnowledgeData {
  return withVersion(onlySourced(content))
}

/** Everything that is stored, in no particular order. */
export async function readContent(
  db: Reads,
): Promise<{ content: KnowledgeContent; sources: readonly Source[] }> {
  const [tables, regions] = await Promise.all([readTables(db), readRegions(db)])
  const citations = readCitations(tables)
  return {
    content: {
      regions,
      institutions: readInstitutions(tables),
      agreements: readAgreements(tables, citations.of),
      facts: readFacts(tables, citations.of),
      stages: readStages(tables, citations.of),
      destinations: readDestinations(tables),
      contacts: readContacts(tables, citations.of),
    },
    sources: citations.sources,
  }
}

/**
 * No source, no statement: a record that an editor left without citations is not told. Seeded ones always have them; a
 * gap says only that we do not know.
 */
function onlySourced(content: KnowledgeContent): KnowledgeContent {
  const sourced = ({ citations }: { readonly citations: readonly Citation[] }) => citations.length > 0
  return {
    ...content,
    agreements: content.agreements.filter(sourced).map((agreement) => ({
      ...agreement,
      scope: agreement.scope.filter(sourced),
      milestones: agreement.milestones.filter(sourced),
      progress: agreement.progress.filter(sourced),
      figures: agreement.figures.filter(sourced),
    })),
    facts: content.facts.filter((fact) => fact.kind === 'gap' || sourced(fact)),
    contacts: content.contacts.filter(sourced),
  }
}

/** Remembers that this content was answered from, for whoever looks back at an answer. */
export async function recordVersion(db: Reads, knowledge: Knowledge): Promise<void> {
  const { version, asOf, regions, agreements, facts, contacts } = knowledge
  const counts = {
    regions: regions.size,
    agreements: agreements.all.length,
    facts: facts.all.length,
    contacts: contacts.all.length,
  }
  await db.$queryRawUnsafe(
    'INSERT INTO dataset_version (version, as_of, counts) VALUES ($1, $2, $3::jsonb) ON CONFLICT DO NOTHING',
    version,
    asOf,
    JSON.stringify(counts),
  )
}
