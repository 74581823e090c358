import type { Citation } from '../../../core/citation.ts'
import type { Part } from '../../../core/reply.ts'
import type { Agreement } from '../../../knowledge/agreement.ts'
import { datesSection } from './date-sections.ts'
import type { Section, SectionContext } from './section.ts'
import {
  conflictsSection,
  contentSection,
  figuresSection,
  partiesSection,
  progressSection,
  statusSection,
} from './sections.ts'

const EVERYTHING = 100

/**
 * The whole record of an agreement for officers, in the words citizens get piece by piece: nobody is told more, and a plan
 * stays a plan here, too. Sections are separate, every source is named once.
 */
export function agreementRecord(
  agreement: Agreement,
  context: SectionContext,
): { readonly sections: readonly (readonly Part[])[]; readonly citations: readonly Citation[] } {
  const sections: readonly Section[] = [
    statusSection(agreement, context),
    datesSection(agreement, context),
    partiesSection(agreement, context),
    contentSection(agreement, context, null, 0, EVERYTHING),
    progressSection(agreement, EVERYTHING),
    figuresSection(agreement, context),
    conflictsSection(agreement),
  ].filter(({ parts }) => parts.length > 0)
  const bySource = new Map(
    [...sections.flatMap(({ citations }) => citations), ...agreement.citations].map((one) => [
      one.source.id,
      one,
    ]),
  )
  return { sections: sections.map(({ parts }) => parts), citations: [...bySource.values()] }
}
