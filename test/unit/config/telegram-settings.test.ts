import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from '../../../src/config.ts'

const token = '123456:ABC-rahasia_1'
const telegram = (settings: Record<string, string>) =>
  readConfig({ TELEGRAM_BOT_TOKEN: token, ...settings }).telegram
const problems = (settings: Record<string, string>) => {
  try {
    telegram(settings)
    return []
  } catch (error) {
    return (error as ConfigError).problems
  }
}

describe('the settings of the bot', () => {
  it('are not there without a token', () => {
    expect(readConfig({ TELEGRAM_MODE: 'webhook' }).telegram).toBeUndefined()
  })

  it('poll by default', () => {
    expect(telegram({})).toEqual({ token, apiRoot: undefined, webhook: undefined })
  })

  it('take the webhook from its own setting, else from the public address', () => {
    const mode = { TELEGRAM_MODE: 'webhook' }
    const url = 'https://uji.example/bot/telegram/webhook'
    expect(telegram({ ...mode, TELEGRAM_WEBHOOK_URL: url })?.webhook).toEqual({ url, secret: undefined })
    expect(telegram({ ...mode, PUBLIC_URL: 'https://uji.example/' })?.webhook?.url).toBe(
      'https://uji.example/telegram/webhook',
    )
    const secret = 'a'.repeat(16)
    expect(
      telegram({ ...mode, PUBLIC_URL: 'https://uji.example', TELEGRAM_WEBHOOK_SECRET: secret })?.webhook,
    ).toMatchObject({ secret })
  })

  it('need an address for the webhook', () => {
    expect(problems({ TELEGRAM_MODE: 'webhook' })).toEqual([
      'TELEGRAM_WEBHOOK_URL: is not set; TELEGRAM_MODE=webhook needs it, or PUBLIC_URL.',
    ])
  })

  it('name what is wrong, never a token or a secret', () => {
    const wrong = problems({
      TELEGRAM_BOT_TOKEN: 'rahasia',
      TELEGRAM_MODE: 'pigeon',
      TELEGRAM_WEBHOOK_URL: 'https://uji.example/elsewhere',
      TELEGRAM_WEBHOOK_SECRET: 'rahasia',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    })
    expect(wrong).toHaveLength(5)
    expect(wrong.join()).not.toContain('rahasia')
  })
})
