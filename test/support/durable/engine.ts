import type { TurnContext } from '../../../src/conversation/turn.ts'
import { jsonSource } from '../../../src/knowledge/json-source.ts'
import type { RegionIndex } from '../../../src/knowledge/region.ts'
import { buildKnowledge } from '../../../src/knowledge/snapshot.ts'
import { DANGER_TEXT } from './settings.ts'

type Engine = Pick<TurnContext, 'knowledge' | 'understand'>

/** The product's own knowledge and models. */
export async function realContext(): Promise<Engine> {
  const { buildRegionIndex } = await import('../../../src/knowledge/regions/region-index.ts')
  const { loadUnderstand } = await import('../../../src/conversation/understand/load.ts')
  const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
  return { knowledge, understand: (await loadUnderstand())(knowledge) }
}

/** A small knowledge and an ear that takes everything for a greeting: it starts at once, for tests that kill it often. */
export async function lightContext(seedFolder: string): Promise<Engine> {
  const knowledge = buildKnowledge(await jsonSource(seedFolder).load(), noPlaces)
  return {
    knowledge,
    understand: (text) => ({
      normalised: text,
      language: 'id',
      languageConfidence: 1,
      topics: [{ topic: 'smalltalk', score: 1 }],
      questions: [[{ topic: 'smalltalk', score: 1 }]],
      danger: text === DANGER_TEXT ? 'emergency' : 'none',
      signs: text === DANGER_TEXT ? ['violence'] : [],
      framed: false,
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
      anchored: false,
      familiarity: 1,
    }),
  }
}

function noPlaces(): RegionIndex {
  return {
    byCode: () => undefined,
    path: () => [],
    children: () => [],
    find: () => [],
    nearest: () => undefined,
    size: 0,
  }
}
