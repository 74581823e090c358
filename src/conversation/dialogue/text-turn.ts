import type { LocalDate } from '../../core/dates.ts'
import type { CountryCode } from '../../core/ids.ts'
import { localeOf } from '../../core/locale.ts'
import type { Topic } from '../../core/topic.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { whomToContact } from '../answer/contacts.ts'
import { type Draft, draft, PERSON, part, topicChoice } from '../answer/draft.ts'
import type { ConversationState } from '../state.ts'
import type { Act, Understanding } from '../understand/understanding.ts'
import { type Asked, askTopics, knownCountry, NOTHING_ASKED } from './ask-topic.ts'
import { detailAnswer } from './detail-answer.ts'
import {
  askLanguage,
  confirmForget,
  menu,
  menuChoices,
  refusal,
  smalltalk,
  switchLocale,
} from './fixed-replies.ts'
import { emergencyTopic, guardEmergency, guardOffer, guardSelfHarm, offerTopic } from './guard.ts'
import { kindSaid, regionOfKind } from './kind-word.ts'
import { type Outcome, outcome } from './outcome.ts'
import { answerPending } from './pending.ts'
import type { Reading } from './reading.ts'
import { commonProvince, settleRegions } from './settle-region.ts'
import {
  ALSO_ANSWER_FROM,
  ALSO_WHOLE_FROM,
  ANSWER_FROM,
  ASK_FROM,
  CLOSE_SECOND,
  FAMILIAR_FROM,
  NEEDS_REGION,
  TWO_ANSWER_FROM,
  USES_COUNTRY,
} from './thresholds.ts'

/** A person's own choice of language holds; else the language written, when it is clear; else the one before. */
const CLEAR_LANGUAGE = 0.55

/** Turns what was understood into what is said. The order matters: danger first, then what was asked before, then the rest. */
export function textTurn(
  read: Understanding,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const result = decide(read, state, knowledge, today)
  const shared = read.regions.flatMap((mention) =>
    mention.kind === 'several' ? mention.candidates.map(({ code }) => code) : [],
  )
  const named = read.regions.length > 0
  return named ? { ...result, patch: { unsettled: shared, ...result.patch } } : result
}

function decide(
  read: Understanding,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const locale =
    state.chosenLocale ?? (read.languageConfidence >= CLEAR_LANGUAGE ? localeOf(read.language) : state.locale)
  const settled = settleRegions(read, state, knowledge)
  const reading: Reading = { read, settled, locale, state, knowledge, today }
  if (read.normalised === '') return refusal(locale, 'refuse.empty')
  if (isGibberish(read)) return refusal(locale, 'refuse.gibberish')
  return (
    danger(reading) ??
    answerPending(reading) ??
    act(reading) ??
    detailAnswer(reading) ??
    followUp(reading) ??
    question(reading) ??
    notUnderstood(reading)
  )
}

