import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficerRole } from '../../src/core/alert.ts'
import type { CaseNumber } from '../../src/core/case.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import { retainAudit } from '../../src/officers/audit.store.ts'
import type { Officer, OfficerId } from '../../src/officers/desk.ts'
import { invite } from '../../src/officers/invitation.store.ts'
import { type CaseWorld, caseWorld, newNumber, opened, type TestPerson, toldStep } from '../support/cases.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

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

const HOUR = 3_600_000
const code = (text: string) => text as RegionCode
const rows = <T extends object>(statement: string, values: unknown[] = []) =>
  query<T>(database.url, statement, values)
const from = (address: string) => ({ channel: 'telegram', account: '9', address }) as const
const submit = (number: CaseNumber) => ({ type: 'case_submitted', number, anonymous: false }) as const
const actions = async (officer: Officer | null) =>
  (
    await rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE officer_id IS NOT DISTINCT FROM $1 AND action NOT LIKE 'alert_%ed' ORDER BY id`,
      [officer?.id ?? null],
    )
  ).map(({ action }) => action)

async function report(
  region: string | null = '35.09',
  person = budi,
  ...steps: ReturnType<typeof toldStep>[]
) {
  const number = newNumber()
  world.pass(1_000)
  await world.turn(
    person,
    opened(number, { region: region === null ? null : code(region), told: 'cerita' }),
    ...steps,
  )
  await world.turn(person, submit(number))
  return number
}
const told = async (address: string) =>
  (await world.told()).filter((one) => one.address === address).map(({ text }) => text)

describe('an invitation', () => {
  const invited = (role: OfficerRole = 'officer') =>
    world.sql.transaction((tx) =>
      invite(
        tx,
        world.vault,
        { name: 'Siti', role, regions: role === 'officer' ? [code('35.09')] : [] },
        null,
        world.at,
      ),
    )

  it('makes an officer once, as it was typed, and is stored as a hash', async () => {
    const { code: secret } = await invited()
    expect(secret).toMatch(/^[2-9A-HJ-NP-Z]{10}$/)
    const [stored] = await rows<{ code_hash: Buffer }>('SELECT code_hash FROM officer_invitation')
    expect(stored?.code_hash.toString('latin1')).not.toContain(secret)
    const typed = `${secret.slice(0, 5).toLowerCase()} ${secret.slice(5)}`
    const joined = await world.desk.redeem(typed, from('a'), 'en')
    expect(joined).toMatchObject({
      kind: 'joined',
      officer: { name: 'Siti', regions: ['35.09'], locale: 'en', onDuty: true },
    })
    expect(await world.desk.redeem(secret, from('b'), 'id')).toEqual({ kind: 'refused', reason: 'used' })
    expect(await world.desk.findOfficer(from('a'))).toMatchObject({ name: 'Siti' })
    expect(await world.desk.findOfficer(from('b'))).toBeUndefined()
    const [row] = await rows<{ address_cipher: Buffer }>('SELECT address_cipher FROM officer')
    expect(row?.address_cipher.toString('latin1')).not.toMatch(/^a$/)
  })

  it('expires after three days, and a wrong one is unknown', async () => {
    const { code: secret } = await invited()
    expect(await world.desk.redeem('AAAAAAAAAA', from('a'), 'id')).toEqual({
      kind: 'refused',
      reason: 'unknown',
    })
    world.pass(72 * HOUR)
    expect(await world.desk.redeem(secret, from('a'), 'id')).toEqual({ kind: 'refused', reason: 'expired' })
  })

  it('is not used up by somebody who is an officer already', async () => {
    await world.officer({}, 'a')
    const { code: secret } = await invited()
    expect(await world.desk.redeem(secret, from('a'), 'id')).toEqual({ kind: 'refused', reason: 'taken' })
    expect(await world.desk.redeem(secret, from('b'), 'id')).toMatchObject({ kind: 'joined' })
  })

  it('used by two at once makes one officer', async () => {
    const { code: secret } = await invited()
    const both = await Promise.all(['a', 'b'].map((who) => world.desk.redeem(secret, from(who), 'id')))
    expect(both.map(({ kind }) => kind).sort()).toEqual(['joined', 'refused'])
    expect(await rows('SELECT id FROM officer')).toHaveLength(1)
  })
})

describe('who sees what', () => {
  it('is decided by role and region, for lists and for each act', async () => {
    const regions = { jember: '35.09', malang: '35.07', semarang: '33.22', nowhere: null }
    const numbers: Record<string, CaseNumber> = {}
    for (const [name, region] of Object.entries(regions)) numbers[name] = await report(region)
    const nameOf = (number: CaseNumber) => Object.keys(numbers).find((name) => numbers[name] === number)
    const sees = {
      officer: ['jember'],
      supervisor: ['jember', 'malang'],
      national: ['jember', 'malang', 'nowhere', 'semarang'],
      admin: ['jember', 'malang', 'nowhere', 'semarang'],
    }
    for (const [role, expected] of Object.entries(sees) as [OfficerRole, string[]][]) {
      const scope = role === 'supervisor' ? [code('35')] : [code('35.09')]
      const officer = await world.officer({ role, regions: scope }, role)
      const queue = await world.desk.queue(officer.id)
      expect(queue.kind === 'done' && queue.cases.map(({ number }) => nameOf(number)).sort(), role).toEqual(
        expected,
      )
      for (const [name, number] of Object.entries(numbers)) {
        const kind = expected.includes(name) ? 'done' : 'out_of_scope'
        expect((await world.desk.caseFor(officer.id, number)).kind, `${role} ${name}`).toBe(kind)
        const found = await world.desk.search(officer.id, number)
        expect(found.kind === 'done' && found.cases.length, `${role} ${name}`).toBe(kind === 'done' ? 1 : 0)
        if (kind === 'done') continue
        const refused = await Promise.all([
          world.desk.take(officer.id, number, { over: true }),
          world.desk.acknowledge(officer.id, { number }),
          world.desk.note(officer.id, number, 'x'),
          world.desk.reply(officer.id, number, 'x'),
          world.desk.openTalk(officer.id, number),
          world.desk.closeTalk(officer.id, number),
          world.desk.escalate(officer.id, number),
          world.desk.resolve(officer.id, number, 'helped'),
          world.desk.attachment(officer.id, number, 'x'),
        ])
        expect(new Set(refused.map((one) => one.kind)), `${role} ${name}`).toEqual(new Set(['out_of_scope']))
      }
    }
    expect(await rows(`SELECT id FROM case_entry WHERE kind <> 'status'`)).toEqual([])
    expect(await rows('SELECT id FROM outbox')).toEqual([])
  })

  it('a report that is still being told is the person’s own; an emergency is not', async () => {
    const [draft, danger] = [newNumber(), newNumber()]
    await world.turn(budi, opened(draft))
    await world.turn(budi, opened(danger, { opening: { kind: 'emergency', signs: [] } }))
    const officer = await world.officer({}, 'jember')
    expect((await world.desk.caseFor(officer.id, draft)).kind).toBe('not_found')
    expect((await world.desk.caseFor(officer.id, danger)).kind).toBe('done')
    const queue = await world.desk.queue(officer.id)
    expect(queue.kind === 'done' && queue.cases.map(({ number }) => number)).toEqual([danger])
  })

  it('puts one’s own first, then emergencies, then the oldest', async () => {
    const officer = await world.officer({}, 'jember')
    const [old, own] = [await report(), await report()]
    const danger = newNumber()
    world.pass(1_000)
    await world.turn(budi, opened(danger, { opening: { kind: 'emergency', signs: [] } }))
    await world.desk.take(officer.id, own)
    const queue = await world.desk.queue(officer.id)
    expect(queue.kind === 'done' && queue.cases.map(({ number }) => number)).toEqual([own, danger, old])
  })

  it('finds by telephone, company and place, never outside', async () => {
    const jember = await report('35.09', budi, toldStep(newNumber(), 'what', ''))
    const number = newNumber()
    await world.turn(budi, opened(number), toldStep(number, 'recruiter_phone', '0812-3456-7890'))
    await world.turn(budi, toldStep(number, 'recruiter_company', 'PT Maju Jaya Abadi'), submit(number))
    const officer = await world.officer({}, 'jember')
    const other = await world.officer({ regions: [code('33.22')] }, 'semarang')
    const find = async (who: Officer, text: string) => {
      const found = await world.desk.search(who.id, text)
      return found.kind === 'done' ? found.cases.map((card) => card.number).sort() : found
    }
    for (const text of ['+62 812 3456 7890', 'maju jaya abadi', number.toLowerCase()]) {
      expect(await find(officer, text), text).toEqual([number])
      expect(await find(other, text), text).toEqual([])
    }
    expect(await find(officer, 'Jember')).toEqual([jember, number].sort())
    expect(await find(other, 'Jember')).toEqual([])
    expect(await find(officer, 'entah apa')).toEqual([])
    const audited = await rows<{ detail: object }>(`SELECT detail FROM audit_entry WHERE action = 'searched'`)
    expect(JSON.stringify(audited)).not.toMatch(/3456|maju/i)
  })
})

describe('two officers at once', () => {
  it('one takes it, the other learns who', async () => {
    const [siti, joko] = [
      await world.officer({ name: 'Siti' }, 'siti'),
      await world.officer({ name: 'Joko' }, 'joko'),
    ]
    for (let round = 0; round < 5; round += 1) {
      const number = await report()
      const both = await Promise.all([siti, joko].map(({ id }) => world.desk.take(id, number)))
      expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'taken'])
      const winner = both[0]?.kind === 'done' ? siti : joko
      expect(both.find(({ kind }) => kind === 'taken')).toEqual({ kind: 'taken', by: winner.name })
      const taken = await rows(
        `SELECT e.id FROM case_entry e JOIN case_file c ON c.id = e.case_id WHERE c.number = $1 AND e.status = 'taken'`,
        [number],
      )
      expect(taken).toHaveLength(1)
    }
  })

  it('one acknowledges the alert, the other learns who; the person is told once', async () => {
    const [siti, joko] = [
      await world.officer({ name: 'Siti' }, 'siti'),
      await world.officer({ name: 'Joko' }, 'joko'),
    ]
    const number = await report()
    const [alert] = await rows<{ id: string }>('SELECT id FROM alert')
    const both = await Promise.all(
      [siti, joko].map(({ id }) => world.desk.acknowledge(id, { alert: alert?.id ?? '' })),
    )
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'taken'])
    expect(await told('budi')).toEqual([`desk.acknowledged|${number}`])
    const other = both[0]?.kind === 'done' ? joko : siti
    expect((await world.desk.acknowledge(other.id, { number })).kind).toBe('taken')
  })

  it('only a higher role takes from another, who then has it no more', async () => {
    const [siti, joko] = [
      await world.officer({ name: 'Siti' }, 'siti'),
      await world.officer({ name: 'Joko' }, 'joko'),
    ]
    const chief = await world.officer({ name: 'Rina', role: 'supervisor', regions: [code('35')] }, 'rina')
    const number = await report()
    await world.desk.openTalk(siti.id, number)
    expect(await world.desk.take(joko.id, number, { over: true })).toEqual({ kind: 'taken', by: 'Siti' })
    expect((await world.desk.take(chief.id, number, { over: true })).kind).toBe('done')
    expect(await world.desk.talkOf(siti.id)).toBeUndefined()
    expect(await told('budi')).toEqual([`desk.talkOpened|${number}`, `desk.talkClosed|${number}`])
    for (const act of [
      world.desk.reply(siti.id, number, 'x'),
      world.desk.resolve(siti.id, number, 'helped'),
      world.desk.escalate(siti.id, number),
      world.desk.closeTalk(siti.id, number),
    ])
      expect(await act).toEqual({ kind: 'taken', by: 'Rina' })
  })
})

describe('a talk', () => {
  it('goes both ways through the bots, and neither sees the other’s address', async () => {
    const siti = await world.officer({ name: 'Siti' }, 'tg-officer-77')
    const number = await report()
    expect(await world.desk.openTalk(siti.id, number)).toMatchObject({
      kind: 'done',
      card: { handover: 'open' },
    })
    expect((await world.desk.talkOf(siti.id))?.number).toBe(number)
    await world.turn(budi, { type: 'case_message', number, text: 'Tolong saya' })
    expect((await world.desk.reply(siti.id, number, 'Kami datang')).kind).toBe('done')
    expect((await world.desk.closeTalk(siti.id, number)).kind).toBe('done')
    expect(await world.desk.talkOf(siti.id)).toBeUndefined()
    const all = await world.told()
    expect(
      all
        .filter(({ address }) => address === 'budi')
        .map(({ text, channel, account, personId }) => [text, channel, account, personId]),
    ).toEqual([
      [`desk.talkOpened|${number}`, 'telegram', '1', budi.personId],
      [`desk.said|${number}|Kami datang`, 'telegram', '1', budi.personId],
      [`desk.talkClosed|${number}`, 'telegram', '1', budi.personId],
    ])
    expect(
      all.filter(({ address }) => address === 'tg-officer-77').map(({ text, account }) => [text, account]),
    ).toEqual([[`officer.desk.said|${number}|Tolong saya`, '9']])
    expect(all.map(({ text }) => text).join()).not.toMatch(/tg-officer-77|budi/)
    const file = await world.desk.caseFor(siti.id, number)
    expect(
      file.kind === 'done' &&
        file.file.timeline.flatMap((line) =>
          line.kind === 'message' ? [[line.author, line.by, line.text]] : [],
        ),
    ).toEqual([
      ['citizen', null, 'Tolong saya'],
      ['officer', 'Siti', 'Kami datang'],
    ])
  })

  it('is with one person at a time', async () => {
    const siti = await world.officer({}, 'siti')
    const [first, second] = [await report(), await report()]
    await world.desk.openTalk(siti.id, first)
    expect(await world.desk.openTalk(siti.id, second)).toEqual({ kind: 'talking', number: first })
    expect((await world.desk.openTalk(siti.id, first)).kind).toBe('done')
    await world.desk.closeTalk(siti.id, first)
    expect((await world.desk.openTalk(siti.id, second)).kind).toBe('done')
  })

  it('ends when the person ends it, and the officer is told', async () => {
    const siti = await world.officer({}, 'siti')
    const number = await report()
    await world.desk.openTalk(siti.id, number)
    await world.turn(budi, { type: 'handover_ended', number, by: 'person' })
    expect(await world.desk.talkOf(siti.id)).toBeUndefined()
    expect(await told('siti')).toEqual([`officer.desk.closedByPerson|${number}`])
  })
})

describe('the way of a case', () => {
  it('to its outcome, each step in the timeline and in the audit log', async () => {
    const siti = await world.officer({ name: 'Siti' }, 'siti')
    const number = await report()
    await world.desk.take(siti.id, number)
    await world.desk.note(siti.id, number, 'sudah ditelepon')
    expect(await world.desk.resolve(siti.id, number, 'helped')).toMatchObject({
      kind: 'done',
      card: { state: 'resolved', outcome: 'helped' },
    })
    for (const act of [
      world.desk.take(siti.id, number),
      world.desk.reply(siti.id, number, 'x'),
      world.desk.resolve(siti.id, number, 'referred'),
      world.desk.escalate(siti.id, number),
    ])
      expect(await act).toEqual({ kind: 'ended' })
    expect(await told('budi')).toEqual([`desk.acknowledged|${number}`, `desk.outcome.helped|${number}`])
    expect(await actions(siti)).toEqual(['officer_joined', 'case_taken', 'case_noted', 'case_resolved'])
    expect(await rows(`SELECT id FROM alert WHERE state <> 'resolved'`)).toEqual([])
  })

  it('up: out of the officer’s hands, into those of the supervisor', async () => {
    const siti = await world.officer({}, 'siti')
    const chief = await world.officer({ role: 'supervisor', regions: [code('35')] }, 'chief')
    const number = await report()
    await world.desk.take(siti.id, number)
    expect(await world.desk.escalate(siti.id, number)).toEqual({ kind: 'done', level: 'province' })
    expect((await world.desk.take(chief.id, number)).kind).toBe('done')
  })

  it('leaves nothing half when its transaction breaks', async () => {
    const siti = await world.officer({}, 'siti')
    const number = await report()
    // The last statement of the act is the audit entry: when it cannot be written, nothing is.
    await query(
      database.url,
      `ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> 'case_replied') NOT VALID`,
    )
    await expect(world.desk.reply(siti.id, number, 'halo')).rejects.toMatchObject({ code: '23514' })
    expect(await told('budi')).toEqual([])
    expect(await rows(`SELECT id FROM case_entry WHERE kind = 'message'`)).toEqual([])
    expect(await rows(`SELECT id FROM case_file WHERE officer_id IS NOT NULL`)).toEqual([])
  })
})

describe('a revoked officer', () => {
  it('sees and does nothing from that moment, gets nothing, and what they had goes on', async () => {
    const admin = await world.officer({ role: 'admin' }, 'admin')
    const siti = await world.officer({ name: 'Siti' }, 'siti')
    const joko = await world.officer({ name: 'Joko' }, 'joko')
    const number = await report()
    await world.desk.openTalk(siti.id, number)
    await world.turn(budi, { type: 'case_message', number, text: 'halo' })
    expect(await told('siti')).toHaveLength(1)
    expect((await world.desk.revoke(admin.id, siti.id)).kind).toBe('done')
    expect(await told('siti')).toEqual([])
    expect(await world.desk.findOfficer(from('siti'))).toBeUndefined()
    const id = siti.id as OfficerId
    const acts = await Promise.all([
      world.desk.queue(id),
      world.desk.caseFor(id, number),
      world.desk.search(id, number),
      world.desk.take(id, number),
      world.desk.note(id, number, 'x'),
      world.desk.reply(id, number, 'x'),
      world.desk.duty(id, true),
      world.desk.unanswered(id, 7),
      world.desk.resolve(id, number, 'helped'),
    ])
    expect(new Set(acts.map(({ kind }) => kind))).toEqual(new Set(['revoked']))
    expect(await world.desk.talkOf(id)).toBeUndefined()
    await world.turn(budi, { type: 'case_message', number, text: 'masih di sana?' })
    expect(await told('siti')).toEqual([])
    expect(await world.desk.take(joko.id, number)).toMatchObject({
      kind: 'done',
      card: { officer: { name: 'Joko' } },
    })
    const again = await world.officer({ name: 'Siti' }, 'siti')
    expect(again.id).not.toBe(siti.id)
    expect(await world.desk.revoke(admin.id, siti.id)).toEqual({ kind: 'not_found' })
  })

  it('is revoked by an admin alone', async () => {
    const siti = await world.officer({}, 'siti')
    const chief = await world.officer({ role: 'national' }, 'chief')
    const admin = await world.officer({ role: 'admin' }, 'admin')
    for (const who of [siti, chief]) {
      expect(await world.desk.revoke(who.id, admin.id)).toEqual({ kind: 'not_allowed' })
      expect(await world.desk.officers(who.id)).toEqual({ kind: 'not_allowed' })
      expect(await world.desk.invite(who.id, { name: 'X', role: 'admin', regions: [] })).toEqual({
        kind: 'not_allowed',
      })
    }
    const invited = await world.desk.invite(admin.id, {
      name: 'Baru',
      role: 'officer',
      regions: [code('35.07')],
    })
    expect(invited).toMatchObject({ kind: 'done', expiresAt: new Date(world.at.getTime() + 72 * HOUR) })
    const list = await world.desk.officers(admin.id)
    expect(list.kind === 'done' && list.officers).toHaveLength(3)
  })
})

describe('what nobody could answer', () => {
  it('is counted for the officer’s regions over the last days', async () => {
    const ask = (region: string | null, topic: 'placement.cost' | null = 'placement.cost') =>
      world.turn(budi, {
        type: 'question_unanswered',
        topic,
        region: region === null ? null : code(region),
        language: 'id',
      })
    await ask('35.09')
    world.pass(10 * 24 * HOUR)
    await ask('35.09')
    await ask('35.09')
    await ask('33.22')
    await ask(null, null)
    const siti = await world.officer({}, 'siti')
    const chief = await world.officer({ role: 'national' }, 'chief')
    const counts = async (officer: Officer, days: 7 | 30) => {
      const found = await world.desk.unanswered(officer.id, days)
      return found.kind === 'done'
        ? found.counts.map(({ topic, region, count }) => [topic, region, count])
        : found
    }
    expect(await counts(siti, 7)).toEqual([['placement.cost', '35.09', 2]])
    expect(await counts(siti, 30)).toEqual([['placement.cost', '35.09', 3]])
    expect(await counts(chief, 7)).toEqual([
      ['placement.cost', '35.09', 2],
      [null, null, 1],
      ['placement.cost', '33.22', 1],
    ])
  })
})

describe('the audit log', () => {
  it('is never rewritten, and kept for two years', async () => {
    const siti = await world.officer({}, 'siti')
    await world.desk.queue(siti.id)
    await expect(query(database.url, `UPDATE audit_entry SET action = 'nothing'`)).rejects.toThrow(
      'never changed',
    )
    world.pass(729 * 24 * HOUR)
    expect(await retainAudit(world.sql, world.at)).toMatchObject({ audit: 0 })
    await world.desk.queue(siti.id)
    world.pass(2 * 24 * HOUR)
    expect((await retainAudit(world.sql, world.at)).audit).toBeGreaterThan(0)
    expect(await actions(siti)).toEqual(['queue_seen'])
  })
})
