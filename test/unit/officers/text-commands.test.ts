import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_OUTCOMES, type CaseNumber } from '../../../src/core/case.ts'
import {
  COMMAND_KEYS,
  COMMAND_WORDS,
  matching,
  readOfficerCommand,
} from '../../../src/officers/text-commands.ts'

const read = (text: string) => readOfficerCommand(text)?.command
const number = 'JR-7K2MWX' as CaseNumber
const target = { kind: 'number', number }

describe('what an officer types', () => {
  it.each([
    ['ambil JR-7K2MWX', { kind: 'act', act: 'take', target }],
    ['/ambil 7k2mwx', { kind: 'act', act: 'take', target }],
    ['Ambil jr 7K2MWX', { kind: 'act', act: 'take', target }],
    ['ambil 7k2', { kind: 'act', act: 'take', target: { kind: 'piece', piece: '7K2' } }],
    ['terima 7K2MWX', { kind: 'act', act: 'acknowledge', target }],
    ['naikkan 7K2MWX', { kind: 'act', act: 'escalate', target }],
    ['balas 7K2MWX', { kind: 'act', act: 'talk', target }],
    ['balas 7K2MWX Kami telepon jam 2.', { kind: 'reply', target, text: 'Kami telepon jam 2.' }],
    ['catat 7K2MWX sudah ditelepon\ndua kali', { kind: 'note', target, text: 'sudah ditelepon\ndua kali' }],
    ['catat 7K2MWX', { kind: 'note', target, text: '' }],
    ['selesai 7K2MWX', { kind: 'resolve', target, outcome: null }],
    ['selesai 7K2MWX dirujuk.', { kind: 'resolve', target, outcome: 'referred' }],
    ['selesai 7K2MWX tidak terbukti', { kind: 'resolve', target, outcome: 'unfounded' }],
    ['selesai 7K2MWX entahlah', { kind: 'resolve', target, outcome: null }],
    ['selesai', { kind: 'end_talk' }],
    ['/kasus', { kind: 'queue' }],
    ['/kasus JR-7K2MWX', { kind: 'open', target }],
    ['/kasus@petugas_bot', { kind: 'queue' }],
    ['cari 0812-3456-789', { kind: 'search', text: '0812-3456-789' }],
    ['/mou kota sukabumi', { kind: 'agreement', place: 'kota sukabumi' }],
    ['/siaga', { kind: 'duty', on: null }],
    ['siaga off', { kind: 'duty', on: false }],
    ['/bahasa en', { kind: 'language', locale: 'en' }],
    ['/start ABC-123', { kind: 'start', code: 'ABC-123' }],
  ])('%s', (text, command) => {
    expect(read(text)).toEqual(command)
  })

  it('is shown how it is written when something is missing', () => {
    for (const text of ['ambil', 'catat', 'ambil 1', 'cari', '/mou', 'siaga nanti'])
      expect(read(text)?.kind, text).toBe('incomplete')
  })

  it('is no command when it is not', () => {
    for (const text of ['', 'halo', 'saya ambil kasus ini', '7K2MWX', '/', '/terbang 7K2MWX', '123'])
      expect(read(text), text).toBeUndefined()
  })

  it('means the same in both languages', () => {
    for (const key of COMMAND_KEYS) {
      const { id, en } = COMMAND_WORDS[key]
      expect(read(`/${id} 7K2MWX`)).toMatchObject({ kind: read(`/${en} 7K2MWX`)?.kind })
    }
  })

  it('reads every outcome by its own name, too', () => {
    for (const outcome of CASE_OUTCOMES) expect(read(`selesai 7K2MWX ${outcome}`)).toMatchObject({ outcome })
  })

  it('never breaks', () => {
    fc.assert(fc.property(fc.string(), (text) => void readOfficerCommand(text)))
  })
})

describe('a piece of a number', () => {
  const queue = ['JR-7K2MWX', 'JR-7K2ABC', 'JR-99AMWX'] as CaseNumber[]

  it('means every case that begins or ends with it', () => {
    expect(matching({ kind: 'piece', piece: '7K2' }, queue)).toEqual(['JR-7K2MWX', 'JR-7K2ABC'])
    expect(matching({ kind: 'piece', piece: 'MWX' }, queue)).toEqual(['JR-7K2MWX', 'JR-99AMWX'])
    expect(matching({ kind: 'piece', piece: '99A' }, queue)).toEqual(['JR-99AMWX'])
  })

  it('is not needed for a whole number, in the queue or not', () => {
    expect(matching({ kind: 'number', number }, [])).toEqual([number])
  })
})
