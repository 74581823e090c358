import type { AnyMessageContent } from '@whiskeysockets/baileys'
import type { WhatsAppMessage } from '../message.ts'

/** A message in Baileys' words. */
export function baileysContent(message: WhatsAppMessage): AnyMessageContent {
  switch (message.kind) {
    case 'location': {
      const { lat: degreesLatitude, lon: degreesLongitude, name, address } = message
      return { location: { degreesLatitude, degreesLongitude, name, address } }
    }
    case 'contact': {
      const { name, phone } = message
      return { contacts: { displayName: name, contacts: [{ displayName: name, vcard: vcard(name, phone) }] } }
    }
    case 'image':
      return { image: Buffer.from(message.bytes), mimetype: message.mime, caption: message.caption }
    default:
      // A linked device sends no buttons. No preview: it would fetch the page of every source.
      return { text: message.text, linkPreview: null }
  }
}

/** A card for the phone book. `waid` makes WhatsApp offer to write to the number. */
function vcard(name: string, phone: string): string {
  const text = name.replace(/\\/g, '\\\\').replace(/\r?\n/g, '\\n').replace(/[,;]/g, '\\$&')
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${text};;;`,
    `FN:${text}`,
    `TEL;type=WORK;waid=${phone}:+${phone}`,
    'END:VCARD',
  ].join('\n')
}
