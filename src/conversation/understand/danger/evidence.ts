import type { TopicScore } from '../understanding.ts'
import type { DangerText } from './danger-text.ts'
import { EVIDENCE, type EvidenceName } from './evidence-names.ts'
import { best, type Findings } from './find.ts'
import { type Heard, hear } from './hear.ts'
import { AROUND, MARKS, type Mark } from './marks.ts'

export interface Evidence {
  /** By the order of `EVIDENCE`. */
  readonly values: readonly number[]
  /** Signs with the points of the best rule, over all sentences. */
  readonly emergency: Findings
  readonly offer: Findings
  /** A licence is named. */
  readonly licensed: boolean
  /** An unmistakable emergency of the speaker or one of theirs, and nothing says that it is over, or only thought of. */
  readonly ownUrgent: boolean
  /** A pilgrimage is spoken of, and no work. */
  readonly pilgrimOnly: boolean
}

const SHORT = 4
const LONG = 40

/** `heard` is what `hear` made of the same text. */
export function gather(text: DangerText, heard: Heard = hear(text)): Evidence {
  const { whole, parts, topics } = text
  const { emergency, offer, focus, calm, words, takenBack, victim, relative, workers, mine } = heard
  const any = (mark: Mark): number => heard.marks[MARKS.indexOf(mark)] as number
  let partEmergency = whole.emergency
  let partOffer = whole.illegal_offer
  for (const part of parts) {
    partEmergency = Math.max(partEmergency, part.emergency)
    partOffer = Math.max(partOffer, part.illegal_offer)
  }
  const urgent = best(emergency)
  const lure = best(offer)
  /** Nobody in particular is spoken of, and nothing that happens now. */
  const bare = any('concrete') + any('now') + any('help') + any('hearsay') + any('offered') === 0
  const near = Math.min(2, focus.calm)
  const framed = isFramed(heard)
  /** Who pays for an umrah that never comes is cheated by a travel agent, not sent to work. */
  const pilgrimOnly = any('pilgrim') === 1 && any('works') === 0 && !LURING.some((sign) => offer.has(sign))
  /** It happens to the speaker or to one of theirs, and nothing says that it is over, or only thought of. */
  const own =
    victim && !framed && any('past') + any('suppose') + any('safe') + any('untrue') + focus.leisure === 0
  const values: Record<Exclude<EvidenceName, Around>, number> = {
    emergency4: urgent === 4 ? 1 : 0,
    emergency3: urgent === 3 ? 1 : 0,
    emergency2: urgent === 2 ? 1 : 0,
    emergency1: urgent === 1 ? 1 : 0,
    emergencySigns: Math.min(4, strong(emergency)),
    offer4: lure === 4 ? 1 : 0,
    offer3: lure === 3 ? 1 : 0,
    offer2: lure === 2 ? 1 : 0,
    offer1: lure === 1 ? 1 : 0,
    offerSigns: Math.min(5, strong(offer)),
    takenBack: takenBack && urgent < 2 && lure < 2 ? 1 : 0,
    calmHere: near,
    calmElsewhere: Math.min(2, calm - focus.calm),
    ruleQuestion: focus.ruleQuestion,
    abstract:
      (near > 0 || focus.ruleQuestion > 0) && any('concrete') + any('hearsay') + any('offered') === 0 ? 1 : 0,
    victim: victim ? 1 : 0,
    mine: mine ? 1 : 0,
    calmStranger: victim || urgent === 0 ? 0 : near,
    calmOther: mine || lure === 0 ? 0 : near,
    asksStranger: victim || urgent === 0 ? 0 : Math.max(any('asks'), any('suppose'), any('general')),
    asksOther: mine || lure === 0 ? 0 : Math.max(any('asks'), any('suppose')),
    anyWorker:
      workers &&
      !relative &&
      any('now') + any('help') === 0 &&
      any('asks') + any('suppose') + calm + any('leisure') > 0
        ? 1
        : 0,
    safe: any('safe'),
    asksNobody: any('asks') * (bare ? 1 : 0),
    supposing: any('suppose') * (bare ? 1 : 0),
    inGeneral: any('general') * (bare ? 1 : 0),
    beforehand: any('beforehand'),
    domestic: any('domestic'),
    leisure: focus.leisure,
    figure: any('figure'),
    past: any('past'),
    death: any('death'),
    concrete: any('concrete'),
    now: any('now'),
    help: any('help'),
    hearsay: any('hearsay'),
    offered: any('offered'),
    legal: any('legal'),
    advert: any('vacancy') * any('contact'),
    short: words <= SHORT ? 1 : 0,
    long: words >= LONG ? 1 : 0,
    modelEmergency: odds(whole.emergency),
    modelOffer: odds(whole.illegal_offer),
    partEmergency: odds(partEmergency),
    partOffer: odds(partOffer),
    modelAlone: urgent === 0 ? odds(whole.emergency) : 0,
    offerAlone: lure === 0 ? odds(whole.illegal_offer) : 0,
    calmEmergency: near * (urgent >= 3 ? 1 : 0),
    calmOffer: near * (lure >= 2 ? 1 : 0),
    topicEmergency: about(topics, 'emergency.'),
    topicOffer: about(topics, 'placement.check_offer'),
    topicReport: about(topics, 'report.'),
    topicFamily: about(topics, 'family.'),
    topicPassport: about(topics, 'rights.passport'),
    topicOutside: about(topics, 'out_of_scope'),
    topicFigures: about(topics, 'stats') + about(topics, 'agreement.'),
    topicTalk: about(topics, 'smalltalk') + about(topics, 'handover'),
    future: any('future'),
    prevents: any('prevents'),
    well: any('well'),
    rumour: any('rumour'),
    rumourBare: any('rumour') * (victim || mine ? 0 : 1),
    untrue: any('untrue'),
    role: any('role'),
    told: any('told'),
    lesson: any('role') * (calm + focus.ruleQuestion > 0 ? 1 : 0),
    notYet: any('whatIf') * any('ahead'),
    framedUrgent: framed && urgent >= 2 ? 1 : 0,
    framedLure: framed && lure >= 2 ? 1 : 0,
    declined: any('declined'),
    pilgrimOnly: pilgrimOnly ? 1 : 0,
    declinedLure: any('declined') * (lure >= 2 ? 1 : 0),
    ownUrgent: own && urgent === 4 ? 1 : 0,
    ownPlain: own && urgent === 3 ? 1 : 0,
  }
  return {
    values: EVIDENCE.map((name) => (isAround(name) ? any(name) : values[name])),
    emergency,
    offer,
    licensed: any('licence') > 0,
    ownUrgent: values.ownUrgent === 1,
    pilgrimOnly,
  }
}

