import { proto, type WAMessage } from '@whiskeysockets/baileys'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receive, sendersOf } from '../../../../../src/channels/whatsapp/baileys/receive.ts'
import type { UnsupportedKind } from '../../../../../src/core/input.ts'
import { GROUP, inGroup, NOW, SELF, SITI, waMessage } from './messages.ts'

const take = (message: WAMessage, address: string | undefined = SITI) =>
  receive(message, { self: SELF, receivedAt: NOW, address })
const inputs = (message: WAMessage) => take(message).messages.map(({ input }) => input)
const ids = (message: WAMessage) => take(message).messages.map(({ externalId }) => externalId)
const text = (words: string) => ({ kind: 'text', text: words })
const photo = { imageMessage: { url: 'https://x', caption: 'ini kontraknya' } }

describe('what a person says', () => {
  it('is the text, with who, where and what the answer needs', () => {
    expect(take(waMessage({ conversation: 'halo' }))).toEqual({
      ignored: null,
      messages: [
        {
          channel: 'whatsapp',
          account: SELF.account,
          address: SITI,
          place: null,
          externalId: `${SELF.account}:${SITI}:3EB0AAAA`,
          input: text('halo'),
          receivedAt: NOW,
          chosenLocale: null,
          defaultLocale: 'id',
          echo: { message: '3EB0AAAA', chat: '200000000000001@lid' },
        },
      ],
    })
  })

  it.each([
    ['an extended text', { extendedTextMessage: { text: 'halo' } }],
    ['a disappearing message', { ephemeralMessage: { message: { conversation: 'halo' } } }],
    ['a view-once message', { viewOnceMessageV2: { message: { extendedTextMessage: { text: 'halo' } } } }],
    [
      'a wrapper in a wrapper',
      { ephemeralMessage: { message: { viewOnceMessage: { message: { conversation: 'halo' } } } } },
    ],
    ['the answer to buttons of another program', { buttonsResponseMessage: { selectedDisplayText: 'halo' } }],
    ['the answer to a list of another program', { listResponseMessage: { title: 'halo' } }],
    [
      'a text that comes with keys',
      { conversation: 'halo', senderKeyDistributionMessage: { groupId: GROUP } },
    ],
  ])('is found in %s', (_, message) => {
    expect(inputs(waMessage(message))).toEqual([text('halo')])
  })

  it.each([
    ['/menu', { kind: 'command', name: 'menu', argument: '' }],
    ['/bahasa en', { kind: 'command', name: 'language', argument: 'en' }],
    ['/tolong saya dikurung', text('tolong saya dikurung')],
    ['2', text('2')],
  ])('may be a command: %s', (words, input) => {
    expect(inputs(waMessage({ conversation: words }))).toEqual([input])
  })

  it('may be a position, also a live one', () => {
    const place = { degreesLatitude: -8.18, degreesLongitude: 113.66 }
    const expected = [{ kind: 'location', lat: -8.18, lon: 113.66 }]
    expect(inputs(waMessage({ locationMessage: place }))).toEqual(expected)
    expect(inputs(waMessage({ liveLocationMessage: place }))).toEqual(expected)
    expect(inputs(waMessage({ locationMessage: { name: 'x' } }))).toEqual([
      { kind: 'unsupported', what: 'other' },
    ])
  })

  it.each([
    ['imageMessage', 'photo'],
    ['videoMessage', 'video'],
    ['ptvMessage', 'video'],
    ['audioMessage', 'voice'],
    ['documentMessage', 'document'],
    ['stickerMessage', 'sticker'],
    ['contactMessage', 'contact'],
    ['contactsArrayMessage', 'contact'],
    ['pollCreationMessageV3', 'other'],
    ['eventMessage', 'other'],
    ['groupInviteMessage', 'other'],
  ] satisfies [keyof proto.IMessage, UnsupportedKind][])('%s cannot be read: %s', (name, what) => {
    expect(inputs(waMessage({ [name]: {} }))).toEqual([{ kind: 'unsupported', what }])
  })

  it('is the words below a picture, too, as a message of their own', () => {
    expect(inputs(waMessage(photo))).toEqual([{ kind: 'unsupported', what: 'photo' }, text('ini kontraknya')])
    const id = `${SELF.account}:${SITI}:3EB0AAAA`
    expect(ids(waMessage(photo))).toEqual([`${id}:file`, id])
    const wrapped = { documentWithCaptionMessage: { message: { documentMessage: { caption: 'isi' } } } }
    expect(inputs(waMessage(wrapped))).toEqual([{ kind: 'unsupported', what: 'document' }, text('isi')])
  })

  it('is a file with its words, where it can be fetched; each one of an album', () => {
    const file = { mediaKey: new Uint8Array(32), directPath: '/v/x.enc', mimetype: 'image/jpeg' }
    const reference = `image ${'A'.repeat(43)}= /v/x.enc`
    const sent = { kind: 'attachment', what: 'photo', reference, mime: 'image/jpeg', bytes: null } as const
    const imageMessage = { ...file, caption: 'ini kontraknya' }
    expect(inputs(waMessage({ imageMessage }))).toEqual([{ ...sent, caption: 'ini kontraknya' }])
    expect(ids(waMessage({ imageMessage }))).toEqual([`${SELF.account}:${SITI}:3EB0AAAA`])
    const messageContextInfo = { messageAssociation: { parentMessageKey: { id: 'ALBUM' } } }
    const part = (id: string) => waMessage({ imageMessage: file, messageContextInfo }, { key: { id } })
    expect(inputs(part('A'))).toEqual([{ ...sent, caption: '' }])
    expect(ids(part('A'))).not.toEqual(ids(part('B')))
  })

  it('is one picture for a whole album', () => {
    const part = (id: string) =>
      waMessage(
        {
          imageMessage: {},
          messageContextInfo: { messageAssociation: { parentMessageKey: { id: 'ALBUM' } } },
        },
        { key: { id } },
      )
    expect(ids(part('A'))).toEqual(ids(part('B')))
    expect(ids(part('A'))[0]).toContain('album:ALBUM')
    expect(take(waMessage({ albumMessage: { expectedImageCount: 2 } })).ignored).toBe('service_message')
  })

  it('is the new words of an edit, and not the picture again', () => {
    const edit = (editedMessage: proto.IMessage): proto.IMessage => ({
      protocolMessage: { type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT, editedMessage },
    })
    const changed = take(waMessage(edit({ conversation: 'biaya ke Taiwan' })))
    expect(changed.messages).toMatchObject([
      { input: text('biaya ke Taiwan'), echo: { edited: true, quote: 'biaya ke Taiwan' } },
    ])
    expect(inputs(waMessage({ editedMessage: { message: edit({ conversation: 'baru' }) } }))).toEqual([
      text('baru'),
    ])
    expect(inputs(waMessage(edit(photo)))).toEqual([text('ini kontraknya')])
    expect(take(waMessage(edit({ imageMessage: {} }))).ignored).toBe('edit_without_text')
  })

  it('is a picture when WhatsApp shows it to the phone alone', () => {
    const hidden = waMessage(null, {
      key: { isViewOnce: true },
      messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT,
    })
    expect(inputs(hidden)).toEqual([{ kind: 'unsupported', what: 'photo' }])
  })
})

