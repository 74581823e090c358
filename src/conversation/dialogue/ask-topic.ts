import type { LocalDate } from '../../core/dates.ts'
import type { CountryCode } from '../../core/ids.ts'
import { asId } from '../../core/ids.ts'
import type { Locale } from '../../core/locale.ts'
import type { Part } from '../../core/reply.ts'
import type { Topic } from '../../core/topic.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Region } from '../../knowledge/region.ts'
import { placeByDetail } from '../answer/agreement/place-by-detail.ts'
import { answer } from '../answer/answer.ts'
import { type Draft, draft, part, regionChoice } from '../answer/draft.ts'
import type { Question } from '../answer/question.ts'
import type { ConversationState } from '../state.ts'
import { type Outcome, outcome } from './outcome.ts'
import { NEEDS_REGION } from './thresholds.ts'

/** Characters of facts for one, two and three questions in a message; the whole reply stays near 900. */
const ROOM = [520, 300, 200] as const
const MOST_CANDIDATES = 6
/** More places at once are more than a message can hold. */
const MOST_PLACES = 4

/** What one or several questions share: place, country, persons, and how much to say. */
export interface Asked {
  readonly topics: readonly Topic[]
  readonly confidence: number
  readonly text: string
  readonly regions: readonly Region[]
  /** Places asked about side by side, each to be answered; empty where one is meant. */
  readonly places: readonly Region[]
  /** A name several places share, not settled yet. */
  readonly open: { readonly said: string; readonly candidates: readonly Region[] } | null
  readonly countries: readonly CountryCode[]
  readonly institutions: Question['institutions']
  readonly people: readonly string[]
  readonly dates: readonly LocalDate[]
  readonly stage: Question['stage']
  readonly locale: Locale
  readonly more: boolean
  readonly short: boolean
}

export const NOTHING_ASKED: Omit<Asked, 'topics' | 'locale'> = {
  confidence: 1,
  text: '',
  regions: [],
  places: [],
  open: null,
  countries: [],
  institutions: [],
  people: [],
  dates: [],
  stage: null,
  more: false,
  short: false,
}

/** Answers up to three questions; asks for the place when one needs it and it is not sure. */
export function askTopics(
  asked: Asked,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const topics = asked.topics.slice(0, 3)
  const [first] = topics
  if (first === undefined) throw new Error('askTopics needs at least one topic.')
  const needy = topics.find((topic) => NEEDS_REGION.has(topic))
  if (
    needy !== undefined &&
    asked.open !== null &&
    asked.regions.length === 0 &&
    asked.institutions.length === 0
  ) {
    const meant = needy.startsWith('agreement.')
      ? placeByDetail(asked.open.candidates, asked.text, knowledge, today)
      : undefined
    return meant === undefined
      ? whichRegion(needy, asked.open, asked)
      : askTopics({ ...asked, regions: [meant], open: null }, state, knowledge, today)
  }
  const places = topics.length === 1 && isOfPlace(first) ? asked.places.slice(0, MOST_PLACES) : []
  const room = ROOM[Math.max(topics.length, places.length) - 1] ?? ROOM[2]
  const answered = (topic: Topic, regions: readonly Region[]) =>
    answer({
      topic,
      text: asked.text,
      regions,
      countries: asked.countries,
      institutions: asked.institutions,
      people: asked.people,
      dates: asked.dates,
      stage: asked.stage,
      locale: asked.locale,
      today,
      more: asked.more,
      short: asked.short,
      told: asked.more || topic === state.topic ? state.told : [],
      room,
      knowledge,
    })
  const drafts =
    places.length > 1
      ? ofEach(
          places.map((place) => answered(first, [place])),
          places,
        )
      : topics.map((topic) => answered(topic, asked.regions))
  const missing = drafts.find(({ needs }) => needs !== null)
  if (missing !== undefined && drafts.every(({ needs }) => needs !== null))
    return needMore(first, missing, asked)
  const told = places.length > 1 ? topics : topics.filter((_, index) => drafts[index]?.needs === null)
  const events: Outcome['events'] = drafts.some(({ unanswered }) => unanswered)
    ? [
        {
          type: 'question_unanswered',
          topic: first,
          region: asked.regions[0]?.code ?? null,
          language: asked.locale,
        },
      ]
    : []
  return outcome({
    action: first === 'handover' ? 'handover' : 'answer',
    topic: told[0] ?? first,
    topics: told,
    confidence: asked.confidence,
    locale: asked.locale,
    drafts: drafts.filter(({ needs }) => needs === null),
    events:
      first === 'handover'
        ? [
            ...events,
            {
              type: 'handover_requested',
              reason: 'asked',
              region: asked.regions[0]?.code ?? null,
              number: null,
            },
          ]
        : events,
  })
}

function isOfPlace(topic: Topic): boolean {
  return NEEDS_REGION.has(topic) || topic === 'agreement.where'
}

/** One draft for each place; the first one carries them all, so that the reply names them all. */
function ofEach(drafts: readonly Draft[], places: readonly Region[]): readonly Draft[] {
  const each = drafts.map((one, index) => (index === 0 ? { ...one, regions: places } : one))
  if (drafts.filter(({ parts }) => parts.some(isWithoutEnd)).length < 2) return each
  // Said of the first alone it would sound as if the others ran on.
  const told = each.map((one) => ({ ...one, parts: one.parts.filter((item) => !isWithoutEnd(item)) }))
  return [...told, draft({ parts: [part('note', 'agreement.noEndEach')] })]
}

function isWithoutEnd({ key }: Part): boolean {
  return key === 'agreement.noEnd'
}

/** Two places of one name: shown with what tells them apart, asked once. */
function whichRegion(topic: Topic, open: NonNullable<Asked['open']>, asked: Asked): Outcome {
  const candidates = open.candidates.slice(0, MOST_CANDIDATES)
  return outcome({
    action: 'clarify',
    topic,
    confidence: asked.confidence,
    locale: asked.locale,
    drafts: [
      draft({
        parts: [part('answer', 'clarify.region', { said: open.said })],
        choices: candidates.map(regionChoice),
        regions: candidates,
      }),
    ],
    pending: { kind: 'region', topic, candidates: candidates.map(({ code }) => code) },
  })
}

function needMore(topic: Topic, one: Draft, asked: Asked): Outcome {
  return outcome({
    action: 'clarify',
    topic,
    confidence: asked.confidence,
    locale: asked.locale,
    drafts: [one],
    pending: one.needs === 'country' ? { kind: 'country', topic } : { kind: 'region', topic, candidates: [] },
  })
}

/** The country a stored state names, when the data still knows it. */
export function knownCountry(code: string | null, knowledge: Knowledge): CountryCode | null {
  return code !== null && knowledge.destinations.has(asId(code)) ? asId(code) : null
}
