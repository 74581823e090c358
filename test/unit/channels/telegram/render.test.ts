import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../../src/channels/telegram/call.ts'
import { MOST_TEXT, render } from '../../../../src/channels/telegram/render.ts'
import type { Outbound } from '../../../../src/core/channel.ts'
import type { Citation } from '../../../../src/core/citation.ts'
import { partialDate } from '../../../../src/core/dates.ts'
import { asId } from '../../../../src/core/ids.ts'
import { said } from '../said.ts'
import { IN_GROUP, outgoing, readable, words } from './outgoing.ts'

type Message = Extract<Call, { method: 'sendMessage' }>
const rendered = (one: Outbound, changes: Parameters<typeof outgoing>[1] = {}) =>
  render(outgoing(one, changes), words)
const messagesOf = (calls: readonly Call[]) =>
  calls.filter((call): call is Message => call.method === 'sendMessage')
const textsOf = (one: Outbound) => messagesOf(rendered(one).calls).map(({ payload }) => payload.text)

function source(name: string, changes: Partial<Citation['source']> = {}): Citation {
  return {
    source: {
      id: asId(name),
      publisher: `Penerbit ${name}`,
      title: null,
      url: `https://uji.example/${name}`,
      publishedOn: partialDate('2025-12-02'),
      grade: 'official',
      ...changes,
    },
    says: null,
  }
}

describe('the text', () => {
  it('goes as HTML with every sign of the markup escaped and no preview of links', () => {
    const [call] = rendered(said('a < b & "c" > d', { choices: [], reply: { citations: [] } })).calls
    expect(call).toMatchObject({
      method: 'sendMessage',
      plain: 'a < b & "c" > d',
      payload: {
        chat_id: '70010001',
        text: 'a &lt; b &amp; &quot;c&quot; &gt; d',
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
    })
    expect(call?.payload).not.toHaveProperty('reply_parameters')
  })

  it('comes whole through the markup, whatever is written', () => {
    const signs = fc.constantFrom('<', '>', '&', '"', '&lt;', '<b>', '</a>', '\n\n', ' ', 'x', '👩🏽‍🏭')
    fc.assert(
      fc.property(
        fc.array(signs, { minLength: 1 }).map((parts) => `.${parts.join('')}.`),
        (text) => {
          const [html = ''] = textsOf(said(text, { reply: { citations: [] } }))
          expect(html).not.toMatch(/<(?!\/?(a|blockquote)[ >])/)
          expect(readable(html)).toBe(text)
        },
      ),
    )
  })

  it('is cut between paragraphs when it is too long, with the buttons under the last part', () => {
    const paragraphs = Array.from({ length: 30 }, (_, index) => `${index} ${'kata '.repeat(80)}`.trim())
    const { calls } = rendered(said(paragraphs.join('\n\n'), { reply: { citations: [], contacts: [] } }))
    const messages = messagesOf(calls)
    expect(messages.length).toBeGreaterThan(2)
    expect(messages.flatMap(({ plain }) => plain.split('\n\n'))).toEqual(paragraphs)
    for (const { payload } of messages) expect(readable(payload.text).length).toBeLessThanOrEqual(MOST_TEXT)
    expect(messages.map(({ payload }) => payload.reply_markup !== undefined)).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ])
  })

  it('gives the same calls again for the same message', () => {
    const one = said('Halo '.repeat(3_000))
    expect(rendered(one)).toEqual(rendered(one))
  })

  it('makes no call when there is nothing to say', () => {
    expect(rendered(said(' \n ')).calls).toEqual([])
  })
})

