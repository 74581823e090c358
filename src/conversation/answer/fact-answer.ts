import type { Citation } from '../../core/citation.ts'
import type { Choice, Part } from '../../core/reply.ts'
import type { Topic } from '../../core/topic.ts'
import type { MessageKey } from '../../core/wording.ts'
import type { Fact, Standing } from '../../knowledge/fact.ts'
import { contactPart, whomToContact } from './contacts.ts'
import { type Draft, draft, MORE, PERSON, part, REPORT, topicChoice } from './draft.ts'
import { missionsIn } from './missions.ts'
import type { Question } from './question.ts'
import { fillRoom, selectFacts } from './select-facts.ts'

/** What people ask next, per topic. */
const RELATED: Partial<Record<Topic, readonly Topic[]>> = {
  'placement.requirements': ['placement.documents', 'placement.cost'],
  'placement.documents': ['documents.passport_visa', 'placement.cost'],
  'placement.cost': ['placement.check_offer', 'report.illegal'],
  'placement.check_agency': ['placement.check_offer', 'report.illegal'],
  'placement.check_offer': ['placement.check_agency', 'report.illegal'],
  'placement.schemes': ['placement.requirements', 'placement.check_agency'],
  'placement.destination': ['placement.requirements', 'placement.schemes'],
  'placement.age': ['placement.requirements', 'placement.documents'],
  'placement.health': ['placement.requirements', 'placement.cost'],
  'placement.training': ['placement.requirements', 'stage.pre'],
  'placement.independent': ['placement.schemes', 'placement.documents'],
  'documents.passport_visa': ['placement.documents', 'stage.pre'],
  'stage.pre': ['placement.documents', 'placement.cost'],
  'stage.during': ['contact.abroad', 'rights.contract'],
  'stage.post': ['stage.empowerment', 'rights.insurance'],
  'stage.empowerment': ['stage.post', 'contact.local'],
  'report.illegal': ['contact.hotline', 'placement.check_agency'],
  'family.lost_contact': ['contact.abroad', 'contact.hotline'],
  'family.death': ['contact.abroad', 'rights.insurance'],
  'family.repatriation': ['contact.abroad', 'contact.hotline'],
  'rights.wages': ['contact.abroad', 'rights.contract'],
  'rights.passport': ['contact.abroad', 'contact.hotline'],
  'rights.contract': ['rights.wages', 'contact.abroad'],
  'rights.insurance': ['stage.post', 'contact.hotline'],
  'voting.abroad': ['contact.abroad'],
  stats: ['agreement.where'],
}

const ABROAD: ReadonlySet<Topic> = new Set<Topic>([
  'stage.during',
  'family.lost_contact',
  'family.death',
  'family.repatriation',
  'rights.wages',
  'rights.passport',
  'rights.contract',
  'voting.abroad',
])

const FRAMES = {
  in_force: 'fact.plain',
  reported: 'fact.plain',
  planned: 'fact.planned',
  proposed: 'fact.proposed',
  superseded: 'fact.superseded',
} as const satisfies Record<Standing, MessageKey>

/** An answer made of stored facts: the best fitting first, then what else fits, the caution, and whom to ask. */
export function answerFromFacts(question: Question): Draft {
  const { knowledge, topic, locale } = question
  const told = new Set<string>(question.told)
  const scored = selectFacts(question)
  if (question.more && scored.every(({ fact }) => told.has(fact.id))) return nothingMore(question)
  const room = question.short ? 1 : question.room
  const facts = fillRoom(scored, room, locale, told, question.more)
  if (facts.length === 0) return unanswered(question)
  const { parts, citations } = wordFacts(facts)
  const country = question.countries[0]
  const missing = country !== undefined && !facts.some((fact) => fact.countries.includes(country))
  const name = country === undefined ? undefined : knowledge.destinations.get(country)?.name
  const lead: Part[] =
    missing && name !== undefined && needsCountry(topic)
      ? [part('note', 'fact.noneForCountry', { country: name, asOf: { date: knowledge.facts.asOf } })]
      : []
  const mission =
    country !== undefined && ABROAD.has(topic) ? missionsIn(knowledge, country, question.text) : []
  const whom = whomToContact(knowledge, question.regions[0])
  return draft({
    parts: [...lead, ...parts, ...mission.slice(0, 1).map(contactPart), ...whom.parts],
    citations: [...citations, ...mission.slice(0, 1).flatMap((contact) => contact.citations)],
    contacts: [...mission.slice(0, 1), ...whom.contacts],
    choices: choicesAfter(topic, scored.length > facts.length),
    told: facts.map(({ id }) => id),
    regions: question.regions,
    countries: question.countries,
  })
}

/** Facts as parts in their order; how firm each is shows in its wording, never a plan as a fact. */
export function wordFacts(facts: readonly Fact[]): {
  readonly parts: readonly Part[]
  readonly citations: readonly Citation[]
} {
  const parts: Part[] = facts.map((fact, index) =>
    part(index === 0 ? 'answer' : 'fact', FRAMES[fact.standing], { text: fact.text }),
  )
  const caution = facts.find((fact) => fact.caution !== null)?.caution
  if (caution) parts.push(part('note', 'fact.caution', { text: caution }))
  return { parts, citations: facts.flatMap((fact) => fact.citations) }
}

/** Buttons under an answer: the rest of it, and the likely next questions; at most three fit every channel. */
export function choicesAfter(topic: Topic, hasMore: boolean): readonly Choice[] {
  const next = (RELATED[topic] ?? []).map((related) =>
    related === 'report.illegal' ? REPORT : topicChoice(related),
  )
  return [...(hasMore ? [MORE] : []), ...next].slice(0, 3)
}

/** Facts that hold for one country only matter for these topics; "privacy" does not change with the country. */
function needsCountry(topic: Topic): boolean {
  return topic.startsWith('placement.') || topic.startsWith('rights.')
}

function unanswered(question: Question): Draft {
  const { knowledge } = question
  const whom = whomToContact(knowledge, question.regions[0])
  return draft({
    parts: [part('answer', 'fact.noneForTopic', { asOf: { date: knowledge.facts.asOf } }), ...whom.parts],
    contacts: whom.contacts,
    citations: whom.contacts.flatMap((contact) => contact.citations),
    choices: [PERSON],
    regions: question.regions,
    countries: question.countries,
    unanswered: true,
  })
}

function nothingMore(question: Question): Draft {
  const { knowledge } = question
  const whom = whomToContact(knowledge, question.regions[0])
  return draft({
    parts: [part('answer', 'fact.moreDone', { asOf: { date: knowledge.facts.asOf } }), ...whom.parts],
    contacts: whom.contacts,
    citations: whom.contacts.flatMap((contact) => contact.citations),
    choices: choicesAfter(question.topic, false),
    told: question.told,
    regions: question.regions,
    countries: question.countries,
  })
}
