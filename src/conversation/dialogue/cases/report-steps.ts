import type { Locale } from '../../../core/locale.ts'
import type { Choice, Part } from '../../../core/reply.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { nationalPart } from '../../answer/contacts.ts'
import { draft, part, topicChoice } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { ReportStep, ReportTold } from '../../state.ts'
import { type Outcome, outcome } from '../outcome.ts'
import { addChoice, REACH_CHAT, REACH_NONE, SKIP, STOP_REPORT } from './case-choices.ts'
import { topicOf } from './case-topic.ts'

export interface StepExtras {
  readonly lead: readonly Part[]
  readonly events: readonly ConversationEvent[]
  /** Instead of the usual buttons: places that share a name. */
  readonly choices?: readonly Choice[]
}

/** Asks the question a report has come to. */
export function askStep(report: ReportTold, locale: Locale, { lead, events, choices }: StepExtras): Outcome {
  const step = report.left[0] ?? 'reach'
  return outcome({
    action: 'clarify',
    topic: topicOf(report.kind),
    locale,
    drafts: [
      draft({
        parts: [...lead, part('next', `report.ask.${step}`)],
        choices: choices ?? choicesOf(step),
      }),
    ],
    patch: { report: { ...report, paused: false } },
    events,
  })
}

function choicesOf(step: ReportStep): readonly Choice[] {
  return step === 'reach' ? [REACH_CHAT, REACH_NONE, STOP_REPORT] : [SKIP, STOP_REPORT]
}

/** Everything was asked: officers get it now. */
export function submit(
  { number, kind }: ReportTold,
  anonymous: boolean,
  { locale, knowledge }: { readonly locale: Locale; readonly knowledge: Knowledge },
  events: readonly ConversationEvent[] = [],
): Outcome {
  return outcome({
    action: 'answer',
    topic: topicOf(kind),
    locale,
    drafts: [
      draft({
        parts: [
          part('answer', 'report.submitted', { number }),
          part('answer', anonymous ? 'report.submittedAnonymous' : 'report.submittedReachable'),
          part('next', 'report.whatNext'),
          nationalPart(knowledge),
        ],
        contacts: [knowledge.contacts.national],
        choices: [topicChoice('case.status'), addChoice(number)],
      }),
    ],
    patch: { report: null },
    events: [...events, { type: 'case_submitted', number, anonymous }],
  })
}

/** The report without the steps that are answered. */
export function without(report: ReportTold, ...answered: readonly ReportStep[]): ReportTold {
  const left = report.left.filter((step) => !answered.includes(step))
  return { ...report, left: left.length === 0 ? ['reach'] : left }
}
