import type { Citation, Source } from '../core/citation.ts'
import type { PartialDate } from '../core/dates.ts'
import { asId, type SourceId } from '../core/ids.ts'
import type { RowOf } from './rows.store.ts'
import type { Tables } from './tables.store.ts'

/** What a citation can stand behind, and the column that says so. */
export const CITED = {
  agreement: 'agreementId',
  scopePoint: 'scopePointId',
  milestone: 'milestoneId',
  progressReport: 'progressReportId',
  agreementFigure: 'agreementFigureId',
  stage: 'stageId',
  legalRule: 'legalRuleId',
  stageStep: 'stageStepId',
  destinationNote: 'destinationNoteId',
  dangerSign: 'dangerSignId',
  figure: 'figureId',
  guidance: 'guidanceId',
  contact: 'contactId',
  mission: 'missionId',
} as const satisfies Record<string, keyof RowOf['citation']>
export type Cited = keyof typeof CITED

/** Finds the citations behind a row; empty when there are none. */
export type CitationsOf = (cited: Cited, id: string) => readonly Citation[]

export function readCitations(tables: Tables): { of: CitationsOf; sources: readonly Source[] } {
  const sources = new Map(tables.source.map((row) => [row.id, toSource(row)]))
  const behind = new Map<string, Citation[]>()
  for (const row of tables.citation) {
    const source = sources.get(row.sourceId)
    if (source === undefined) throw new Error(`Citation of the unknown source ${row.sourceId}.`) // a foreign key forbids it
    const citation = { source, says: row.says ?? null }
    const key = whatItIsBehind(row)
    const known = behind.get(key)
    if (known === undefined) behind.set(key, [citation])
    else known.push(citation)
  }
  return { of: (cited, id) => behind.get(`${cited} ${id}`) ?? [], sources: [...sources.values()] }
}

function whatItIsBehind(row: RowOf['citation']): string {
  for (const [cited, column] of Object.entries(CITED)) {
    const id = row[column]
    if (id !== undefined && id !== null) return `${cited} ${id}`
  }
  throw new Error('A citation that stands behind nothing.') // a CHECK forbids it
}

function toSource({ id, publisher, title, url, publishedOn, grade }: RowOf['source']): Source {
  return {
    id: asId<SourceId>(id),
    publisher,
    title,
    url,
    publishedOn: publishedOn as PartialDate | null,
    grade,
  }
}

/** The rows of the citations behind one row. */
export function citationRows(cited: Cited, id: string, citations: readonly Citation[]): RowOf['citation'][] {
  return citations.map(({ source, says }, position) => ({
    sourceId: source.id,
    says,
    position,
    [CITED[cited]]: id,
  }))
}

export function sourceRow({ id, publisher, title, url, publishedOn, grade }: Source): RowOf['source'] {
  return { id, publisher, title, url, publishedOn, grade }
}
