import { localeOf } from '../../core/locale.ts'
import type { ConversationState } from '../state.ts'
import type { Understanding } from '../understand/understanding.ts'
import { actTurn } from './act-turn.ts'
import { unlessSaidBefore } from './asked-again.ts'
import { alarmedDeskTurn, deskTurn, plainWish } from './cases/desk-turn.ts'
import { reportOf } from './cases/known-cases.ts'
import { withReportOffer } from './cases/report-turn.ts'
import { alsoToOfficer } from './cases/talk.ts'
import { urgentAnswered, urgentOf, urgentTurn, withUrgentCase } from './cases/urgent.ts'
import { emergencyMenu } from './chosen.ts'
import { dangerTurn } from './danger-turn.ts'
import { detailAnswer } from './detail-answer.ts'
import { refusal } from './fixed-replies.ts'
import { followUp } from './follow-up.ts'
import { notUnderstood } from './not-understood.ts'
import type { Outcome } from './outcome.ts'
import { answerPending } from './pending.ts'
import { questionTurn } from './question-turn.ts'
import type { Reading, Situation } from './reading.ts'
import { settleRegions } from './settle-region.ts'
import { FAMILIAR_FROM } from './thresholds.ts'

/** A person's own choice of language holds; else the language written, when it is clear; else the one before. */
const CLEAR_LANGUAGE = 0.55

/** Turns what was understood into what is said. The order matters: danger first, then what was asked before, then the rest. */
export function textTurn(read: Understanding, said: string, situation: Omit<Situation, 'locale'>): Outcome {
  const { state, knowledge } = situation
  const reading: Reading = {
    ...situation,
    read,
    said,
    locale: localeFor(read, state),
    settled: settleRegions(read, state, knowledge),
  }
  const result = decide(reading)
  const shared = read.regions.flatMap((mention) =>
    mention.kind === 'several' ? mention.candidates.map(({ code }) => code) : [],
  )
  const named = read.regions.length > 0
  return named ? { ...result, patch: { unsettled: shared, ...result.patch } } : result
}

/** The language a message is answered in. */
export function localeFor(read: Understanding, state: ConversationState): Reading['locale'] {
  const clear =
    read.languageConfidence >= CLEAR_LANGUAGE && LETTERS.test(read.normalised) && !isOnlyAName(read)
  return state.chosenLocale ?? (clear ? localeOf(read.language) : state.locale)
}

/** A code, a number or a date is of no language. */
const LETTERS = /[a-z]/

/** "Kabupaten Bandung" is said in every language alike. */
function isOnlyAName(read: Understanding): boolean {
  const names = read.regions.length + read.countries.length + read.institutions.length + read.people.length
  return names > 0 && read.normalised.split(' ').length <= 2
}

function decide(reading: Reading): Outcome {
  const { read, locale, desk, said } = reading
  if (read.normalised === '') return refusal(locale, 'refuse.empty')
  const report = reportOf(reading)
  const telling = report !== null && !report.paused
  const wish = plainWish(reading)
  if (wish !== undefined) return wish
  const alarm = dangerTurn(reading)
  const known =
    (telling && isFaint(read)) || (urgentOf(reading) !== null && (isFaint(read) || read.danger === 'none'))
  if (alarm?.danger === 'emergency' && !known) {
    const guarded = withUrgentCase(reading, alarm)
    return desk === undefined ? guarded : alsoToOfficer(guarded, desk, said)
  }
  // An advert gets the whole check; what a report tells of an offer is the report.
  const own =
    alarm === undefined || known || telling || reading.state.pending?.kind === 'adding'
      ? deskTurn(reading)
      : alarmedDeskTurn(reading)
  if (own !== undefined) return own
  if (alarm !== undefined && !known) return alarm
  const urgent = urgentAnswered(reading, () => emergencyMenu(reading))
  if (urgent !== undefined) return urgent
  const told = urgentTurn(reading, () => plainTurn(reading))
  if (told !== undefined) return told
  const result = plainTurn(reading)
  return telling && offersReport(result) ? withReportOffer(result, report) : result
}

/** Without a report, a case or an offer: pending questions, acts, questions. */
function plainTurn(reading: Reading): Outcome {
  if (isGibberish(reading.read)) return refusal(reading.locale, 'refuse.gibberish')
  const steered = answerPending(reading) ?? actTurn(reading)
  if (steered !== undefined) return steered
  const answered = detailAnswer(reading) ?? followUp(reading) ?? questionTurn(reading)
  return answered === undefined ? notUnderstood(reading) : unlessSaidBefore(answered, reading)
}

/** A cry for help without a sign of what: a report or an emergency that is being told is about it already. */
function isFaint({ signs }: Understanding): boolean {
  return signs.every((sign) => sign === 'distress_call')
}

function offersReport({ events, action }: Outcome): boolean {
  return action !== 'clarify' && !events.some(({ type }) => type === 'forget_confirmed')
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
