import { beforeAll, expect, it } from 'vitest'
import { initialState } from '../../src/conversation/state.ts'
import { createPhrase, type Phrase } from '../../src/phrase/phrase.ts'
import { answer } from '../../src/pipeline/answer.ts'
import { openQuoted, sealQuoted } from '../../src/pipeline/quoted.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { type TestEngine, TODAY, testEngine } from '../support/engine.ts'
import { fakeDesk } from '../support/fake-desk.ts'

let engine: TestEngine
let phrase: Phrase
beforeAll(async () => {
  engine = await testEngine()
  phrase = await createPhrase()
}, 30_000)

const vault = () => {
  const current = { id: 1, secret: Buffer.alloc(32, 7) }
  return createVault({ current, all: [current], lookup: Buffer.alloc(32, 8), createdFile: null })
}

it('an officer is talking: the answer is marked as silent, and a page that waits reads that it was passed on', () => {
  const store = fakeDesk()
  const first = engine.take(
    { kind: 'text', text: 'bicara dengan petugas' },
    initialState(),
    TODAY,
    store.desk,
  )
  store.take(first.events, TODAY)
  store.officer('opens_talk', TODAY)
  const question = {
    input: { kind: 'text', text: 'halo pak' },
    chosenLocale: null,
    defaultLocale: 'id',
  } as const
  const context = { knowledge: engine.knowledge, understand: engine.understand, now: TODAY, desk: store.desk }
  const quiet = answer(first.state, question, context, phrase)
  expect(quiet.silent).toBe(true)
  expect(quiet.said.text).toBe('Diteruskan ke petugas.')
  const loud = answer(
    first.state,
    { ...question, input: { kind: 'text', text: 'tolong saya dipukul majikan' } },
    context,
    phrase,
  )
  expect(loud.silent).toBe(false)
})

it('the quoted advert lies sealed in the state, bound to its talk', () => {
  const state = { ...initialState(), quoted: 'LOWONGAN hub 081234567890' }
  const sealed = sealQuoted(state, 'lane-1', vault())
  expect(JSON.stringify(sealed)).not.toContain('081234567890')
  expect(openQuoted(sealed, 'lane-1', vault())).toEqual(state)
  // Moved to another talk, or from before it was sealed: it is gone, and the talk goes on.
  expect(openQuoted(sealed, 'lane-2', vault()).quoted).toBeNull()
  expect(openQuoted(state, 'lane-1', vault()).quoted).toBeNull()
  expect(sealQuoted(initialState(), 'lane-1', vault())).toEqual(initialState())
})
