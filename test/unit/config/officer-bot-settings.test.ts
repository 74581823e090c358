import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from '../../../src/config.ts'

const OFFICER_BOT_TOKEN = '777:rahasia-petugas'

describe('the settings of the officers’ bot', () => {
  it('are not there without a token', () => {
    expect(readConfig({ OFFICER_API_ROOT: 'http://127.0.0.1:8081' }).officerBot).toBeUndefined()
  })

  it('are the token and where its Bot API is', () => {
    const apiRoot = 'http://127.0.0.1:8081'
    expect(readConfig({ OFFICER_BOT_TOKEN, OFFICER_API_ROOT: apiRoot }).officerBot).toEqual({
      token: OFFICER_BOT_TOKEN,
      apiRoot,
    })
  })

  it('must be another bot than the citizens’ one, and are never repeated', () => {
    const problems = (settings: Record<string, string>): string => {
      try {
        readConfig(settings)
        return ''
      } catch (error) {
        return (error as ConfigError).message
      }
    }
    const same = problems({ OFFICER_BOT_TOKEN, TELEGRAM_BOT_TOKEN: '777:anew' })
    expect(same).toContain('officers need one of their own')
    const wrong = problems({ OFFICER_BOT_TOKEN: 'rahasia', OFFICER_API_ROOT: 'ftp://uji' })
    expect(wrong).toContain('OFFICER_BOT_TOKEN')
    expect(wrong).toContain('OFFICER_API_ROOT')
    expect(same + wrong).not.toContain('rahasia')
  })
})
