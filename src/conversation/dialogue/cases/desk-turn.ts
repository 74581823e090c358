import { caseNumberIn, caseWishOf } from '../../understand/lexicon/case-words.ts'
import { readChoice } from '../choice-value.ts'
import { chosen } from '../chosen.ts'
import { askForOffer, offerTurn } from '../offer/offer-check.ts'
import type { Outcome } from '../outcome.ts'
import { nth } from '../pending.ts'
import { type Reading, wordCount } from '../reading.ts'
import { ANSWER_FROM } from '../thresholds.ts'
import { callTaken } from './call-officer.ts'
import { reportKind } from './case-topic.ts'
import { askConsent, beginReport, consentRefused } from './consent.ts'
import { add, addPending, status, withdraw, withdrawPending } from './own-cases.ts'
import { cancelReminders, listReminders, remind, reminderPending } from './reminders.ts'
import { pauseReport, reportOf, reportTurn, resumeReport } from './report-turn.ts'

/** Reports, cases, reminders and offers: what a message means there before it is read as a question. */
export function deskTurn(reading: Reading): Outcome | undefined {
  return byNumber(reading) ?? wished(reading) ?? awaited(reading) ?? reportTurn(reading) ?? offerTurn(reading)
}

/** "1" or "yang kedua" where our own buttons are shown. */
function byNumber(reading: Reading): Outcome | undefined {
  const { read, state } = reading
  if (read.ordinal === null || wordCount(read) > 4) return undefined
  const meaning = readChoice(nth(state.choices, read.ordinal) ?? '')
  return meaning === undefined ? undefined : chosen(meaning, reading)
}

/** Said in so many words: report, status, add, withdraw, remind, check. */
function wished(reading: Reading): Outcome | undefined {
  const { read, said, state } = reading
  const number = caseNumberIn(said)
  switch (caseWishOf(read.normalised)) {
    case 'begin':
      return askConsent(reading, reportKind(state.topic))
    case 'resume':
      return resumeReport(reading) ?? askConsent(reading, reportKind(state.topic))
    case 'withdraw':
      return withdraw(reading)
    case 'add':
      return add(reading)
    case 'status':
      return status(reading, number)
    case 'reminders':
      return listReminders(reading)
    case 'remind':
      return remind(reading)
    case 'unremind':
      return stops(reading)
    case 'check_offer':
      return askForOffer(reading)
    case null:
      break
  }
  if (number !== undefined && wordCount(read) <= SHORT) return status(reading, number)
  const [top] = read.topics
  // "no kabar laporan saya udah seminggu": a question about an own case, however it is put.
  return top?.topic === 'case.status' && top.score >= ANSWER_FROM && isIdle(reading)
    ? status(reading, number)
    : undefined
}

const SHORT = 5

/** "berhenti" ends what is under way: the report that is being told, else the reminders. */
function stops(reading: Reading): Outcome | undefined {
  const report = reportOf(reading)
  if (report !== null && !report.paused) return pauseReport(report, reading)
  return (reading.desk?.reminders.length ?? 0) > 0 || wordCount(reading.read) > 1
    ? cancelReminders(reading)
    : undefined
}

function isIdle(reading: Reading): boolean {
  const report = reportOf(reading)
  return (report === null || report.paused) && reading.state.pending?.kind !== 'adding'
}

/** The answer to something of ours that waits. */
function awaited(reading: Reading): Outcome | undefined {
  const { read, state, desk } = reading
  const yes = read.acts.includes('affirm')
  const no = read.acts.includes('deny') || read.acts.includes('cancel')
  switch (state.pending?.kind) {
    case 'confirm_report':
      if (desk === undefined) return undefined
      if (yes || AGREES.test(read.normalised)) return beginReport(reading, state.pending.case)
      return no ? consentRefused(reading) : undefined
    case 'confirm_resume':
      if (yes || GOES_ON.test(read.normalised)) return resumeReport(reading)
      return undefined
    case 'confirm_handover':
      return yes ? callTaken(reading) : undefined
    case 'confirm_withdraw':
      return withdrawPending(reading)
    case 'adding':
      return addPending(reading)
    case 'reminder_kind':
    case 'reminder_date':
      return reminderPending(reading)
    default:
      return undefined
  }
}

const AGREES =
  /^(ya |iya |yes |inggih |nggih |muhun |ok |oke )?(setuju|saya setuju|sarujuk|agree|i agree|mulai|lanjut|satuju|lapor|boleh|silakan|mangga|monggo)( saja| pak| bu| kak)*$/
const GOES_ON =
  /^(ya |iya |yes )?(lanjut|lanjutkan|teruskan|terus|continue|go on|resume|lajengaken|teraskeun)( saja| dong| laporan)*$/
