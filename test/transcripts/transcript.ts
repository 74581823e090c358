import { COMMANDS, type TurnInput } from '../../src/core/input.ts'
import { isLocale, type Locale } from '../../src/core/locale.ts'

/**
 * A golden conversation as a reviewer reads it; `/repro` in the terminal chat prints one to start from.
 *
 *     # what this conversation is about
 *     now 2026-11-21T05:00:00.000Z
 *     locale id
 *
 *     > biaya ke taiwan berapa
 *     < answer placement.cost | countries TW | sources 3 | choices more menu
 *       | the text as it was said, line by line
 *       [label] [label]
 *       * event_for_the_host
 *
 * `>` also takes `/location lat,lon`, `/choice value`, `/unsupported photo`, `/attachment photo caption`, the bot commands,
 * and JSON strings. Where a turn has no `|` lines, only its `<` line is compared.
 *
 * With the line `desk` the conversation has a desk that keeps cases and reminders in memory. Between turns `@ wait 31` lets
 * minutes pass, and `@ takes` is what an officer does with the newest case (`test/support/fake-desk.ts`).
 */
export interface Transcript {
  readonly comments: readonly string[]
  readonly now: Date
  readonly locale: Locale
  /** Cases and reminders are kept. */
  readonly desk: boolean
  readonly turns: readonly TranscriptTurn[]
}

export interface TranscriptTurn {
  /** Comments before the turn. */
  readonly comments: readonly string[]
  /** What happens before it: `wait 31`, `takes`. */
  readonly meanwhile: readonly string[]
  /** The line after `> `, kept as it was written. */
  readonly sent: string
  readonly input: TurnInput
  /** What came back, line by line. */
  readonly expected: readonly string[]
}

const DEFAULT_NOW = '2026-11-21T05:00:00.000Z'
const UNSUPPORTED = ['photo', 'voice', 'video', 'document', 'sticker', 'contact', 'other'] as const

const ATTACHMENTS = ['photo', 'document', 'voice', 'video'] as const

/** Throws with the line's number when a line cannot be read: a test that silently skips a turn is worse than none. */
export function parseTranscript(text: string): Transcript {
  const comments: string[] = []
  let now = DEFAULT_NOW
  let locale: Locale = 'id'
  let desk = false
  let meanwhile: string[] = []
  const turns: {
    comments: string[]
    meanwhile: string[]
    sent: string
    input: TurnInput
    expected: string[]
  }[] = []
  let waiting: string[] = comments
  for (const [index, line] of text.split('\n').entries()) {
    const fail = (why: string) => new Error(`line ${index + 1}: ${why}: ${line}`)
    if (line.trim() === '') continue
    if (line.startsWith('#')) {
      waiting.push(line)
    } else if (line.startsWith('> ')) {
      const sent = line.slice(2)
      const before = waiting === comments ? [] : waiting
      turns.push({ comments: before, meanwhile, sent, input: readSent(sent, fail), expected: [] })
      meanwhile = []
      waiting = []
    } else if (line.startsWith('< ') || line.startsWith('  ')) {
      const current = turns.at(-1)
      if (current === undefined) throw fail('an answer before any question')
      current.expected.push(line)
    } else if (line.startsWith('@ ')) {
      meanwhile.push(line.slice(2))
      if (waiting === comments) waiting = []
    } else if (line === 'desk') {
      desk = true
    } else if (line.startsWith('now ')) {
      now = line.slice(4)
      if (Number.isNaN(Date.parse(now))) throw fail('no date')
    } else if (line.startsWith('locale ')) {
      const wanted = line.slice(7)
      if (!isLocale(wanted)) throw fail('no locale of ours')
      locale = wanted
    } else {
      throw fail('expected a line that begins with ">", "<", "@", two spaces, "#", "now", "locale" or "desk"')
    }
  }
  return { comments, now: new Date(now), locale, desk, turns }
}

/** The transcript with other answers. */
export function writeTranscript(
  { comments, now, locale, desk, turns }: Transcript,
  answers: readonly (readonly string[])[],
): string {
  const head = [...comments, `now ${now.toISOString()}`, `locale ${locale}`, ...(desk ? ['desk'] : [])].join(
    '\n',
  )
  const body = turns.map(({ comments: before, meanwhile, sent }, index) =>
    [...before, ...meanwhile.map((one) => `@ ${one}`), `> ${sent}`, ...(answers[index] ?? [])].join('\n'),
  )
  return `${[head, ...body].join('\n\n')}\n`
}

function readSent(sent: string, fail: (why: string) => Error): TurnInput {
  if (sent.startsWith('"')) return { kind: 'text', text: JSON.parse(sent) as string }
  if (!sent.startsWith('/')) return { kind: 'text', text: sent }
  const [name = '', ...rest] = sent.slice(1).split(' ')
  const argument = rest.join(' ')
  if (name === 'choice') return { kind: 'choice', value: argument }
  if (name === 'location') {
    const [lat, lon] = argument.split(',').map(Number)
    if (lat === undefined || lon === undefined) throw fail('expected /location lat,lon')
    return { kind: 'location', lat, lon }
  }
  if (name === 'unsupported') {
    const what = UNSUPPORTED.find((one) => one === argument)
    if (what === undefined) throw fail(`expected one of ${UNSUPPORTED.join(', ')}`)
    return { kind: 'unsupported', what }
  }
  if (name === 'attachment') {
    const [kind, ...caption] = rest
    const what = ATTACHMENTS.find((one) => one === kind)
    if (what === undefined) throw fail(`expected one of ${ATTACHMENTS.join(', ')}`)
    return {
      kind: 'attachment',
      what,
      reference: 'file-1',
      mime: null,
      bytes: null,
      caption: caption.join(' '),
    }
  }
  const command = COMMANDS.find((one) => one === name)
  if (command === undefined) throw fail('no such command')
  return { kind: 'command', name: command, argument }
}
