import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient, type Database } from '../../src/database/client.ts'
import { withVersion } from '../../src/knowledge/content.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { databaseSource, recordVersion } from '../../src/knowledge/knowledge.store.ts'
import { toRecords } from '../../src/knowledge/records.store.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { loadSeed } from '../../src/knowledge/seed/load-seed.ts'
import { applySeed, lastSeedHash } from '../../src/knowledge/seed.store.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import { FIXTURE_HASH, freshDatabase, type TestDatabase } from '../support/database.ts'
import { FIXTURE_SEED, fixtureFiles, type RawSeed, withEdit } from '../support/seed-fixture.ts'

let database: TestDatabase
let db: Database
beforeEach(async () => {
  database = await freshDatabase('seeded')
  db = createClient(database.url, { poolSize: 2 })
})
afterEach(async () => {
  await db.$disconnect()
  await database.drop()
})

/** Seeds the fixture, with one file edited. */
async function seed(path = 'facts/basic.json', edit: (content: RawSeed) => void = () => undefined) {
  return applySeed(db, toRecords(await loadSeed(withEdit(await fixtureFiles(), path, edit))), FIXTURE_HASH)
}
const rowsOf = async (what: string) =>
  db.$queryRawUnsafe(`SELECT xmin::text, ctid::text, x.* FROM ${what} x ORDER BY 3`)

describe('the same knowledge', () => {
  it('comes out of PostgreSQL as went in from the fixture', async () => {
    expect(await databaseSource(db).load()).toEqual(await jsonSource(FIXTURE_SEED).load())
  })

  it('comes out of PostgreSQL as went in from the seed of the product', async () => {
    const product = await loadSeed()
    await applySeed(db, toRecords(product), 'product')
    const stored = await databaseSource(db).load()
    expect(stored).toEqual(withVersion(product.content))
    const snapshot = buildKnowledge(stored, buildRegionIndex)
    await recordVersion(db, snapshot)
    await recordVersion(db, snapshot) // a second start with the same content
    expect(await db.datasetVersion.findMany()).toMatchObject([
      { version: stored.version, asOf: snapshot.asOf },
    ])
  })
})

describe('seeding again', () => {
  it('changes not one row, whatever the order of the files', async () => {
    const tables = [
      'region',
      'source',
      'citation',
      'agreement',
      'scope_point',
      'legal_rule',
      'contact',
      'seed_run',
    ]
    const before = await Promise.all(tables.map(rowsOf))
    const files = [...(await fixtureFiles())].reverse()
    expect(await applySeed(db, toRecords(await loadSeed(files)), FIXTURE_HASH)).toEqual({
      written: 0,
      deleted: 0,
      kept: [],
    })
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before)
    expect(await lastSeedHash(db)).toBe(FIXTURE_HASH)
  })

  it('of any files over any others leaves exactly what the files say, and again changes nothing', async () => {
    const { content, sources } = await loadSeed(await fixtureFiles())
    const some = <T>(rows: readonly T[], minLength = 0) => fc.subarray([...rows], { minLength })
    const text = fc.record({ id: fc.stringMatching(/^[ -~À-ÿ꧀-꧙]{1,40}$/), en: fc.string({ minLength: 1 }) })
    const files = fc
      .record({ facts: some(content.facts), agreements: some(content.agreements), said: text })
      .map(({ facts, agreements, said }) => ({
        ...content,
        agreements,
        facts: facts.map((fact, i) => (i === 0 ? { ...fact, text: said } : fact)),
      }))
    await fc.assert(
      fc.asyncProperty(files, async (next) => {
        const records = toRecords({ content: next, sources })
        await applySeed(db, records, 'property')
        expect(await databaseSource(db).load()).toEqual(withVersion(next))
        expect(await applySeed(db, records, 'property')).toEqual({ written: 0, deleted: 0, kept: [] })
      }),
      { numRuns: 12 },
    )
  })

  it('writes the changed record and no other', async () => {
    const report = await seed('facts/basic.json', ({ facts }) => (facts[0].text.id = 'Kata lain.'))
    expect(report).toEqual({ written: 1, deleted: 0, kept: [] })
    const fact = (await databaseSource(db).load()).facts.find(({ id }) => id === 'rule.1')
    expect(fact).toMatchObject({ text: { id: 'Kata lain.' }, citations: [{ says: 'Pasal 5' }] })
  })

  it('writes an agreement anew with all that hangs below it', async () => {
    await seed('agreements/contoh.json', ({ agreements }) => {
      agreements[0].scope.shift()
      agreements[0].signatories.push({ name: 'Orang Kedua', title: 'Menteri' })
    })
    const agreement = (await databaseSource(db).load()).agreements.find(({ id }) => id === 'jember-2026')
    expect(agreement?.scope.map(({ text }) => text.id)).toEqual(['Data'])
    expect(agreement?.signatories).toHaveLength(2)
  })

  it('deletes what left the files, sources last', async () => {
    const report = await seed('agreements/institutions.json', (content) => (content.agreements = []))
    expect(report).toMatchObject({ deleted: 1 })
    expect(await db.agreement.findUnique({ where: { id: 'universitas-2025' } })).toBeNull()
    const smaller = await seed('facts/basic.json', (content) => {
      content.facts = content.facts.filter(({ id }: RawSeed) => id !== 'rule.2')
    })
    expect(smaller).toMatchObject({ written: 1, deleted: 1 }) // the agreement is back, the rule is gone
  })

  it('lets a sign and the national line move to another record', async () => {
    await seed('facts/dangers.json', ({ facts }) => {
      facts[0].sign = 'umrah_visa'
      facts[1].sign = 'tourist_visa'
    })
    await seed('contacts.json', ({ contacts }) => {
      contacts[0].national = true
      contacts[1].national = false
    })
    const { contacts } = await databaseSource(db).load()
    expect(contacts.filter(({ national }) => national).map(({ id }) => id)).toEqual(['line-b'])
  })

  it('stops at a corrupt row, naming file, row and reason, and leaves the database as it was', async () => {
    const corrupt = seed('facts/basic.json', ({ facts }) => (facts[0].standing = 'valid'))
    await expect(corrupt).rejects.toThrow(/facts\/basic\.json › rule\.1 › standing: Invalid option/)
    expect(await databaseSource(db).load()).toEqual(await jsonSource(FIXTURE_SEED).load())
  })
})

