import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseKind, CaseNumber } from '../../src/core/case.ts'
import { partialDate } from '../../src/core/dates.ts'
import type { AgreementId, ContactId } from '../../src/core/ids.ts'
import { createClient, type Database } from '../../src/database/client.ts'
import { KNOWLEDGE_CHANGED, listen } from '../../src/database/listen.ts'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { databaseSource } from '../../src/knowledge/knowledge.store.ts'
import { toRecords } from '../../src/knowledge/records.store.ts'
import { loadSeed } from '../../src/knowledge/seed/load-seed.ts'
import { applySeed } from '../../src/knowledge/seed.store.ts'
import { confirmingStore } from '../../src/officers/confirm.store.ts'
import type { OfficerId } from '../../src/officers/desk.ts'
import type { ConfirmMilestone } from '../../src/officers/dialogue/confirming.ts'
import { stepStore } from '../../src/officers/step.store.ts'
import { weekNumbers } from '../../src/officers/week-numbers.store.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { fixtureFiles } from '../support/seed-fixture.ts'
import { until } from '../support/until.ts'

const NOW = new Date('2026-11-21T05:00:00Z') // a Saturday
const HOUR = 3_600_000

let database: TestDatabase
let sql: SqlPool
let db: Database
beforeEach(async () => {
  database = await freshDatabase('seeded')
  sql = createSqlPool({ url: database.url, size: 4, name: 'test' })
  db = createClient(database.url, { poolSize: 1 })
  await sql.query(
    `INSERT INTO milestone (id, agreement_id, position, key, what, kind, date, state) VALUES
     ('m1', 'kota-sukabumi', 1, 'tanda-tangan', '{"id": "Penandatanganan"}', 'signing', '2026-02-02', 'planned'),
     ('m2', 'kota-sukabumi', 2, 'rapat', '{"id": "Rapat teknis"}', 'meeting', '2026-01-21', 'planned')`,
  )
  await sql.query(
    `INSERT INTO citation (source_id, position, milestone_id)
     SELECT source_id, 0, m FROM citation, unnest(ARRAY['m1', 'm2']) AS m
     WHERE agreement_id = 'kota-sukabumi' ORDER BY position LIMIT 2`,
  )
})
afterEach(async () => {
  await db.$disconnect()
  await sql.close()
  await database.drop()
})

async function officer(role: string, ...regions: string[]): Promise<OfficerId> {
  const id = randomUUID()
  await sql.query(
    `INSERT INTO officer (id, name, role, regions, channel, account, created_at, joined_at)
     VALUES ($1, 'Wati', $2::officer_role, $3, 'telegram', '777', $4, $4)`,
    [id, role, regions, NOW],
  )
  return id as OfficerId
}

const source = {
  url: 'https://portal.sukabumikota.go.id/berita/1',
  publisher: 'Portal Kota Sukabumi',
  publishedOn: partialDate('2026-02-03'),
}
const signing = {
  agreement: 'kota-sukabumi' as AgreementId,
  milestone: 'tanda-tangan',
  result: 'done',
  happened: partialDate('2026-02-02'),
  source,
} as const satisfies ConfirmMilestone
const agreement = async () =>
  (await databaseSource(db).load()).agreements.find(({ id }) => id === 'kota-sukabumi')
const audits = () =>
  query<{ action: string; region_code: string; detail: object }>(
    database.url,
    'SELECT action, region_code, detail FROM audit_entry ORDER BY id',
  )

