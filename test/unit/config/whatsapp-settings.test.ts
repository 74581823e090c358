import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from '../../../src/config.ts'

const ALL = {
  WHATSAPP_CLOUD_TOKEN: 'EAAG-rahasia',
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_CLOUD_APP_SECRET: 'rahasia-aplikasi',
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'rahasia-tanya',
}
const problems = (settings: Record<string, string>) => {
  try {
    readConfig(settings)
    return []
  } catch (error) {
    return (error as ConfigError).problems
  }
}

describe('the settings of the Cloud API', () => {
  it('are not there when none is set', () => {
    expect(readConfig({}).whatsappCloud).toBeUndefined()
  })

  it('are read together', () => {
    const more = {
      WHATSAPP_CLOUD_TEMPLATE_ALERT: 'case_alert:en',
      WHATSAPP_CLOUD_API_ROOT: 'http://127.0.0.1:8',
    }
    expect(readConfig({ ...ALL, ...more }).whatsappCloud).toEqual({
      token: 'EAAG-rahasia',
      phoneNumberId: '106540352242922',
      appSecret: 'rahasia-aplikasi',
      verifyToken: 'rahasia-tanya',
      apiRoot: 'http://127.0.0.1:8',
      templates: { alert: 'case_alert:en', reminder: undefined },
    })
  })

  it.each(Object.keys(ALL))('are all needed: %s', (name) => {
    expect(problems({ ...ALL, [name]: '' })).toEqual([
      `${name}: is not set; WhatsApp's Cloud API needs all four, or none.`,
    ])
  })

  it('name what is wrong, never a secret', () => {
    const wrong = problems({
      WHATSAPP_CLOUD_TOKEN: 'rahasia dua',
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: '+62 812',
      WHATSAPP_CLOUD_APP_SECRET: 'rahasia',
      WHATSAPP_CLOUD_VERIFY_TOKEN: 'rahasia',
      WHATSAPP_CLOUD_TEMPLATE_ALERT: 'Case Alert',
      WHATSAPP_CLOUD_API_ROOT: 'https://graph.facebook.com/',
    })
    expect(wrong).toHaveLength(6)
    expect(wrong.join()).not.toContain('rahasia')
  })
})
