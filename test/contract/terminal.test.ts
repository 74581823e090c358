import { PassThrough } from 'node:stream'
import { chat } from '../../src/channels/terminal/chat.ts'
import { until } from '../support/until.ts'
import { words } from '../unit/channels/telegram/outgoing.ts'
import { type Act, describeChannel, type OpenOptions, type Person } from './channel.contract.ts'

/** A conversation typed at the prompt, a line for each act. */
async function open({ deviceLocale, behind }: OpenOptions) {
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  let shown = ''
  let prompts = 0
  output.on('data', (chunk: string) => {
    shown += chunk
    if (chunk.includes('> ')) prompts += 1
  })
  let greeted = false
  const running = chat({
    input,
    output,
    converse: ({ from, ...rest }) => {
      const first = !greeted
      greeted = true
      return first ? greeting() : behind({ address: from.address, ...rest })
    },
    words,
    locale: deviceLocale,
    now: () => new Date('2026-11-21T05:00:00Z'),
  })
  await until('the prompt is there', () => prompts > 0)

  const choices = () =>
    (shown.split('\n> ').at(-2) ?? '')
      .split('\n')
      .flatMap((line) => /^ {2}(\d+)\. (.*)$/.exec(line) ?? [])
      .filter((_, index) => index % 3 === 2)
  const typed = (act: Act): string => {
    switch (act.kind) {
      case 'say':
        return act.text
      case 'tap':
        return String(choices().indexOf(act.label) + 1)
      case 'share':
        return `/location ${act.lat},${act.lon}`
      case 'command':
        return `/${act.name} ${act.argument}`.trimEnd()
      case 'send':
        throw new Error('A terminal sends text only.')
    }
  }
  const person = async (): Promise<Person> => ({
    async act(act) {
      const before = prompts
      input.write(`${typed(act)}\n`)
      await until('the prompt is back', () => prompts > before)
    },
    again: async () => undefined,
    seen: () => ({ text: shown, choices: choices(), links: [] }),
    problem: '',
  })
  const close = async () => {
    input.end()
    await running
  }
  return { person, close }
}

async function greeting() {
  const { said } = await import('../unit/channels/said.ts')
  return said('Halo', { choices: [] })
}

describeChannel({
  name: 'terminal',
  open,
  skip: [
    {
      reason: 'a terminal sends text only',
      tests: ['photo', 'voice', 'video', 'document', 'sticker', 'contact', 'other'].map(
        (one) => `hands on what cannot be read, by its kind: ${one}`,
      ),
    },
    { reason: 'a line ends the message', tests: ['hands on a text of several lines'] },
    { reason: 'one person sits at a terminal', tests: ['knows a person again, and two persons apart'] },
    {
      reason: 'nothing is delivered: what is typed is there',
      tests: ['gives a message that comes again the id it had', 'gives two messages two ids'],
    },
    {
      reason: 'a terminal names the sources in the text and has no links',
      tests: ['leads to the page of every source'],
    },
    {
      reason: 'the conversation ends with the error, told by the program',
      tests: ['says when a message could not be taken, and goes on with the next'],
    },
  ],
})
