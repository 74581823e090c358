import { caseNumberIn, caseWishOf } from '../../understand/lexicon/case-words.ts'
import { askTopics, NOTHING_ASKED } from '../ask-topic.ts'
import { readChoice } from '../choice-value.ts'
import { chosen } from '../chosen.ts'
import { smalltalk } from '../fixed-replies.ts'
import { askForOffer, offerTurn } from '../offer/offer-check.ts'
import type { Outcome } from '../outcome.ts'
import { nth } from '../pending.ts'
import { type Reading, wordCount } from '../reading.ts'
import { ANSWER_FROM } from '../thresholds.ts'
import { callTaken } from './call-officer.ts'
import { reportKind } from './case-topic.ts'
import { askConsent, beginReport, consentRefused } from './consent.ts'
import { reportOf } from './known-cases.ts'
import { add, addPending, status, withdraw, withdrawPending } from './own-cases.ts'
import { cancelReminders, listReminders, remind, reminderPending } from './reminders.ts'
import { pauseReport, reportTurn, resumeReport } from './report-turn.ts'
import { callOff } from './talk.ts'
import { urgentOf } from './urgent.ts'

/** Reports, cases, reminders and offers: what a message means there before it is read as a question. */
export function deskTurn(reading: Reading): Outcome | undefined {
  return (
    byNumber(reading) ??
    wished(reading) ??
    statusAsked(reading) ??
    awaited(reading) ??
    reportTurn(reading) ??
    (urgentOf(reading) === null ? callOff(reading) : undefined) ??
    offerTurn(reading)
  )
}

/** With signs of an illegal offer in the message: only what was asked for in so many words, or the check of the offer. */
export function alarmedDeskTurn(reading: Reading): Outcome | undefined {
  return wished(reading) ?? offerTurn(reading)
}

/** A few words that can be nothing but a wish of ours: however they remind the model of danger. */
export function plainWish(reading: Reading): Outcome | undefined {
  const wish = caseWishOf(reading.read.normalised)
  return wish === null || wish === 'add' || wish === 'remind' || wordCount(reading.read) > SHORT
    ? undefined
    : wished(reading)
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
    case 'where':
      return whereToReport(reading)
    case null:
      break
  }
  return number !== undefined && wordCount(read) <= SHORT ? status(reading, number) : undefined
}

/** "no kabar laporan saya udah seminggu": a question about an own case, however it is put. */
function statusAsked(reading: Reading): Outcome | undefined {
  const { read, said } = reading
  if (reading.desk === undefined || read.elliptic || !isIdle(reading)) return undefined
  const [top] = read.topics
  return top?.topic === 'case.status' && top.score >= ANSWER_FROM
    ? status(reading, caseNumberIn(said))
    : undefined
}

/** "lapornya ke mana": the offices, and the report here. */
function whereToReport({ read, locale, settled, state, knowledge, today }: Reading): Outcome | undefined {
  const [top] = read.topics
  // "Motor saya dicuri, lapor ke mana": not to us.
  if (!read.anchored && top?.topic === 'out_of_scope' && top.score >= SURELY_OUTSIDE) return undefined
  return askTopics(
    { ...NOTHING_ASKED, topics: ['report.illegal'], locale, regions: settled.regions },
    state,
    knowledge,
    today,
  )
}

const SHORT = 5
const SURELY_OUTSIDE = 0.9

/** "berhenti" ends what is under way: the report or emergency that is being told, else the reminders. */
function stops(reading: Reading): Outcome | undefined {
  const { desk, locale, read } = reading
  const report = reportOf(reading)
  if (desk === undefined || urgentOf(reading) !== null) return undefined
  if (report !== null && !report.paused) return pauseReport(report, reading)
  if (reading.state.pending?.kind === 'confirm_forget') return undefined
  return desk.reminders.length > 0 || wordCount(read) > 1
    ? cancelReminders(reading)
    : smalltalk(locale, 'smalltalk.ok')
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
