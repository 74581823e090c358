import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Accept } from '../../src/core/delivery.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import {
  type FakeSender,
  fakeSender,
  message,
  type TestDurable,
  testDurable,
  textOf,
} from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let middle: TestDurable
let time: Date
let telegram: FakeSender
let whatsapp: FakeSender

beforeEach(async () => {
  database = await freshDatabase()
  time = new Date('2026-11-21T08:00:00Z')
  middle = await testDurable(database.url, { wrapContext: (context) => ({ ...context, now: time }) })
  telegram = fakeSender()
  whatsapp = fakeSender({ channel: 'whatsapp', account: '1' })
  middle.addSender(telegram)
  middle.addSender(whatsapp)
})
afterEach(async () => {
  await middle.close()
  await database.drop()
})

type Side = Pick<Accept, 'channel' | 'address'>
const ON_TELEGRAM: Side = { channel: 'telegram', address: '7001' }
const ON_WHATSAPP: Side = { channel: 'whatsapp', address: '6281200000001' }

/** What the side reads as the answer. */
async function says(side: Side, text: string): Promise<string> {
  const { sent } = side.channel === 'telegram' ? telegram : whatsapp
  const before = sent.length
  await middle.accept([message(side.address, text, { channel: side.channel })])
  const answer = await until(`${side.channel} ${side.address} reads an answer to "${text}"`, () =>
    sent.slice(before).find(({ to, body }) => to.address === side.address && body.kind === 'reply'),
  )
  return textOf(answer)
}
const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? ''
const count = async (sql: string): Promise<number> => {
  const [row] = await query<{ count: string }>(database.url, `SELECT count(*) FROM ${sql}`)
  return Number(row?.count)
}

async function joined(): Promise<void> {
  const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
  await says(ON_WHATSAPP, 'gabung akun')
  expect(await says(ON_WHATSAPP, code)).toMatch(/Sudah digabung/)
}

describe('one person on two channels', () => {
  it('is joined by a code shown on one and typed on the other', async () => {
    await says(ON_TELEGRAM, 'halo')
    await says(ON_WHATSAPP, 'halo')
    expect(await count('person')).toBe(2)
    await joined()
    expect(await count('person')).toBe(1)
    expect(await count('(SELECT DISTINCT person_id FROM address) AS a')).toBe(1)
    expect(await count('(SELECT DISTINCT person_id FROM conversation) AS c')).toBe(1)
    await until('the other side hears of it', () =>
      telegram.sent.some((one) => textOf(one).includes('baru digabung')),
    )
    // Both sides go on as before, each where it is.
    expect(await says(ON_TELEGRAM, 'menu')).toMatch(/./)
    expect(await says(ON_WHATSAPP, 'menu')).toMatch(/./)
    expect(await count('person')).toBe(1)
  })

  it('has the language that was chosen, on both sides', async () => {
    await says(ON_TELEGRAM, 'bahasa inggris')
    await joined()
    expect(await says(ON_WHATSAPP, 'menu')).toBe(await says(ON_TELEGRAM, 'menu'))
    const rows = await query<{ chosen: string }>(
      database.url,
      `SELECT state ->> 'chosenLocale' AS chosen FROM conversation`,
    )
    expect(rows.map(({ chosen }) => chosen)).toEqual(['en', 'en'])
  })

  it('sees the cases of one side on the other', async () => {
    await says(ON_TELEGRAM, 'tolong saya disekap majikan di Malaysia')
    const [file] = await query<{ number: string }>(database.url, 'SELECT number FROM case_file')
    expect(await says(ON_WHATSAPP, 'status laporan saya')).not.toContain(file?.number)
    await joined()
    expect(await says(ON_WHATSAPP, 'status laporan saya')).toContain(file?.number)
  })

  it('is forgotten on both sides at once', async () => {
    await says(ON_TELEGRAM, 'halo')
    await joined()
    await says(ON_WHATSAPP, 'hapus data saya')
    expect(await says(ON_WHATSAPP, 'ya')).toMatch(/hapus/)
    for (const table of ['person', 'address', 'conversation', 'join_code', 'join_guess'])
      expect(await count(table), table).toBe(0)
  })
})

