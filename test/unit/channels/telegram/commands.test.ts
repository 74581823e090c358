import { describe, expect, it } from 'vitest'
import { commandMenus } from '../../../../src/channels/telegram/commands.ts'
import { LOCALES } from '../../../../src/core/locale.ts'
import { commandInput, typedCommand } from '../../../../src/core/typed-command.ts'
import { words } from './outgoing.ts'

describe('the list of commands', () => {
  const menus = commandMenus(LOCALES, words)

  it('is in Indonesian for everybody, and in each language', () => {
    expect(menus.map(({ language_code }) => language_code)).toEqual([undefined, ...LOCALES])
    expect(menus[0]?.commands.map(({ command }) => command)).toEqual([
      'menu',
      'bahasa',
      'hapus',
      'petugas',
      'bantuan',
    ])
    const english = menus.find(({ language_code }) => language_code === 'en')
    expect(english?.commands[1]).toEqual({ command: 'language', description: 'Change the language' })
  })

  it('keeps within what Telegram allows', () => {
    for (const { commands } of menus)
      for (const { command, description } of commands) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThan(2)
        expect(description.length).toBeLessThanOrEqual(256)
      }
  })

  it('lists only commands that are understood', () => {
    for (const { commands } of menus)
      for (const { command } of commands) {
        const typed = typedCommand(`/${command}`)
        expect(typed && commandInput(typed).kind).toBe('command')
      }
  })
})
