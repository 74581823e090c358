import type { Desk } from '../../../core/case.ts'
import { draft, PERSON, part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { ConversationState } from '../../state.ts'
import { askTopics, NOTHING_ASKED } from '../ask-topic.ts'
import type { Outcome } from '../outcome.ts'
import type { Situation } from '../reading.ts'
import { END_TALK } from './case-choices.ts'
import { caseToTalkAbout, talkOf, waitingOf } from './known-cases.ts'

/**
 * What a desk adds to an answer: a wish to talk gets the number of its case and is said to be passed on; one that waits
 * already is not asked for again; and while an officer is awaited, every answer says so.
 */
export function withOfficerCalled(
  result: Outcome,
  desk: Desk | undefined,
  { misses }: Pick<ConversationState, 'misses'>,
): Outcome {
  if (desk === undefined) return result
  if (talkOf(desk) !== undefined) return withWayOut(result)
  const wish = result.events.find((event) => event.type === 'handover_requested')
  const waiting = waitingOf(desk)
  if (wish === undefined) {
    if (waiting !== undefined) return withWaitingNote(result, waiting.number)
    return result.action === 'refuse' && misses > 0 && isRefused(result) ? offered(result) : result
  }
  // Offered, not done: an officer is called when the person says so.
  if (wish.reason === 'refused_twice' && result.action !== 'handover') return offered(result)
  if (waiting !== undefined)
    return withLead({ ...result, events: result.events.filter((event) => event !== wish) }, [
      part('answer', 'handover.already', { number: waiting.number }),
    ])
  const number = caseToTalkAbout(desk)?.number ?? desk.newNumber
  const events = result.events.map(
    (event): ConversationEvent => (event === wish ? { ...wish, number } : event),
  )
  return withLead({ ...result, events }, [
    part('answer', 'handover.called', { number }),
    part('answer', 'handover.meanwhile'),
  ])
}

/** What is answered while an officer talks (an emergency, a menu) offers to end the talk; nobody is called to one that is there. */
function withWayOut(result: Outcome): Outcome {
  const [first, ...others] = result.drafts
  if (first === undefined || result.events.some(({ type }) => type === 'handover_ended')) return result
  return {
    ...result,
    drafts: [{ ...first, choices: [...first.choices, END_TALK] }, ...others],
    events: result.events.filter(({ type }) => type !== 'handover_requested'),
  }
}

function isRefused({ drafts }: Outcome): boolean {
  return drafts.some(({ parts }) => parts.some(({ key }) => key === 'refuse.outOfScope'))
}

function withWaitingNote(result: Outcome, number: string): Outcome {
  const [first, ...others] = result.drafts
  const ended = result.events.some(({ type }) => type === 'handover_ended')
  if (first === undefined || ended || result.action === 'clarify' || result.danger !== 'none') return result
  return {
    ...result,
    drafts: [{ ...first, parts: [...first.parts, part('note', 'handover.waiting', { number })] }, ...others],
  }
}

function offered(result: Outcome): Outcome {
  const [first, ...others] = result.drafts
  return {
    ...result,
    drafts: [
      {
        ...(first ?? draft({})),
        parts: [...(first?.parts ?? []), part('next', 'handover.offer')],
        choices: [PERSON, ...(first?.choices ?? []).filter(({ value }) => value !== PERSON.value)],
      },
      ...others,
    ],
    pending: { kind: 'confirm_handover' },
    events: result.events.filter(({ type }) => type !== 'handover_requested'),
  }
}

/** They send people to a telephone, which is not the first thing any more. */
const REPLACED: ReadonlySet<string> = new Set(['handover.lead', 'smalltalk.sorry'])

/** Said first; the line that only names telephone numbers comes after it. */
function withLead(result: Outcome, parts: NonNullable<Outcome['drafts'][number]>['parts']): Outcome {
  const [first, ...others] = result.drafts
  const kept = first?.parts.filter(({ key }) => !REPLACED.has(key)) ?? []
  const sorry = first?.parts.some(({ key }) => key === 'smalltalk.sorry') === true
  const lead = sorry ? [part('answer', 'handover.sorry')] : []
  return { ...result, drafts: [{ ...(first ?? draft({})), parts: [...lead, ...parts, ...kept] }, ...others] }
}

/** The offer to call an officer was taken. */
export function callTaken({ state, knowledge, locale, today }: Situation): Outcome {
  const result = askTopics({ ...NOTHING_ASKED, topics: ['handover'], locale }, state, knowledge, today)
  return {
    ...result,
    events: result.events.map((event) =>
      event.type === 'handover_requested' ? { ...event, reason: 'refused_twice' } : event,
    ),
  }
}
