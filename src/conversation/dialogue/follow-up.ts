import type { Topic } from '../../core/topic.ts'
import type { Understanding } from '../understand/understanding.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { kindSaid, regionOfKind } from './kind-word.ts'
import { listedPlaces } from './listed-places.ts'
import type { Outcome } from './outcome.ts'
import { bareWords, isTalk, type Reading, remembered, wordCount } from './reading.ts'
import { ALSO_ANSWER_FROM, ANSWER_FROM } from './thresholds.ts'

/** A message with so few words beside its names asks nothing new: "bali?", "untuk singapura sama?", "12 bulan?". */
const BARE = 3
/** Below this a short message in the middle of a subject is taken to go on with it. */
const GOES_ON_BELOW = 0.55
const SHORT = 5
const TROUBLE_FROM = 0.4

/** A message that leans on the one before: the same subject for another place, country, kind of place, or detail. */
export function followUp(reading: Reading): Outcome | undefined {
  const { read, settled, state, locale, knowledge, today } = reading
  const { topic } = state
  if (topic === null || isTalk(topic) || DONE_WITH.has(topic)) return undefined
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
    top !== undefined &&
    !isTalk(top.topic) &&
    top.topic !== topic &&
    !nearTopic(top.topic, topic) &&
    !(meant !== undefined && bareWords(read) <= 1) &&
    !(leans && words <= BARE && !read.anchored && isItsOwn(top.topic, topic))
  // "Siapa yang urus" after a death sounds like the sides of an agreement, of which nobody spoke.
  const ofNoAgreement =
    short &&
    !named &&
    !read.anchored &&
    !THE_MINISTRY.test(read.normalised) &&
    top?.topic.startsWith('agreement.') === true &&
    !topic.startsWith('agreement.') &&
    state.region === null &&
    state.agreement === null
  // "Arab Saudi masih ditutup?" asks about the country, whatever was asked of the one before.
  if (top?.topic === 'placement.destination' && OPEN_OR_CLOSED.test(read.normalised)) return undefined
  // "Kalau kabur bagaimana" brings trouble of its own into a talk about requirements.
  if (!named && top?.topic.startsWith('emergency.') === true && top.score >= TROUBLE_FROM) return undefined
  // "Di mana tempatnya" after the training is still the training, however much it sounds like asking for an office.
  const ofTheSame =
    !named && leans && !read.anchored && words <= BARE && top !== undefined && nearTopic(top.topic, topic)
  // "Negara tujuannya mana saja", "tahap mana yang dicakup": asked of the agreement that is spoken of.
  const ofRecord =
    short &&
    !named &&
    topic.startsWith('agreement.') &&
    top !== undefined &&
    IN_RECORDS.test(top.topic) &&
    OF_IT.test(read.normalised)
  const goesOn =
    corrects ||
    ofRecord ||
    among ||
    ofNoAgreement ||
    ofTheSame ||
    (named && (bareWords(read) <= BARE || meant !== undefined) && (short || leans)) ||
    (named && leans && weak) ||
    (!named &&
      read.acts.length === 0 &&
      (leans || short) &&
      (top === undefined || top.score < (nearTopic(top.topic, topic) ? SURE_NEW : GOES_ON_BELOW))) ||
    (!named && read.acts.length === 0 && top?.topic === 'out_of_scope' && (words <= BARE || (leans && short)))
  const newFrom = leans ? SURE_NEW : NEW_FROM
  if (
    !goesOn ||
    (!corrects &&
      !among &&
      !ofNoAgreement &&
      !ofRecord &&
      elsewhere &&
      familyScore(read, top.topic) >= newFrom)
  )
    return undefined
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
      topics: [named ? topic : sideOf(read, topic)],
      text: read.normalised,
      confidence: Math.max(top?.score ?? 0, ANSWER_FROM),
      regions,
      places: meant === undefined ? listedPlaces(read, settled.regions) : [],
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

/** What it is and who leads it is filed with agreements, and is asked at any time. */
const THE_MINISTRY = /\b(kp2mi|kemenp2mi|bp2mi|bnp2tki|menteri|minister)\b/
/** Subjects of their own that an agreement also has something about. */
const IN_RECORDS = /^(stage|stats|placement\.destination)/
const OF_IT =
  /\b(negara|tujuan|tahap|tahapan|target|sasaran|angka|jumlah|kuota)nya\b|\b(di|ter)(cakup|atur)\b/
const OPEN_OR_CLOSED = /\b(di)?(tutup|buka|larang)\b|\b(moratorium|closed|open|banned)\b/

/** What was asked for there was done; a place named after it asks something new. */
const DONE_WITH: ReadonlySet<Topic> = new Set<Topic>(['handover', 'case.status', 'privacy'])

/** Openings that go on from what was said. */
const LEANS =
  /^(ada yang|yang|untuk|kalau|terus|jadi|berarti|nah|kok|tapi|lha|lah|nek|mun|upami|and|so|but|what about|how about)\b/
const ONE_AMONG = /^(bukan )?(yang|sing|ingkang|nu|anu|the one) /

/** From here on a short message is a new subject, however it leans … */
const SURE_NEW = 0.8
/** … and one that does not lean ("ada mou di jember?" after a talk about requirements). */
const NEW_FROM = 0.6

/** How surely a message is about a subject or its nearest relatives: "mou sukabumi" may ask for the state or the content. */
function familyScore({ topics }: Understanding, topic: Topic): number {
  const family = familyOf(topic)
  return topics.reduce((sum, one) => (familyOf(one.topic) === family ? sum + one.score : sum), 0)
}

/** "Syaratnya?" after a right, a document or a report asks for what that needs, not for what working abroad needs. */
function isItsOwn(read: Topic, current: Topic): boolean {
  return read === 'placement.requirements' && HAS_ITS_OWN.test(current)
}

const HAS_ITS_OWN = /^(rights|documents|family|report|voting|stage)\./

/** Of an agreement, the side that a leaning message asks for ("and what is in it?"); else the subject stays as it is. */
function sideOf({ topics }: Understanding, topic: Topic): Topic {
  if (familyOf(topic) !== 'agreement') return topic
  const side = topics.find((one) => familyOf(one.topic) === 'agreement' && one.score >= SIDE_FROM)
  return side === undefined || nearTopic(side.topic, topic) ? topic : side.topic
}

/** A faint reading is enough to tell the sides of one agreement apart. */
const SIDE_FROM = 0.1

function familyOf(topic: Topic): string {
  return topic.startsWith('agreement.') ? 'agreement' : topic
}

/** Subjects that a bare place name pulls to each other: naming a country looks like asking about the country. */
function nearTopic(read: Topic, current: Topic): boolean {
  if (read === 'placement.destination') return current !== 'contact.abroad'
  if (read === 'contact.local' || read === 'agreement.status' || read === 'agreement.where') {
    return current.startsWith('agreement.') || current === 'contact.local' || current === 'placement.training'
  }
  return read === 'contact.abroad' && current !== 'placement.destination'
}
