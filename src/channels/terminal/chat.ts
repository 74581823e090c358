import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { type Converse, type Outbound, type Words, wordsIn } from '../../core/channel.ts'
import type { TurnInput } from '../../core/input.ts'
import type { Locale } from '../../core/locale.ts'
import { readChatLine } from './chat-line.ts'
import { type Exchange, toTranscript } from './repro.ts'

export interface ChatOptions {
  readonly input: Readable
  readonly output: Writable
  readonly converse: Converse
  readonly words: Words
  readonly locale: Locale
  readonly now: () => Date
}

const WIDTH = 100

/** A conversation at a terminal. Ends with /quit, Ctrl-C, Ctrl-D or the end of the input. */
export async function chat({ input, output, converse, words, locale, now }: ChatOptions): Promise<void> {
  const exchanges: Exchange[] = []
  let last: Outbound | undefined
  const write = (text: string) => output.write(`${text}\n`)
  const word = (key: Parameters<ReturnType<typeof wordsIn>>[0], params?: Record<string, string>) =>
    wordsIn(words, last?.reply.locale ?? locale)(key, params)
  const say = async (inbound: TurnInput) => {
    last = await converse({
      from: { channel: 'terminal', address: 'chat' },
      input: inbound,
      chosenLocale: null,
      defaultLocale: locale,
    })
    exchanges.push({ input: inbound, reply: last.reply })
    write(`\n${shown(last)}\n`)
  }

  const terminal = (output as { isTTY?: boolean }).isTTY === true
  const lines = createInterface({ input, output, terminal, prompt: '> ' })
  lines.once('SIGINT', () => lines.close())
  await say({ kind: 'command', name: 'start', argument: '' })
  exchanges.length = 0 // the greeting is nobody's question
  write(word('terminal.hint'))
  lines.prompt()
  for await (const typed of lines) {
    const line = readChatLine(typed, last?.choices ?? [])
    switch (line.kind) {
      case 'say':
        await say(line.input)
        break
      case 'repro':
        write(
          exchanges.length === 0
            ? word('terminal.nothingYet')
            : toTranscript({ now: now(), locale, exchanges }),
        )
        break
      case 'bad_location':
        write(word('terminal.badLocation'))
        break
      case 'unknown':
        write(word('terminal.unknownCommand', { command: printable(line.command) }))
        break
      case 'quit':
        lines.close()
        return
      case 'nothing':
        break
    }
    lines.prompt()
  }
  if (terminal) write('')
}

function shown({ text, choices }: Outbound): string {
  const answer = printable(text).split('\n').map(wrap).join('\n')
  const numbered = choices.map(({ label }, index) => `  ${index + 1}. ${printable(label)}`)
  return numbered.length === 0 ? answer : `${answer}\n\n${numbered.join('\n')}`
}

/** Control characters could move the cursor or recolour the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '')
}

function wrap(paragraph: string): string {
  let width = 0
  return paragraph
    .split(' ')
    .map((word, index) => {
      const breaks = index > 0 && width + 1 + word.length > WIDTH
      width = breaks || index === 0 ? word.length : width + 1 + word.length
      return (index === 0 ? '' : breaks ? '\n' : ' ') + word
    })
    .join('')
}
