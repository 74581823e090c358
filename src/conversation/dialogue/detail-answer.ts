import type { Topic } from '../../core/topic.ts'
import type { Agreement } from '../../knowledge/agreement.ts'
import { sideAsked } from '../answer/agreement/asked-for.ts'
import { chooseAgreement } from '../answer/agreement/choose-agreement.ts'
import { findAgreements } from '../answer/agreement/find-agreements.ts'
import { bestScore } from '../answer/agreement/named-items.ts'
import { placeByDetail } from '../answer/agreement/place-by-detail.ts'
import { isClear, isLikely, isUnmistakable, recordVote } from '../answer/agreement/record-vote.ts'
import { asksListOfDay } from '../answer/agreement/which-asked.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { listedPlaces } from './listed-places.ts'
import type { Outcome } from './outcome.ts'
import { asksWhichOnes } from './question-turn.ts'
import type { Reading } from './reading.ts'
import { ANSWER_FROM, ASK_FROM } from './thresholds.ts'

/** A detail of a record decides the subject from here, when the topic is not sure … */
const CLEAR = 2.6
const UNSURE_BELOW = 0.6
/** … from here when an agreement is among the likeliest subjects anyway … */
const LIKELY = 1.8
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
  'placement.destination',
  'smalltalk',
])

/** Topics that are answered from one record. */
const ONE_RECORD: ReadonlySet<Topic> = new Set<Topic>([
  'agreement.status',
  'agreement.content',
  'agreement.parties',
  'agreement.dates',
  'stats',
])

/**
 * A question that names a place, body or official with an agreement, and something that stands in its record ("Mal Pelayanan
 * Publik", "SMK Zainul Hasan"), is about that record, even when its topic is not recognised.
 */