describe('what is nothing for us', () => {
  const { REVOKE } = proto.Message.ProtocolMessage.Type
  it.each([
    ['our own echo', waMessage({ conversation: 'x' }, { key: { fromMe: true } }), 'own_echo'],
    ['a broadcast', waMessage({ conversation: 'x' }, { broadcast: true }), 'not_a_person'],
    ['a reaction', waMessage({ reactionMessage: { text: '👍' } }), 'service_message'],
    ['a vote', waMessage({ pollUpdateMessage: {} }), 'service_message'],
    ['a deleted message', waMessage({ protocolMessage: { type: REVOKE } }), 'service_message'],
    ['keys', waMessage({ senderKeyDistributionMessage: { groupId: GROUP } }), 'service_message'],
    ['an empty message', waMessage({}), 'service_message'],
    ['an empty text', waMessage({ conversation: '  ' }), 'service_message'],
    [
      'one that cannot be opened',
      waMessage(null, { messageStubType: proto.WebMessageInfo.StubType.CIPHERTEXT }),
      'unreadable',
    ],
    ['a stub of something else', waMessage(null, { messageStubType: 40 }), 'service_message'],
    ['one without an id', waMessage({ conversation: 'x' }, { key: { id: null } }), 'malformed'],
    [
      'one that the inbox could not tell from a new one',
      waMessage({ conversation: 'x' }, { messageTimestamp: NOW.getTime() / 1_000 - 14 * 86_400 }),
      'too_old',
    ],
  ])('%s', (_, message, ignored) => {
    expect(take(message)).toEqual({ messages: [], ignored })
  })

  it('nobody that can be answered', () => {
    const message = waMessage({ conversation: 'x' }, { key: { remoteJid: 'status@broadcast' } })
    expect(receive(message, { self: SELF, receivedAt: NOW, address: undefined }).ignored).toBe('not_a_person')
  })

  it('but a message of ten days ago is answered: its writer still waits', () => {
    const old = waMessage({ conversation: 'x' }, { messageTimestamp: NOW.getTime() / 1_000 - 10 * 86_400 })
    expect(inputs(old)).toHaveLength(1)
  })
})

