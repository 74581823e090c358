import { z } from 'zod'
import type { PartialDate } from '../core/dates.ts'
import type { CountryCode, FactId } from '../core/ids.ts'
import type { DangerSign, Topic } from '../core/topic.ts'
import { type CitationsOf, type Cited, citationRows } from './citations.store.ts'
import type { Destination, Fact, FactFigure, FactKind, Stage } from './fact.ts'
import { localisedList, localisedOrNull, localisedText } from './localised.ts'
import { json, type RecordRows, type RowOf } from './rows.store.ts'
import type { Tables } from './tables.store.ts'

/** The statements of all six tables. */
export function readFacts(tables: Tables, citationsOf: CitationsOf): readonly Fact[] {
  const fact = (kind: FactKind, cited: Cited, row: SharedRow, own: Partial<Fact> = {}): Fact => ({
    ...sharedFact(row),
    kind,
    citations: citationsOf(cited, row.id),
    ...own,
  })
  return [
    ...tables.legal_rule.map((row) => fact('rule', 'legalRule', row)),
    ...tables.stage_step.map((row) =>
      fact(
        'step',
        'stageStep',
        { ...row, stage: row.stageId },
        { order: row.order, actor: localisedOrNull(row.actor) },
      ),
    ),
    ...tables.destination_note.map((row) => fact('destination', 'destinationNote', row)),
    ...tables.danger_sign.map((row) =>
      fact('danger_sign', 'dangerSign', row, { sign: row.sign as DangerSign | null }),
    ),
    ...tables.figure.map(({ value, unit, period, ...row }) =>
      fact('figure', 'figure', { ...row, figure: null }, { figure: { value, unit, period } }),
    ),
    ...tables.guidance.map((row) => fact(row.kind, 'guidance', row)),
  ]
}

type SharedRow = Omit<RowOf['legal_rule'], 'id'> & { readonly id: string }

const figureForm = z.object({ value: z.number(), unit: z.string(), period: z.string() })

function sharedFact(row: SharedRow): Omit<Fact, 'kind' | 'citations'> {
  return {
    id: row.id as FactId,
    topics: row.topics as Topic[],
    leads: row.leads as Topic[],
    text: localisedText(row.text),
    detail: localisedOrNull(row.detail),
    terms: row.terms,
    countries: row.countries as CountryCode[],
    stage: row.stage,
    order: null,
    actor: null,
    documents: localisedList(row.documents),
    standing: row.standing,
    asOf: row.asOf as PartialDate | null,
    figure: row.figure === null ? null : figureForm.parse(row.figure),
    sign: null,
    caution: localisedOrNull(row.caution),
  }
}

/** A fact as the row of its kind's table. */
export function factRows(fact: Fact): RecordRows {
  const { figure, stage, ...shared } = sharedRow(fact)
  const cite = (cited: Cited) => ({ citation: citationRows(cited, fact.id, fact.citations) })
  switch (fact.kind) {
    case 'rule':
      return { legal_rule: [{ ...shared, stage, figure }], ...cite('legalRule') }
    case 'step': {
      const { order, actor } = fact
      return {
        stage_step: [{ ...shared, stageId: stage, order, actor: json(actor), figure }],
        ...cite('stageStep'),
      }
    }
    case 'destination':
      return { destination_note: [{ ...shared, stage, figure }], ...cite('destinationNote') }
    case 'danger_sign':
      return { danger_sign: [{ ...shared, stage, figure, sign: fact.sign }], ...cite('dangerSign') }
    case 'figure':
      return { figure: [{ ...shared, stage, ...numberOf(fact) }], ...cite('figure') }
    case 'service':
    case 'gap':
      return { guidance: [{ ...shared, stage, figure, kind: fact.kind }], ...cite('guidance') }
  }
}

function sharedRow(fact: Fact): RowOf['legal_rule'] {
  return {
    id: fact.id,
    topics: [...fact.topics],
    leads: [...fact.leads],
    text: json(fact.text),
    detail: json(fact.detail),
    terms: [...fact.terms],
    countries: [...fact.countries],
    stage: fact.stage,
    documents: json(fact.documents),
    standing: fact.standing,
    asOf: fact.asOf,
    caution: json(fact.caution),
    figure: json(fact.figure),
  }
}

function numberOf({ id, figure }: Fact): FactFigure {
  if (figure === null) throw new Error(`The figure ${id} has no number.`)
  return figure
}

export function readStages(tables: Tables, citationsOf: CitationsOf): readonly Stage[] {
  return tables.stage.map(({ id, name, summary }) => ({
    id,
    name: localisedText(name),
    summary: localisedText(summary),
    citations: citationsOf('stage', id),
  }))
}

export function stageRows({ id, name, summary, citations }: Stage): RecordRows {
  return {
    stage: [{ id, name: json(name), summary: json(summary) }],
    citation: citationRows('stage', id, citations),
  }
}

export function readDestinations(tables: Tables): readonly Destination[] {
  return tables.destination.map(({ code, name, aliases }) => ({
    code: code as CountryCode,
    name: localisedText(name),
    aliases,
  }))
}

export function destinationRows({ code, name, aliases }: Destination): RecordRows {
  return { destination: [{ code, name: json(name), aliases: [...aliases] }] }
}