describe('sources', () => {
  it('are links where the text names them', () => {
    const one = source('A', { title: 'Judul <A> & lain' })
    const name = 'Penerbit A, “Judul <A> & lain”, 2 Desember 2025'
    const [html] = textsOf(said(`Jawaban.\n\nSumber: ${name}`, { reply: { citations: [one] } }))
    expect(html).toBe(
      'Jawaban.\n\nSumber: <a href="https://uji.example/A">Penerbit A, “Judul &lt;A&gt; &amp; lain”, 2 Desember 2025</a>',
    )
  })

  it('that are only counted stand folded up below, as links', () => {
    const citations = ['A', 'B', 'C', 'D'].map((name) => source(name))
    const named = ['A', 'B', 'C'].map((name) => `Penerbit ${name}, 2 Desember 2025`).join('; ')
    const [html = ''] = textsOf(
      said(`Jawaban.\n\nSumber: ${named}; dan 1 sumber lain`, { reply: { citations } }),
    )
    expect(html.match(/<a /g)).toHaveLength(4)
    expect(html).toMatch(
      /\n<blockquote expandable><a href="https:\/\/uji.example\/D">Penerbit D, 2 Desember 2025<\/a><\/blockquote>$/,
    )
  })

  it('of one name are all reachable', () => {
    const citations = [source('A'), source('A2', { publisher: 'Penerbit A' })]
    const [html = ''] = textsOf(
      said('Jawaban.\n\nSumber: Penerbit A, 2 Desember 2025', { reply: { citations } }),
    )
    expect(html).toContain('https://uji.example/A"')
    expect(html).toContain('https://uji.example/A2"')
  })

  it('without a web address are text, and no other address becomes a link', () => {
    const citations = [source('A', { url: null }), source('B', { url: 'javascript:alert(1)' })]
    const [html = ''] = textsOf(said('Sumber: Penerbit A, 2 Desember 2025', { reply: { citations } }))
    expect(html).not.toContain('<a ')
    expect(html).toContain('Penerbit B, 2 Desember 2025')
  })

  it('never make a message longer than allowed', () => {
    const citations = Array.from({ length: 60 }, (_, index) =>
      source(`S${index}`, { title: 'Judul '.repeat(20) }),
    )
    for (const length of [10, 3_900, 4_096, 5_000])
      for (const html of textsOf(said('a'.repeat(length), { reply: { citations } })))
        expect(readable(html).length).toBeLessThanOrEqual(MOST_TEXT)
  })

  it('that stand where a text is cut are links in both parts', () => {
    const one = source('A', { publisher: 'P'.repeat(200) })
    const text = `${'a'.repeat(4_000)} ${'P'.repeat(200)}, 2 Desember 2025`
    const all = textsOf(said(text, { reply: { citations: [one] } }))
    expect(readable(all.join(' '))).toBe(text)
    for (const html of all)
      expect((html.match(/<a /g) ?? []).length).toBe((html.match(/<\/a>/g) ?? []).length)
  })
})

describe('choices', () => {
  it('are buttons, short ones side by side', () => {
    const choices = ['Biaya', 'Dokumen', 'Kabupaten Probolinggo', 'Menu'].map((label) => ({
      label,
      value: `v:${label}`,
    }))
    const [call] = messagesOf(rendered(said('Pilih', { choices })).calls)
    expect(call?.payload.reply_markup).toEqual({
      inline_keyboard: [
        [
          { text: 'Biaya', callback_data: 'v:Biaya' },
          { text: 'Dokumen', callback_data: 'v:Dokumen' },
        ],
        [{ text: 'Kabupaten Probolinggo', callback_data: 'v:Kabupaten Probolinggo' }],
        [{ text: 'Menu', callback_data: 'v:Menu' }],
      ],
    })
  })

  it('that Telegram cannot carry are told, and the others go', () => {
    const choices = [
      { label: 'Panjang', value: 'é'.repeat(33) },
      { label: ' ', value: 'kosong' },
      { label: 'Baik', value: 'é'.repeat(32) },
    ]
    const { calls, dropped } = rendered(said('Pilih', { choices, reply: { contacts: [] } }))
    expect(dropped).toEqual(['é'.repeat(33), 'kosong'])
    expect(messagesOf(calls)[0]?.payload.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'Baik', callback_data: 'é'.repeat(32) }]],
    })
  })
})

