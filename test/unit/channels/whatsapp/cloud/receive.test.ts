import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CloudReceipt,
  IGNORED,
  type Ignored,
  receive,
} from '../../../../../src/channels/whatsapp/cloud/receive.ts'
import type { Accept } from '../../../../../src/core/delivery.ts'

interface Situation {
  readonly label: string
  readonly body: object
  readonly expected: {
    readonly messages: readonly Partial<Accept>[]
    readonly receipts: readonly (Omit<CloudReceipt, 'at'> & { readonly at: string | null })[]
    readonly ignored: readonly Ignored[]
  }
}

const FOLDER = join(import.meta.dirname, '../../../../payloads/whatsapp-cloud')
const SITUATIONS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Situation] => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))])

const receivedAt = new Date('2026-11-21T08:00:00Z')
const read = (body: unknown) => receive(body, { phoneNumberId: '106540352242922', receivedAt })

describe('receive', () => {
  it.each(SITUATIONS.map(([file, one]) => [file, one.label, one] as const))(
    '%s: %s',
    (_file, _label, { body, expected }) => {
      const common = {
        channel: 'whatsapp',
        account: '106540352242922',
        place: null,
        receivedAt,
        chosenLocale: null,
        defaultLocale: 'id',
      }
      expect(read(body)).toEqual({
        messages: expected.messages.map((message) => ({ ...common, ...message })),
        receipts: expected.receipts.map(({ at, ...one }) => ({
          ...one,
          at: at === null ? at : new Date(at),
        })),
        ignored: expected.ignored,
      })
    },
  )

  it('has a situation for every reason to ignore something', () => {
    const seen = new Set(SITUATIONS.flatMap(([, { expected }]) => expected.ignored))
    expect(IGNORED.filter((reason) => !seen.has(reason))).toEqual([])
  })

  it('gives the same ids again when a post is delivered again', () => {
    for (const [, { body }] of SITUATIONS) {
      const ids = read(body).messages.map(({ externalId }) => externalId)
      expect(read(structuredClone(body)).messages.map(({ externalId }) => externalId)).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('never throws, whatever is posted', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        read(value)
      }),
    )
    // Near enough to a real post to come past the first checks.
    const bodies = SITUATIONS.map(([, { body }]) => JSON.stringify(body))
    const damage = fc.tuple(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue({ maxDepth: 2 }))
    fc.assert(
      fc.property(damage, ([text, place, junk]) => {
        const spots = [...text.matchAll(/:(?:"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?)/g)]
        const spot = spots[place % Math.max(spots.length, 1)]
        if (spot === undefined) return
        const hurt = `${text.slice(0, spot.index)}:${JSON.stringify(junk)}${text.slice(spot.index + spot[0].length)}`
        const { messages } = read(JSON.parse(hurt))
        for (const { address } of messages) expect(address).toMatch(/^(\d{7,15}|user:[A-Z]{2}\.\w+)$/)
      }),
      { numRuns: 1_000 },
    )
  })
})
