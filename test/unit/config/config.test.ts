import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, SETTINGS } from '../../../src/config.ts'

describe('the settings', () => {
  it('have defaults for everything', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      databaseUrl: undefined,
    })
  })

  it('are frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it('count an empty value as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', PUBLIC_URL: '' })).toEqual(readConfig({}))
  })

  it('name every problem at once, without repeating a password', () => {
    const bad = {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:geheim@db/x',
      PUBLIC_URL: 'a b',
    }
    expect(() => readConfig(bad)).toThrow(ConfigError)
    try {
      readConfig(bad)
    } catch (error) {
      const { problems, message } = error as ConfigError
      expect(problems).toEqual([
        'PORT: "70000" is not valid; expected at most 65535.',
        'PUBLIC_URL: "a b" is not valid; expected an address like https://tanya.example.go.id, without a path.',
        'DATABASE_URL: the value is not valid; expected postgresql://user:password@host:5432/name.',
        'LOG_LEVEL: "loud" is not valid; expected one of debug, info, warn, error, silent.',
      ])
      expect(message).not.toContain('geheim')
    }
  })

  it('stand in .env.example, all of them and no others', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
    const named = [...text.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual([...SETTINGS].sort())
  })
})
