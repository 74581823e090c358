import type { Region } from '../../../knowledge/region.ts'
import type { ChoiceMeaning } from '../choice-value.ts'
import { menu } from '../fixed-replies.ts'
import { askForOffer } from '../offer/offer-check.ts'
import type { Outcome } from '../outcome.ts'
import type { Situation } from '../reading.ts'
import { reportKind } from './case-topic.ts'
import { askConsent, beginReport, cannotKeep, consentRefused } from './consent.ts'
import { reportOf, talkOf } from './known-cases.ts'
import { askForAddition, confirmWithdraw, status, withdrawAnswered } from './own-cases.ts'
import { cancelReminders, remindOf } from './reminders.ts'
import { submit } from './report-steps.ts'
import { pauseReport, placeKnown, resumeReport, skipStep } from './report-turn.ts'
import { endTalk } from './talk.ts'
import { safeTapped, urgentTapped } from './urgent.ts'

type Meaning = Exclude<
  ChoiceMeaning,
  { readonly kind: 'topic' | 'region' | 'country' | 'locale' | 'more' | 'menu' | 'forget_yes' | 'forget_no' }
>

/** What the buttons of reports, cases, reminders and talks stand for. An old button, long after, falls back to what is true now. */
export function caseChosen(meaning: Meaning, situation: Situation): Outcome {
  const { state, locale, desk } = situation
  const { pending } = state
  const report = reportOf(situation)
  switch (meaning.kind) {
    case 'report':
      // An emergency is never a form: one that is open is added to, another begins at once.
      return meaning.case === 'emergency'
        ? (urgentTapped(situation) ?? menu(locale))
        : askConsent(situation, meaning.case)
    case 'report_new':
      return askConsent(situation, reportKind(state.topic), true)
    case 'report_yes':
      return pending?.kind === 'confirm_report'
        ? (beginReport(situation, pending.case) ?? cannotKeep(situation))
        : askConsent(situation, reportKind(state.topic))
    case 'report_no':
      return pending?.kind === 'confirm_report' ? consentRefused(situation) : menu(locale)
    case 'report_skip':
      return report === null ? menu(locale) : skipStep(report, situation)
    case 'report_stop':
      return report === null ? menu(locale) : pauseReport(report, situation)
    case 'report_resume':
      return resumeReport(situation) ?? status(situation)
    case 'reach_chat':
    case 'reach_none':
      return report?.left[0] === 'reach'
        ? submit(report, meaning.kind === 'reach_none', situation)
        : status(situation)
    case 'case':
      return status(situation, meaning.number)
    case 'add':
      return askForAddition(meaning.number, situation)
    case 'withdraw':
      return confirmWithdraw(meaning.number, situation)
    case 'withdraw_yes':
    case 'withdraw_no':
      return pending?.kind === 'confirm_withdraw'
        ? withdrawAnswered(meaning.kind === 'withdraw_yes', situation)
        : status(situation)
    case 'talk_end': {
      const talk = desk === undefined ? undefined : talkOf(desk)
      return talk === undefined ? menu(locale) : endTalk(talk.number, state)
    }
    case 'remind':
      return remindOf(meaning.reminder, situation, undefined, undefined)
    case 'unremind':
      return cancelReminders(situation)
    case 'check_offer':
      return askForOffer(situation)
    case 'urgent_yes':
      return urgentTapped(situation) ?? menu(locale)
    case 'safe_yes':
    case 'safe_no':
      return safeTapped(meaning.kind === 'safe_yes', situation) ?? menu(locale)
  }
}

/** A place picked from a list while a report asks where. */
export function placeTapped(region: Region, situation: Situation): Outcome | undefined {
  const report = reportOf(situation)
  if (report === null || report.paused || report.left[0] !== 'place') return undefined
  return placeKnown(report, region, situation)
}
