import type { Agreement } from '../../knowledge/agreement.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import { namedItems } from './agreement/named-items.ts'
import type { Section } from './agreement/section.ts'
import { figuresSection } from './agreement/sections.ts'
import type { Draft } from './draft.ts'
import { answerFromFacts } from './fact-answer.ts'
import type { Question } from './question.ts'

/** National figures; where a region is named, first the numbers its agreements' sources give. */
export function answerStats(question: Question): Draft {
  const facts = answerFromFacts(question)
  const region = question.regions[0]
  if (region === undefined) return facts
  const { knowledge, today } = question
  for (const agreement of knowledge.agreements.ofRegion(region.code)) {
    const fitting = namedItems(agreement, question.text, knowledge, today).filter(({ score }) => score >= 2)
    // Beside a number that fits best, only other numbers.
    const named = fitting[0]?.kind === 'figure' ? fitting.filter(({ kind }) => kind === 'figure') : fitting
    const section =
      named.length > 0
        ? {
            parts: named.slice(0, 2).map((item) => item.part),
            citations: named.slice(0, 2).flatMap((item) => item.citations),
          }
        : figuresSection(agreement, { knowledge, today })
    if (section.parts.length > 0 && agreement.figures.length > 0) return before(facts, section)
  }
  const [telling] = tellingOf(region, knowledge)
  return telling === undefined ? facts : before(facts, figuresSection(telling, { knowledge, today }))
}

function before(facts: Draft, { parts, citations }: Section): Draft {
  return {
    ...facts,
    parts: [
      ...parts.slice(0, 4),
      ...facts.parts.slice(0, 2),
      ...facts.parts.filter(({ role }) => role === 'contact'),
    ],
    citations: [...citations, ...facts.citations],
  }
}

/** A city's record may tell how many of its whole province are abroad: nothing else of it is about the province. */
function tellingOf({ code, name }: Region, { agreements }: Knowledge): readonly Agreement[] {
  return agreements.insideProvince(code).flatMap((agreement) => {
    const figures = agreement.figures.filter(({ what }) => what.id.includes(name))
    return figures.length > 0 ? [{ ...agreement, figures }] : []
  })
}