describe('what helps to act', () => {
  const office = {
    id: asId<never>('office'),
    name: 'KBRI Uji',
    phones: ['0800-1000', '+81 3 3441 4201', '+81-80-3506-8612'],
    address: 'Jl. Uji 1',
    position: { lat: 1.5, lon: 103.25 },
  }

  it('is a place and a contact card when the person asked whom to turn to', () => {
    const reply = {
      topic: 'contact.abroad',
      topics: ['contact.abroad'],
      contacts: [office],
      citations: [],
    } as const
    const [, ...cards] = rendered(said('KBRI Uji', { reply })).calls
    expect(cards).toEqual([
      {
        method: 'sendVenue',
        payload: {
          chat_id: '70010001',
          latitude: 1.5,
          longitude: 103.25,
          title: 'KBRI Uji',
          address: 'Jl. Uji 1',
        },
      },
      {
        method: 'sendContact',
        payload: { chat_id: '70010001', phone_number: '+81334414201', first_name: 'KBRI Uji' },
      },
    ])
  })

  it('is there in danger, and not under every answer', () => {
    const cards = (reply: Parameters<typeof said>[1]) => rendered(said('x', reply)).calls.length - 1
    expect(cards({ reply: { danger: 'emergency', contacts: [office] } })).toBe(2)
    expect(cards({ reply: { action: 'handover', contacts: [office] } })).toBe(2)
    expect(cards({ reply: { contacts: [office] } })).toBe(0)
  })

  it.each(['0800-1000', '129', '119 ext 8', '0331 123456', '+86 21 5240 2321 ext. 110', ''])(
    'is never a card for %s: Telegram would show it with a plus, as another number',
    (phone) => {
      const { position: _, ...rest } = office
      const reply = { danger: 'emergency', contacts: [{ ...rest, phones: [phone] }] } as const
      expect(rendered(said('x', { reply })).calls).toHaveLength(1)
    },
  )

  it('is the button for a position when the engine asks where, in a private chat only', () => {
    const ask = said('Kabupaten mana?', {
      choices: [{ label: 'Nomor bantuan', value: 'topic:contact.hotline' }],
      reply: { parts: [{ role: 'answer', key: 'contact.askRegion' }], contacts: [] },
    })
    const [question, request] = messagesOf(rendered(ask).calls)
    expect(question?.payload.reply_markup).toHaveProperty('inline_keyboard')
    expect(request?.payload.reply_markup).toMatchObject({
      keyboard: [[{ text: 'Kirim lokasi saya', request_location: true }]],
      one_time_keyboard: true,
    })
    expect(rendered(ask, { to: IN_GROUP }).calls).toHaveLength(1)
  })
})

describe('where it goes', () => {
  const one = said('Halo', { reply: { contacts: [] } })
  const payloadOf = (changes: Parameters<typeof outgoing>[1]) =>
    messagesOf(rendered(one, changes).calls)[0]?.payload

  it('is the group, as an answer to the message there', () => {
    expect(payloadOf({ to: IN_GROUP, echo: { message: 55, thread: 12 } })).toMatchObject({
      chat_id: '-1001234567890',
      message_thread_id: 12,
      reply_parameters: { message_id: 55, allow_sending_without_reply: true },
    })
  })

  it('is the private chat, quoting only a message that was edited', () => {
    expect(payloadOf({ echo: { message: 55 } })).not.toHaveProperty('reply_parameters')
    expect(payloadOf({ echo: { message: 55, edited: true } })).toMatchObject({
      reply_parameters: { message_id: 55 },
    })
  })

  it('is the same for a notice, which has no reply behind it', () => {
    const body = { kind: 'notice', locale: 'id', text: 'Mohon tunggu <sebentar>', choices: [] } as const
    expect(render({ ...outgoing(one), body }, words).calls).toMatchObject([
      { payload: { chat_id: '70010001', text: 'Mohon tunggu &lt;sebentar&gt;' } },
    ])
  })
})