describe('confirming a milestone', () => {
  it('makes a planned agreement a signed one, with the page that says so in front, and tells every process', async () => {
    const wati = await officer('supervisor', '32')
    let told = 0
    const listener = await listen({
      url: database.url,
      channel: KNOWLEDGE_CHANGED,
      onNotify: () => {
        told += 1
      },
    })
    expect(await confirmingStore(sql).milestone(wati, signing, NOW)).toEqual({ kind: 'done' })
    await until('the change is told', () => told > 0)
    await listener.close()
    const after = await agreement()
    expect(after).toMatchObject({ status: 'signed', signedOn: '2026-02-02', asOf: '2026-02-03' })
    const milestone = after?.milestones.find(({ id }) => id === 'tanda-tangan')
    expect(milestone).toMatchObject({ state: 'done', date: '2026-02-02' })
    for (const citations of [milestone?.citations, after?.citations])
      expect(citations?.[0]?.source).toMatchObject({ ...source, grade: 'official' })
    expect(milestone?.citations).toHaveLength(2)
    expect(await audits()).toMatchObject([
      { action: 'milestone_confirmed', region_code: '32.72', detail: { milestone: 'tanda-tangan' } },
    ])
  })

  it('keeps the day it really happened, and leaves the agreement planned when it is not the signing', async () => {
    const wati = await officer('national')
    const meeting = { ...signing, milestone: 'rapat', happened: partialDate('2026-01-22') }
    await confirmingStore(sql).milestone(wati, meeting, NOW)
    const after = await agreement()
    expect(after).toMatchObject({ status: 'planned', signedOn: null })
    expect(after?.milestones.find(({ id }) => id === 'rapat')).toMatchObject({
      state: 'done',
      date: '2026-01-22',
    })
  })

  it('of a cancelled signing does not sign', async () => {
    const wati = await officer('supervisor', '32')
    await confirmingStore(sql).milestone(wati, { ...signing, result: 'cancelled', happened: null }, NOW)
    const after = await agreement()
    expect(after).toMatchObject({ status: 'planned', signedOn: null })
    expect(after?.milestones.find(({ id }) => id === 'tanda-tangan')?.state).toBe('cancelled')
  })

  it('is done by one of two at once', async () => {
    const [wati, jaya] = [await officer('supervisor', '32'), await officer('admin')]
    const store = confirmingStore(sql)
    const done = await Promise.all([wati, jaya].map((one) => store.milestone(one, signing, NOW)))
    expect(done.map(({ kind }) => kind).sort()).toEqual(['done', 'ended'])
    expect(await audits()).toHaveLength(1)
  })

  it('is kept by the next seed, and reported', async () => {
    await confirmingStore(sql).milestone(await officer('supervisor', '32'), signing, NOW)
    const report = await applySeed(db, toRecords(await loadSeed(await fixtureFiles())), 'another')
    expect(report.kept.map(({ key }) => key)).toContain('kota-sukabumi')
    expect(await agreement()).toMatchObject({ status: 'signed' })
  })

  it('writes nothing for whoever may not', async () => {
    const sent = await officer('supervisor', '32')
    await sql.query('UPDATE officer SET revoked_at = $2 WHERE id = $1', [sent, NOW])
    const cases = [
      [await officer('officer', '32.72'), 'not_allowed'],
      [await officer('supervisor', '35'), 'out_of_scope'],
      [sent, 'revoked'],
      [randomUUID() as OfficerId, 'revoked'],
    ] as const
    for (const [who, kind] of cases)
      expect(await confirmingStore(sql).milestone(who, signing, NOW)).toEqual({ kind })
    const lost = { ...signing, milestone: 'tidak-ada' }
    expect(await confirmingStore(sql).milestone(await officer('admin'), lost, NOW)).toEqual({
      kind: 'not_found',
    })
    expect(await agreement()).toMatchObject({ status: 'planned' })
    expect(await audits()).toEqual([])
    expect(await query(database.url, `SELECT id FROM source WHERE edited_by IS NOT NULL`)).toEqual([])
  })
})

describe('confirming a contact', () => {
  const contact = 'kbri-kl' as ContactId
  const read = async (id: string) => (await databaseSource(db).load()).contacts.find((one) => one.id === id)

  it('keeps its numbers or takes the new ones, with the page in front', async () => {
    const ayu = await officer('national')
    const office = 'bp3mi-jatim' as ContactId
    await confirmingStore(sql).contact(ayu, { contact: office, phones: ['031-123456'], source }, NOW)
    expect(await read(office)).toMatchObject({ phones: ['031-123456'], confidence: 'official' })
    await confirmingStore(sql).contact(ayu, { contact: office, phones: null, source }, NOW)
    const after = await read(office)
    expect(after?.phones).toEqual(['031-123456'])
    expect(after?.citations.slice(0, 2).map((one) => one.source.publisher)).toEqual([
      'Portal Kota Sukabumi',
      'Portal Kota Sukabumi',
    ])
    expect((await audits()).map(({ action }) => action)).toEqual(['contact_confirmed', 'contact_confirmed'])
  })

  it('of the whole country is for the national desk', async () => {
    const regional = await officer('supervisor', '35')
    const line = 'line-a' as ContactId
    const store = confirmingStore(sql)
    expect(await store.contact(regional, { contact: line, phones: ['1'], source }, NOW)).toEqual({
      kind: 'out_of_scope',
    })
    expect((await read(line))?.phones).toEqual(['08001000'])
    expect(await read(contact)).toBeDefined()
  })
})

