import type { Desk } from '../core/case.ts'
import { dayInJakarta, type LocalDate } from '../core/dates.ts'
import { asId } from '../core/ids.ts'
import type { TurnInput } from '../core/input.ts'
import { MAX_TEXT } from '../core/input.ts'
import type { Joining } from '../core/join.ts'
import { isLocale } from '../core/locale.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { answerLocalOffice } from './answer/contact-answers.ts'
import { part } from './answer/draft.ts'
import { askTopics, NOTHING_ASKED } from './dialogue/ask-topic.ts'
import { withOfficerCalled } from './dialogue/cases/call-officer.ts'
import { attached, locationKept } from './dialogue/cases/files-and-places.ts'
import { withOffers } from './dialogue/cases/offers.ts'
import { afterSilence, talkTurn, withSilenceNote } from './dialogue/cases/talk.ts'
import { readChoice } from './dialogue/choice-value.ts'
import { chosen, located } from './dialogue/chosen.ts'
import { askLanguage, confirmForget, menu, refusal, switchLocale } from './dialogue/fixed-replies.ts'
import { joinTurn } from './dialogue/join-turn.ts'
import { conclude, type Outcome, outcome, type TurnResult } from './dialogue/outcome.ts'
import type { Situation } from './dialogue/reading.ts'
import { localeFor, textTurn } from './dialogue/text-turn.ts'
import type { ConversationState } from './state.ts'
import { isNewsItem, readNews } from './understand/news.ts'
import type { Understand } from './understand/understand.ts'

/** What a turn needs from outside: the facts, the reader of messages, and the time. */
export interface TurnContext {
  readonly knowledge: Knowledge
  readonly understand: Understand
  readonly now: Date
  /** What is stored of this person's cases; undefined where nothing is kept (a guest's terminal, tests of answers). */
  readonly desk?: Desk
  /** How two channels become one person; undefined where nobody could tell whose code it is. */
  readonly joining?: Joining
}

/**
 * One turn of a conversation: what a person sent becomes a reply, events for the host, and the next state. Pure: the same
 * state, input and context give the same result, to the byte. Never throws on anything a person can send.
 */
export function turn(state: ConversationState, input: TurnInput, context: TurnContext): TurnResult {
  const today = dayInJakarta(context.now)
  const { desk, ended } = afterSilence(context.desk, context.now)
  const { knowledge, now } = context
  const decided = decide(
    input,
    { state, knowledge, locale: state.locale, today, now, desk },
    context.understand,
    context.joining,
  )
  const result = withOfficerCalled(withOffers(decided, desk), desk, state)
  return conclude(state, ended === null ? result : withSilenceNote(result, ended))
}

function decide(
  input: TurnInput,
  situation: Situation,
  understand: Understand,
  joining: Joining | undefined,
): Outcome {
  const { state, knowledge, locale, today, desk } = situation
  switch (input.kind) {
    case 'text':
      return (
        joinTurn(input.text, () => localeFor(understand(input.text, knowledge), state), state, joining) ??
        written(input.text, situation, understand)
      )
    case 'choice': {
      const meaning = readChoice(input.value)
      return meaning === undefined ? menu(locale) : chosen(meaning, situation)
    }
    case 'location':
      return (
        (desk === undefined ? undefined : talkTurn(desk, input, undefined, state)) ??
        locationKept(input.lat, input.lon, situation) ??
        located(input.lat, input.lon, situation, (code) => nearOffice(code, state, knowledge, today))
      )
    case 'attachment':
      return (
        (desk === undefined ? undefined : talkTurn(desk, input, undefined, state)) ??
        attached(input, situation, (caption) => written(caption, situation, understand))
      )
    case 'unsupported':
      return refusal(locale, `refuse.unsupported.${input.what}`)
    case 'command':
      return command(input.name, input.argument, state, knowledge, today)
  }
}

function written(text: string, situation: Situation, understand: Understand): Outcome {
  const cut = text.length > MAX_TEXT
  const said = cut ? text.slice(0, MAX_TEXT) : text
  const { desk, state, knowledge } = situation
  const whole = understand(said, knowledge)
  const read = isNewsItem(said) ? readNews(said, whole, understand, knowledge) : whole
  const talk =
    desk === undefined || read.danger === 'emergency'
      ? undefined
      : talkTurn(desk, { kind: 'text', text: said }, read, state)
  if (talk !== undefined) return talk
  const result = textTurn(read, said, situation)
  return cut ? withNote(result) : result
}

function command(
  name: Extract<TurnInput, { kind: 'command' }>['name'],
  argument: string,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const { locale } = state
  switch (name) {
    case 'start': {
      const region = /^\d{2}([._-]\d{2}){0,2}$/.test(argument)
        ? knowledge.regions.byCode(asId(argument.replace(/[_-]/g, '.')))
        : undefined
      if (region === undefined) return menu(locale, part('answer', 'smalltalk.start'))
      const result = menu(locale, part('answer', 'smalltalk.startRegion', { region: region.name }))
      return { ...result, patch: { region: region.code, settled: [region.code] } }
    }
    case 'menu':
    case 'help':
      return menu(locale)
    case 'language':
      return isLocale(argument) ? switchLocale(argument) : askLanguage(locale)
    case 'forget':
      return confirmForget(locale)
    case 'officer':
      return askTopics({ ...NOTHING_ASKED, topics: ['handover'], locale }, state, knowledge, today)
  }
}

function nearOffice(
  code: string,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome | undefined {
  const region = knowledge.regions.byCode(asId(code))
  if (region === undefined) return undefined
  const one = answerLocalOffice(
    {
      topic: 'contact.local',
      text: '',
      regions: [region],
      countries: [],
      institutions: [],
      people: [],
      dates: [],
      stage: null,
      locale: state.locale,
      today,
      more: false,
      short: false,
      told: [],
      room: 500,
      knowledge,
    },
    true,
  )
  return outcome({ action: 'answer', topic: 'contact.local', locale: state.locale, drafts: [one] })
}

function withNote(result: Outcome): Outcome {
  const [first, ...others] = result.drafts
  if (first === undefined) return result
  const note = part('note', 'refuse.tooLong', { limit: MAX_TEXT })
  return { ...result, drafts: [{ ...first, parts: [...first.parts, note] }, ...others] }
}