export function detailAnswer(reading: Reading): Outcome | undefined {
  const { read, settled, state, knowledge, locale, today } = reading
  const [top] = read.topics
  const voted = votedAnswer(reading)
  if (voted !== undefined) return voted
  const { open } = settled
  const meant = open === null ? undefined : placeByDetail(open.candidates, read.normalised, knowledge, today)
  const regions = meant === undefined ? settled.regions : [...settled.regions, meant]
  if (regions.length + read.institutions.length + read.people.length === 0) return undefined
  if (asksWhichOnes(reading)) return undefined
  const likely = read.topics.slice(0, 3).some(({ topic }) => topic.startsWith('agreement.'))
  if (top?.topic.startsWith('agreement.') === true && top.score >= UNSURE_BELOW) return undefined
  if (top !== undefined && top.score >= ANSWER_FROM && !NEAR_RECORDS.has(top.topic)) return undefined
  if (top?.topic === 'placement.destination' && read.countries.length > 0) return undefined
  const asked = {
    ...NOTHING_ASKED,
    text: read.normalised,
    regions,
    places: listedPlaces(read, regions),
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
  const score = bestScore(agreement, read.normalised, knowledge, today)
  const bareOffice = top?.topic === 'contact.local' && !CONTACT.test(read.normalised)
  const unsure = top === undefined || top.score < UNSURE_BELOW || bareOffice
  const namesBody = found.kind === 'institution' && read.institutions.length > 0
  const destinations = top?.topic === 'placement.destination' && agreement.destinations.length > 0
  const from =
    (likely && unsure) || bareOffice ? LIKELY : unsure || destinations || namesBody ? CLEAR : UNMISTAKABLE
  // "Kalau Jember?" and "bukan, maksud saya Jembrana" go on with what was asked before.
  const goesOn = read.elliptic || read.acts.includes('correct')
  const whole = !goesOn && aboutRecord(top, namesBody && (likely || top?.topic === 'smalltalk'))
  if (score < from && !whole) return undefined
  const told: Topic = top !== undefined && ONE_RECORD.has(top.topic) ? top.topic : sideAsked(read.normalised)
  const topic = unsure && WHETHER.test(read.normalised) ? 'agreement.status' : told
  return askTopics({ ...asked, topics: [topic], confidence: UNSURE_BELOW }, state, knowledge, today)
}

/** Whether there is one, and nothing of it. */
const WHETHER =
  /\b(apakah|apa|punya|memiliki|sudah|udah|pernah|wis|geus|tos|does|has|have)\b.*\b(mou|pks|nota|perjanjian|kesepakatan|kerja sama|agreement)\b(?!.*\b(isi\w*|tentang|soal|saja|siapa|kapan|mana|dimana)\b)/

/** Subjects of their own that a record's words must not take a question from. */
const NEVER_A_RECORD = /^(emergency|rights|report|privacy|handover|case)/
const SURELY_OUTSIDE = 0.6
const PLAINLY = 0.9
/** A list of those of a kind is asked for, unless nearly every telling word stands in one record. */
const WHOLLY = 0.9
const WITH_ITS_PLACE = 5
const MOSTLY = 0.65
const HALF = 0.5
const FEW = 4
/** Whoever asks for an office wants the office, whatever else is said. */
const CONTACT =
  /\b(kontak|nomor\w*|telepon\w*|telp|hubungi|alamat\w*|lapor\w*|daftar|kantor\w*|wa|whatsapp|phone|address|contact|where|(di|ke) ?mana|buka|tutup|jam|pukul)\b/

/**
 * A message that names nobody whose record it could be, or sounds like another subject, but whose rare words (a day, an
 * official, a number, a hall) all stand in one record: that record is meant.
 */
function votedAnswer(reading: Reading): Outcome | undefined {
  const { read, settled, state, knowledge, locale, today } = reading
  const [top] = read.topics
  if (read.elliptic || read.acts.includes('correct')) return undefined
  if (top !== undefined && NEVER_A_RECORD.test(top.topic) && top.score >= ASK_FROM) return undefined
  if (
    top?.topic.startsWith('agreement.') === true &&
    top.topic !== 'agreement.where' &&
    top.score >= ANSWER_FROM
  )
    return undefined
  if (top?.topic === 'contact.local' && CONTACT.test(read.normalised)) return undefined
  if (top?.topic === 'agreement.where' && asksListOfDay(read.normalised, read.dates)) return undefined
  const regions = [...settled.regions, ...(settled.open?.candidates ?? [])]
  if (isPlainly(reading, regions.length > 0)) return undefined
  const vote = recordVote({ text: read.normalised, knowledge, today, regions })
  if (vote === undefined) return undefined
  const its = vote.agreement.region
  const ofNamed = regions.length === 0 || regions.some(({ code }) => its === code || its?.startsWith(code))
  // "Vacancy in a shop of Sidoarjo, school leavers": words of another place's record, by chance.
  if (!vote.exact && (!ofNamed || (top?.topic === 'out_of_scope' && top.score >= SURELY_OUTSIDE)))
    return undefined
  const likely = read.topics
    .slice(0, 3)
    .some(({ topic, score }) => topic.startsWith('agreement.') && score >= ASK_FROM)
  const office = top?.topic === 'contact.local'
  // The place and so much of its record are named together: "what was handed to the MKKS bureau by Sukabumi".
  const ofItsPlace = regions.length > 0 && ofNamed && vote.score >= WITH_ITS_PLACE && vote.coverage >= MOSTLY
  // "What did Punjul bring": whoever names an official of one record asks about that record.
  const official =
    vote.exact && read.people.some((name) => isOnlyOf(vote.agreement, knowledge.agreements.ofPerson(name)))
  const heard =
    (official && vote.coverage >= HALF) ||
    (likely && isClear(vote)) ||
    (office && isLikely(vote)) ||
    ofItsPlace
  if (!isUnmistakable(vote) && !heard) return undefined
  if (!vote.exact && vote.coverage < WHOLLY && asksWhichOnes(reading)) return undefined
  return askTopics(
    {
      ...NOTHING_ASKED,
      topics: [sideAsked(read.normalised)],
      text: read.normalised,
      confidence: UNSURE_BELOW,
      regions: settled.regions,
      open: settled.open,
      institutions: read.institutions,
      people: read.people,
      dates: read.dates,
      locale,
    },
    state,
    knowledge,
    today,
  )
}

/** Surely another subject, and nothing is named that a record could hold: most questions, which then need not be counted out. */
function isPlainly({ read }: Reading, named: boolean): boolean {
  const [top] = read.topics
  if (top === undefined || top.score < PLAINLY || NEAR_RECORDS.has(top.topic)) return false
  return !named && read.people.length + read.institutions.length + read.dates.length === 0
}

/** A minister stands in very many records, and names none. */
function isOnlyOf(agreement: Agreement, own: readonly Agreement[]): boolean {
  return own.length <= FEW && own.includes(agreement)
}

/** What is on record is told rather than asked back about, when the likeliest subject is the record anyway. */
function aboutRecord(top: Reading['read']['topics'][number] | undefined, namesBody: boolean): boolean {
  if (top === undefined) return namesBody
  if (top.topic.startsWith('agreement.') && top.topic !== 'agreement.where' && top.score >= ASK_FROM)
    return true
  return namesBody && (top.score < ANSWER_FROM || top.topic === 'smalltalk')
}

function wordCountOf(text: string): number {
  return text.split(' ').length
}