describe('what an officer edited', () => {
  const edited = { editedBy: 'ani', editedAt: new Date('2026-03-01T00:00:00Z') }

  it('survives, and the difference is reported', async () => {
    await db.legalRule.update({ where: { id: 'rule.1' }, data: { text: { id: 'Kata petugas.' }, ...edited } })
    const report = await seed('facts/basic.json', ({ facts }) => (facts[0].terms = ['baru']))
    expect(report).toMatchObject({
      written: 0,
      kept: [
        {
          table: 'legal_rule',
          key: 'rule.1',
          editedBy: 'ani',
          differs: expect.arrayContaining(['text', 'terms']),
        },
      ],
    })
    const fact = (await databaseSource(db).load()).facts.find(({ id }) => id === 'rule.1')
    expect(fact).toMatchObject({ text: { id: 'Kata petugas.' }, terms: ['contoh'] })
  })

  it('below an agreement keeps the whole agreement', async () => {
    await db.milestone.updateMany({ where: { key: 'target' }, data: { state: 'cancelled', ...edited } })
    const report = await seed(
      'agreements/contoh.json',
      ({ agreements }) => (agreements[0].signedAt = 'Depok'),
    )
    expect(report.kept).toMatchObject([{ table: 'agreement', key: 'jember-2026', editedBy: 'ani' }])
    expect(report.kept[0]?.differs).toEqual(expect.arrayContaining(['signedAt', 'milestones']))
    const agreement = (await databaseSource(db).load()).agreements.find(({ id }) => id === 'jember-2026')
    expect(agreement).toMatchObject({ signedAt: 'Jakarta', milestones: [{ state: 'cancelled' }] })
  })

  it('stays when it leaves the files', async () => {
    await db.agreement.update({ where: { id: 'universitas-2025' }, data: { signedAt: 'Depok', ...edited } })
    const report = await seed('agreements/institutions.json', (content) => (content.agreements = []))
    expect(report).toMatchObject({ deleted: 0, kept: [{ key: 'universitas-2025', differs: [] }] })
  })

  it('or entered is never deleted, and is told only with a source', async () => {
    const row = {
      kind: 'service',
      text: { id: 'Milik petugas.' },
      documents: [],
      standing: 'in_force',
      ...edited,
    } as const
    const citations = { create: { sourceId: 'berita-2026', position: 0 } }
    await db.guidance.create({
      data: { ...row, id: 'officer.1', topics: ['stats'], documents: [], citations },
    })
    await db.guidance.create({ data: { ...row, id: 'officer.2', topics: ['stats'], documents: [] } })
    expect(await seed()).toEqual({ written: 0, deleted: 0, kept: [] })
    const stored = buildKnowledge(await databaseSource(db).load(), buildRegionIndex)
    const told = stored.facts.ofTopic('stats').map(({ id }) => id)
    expect(told).toContain('officer.1')
    expect(told).not.toContain('officer.2')
  })
})
