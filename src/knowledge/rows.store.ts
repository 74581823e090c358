import type { Prisma } from '../database/client.ts'

type Content<T> = Omit<T, 'seedHash' | 'editedBy' | 'editedAt'>
type CitationModel = Prisma.CitationModel

/** The content of a row of each table: every column is given, because a bulk insert knows no defaults. */
export interface RowOf {
  region: Content<Prisma.RegionModel>
  institution: Content<Prisma.InstitutionModel>
  source: Content<Prisma.SourceModel>
  citation: Pick<CitationModel, 'sourceId' | 'says' | 'position'> & Partial<Omit<CitationModel, 'id'>>
  agreement: Content<Prisma.AgreementModel>
  agreement_party: Content<Prisma.AgreementPartyModel>
  signatory: Content<Prisma.SignatoryModel>
  official: Content<Prisma.OfficialModel>
  scope_point: Content<Prisma.ScopePointModel>
  milestone: Content<Prisma.MilestoneModel>
  progress_report: Content<Prisma.ProgressReportModel>
  agreement_figure: Content<Prisma.AgreementFigureModel>
  agreement_conflict: Content<Prisma.AgreementConflictModel>
  stage: Content<Prisma.StageModel>
  stage_step: Content<Prisma.StageStepModel>
  legal_rule: Content<Prisma.LegalRuleModel>
  destination: Content<Prisma.DestinationModel>
  destination_note: Content<Prisma.DestinationNoteModel>
  danger_sign: Content<Prisma.DangerSignModel>
  figure: Content<Prisma.FigureModel>
  guidance: Content<Prisma.GuidanceModel>
  contact: Content<Prisma.ContactModel>
  mission: Content<Prisma.MissionModel>
}
export type Table = keyof RowOf

/** Tables whose rows are records of their own: seeded, edited and hashed each as a whole, with what hangs below. */
export const RECORD_TABLES = [
  'source',
  'region',
  'institution',
  'destination',
  'stage',
  'stage_step',
  'legal_rule',
  'destination_note',
  'danger_sign',
  'figure',
  'guidance',
  'agreement',
  'contact',
  'mission',
] as const satisfies readonly Table[]
export type RecordTable = (typeof RECORD_TABLES)[number]

/** The key of a record; regions and destinations have codes. */
export function keyColumn(table: RecordTable): 'id' | 'code' {
  return table === 'region' || table === 'destination' ? 'code' : 'id'
}

/** One record as rows: its own, those below it and the citations of all of them. */
export type RecordRows = { readonly [T in Table]?: readonly RowOf[T][] }

/** A domain value as it goes into a JSON column. */
export function json(value: unknown): Prisma.JsonValue {
  return value as Prisma.JsonValue
}
