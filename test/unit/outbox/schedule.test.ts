import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Priority } from '../../../src/core/delivery.ts'
import { createBucket } from '../../../src/outbox/bucket.ts'
import { createSchedule } from '../../../src/outbox/schedule.ts'
import type { QueuedRow } from '../../../src/outbox/send.store.ts'

function row(id: number, chat: string, priority: Priority = 1, dueAt = 0): QueuedRow {
  return {
    id: String(id),
    chat,
    priority,
    personId: null,
    attempts: 0,
    done: 0,
    createdAt: new Date(0),
    dueAt,
    inDoubt: false,
    content: Buffer.alloc(0),
  }
}
const FAST = { perSecond: 1e6, burst: 1e6 }

describe('the schedule', () => {
  it('sends every row once, one at a time per chat, and in order within chat and priority', () => {
    const rows = fc.array(
      fc.record({ chat: fc.constantFrom('a', 'b', 'c'), priority: fc.constantFrom<Priority>(0, 1, 2) }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }), (drawn, fails) => {
        const schedule = createSchedule(FAST)
        schedule.add(drawn.map(({ chat, priority }, id) => row(id, chat, priority)))
        const busy = new Map<string, QueuedRow>()
        const sent: QueuedRow[] = []
        for (let step = 0; sent.length < drawn.length; step++) {
          expect(step).toBeLessThan(10_000)
          const next = schedule.next(step)
          if (next !== undefined) {
            expect(busy.has(next.chat)).toBe(false)
            busy.set(next.chat, next)
            continue
          }
          const [flying] = busy.values()
          if (flying === undefined) {
            expect(schedule.nextAt()).toBeGreaterThan(step)
            continue
          }
          busy.delete(flying.chat)
          if (fails[step % 200] && flying.attempts < 3)
            schedule.again({ ...flying, attempts: flying.attempts + 1, dueAt: step + 2 })
          else {
            sent.push(flying)
            schedule.finish(flying)
          }
        }
        for (const chat of ['a', 'b', 'c'])
          for (const priority of [0, 1, 2]) {
            const ids = sent
              .filter((one) => one.chat === chat && one.priority === priority)
              .map(({ id }) => Number(id))
            expect(ids).toEqual([...ids].sort((x, y) => x - y))
          }
        expect(schedule.ids).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('says when something may go that may not go yet', () => {
    const schedule = createSchedule(FAST)
    schedule.add([row(1, 'a', 1, 500), row(2, 'b', 1, 300)])
    expect(schedule.next(0)).toBeUndefined()
    expect(schedule.nextAt()).toBe(300)
    expect(schedule.next(300)?.id).toBe('2')
    expect(schedule.next(499)).toBeUndefined()
    expect(schedule.next(500)?.id).toBe('1')
  })
})

it('a bucket never gives more than its burst and its rate', () => {
  const steps = fc.array(fc.nat({ max: 50 }), { maxLength: 200 })
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 10 }),
      (gaps, perSecond, burst) => {
        const bucket = createBucket({ perSecond, burst })
        let now = 0
        let taken = 0
        for (const gap of gaps) {
          now += gap
          const wait = bucket.wait(now)
          const took = bucket.take(now)
          expect(took).toBe(wait === 0)
          if (took) taken += 1
        }
        expect(taken).toBeLessThanOrEqual(burst + (now * perSecond) / 1_000 + 1e-6)
      },
    ),
  )
})
