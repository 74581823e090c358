import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchAttachments } from '../../src/cases/attachments.store.ts'
import { readDesks } from '../../src/cases/desk.store.ts'
import { joinedBy } from '../../src/cases/joined.store.ts'
import { retainCases } from '../../src/cases/retention.store.ts'
import type { CaseNumber } from '../../src/core/case.ts'
import type { FetchedMedia } from '../../src/core/media.ts'
import { invite } from '../../src/officers/invitation.store.ts'
import { erasePeople } from '../../src/privacy/erase.store.ts'
import { type CaseWorld, caseWorld, newNumber, opened, type TestPerson, toldStep } from '../support/cases.ts'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let world: CaseWorld
let budi: TestPerson
beforeEach(async () => {
  database = await freshDatabase()
  world = await caseWorld(database.url)
  budi = await world.person('budi')
})
afterEach(async () => {
  await world.close()
  await database.drop()
})

const DAY = 86_400_000
const rows = <T extends object>(statement: string, values: unknown[] = []) =>
  query<T>(database.url, statement, values)
const one = async (number: CaseNumber) => {
  const [found] = await rows<{
    id: string
    state: string
    handover: string
    region_code: string | null
    person_id: string | null
    conversation_id: string | null
    anonymous: boolean
  }>(
    'SELECT id, state, handover, region_code, person_id, conversation_id, anonymous FROM case_file WHERE number = $1',
    [number],
  )
  return found
}
const statuses = async (number: CaseNumber) =>
  (
    await rows<{ status: string }>(
      `SELECT e.status FROM case_entry e JOIN case_file c ON c.id = e.case_id
       WHERE c.number = $1 AND e.kind = 'status' ORDER BY e.id`,
      [number],
    )
  ).map(({ status }) => status)
const counted = async (statement: string) => (await rows<{ count: number }>(statement))[0]?.count
const submit = (number: CaseNumber, anonymous = false) =>
  ({ type: 'case_submitted', number, anonymous }) as const
const deskOf = async (person: TestPerson) =>
  (await readDesks(world.sql, [{ lane: person.conversationId, personId: person.personId }], world.at)).get(
    person.conversationId,
  )

