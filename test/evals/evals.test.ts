/** Every score against its floor: what was once understood stays understood. `npm run eval` prints the scores. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeModels } from '../../src/conversation/understand/model/model-file.ts'
import { readPhrases } from '../../src/conversation/understand/model/phrases.ts'
import { MODEL_FILE, trainAll } from '../../src/conversation/understand/model/train-all.ts'
import { normalise } from '../../src/conversation/understand/normalise.ts'
import { evalEngine } from './scoring/engine.ts'
import { readLines, readTalks } from './scoring/lines.ts'
import { type Scores, scoreAll } from './scoring/score.ts'

const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as {
  readonly atLeast: Readonly<Record<string, number>>
  readonly atMost: Readonly<Record<string, number>>
}
const FILES = ['topics', 'multi', 'regions', 'danger', 'scope', 'unseen', 'strangers', 'agreements', 'details', 'language']
const PHRASES = fileURLToPath(new URL('../../src/conversation/understand/phrases/', import.meta.url))

describe('scores', () => {
  let scores: Scores
  beforeAll(async () => {
    scores = scoreAll(await evalEngine())
  }, 120_000)

  const some = (name: string) => `${(100 * (scores[name]?.value ?? Number.NaN)).toFixed(1)} % of ${scores[name]?.of}`

  it.each(Object.entries(floors.atLeast))('%s is at least %d', (name, floor) => {
    expect(scores[name]?.value, some(name)).toBeGreaterThanOrEqual(floor)
  })

  it.each(Object.entries(floors.atMost))('%s is at most %d', (name, ceiling) => {
    expect(scores[name]?.value, some(name)).toBeLessThanOrEqual(ceiling)
  })

  it('are all held to a floor', () => {
    const held = [...Object.keys(floors.atLeast), ...Object.keys(floors.atMost)]
    const free = Object.keys(scores).filter((name) => !held.includes(name))
    expect(free).toEqual([])
    expect(held.filter((name) => scores[name] === undefined)).toEqual([])
  })
})

/** Anybody writes "halo kak" or "siapa yang tanda tangan"; five words are somebody's own. */
const isOwn = (text: string) => text.split(/\s+/).length >= 5
/** Their twins stand in phrases/out_of_scope and phrases/rights.passport; to be removed there with the next training. */
const TO_BE_TAKEN_OUT = new Set(['t-856', 's-028', 'f-11'])

describe('evaluation lines', () => {
  const lines = FILES.flatMap((name) => readLines(name).map(({ id, text }) => ({ id, text })))
  const talks = readTalks().flatMap(({ id, turns }) => turns.map(({ text }) => ({ id, text })))

  it('are never lines the models learn from', () => {
    const learnt = new Set(
      [...readPhrases(PHRASES), ...readPhrases(`${PHRASES}danger`)].map(({ text }) => normalise(text)),
    )
    const known = [...lines, ...talks].filter(
      ({ id, text }) => isOwn(text) && learnt.has(normalise(text)) && !TO_BE_TAKEN_OUT.has(id),
    )
    expect(known.map(({ id, text }) => `${id}: ${text}`)).toEqual([])
  })

  it('have ids of their own', () => {
    const ids = [...lines, ...readTalks()].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe('the model', () => {
  it('is what the phrases give, byte for byte; else run: npm run model', () => {
    const stored = readFileSync(fileURLToPath(new URL(`../../${MODEL_FILE}`, import.meta.url)))
    const trained = writeModels(trainAll())
    expect(trained.length).toBe(stored.length)
    expect(Buffer.compare(Buffer.from(trained.buffer, trained.byteOffset, trained.byteLength), stored)).toBe(0)
  }, 180_000)
})
