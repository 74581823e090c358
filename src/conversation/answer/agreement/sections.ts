import type { Citation } from '../../../core/citation.ts'
import type { LocalDate, PartialDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import type { StageId } from '../../../core/topic.ts'
import type { Param } from '../../../core/wording.ts'
import type { Agreement, AgreementFigure, Milestone, ProgressReport } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { part } from '../draft.ts'
import { instrumentOf, partiesOf } from './naming.ts'

/** A piece of an agreement's record, worded, with the sources behind it. */
export interface Section {
  readonly parts: readonly Part[]
  readonly citations: readonly Citation[]
}

export interface SectionContext {
  readonly knowledge: Knowledge
  readonly today: LocalDate
}

const SIGNED = new Set(['signed', 'being_implemented'])

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
  if (SIGNED.has(agreement.status)) parts.push(endPart(agreement, today))
  if (agreement.asOf !== null) parts.push(part('note', 'agreement.asOf', { date: { date: agreement.asOf } }))
  return { parts, citations: agreement.citations }
}

/** Until when, as far as a source says. */
export function endPart(agreement: Agreement, today: LocalDate): Part {
  if (agreement.validUntil === null) return part('note', 'agreement.noEnd')
  const date = { date: agreement.validUntil as string as PartialDate }
  return agreement.validUntil < today
    ? part('note', 'agreement.untilPassed', { date })
    : part('fact', 'agreement.until', { date })
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
  } else if (SIGNED.has(agreement.status)) parts.push(part('fact', 'agreement.signedByUnknown'))
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

/** When and where it was signed, or that no source says so. */
export function signingPart(agreement: Agreement, knowledge: Knowledge): Part {
  const params = { parties: partiesOf(agreement, knowledge), place: placeOf(agreement) }
  if (!SIGNED.has(agreement.status))
    return part('answer', 'agreement.datesNotSigned', {
      ...params,
      asOf: dateParam(agreement.asOf ?? knowledge.agreements.asOf),
    })
  return agreement.signedOn === null
    ? part('answer', 'agreement.datesSignedUndated', params)
    : part('answer', 'agreement.datesSigned', {
        ...params,
        date: { date: agreement.signedOn, withDay: true },
      })
}

/** When signed, what is planned, what has passed without anybody confirming it. */
export function datesSection(agreement: Agreement, context: SectionContext): Section {
  const { knowledge, today } = context
  const parts: Part[] = [signingPart(agreement, knowledge)]
  for (const milestone of agreement.milestones) parts.push(milestonePart(milestone, agreement, today))
  if (SIGNED.has(agreement.status)) parts.push(endPart(agreement, today))
  return {
    parts,
    citations: [
      ...agreement.citations.slice(0, 2),
      ...agreement.milestones.flatMap((milestone) => milestone.citations),
    ],
  }
}

/** What is planned, and nothing that is done. */
export function aheadSection(agreement: Agreement, { today }: SectionContext): Section {
  const planned = agreement.milestones.filter(({ state }) => state === 'planned')
  return {
    parts: planned.map((milestone) => milestonePart(milestone, agreement, today)),
    citations: planned.flatMap(({ citations }) => citations),
  }
}

/** A plan stays a plan: a date that passed unconfirmed is told as exactly that, with the source that announced it. */
export function milestonePart(milestone: Milestone, agreement: Agreement, today: LocalDate): Part {
  const what = milestone.what
  if (milestone.date === null) return part('fact', 'agreement.milestoneUndated', { what })
  const date = { date: milestone.date, withDay: true } as const
  switch (milestone.state) {
    case 'done':
      if (milestone.kind === 'signing' && agreement.signedOn !== null) {
        return part('fact', 'agreement.signingConfirmed', {
          planned: date,
          date: { date: agreement.signedOn, withDay: true },
        })
      }
      return part('fact', 'agreement.milestoneDone', { what, date })
    case 'cancelled':
      return part('fact', 'agreement.milestoneCancelled', { what, date })
    case 'planned':
    case 'unknown':
      return hasPassed(milestone.date, today)
        ? part('fact', 'agreement.milestonePassed', { what, date, source: announcedBy(milestone, agreement) })
        : part('fact', 'agreement.milestonePlanned', { what, date })
  }
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

/** A partial date has passed when the whole of it lies before today. */
export function hasPassed(date: PartialDate, today: LocalDate): boolean {
  return date < today.slice(0, date.length)
}

function announcedBy(milestone: Milestone, agreement: Agreement): Param {
  const source = (milestone.citations[0] ?? agreement.citations[0])?.source
  if (source === undefined) return ''
  return source.publishedOn === null
    ? { key: 'source.undated', params: { publisher: source.publisher } }
    : { key: 'source.one', params: { publisher: source.publisher, date: { date: source.publishedOn } } }
}

function people(signatories: Agreement['signatories']): Param {
  return {
    list: signatories.map(
      (person): Param => ({ key: 'agreement.person', params: { name: person.name, title: person.title } }),
    ),
    join: 'and',
  }
}

function placeOf(agreement: Agreement): Param {
  return agreement.signedAt === null
    ? { key: 'agreement.noPlace' }
    : { key: 'agreement.place', params: { place: agreement.signedAt } }
}

function dateParam(date: PartialDate | null): Param {
  return date === null ? '' : { date }
}

function periodParam(period: string): Param {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(period) ? { date: period as PartialDate } : period
}
