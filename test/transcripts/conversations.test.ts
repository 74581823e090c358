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
import { fakeDesk, type OfficerAct } from '../support/fake-desk.ts'
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

function play({ turns, now: begin, locale, desk }: Transcript): readonly (readonly string[])[] {
  let state: ConversationState = initialState(locale)
  let now = begin
  const store = desk ? fakeDesk() : undefined
  return turns.map(({ input, meanwhile }) => {
    for (const what of meanwhile) {
      const [name = '', minutes] = what.split(' ')
      if (name === 'wait') now = new Date(now.getTime() + Number(minutes) * 60_000)
      else if (store === undefined) throw new Error(`"@ ${what}" needs the line "desk".`)
      else store.officer(name as OfficerAct, now)
    }
    const said = engine.take(input, state, now, store?.desk)
    store?.take(said.events, now)
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
    ...events.map((event) => `  * ${eventLine(event)}`),
  ]
}

/** An event with what it says of a case. */
function eventLine(event: Said['events'][number]): string {
  switch (event.type) {
    case 'case_opened':
      return `case_opened ${event.number} ${event.opening.kind} ${event.consented ? 'consented' : 'without consent'}${event.told === null ? '' : ` "${event.told}"`}`
    case 'case_told': {
      const places = [event.region, event.country].filter((place) => place !== null)
      return `case_told ${event.number} ${event.field}: ${event.text.replaceAll('\n', ' ')}${places.length === 0 ? '' : ` (${places.join(' ')})`}`
    }
    case 'case_attached':
      return `case_attached ${event.number} ${event.what}`
    case 'case_submitted':
      return `case_submitted ${event.number}${event.anonymous ? ' anonymous' : ''}`
    case 'case_message':
      return `case_message ${event.number} "${event.text}"`
    case 'case_withdrawn':
      return `case_withdrawn ${event.number}`
    case 'handover_ended':
      return `handover_ended ${event.number} by ${event.by}`
    case 'handover_requested':
      return event.number === null ? event.type : `handover_requested ${event.number} ${event.reason}`
    case 'reminder_wanted':
      return `reminder_wanted ${event.kind} ${event.on ?? 'undated'}${event.region === null ? '' : ` (${event.region})`}`
    default:
      return event.type
  }
}