describe('a report', () => {
  it('is saved after every step, sealed', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number, { told: 'Saya ditawari kerja di luar negeri' }))
    expect(await one(number)).toMatchObject({ state: 'draft', region_code: '35.09' })
    const steps = [
      ['recruiter_name', 'Pak Joko'],
      ['recruiter_phone', '0812-3456-7890'],
      ['reach', 'telepon 0899 8888 7777'],
    ] as const
    for (const [index, [field, text]] of steps.entries()) {
      await world.turn(budi, toldStep(number, field, text))
      expect(await counted('SELECT count(*)::int AS count FROM case_detail')).toBe(index + 2)
    }
    await world.turn(budi, submit(number, true))
    expect(await one(number)).toMatchObject({ state: 'open', anonymous: true })
    expect(await statuses(number)).toEqual(['opened', 'submitted'])
    const bytes = await rows<{ value: Buffer; names: string[] }>('SELECT value, names FROM case_detail')
    const open = bytes.map(({ value, names }) => value.toString('latin1') + names.join()).join()
    for (const secret of ['Joko', '3456', '8888', 'luar negeri']) expect(open).not.toContain(secret)
    const officer = await world.officer({ role: 'national' }, 'nas')
    const found = await world.desk.caseFor(officer.id, number)
    expect(found.kind === 'done' && found.file.details.map(({ field, text }) => [field, text])).toEqual([
      ['what', 'Saya ditawari kerja di luar negeri'],
      ...steps,
    ])
  })

  it('shows the person what it is, newest first, and for thirty days after its end', async () => {
    const [first, second] = [newNumber(), newNumber()]
    await world.turn(budi, opened(first))
    world.pass(1_000)
    await world.turn(
      budi,
      opened(second, { opening: { kind: 'emergency', signs: ['violence'] }, region: null }),
    )
    const siti = await world.person('siti')
    expect(await deskOf(siti)).toBeUndefined()
    expect((await deskOf(budi))?.cases.map(({ number, kind, state }) => [number, kind, state])).toEqual([
      [second, 'emergency', 'draft'],
      [first, 'illegal_offer', 'draft'],
    ])
    await world.turn(budi, { type: 'case_withdrawn', number: first })
    expect((await deskOf(budi))?.cases.at(-1)).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' })
    world.pass(29 * DAY)
    expect((await deskOf(budi))?.cases).toHaveLength(2)
    world.pass(2 * DAY)
    expect((await deskOf(budi))?.cases.map(({ number }) => number)).toEqual([second])
  })

  it('is nothing that somebody else reaches by its number', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    const siti = await world.person('siti')
    await world.turn(
      siti,
      toldStep(number, 'what', 'bukan saya'),
      submit(number),
      { type: 'case_message', number, text: 'halo' },
      { type: 'handover_ended', number, by: 'person' },
      { type: 'case_attached', number, what: 'photo', reference: 'r', mime: null, bytes: null },
      { type: 'case_withdrawn', number },
    )
    expect(await one(number)).toMatchObject({ state: 'draft' })
    expect(await counted('SELECT count(*)::int AS count FROM case_detail')).toBe(0)
    expect(await counted('SELECT count(*)::int AS count FROM case_attachment')).toBe(0)
    expect(await statuses(number)).toEqual(['opened'])
  })

  it('follows a person who joined two channels: seen on both, answered where they wrote last', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number), submit(number))
    const page = await world.person('budi-page', 'web')
    for (const table of ['address', 'conversation'])
      await run(database.url, `UPDATE ${table} SET person_id = $1 WHERE person_id = $2`, [
        budi.personId,
        page.personId,
      ])
    const there = { ...page, personId: budi.personId }
    expect((await deskOf(there))?.cases.map((view) => view.number)).toEqual([number])
    const officer = await world.officer({}, 'jember')
    await world.desk.openTalk(officer.id, number)
    await world.turn(there, { type: 'case_message', number, text: 'sekarang di sini' })
    await world.desk.reply(officer.id, number, 'baik')
    const told = (await world.told()).map(({ channel, address, text }) => [
      channel,
      address,
      text.split('|')[0],
    ])
    expect(told).toEqual([
      ['telegram', 'budi', 'desk.talkOpened'],
      ['telegram', 'jember', 'officer.desk.said'],
      ['web', 'budi-page', 'desk.said'],
    ])
  })

  it.each(['is rolled back', 'loses its connection'])('leaves nothing half when its turn %s', async (how) => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    const broken = world.sql.transaction(async (tx) => {
      await world.turnIn(tx, budi, toldStep(number, 'what', 'cerita'), submit(number), {
        type: 'handover_requested',
        reason: 'asked',
        region: null,
        number,
      })
      if (how === 'is rolled back') throw new Error('killed')
      const { rows: pids } = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await rows('SELECT pg_terminate_backend($1)', [pids[0]?.pid])
    })
    await expect(broken).rejects.toThrow()
    expect(await one(number)).toMatchObject({ state: 'draft', handover: 'none' })
    for (const table of ['case_detail', 'outbox', 'alert'])
      expect(await counted(`SELECT count(*)::int AS count FROM ${table}`), table).toBe(0)
    expect(await statuses(number)).toEqual(['opened'])
  })

  it('that is withdrawn before it was sent keeps no word of it; after that, until retention', async () => {
    const [draft, sent] = [newNumber(), newNumber()]
    await world.turn(budi, opened(draft, { told: 'satu' }))
    await world.turn(budi, opened(sent, { told: 'dua' }), submit(sent))
    await world.turn(
      budi,
      { type: 'case_withdrawn', number: draft },
      { type: 'case_withdrawn', number: sent },
    )
    expect(await one(draft)).toMatchObject({ state: 'withdrawn' })
    const kept = await rows<{ number: string }>(
      'SELECT c.number FROM case_detail d JOIN case_file c ON c.id = d.case_id',
    )
    expect(kept).toEqual([{ number: sent }])
    await world.turn(budi, toldStep(sent, 'what', 'lagi'))
    expect(await counted('SELECT count(*)::int AS count FROM case_detail')).toBe(1)
  })

  it('with a number that is taken is refused as a whole', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    const siti = await world.person('siti')
    await expect(world.turn(siti, opened(number), toldStep(number, 'what', 'x'))).rejects.toMatchObject({
      code: '23505',
    })
    expect(await one(number)).toMatchObject({ conversation_id: budi.conversationId })
  })
})