describe('a code', () => {
  it('is good for fifteen minutes', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    await says(ON_WHATSAPP, 'gabung akun')
    time = new Date(time.getTime() + 15 * 60_000)
    expect(await says(ON_WHATSAPP, code)).toMatch(/tidak berlaku/)
    expect(await count('person')).toBe(2)
  })

  it('is good once', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    await says(ON_WHATSAPP, 'gabung akun')
    await says(ON_WHATSAPP, code)
    const third: Side = { ...ON_WHATSAPP, address: '6281200000002' }
    await says(third, 'gabung akun')
    expect(await says(third, code)).toMatch(/tidak berlaku/)
  })

  it('is good for one of two who type it at the same moment', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    const two = ['6281200000001', '6281200000002']
    for (const address of two) await says({ ...ON_WHATSAPP, address }, 'gabung akun')
    const before = whatsapp.sent.length
    await middle.accept(two.map((address) => message(address, code, { channel: 'whatsapp' })))
    const answers = await until('both are answered', () => {
      const sent = whatsapp.sent.slice(before).map(textOf)
      return sent.length === 2 ? sent : undefined
    })
    expect(answers.filter((text) => /Sudah digabung/.test(text))).toHaveLength(1)
    expect(answers.filter((text) => /tidak berlaku/.test(text))).toHaveLength(1)
    expect(await count('person')).toBe(2)
  })

  it('gives way to a newer one of the same person', async () => {
    const old = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    const fresh = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    expect(fresh).not.toBe(old)
    await says(ON_WHATSAPP, 'gabung akun')
    expect(await says(ON_WHATSAPP, old)).toMatch(/tidak berlaku/)
    expect(await says(ON_WHATSAPP, fresh)).toMatch(/Sudah digabung/)
  })

  it('joins nobody with themself, nor two addresses of one channel', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    expect(await says(ON_TELEGRAM, code)).toMatch(/dari saluran ini/)
    const other: Side = { ...ON_TELEGRAM, address: '7002' }
    await says(other, 'gabung akun')
    expect(await says(other, code)).toMatch(/saluran yang sama/)
    expect(await count('person')).toBe(2)
  })

  it('cannot be guessed: after five wrong ones no more are looked at, the right one included', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    const wrong = (step: number) => String((Number(code) + step) % 1_000_000).padStart(6, '0')
    await says(ON_WHATSAPP, 'gabung akun')
    for (let step = 1; step <= 5; step += 1)
      expect(await says(ON_WHATSAPP, wrong(step))).toMatch(/tidak berlaku/)
    expect(await says(ON_WHATSAPP, code)).toMatch(/Terlalu banyak/)
    await says(ON_WHATSAPP, 'gabung akun')
    expect(await says(ON_WHATSAPP, code)).toMatch(/Terlalu banyak/)
    expect(await count('person')).toBe(2)
  })

  it('is a number like any other when no code was asked for', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    expect(await says(ON_WHATSAPP, code)).not.toMatch(/digabung/)
    expect(await count('person')).toBe(2)
  })

  it('lies nowhere in the database', async () => {
    const code = codeIn(await says(ON_TELEGRAM, 'gabung akun'))
    const tables = await query<{ name: string }>(
      database.url,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables)
      expect(
        await count(
          `"${name}" AS t WHERE regexp_replace(t::text, '[\\\\]x[0-9a-f]+', '', 'g') LIKE '%${code}%'`,
        ),
        name,
      ).toBe(0)
  })

  it('is not shown where others read along', async () => {
    const before = telegram.sent.length
    await middle.accept([message('7001', 'gabung akun', { place: '-1001' })])
    const answer = await until('the group reads an answer', () => telegram.sent[before])
    expect(textOf(answer)).toMatch(/percakapan pribadi/)
    expect(codeIn(textOf(answer))).toBe('')
  })
})
