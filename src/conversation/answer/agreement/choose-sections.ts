import type { Topic } from '../../../core/topic.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import type { Question } from '../question.ts'
import { roughLength } from '../rough-length.ts'
import { aheadSection, datesSection } from './date-sections.ts'
import type { Section } from './section.ts'
import {
  conflictsSection,
  contentSection,
  figuresSection,
  partiesSection,
  progressSection,
  statusSection,
} from './sections.ts'

export const SECTIONS = ['status', 'content', 'parties', 'dates', 'progress', 'figures', 'conflicts'] as const
/** "More" has the plans among the dates. */
export type SectionName = (typeof SECTIONS)[number] | 'ahead'

/** The section a topic opens with; "more" goes on with the others in their order. */
export const OPENS: Partial<Record<Topic, SectionName>> = {
  'agreement.status': 'status',
  'agreement.content': 'content',
  'agreement.parties': 'parties',
  'agreement.dates': 'dates',
}
const POINTS = 6
const POINTS_BESIDE = 3
/** So much longer than one section an answer may get for what else the question names. In characters. */
export const BESIDE = 180
/** … and for what it asks besides a detail that comes first. */
export const BESIDE_A_DETAIL = 100
const FIGURES = 3
const ALL = Number.POSITIVE_INFINITY

/** The plans stand among the dates; told alone only where the dates are not. */
export function sectionsFor(opening: SectionName, wanted: readonly SectionName[]): readonly SectionName[] {
  const names = [...new Set([opening, ...wanted])]
  if (opening === 'dates') return names.filter((name) => name !== 'ahead')
  return names.includes('ahead') ? names.filter((name) => name !== 'dates') : names
}

export function sectionOf(
  name: SectionName,
  agreement: Agreement,
  question: Question,
  withOthers: boolean,
): Section {
  const context = { knowledge: question.knowledge, today: question.today }
  switch (name) {
    case 'status':
      return statusSection(agreement, context)
    case 'content':
      return contentSection(
        agreement,
        context,
        question.stage,
        0,
        question.short ? 2 : withOthers ? POINTS_BESIDE : POINTS,
      )
    case 'parties':
      return partiesSection(agreement, context)
    case 'dates':
      return datesSection(agreement, context)
    case 'ahead':
      return aheadSection(agreement, context)
    case 'progress':
      return progressSection(agreement, 3)
    case 'figures':
      return atMost(figuresSection(agreement, context), question.more ? ALL : FIGURES)
    case 'conflicts':
      return conflictsSection(agreement)
  }
}

/** The first parts that fit into so many characters. */
export function fitting(section: Section, room: number, locale: Question['locale']): Section {
  let used = 0
  const parts = section.parts.filter((one) => {
    used += roughLength(one, locale)
    return used <= room
  })
  return { parts, citations: parts.length === 0 ? [] : section.citations }
}

function atMost(section: Section, most: number): Section {
  return { ...section, parts: section.parts.slice(0, most) }
}
