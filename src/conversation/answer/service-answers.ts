import { whomToContact } from './contacts.ts'
import type { Draft } from './draft.ts'
import { draft, MENU, part, topicChoice } from './draft.ts'
import { answerFromFacts, wordFacts } from './fact-answer.ts'
import type { Question } from './question.ts'
import { selectFacts } from './select-facts.ts'

/** Talk to a person: the real lines, nothing promised. */
export function answerHandover(question: Question): Draft {
  const whom = whomToContact(question.knowledge, question.regions[0])
  return draft({
    parts: [part('answer', 'handover.lead'), ...whom.parts],
    contacts: whom.contacts,
    citations: whom.contacts.flatMap((contact) => contact.citations),
    choices: [topicChoice('contact.local'), topicChoice('contact.abroad')],
    regions: question.regions,
    countries: question.countries,
  })
}

export function answerCaseStatus(question: Question): Draft {
  const whom = whomToContact(question.knowledge, question.regions[0])
  return draft({
    parts: [part('answer', 'caseStatus.none'), ...whom.parts],
    contacts: whom.contacts,
    citations: whom.contacts.flatMap((contact) => contact.citations),
    choices: [topicChoice('report.illegal'), topicChoice('contact.local')],
    regions: question.regions,
  })
}

/** What is stored and how to have it erased first; the law behind it where a stored fact fits the question. */
export function answerPrivacy(question: Question): Draft {
  const own = [part('answer', 'privacy.stored'), part('next', 'privacy.forgetHow')]
  const best = selectFacts(question).slice(0, question.more ? 3 : 1)
  const facts = wordFacts(best.map(({ fact }) => fact))
  return draft({
    parts: [...own, ...facts.parts.map((item) => ({ ...item, role: 'fact' as const }))],
    citations: facts.citations,
    told: best.map(({ fact }) => fact.id),
    choices: [MENU],
  })
}

export function answerSmalltalk(question: Question): Draft {
  return draft({
    parts: [part('answer', 'smalltalk.who', { asOf: { date: question.knowledge.asOf } })],
    choices: [topicChoice('placement.requirements'), topicChoice('agreement.status'), MENU],
  })
}

/** Where to report, with what to prepare. */
export function answerReport(question: Question): Draft {
  const facts = answerFromFacts(question)
  return {
    ...facts,
    choices: [
      topicChoice('contact.hotline'),
      topicChoice('contact.local'),
      topicChoice('placement.check_agency'),
    ],
  }
}
