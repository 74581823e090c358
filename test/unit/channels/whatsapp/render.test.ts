import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS, type WhatsAppMessage } from '../../../../src/channels/whatsapp/message.ts'
import { render } from '../../../../src/channels/whatsapp/render.ts'
import type { SaidChoice } from '../../../../src/core/channel.ts'
import { asId } from '../../../../src/core/ids.ts'
import { createPhrase } from '../../../../src/phrase/phrase.ts'
import { said } from '../said.ts'

const phrase = await createPhrase()
const words: Parameters<typeof render>[1] = (wording, locale) => phrase.wording(wording, locale)
const BARE = { reply: { citations: [], contacts: [] } } as const

function rendered(text: string, choices: readonly SaidChoice[], tappable = true): readonly WhatsAppMessage[] {
  return render({ kind: 'reply', said: said(text, { ...BARE, choices }) }, words, { tappable })
}

const choice = (label: string, value = `v:${label}`): SaidChoice => ({ label, value })
const textOf = (message: WhatsAppMessage): string => ('text' in message ? message.text : '')

describe('the choices of a WhatsApp message', () => {
  it('are buttons: three, short', () => {
    const choices = ['Syarat kerja', 'Biaya', 'Dua puluh huruf pas!'].map((label) => choice(label))
    expect(rendered('Pilih', choices)).toEqual([
      {
        kind: 'buttons',
        text: 'Pilih',
        buttons: choices.map(({ label, value }) => ({ id: value, title: label })),
      },
    ])
  })

  it.each([
    ['four of them', ['satu', 'dua', 'tiga', 'empat'].map((label) => choice(label))],
    ['a long label', [choice('Dua puluh satu huruf!')]],
    ['two of one name', [choice('Banjar', 'region:62.71'), choice('Banjar', 'region:32.79')]],
    ['ten of them', Array.from({ length: 10 }, (_, index) => choice(`Pilihan ${index}`))],
  ])('are a list: %s', (_, choices) => {
    const [message, ...more] = rendered('Pilih', choices)
    expect(more).toEqual([])
    expect(message).toMatchObject({ kind: 'list', text: 'Pilih', open: 'Lihat pilihan' })
    const rows = message?.kind === 'list' ? message.rows : []
    expect(rows.map(({ id }) => id)).toEqual(choices.map(({ value }) => value))
    expect(rows.map(({ title, description }) => description ?? title)).toEqual(
      choices.map(({ label }) => label),
    )
  })

  it('are a list with the whole label in the line below a shortened one', () => {
    const label = 'Kabupaten Hulu Sungai Selatan (Kalimantan Selatan)'
    expect(rendered('Pilih', [choice(label, 'region:63.06')])).toMatchObject([
      {
        kind: 'list',
        rows: [{ id: 'region:63.06', title: 'Kabupaten Hulu Sungai S…', description: label }],
      },
    ])
  })

  it.each([
    ['eleven of them', Array.from({ length: 11 }, (_, index) => choice(`Pilihan ${index}`)), true],
    ['a label that no row holds', [choice('x'.repeat(73)), choice('y')], true],
    ['an id that is too long', [choice('x', 'v'.repeat(257)), choice('y')], true],
    ['a way out without lists', [choice('Biaya'), choice('Syarat')], false],
  ])('are numbered: %s', (_, choices, tappable) => {
    const lines = choices.map(({ label }, index) => `${index + 1}) ${label}`)
    expect(rendered('Pilih', choices, tappable)).toEqual([
      {
        kind: 'text',
        preview: false,
        text: `Pilih\n\n${lines.join('\n')}\nBalas dengan angkanya, misalnya 1.`,
      },
    ])
  })

  it('are numbered in a message of their own when the words leave no room', () => {
    const long = 'kata '.repeat(818).trim()
    const messages = rendered(long, [choice('Biaya')], false)
    expect(messages.map(textOf)).toEqual([long, '1) Biaya\nBalas dengan angkanya, misalnya 1.'])
  })

  it('hang on the end of a long text, cut between paragraphs', () => {
    const paragraphs = Array.from({ length: 12 }, (_, index) => `${index} ${'kata '.repeat(60).trim()}`)
    const messages = rendered(paragraphs.join('\n\n'), [choice('Biaya')])
    expect(messages.map(({ kind }) => kind)).toEqual(['text', 'buttons'])
    expect(messages.map(textOf).join('\n\n')).toBe(paragraphs.join('\n\n'))
  })
})

