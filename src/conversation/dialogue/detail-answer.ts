import type { Topic } from '../../core/topic.ts'
import { chooseAgreement } from '../answer/agreement/choose-agreement.ts'
import { findAgreements } from '../answer/agreement/find-agreements.ts'
import { namedItems } from '../answer/agreement/named-items.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import type { Outcome } from './outcome.ts'
import type { Reading } from './reading.ts'
import { ANSWER_FROM } from './thresholds.ts'

/** A detail of a record decides the subject from here, when the topic is not sure … */
const CLEAR = 2.6
const UNSURE_BELOW = 0.6
/** … and from here even when it seems sure. */
const UNMISTAKABLE = 4.6

/** A story names places and things by the way. In words. */
const LONGEST = 25
/** Topics that questions about a record are taken for; any other, once recognised, is meant. */
const NEAR_RECORDS: ReadonlySet<Topic> = new Set<Topic>([
  'agreement.status',
  'agreement.content',
  'agreement.parties',
  'agreement.dates',
  'agreement.where',
  'contact.local',
  'stats',
  'out_of_scope',
  'voting.abroad',
])

/**
 * A question that names a place, body or official with an agreement, and something that stands in its record ("Mal Pelayanan
 * Publik", "SMK Zainul Hasan"), is about that record, even when its topic is not recognised.
 */
export function detailAnswer({
  read,
  settled,
  state,
  knowledge,
  locale,
  today,
}: Reading): Outcome | undefined {
  const [top] = read.topics
  if (settled.regions.length === 0 && read.institutions.length === 0 && read.people.length === 0)
    return undefined
  if (top?.topic.startsWith('agreement.') === true && top.score >= UNSURE_BELOW) return undefined
  if (top !== undefined && top.score >= ANSWER_FROM && !NEAR_RECORDS.has(top.topic)) return undefined
  const asked = {
    ...NOTHING_ASKED,
    text: read.normalised,
    regions: settled.regions,
    institutions: read.institutions,
    people: read.people,
    dates: read.dates,
    locale,
  }
  const question = { ...asked, topic: 'agreement.content', today, told: [], room: 0, knowledge } as const
  const found = findAgreements(question)
  if (found.kind === 'unnamed') return undefined
  const agreement = chooseAgreement(found.own, question)
  if (agreement === undefined) return undefined
  if (wordCountOf(read.normalised) > LONGEST) return undefined
  const score = namedItems(agreement, read.normalised, knowledge, today)[0]?.score ?? 0
  if (score < (top === undefined || top.score < UNSURE_BELOW ? CLEAR : UNMISTAKABLE)) return undefined
  const topic: Topic =
    top?.topic === 'stats' || top?.topic.startsWith('agreement.') === true ? top.topic : 'agreement.content'
  return askTopics({ ...asked, topics: [topic], confidence: UNSURE_BELOW }, state, knowledge, today)
}

function wordCountOf(text: string): number {
  return text.split(' ').length
}
