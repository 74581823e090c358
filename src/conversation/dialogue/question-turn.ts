import type { Topic } from '../../core/topic.ts'
import { asksWhen } from '../answer/agreement/asked-for.ts'
import { asksRule } from '../answer/agreement/rule-answer.ts'
import { asksWhichSide } from '../answer/agreement/which-asked.ts'
import type { Understanding } from '../understand/understanding.ts'
import { type Asked, askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { menuChoices, smalltalk } from './fixed-replies.ts'
import { listedPlaces } from './listed-places.ts'
import type { Outcome } from './outcome.ts'
import { countryOf, isTalk, outsideOf, type Reading } from './reading.ts'
import { commonProvince } from './settle-region.ts'
import {
  AGREEMENT_DOUBT,
  AGREEMENT_FROM,
  ALSO_ANSWER_FROM,
  ALSO_WHOLE_FROM,
  ANSWER_FROM,
  BARE_DOUBT,
  CLOSE_SECOND,
  HOME_DOUBT,
  NEEDS_REGION,
  OUTSIDE_DOUBT,
  PLACED_DOUBT,
  TWO_ANSWER_FROM,
  USES_COUNTRY,
} from './thresholds.ts'

/** A question, or several, sure enough to be answered. */
export function questionTurn(reading: Reading): Outcome | undefined {
  const { read, settled, state, locale, knowledge, today } = reading
  const topics = [
    ...new Set(
      sureTopics(reading).map((topic) => {
        if (topic === 'agreement.where' && asksOfOne(reading)) return 'agreement.status'
        if (topic.startsWith('agreement.') && asksWhichOnes(reading)) return 'agreement.where'
        return topic === 'contact.local' && asksOfRecord(reading) ? 'agreement.dates' : topic
      }),
    ),
  ]
  const [first] = topics
  if (first === undefined || first === 'out_of_scope') return undefined
  if (first === 'smalltalk') return smalltalkQuestion(reading)
  const asked: Asked = {
    ...NOTHING_ASKED,
    topics,
    text: read.normalised,
    confidence: read.topics[0]?.score ?? 0,
    regions: settled.regions,
    places: listedPlaces(read, settled.regions),
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

/** Words that ask for a list rather than about the one place that is named. */
const LIST =
  /\b(mana saja|mana aja|apa saja|daftar|list|selain|lain|which|others?|endi wae|mana wae|naon wae|se (jawa|sumatra|provinsi))\b/

/** A list of countries is part of one record, not a list of regions. */
const COUNTRIES = /\b(negara|countries|nagara)\b/

/** "Does Banyuwangi have one?" sounds like "which regions have one?", but wants that region's answer; so does a university's name. */
function asksOfOne({ read, settled }: Reading): boolean {
  const [region] = settled.regions
  if (region === undefined ? read.institutions.length === 0 : region.kind === 'province') return false
  return !LIST.test(read.normalised) || COUNTRIES.test(read.normalised)
}

/** "With which institution was the PKS signed": whose record is meant is the question. */
export function asksWhichOnes({ read, settled }: Reading): boolean {
  if (settled.open !== null || read.institutions.length + read.people.length > 0) return false
  return settled.regions.every(({ kind }) => kind === 'province') && asksWhichSide(read.normalised)
}

/** "On which day did the labour office of Sukabumi visit the ministry?" names an office, but no office answers when. */
function asksOfRecord({ read, settled, knowledge }: Reading): boolean {
  const named = [...settled.regions, ...(settled.open?.candidates ?? [])]
  return asksWhen(read.normalised) && named.some(({ code }) => knowledge.agreements.ofRegion(code).length > 0)
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
  if (needsRegion && !regionNow && !namesParty && !(aboutAgreement && asksRule(asked.text, knowledge))) {
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
function sureTopics(reading: Reading): readonly Topic[] {
  const { read } = reading
  const [best, second] = read.topics
  if (best === undefined) return []
  const close =
    second !== undefined && second.score >= CLOSE_SECOND && !isAside(second.topic) && !isTalk(best.topic)
  const sure = best.score >= ANSWER_FROM || isAgreement(read)
  if (!sure && !(close && best.score + second.score >= TWO_ANSWER_FROM)) return []
  if (isDoubtful(reading)) return []
  // Which side of an agreement is meant may stay open: whether there is one is then told first.
  const open = best.score < ANSWER_FROM && isAgreement(read) && has(read, 'agreement.status')
  const topics: Topic[] = [open ? 'agreement.status' : best.topic]
  if (isTalk(best.topic)) return topics
  for (const scores of read.questions) {
    const top = scores[0]
    if (top === undefined || top.score < ALSO_ANSWER_FROM || isAside(top.topic) || topics.includes(top.topic))
      continue
    if (read.topics.some(({ topic, score }) => topic === top.topic && score >= ALSO_WHOLE_FROM))
      topics.push(top.topic)
  }
  if (close && !topics.includes(second.topic)) topics.push(second.topic)
  return topics
}

/** Never answered beside something else: talk, and an emergency that the guard did not hear. */
function isAside(topic: Topic): boolean {
  return isTalk(topic) || topic.startsWith('emergency.')
}

/** Surely about an agreement, only not which side of it: the likeliest is answered, the others are offered with it. */
function isAgreement({ topics }: Understanding): boolean {
  if (!topics[0]?.topic.startsWith('agreement.')) return false
  return sumOf(topics.filter(({ topic }) => topic.startsWith('agreement.'))) >= AGREEMENT_FROM
}

function has({ topics }: Understanding, wanted: Topic): boolean {
  return topics.some(({ topic, score }) => topic === wanted && score >= ALSO_WHOLE_FROM)
}

function sumOf(scores: Understanding['topics']): number {
  return scores.reduce((sum, { score }) => sum + score, 0)
}

/** It may well be of another field. What is said in a talk about ours, or beside another question, is more likely ours. */
function isDoubtful({ read, settled, state }: Reading): boolean {
  const { topics, questions, anchored, institutions, people } = read
  if (topics[0]?.topic === 'out_of_scope') return false
  const outside = outsideOf(topics)
  if (anchored || state.topic !== null) return questions.length === 1 && outside >= OUTSIDE_DOUBT
  // Whose agreement is meant is asked back anyway.
  if (topics[0]?.topic.startsWith('agreement.')) return outside >= AGREEMENT_DOUBT
  const placed = settled.regions.length > 0 || settled.open !== null
  const atHome = placed && HOME_TOO.test(topics[0]?.topic ?? '')
  const named = placed || institutions.length + people.length > 0
  const limit = atHome ? HOME_DOUBT : named ? PLACED_DOUBT : BARE_DOUBT
  // Two questions together may look like neither; each for itself does not.
  return outside >= limit && questions.some((scores) => outsideOf(scores) >= limit)
}

/** What people who never leave ask about, too. */
const HOME_TOO = /^(rights|stage|voting)\.|^placement\.(training|requirements)$/

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