/** An emergency or an illegal offer comes before any other subject, whatever was being talked about. */
function danger({ read, settled, locale, state, knowledge, today }: Reading): Outcome | undefined {
  if (read.danger === 'none') return undefined
  if (isElsewhere(read) || (read.signs.length === 0 && wordCount(read) <= NOTHING_SAID)) return undefined
  // A country's name alone is the answer to "in which country?", however closed that country is.
  if (read.danger === 'illegal_offer' && read.countries.length > 0 && wordCount(read) <= NAME_ALONE)
    return undefined
  const topics = read.topics.map(({ topic }) => topic)
  const country = read.countries[0] ?? knownCountry(state.country, knowledge)
  const region = settled.regions[0] ?? null
  const alarm = { signs: read.signs, country, region, knowledge }
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

/** From here on a subject outside the field outweighs a faint sign: "help me choose a laptop", a holiday visa. */
const SURELY_OUTSIDE = 0.7

/** Surely another field, and no sign that somebody is hurt: a cry for help alone is a sign only where nothing else is meant. */
function isElsewhere({ topics: [top], danger: level, signs }: Understanding): boolean {
  if (top?.topic !== 'out_of_scope' || top.score < SURELY_OUTSIDE) return false
  return level === 'illegal_offer' ? signs.length <= 1 : signs.every((sign) => sign === 'distress_call')
}

/** What was asked beside the danger, when it is clear: answered in a sentence after the protection. */
function asideTopic(read: Understanding, guarded: Topic): Topic | undefined {
  const [top] = read.topics
  if (top === undefined || top.score < ALSO_ANSWER_FROM || top.topic === guarded || isTalk(top.topic))
    return undefined
  return top.topic.startsWith('emergency.') || NEEDS_REGION.has(top.topic) ? undefined : top.topic
}

/** The guard has said whom to contact. */
function withoutContacts(one: Draft): Draft {
  return { ...one, parts: one.parts.filter(({ role }) => role !== 'contact'), contacts: [], choices: [] }
}

const ALONE = 5
/** "di kamboja" */
const NAME_ALONE = 2
/** "yakin", "yang itu": so few words without one sign are no alarm, whatever the model feels. */
const NOTHING_SAID = 2

/** Short messages that steer the conversation rather than ask something. */
function act(reading: Reading): Outcome | undefined {
  const { read, locale, state, knowledge } = reading
  const has = (name: Act): boolean => read.acts.includes(name)
  const short = read.normalised.split(' ').length <= ALONE
  const asks = (read.topics[0]?.score ?? 0) >= ANSWER_FROM && !isTalk(read.topics[0]?.topic)
  if (has('forget_me')) return confirmForget(locale)
  if (has('switch_language')) return inLanguage(reading)
  if (has('frustration') || has('insult')) {
    const whom = whomToContact(knowledge, undefined)
    return outcome({
      action: 'handover',
      topic: 'handover',
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'smalltalk.sorry'), ...whom.parts],
          contacts: whom.contacts,
          choices: [PERSON],
        }),
      ],
      events: [{ type: 'handover_requested', reason: 'frustration', region: state.region }],
    })
  }
  if (has('talk_to_person') && (short || !asks)) {
    return askTopics(
      { ...NOTHING_ASKED, topics: ['handover'], locale, regions: reading.settled.regions },
      state,
      knowledge,
      reading.today,
    )
  }
  if (asks && !short) return undefined
  if (has('menu') && short) return menu(locale)
  if (has('more') || has('repeat') || has('shorter')) return sayAgain(reading)
  if (
    has('correct') &&
    kindSaid(read.normalised) === null &&
    !asks &&
    reading.settled.regions.length === 0 &&
    reading.settled.open === null
  ) {
    return smalltalk(locale, 'smalltalk.corrected', { choices: menuChoices() })
  }
  if (asks) return undefined
  if (has('thanks')) return smalltalk(locale, 'smalltalk.thanks')
  if (has('goodbye')) return smalltalk(locale, 'smalltalk.goodbye')
  if (has('greeting') && short) return smalltalk(locale, 'smalltalk.greeting', { choices: menuChoices() })
  if ((has('affirm') || has('deny') || has('cancel')) && short) return smalltalk(locale, 'smalltalk.ok')
  return undefined
}

/** The language asked for from now on; what was just answered is said again in it. */
function inLanguage({ read, locale, state, knowledge, today }: Reading): Outcome {
  if (read.wantedLocale === null) return askLanguage(locale)
  const switched = switchLocale(read.wantedLocale)
  if (state.topic === null || isTalk(state.topic)) return switched
  const again = askTopics(
    { ...remembered(state, knowledge), topics: [state.topic], locale: read.wantedLocale },
    state,
    knowledge,
    today,
  )
  return { ...again, patch: { ...again.patch, ...switched.patch }, events: switched.events }
}

/** "Explain again", "more", "shorter": the same subject, said on or said briefly. */
function sayAgain({ read, locale, state, knowledge, today }: Reading): Outcome {
  if (state.topic === null) return smalltalk(locale, 'smalltalk.nothingToRepeat', { choices: menuChoices() })
  const more = read.acts.includes('more')
  return askTopics(
    {
      ...remembered(state, knowledge),
      topics: [state.topic],
      locale,
      more,
      short: read.acts.includes('shorter'),
    },
    state,
    knowledge,
    today,
  )
}

/** A message with so few words beside its names asks nothing new: "bali?", "untuk singapura sama?", "12 bulan?". */
const BARE = 3
/** Below this a short message in the middle of a subject is taken to go on with it. */
const GOES_ON_BELOW = 0.55
const SHORT = 5

