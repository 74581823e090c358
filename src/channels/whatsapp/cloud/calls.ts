import { type Button, LIMITS, type Row, type WhatsAppMessage } from '../message.ts'

/** A message as the Graph API takes it, all but the recipient. A picture must have been uploaded before. */
export function bodyOf(message: WhatsAppMessage, uploaded?: string): object {
  switch (message.kind) {
    case 'text':
      return { type: 'text', text: { body: message.text, preview_url: message.preview } }
    case 'buttons':
      return interactive('button', message.text, {
        buttons: message.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })),
      })
    case 'list':
      return interactive('list', message.text, {
        button: message.open.slice(0, LIMITS.openList),
        sections: [{ rows: message.rows.map(rowOf) }],
      })
    case 'ask_location':
      return interactive('location_request_message', message.text, { name: 'send_location' })
    case 'location':
      return {
        type: 'location',
        location: {
          latitude: message.lat,
          longitude: message.lon,
          name: message.name,
          address: message.address,
        },
      }
    case 'contact':
      return {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: message.name, first_name: message.name },
            phones: [{ phone: `+${message.phone}`, type: 'WORK' }],
          },
        ],
      }
    case 'image':
      return { type: 'image', image: { id: uploaded, caption: message.caption } }
  }
}

function interactive(type: string, text: string, action: object): object {
  return { type: 'interactive', interactive: { type, body: { text }, action } }
}

function rowOf({ id, title, description }: Row): object {
  return { id, title, ...(description === null ? {} : { description }) }
}

/** The same words without what hangs on them: for the case that Meta refuses the extras. */
export function asText(message: WhatsAppMessage): WhatsAppMessage | undefined {
  const text = (words: string): WhatsAppMessage => ({ kind: 'text', text: words, preview: false })
  const numbered = (words: string, choices: readonly (Button & { description?: string | null })[]) =>
    text(
      [
        words,
        ...choices.map(({ title, description }, index) => `${index + 1}) ${description ?? title}`),
      ].join('\n'),
    )
  switch (message.kind) {
    case 'buttons':
      return numbered(message.text, message.buttons)
    case 'list':
      return numbered(message.text, message.rows)
    case 'text':
    case 'ask_location':
    case 'location':
    case 'contact':
    case 'image':
      return undefined
  }
}
