import type { TurnContext } from '../../../src/conversation/turn.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { FIXTURE_SEED } from '../seed-fixture.ts'

type Engine = Pick<TurnContext, 'knowledge' | 'understand'>

/** The product's own knowledge and models. */
export async function realContext(): Promise<Engine> {
  const { loadUnderstand } = await import('../../../src/conversation/understand/load.ts')
  const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
  return { knowledge, understand: (await loadUnderstand())(knowledge) }
}

/** A small knowledge and an ear that takes everything for a greeting: it starts at once, for tests that kill it often. */
export async function lightContext(): Promise<Engine> {
  const knowledge = buildKnowledge(await jsonSource(FIXTURE_SEED).load(), buildRegionIndex)
  return {
    knowledge,
    understand: (text) => ({
      normalised: text,
      language: 'id',
      languageConfidence: 1,
      topics: [{ topic: 'smalltalk', score: 1 }],
      questions: [[{ topic: 'smalltalk', score: 1 }]],
      danger: 'none',
      signs: [],
      acts: ['greeting'],
      regions: [],
      countries: [],
      institutions: [],
      people: [],
      dates: [],
      amounts: [],
      stage: null,
      ordinal: null,
      wantedLocale: null,
      elliptic: false,
      familiarity: 1,
    }),
  }
}
