/** How the answers to all evaluation lines look, whatever they say. */
import { beforeAll, describe, expect, it } from 'vitest'
import { checkReply } from '../support/check-reply.ts'
import { type TestEngine, testEngine } from '../support/engine.ts'
import { readLines } from './scoring/lines.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 60_000)

/** About 900 characters are wanted; an answer with a warning, offices and a caution may be somewhat longer. */
const LONGEST_REPLY = 1_100
/** Answers to several questions at once that are still longer; the number may only fall. */
const LONGER_TODAY = 100

describe('every evaluation line', () => {
  const texts = ['topics', 'multi', 'regions', 'danger', 'scope', 'agreements', 'details', 'language'].flatMap((name) =>
    readLines(name).map((line) => line.text),
  )

  it(`is answered in about ${LONGEST_REPLY} characters, with a source for whatever is stated`, () => {
    const longer: string[] = []
    for (const one of texts) {
      const said = engine.say(one)
      checkReply(said, one)
      const { reply } = said
      if (said.said.text.length > LONGEST_REPLY) longer.push(`${said.said.text.length}: ${one.slice(0, 80)}`)
      const states = reply.parts.some(({ role, key }) => role === 'fact' || key.startsWith('fact.'))
      if (reply.action === 'answer' && states) expect(reply.citations.length, one).toBeGreaterThan(0)
    }
    longer.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    expect(longer.length, `longest:\n${longer.slice(0, 10).join('\n')}`).toBeLessThanOrEqual(LONGER_TODAY)
  }, 60_000)
})
