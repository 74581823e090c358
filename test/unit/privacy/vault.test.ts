import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault, SealedError } from '../../../src/privacy/vault.ts'

const key = (n: number) => Buffer.alloc(32, n).toString('base64')
const vault = createVault(keyRing([key(1)], 'test', null))

describe('a vault', () => {
  it('opens what it sealed, there and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, where, elsewhere) => {
        const sealed = vault.seal(text, where)
        expect(vault.open(sealed, where)).toBe(text)
        if (where !== elsewhere) expect(() => vault.open(sealed, elsewhere)).toThrow(SealedError)
      }),
    )
  })

  it('seals the same text differently each time, and notices every flipped bit', () => {
    const sealed = vault.seal('halo', 'x')
    expect(vault.seal('halo', 'x').equals(sealed)).toBe(false)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const damaged = Buffer.from(sealed)
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => vault.open(damaged, 'x')).toThrow(SealedError)
    }
    expect(() => vault.open(sealed.subarray(0, 20), 'x')).toThrow(SealedError)
  })

  it('reads with old keys, writes with the new one, and finds people as before', () => {
    const rotated = createVault(keyRing([key(2), key(1)], 'test', null))
    expect(rotated.open(vault.seal('halo', 'x'), 'x')).toBe('halo')
    expect(() => vault.open(rotated.seal('halo', 'x'), 'x')).toThrow('not among DATA_KEY')
    expect(rotated.key('lane', 'a')).toBe(vault.key('lane', 'a'))
  })

  it('tells apart what is cut differently', () => {
    expect(vault.key('ab', 'c')).not.toBe(vault.key('a', 'bc'))
    expect(vault.key('lane', 'a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})

it.each([['x'], [''], [Buffer.alloc(31).toString('base64')]])('refuses the key %j', (text) => {
  expect(() => keyRing([text], 'DATA_KEY', null)).toThrow('32 bytes in base64')
})
