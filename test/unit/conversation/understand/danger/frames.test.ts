import { describe, expect, it } from 'vitest'
import { hear } from '../../../../../src/conversation/understand/danger/hear.ts'
import { cut } from '../../../../../src/conversation/understand/normalise.ts'
import { guard } from './reading.ts'

const heard = (raw: string) => hear({ raw, sentences: cut(raw).sentences })

describe('frames around words of danger', () => {
  it.each([
    ['kalau suatu hari majikan minta paspor saya, jawab apa? saya belum berangkat, jaga-jaga saja'],
    ['sebagai kepala dusun, apa yang saya siapkan supaya warga tidak dijual calo'],
    ['novel saya tentang perempuan yang disekap majikannya di luar negeri'],
    ['last night the ground shook but we are all safe, only a cup broke'],
  ])('are heard: %s', (text) => {
    expect(guard(text)).toMatchObject({ danger: 'none', framed: true })
  })

  it.each([
    ['saya dipukul majikan lagi, lapor ke mana'],
    ['sebagai kepala dusun saya minta tolong, warga saya disekap majikan di johor sejak kemarin'],
    ['ini bukan novel, saya disekap majikan'],
    ['last night the ground shook and two of us are trapped inside'],
  ])('do not hush who is in danger now: %s', (text) => {
    expect(guard(text).danger).toBe('emergency')
  })
})

describe('what is heard as features', () => {
  it('is the same for the same words, whatever was heard between', () => {
    const first = heard('majikan memukul saya').features
    heard('visa turis ke kamboja, bayar dulu lima juta')
    expect(heard('majikan memukul saya').features).toEqual(first)
  })

  it('tells who does it from whom it is done to', () => {
    expect(heard('majikan memukul saya').features).not.toEqual(heard('saya memukul majikan').features)
  })

  it('stays bounded in a long message', () => {
    const words = 'majikan memukul saya paspor ditahan calo visa turis bayar kabur takut tolong'.split(' ')
    const long = Array.from({ length: 2000 }, (_, i) => words[(i * 7 + (i >> 3)) % words.length]).join(' ')
    expect(heard(long).features.length).toBeLessThanOrEqual(600)
  })

  it('is nothing in nothing', () => {
    expect(heard('').features).toEqual([])
  })
})
