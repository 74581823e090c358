import { expect, expectTypeOf, it } from 'vitest'
import { effectsOf, WITHOUT_EFFECT } from '../../../src/effects.ts'
import type { HostEventType } from '../../../src/outbox/effects.ts'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault } from '../../../src/privacy/vault.ts'

type Acted = ReturnType<typeof effectsOf>[number]['on']
type Ignored = (typeof WITHOUT_EFFECT)[number]

it('every type of event has an effect or stands in the list of those without', () => {
  expectTypeOf<Acted | Ignored>().toEqualTypeOf<HostEventType>()
  expectTypeOf<Exclude<HostEventType, Acted | Ignored>>().toBeNever()
})

it('and in one of them only', () => {
  const vault = createVault(keyRing([Buffer.alloc(32, 1).toString('base64')], 'test', null))
  const acted = effectsOf({ vault, words: ({ key }) => key }).map(({ on }) => on as string)
  expect(WITHOUT_EFFECT.filter((type) => acted.includes(type))).toEqual([])
})