describe('a WhatsApp message', () => {
  it('is within every limit and loses no word, whatever is said', () => {
    const label = fc
      .string({ minLength: 1, maxLength: 90, unit: 'grapheme' })
      .filter((one) => one.trim() !== '')
    const choices = fc.uniqueArray(
      fc
        .tuple(label, fc.string({ minLength: 1, maxLength: 260 }))
        .map(([name, value]) => choice(name, value)),
      { maxLength: 13, selector: ({ value }) => value },
    )
    const text = fc
      .array(fc.string({ minLength: 1, maxLength: 900, unit: 'grapheme' }), { minLength: 1, maxLength: 14 })
      .map((lines) => lines.join('\n'))
      .filter((one) => one.trim() !== '')
    fc.assert(
      fc.property(text, choices, fc.boolean(), (one, offered, tappable) => {
        const messages = rendered(one, offered, tappable)
        for (const message of messages) {
          const most = message.kind === 'text' ? LIMITS.text : LIMITS.body
          expect(textOf(message).length).toBeGreaterThan(0)
          expect(textOf(message).length).toBeLessThanOrEqual(most)
          if (message.kind === 'buttons') {
            expect(message.buttons.length).toBeLessThanOrEqual(LIMITS.buttons)
            for (const { title } of message.buttons)
              expect(title.length).toBeLessThanOrEqual(LIMITS.buttonTitle)
          }
          if (message.kind === 'list') {
            expect(message.rows.length).toBeLessThanOrEqual(LIMITS.rows)
            for (const { title, description } of message.rows) {
              expect(title.length).toBeLessThanOrEqual(LIMITS.rowTitle)
              expect((description ?? '').length).toBeLessThanOrEqual(LIMITS.rowDescription)
            }
          }
        }
        const shown = messages.map(textOf).join('').replace(/\s+/gu, '')
        expect(shown.length).toBeGreaterThanOrEqual(one.replace(/\s+/gu, '').length)
        const listed = messages.flatMap((message) =>
          message.kind === 'buttons' ? message.buttons : message.kind === 'list' ? message.rows : [],
        )
        const numbered = offered.every((_, index) =>
          messages.some((m) => textOf(m).includes(`${index + 1}) `)),
        )
        expect(listed.length === offered.length || numbered).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('says nothing when there is nothing to say', () => {
    expect(rendered(' \n ', [choice('Biaya')])).toEqual([])
  })

  it('has the page of each source behind its name, and of uncounted ones below', () => {
    const source = {
      id: asId<never>('s'),
      title: null,
      publishedOn: null,
      grade: 'official',
    } as const
    const citations = [
      { source: { ...source, publisher: 'Kementerian Uji', url: 'https://uji.example/a_b_' }, says: null },
      { source: { ...source, publisher: 'Dinas Uji', url: 'https://dinas.example/' }, says: null },
      { source: { ...source, publisher: 'Buku Uji', url: null }, says: null },
    ]
    const text = 'Jawaban.\n\nSumber: Kementerian Uji, tanpa tanggal; 2 sumber lain.'
    const body = {
      kind: 'reply',
      said: said(text, { choices: [], reply: { citations, contacts: [] } }),
    } as const
    expect(render(body, words, { tappable: true }).map(textOf)).toEqual([
      'Jawaban.\n\nSumber: Kementerian Uji, tanpa tanggal https://uji.example/a_b_ ; 2 sumber lain.\n' +
        '• Dinas Uji, tanpa tanggal https://dinas.example/\n• Buku Uji, tanpa tanggal',
    ])
  })

  it('has no pages of sources when somebody is in danger', () => {
    const body = {
      kind: 'reply',
      said: said('Hubungi 129.\n\nSumber: Kementerian Uji, tanpa tanggal', {
        choices: [],
        reply: { danger: 'emergency', contacts: [] },
      }),
    } as const
    expect(render(body, words, { tappable: true }).map(textOf)).toEqual([
      'Hubungi 129.\n\nSumber: Kementerian Uji, tanpa tanggal',
    ])
  })

  it('comes with the place and the number of an office when that was asked for', () => {
    const contacts = [
      {
        id: asId<never>('kjri'),
        name: 'KJRI *Uji*',
        phones: ['129', '+852 3651 0200'],
        address: 'Jalan Uji 1',
        position: { lat: 22.28, lon: 114.18 },
      },
      { id: asId<never>('b'), name: 'Tanpa letak', phones: ['0800-1000'] },
    ]
    const reply = { topic: 'contact.abroad', topics: ['contact.abroad'], citations: [], contacts } as const
    const body = { kind: 'reply', said: said('Hubungi', { choices: [], reply }) } as const
    expect(render(body, words, { tappable: true }).slice(1)).toEqual([
      { kind: 'location', lat: 22.28, lon: 114.18, name: 'KJRI ∗Uji∗', address: 'Jalan Uji 1' },
      { kind: 'contact', name: 'KJRI *Uji*', phone: '85236510200' },
    ])
  })

  it.each([
    [true, ['text', 'ask_location']],
    [false, ['text']],
  ])('asks where somebody is with a button, when there is one: %s', (tappable, kinds) => {
    const reply = { ...BARE.reply, parts: [{ role: 'answer', key: 'contact.askRegion' }] } as const
    const body = { kind: 'reply', said: said('Di mana?', { choices: [], reply }) } as const
    expect(render(body, words, { tappable }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is a notice in its own language', () => {
    const choices = Array.from({ length: 4 }, (_, index) => choice(`Choice ${index}`))
    const body = { kind: 'notice', locale: 'en', text: '*New* case', choices } as const
    expect(render(body, words, { tappable: true })).toMatchObject([
      { kind: 'list', text: '∗New∗ case', open: 'Show choices' },
    ])
  })
})