/** A message that leans on the one before: the same subject for another place, country, kind of place, or detail. */
function followUp(reading: Reading): Outcome | undefined {
  const { read, settled, state, locale, knowledge, today } = reading
  const { topic } = state
  if (topic === null || isTalk(topic)) return undefined
  const top = read.topics[0]
  const kind = settled.regions.length > 0 || settled.open !== null ? null : kindSaid(read.normalised)
  const meant = kind === null ? undefined : regionOfKind(kind, state, knowledge)
  const named =
    meant !== undefined ||
    settled.regions.length > 0 ||
    settled.open !== null ||
    read.countries.length > 0 ||
    read.institutions.length > 0
  const weak = top === undefined || top.score < ALSO_ANSWER_FROM || isTalk(top.topic)
  const corrects = read.acts.includes('correct') && named
  const words = wordCount(read)
  const short = words <= SHORT
  // "yang 2025", "bukan yang magang, yang tokutei": one among what was just spoken of, whatever its words remind of.
  const among = short && ONE_AMONG.test(read.normalised) && state.choices.length > 0
  const leans = read.elliptic || LEANS.test(read.normalised)
  const elsewhere =
    top !== undefined && !isTalk(top.topic) && top.topic !== topic && !nearTopic(top.topic, topic)
  const goesOn =
    corrects ||
    among ||
    (named && (bareWords(read) <= BARE || meant !== undefined) && (short || leans)) ||
    (named && leans && weak) ||
    (!named &&
      read.acts.length === 0 &&
      (leans || short) &&
      (top === undefined || top.score < GOES_ON_BELOW)) ||
    (!named && read.acts.length === 0 && top?.topic === 'out_of_scope' && (words <= BARE || (leans && short)))
  if (!goesOn || (!corrects && !among && elsewhere && top.score >= SURE_NEW)) return undefined
  const kept = remembered(state, knowledge)
  const regions =
    meant !== undefined
      ? [meant]
      : settled.regions.length > 0 || settled.open !== null
        ? settled.regions
        : kept.regions
  const otherPlace = settled.regions.length > 0 || meant !== undefined
  return askTopics(
    {
      ...NOTHING_ASKED,
      topics: [topic],
      text: read.normalised,
      confidence: Math.max(top?.score ?? 0, ANSWER_FROM),
      regions,
      open: settled.open,
      countries: read.countries.length > 0 ? read.countries : otherPlace ? [] : kept.countries,
      institutions: read.institutions.length > 0 ? read.institutions : otherPlace ? [] : kept.institutions,
      people: read.people,
      dates: read.dates,
      stage: read.stage ?? kept.stage,
      locale,
    },
    state,
    knowledge,
    today,
  )
}

/** Openings that go on from what was said. */
const LEANS =
  /^(ada yang|yang|untuk|kalau|terus|jadi|berarti|nah|kok|tapi|lha|lah|nek|mun|upami|and|so|but|what about|how about)\b/
const ONE_AMONG = /^(bukan )?(yang|sing|ingkang|nu|anu|the one) /

/** From here on a short message is a new subject, however it leans. */
const SURE_NEW = 0.8

/** Subjects that a bare place name pulls to each other: naming a country looks like asking about the country. */
function nearTopic(read: Topic, current: Topic): boolean {
  if (read === 'placement.destination') return current !== 'contact.abroad'
  if (read === 'contact.local' || read === 'agreement.status' || read === 'agreement.where') {
    return current.startsWith('agreement.') || current === 'contact.local' || current === 'placement.training'
  }
  return read === 'contact.abroad' && current !== 'placement.destination'
}

/** Words of the message that are not part of a place or country name. */
function bareWords(read: Understanding): number {
  const inPlaces = read.regions.reduce(
    (sum, { start, end }) => sum + read.normalised.slice(start, end).split(' ').length,
    0,
  )
  return wordCount(read) - inPlaces - read.countries.length
}

/** A question, or several, sure enough to be answered. */
function question(reading: Reading): Outcome | undefined {
  const { read, settled, state, locale, knowledge, today } = reading
  const topics = sureTopics(read)
  const [first] = topics
  if (first === undefined || first === 'out_of_scope') return undefined
  if (first === 'smalltalk') return smalltalkQuestion(reading)
  const asked: Asked = {
    ...NOTHING_ASKED,
    topics,
    text: read.normalised,
    confidence: read.topics[0]?.score ?? 0,
    regions: settled.regions,
    open: settled.open,
    countries: read.countries,
    institutions: read.institutions,
    people: read.people,
    dates: read.dates,
    stage: read.stage,
    locale,
  }
  return askTopics(withContext(asked, reading, topics), state, knowledge, today)
}