describe('the numbers of the week', () => {
  let count = 0
  async function file(
    kind: CaseKind,
    openedAt: string,
    more: { region?: string | null; state?: string; minutes?: number; resolvedAt?: string } = {},
  ): Promise<void> {
    const { region = '35.09', state = 'open', minutes, resolvedAt = null } = more
    const opened = new Date(openedAt)
    count += 1
    await sql.query(
      `INSERT INTO case_file (id, number, kind, state, channel, topic, region_code, opened_at, submitted_at, changed_at,
         acknowledged_at, resolved_at)
       VALUES ($1, $2, $3::case_kind, $4::case_state, 'telegram', 'report.illegal', $5, $6::timestamptz, $6, $6, $7, $8)`,
      [
        randomUUID(),
        `JR-2222${'23456789'.charAt(count % 8)}${'ABCDEFGH'.charAt(Math.floor(count / 8))}` as CaseNumber,
        kind,
        state,
        region,
        opened,
        minutes === undefined ? null : new Date(opened.getTime() + minutes * 60_000),
        resolvedAt,
      ],
    )
  }

  it('count by week, kind and region, and say how long an acknowledgement took', async () => {
    await file('emergency', '2026-11-16T01:00:00Z', { minutes: 4 })
    await file('emergency', '2026-11-17T01:00:00Z', { minutes: 8, state: 'in_progress' })
    await file('illegal_offer', '2026-11-20T01:00:00Z', { minutes: 90 })
    // Monday in Jakarta, still Sunday in London: this week.
    await file('handover', '2026-11-15T18:00:00Z')
    await file('handover', '2026-11-15T16:00:00Z')
    await file('illegal_offer', '2026-11-10T01:00:00Z', {
      state: 'resolved',
      resolvedAt: '2026-11-18T01:00:00Z',
    })
    // Nobody sent it yet; an emergency counts from its first word.
    await file('illegal_offer', '2026-11-20T01:00:00Z', { state: 'draft' })
    await file('emergency', '2026-11-20T01:00:00Z', { state: 'draft' })
    await file('emergency', '2026-11-20T01:00:00Z', { region: '81.71' })
    await file('emergency', '2026-11-20T01:00:00Z', { region: null })
    const own = await weekNumbers(sql, ['35.09'], NOW)
    expect(own.weeks).toHaveLength(8)
    expect(own.weeks.at(-1)).toEqual({
      from: '2026-11-16',
      opened: { emergency: 3, illegal_offer: 1, lost_contact: 0, handover: 1, complaint: 0 },
      minutesToAcknowledge: 8,
    })
    expect(own.weeks.at(-2)).toMatchObject({
      from: '2026-11-09',
      opened: { illegal_offer: 1, handover: 1 },
      minutesToAcknowledge: null,
    })
    expect(own).toMatchObject({ resolvedThisWeek: 1, waiting: 5, inProgress: 1 })
    expect((await weekNumbers(sql, ['35'], NOW)).weeks.at(-1)?.opened.emergency).toBe(3)
    expect((await weekNumbers(sql, ['81'], NOW)).weeks.at(-1)?.opened.emergency).toBe(1)
    expect((await weekNumbers(sql, null, NOW)).weeks.at(-1)?.opened.emergency).toBe(5)
    expect((await weekNumbers(sql, [], NOW)).waiting).toBe(0)
  })
})

describe('what an officer was asked', () => {
  it('is kept over a restart, exchanged, cleared, and forgotten after a day', async () => {
    const steps = stepStore(sql)
    const wati = await officer('admin')
    const note = { kind: 'note', number: 'JR-7K2MWX' as CaseNumber } as const
    expect(await steps.get(wati, NOW)).toBeUndefined()
    await steps.put(wati, note, NOW)
    expect(await stepStore(sql).get(wati, new Date(NOW.getTime() + 23 * HOUR))).toEqual(note)
    expect(await steps.get(wati, new Date(NOW.getTime() + 25 * HOUR))).toBeUndefined()
    const confirm = { kind: 'confirm', draft: { subject: 'm:0', url: source.url } } as const
    await steps.put(wati, confirm, NOW)
    expect(await steps.get(wati, NOW)).toEqual(confirm)
    await steps.clear(wati)
    expect(await steps.get(wati, NOW)).toBeUndefined()
  })

  it('is nothing when it cannot be read any more', async () => {
    const wati = await officer('admin')
    await sql.query(`INSERT INTO officer_step VALUES ($1, '{"kind": "dance"}', $2)`, [wati, NOW])
    expect(await stepStore(sql).get(wati, NOW)).toBeUndefined()
  })
})
