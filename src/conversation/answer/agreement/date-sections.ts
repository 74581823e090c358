import type { LocalDate, PartialDate } from '../../../core/dates.ts'
import type { Part } from '../../../core/reply.ts'
import type { Param } from '../../../core/wording.ts'
import { type Agreement, hasBeenSigned, type Milestone } from '../../../knowledge/agreement.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { part } from '../draft.ts'
import { partiesOf } from './naming.ts'
import { dateParam, placeOf, type Section, type SectionContext } from './section.ts'

/** When and where it was signed, or that no source says so. */
export function signingPart(agreement: Agreement, knowledge: Knowledge): Part {
  const params = { parties: partiesOf(agreement, knowledge), place: placeOf(agreement) }
  if (!hasBeenSigned(agreement))
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
  if (hasBeenSigned(agreement)) parts.push(endPart(agreement, today))
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

/** Until when, as far as a source says. */
export function endPart(agreement: Agreement, today: LocalDate): Part {
  if (agreement.validUntil === null) return part('note', 'agreement.noEnd')
  const date = { date: agreement.validUntil as string as PartialDate }
  return agreement.validUntil < today
    ? part('note', 'agreement.untilPassed', { date })
    : part('fact', 'agreement.until', { date })
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
