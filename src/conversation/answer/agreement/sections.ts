import type { PartialDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import type { StageId } from '../../../core/topic.ts'
import type { Param } from '../../../core/wording.ts'
import {
  type Agreement,
  type AgreementFigure,
  hasBeenSigned,
  type ProgressReport,
} from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { part } from '../draft.ts'
import { endPart } from './date-sections.ts'
import { instrumentOf, partiesOf } from './naming.ts'
import { dateParam, placeOf, type Section, type SectionContext } from './section.ts'

/** Is it there, signed, since when; never "in force" where no source says so. */
export function statusSection(agreement: Agreement, { knowledge, today }: SectionContext): Section {
  const params = {
    parties: partiesOf(agreement, knowledge),
    instrument: instrumentOf(agreement),
    place: placeOf(agreement),
    date: dateParam(agreement.signedOn),
    asOf: dateParam(agreement.asOf ?? knowledge.agreements.asOf),
  }
  const parts: Part[] = []
  switch (agreement.status) {
    case 'signed':
      parts.push(
        part(
          'answer',
          agreement.signedOn === null ? 'agreement.statusSignedUndated' : 'agreement.statusSigned',
          params,
        ),
      )
      break
    case 'being_implemented':
      parts.push(
        part(
          'answer',
          agreement.signedOn === null ? 'agreement.statusRunningUndated' : 'agreement.statusRunning',
          params,
        ),
      )
      break
    case 'in_discussion':
      parts.push(part('answer', 'agreement.statusDiscussion', params))
      break
    case 'planned':
      parts.push(part('answer', 'agreement.statusPlanned', params))
      break
    case 'unknown':
      parts.push(part('answer', 'agreement.statusUnknown', params))
      break
  }
  if (agreement.title !== null) parts.push(part('fact', 'agreement.title', { title: agreement.title }))
  if (hasBeenSigned(agreement)) parts.push(endPart(agreement, today))
  if (agreement.asOf !== null) parts.push(part('note', 'agreement.asOf', { date: { date: agreement.asOf } }))
  return { parts, citations: agreement.citations }
}

/** What it gives, for one stage or all; `limit` points, the rest on request. */
export function contentSection(
  agreement: Agreement,
  { knowledge }: SectionContext,
  stage: StageId | null,
  from: number,
  limit: number,
): Section {
  const names = { instrument: instrumentOf(agreement), parties: partiesOf(agreement, knowledge) }
  const points = agreement.scope.filter(
    (point) => stage === null || point.stage === stage || point.stage === 'all',
  )
  const exact = stage === null ? points : agreement.scope.filter((point) => point.stage === stage)
  const shown = (
    exact.length > 0 ? [...exact, ...points.filter((point) => !exact.includes(point))] : points
  ).slice(from, from + limit)
  const parts: Part[] = []
  if (agreement.scope.length === 0) parts.push(part('answer', 'agreement.contentNone', names))
  else if (stage !== null && exact.length === 0) {
    parts.push(part('answer', 'agreement.contentNoneStage', { ...names, stage: { key: `stage.${stage}` } }))
  } else if (stage !== null) {
    parts.push(part('answer', 'agreement.contentLeadStage', { ...names, stage: { key: `stage.${stage}` } }))
  } else parts.push(part('answer', 'agreement.contentLead', names))
  for (const point of shown) parts.push(part('fact', 'agreement.point', { text: point.text }))
  const rest = points.length - from - shown.length
  if (rest > 0) parts.push(part('note', 'agreement.pointsMore', { count: rest }))
  const cited = shown.flatMap((point) => point.citations)
  return { parts, citations: cited.length > 0 ? cited : agreement.citations }
}

/** Between whom it is. */
export function sidesPart(agreement: Agreement, knowledge: Knowledge): Part {
  const names = { instrument: instrumentOf(agreement), parties: partiesOf(agreement, knowledge) }
  return agreement.signedOn === null
    ? part('answer', 'agreement.partiesLeadUndated', names)
    : part('answer', 'agreement.partiesLead', { ...names, date: { date: agreement.signedOn } })
}

/** Who signed, between whom, and who else is named. */
export function partiesSection(agreement: Agreement, { knowledge }: SectionContext): Section {
  const parts: Part[] = [sidesPart(agreement, knowledge)]
  if (agreement.signatories.length > 0) {
    parts.push(part('fact', 'agreement.signedBy', { people: people(agreement.signatories) }))
  } else if (hasBeenSigned(agreement)) parts.push(part('fact', 'agreement.signedByUnknown'))
  else
    parts.push(
      part('fact', 'agreement.plannedParties', {
        asOf: dateParam(agreement.asOf ?? knowledge.agreements.asOf),
      }),
    )
  if (agreement.officials.length > 0) {
    const officials = agreement.officials.slice(0, 3).map(
      (official): Param => ({
        key: 'agreement.officialRole',
        params: { name: official.name, title: official.title, role: official.role },
      }),
    )
    parts.push(part('fact', 'agreement.officials', { people: { list: officials, join: 'semicolon' } }))
  }
  return { parts, citations: agreement.citations }
}

/** The newest reports of what came after. */
export function progressSection(agreement: Agreement, limit: number): Section {
  const newest = [...agreement.progress]
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, limit)
  if (newest.length === 0) return { parts: [], citations: [] }
  const parts = newest.map(progressPart)
  return {
    parts: [part('fact', 'agreement.progressLead'), ...parts],
    citations: newest.flatMap((report) => report.citations),
  }
}

export function progressPart({ date, summary }: ProgressReport): Part {
  return date === null
    ? part('fact', 'agreement.progressUndated', { text: summary })
    : part('fact', 'agreement.progress', { text: summary, date: { date } })
}

/** A number with the time it is for: without it 4.000 people would be of any year. */
export function figurePart({ what, value, period }: AgreementFigure): Part {
  return period === null
    ? part('fact', 'agreement.figureNoPeriod', { what, value })
    : part('fact', 'agreement.figure', { what, value, period: periodParam(period) })
}

/** Numbers and countries that sources name around it. */
export function figuresSection(agreement: Agreement, { knowledge }: SectionContext): Section {
  const parts: Part[] = agreement.figures.map(figurePart)
  const countries = agreement.destinations.flatMap((code) => knowledge.destinations.get(code)?.name ?? [])
  if (countries.length > 0)
    parts.push(part('fact', 'agreement.destinations', { countries: { list: countries, join: 'and' } }))
  return { parts, citations: agreement.figures.flatMap((figure) => figure.citations) }
}

/** Where sources disagree, and how the record resolves it. */
export function conflictsSection(agreement: Agreement): Section {
  const parts = agreement.conflicts.map((text) => part('note', 'agreement.conflict', { text }))
  return { parts, citations: parts.length > 0 ? agreement.citations : [] }
}

function people(signatories: Agreement['signatories']): Param {
  return {
    list: signatories.map(
      (person): Param => ({ key: 'agreement.person', params: { name: person.name, title: person.title } }),
    ),
    join: 'and',
  }
}

function periodParam(period: string): Param {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(period) ? { date: period as PartialDate } : period
}
