import type { Topic } from '../../core/topic.ts'
import { whomToContact } from '../answer/contacts.ts'
import { draft, PERSON, part, topicChoice } from '../answer/draft.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { menuChoices, refusal } from './fixed-replies.ts'
import { type Outcome, outcome } from './outcome.ts'
import { isTalk, outsideOf, type Reading, wordCount } from './reading.ts'
import { ANSWER_FROM, ASK_FROM, BARE_OUTSIDE, HALF_OUTSIDE } from './thresholds.ts'

const WHERE_TO =
  /\b(lapor|melapor|hubungi|menghubungi|datang|mengadu|ngadu|tanya|urus|mengurus|report|go|ask)( [a-z]+){0,2} (ke|di) mana\b|\b(ke|di) mana( [a-z]+){0,3} (lapor|melapor|hubungi|menghubungi|datang|mengadu|ngadu|tanya|urus|mengurus)\b|\bwhere (do|can|should) (i|we) (report|go|ask)\b|\b(lapor|takon|nglapor) (nang |neng |menyang )?(endi|ngendi|pundi)\b|\b(lapor|naros) ka mana\b/

/** Not sure: ask back with the likeliest topics, or say that it is outside the field, or that it could not be read. */
export function notUnderstood(reading: Reading): Outcome {
  const { read, settled, locale, state, knowledge, today } = reading
  const region = settled.regions[0]
  const country = read.countries[0]
  const top = read.topics[0]
  const unsure = top === undefined || top.score < ASK_FROM
  if (country !== undefined && (unsure || top.topic !== 'out_of_scope') && wordCount(read) > 3 && unsure) {
    return clarifyAmong(['contact.abroad', 'placement.destination', 'emergency.worker'], reading)
  }
  if (country !== undefined && (unsure || top.topic !== 'out_of_scope') && wordCount(read) <= 3) {
    return askTopics(
      {
        ...NOTHING_ASKED,
        topics: ['placement.destination'],
        text: read.normalised,
        countries: read.countries,
        locale,
      },
      state,
      knowledge,
      today,
    )
  }
  const outside = outsideOf(read.topics)
  const placed = region !== undefined || settled.open !== null
  // "I am in Lombok Timur, where do I report?": the office of that place is the answer, whatever is to be reported.
  const ours = (read.anchored || state.topic !== null) && outside < ANSWER_FROM
  if (region !== undefined && WHERE_TO.test(read.normalised) && ours) {
    return askTopics(
      { ...NOTHING_ASKED, topics: ['contact.local'], text: read.normalised, regions: [region], locale },
      state,
      knowledge,
      today,
    )
  }
  if (!read.anchored && outside >= (placed ? ASK_FROM : BARE_OUTSIDE))
    return refusal(locale, 'refuse.outOfScope')
  if (placed && wordCount(read) <= 4) {
    const places = region === undefined ? (settled.open?.candidates ?? []) : [region]
    return outcome({
      action: 'clarify',
      topic: 'contact.local',
      confidence: top?.score ?? 0,
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'clarify.topic')],
          choices: (['contact.local', 'agreement.status', 'placement.requirements'] as const).map(
            topicChoice,
          ),
          regions: places,
        }),
      ],
      pending: { kind: 'topic', candidates: ['contact.local', 'agreement.status', 'placement.requirements'] },
      patch: region === undefined ? {} : { region: region.code },
    })
  }
  const candidates = read.topics
    .filter(({ topic, score }) => score >= ASK_FROM / 2 && !isTalk(topic))
    .slice(0, 3)
  if (
    top !== undefined &&
    (top.topic !== 'out_of_scope' || (read.anchored && top.score < HALF_OUTSIDE)) &&
    top.score >= ASK_FROM &&
    candidates.length > 0 &&
    state.misses < 2
  ) {
    return outcome({
      action: 'clarify',
      topic: candidates[0]?.topic ?? top.topic,
      confidence: top.score,
      locale,
      drafts: [
        draft({
          parts: [part('answer', state.pending === null ? 'clarify.topic' : 'clarify.again')],
          choices: candidates.map(({ topic }) => topicChoice(topic)),
          regions: settled.regions,
          countries: read.countries,
        }),
      ],
      pending: { kind: 'topic', candidates: candidates.map(({ topic }) => topic) },
    })
  }
  if (top !== undefined && top.topic === 'out_of_scope' && top.score >= ASK_FROM)
    return refusal(locale, 'refuse.outOfScope')
  return unanswered(reading)
}

/** Asks back with topics that fit a name when nothing else is known. */
function clarifyAmong(topics: readonly Topic[], { read, settled, locale }: Reading): Outcome {
  return outcome({
    action: 'clarify',
    topic: topics[0] ?? 'smalltalk',
    confidence: read.topics[0]?.score ?? 0,
    locale,
    drafts: [
      draft({
        parts: [part('answer', 'clarify.topic')],
        choices: topics.map(topicChoice),
        regions: settled.regions,
        countries: read.countries,
      }),
    ],
    pending: { kind: 'topic', candidates: topics },
  })
}

function unanswered({ read, locale, state, knowledge }: Reading): Outcome {
  const whom = whomToContact(knowledge, undefined)
  const event = {
    type: 'question_unanswered',
    topic: null,
    region: state.region,
    language: read.language,
  } as const
  const again = state.misses >= 1
  return outcome({
    action: 'refuse',
    topic: 'out_of_scope',
    confidence: read.topics[0]?.score ?? 0,
    locale,
    drafts: [
      draft({
        parts: [
          again ? part('answer', 'handover.refusedTwice') : part('answer', 'refuse.outOfScope'),
          ...(again ? whom.parts : []),
        ],
        contacts: again ? whom.contacts : [],
        choices: again ? [PERSON, ...menuChoices().slice(0, 2)] : menuChoices(),
      }),
    ],
    events: again
      ? [event, { type: 'handover_requested', reason: 'refused_twice', region: state.region, number: null }]
      : [event],
  })
}
