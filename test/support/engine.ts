import type { TurnResult } from '../../src/conversation/dialogue/outcome.ts'
import { type ConversationState, initialState } from '../../src/conversation/state.ts'
import { turn } from '../../src/conversation/turn.ts'
import { loadUnderstand } from '../../src/conversation/understand/load.ts'
import type { Understand } from '../../src/conversation/understand/understand.ts'
import type { Desk } from '../../src/core/case.ts'
import type { TurnInput } from '../../src/core/input.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import { createPhrase, type PhrasedReply } from '../../src/phrase/phrase.ts'

/** The day on which all golden conversations take place. */
export const TODAY = new Date('2026-11-21T05:00:00Z')

export interface Said extends TurnResult {
  readonly said: PhrasedReply
}

/** The real engine on the seed files, with the real model and wording: everything but the database and the channels. */
export interface TestEngine {
  readonly knowledge: Knowledge
  readonly understand: Understand
  take(input: TurnInput, state?: ConversationState, now?: Date, desk?: Desk): Said
  /** The same with other facts. */
  on(knowledge: Knowledge, input: TurnInput, state: ConversationState): Said
  say(text: string, state?: ConversationState): Said
}

/** Loads once per test file; takes about a second. */
export async function testEngine(): Promise<TestEngine> {
  const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
  const understand = (await loadUnderstand())(knowledge)
  const phrase = await createPhrase()
  const answer = (
    known: Knowledge,
    input: TurnInput,
    state: ConversationState,
    now: Date,
    desk?: Desk,
  ): Said => {
    const result = turn(state, input, {
      knowledge: known,
      understand,
      now,
      ...(desk === undefined ? {} : { desk }),
    })
    return { ...result, said: phrase.reply(result.reply) }
  }
  const take: TestEngine['take'] = (input, state = initialState(), now = TODAY, desk) =>
    answer(knowledge, input, state, now, desk)
  return {
    knowledge,
    understand,
    take,
    on: (known, input, state) => answer(known, input, state, TODAY),
    say: (text, state) => take({ kind: 'text', text }, state),
  }
}
