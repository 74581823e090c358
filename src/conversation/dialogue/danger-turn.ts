import type { Topic } from '../../core/topic.ts'
import type { Draft } from '../answer/draft.ts'
import type { Understanding } from '../understand/understanding.ts'
import { askTopics, knownCountry, NOTHING_ASKED } from './ask-topic.ts'
import { emergencyTopic, guardEmergency, guardOffer, guardSelfHarm, offerTopic } from './guard.ts'
import { type Outcome, outcome } from './outcome.ts'
import { isTalk, type Reading, wordCount } from './reading.ts'
import { ALSO_ANSWER_FROM, NEEDS_REGION } from './thresholds.ts'

/** An emergency or an illegal offer comes before any other subject, whatever was being talked about. */
export function dangerTurn({
  read: heard,
  settled,
  locale,
  state,
  knowledge,
  today,
}: Reading): Outcome | undefined {
  const read = heard.danger === 'emergency' ? heard : byTopic(heard)
  if (read.danger === 'none') return undefined
  if (isElsewhere(read) || (read.signs.length === 0 && saysLittle(read, state.topic))) return undefined
  // A country's name alone is the answer to "in which country?", however closed that country is.
  if (read.danger === 'illegal_offer' && read.countries.length > 0 && wordCount(read) <= NAME_ALONE)
    return undefined
  const topics = read.topics.map(({ topic }) => topic)
  const country = read.countries[0] ?? knownCountry(state.country, knowledge)
  const region = settled.regions[0] ?? null
  const alarm = { signs: read.signs, country, text: read.normalised, region, knowledge }
  const event = {
    type: 'danger_detected',
    danger: read.danger,
    signs: read.signs,
    region: region?.code ?? null,
    country,
  } as const
  const selfHarm =
    read.signs.includes('self_harm') ||
    (read.danger === 'emergency' &&
      topics[0] === 'emergency.self_harm' &&
      (read.topics[0]?.score ?? 0) >= ALSO_ANSWER_FROM)
  const topic =
    read.danger === 'illegal_offer'
      ? offerTopic(topics)
      : selfHarm
        ? 'emergency.self_harm'
        : emergencyTopic(topics)
  const one =
    read.danger === 'illegal_offer'
      ? guardOffer(alarm)
      : selfHarm
        ? guardSelfHarm(alarm)
        : guardEmergency(alarm)
  const beside = asideTopic(read, topic)
  const aside =
    beside === undefined
      ? undefined
      : askTopics(
          {
            ...NOTHING_ASKED,
            topics: [beside],
            text: read.normalised,
            regions: settled.regions,
            countries: read.countries,
            stage: read.stage,
            short: true,
            locale,
          },
          state,
          knowledge,
          today,
        )
  const answered = aside?.action === 'answer' ? aside : undefined
  return outcome({
    action: 'answer',
    topic,
    topics: [topic, ...(answered?.topics ?? [])],
    confidence: Math.max(read.topics[0]?.score ?? 0, 0.9),
    danger: read.danger,
    signs: read.signs,
    locale,
    drafts: [{ ...one, regions: settled.regions }, ...(answered?.drafts ?? []).map(withoutContacts)],
    pending:
      read.danger === 'emergency' && country === null ? { kind: 'country', topic: 'contact.abroad' } : null,
    events: [event],
  })
}

/** From here on a subject outside the field outweighs a faint sign: a holiday visa, a cat that will not eat. */
const SURELY_OUTSIDE = 0.95
/** "Help" alone is weaker: from here on what the help is wanted for decides ("help, my laptop"). */
const HELP_OUTSIDE = 0.45
/** Subjects with an answer of their own; where no sign was heard, the guard's feeling gives way to them. */
const PLAIN = /^(?:agreement\.|family\.|stats$|handover$|smalltalk$|privacy$|voting\.|case\.)/
const SURELY_PLAIN = 0.8

/** The guard weighs the topic, too; without its alarm only a sure one counts. */
const SURELY_URGENT = 0.85

/**
 * A message whose very subject is an emergency is one, although the guard found no sign in its words; and an alarm without a
 * sign is of the kind that the subject says.
 */
function byTopic(read: Understanding): Understanding {
  const [top] = read.topics
  if (top === undefined || !top.topic.startsWith('emergency.')) return read
  // "If I am beaten there some day, whom do I call?" is about an emergency, and none.
  if (read.framed && read.danger === 'none') return read
  const alarmed = read.danger === 'illegal_offer' && read.signs.length === 0
  if (top.score < (alarmed ? ALSO_ANSWER_FROM : SURELY_URGENT)) return read
  return { ...read, danger: 'emergency', signs: top.topic === 'emergency.self_harm' ? ['self_harm'] : [] }
}

const EMPLOYER = /\b(majikan|juragan|dunungan|nyonya|employer)\w*\b/

/** Too few words without a sign, or only where somebody is, after what was told of them. */
function saysLittle(read: Understanding, topic: Topic | null): boolean {
  const words = wordCount(read)
  const goesOn = read.topics[0]?.topic === topic && !topic?.startsWith('emergency.')
  return (
    words <= NOTHING_SAID[read.danger === 'emergency' ? 'emergency' : 'illegal_offer'] ||
    (goesOn && words <= WHERE_ALONE)
  )
}

/** Surely about something else, and at most a faint sign that somebody is hurt or lured. */
function isElsewhere({ topics: [top], signs, normalised }: Understanding): boolean {
  if (top === undefined) return false
  if (signs.length === 0 && PLAIN.test(top.topic) && top.score >= SURELY_PLAIN) return true
  if (top.topic !== 'out_of_scope') return false
  // "Majikan buang saya di gurun": whoever has such an employer is one of ours, whatever else is said.
  if (EMPLOYER.test(normalised)) return false
  const helpAlone = signs.length > 0 && signs.every((sign) => sign === 'distress_call')
  return signs.length <= 1 && top.score >= (helpAlone ? HELP_OUTSIDE : SURELY_OUTSIDE)
}

/** Protection has been said by then: a question that is only likely may be answered after it. */
const ASIDE_FROM = 0.33

/** What was asked beside the danger, when it is clear: answered in a sentence after the protection. */
function asideTopic(read: Understanding, guarded: Topic): Topic | undefined {
  const [top] = read.topics
  if (top === undefined || top.score < ASIDE_FROM || top.topic === guarded || isTalk(top.topic))
    return undefined
  return top.topic.startsWith('emergency.') || NEEDS_REGION.has(top.topic) ? undefined : top.topic
}

/** The guard has said whom to contact. */
function withoutContacts(one: Draft): Draft {
  return { ...one, parts: one.parts.filter(({ role }) => role !== 'contact'), contacts: [], choices: [] }
}

/** "di kamboja" */
const NAME_ALONE = 2
/** "dia di sabah", after it was said that nobody hears from her */
const WHERE_ALONE = 3
/** "yakin", "yang itu": so few words without one sign are no alarm, whatever the model feels. */
const NOTHING_SAID = { emergency: 2, illegal_offer: 3 }
