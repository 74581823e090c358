/** Answering in a thread of its own: nobody notices, and what it breaks of is no worse than a killed process. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AnsweringOptions } from '../../src/answering.ts'
import { answerInThread, type ThreadedAnswering } from '../../src/answering-thread.ts'
import type { Log } from '../../src/core/log.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import type { ProcessSettings } from '../support/durable/settings.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { FIXTURE_SEED } from '../support/seed-fixture.ts'
import { until } from '../support/until.ts'

const ENTRY = new URL('../support/durable/answering-entry.mjs', import.meta.url)

let database: TestDatabase
let middle: TestDurable | undefined
beforeEach(async () => {
  database = await freshDatabase()
  middle = undefined
})
afterEach(async () => {
  await middle?.close()
  await database.drop()
})

/** A middle whose turns are taken in a thread, which has taken over. */
async function threaded(
  settings: Partial<ProcessSettings> = {},
  { log, ...pings }: { readonly log?: Log; readonly pingEveryMs?: number } = {},
): Promise<TestDurable> {
  const data = { url: database.url, engine: { light: FIXTURE_SEED }, ...settings }
  let answering: ThreadedAnswering | undefined
  const answers = (options: AnsweringOptions) => {
    answering = answerInThread({ entry: ENTRY, data, ...pings }, options)
    return answering
  }
  middle = await testDurable(database.url, { answers, ...(log === undefined ? {} : { log }) })
  await answering?.moved
  return middle
}

const count = async (what: string) =>
  (await query<{ n: number }>(database.url, `SELECT count(*)::int AS n FROM ${what}`))[0]?.n

it('answers go out as they do otherwise', async () => {
  const { accept, addSender, metrics } = await threaded()
  const sender = fakeSender()
  addSender(sender)
  await accept(['a', 'b', 'c'].map((from) => message(from, 'halo')))
  await until('all are sent', () => sender.sent.length === 3)
  expect(sender.sent.map(({ to }) => to.address).sort()).toEqual(['a', 'b', 'c'])
  expect(await metrics.text()).toContain(
    'jalur_turns_total{channel="telegram",action="answer",danger="none"} 3',
  )
})

it('who waits for an answer gets it from the thread, and no row is written for it', async () => {
  const { converse } = await threaded()
  const said = await converse({
    from: { channel: 'web', address: 'visitor' },
    input: { kind: 'text', text: 'halo' },
    chosenLocale: null,
    defaultLocale: 'id',
  })
  expect(said.reply).toMatchObject({ topic: 'smalltalk', locale: 'id' })
  expect(said.text).not.toBe('')
  expect([await count('turn'), await count('outbox')]).toEqual([1, 0])
})

it('a thread that hangs is replaced; what hung it is parked in the end, and the others are answered', async () => {
  const ended: object[] = []
  const silent = () => undefined
  const log: Log = {
    debug: silent,
    info: silent,
    warn: silent,
    error: (fields, what) => what.startsWith('the thread that answers ended') && ended.push(fields),
  }
  const { accept, addSender } = await threaded({ endless: 'tanpa akhir' }, { log, pingEveryMs: 200 })
  const sender = fakeSender()
  addSender(sender)
  await accept([message('a', 'tanpa akhir'), message('b', 'halo'), message('c', 'halo')])
  await until('it is parked and everybody has heard', () => sender.sent.length === 3, 60_000)
  expect(await count('parked_message')).toBe(1)
  expect(ended.length).toBeGreaterThanOrEqual(2)
  const byAddress = Object.fromEntries(sender.sent.map((one) => [one.to.address, one.body.kind]))
  expect(byAddress).toEqual({ a: 'notice', b: 'reply', c: 'reply' })
  await accept([message('a', 'halo')])
  await until('who sent it is answered again', () => sender.sent.length === 4, 20_000)
  expect(textOf(sender.sent[3] as (typeof sender.sent)[number])).not.toBe('')
}, 90_000)

it('ends after what is under way: nothing that was taken is left half done', async () => {
  const { accept } = await threaded()
  await accept(Array.from({ length: 40 }, (_, i) => message(`p${i}`, 'halo')))
  await until('some are answered', async () => Number(await count('turn')) > 0)
  await middle?.close()
  middle = undefined
  const answered = await count('turn')
  expect(await count(`inbox WHERE state = 'done'`)).toBe(answered)
  expect(await count('outbox')).toBe(answered)
  const connections = await query<{ n: number }>(
    database.url,
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'jalur-resmi%'`,
  )
  expect(connections[0]?.n).toBe(0)
})