describe('a wish to talk to an officer', () => {
  const wanted = (number: CaseNumber) =>
    ({ type: 'handover_requested', reason: 'asked', region: '35.09' as never, number }) as const

  it('becomes a case that waits, and ends with the person', async () => {
    const number = newNumber()
    await world.turn(budi, wanted(number))
    expect(await one(number)).toMatchObject({ state: 'open', handover: 'waiting', region_code: '35.09' })
    await world.turn(budi, wanted(number))
    expect(await counted('SELECT count(*)::int AS count FROM case_file')).toBe(1)
    await world.turn(budi, { type: 'handover_ended', number, by: 'person' })
    expect(await one(number)).toMatchObject({ state: 'withdrawn', handover: 'none' })
  })

  it('belongs to the report that is there, and leaves it where it is', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number), wanted(number))
    expect(await one(number)).toMatchObject({ state: 'draft', handover: 'waiting' })
    await world.turn(budi, { type: 'handover_ended', number, by: 'silence' })
    expect(await one(number)).toMatchObject({ state: 'draft', handover: 'none' })
  })

  it('without a desk is no case', async () => {
    await world.turn(budi, { type: 'handover_requested', reason: 'asked', region: null, number: null })
    expect(await counted('SELECT count(*)::int AS count FROM case_file')).toBe(0)
  })
})

describe('reports that name the same recruiter', () => {
  const report = async (
    person: TestPerson,
    ...steps: (readonly [Parameters<typeof toldStep>[1], string])[]
  ) => {
    const number = newNumber()
    world.pass(1_000)
    await world.turn(person, opened(number), ...steps.map(([field, text]) => toldStep(number, field, text)))
    await world.turn(person, submit(number))
    return (await one(number))?.id ?? ''
  }

  it('are joined, also over others, however it was written', async () => {
    const siti = await world.person('siti')
    const wati = await world.person('wati')
    const first = await report(budi, ['recruiter_phone', '0812 3456 7890'])
    const second = await report(siti, ['what', 'WA +62-812-3456-7890, PT. Maju Jaya Abadi'])
    const third = await report(wati, ['recruiter_company', 'maju jaya abadi'])
    const alone = await report(wati, ['recruiter_phone', '0857 0000 1111'], ['reach', '0812 3456 7890'])
    for (const id of [first, second, third]) {
      const joined = await joinedBy(world.sql, id)
      expect(joined).toMatchObject({ first, count: 3 })
      expect([...joined.others, id].sort()).toEqual([first, second, third].sort())
    }
    expect(await joinedBy(world.sql, alone)).toEqual({ first: alone, count: 1, others: [] })
  })

  it('a draft or a withdrawn one does not count for the others', async () => {
    const first = await report(budi, ['recruiter_account', 'BRI 0021 0123 4567'])
    const number = newNumber()
    await world.turn(budi, opened(number), toldStep(number, 'recruiter_account', '002101234567'))
    expect(await joinedBy(world.sql, first)).toMatchObject({ count: 1 })
    await world.turn(budi, submit(number))
    expect(await joinedBy(world.sql, first)).toMatchObject({ count: 2 })
    await world.turn(budi, { type: 'case_withdrawn', number })
    expect(await joinedBy(world.sql, first)).toMatchObject({ count: 1 })
  })
})

