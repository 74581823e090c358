import { proto, type WAMessage, type WAMessageContent } from '@whiskeysockets/baileys'

export const SELF = {
  account: '6281100000001',
  jids: ['6281100000001:7@s.whatsapp.net', '100000000000001:7@lid'],
} as const
export const SITI = '6281234567890'
export const GROUP = '120363000000000001@g.us'
export const NOW = new Date('2026-11-22T03:00:00Z')

/** A message as Baileys tells of it. */
export function waMessage(
  message: WAMessageContent | null,
  changes: Partial<Omit<WAMessage, 'key'>> & { readonly key?: Partial<WAMessage['key']> } = {},
): WAMessage {
  const { key, ...rest } = changes
  return {
    key: {
      id: '3EB0AAAA',
      remoteJid: '200000000000001@lid',
      remoteJidAlt: `${SITI}@s.whatsapp.net`,
      fromMe: false,
      ...key,
    },
    messageTimestamp: NOW.getTime() / 1_000 - 5,
    pushName: 'Siti',
    ...(message === null ? {} : { message: proto.Message.fromObject(message) }),
    ...rest,
  }
}

/** The same in a group. */
export function inGroup(message: WAMessageContent, key: Partial<WAMessage['key']> = {}): WAMessage {
  return waMessage(message, {
    key: {
      remoteJid: GROUP,
      remoteJidAlt: undefined as never,
      participant: '200000000000001@lid',
      participantAlt: `${SITI}@s.whatsapp.net`,
      ...key,
    },
  })
}
