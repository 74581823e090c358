import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.ts'

const linked = (environment: Record<string, string>) => readConfig(environment).whatsappBaileys

describe('a linked device of WhatsApp', () => {
  it('is there only when somebody wants it, who has read the risk', () => {
    expect(linked({})).toBeUndefined()
    expect(linked({ WHATSAPP_BAILEYS: 'off', WHATSAPP_PAIRING_NUMBER: '6281234567890' })).toBeUndefined()
    expect(linked({ WHATSAPP_BAILEYS: 'on' })).toEqual({ pairingNumber: undefined, url: undefined })
  })

  it('may be linked by a code for a number, and talk to another server', () => {
    expect(
      linked({
        WHATSAPP_BAILEYS: 'on',
        WHATSAPP_PAIRING_NUMBER: '6281234567890',
        WHATSAPP_WEB_URL: 'ws://127.0.0.1:1/ws/chat',
      }),
    ).toEqual({ pairingNumber: '6281234567890', url: 'ws://127.0.0.1:1/ws/chat' })
  })

  it.each([
    ['WHATSAPP_BAILEYS', 'yes'],
    ['WHATSAPP_PAIRING_NUMBER', '+62 812'],
    ['WHATSAPP_PAIRING_NUMBER', '0812345678'],
    ['WHATSAPP_WEB_URL', 'https://web.whatsapp.com'],
  ])('says what is wrong with %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