describe('a file that was sent', () => {
  const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8])
  const attach = async (
    number: CaseNumber,
    reference: string,
    bytes: number | null = null,
    mime: string | null = null,
  ) => world.turn(budi, { type: 'case_attached', number, what: 'photo', reference, mime, bytes })
  const fetching = (answer: (reference: string) => Promise<FetchedMedia>) =>
    fetchAttachments({
      sql: world.sql,
      vault: world.vault,
      channel: 'telegram',
      account: '1',
      fetchMedia: answer,
      now: () => world.at,
      signal: new AbortController().signal,
    })
  const states = () =>
    rows<{ content: Buffer | null; refusal: string | null; reference: Buffer | null; attempts: number }>(
      'SELECT content, refusal, reference, attempts FROM case_attachment ORDER BY created_at, id',
    )

  it('is fetched, sealed, and shown to an officer', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    await attach(number, 'file-id-1')
    await world.turn(budi, submit(number))
    expect((await states())[0]?.reference?.toString('latin1')).not.toContain('file-id-1')
    expect(await fetching(async () => ({ kind: 'media', bytes: JPEG, mime: 'image/jpeg' }))).toBe(1)
    const [kept] = await states()
    expect(kept).toMatchObject({ reference: null, refusal: null })
    expect(kept?.content?.includes(JPEG)).toBe(false)
    const officer = await world.officer({}, 'jember')
    const file = await world.desk.caseFor(officer.id, number)
    const [card] = file.kind === 'done' ? file.file.attachments : []
    expect(card).toMatchObject({ state: 'kept', mime: 'image/jpeg', bytes: JPEG.length })
    const found = await world.desk.attachment(officer.id, number, card?.id ?? '')
    expect(found.kind === 'done' && JPEG.equals(found.content)).toBe(true)
    expect(await fetching(async () => Promise.reject(new Error('nothing is left to fetch')))).toBe(0)
  })

  it('that cannot be fetched is tried three times, with a pause, and then refused with the reason', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    await attach(number, 'x')
    let calls = 0
    const broken = async (): Promise<FetchedMedia> => {
      calls += 1
      throw new Error('away')
    }
    expect(await fetching(broken)).toBe(0)
    expect(await fetching(broken)).toBe(0)
    expect(calls).toBe(1)
    world.pass(2 * 60_000)
    await fetching(broken)
    world.pass(2 * 60_000)
    expect(await fetching(broken)).toBe(1)
    expect(calls).toBe(3)
    expect(await states()).toMatchObject([{ refusal: 'failed', reference: null, attempts: 3 }])
  })

  it.each([
    ['too_large', null, { kind: 'media', bytes: new Uint8Array(8 * 1024 * 1024 + 1), mime: 'image/png' }],
    ['wrong_type', null, { kind: 'refused', reason: 'type' }],
    ['gone', null, { kind: 'refused', reason: 'gone' }],
    ['too_large', 9 * 1024 * 1024, undefined],
  ] as const)('is refused as %s', async (refusal, bytes, answer) => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    await attach(number, 'x', bytes)
    await fetching(async () => answer ?? Promise.reject(new Error('must not be asked for')))
    expect(await states()).toMatchObject([{ refusal, reference: null, content: null }])
  })

  it('of a type that is not kept is not even asked for, and only so many are', async () => {
    const number = newNumber()
    await world.turn(budi, opened(number))
    await attach(number, 'x', null, 'application/x-msdownload')
    expect(await states()).toMatchObject([{ refusal: 'wrong_type', attempts: 0 }])
    for (let file = 0; file < 25; file += 1) await attach(number, `f${file}`)
    expect(await states()).toHaveLength(20)
  })
})

describe('what people said', () => {
  it('lies open in no column of no table, of a person or of an officer', async () => {
    const officer = await world.officer({ name: 'Siti' }, 'officer-address-77')
    const number = newNumber()
    await world.turn(
      budi,
      opened(number, { told: 'rahasia-cerita' }),
      toldStep(number, 'recruiter_phone', '081234567890'),
      toldStep(number, 'recruiter_company', 'PT Rahasia Sejahtera'),
      { type: 'case_attached', number, what: 'photo', reference: 'rahasia-file', mime: null, bytes: null },
    )
    await world.turn(budi, submit(number))
    await world.desk.openTalk(officer.id, number)
    await world.turn(budi, { type: 'case_message', number, text: 'rahasia-pesan' })
    await world.desk.reply(officer.id, number, 'rahasia-jawab')
    await world.desk.note(officer.id, number, 'rahasia-catatan')
    await world.desk.search(officer.id, '0812 3456 7890')
    await world.desk.caseFor(officer.id, number)
    const { code } = await world.sql.transaction((tx) =>
      invite(tx, world.vault, { name: 'Joko', role: 'admin', regions: [] }, null, world.at),
    )
    const tables = await rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    const found: string[] = []
    for (const { name } of tables)
      for (const row of await rows<object>(`SELECT * FROM "${name}"`))
        for (const value of Object.values(row))
          found.push(Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value))
    const everything = found.join('\n')
    expect(everything).toContain(number)
    const secrets = ['rahasia', 'Rahasia', '1234567890', 'budi', 'officer-address-77', code]
    for (const secret of secrets) expect(everything, secret).not.toContain(secret)
  })
})

