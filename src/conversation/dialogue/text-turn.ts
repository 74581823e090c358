import type { LocalDate } from '../../core/dates.ts'
import { localeOf } from '../../core/locale.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ConversationState } from '../state.ts'
import type { Understanding } from '../understand/understanding.ts'
import { actTurn } from './act-turn.ts'
import { dangerTurn } from './danger-turn.ts'
import { detailAnswer } from './detail-answer.ts'
import { refusal } from './fixed-replies.ts'
import { followUp } from './follow-up.ts'
import { notUnderstood } from './not-understood.ts'
import type { Outcome } from './outcome.ts'
import { answerPending } from './pending.ts'
import { questionTurn } from './question-turn.ts'
import type { Reading } from './reading.ts'
import { settleRegions } from './settle-region.ts'
import { FAMILIAR_FROM } from './thresholds.ts'

/** A person's own choice of language holds; else the language written, when it is clear; else the one before. */
const CLEAR_LANGUAGE = 0.55

/** Turns what was understood into what is said. The order matters: danger first, then what was asked before, then the rest. */
export function textTurn(
  read: Understanding,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const result = decide(read, state, knowledge, today)
  const shared = read.regions.flatMap((mention) =>
    mention.kind === 'several' ? mention.candidates.map(({ code }) => code) : [],
  )
  const named = read.regions.length > 0
  return named ? { ...result, patch: { unsettled: shared, ...result.patch } } : result
}

function decide(
  read: Understanding,
  state: ConversationState,
  knowledge: Knowledge,
  today: LocalDate,
): Outcome {
  const clear = read.languageConfidence >= CLEAR_LANGUAGE && !isOnlyAName(read)
  const locale = state.chosenLocale ?? (clear ? localeOf(read.language) : state.locale)
  const settled = settleRegions(read, state, knowledge)
  const reading: Reading = { read, settled, locale, state, knowledge, today }
  if (read.normalised === '') return refusal(locale, 'refuse.empty')
  if (isGibberish(read)) return refusal(locale, 'refuse.gibberish')
  return (
    dangerTurn(reading) ??
    answerPending(reading) ??
    actTurn(reading) ??
    detailAnswer(reading) ??
    followUp(reading) ??
    questionTurn(reading) ??
    notUnderstood(reading)
  )
}

/** "Kabupaten Bandung" is said in every language alike. */
function isOnlyAName(read: Understanding): boolean {
  const names = read.regions.length + read.countries.length + read.institutions.length + read.people.length
  return names > 0 && read.normalised.split(' ').length <= 2
}

/** Not one word of any language we read, and no name. */
function isGibberish(read: Understanding): boolean {
  return (
    read.familiarity < FAMILIAR_FROM &&
    read.danger === 'none' &&
    read.acts.length === 0 &&
    read.ordinal === null &&
    read.regions.length + read.countries.length + read.institutions.length + read.people.length === 0
  )
}
