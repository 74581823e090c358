import { initialState, type ConversationState } from '../../../src/conversation/state.ts'
import type { TurnResult } from '../../../src/conversation/dialogue/outcome.ts'
import { turn } from '../../../src/conversation/turn.ts'
import { loadUnderstand } from '../../../src/conversation/understand/load.ts'
import type { Understand } from '../../../src/conversation/understand/understand.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { createPhrase } from '../../../src/phrase/phrase.ts'

/** The day the evaluation lines were written for. */
const NOW = new Date('2026-11-21T03:00:00Z')

/** The real engine on the seed files: what production answers with, without a database. */
export interface EvalEngine {
  readonly knowledge: Knowledge
  readonly understand: Understand
  say(text: string, state?: ConversationState): TurnResult & { readonly text: string }
}

export async function evalEngine(): Promise<EvalEngine> {
  const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
  const understand = (await loadUnderstand())(knowledge)
  const phrase = await createPhrase()
  return {
    knowledge,
    understand,
    say(text, state = initialState()) {
      const result = turn(state, { kind: 'text', text }, { knowledge, understand, now: NOW })
      return { ...result, text: phrase.reply(result.reply).text }
    },
  }
}
