import { type Danger, type DangerSign, EMERGENCY_SIGNS, OFFER_SIGNS } from '../../../core/topic.ts'
import type { DangerText } from './danger-text.ts'
import { type Evidence, gather, isFramed } from './evidence.ts'
import { best, type Findings } from './find.ts'
import { type Heard, hear } from './hear.ts'
import { weigh } from './weigh.ts'

export interface DangerReading {
  readonly danger: Danger
  /** Strongest first; of the danger told alone. Empty when only the trained model is sure. */
  readonly signs: readonly DangerSign[]
  /** Danger is spoken of, if at all, as what may come, is made up, taught, or happens to strangers. */
  readonly framed: boolean
}

/** A missed emergency can cost a life, a false alarm a few lines: so the doubt goes to the person in danger. */
const EMERGENCY_FROM = 0.25
/** "My son is beaten by his employer" inside a question about insurance: of 2 988 hard calm phrases 19 sound so. */
const OWN_EMERGENCY_FROM = 0.05
const OFFER_FROM = 0.35
/** … and where a strong rule was heard, less of the model is needed. */
const STRONG_OFFER_FROM = 0.2
/** Where no rule was heard the trained model is alone, and must be surer. */
const ALONE_FROM = 0.4
/** … and of so few words, without a sign, only what is plainly about an emergency is one ("terus saya hubungi siapa"). */
const A_FEW_WORDS = 6
/** Findings weaker than this are named only when there is nothing stronger. */
const NAMED_FROM = 2
/** From these points on an emergency stands beside a more likely offer. */
const SURE = 3

/** What a licensed company's honest advert may look like at first sight. */
const HARMLESS_WITH_LICENCE: ReadonlySet<DangerSign> = new Set<DangerSign>([
  'too_good',
  'social_media_offer',
  'individual_recruiter',
  'leave_within_days',
  'unlicensed_company',
])

/** Reads how much danger a message speaks of, and by what signs. A pure function; never throws. */
export function detectDanger(text: DangerText, heard: Heard = hear(text)): DangerReading {
  return { ...judge(text, gather(text, heard), heard.words), framed: isFramed(heard) }
}

type Judged = Omit<DangerReading, 'framed'>
const NONE: Judged = { danger: 'none', signs: [] }

function judge(text: DangerText, evidence: Evidence, words: number): Judged {
  if (isElsewhere(text, evidence)) return NONE
  if (evidence.pilgrimOnly && best(evidence.emergency) < SURE) return NONE
  const { none, emergency, illegal_offer } = weigh(evidence)
  const alone = best(evidence.emergency) === 0 && best(evidence.offer) === 0
  if (alone && words <= A_FEW_WORDS && !text.topics[0]?.topic.startsWith('emergency.')) return NONE
  const urgentFrom =
    best(evidence.emergency) === 0 ? ALONE_FROM : evidence.ownUrgent ? OWN_EMERGENCY_FROM : EMERGENCY_FROM
  // Who was lured there and is abused there: the offer, however likely, must not hide the abuse.
  const beside = best(evidence.emergency) < SURE ? emergency : emergency / (emergency + none)
  if (beside >= urgentFrom && !(illegal_offer > emergency && best(evidence.emergency) < SURE))
    return { danger: 'emergency', signs: named(evidence.emergency, EMERGENCY_SIGNS) }
  if (evidence.licensed && best(evidence.emergency) < NAMED_FROM && isHarmless(evidence.offer)) return NONE
  if (
    emergency + illegal_offer >=
    (alone ? ALONE_FROM : best(evidence.offer) >= SURE ? STRONG_OFFER_FROM : OFFER_FROM)
  )
    return illegal_offer >= emergency
      ? { danger: 'illegal_offer', signs: named(evidence.offer, OFFER_SIGNS) }
      : { danger: 'emergency', signs: named(evidence.emergency, EMERGENCY_SIGNS) }
  return NONE
}

/** How sure the topics must be that a message is of another field, and what then still counts as danger. */
interface Elsewhere {
  readonly from: number
  /** Signs below these points are words that happen to be ours. */
  readonly sign: number
  readonly selfHarm: number
  /** Below these the trained model sees nothing either. */
  readonly emergency: number
  readonly offer: number
}
const LIKELY: Elsewhere = { from: 0.6, sign: SURE, selfHarm: 1, emergency: 0.2, offer: 0.3 }
const PLAINLY: Elsewhere = { from: 0.85, sign: 4, selfHarm: SURE, emergency: 0.6, offer: 0.6 }
const CERTAINLY: Elsewhere = { from: 0.95, sign: 4, selfHarm: SURE, emergency: 1, offer: 1 }

/** Roofs, exams, slot machines and a motorcycle that was sold: nothing of our field, and no sign that is not said everywhere. */
function isElsewhere({ topics, anchored, whole }: DangerText, { emergency, offer }: Evidence): boolean {
  const [top] = topics
  if (anchored || top?.topic !== 'out_of_scope') return false
  return [LIKELY, PLAINLY, CERTAINLY].some(
    (limit) =>
      top.score >= limit.from &&
      best(emergency) < limit.sign &&
      (emergency.get('self_harm') ?? 0) < limit.selfHarm &&
      best(offer) <= SURE &&
      whole.emergency < limit.emergency &&
      whole.illegal_offer < limit.offer,
  )
}

function isHarmless(offer: Findings): boolean {
  for (const [sign, points] of offer)
    if (points >= NAMED_FROM && !HARMLESS_WITH_LICENCE.has(sign)) return false
  return true
}

/** The order of equal points is that of `core/topic.ts`. */
function named(findings: Findings, order: readonly DangerSign[]): readonly DangerSign[] {
  const least = best(findings) >= NAMED_FROM ? NAMED_FROM : 1
  return order
    .filter((sign) => (findings.get(sign) ?? 0) >= least)
    .sort((a, b) => (findings.get(b) ?? 0) - (findings.get(a) ?? 0))
}