describe('in a group', () => {
  const mention = (words: string, jid: string = SELF.jids[1] ?? '') =>
    inGroup({ extendedTextMessage: { text: words, contextInfo: { mentionedJid: [jid] } } })
  const quoted = (participant: string) =>
    inGroup({
      extendedTextMessage: { text: 'dan biayanya?', contextInfo: { stanzaId: 'X', participant } },
    })

  it('only who mentions us is answered, without our name, and to that message', () => {
    const { messages } = take(mention('@100000000000001 biaya ke Taiwan?', '100000000000001@lid'))
    expect(messages).toMatchObject([
      {
        place: GROUP,
        input: text('biaya ke Taiwan?'),
        externalId: `${SELF.account}:${GROUP}:3EB0AAAA`,
        echo: {
          chat: GROUP,
          participant: '200000000000001@lid',
          message: '3EB0AAAA',
          quote: 'biaya ke Taiwan?',
        },
      },
    ])
  })

  it('by the number or by the hidden number', () => {
    expect(inputs(mention('halo @6281100000001 menu', '6281100000001@s.whatsapp.net'))).toEqual([
      text('halo menu'),
    ])
  })

  it('or who answers one of our messages', () => {
    expect(inputs(quoted('100000000000001@lid'))).toEqual([text('dan biayanya?')])
    expect(take(quoted('300000000000001@lid')).ignored).toBe('not_addressed')
  })

  it('shows the choices when only our name was written', () => {
    expect(inputs(mention('@100000000000001', '100000000000001@lid'))).toEqual([
      { kind: 'command', name: 'menu', argument: '' },
    ])
  })

  it('talk among people is left alone', () => {
    expect(take(inGroup({ conversation: 'biaya ke Taiwan berapa ya?' })).ignored).toBe('not_addressed')
    expect(take(mention('@3000 halo', '300000000000001@lid')).ignored).toBe('not_addressed')
    expect(take(inGroup({ imageMessage: { caption: 'lihat' } })).ignored).toBe('not_addressed')
  })

  it('the sender is the participant', () => {
    expect(sendersOf(inGroup({ conversation: 'x' }))).toEqual([
      '200000000000001@lid',
      `${SITI}@s.whatsapp.net`,
    ])
    expect(sendersOf(waMessage({ conversation: 'x' }))).toEqual([
      '200000000000001@lid',
      `${SITI}@s.whatsapp.net`,
    ])
  })
})

it('never throws, whatever the bytes of a message decode to', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, group) => {
      let message: proto.IMessage
      try {
        message = proto.Message.decode(bytes)
      } catch {
        return // Baileys does not hand on what it cannot decode
      }
      const { messages, ignored } = take(group ? inGroup(message) : waMessage(message))
      expect(messages.length > 0).toBe(ignored === null)
    }),
    { numRuns: 500 },
  )
})
