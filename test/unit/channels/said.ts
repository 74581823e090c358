import type { Outbound } from '../../../src/core/channel.ts'
import { asId } from '../../../src/core/ids.ts'
import type { Reply } from '../../../src/core/reply.ts'

/** A reply with the usual parts; tests change what they are about. */
export function said(
  text: string,
  changes: Partial<Omit<Outbound, 'reply'>> & { reply?: Partial<Reply> } = {},
): Outbound {
  const { reply, ...rest } = changes
  return {
    reply: {
      action: 'answer',
      topic: 'placement.cost',
      topics: ['placement.cost'],
      confidence: 0.91234,
      danger: 'none',
      signs: [],
      locale: 'id',
      regions: [],
      countries: [],
      parts: [{ role: 'answer', key: 'smalltalk.ok' }],
      choices: [],
      citations: [
        {
          source: {
            id: asId('source'),
            publisher: 'Kementerian Uji',
            title: 'Peraturan <b>Uji</b>',
            url: 'https://uji.example/aturan',
            publishedOn: null,
            grade: 'official',
          },
          says: null,
        },
      ],
      contacts: [{ id: asId('hotline'), name: 'Hotline', phones: ['0800-1000', '129'] }],
      ...reply,
    },
    text,
    choices: [{ label: 'Lebih lanjut', value: 'more' }],
    chosenLocale: null,
    erased: false,
    ...rest,
  }
}
