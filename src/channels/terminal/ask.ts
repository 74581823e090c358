import type { Converse, Correspondent, Outbound } from '../../core/channel.ts'
import type { TurnInput } from '../../core/input.ts'
import type { Locale } from '../../core/locale.ts'
import { type AskLine, answerLine, idWithin, parseAskLine } from './ask-line.ts'
import { type Line, readLines } from './read-lines.ts'

export interface AskOptions {
  readonly input: AsyncIterable<Uint8Array>
  /** Resolves when more may be written. */
  readonly write: (text: string) => Promise<void>
  readonly converse: Converse
  readonly defaultLocale: Locale
}

const MAX_LINE_BYTES = 1_048_576
/** Written together, so that a thousand answers are not a thousand system calls; in time for whoever waits on a pipe. */
const WRITE_AT = 32_768

/** JSON Lines in, JSON Lines out, in the same order. Ends with the input; rejects only when the input cannot be read. */
export async function ask({ input, write, converse, defaultLocale }: AskOptions): Promise<void> {
  let waiting = ''
  let flushing: Promise<void> | undefined
  let failed: unknown
  const flush = async () => {
    const text = waiting
    waiting = ''
    if (text !== '') await write(text)
  }
  let number = 0
  for await (const line of readLines(input, MAX_LINE_BYTES)) {
    number += 1
    if (failed !== undefined) throw failed
    if (line.text.trim() === '' && !line.cut) continue
    waiting += `${JSON.stringify(await answer(line, number, converse, defaultLocale))}\n`
    if (waiting.length >= WRITE_AT) await flush()
    // When the input pauses, what is answered goes out: the other side may wait for it before it asks on.
    flushing ??= afterPause(async () => {
      flushing = undefined
      await flush()
    }).catch((error: unknown) => {
      failed = error
    })
  }
  await flushing
  await flush()
}

function afterPause(task: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => task().then(resolve, reject))
  })
}

async function answer(
  line: Line,
  number: number,
  converse: Converse,
  defaultLocale: Locale,
): Promise<object> {
  if (line.cut) {
    const error = `The line is longer than ${MAX_LINE_BYTES} bytes; send shorter messages, one per line.`
    return { id: idWithin(line.text), error }
  }
  const parsed = parseAskLine(line.text)
  if (parsed.kind === 'bad') return { id: parsed.id, error: parsed.error }
  try {
    return answerLine(parsed.line.id, await turns(parsed.line, number, converse, defaultLocale))
  } catch (error) {
    // A bug of ours, told where it happened; the lines after it still get their answers.
    const why = error instanceof Error ? error.message : String(error)
    return { id: parsed.line.id, error: `The message could not be answered: ${why}` }
  }
}

/** A shared location says where the question is meant, so it goes first; alone it is the question. */
async function turns(
  { conversation, text, locale, location }: AskLine,
  number: number,
  converse: Converse,
  defaultLocale: Locale,
): Promise<Outbound> {
  const from: Correspondent = {
    channel: 'terminal',
    address: conversation === undefined ? `line ${number}` : `conversation ${conversation}`,
  }
  const say = (input: TurnInput) => converse({ from, input, chosenLocale: locale ?? null, defaultLocale })
  if (location === undefined) return say({ kind: 'text', text: text ?? '' })
  const near = await say({ kind: 'location', lat: location.lat, lon: location.lon })
  return text === undefined || text.trim() === '' ? near : say({ kind: 'text', text })
}