/** Signs that nobody hears from a travel agent for pilgrims. */
const LURING = ['umrah_visa', 'tourist_visa', 'individual_recruiter', 'too_good', 'transit_country'] as const

type Around = (typeof AROUND)[number]
const IS_AROUND: ReadonlySet<string> = new Set(AROUND)

function isAround(name: EvidenceName): name is Around {
  return IS_AROUND.has(name)
}

/** What is told in a message is not yet so, made up, taught, of strangers, or over. */
const FRAMES = (
  ['ahead', 'whatIf', 'feared', 'invented', 'notOurs', 'allFine', 'told', 'role', 'made'] as const
).map((mark) => MARKS.indexOf(mark))

export function isFramed({ marks }: Heard): boolean {
  return FRAMES.some((mark) => marks[mark] === 1)
}

/** How likely the message is about topics whose names begin so. */
function about(topics: readonly TopicScore[], name: string): number {
  let sum = 0
  for (const { topic, score } of topics) if (topic.startsWith(name)) sum += score
  return sum
}

function strong(findings: Findings): number {
  let found = 0
  for (const points of findings.values()) if (points >= 2) found++
  return found
}

/** Log odds, kept within what the model can mean. */
function odds(probability: number): number {
  const kept = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(kept / (1 - kept)) / 3
}
