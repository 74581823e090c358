import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { chat } from '../../../../src/channels/terminal/chat.ts'
import { readChatLine } from '../../../../src/channels/terminal/chat-line.ts'
import type { Inbound } from '../../../../src/core/channel.ts'
import { said } from '../said.ts'

describe('a line at the prompt', () => {
  const choices = [
    { label: 'Biaya', value: 'topic:placement.cost' },
    { label: 'Menu', value: 'menu' },
  ]

  it.each([
    ['halo', { kind: 'say', input: { kind: 'text', text: 'halo' } }],
    ['2', { kind: 'say', input: { kind: 'choice', value: 'menu' } }],
    ['3', { kind: 'say', input: { kind: 'text', text: '3' } }],
    ['/location -7.25,112.75', { kind: 'say', input: { kind: 'location', lat: -7.25, lon: 112.75 } }],
    ['/location 7.25 112.75', { kind: 'say', input: { kind: 'location', lat: 7.25, lon: 112.75 } }],
    ['/location 95,1', { kind: 'bad_location' }],
    ['/location surabaya', { kind: 'bad_location' }],
    ['/location', { kind: 'bad_location' }],
    ['/language en', { kind: 'say', input: { kind: 'command', name: 'language', argument: 'en' } }],
    ['/constructor', { kind: 'unknown', command: 'constructor' }],
    ['/repro', { kind: 'repro' }],
    ['/quit', { kind: 'quit' }],
    ['   ', { kind: 'nothing' }],
  ])('%s', (line, expected) => {
    expect(readChatLine(line, choices)).toEqual(expected)
  })
})

describe('chat', () => {
  async function talk(...lines: readonly string[]) {
    const heard: Inbound[] = []
    const output = new PassThrough()
    let shown = ''
    output.on('data', (chunk) => {
      shown += chunk
    })
    const input = new PassThrough()
    input.end(`${lines.join('\n')}\n`)
    await chat({
      input,
      output,
      converse: async (inbound) => {
        heard.push(inbound)
        return said('Jawaban \u001B[31mmerah')
      },
      words: ({ key }) => `<${key}>`,
      locale: 'id',
      now: () => new Date('2026-11-21T05:00:00Z'),
    })
    return { heard: heard.map(({ input: one }) => one), shown }
  }

  it('numbers the choices and takes a number for one', async () => {
    const { heard, shown } = await talk('biaya', '1', '/quit')
    expect(shown).toContain('  1. Lebih lanjut')
    expect(heard).toEqual([
      { kind: 'command', name: 'start', argument: '' },
      { kind: 'text', text: 'biaya' },
      { kind: 'choice', value: 'more' },
    ])
  })

  it('prints what was said as a transcript test', async () => {
    const { shown } = await talk('biaya ke taiwan', '/location -7,112', '/repro')
    expect(shown).toContain(
      [
        'now 2026-11-21T05:00:00.000Z',
        'locale id',
        '',
        '> biaya ke taiwan',
        '< answer placement.cost | parts answer:smalltalk.ok | contacts hotline | sources 1',
        '',
        '> /location -7,112',
        '< answer placement.cost',
      ].join('\n'),
    )
  })

  it('lets no control character reach the terminal', async () => {
    const { shown } = await talk('halo')
    expect(shown).toContain('Jawaban [31mmerah')
    expect(shown).not.toContain('\u001B[31m')
  })
})
