import { describe, expect, it } from 'vitest'
import { addressOf, jidOf, personAt, readWhatsAppId } from '../../../../src/channels/whatsapp/address.ts'

describe('an id of WhatsApp', () => {
  it.each([
    ['6281234567890', '6281234567890'],
    ['+62 812-3456-7890', '6281234567890'],
    ['6281234567890@s.whatsapp.net', '6281234567890'],
    ['6281234567890:17@s.whatsapp.net', '6281234567890'],
    ['6281234567890@c.us', '6281234567890'],
    ['(852) 5123 4567', '85251234567'],
  ])('is read as a number: %s', (text, digits) => {
    expect(readWhatsAppId(text)).toEqual({ kind: 'phone', digits })
  })

  it.each([
    ['123456789012345@lid', 'lid:123456789012345'],
    ['123456789012345:3@lid', 'lid:123456789012345'],
    ['lid:123456789012345', 'lid:123456789012345'],
    ['ID.13491208655302741918', 'user:ID.13491208655302741918'],
    ['US.ENT.11815799212886844830', 'user:US.ENT.11815799212886844830'],
  ])('without a number keeps its own form: %s', (text, address) => {
    expect(addressOf([text])).toBe(address)
  })

  it.each(['status@broadcast', '12036@newsletter', '0@s.whatsapp.net', '16505361212@bot'])(
    'is nobody to answer: %s',
    (text) => {
      expect(readWhatsAppId(text)).toEqual({ kind: 'nobody' })
      expect(addressOf([text])).toBeUndefined()
    },
  )

  it.each([
    '',
    '0812345678',
    '12',
    '1234567890123456',
    'siti',
    'a@b@c',
    '628x@s.whatsapp.net',
    'lid:',
    'user:1',
    `${'9'.repeat(80)}@lid`,
    '6281234567890@example.com',
  ])('is refused or nobody when it is no id: %s', (text) => {
    expect(addressOf([text])).toBeUndefined()
  })

  it('names a group', () => {
    expect(readWhatsAppId('120363041234567890@g.us')).toEqual({ kind: 'group', id: '120363041234567890' })
    expect(addressOf(['120363041234567890@g.us'])).toBeUndefined()
  })
})

describe('the address of a person', () => {
  it('is the number, whatever else is known and in whatever order', () => {
    const ids = ['99887766554433@lid', undefined, null, '6281234567890:2@s.whatsapp.net', 'ID.12345']
    expect(addressOf(ids)).toBe('6281234567890')
    expect(addressOf(ids.toReversed())).toBe('6281234567890')
  })

  it('is the hidden number before the id made for us', () => {
    expect(addressOf(['ID.12345', '99887766554433@lid'])).toBe('lid:99887766554433')
  })

  it.each(['6281234567890', 'lid:99887766554433', 'user:ID.12345'])('can be read back: %s', (address) => {
    const person = personAt(address)
    expect(person).toBeDefined()
    expect(addressOf([address])).toBe(address)
  })

  it.each(['120363@g.us', 'status@broadcast', ''])('is no person: %s', (address) => {
    expect(personAt(address)).toBeUndefined()
  })

  it('is written for linked devices, where they know it', () => {
    const jids = ['6281234567890', 'lid:99887766554433', '120363@g.us', 'user:ID.12345'].map((text) => {
      const id = readWhatsAppId(text)
      return id === undefined ? 'unread' : jidOf(id)
    })
    expect(jids).toEqual(['6281234567890@s.whatsapp.net', '99887766554433@lid', '120363@g.us', undefined])
  })
})
