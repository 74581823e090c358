/** Cases on the whole way of a message: inbox, engine, commit, outbox, desk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDesks } from '../../src/cases/desk.store.ts'
import { caseNumberOf } from '../../src/core/case.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import { createSqlPool } from '../../src/database/sql.ts'
import { expireUncollected } from '../../src/outbox/collect.store.ts'
import { CASE_VAULT, type CaseWorld, caseWorld, newNumber, opened } from '../support/cases.ts'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let world: CaseWorld
let middle: TestDurable
beforeEach(async () => {
  database = await freshDatabase()
  world = await caseWorld(database.url, new Date())
  middle = await testDurable(database.url)
})
afterEach(async () => {
  await middle.close()
  await world.close()
  await database.drop()
})

const cases = () =>
  query<{ number: string; kind: string; handover: string; conversation_id: string }>(
    database.url,
    'SELECT number, kind, handover, conversation_id FROM case_file ORDER BY opened_at',
  )
const web = (address: string, text: string) =>
  middle.converse({
    from: { channel: 'web', address },
    input: { kind: 'text', text },
    chosenLocale: null,
    defaultLocale: 'id',
  })

describe('a wish to talk to an officer', () => {
  it('gets a number, waits, becomes a talk, and is over when the person says so', async () => {
    const [citizens, officers] = [fakeSender(), fakeSender({ account: '9' })]
    middle.addSender(citizens)
    middle.addSender(officers)
    const siti = await world.officer({ role: 'national' }, 'siti')
    await middle.accept([message('budi', 'bicara dengan petugas')])
    const [file] = await until('there is a case', async () => {
      const found = await cases()
      return found.length > 0 && found
    })
    const number = file?.number as never
    expect(file).toMatchObject({ kind: 'handover', handover: 'waiting' })
    await until('its number is told', () => citizens.sent.some((one) => textOf(one).includes(number)))
    expect((await world.desk.openTalk(siti.id, number)).kind).toBe('done')
    await until('the person hears of it', () =>
      citizens.sent.some((one) => textOf(one).startsWith('desk.talkOpened')),
    )
    const before = citizens.sent.length
    await middle.accept([message('budi', 'paspor saya ditahan majikan')])
    await until('the officer has it', () =>
      officers.sent.some((one) => textOf(one).includes('paspor saya ditahan majikan')),
    )
    expect(officers.sent.every(({ to }) => to.address === 'siti' && to.account === '9')).toBe(true)
    await world.desk.reply(siti.id, number, 'Di mana Anda sekarang?')
    await until('the person has the answer', () =>
      citizens.sent.slice(before).some((one) => textOf(one).includes('Di mana Anda sekarang?')),
    )
    await middle.accept([message('budi', 'selesai')])
    await until('the talk is over', async () => (await cases())[0]?.handover === 'none')
    expect(await world.desk.talkOf(siti.id)).toBeUndefined()
  })

  it('from a page: what the officer said stands before the next answer, once, and is not lost meanwhile', async () => {
    const siti = await world.officer({ role: 'national' }, 'siti')
    await web('page-1', 'bicara dengan petugas')
    const [file] = await until('there is a case', async () => {
      const found = await cases()
      return found.length > 0 && found
    })
    const number = file?.number as never
    expect((await world.desk.reply(siti.id, number, 'Kami sudah baca.')).kind).toBe('done')
    await run(
      database.url,
      `UPDATE outbox SET created_at = created_at - interval '1 hour' WHERE inbox_id IS NULL`,
    )
    await expireUncollected(world.sql, 120_000)
    const other = await web('page-2', 'halo')
    expect(other.text).not.toContain('Kami sudah baca.')
    const next = await web('page-1', 'berapa biaya ke taiwan?')
    expect(next.text).toMatch(/^desk\.said\|.*Kami sudah baca\.\n\n/)
    expect((await web('page-1', 'halo')).text).not.toContain('Kami sudah baca.')
  })

  it('in a chat that others read opens no case', async () => {
    await middle.accept([message('budi', 'bicara dengan petugas', { place: 'group' })])
    await until('it is answered', async () => {
      const [row] = await query<{ done: number }>(
        database.url,
        `SELECT count(*)::int AS done FROM inbox WHERE state = 'done'`,
      )
      return row?.done === 1
    })
    expect(await cases()).toEqual([])
  })

  it('gets another number when its own is taken, and nothing twice', async () => {
    const wish = message('budi', 'bicara dengan petugas')
    const key = CASE_VAULT.key('external', 'telegram', wish.externalId)
    const taken = caseNumberOf(CASE_VAULT.hash('case number', key, '0'))
    const wati = await world.person('wati')
    await world.turn(wati, opened(taken))
    await middle.accept([wish])
    const own = await until('it has a case', async () => {
      const found = (await cases()).filter((one) => one.conversation_id !== wati.conversationId)
      return found.length > 0 && found
    })
    expect(own).toHaveLength(1)
    expect(own[0]?.number).toBe(caseNumberOf(CASE_VAULT.hash('case number', key, '1')))
  })

  it('and a second message that waited with it are two batches: the second sees the case', async () => {
    await middle.close()
    middle = await testDurable(database.url, { answers: undefined })
    await middle.accept([message('budi', 'bicara dengan petugas'), message('budi', 'bicara dengan petugas')])
    await middle.close()
    middle = await testDurable(database.url)
    await until('both are answered', async () => {
      const [row] = await query<{ done: number }>(
        database.url,
        `SELECT count(*)::int AS done FROM inbox WHERE state = 'done'`,
      )
      return row?.done === 2
    })
    expect(await cases()).toHaveLength(1)
  })
})

describe('the desk of a batch', () => {
  it('costs less than a millisecond when nobody has a case, and little when all have', async () => {
    const sql = createSqlPool({ url: database.url, size: 1, name: 'test desk' })
    const lanes: { lane: string; personId: string }[] = []
    for (let person = 0; person < 64; person += 1) {
      const { conversationId, personId } = await world.person(`p${person}`)
      lanes.push({ lane: conversationId, personId })
    }
    // Other people's cases, as many as a year may bring.
    await run(
      database.url,
      `INSERT INTO case_file (id, number, kind, state, person_id, channel, topic, opened_at, changed_at)
       SELECT gen_random_uuid(), 'JR-' || translate(lpad(to_hex(n), 6, 'z'), '01abcdefz', 'XYABCDEFZ'), 'illegal_offer', 'open',
         gen_random_uuid()::text, 'telegram', 'report.illegal', now(), now() FROM generate_series(1, 20000) AS n`,
    )
    await run(database.url, 'ANALYZE case_file')
    const fastest = async () => {
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 200; round += 1) {
        const since = performance.now()
        await readDesks(sql, lanes, new Date())
        best = Math.min(best, performance.now() - since)
      }
      return best
    }
    const empty = await fastest()
    for (const [index] of lanes.entries()) {
      const person = await world.person(`p${index}`)
      await world.turn(person, opened(newNumber(), { region: '35.09' as RegionCode }))
    }
    const full = await fastest()
    if (process.env.TEST_LOG === '1') console.info({ empty, full })
    await sql.close()
    expect(empty).toBeLessThan(1)
    expect(full).toBeLessThan(5)
  })
})
