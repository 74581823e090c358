import type { CountryCode } from '../../core/ids.ts'
import type { Part } from '../../core/reply.ts'
import type { DangerSign, EmergencySign, Topic } from '../../core/topic.ts'
import type { Param } from '../../core/wording.ts'
import type { Fact } from '../../knowledge/fact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import { contactPart, nationalPart } from '../answer/contacts.ts'
import { type Draft, draft, HOTLINE, PERSON, part, REPORT, topicChoice } from '../answer/draft.ts'
import { missionsIn } from '../answer/missions.ts'

/** The part of a message the guard needs: what is wrong, and where. */
export interface Alarm {
  readonly signs: readonly DangerSign[]
  readonly country: CountryCode | null
  /** What was said, normalised: it may name a town. */
  readonly text: string
  readonly region: Region | null
  readonly knowledge: Knowledge
}

const MOST_REASONS = 2
const ABROAD_ONLY: ReadonlySet<Topic> = new Set<Topic>(['emergency.worker'])

/** Somebody is in danger: whom to call now, in the country if it is known, and the question that finds the right mission. */
export function guardEmergency({ signs, country, text, knowledge }: Alarm): Draft {
  const { national } = knowledge.contacts
  const missions = country === null ? [] : missionsIn(knowledge, country, text).slice(0, 2)
  const police = country === null ? knowledge.contacts.all.find(({ id }) => id.includes('110')) : undefined
  const shown = [...missions, national]
  const parts: Part[] = [
    signs.length === 0 || signs.every((sign) => sign === 'distress_call')
      ? part('warning', 'guard.emergencyPlain')
      : part('warning', 'guard.emergency', {
          signs: { list: signs.filter(isNamed).slice(0, 4).map(signName) },
        }),
    ...missions.map((mission) => ({ ...contactPart(mission), role: 'warning' as const })),
    { ...nationalPart(knowledge), role: 'warning' },
    ...(police === undefined
      ? []
      : [part('next', 'guard.emergencyHome', { phones: police.phones.join(', ') })]),
    part('next', 'guard.emergencyStep'),
    part('next', 'guard.emergencyFamily'),
    ...(country === null ? [part('next', 'guard.askCountry')] : []),
  ]
  return draft({
    parts,
    citations: [...shown, ...(police === undefined ? [] : [police])].flatMap((contact) => contact.citations),
    contacts: [...shown, ...(police === undefined ? [] : [police])],
    choices: [HOTLINE, PERSON, topicChoice('contact.abroad')],
    countries: country === null ? [] : [country],
    regions: [],
  })
}

/** Thoughts of ending one's life: warm, short, a sourced line, a person. */
export function guardSelfHarm({ country, text, knowledge }: Alarm): Draft {
  const lines = knowledge.facts.ofTopic('emergency.self_harm')
  const line = lines.find((fact) => fact.leads.includes('emergency.self_harm')) ?? lines[0]
  const missions = country === null ? [] : missionsIn(knowledge, country, text).slice(0, 1)
  const { national } = knowledge.contacts
  return draft({
    parts: [
      part('warning', 'guard.selfHarm'),
      ...(line === undefined ? [] : [part('answer', 'fact.plain', { text: line.text })]),
      ...(line?.caution ? [part('note', 'fact.caution', { text: line.caution })] : []),
      part('next', 'guard.selfHarmNext'),
      ...missions.map(contactPart),
      nationalPart(knowledge),
    ],
    citations: [...(line?.citations ?? []), ...missions.flatMap((mission) => mission.citations)],
    contacts: [...missions, national],
    choices: [PERSON, HOTLINE],
    countries: country === null ? [] : [country],
    told: line === undefined ? [] : [line.id],
  })
}

/** An offer with signs of a trap: each sign named, why it matters with its source, what to do, where to report. */
export function guardOffer({ signs, knowledge }: Alarm): Draft {
  const reasons = signs.flatMap((sign): readonly (readonly [DangerSign, Fact])[] => {
    const fact = knowledge.facts.ofSign(sign)
    return fact === undefined ? [] : [[sign, fact]]
  })
  const { national } = knowledge.contacts
  const check = knowledge.facts
    .ofTopic('placement.check_agency')
    .find((fact) => fact.leads.includes('placement.check_agency'))
  return draft({
    parts: [
      signs.length === 0
        ? part('warning', 'guard.offerPlain')
        : part('warning', 'guard.offer', { signs: { list: signs.slice(0, 4).map(signName) } }),
      part('warning', 'guard.offerStop'),
      ...reasons
        .slice(0, MOST_REASONS)
        .map(([sign, fact]) => part('fact', 'guard.why', { sign: signName(sign), why: fact.text })),
      ...(check === undefined ? [] : [part('next', 'fact.plain', { text: check.text })]),
      part('next', 'guard.report'),
      nationalPart(knowledge),
    ],
    citations: [
      ...reasons.slice(0, MOST_REASONS).flatMap(([, fact]) => fact.citations),
      ...(check?.citations ?? []),
    ],
    contacts: [national],
    choices: [REPORT, topicChoice('placement.check_agency'), HOTLINE],
    told: [...reasons.map(([, fact]) => fact.id), ...(check === undefined ? [] : [check.id])],
  })
}

/** Topics an emergency may keep as its own; anything else asked in danger counts as `emergency.worker`. */
export function emergencyTopic(topics: readonly Topic[]): Topic {
  const kept = topics.find(
    (topic) =>
      ABROAD_ONLY.has(topic) ||
      topic.startsWith('family.') ||
      topic === 'rights.passport' ||
      topic === 'rights.wages' ||
      topic === 'report.illegal' ||
      topic === 'emergency.self_harm',
  )
  return kept === undefined || topics[0] !== kept ? 'emergency.worker' : kept
}

/** Topics an illegal offer may keep as its own. */
export function offerTopic(topics: readonly Topic[]): Topic {
  const first = topics[0]
  return first !== undefined &&
    (first.startsWith('placement.') || first === 'report.illegal' || first === 'documents.passport_visa')
    ? first
    : 'placement.check_offer'
}

function signName(sign: DangerSign): Param {
  return { key: `guard.sign.${sign}` }
}

function isNamed(sign: DangerSign): sign is EmergencySign {
  return sign !== 'distress_call'
}
