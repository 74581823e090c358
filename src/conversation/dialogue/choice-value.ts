import {
  CASE_KINDS,
  type CaseKind,
  type CaseNumber,
  REMINDER_KINDS,
  type ReminderKind,
  readCaseNumber,
} from '../../core/case.ts'
import { asId, type CountryCode, type RegionCode } from '../../core/ids.ts'
import { isLocale, type Locale } from '../../core/locale.ts'
import { isTopic, type Topic } from '../../core/topic.ts'

/** What a tapped button or a chosen number stands for. */
export type ChoiceMeaning =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'region'; readonly code: RegionCode }
  | { readonly kind: 'country'; readonly code: CountryCode }
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'report'; readonly case: CaseKind }
  | { readonly kind: 'case' | 'add' | 'withdraw'; readonly number: CaseNumber }
  | { readonly kind: 'remind'; readonly reminder: ReminderKind }
  | { readonly kind: PlainChoice }
  | { readonly kind: CaseChoice }

/** Choices that say all by their name. */
const PLAIN_CHOICES = ['more', 'menu', 'forget_yes', 'forget_no'] as const
const CASE_CHOICES = [
  'report_new',
  'report_yes',
  'report_no',
  'report_skip',
  'report_stop',
  'report_resume',
  'reach_chat',
  'reach_none',
  'withdraw_yes',
  'withdraw_no',
  'talk_end',
  'unremind',
  'check_offer',
  'urgent_yes',
  'safe_yes',
  'safe_no',
] as const
type PlainChoice = (typeof PLAIN_CHOICES)[number]
type CaseChoice = (typeof CASE_CHOICES)[number]

/** Reads a choice value; undefined for anything we never sent (values come back from the outside). */
export function readChoice(value: string): ChoiceMeaning | undefined {
  const [kind, argument = ''] = value.split(':', 2)
  switch (kind) {
    case 'topic':
      return isTopic(argument) ? { kind, topic: argument } : undefined
    case 'region':
      return /^\d{2}(\.\d{2}(\.\d{2})?)?$/.test(argument) ? { kind, code: asId(argument) } : undefined
    case 'country':
      return /^[A-Z]{2}$/.test(argument) ? { kind, code: asId(argument) } : undefined
    case 'locale':
      return isLocale(argument) ? { kind, locale: argument } : undefined
    case 'report': {
      const named = CASE_KINDS.find((one) => one === argument)
      return named === undefined ? undefined : { kind, case: named }
    }
    case 'case':
    case 'add':
    case 'withdraw': {
      const number = readCaseNumber(argument)
      return number === undefined ? undefined : { kind, number }
    }
    case 'remind': {
      const reminder = REMINDER_KINDS.find((one) => one === argument)
      return reminder === undefined ? undefined : { kind, reminder }
    }
    default: {
      const plain = PLAIN_CHOICES.find((one) => one === value)
      if (plain !== undefined) return { kind: plain }
      const ofCase = CASE_CHOICES.find((one) => one === value)
      return ofCase === undefined ? undefined : { kind: ofCase }
    }
  }
}