describe('a person who wants to be forgotten', () => {
  it('leaves a report that was sent, without anybody in it; drafts, talks and reminders go', async () => {
    const [draft, sent, talk, danger] = [newNumber(), newNumber(), newNumber(), newNumber()]
    const officer = await world.officer({}, 'jember')
    await world.turn(budi, opened(draft, { told: 'belum selesai' }))
    await world.turn(
      budi,
      opened(sent, { told: 'ditipu' }),
      toldStep(sent, 'recruiter_phone', '081234567890'),
      toldStep(sent, 'reach', 'WA 0899 8888 7777'),
      submit(sent),
    )
    await world.turn(budi, {
      type: 'case_attached',
      number: sent,
      what: 'photo',
      reference: 'p',
      mime: null,
      bytes: null,
    })
    await world.turn(budi, { type: 'handover_requested', reason: 'asked', region: null, number: talk })
    const emergency = { kind: 'emergency', signs: ['confinement'] } as const
    await world.turn(budi, opened(danger, { opening: emergency, consented: false, told: 'saya dikurung' }))
    await world.turn(budi, { type: 'reminder_wanted', kind: 'departure', on: '2027-01-01', region: null })
    expect((await world.desk.reply(officer.id, sent, 'Kami bantu')).kind).toBe('done')
    await world.desk.note(officer.id, sent, 'Budi, 0899')
    await world.sql.transaction(async (tx) => {
      await world.turnIn(tx, budi, { type: 'forget_confirmed' })
      await erasePeople(tx, [budi.conversationId])
    })
    expect(await one(draft)).toBeUndefined()
    expect(await one(talk)).toBeUndefined()
    for (const number of [sent, danger])
      expect(await one(number)).toMatchObject({ person_id: null, conversation_id: null, handover: 'none' })
    expect(
      await rows(
        'SELECT c.number, d.field FROM case_detail d JOIN case_file c ON c.id = d.case_id ORDER BY d.id',
      ),
    ).toEqual([
      { number: sent, field: 'what' },
      { number: sent, field: 'recruiter_phone' },
    ])
    expect(await counted(`SELECT count(*)::int AS count FROM case_entry WHERE kind <> 'status'`)).toBe(0)
    for (const table of ['case_attachment', 'reminder', 'person'])
      expect(await counted(`SELECT count(*)::int AS count FROM ${table}`), table).toBe(0)
    expect((await world.told()).map(({ address, text }) => [address, text.split('|')[0]])).toEqual([
      ['jember', 'officer.desk.forgotten'],
    ])
    expect(await statuses(sent)).toContain('person_forgotten')
    expect(await world.desk.reply(officer.id, sent, 'halo?')).toEqual({ kind: 'unreachable' })
    expect(await world.desk.openTalk(officer.id, sent)).toEqual({ kind: 'unreachable' })
  })

  it('takes nobody else along', async () => {
    const siti = await world.person('siti')
    const number = newNumber()
    await world.turn(siti, opened(number, { told: 'x' }))
    await world.turn(budi, { type: 'forget_confirmed' })
    expect(await one(number)).toMatchObject({ person_id: siti.personId })
  })
})

describe('retention', () => {
  it('deletes what is over, and drafts nobody finished; never what is open', async () => {
    const [over, open, draft, danger] = [newNumber(), newNumber(), newNumber(), newNumber()]
    await world.turn(budi, opened(over, { told: 'x' }), submit(over), {
      type: 'case_withdrawn',
      number: over,
    })
    await world.turn(budi, opened(open), submit(open))
    await world.turn(budi, opened(draft))
    await world.turn(budi, opened(danger, { opening: { kind: 'emergency', signs: [] } }))
    world.pass(89 * DAY)
    expect(await retainCases(world.sql, world.at, 90)).toEqual({ cases: 0, drafts: 0, reminders: 0 })
    world.pass(2 * DAY)
    expect(await retainCases(world.sql, world.at, 90)).toEqual({ cases: 1, drafts: 1, reminders: 0 })
    const left = await rows<{ number: string }>('SELECT number FROM case_file')
    expect(left.map(({ number }) => number).sort()).toEqual([danger, open].sort())
    expect(await counted('SELECT count(*)::int AS count FROM case_detail')).toBe(0)
  })
})