/** Fills in from the conversation what this message leaves out, where the topic needs it. */
function withContext(asked: Asked, { read, state, knowledge }: Reading, topics: readonly Topic[]): Asked {
  const needsRegion = topics.some(
    (topic) => NEEDS_REGION.has(topic) || (topic === 'agreement.where' && read.elliptic),
  )
  const namesParty = asked.institutions.length > 0 || asked.people.length > 0
  const regionNow = asked.regions.length > 0 || asked.open !== null
  const old = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  const agreement = state.agreement === null ? undefined : knowledge.agreements.byId(state.agreement)
  const aboutAgreement = topics.some((topic) => topic.startsWith('agreement.'))
  let { regions, institutions, countries } = asked
  if (needsRegion && !regionNow && !namesParty) {
    if (aboutAgreement && agreement !== undefined && agreement.region === null) {
      institutions = agreement.parties.flatMap(({ institution }) => institution ?? []).slice(0, 2)
    } else if (old !== undefined) regions = [old]
  }
  if (asked.open !== null && !needsRegion) {
    const province = commonProvince(asked.open.candidates, knowledge)
    if (province !== undefined) regions = [...regions, province]
  }
  const keepsCountry = read.elliptic || topics.some((topic) => USES_COUNTRY.has(topic))
  if (countries.length === 0 && keepsCountry) countries = countryOf(state, knowledge)
  return { ...asked, regions, institutions, countries }
}

/**
 * The topics to answer: the surest of the message, the surest of every further question in it, and the second of the message
 * when it is nearly as likely as the first: two short answers beat asking back.
 */
function sureTopics(read: Understanding): readonly Topic[] {
  const [best, second] = read.topics
  if (best === undefined) return []
  const close =
    second !== undefined && second.score >= CLOSE_SECOND && !isTalk(second.topic) && !isTalk(best.topic)
  if (best.score < ANSWER_FROM && !(close && best.score + second.score >= TWO_ANSWER_FROM)) return []
  const topics: Topic[] = [best.topic]
  if (isTalk(best.topic)) return topics
  for (const scores of read.questions) {
    const top = scores[0]
    if (top === undefined || top.score < ALSO_ANSWER_FROM || isTalk(top.topic) || topics.includes(top.topic))
      continue
    if (read.topics.some(({ topic, score }) => topic === top.topic && score >= ALSO_WHOLE_FROM))
      topics.push(top.topic)
  }
  if (close && !topics.includes(second.topic)) topics.push(second.topic)
  return topics
}

function smalltalkQuestion({ read, locale, state, knowledge, today }: Reading): Outcome {
  if (read.acts.includes('greeting'))
    return smalltalk(locale, 'smalltalk.greeting', { choices: menuChoices() })
  if (read.acts.includes('thanks')) return smalltalk(locale, 'smalltalk.thanks')
  return askTopics(
    { ...NOTHING_ASKED, topics: ['smalltalk'], text: read.normalised, locale },
    state,
    knowledge,
    today,
  )
}

/** Not sure: ask back with the likeliest topics, or say that it is outside the field, or that it could not be read. */
function notUnderstood(reading: Reading): Outcome {
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
  if ((region !== undefined || settled.open !== null) && wordCount(read) <= 4) {
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
    top.topic !== 'out_of_scope' &&
    top.score >= ASK_FROM &&
    candidates.length > 0 &&
    state.misses < 2
  ) {
    return outcome({
      action: 'clarify',
      topic: top.topic,
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
      ? [event, { type: 'handover_requested', reason: 'refused_twice', region: state.region }]
      : [event],
  })
}

function remembered(state: ConversationState, knowledge: Knowledge): Omit<Asked, 'topics' | 'locale'> {
  const region = state.region === null ? undefined : knowledge.regions.byCode(state.region)
  const agreement = state.agreement === null ? undefined : knowledge.agreements.byId(state.agreement)
  return {
    ...NOTHING_ASKED,
    regions: region === undefined ? [] : [region],
    institutions:
      agreement?.region === null ? agreement.parties.flatMap(({ institution }) => institution ?? []) : [],
    countries: countryOf(state, knowledge),
    stage: state.stage,
  }
}

function countryOf(state: ConversationState, knowledge: Knowledge): readonly CountryCode[] {
  const country = knownCountry(state.country, knowledge)
  return country === null ? [] : [country]
}

/** Not one word of any language we read, and no name. */
function isGibberish(read: Understanding): boolean {
  return (
    read.familiarity < FAMILIAR_FROM &&
    read.danger === 'none' &&
    read.acts.length === 0 &&
    read.ordinal === null &&
    read.regions.length + read.countries.length + read.institutions.length + read.people.length === 0
  )
}

function isTalk(topic: Topic | undefined): boolean {
  return topic === 'smalltalk' || topic === 'out_of_scope'
}

function wordCount(read: Understanding): number {
  return read.normalised.split(' ').length
}
