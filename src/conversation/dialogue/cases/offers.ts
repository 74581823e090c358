import type { Desk, ReminderKind } from '../../../core/case.ts'
import type { Choice } from '../../../core/reply.ts'
import type { Topic } from '../../../core/topic.ts'
import { type Draft, part } from '../../answer/draft.ts'
import type { Outcome } from '../outcome.ts'
import { remindChoice, reportChoice } from './case-choices.ts'

/** What a stage's answer offers to be reminded of. */
const REMINDER_OF: Partial<Record<Topic, ReminderKind>> = {
  'stage.pre': 'departure',
  'stage.during': 'contract_end',
  'stage.post': 'next_step',
  'stage.empowerment': 'next_step',
}
const NOT_SIGNED: ReadonlySet<string> = new Set([
  'agreement.statusPlanned',
  'agreement.statusDiscussion',
  'agreement.none',
])

/** Where things can be kept, an answer offers to keep them: a report, a reminder. */
export function withOffers(result: Outcome, desk: Desk | undefined): Outcome {
  if (desk === undefined || result.action !== 'answer') return result
  const extra = choicesFor(result)
  const [first, ...others] = result.drafts.map(withoutNotKept)
  if (first === undefined) return result
  return { ...result, drafts: [{ ...first, choices: [...extra, ...first.choices] }, ...others] }
}

/** Beside another question, that of an own report is answered by how to see it: here they are kept. */
function withoutNotKept(one: Draft): Draft {
  if (!one.parts.some(({ key }) => key === 'caseStatus.none')) return one
  return {
    ...one,
    parts: one.parts.map((said) =>
      said.key === 'caseStatus.none' ? part('next', 'caseStatus.howToSee') : said,
    ),
  }
}

function choicesFor({ topic, drafts, pending, danger }: Outcome): readonly Choice[] {
  if (danger !== 'none' || pending !== null) return []
  if (topic === 'family.lost_contact') return [reportChoice('lost_contact')]
  if (topic === 'report.illegal' && !isOwnFlow(drafts)) return [reportChoice('illegal_offer')]
  const kind = REMINDER_OF[topic]
  if (kind !== undefined) return [remindChoice(kind)]
  const region = drafts.some(({ regions }) => regions.length > 0)
  const open = drafts.some(({ parts }) => parts.some(({ key }) => NOT_SIGNED.has(key)))
  return topic.startsWith('agreement.') && region && open ? [remindChoice('agreement_signed')] : []
}

/** The end of a report is an answer on its subject, too. */
function isOwnFlow(drafts: Outcome['drafts']): boolean {
  return drafts.some(({ parts }) => parts.some(({ key }) => key.startsWith('report.')))
}
