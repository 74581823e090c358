import { expect, expectTypeOf, it } from 'vitest'
import { EFFECTS, WITHOUT_EFFECT } from '../../../src/effects.ts'
import type { HostEventType } from '../../../src/outbox/effects.ts'

type Acted = (typeof EFFECTS)[number]['on']
type Ignored = (typeof WITHOUT_EFFECT)[number]

it('every type of event has an effect or stands in the list of those without', () => {
  expectTypeOf<Acted | Ignored>().toEqualTypeOf<HostEventType>()
  expectTypeOf<Exclude<HostEventType, Acted | Ignored>>().toBeNever()
})

it('and in one of them only', () => {
  const acted = EFFECTS.map(({ on }) => on as string)
  expect(WITHOUT_EFFECT.filter((type) => acted.includes(type))).toEqual([])
})
