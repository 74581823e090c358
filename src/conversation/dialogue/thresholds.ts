import type { Topic } from '../../core/topic.ts'

/**
 * When a topic is sure enough to be answered, when it is asked back, and below what it is refused. Set on the development
 * half of test/evals (see docs/decisions/0002-understanding.md), where a wrong answer weighs more than a question too many.
 */
export const ANSWER_FROM = 0.48
export const ASK_FROM = 0.2
/** Where it is this likely that nothing of our field is asked, we ask back rather than answer; sooner … */
export const OUTSIDE_DOUBT = 0.2
/** … when the first message of a talk names nothing of our field ("BPJS saya nonaktif"), but a place or body at home … */
export const PLACED_DOUBT = 0.15
/** … or not even that … */
export const BARE_DOUBT = 0.1
/** … and soonest where a place at home stands beside what every worker there has: wages, contracts, training. */
export const HOME_DOUBT = 0.05
/** Whose agreement is meant is asked anyway. */
export const AGREEMENT_DOUBT = 0.3
/** What names nothing of our field is refused from here on, whatever else it is like … */
export const BARE_OUTSIDE = 0.3
/** … and what does name something of it is asked back below this. */
export const HALF_OUTSIDE = 0.4
/** A second question in the same message must be surer, or every aside would be answered. */
export const ALSO_ANSWER_FROM = 0.5
/** … and the message as a whole must speak of it at least this much. */
export const ALSO_WHOLE_FROM = 0.04
/** A second topic this likely is answered beside the first. */
export const CLOSE_SECOND = 0.26
/** The topics of agreements are near each other: together this sure, the first is answered. */
export const AGREEMENT_FROM = 0.6
/** Two topics that are together this sure are answered although neither is alone. */
export const TWO_ANSWER_FROM = 0.6
/** Share of known words below which a message is not language we read. */
export const FAMILIAR_FROM = 0.2

/** Topics that mean nothing without a place; an ambiguous place is asked about for these only. */
export const NEEDS_REGION: ReadonlySet<Topic> = new Set<Topic>([
  'agreement.status',
  'agreement.content',
  'agreement.parties',
  'agreement.dates',
  'contact.local',
])

/** Topics whose answer changes with the country, so that the country of the conversation goes on. */
export const USES_COUNTRY: ReadonlySet<Topic> = new Set<Topic>(['placement.destination', 'contact.abroad'])
