import type { CaseNumber, CaseView, Desk } from '../../../core/case.ts'
import type { TurnInput } from '../../../core/input.ts'
import { draft, MENU, part } from '../../answer/draft.ts'
import type { ConversationEvent } from '../../events/event.ts'
import type { ConversationState } from '../../state.ts'
import { endsTalk } from '../../understand/lexicon/case-words.ts'
import type { Understanding } from '../../understand/understanding.ts'
import { type Outcome, outcome } from '../outcome.ts'
import type { Reading } from '../reading.ts'
import { addChoice } from './case-choices.ts'
import { isSilent, talkOf, waitingOf } from './known-cases.ts'

/** The desk as this turn is to see it: a talk that fell silent is over before anything else is looked at. */
export function afterSilence(
  desk: Desk | undefined,
  now: Date,
): { readonly desk: Desk | undefined; readonly ended: CaseNumber | null } {
  const talk = desk === undefined ? undefined : talkOf(desk)
  if (desk === undefined || talk === undefined || !isSilent(talk, now)) return { desk, ended: null }
  const cases = desk.cases.map((one): CaseView => (one === talk ? { ...one, handover: 'none' } : one))
  return { desk: { ...desk, cases }, ended: talk.number }
}

/** Says that the talk was over, and what holds now; the message itself is answered by the engine. */
export function withSilenceNote(result: Outcome, number: CaseNumber): Outcome {
  const [first, ...others] = result.drafts
  const note = part('note', 'handover.silence', { number })
  return {
    ...result,
    drafts: [
      first === undefined ? draft({ parts: [note] }) : { ...first, parts: [note, ...first.parts] },
      ...others,
    ],
    events: [{ type: 'handover_ended', number, by: 'silence' }, ...result.events],
  }
}

/** While an officer and the person talk, what is written goes to the officer and nothing is said. */
export function talkTurn(
  desk: Desk,
  input: Exclude<TurnInput, { kind: 'choice' | 'command' }>,
  read: Understanding | undefined,
  state: ConversationState,
): Outcome | undefined {
  const talk = talkOf(desk)
  if (talk === undefined) return undefined
  const { number } = talk
  switch (input.kind) {
    case 'text': {
      if (input.text.trim() === '') return quiet(state, [])
      if (read !== undefined && endsTalk(read.normalised)) return endTalk(number, state)
      // What only the engine can do: erasing, the language.
      if (read?.acts.includes('forget_me') || read?.acts.includes('switch_language')) return undefined
      return quiet(state, [{ type: 'case_message', number, text: input.text }])
    }
    case 'location':
      return quiet(state, [{ type: 'case_message', number, text: `${input.lat}, ${input.lon}` }])
    case 'attachment': {
      const { what, reference, mime, bytes, caption } = input
      return quiet(state, [
        { type: 'case_attached', number, what, reference, mime, bytes },
        ...(caption.trim() === '' ? [] : [{ type: 'case_message', number, text: caption } as const]),
      ])
    }
    case 'unsupported':
      return undefined
  }
}

export function endTalk(number: CaseNumber, { locale }: ConversationState): Outcome {
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [
      draft({ parts: [part('answer', 'handover.ended', { number })], choices: [addChoice(number), MENU] }),
    ],
    events: [{ type: 'handover_ended', number, by: 'person' }],
  })
}

/** "selesai", "batal bicara dengan petugas", while none has come yet: nobody needs to come. */
export function callOff(reading: Reading): Outcome | undefined {
  const { desk, read, locale } = reading
  const waiting = desk === undefined ? undefined : waitingOf(desk)
  if (waiting === undefined) return undefined
  const off = endsTalk(read.normalised) || (read.acts.includes('cancel') && OFFICER.test(read.normalised))
  if (!off) return undefined
  const { number } = waiting
  return outcome({
    action: 'answer',
    topic: 'smalltalk',
    locale,
    drafts: [draft({ parts: [part('answer', 'handover.calledOff', { number })], choices: [MENU] })],
    events: [{ type: 'handover_ended', number, by: 'person' }],
  })
}

const OFFICER = /\b(?:petugas|officer|bicara|ngobrol|wicanten|nyarios|talk)/

/** An emergency is answered even then; the officer in the talk reads it, too. */
export function alsoToOfficer(result: Outcome, desk: Desk, text: string): Outcome {
  const talk = talkOf(desk)
  return talk === undefined
    ? result
    : { ...result, events: [...result.events, { type: 'case_message', number: talk.number, text }] }
}

/** Nothing is said; what was being talked about before stays where it was. */
function quiet(state: ConversationState, events: readonly ConversationEvent[]): Outcome {
  const { topic, told, repeats, misses, choices, pending, agreement } = state
  return outcome({
    action: 'handover',
    topic: 'handover',
    locale: state.locale,
    patch: { topic, told, repeats, misses, choices, pending, agreement },
    events,
  })
}
