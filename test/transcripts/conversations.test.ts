/**
 * Golden conversations: `conversations/*.txt`, played by the real engine on the seed data, under a fixed clock, with the state
 * written to JSON and read back between turns as the database does. `UPDATE_TRANSCRIPTS=1 npm run test:transcripts` rewrites
 * them; read the diff before committing it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { cameTo } from '../../src/channels/terminal/repro.ts'
import { type ConversationState, initialState } from '../../src/conversation/state.ts'
import { readState } from '../../src/conversation/stored-state.ts'
import { type Said, type TestEngine, testEngine } from '../support/engine.ts'
import { parseTranscript, type Transcript, writeTranscript } from './transcript.ts'

const FOLDER = new URL('./conversations/', import.meta.url)
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
const UPDATE = process.env.UPDATE_TRANSCRIPTS === '1'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 30_000)

describe('golden conversations', () => {
  it.each(FILES)('%s', (file) => {
    const path = new URL(file, FOLDER)
    const transcript = parseTranscript(readFileSync(path, 'utf8'))
    expect(
      transcript.turns.length,
      'a transcript needs at least one line that begins with ">"',
    ).toBeGreaterThan(0)
    const answers = play(transcript)
    if (UPDATE) {
      writeFileSync(path, writeTranscript(transcript, answers))
      return
    }
    const shown = answers.map((lines, index) => {
      const worded = transcript.turns[index]?.expected.some((line) => line.startsWith('  |')) === true
      return worded ? lines : lines.slice(0, 1)
    })
    const stored = writeTranscript(
      transcript,
      transcript.turns.map(({ expected }) => expected),
    )
    expect(writeTranscript(transcript, shown)).toBe(stored)
  })
})

function play({ turns, now, locale }: Transcript): readonly (readonly string[])[] {
  let state: ConversationState = initialState(locale)
  return turns.map(({ input }) => {
    const said = engine.take(input, state, now)
    const erased = said.events.some(({ type }) => type === 'forget_confirmed')
    state = erased ? initialState(locale) : throughStore(said.state)
    return linesOf(said)
  })
}

/** What the next turn gets to see: the state as it is stored. */
function throughStore(state: ConversationState): ConversationState {
  const read = readState(JSON.parse(JSON.stringify(state)))
  if (read === undefined) throw new Error(`The state cannot be read back: ${JSON.stringify(state)}`)
  return read
}

function linesOf({ reply, said, events }: Said): readonly string[] {
  return [
    `< ${cameTo(reply)}`,
    ...said.text.split('\n').map((line) => `  | ${line}`.trimEnd()),
    ...(said.choices.length === 0 ? [] : [`  ${said.choices.map(({ label }) => `[${label}]`).join(' ')}`]),
    ...events.map((event) => `  * ${event.type}`),
  ]
}
