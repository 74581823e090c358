import type { Locale } from '../../core/locale.ts'
import { LOCALES } from '../../core/locale.ts'
import type { Choice, Part } from '../../core/reply.ts'
import type { Topic } from '../../core/topic.ts'
import type { MessageKey } from '../../core/wording.ts'
import { type Draft, draft, MENU, part, topicChoice } from '../answer/draft.ts'
import { type Outcome, outcome } from './outcome.ts'

/** For those who do not type: the questions most people come with. */
const MENU_TOPICS: readonly Topic[] = [
  'placement.requirements',
  'placement.cost',
  'placement.check_offer',
  'agreement.status',
  'contact.local',
  'emergency.worker',
]

export function menuChoices(): readonly Choice[] {
  return MENU_TOPICS.map(topicChoice)
}

export function menu(locale: Locale, lead: Part = part('answer', 'smalltalk.menu')): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [lead], choices: menuChoices() })],
  })
}

/** A line of small talk, with the menu one tap away. */
export function smalltalk(locale: Locale, key: MessageKey, extra: Partial<Draft> = {}): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [part('answer', key)], choices: [MENU], ...extra })],
  })
}

export function askLanguage(locale: Locale): Outcome {
  const choices = LOCALES.map((one): Choice => ({ label: { key: `choice.${one}` }, value: `locale:${one}` }))
  return outcome({
    action: 'clarify',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [part('answer', 'smalltalk.localeAsk')], choices })],
  })
}

export function switchLocale(locale: Locale): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [part('answer', 'smalltalk.localeChanged')], choices: [MENU] })],
    patch: { chosenLocale: locale },
    events: [{ type: 'locale_changed', locale }],
  })
}

/** Erasing cannot be undone, so it is asked once. */
export function confirmForget(locale: Locale): Outcome {
  return outcome({
    action: 'clarify',
    topic: 'privacy',
    locale,
    drafts: [
      draft({
        parts: [part('answer', 'privacy.forgetConfirm')],
        choices: [
          { label: { key: 'choice.yes' }, value: 'forget_yes' },
          { label: { key: 'choice.no' }, value: 'forget_no' },
        ],
      }),
    ],
    pending: { kind: 'confirm_forget' },
  })
}

export function forgotten(locale: Locale): Outcome {
  return outcome({
    action: 'answer',
    topic: 'privacy',
    locale,
    drafts: [draft({ parts: [part('answer', 'privacy.forgotten')] })],
    events: [{ type: 'forget_confirmed' }],
  })
}

export function kept(locale: Locale): Outcome {
  return outcome({
    action: 'answer',
    topic: 'privacy',
    locale,
    drafts: [draft({ parts: [part('answer', 'privacy.kept')], choices: [MENU] })],
  })
}

/** Nothing that can be read: said kindly, with a way on. */
export function refusal(locale: Locale, key: MessageKey, topic: Topic = 'out_of_scope'): Outcome {
  return outcome({
    action: 'refuse',
    topic,
    confidence: 0,
    locale,
    drafts: [draft({ parts: [part('answer', key)], choices: menuChoices() })],
  })
}
