import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IGNORED, type Ignored, receive } from '../../../../src/channels/telegram/receive.ts'
import type { Update } from '../../../../src/channels/telegram/update.ts'
import type { Accept } from '../../../../src/core/delivery.ts'

interface Situation {
  readonly label: string
  readonly update: Update
  readonly expected: {
    readonly messages: readonly Partial<Accept>[]
    readonly ignored: Ignored | null
    readonly callbackId: string | null
  }
}

const FOLDER = join(import.meta.dirname, '../../../payloads/telegram')
const SITUATIONS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Situation] => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))])

const BOT = { id: 666, username: 'TestNameBot' }
const receivedAt = new Date('2026-11-21T08:00:00Z')
const read = (update: Update) => receive(update, { bot: BOT, receivedAt })

describe('receive', () => {
  it.each(SITUATIONS.map(([file, one]) => [file, one.label, one] as const))(
    '%s: %s',
    (_file, _label, one) => {
      const { update, expected } = one
      const common = {
        channel: 'telegram',
        account: '666',
        order: update.update_id,
        receivedAt,
        chosenLocale: null,
      }
      expect(read(update)).toEqual({
        ...expected,
        messages: expected.messages.map((message) => ({ ...common, ...message })),
      })
    },
  )

  it('has a situation for every reason to ignore an update', () => {
    const seen = new Set(SITUATIONS.map(([, { expected }]) => expected.ignored))
    expect(IGNORED.filter((reason) => !seen.has(reason))).toEqual([])
  })

  it('gives the same ids again when an update is delivered again', () => {
    for (const [, { update }] of SITUATIONS) {
      const ids = read(update).messages.map(({ externalId }) => externalId)
      expect(read(structuredClone(update)).messages.map(({ externalId }) => externalId)).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('never throws, whatever the update holds', () => {
    const key = fc.constantFrom('message', 'edited_message', 'callback_query', 'channel_post', 'x')
    fc.assert(
      fc.property(fc.nat(), fc.dictionary(key, fc.anything()), (update_id, rest) => {
        expect(() => read({ ...rest, update_id })).not.toThrow()
      }),
    )
  })

  it('never throws when one field of a real update is exchanged', () => {
    const update = fc.constantFrom(...SITUATIONS.map(([, one]) => one.update))
    fc.assert(
      fc.property(update, fc.nat(), fc.anything(), (original, which, value) => {
        const changed = structuredClone(original)
        const places = fieldsOf(changed)
        const [holder, field] = places[which % places.length] ?? [changed, 'x']
        if (field !== 'update_id') holder[field] = value
        expect(() => read(changed)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})

type Holder = Record<string, unknown>
function fieldsOf(value: object): [Holder, string][] {
  return Object.entries(value).flatMap(([field, inner]) => [
    [value as Holder, field] as [Holder, string],
    ...(typeof inner === 'object' && inner !== null ? fieldsOf(inner) : []),
  ])
}
