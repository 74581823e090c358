import type { ConversationEvent } from '../conversation/events/event.ts'
import { type ConversationState, initialState } from '../conversation/state.ts'
import { type TurnContext, turn } from '../conversation/turn.ts'
import type { Outbound } from '../core/channel.ts'
import type { ChosenLocale, TurnInput } from '../core/input.ts'
import type { Locale } from '../core/locale.ts'
import { isSilent } from '../core/reply.ts'
import type { Wording } from '../core/wording.ts'
import type { Phrase } from '../phrase/phrase.ts'

/** What was asked, and what holds for the one who asked. */
export interface Question {
  readonly input: TurnInput
  readonly chosenLocale: ChosenLocale
  readonly defaultLocale: Locale
}

/** A turn that was taken and worded; nothing of it is stored yet. */
export interface Answer {
  readonly state: ConversationState
  readonly said: Outbound
  readonly events: readonly ConversationEvent[]
  /** The person wants to be forgotten, and confirmed it. */
  readonly forget: boolean
  /** The person talks with an officer: only who waits for an answer gets to read that it was passed on. */
  readonly silent: boolean
}

const PASSED_ON: Wording = { key: 'handover.passedOn' }

/** One turn in words: the same for every channel, stored or not. Pure. */
export function answer(
  state: ConversationState | undefined,
  question: Question,
  context: TurnContext,
  phrase: Phrase,
): Answer {
  const before = inLocaleOf(state ?? initialState(question.defaultLocale), question.chosenLocale)
  const { state: after, reply, events } = turn(before, question.input, context)
  const silent = isSilent(reply)
  const { text, choices } = silent
    ? { text: phrase.wording(PASSED_ON, reply.locale), choices: [] }
    : phrase.reply(reply)
  const forget = events.some(({ type }) => type === 'forget_confirmed')
  return {
    state: after,
    events,
    forget,
    silent,
    said: {
      reply,
      text,
      choices: choices.map((choice, index) => {
        const topic = reply.choices[index]?.topic
        return topic === undefined ? choice : { ...choice, topic }
      }),
      chosenLocale: forget ? null : after.chosenLocale,
      erased: forget,
    },
  }
}

/** The language set in the channel holds over the one remembered. */
function inLocaleOf(state: ConversationState, chosenLocale: ChosenLocale): ConversationState {
  if (chosenLocale === null || chosenLocale === state.chosenLocale) return state
  return { ...state, chosenLocale, locale: chosenLocale }
}
