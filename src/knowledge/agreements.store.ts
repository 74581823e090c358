import type { LocalDate, PartialDate } from '../core/dates.ts'
import type { AgreementId, CountryCode, InstitutionId, RegionCode } from '../core/ids.ts'
import type { Agreement, Institution } from './agreement.ts'
import { type CitationsOf, citationRows } from './citations.store.ts'
import { localisedOrNull, localisedText } from './localised.ts'
import { json, type RecordRows } from './rows.store.ts'
import type { Tables } from './tables.store.ts'

/** All agreements with everything below them. */
export function readAgreements(tables: Tables, citationsOf: CitationsOf): readonly Agreement[] {
  const parties = byAgreement(tables.agreement_party)
  const signatories = byAgreement(tables.signatory)
  const officials = byAgreement(tables.official)
  const scope = byAgreement(tables.scope_point)
  const milestones = byAgreement(tables.milestone)
  const progress = byAgreement(tables.progress_report)
  const figures = byAgreement(tables.agreement_figure)
  const conflicts = byAgreement(tables.agreement_conflict)
  return tables.agreement.map((row) => ({
    id: row.id as AgreementId,
    instrument: row.instrument,
    title: localisedOrNull(row.title),
    parties: parties(row.id).map((party) => ({
      name: party.name,
      kind: party.kind,
      region: party.regionCode as RegionCode | null,
      institution: party.institutionId as InstitutionId | null,
    })),
    region: row.regionCode as RegionCode | null,
    status: row.status,
    signedOn: row.signedOn as PartialDate | null,
    signedAt: row.signedAt,
    validUntil: row.validUntil as LocalDate | null,
    asOf: row.asOf as PartialDate | null,
    signatories: signatories(row.id).map(({ name, title }) => ({ name, title })),
    officials: officials(row.id).map(({ name, title, role }) => ({ name, title, role: localisedText(role) })),
    scope: scope(row.id).map(({ id, text, stage }) => ({
      text: localisedText(text),
      stage,
      citations: citationsOf('scopePoint', id),
    })),
    milestones: milestones(row.id).map(({ id, key, what, kind, date, state }) => ({
      id: key,
      what: localisedText(what),
      kind,
      date: date as PartialDate | null,
      state,
      citations: citationsOf('milestone', id),
    })),
    progress: progress(row.id).map(({ id, date, summary }) => ({
      date: date as PartialDate | null,
      summary: localisedText(summary),
      citations: citationsOf('progressReport', id),
    })),
    destinations: row.destinations as CountryCode[],
    figures: figures(row.id).map(({ id, what, value, unit, period }) => ({
      what: localisedText(what),
      value,
      unit,
      period,
      citations: citationsOf('agreementFigure', id),
    })),
    conflicts: conflicts(row.id).map(({ text }) => localisedText(text)),
    citations: citationsOf('agreement', row.id),
  }))
}

function byAgreement<T extends { agreementId: string }>(rows: readonly T[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.agreementId)
    if (group === undefined) groups.set(row.agreementId, [row])
    else group.push(row)
  }
  return (id) => groups.get(id) ?? []
}

/** An agreement as rows. The ids below it are made from its own, so that the same agreement gives the same rows. */
export function agreementRows(agreement: Agreement): RecordRows {
  const { id } = agreement
  const below = <T>(items: readonly T[], part: string) =>
    items.map((item, position) => ({
      item,
      head: { id: `${id}/${part}/${position}`, agreementId: id, position },
    }))
  const scope = below(agreement.scope, 'scope')
  const milestones = below(agreement.milestones, 'milestone')
  const progress = below(agreement.progress, 'progress')
  const figures = below(agreement.figures, 'figure')
  return {
    agreement: [
      {
        id,
        instrument: agreement.instrument,
        title: json(agreement.title),
        regionCode: agreement.region,
        status: agreement.status,
        signedOn: agreement.signedOn,
        signedAt: agreement.signedAt,
        validUntil: agreement.validUntil,
        asOf: agreement.asOf,
        destinations: [...agreement.destinations],
      },
    ],
    agreement_party: below(agreement.parties, 'party').map(
      ({ head, item: { name, kind, region, institution } }) => ({
        ...head,
        name,
        kind,
        regionCode: region,
        institutionId: institution,
      }),
    ),
    signatory: below(agreement.signatories, 'signatory').map(({ head, item }) => ({ ...head, ...item })),
    official: below(agreement.officials, 'official').map(({ head, item: { name, title, role } }) => ({
      ...head,
      name,
      title,
      role: json(role),
    })),
    scope_point: scope.map(({ head, item: { text, stage } }) => ({ ...head, text: json(text), stage })),
    milestone: milestones.map(({ head, item: { id: key, what, kind, date, state } }) => ({
      ...head,
      key,
      what: json(what),
      kind,
      date,
      state,
    })),
    progress_report: progress.map(({ head, item: { date, summary } }) => ({
      ...head,
      date,
      summary: json(summary),
    })),
    agreement_figure: figures.map(({ head, item: { what, value, unit, period } }) => ({
      ...head,
      what: json(what),
      value,
      unit,
      period,
    })),
    agreement_conflict: below(agreement.conflicts, 'conflict').map(({ head, item }) => ({
      ...head,
      text: json(item),
    })),
    citation: [
      ...citationRows('agreement', id, agreement.citations),
      ...scope.flatMap(({ head, item }) => citationRows('scopePoint', head.id, item.citations)),
      ...milestones.flatMap(({ head, item }) => citationRows('milestone', head.id, item.citations)),
      ...progress.flatMap(({ head, item }) => citationRows('progressReport', head.id, item.citations)),
      ...figures.flatMap(({ head, item }) => citationRows('agreementFigure', head.id, item.citations)),
    ],
  }
}

export function readInstitutions(tables: Tables): readonly Institution[] {
  return tables.institution.map(({ id, name, kind, aliases }) => ({
    id: id as InstitutionId,
    name,
    kind,
    aliases,
  }))
}

export function institutionRows({ id, name, kind, aliases }: Institution): RecordRows {
  return { institution: [{ id, name, kind, aliases: [...aliases] }] }
}
