import { whomToContact } from '../answer/contacts.ts'
import { draft, PERSON, part } from '../answer/draft.ts'
import type { Act } from '../understand/understanding.ts'
import { askTopics, NOTHING_ASKED } from './ask-topic.ts'
import { inOtherWords } from './asked-again.ts'
import { askLanguage, confirmForget, menu, menuChoices, smalltalk, switchLocale } from './fixed-replies.ts'
import { kindSaid } from './kind-word.ts'
import { type Outcome, outcome } from './outcome.ts'
import { isTalk, type Reading, remembered } from './reading.ts'
import { ANSWER_FROM } from './thresholds.ts'

/** Longest message that can be nothing but an act. In words. */
const ALONE = 5

/** Short messages that steer the conversation rather than ask something. */
export function actTurn(reading: Reading): Outcome | undefined {
  const { read, locale, state, knowledge } = reading
  const has = (name: Act): boolean => read.acts.includes(name)
  const short = read.normalised.split(' ').length <= ALONE
  const asks = (read.topics[0]?.score ?? 0) >= ANSWER_FROM && !isTalk(read.topics[0]?.topic)
  if (has('forget_me')) return confirmForget(locale)
  if (has('switch_language')) return inLanguage(reading)
  if (has('frustration') || has('insult')) {
    const whom = whomToContact(knowledge, undefined)
    return outcome({
      action: 'handover',
      topic: 'handover',
      locale,
      drafts: [
        draft({
          parts: [part('answer', 'smalltalk.sorry'), ...whom.parts],
          contacts: whom.contacts,
          choices: [PERSON],
        }),
      ],
      events: [{ type: 'handover_requested', reason: 'frustration', region: state.region, number: null }],
    })
  }
  if (has('talk_to_person') && (short || !asks)) {
    return askTopics(
      { ...NOTHING_ASKED, topics: ['handover'], locale, regions: reading.settled.regions },
      state,
      knowledge,
      reading.today,
    )
  }
  if (asks && !short) return undefined
  if (has('menu') && short) return menu(locale)
  if (has('more') || has('repeat') || has('shorter')) return sayAgain(reading)
  if (
    has('correct') &&
    kindSaid(read.normalised) === null &&
    !asks &&
    reading.settled.regions.length === 0 &&
    reading.settled.open === null
  ) {
    return smalltalk(locale, 'smalltalk.corrected', { choices: menuChoices() })
  }
  if (asks) return undefined
  if (has('thanks')) return smalltalk(locale, 'smalltalk.thanks')
  if (has('goodbye')) return smalltalk(locale, 'smalltalk.goodbye')
  if (has('greeting') && short) return smalltalk(locale, 'smalltalk.greeting', { choices: menuChoices() })
  if ((has('affirm') || has('deny') || has('cancel')) && short) return smalltalk(locale, 'smalltalk.ok')
  return undefined
}

/** The language asked for from now on; what was just answered is said again in it. */
function inLanguage({ read, locale, state, knowledge, today }: Reading): Outcome {
  if (read.wantedLocale === null) return askLanguage(locale)
  const switched = switchLocale(read.wantedLocale)
  if (state.topic === null || isTalk(state.topic)) return switched
  const again = askTopics(
    { ...remembered(state, knowledge), topics: [state.topic], locale: read.wantedLocale },
    state,
    knowledge,
    today,
  )
  return { ...again, patch: { ...again.patch, ...switched.patch }, events: switched.events }
}

/** "Explain again", "more", "shorter": the same subject, said on or said briefly. */
function sayAgain(reading: Reading): Outcome {
  const { read, locale, state, knowledge, today } = reading
  if (state.topic === null) return smalltalk(locale, 'smalltalk.nothingToRepeat', { choices: menuChoices() })
  const unclear = NOT_CLEAR.test(read.normalised)
  const more = read.acts.includes('more') && !unclear
  const again = askTopics(
    {
      ...remembered(state, knowledge),
      topics: [state.topic],
      locale,
      more,
      short: read.acts.includes('shorter'),
    },
    state,
    knowledge,
    today,
  )
  return unclear && again.action === 'answer' ? inOtherWords(again, state.repeats, reading) : again
}

/** Not "what else?" but "what do you mean?". */
const NOT_CLEAR =
  /(?:jelask|jelasin|jelasno|jlentreh|terangk|dijelas|mengerti|ngerti|paham|faham|maksud|bingung|mudheng|ngarti|ngartos|explain|understand|not clear|kurang jelas|you mean|sederhana|gampangnya|simple)/
