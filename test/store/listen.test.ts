import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClient } from '../../src/database/client.ts'
import { KNOWLEDGE_CHANGED, type Listener, listen } from '../../src/database/listen.ts'
import { toRecords } from '../../src/knowledge/records.store.ts'
import { loadSeed } from '../../src/knowledge/seed/load-seed.ts'
import { applySeed } from '../../src/knowledge/seed.store.ts'
import { freshDatabase, run, type TestDatabase } from '../support/database.ts'
import { fixtureFiles } from '../support/seed-fixture.ts'

let database: TestDatabase
let listener: Listener
const heard = vi.fn()
beforeEach(async () => {
  heard.mockReset()
  database = await freshDatabase()
  listener = await listen({ url: database.url, channel: KNOWLEDGE_CHANGED, onNotify: heard, retryMs: 10 })
})
afterEach(async () => {
  await listener.close()
  await database.drop()
})

it('hears a whole seed once', async () => {
  const db = createClient(database.url, { poolSize: 1 })
  await applySeed(db, toRecords(await loadSeed(await fixtureFiles())), 'h')
  await db.$disconnect()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
})

it('hears an edit made by hand', async () => {
  await run(database.url, `INSERT INTO source (id, publisher, grade) VALUES ('s', 'P', 'news')`)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
})

it('does not hear what concerns people', async () => {
  await run(database.url, `INSERT INTO person (id) VALUES ('p')`)
  await run(database.url, `INSERT INTO source (id, publisher, grade) VALUES ('s', 'P', 'news')`)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(heard).toHaveBeenCalledTimes(1)
})

it('connects again after the connection broke, and asks for a look at what it missed', async () => {
  await run(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name LIKE 'jalur-resmi listen%' AND datname = current_database()`,
  )
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), { timeout: 5_000 })
  await run(database.url, `INSERT INTO source (id, publisher, grade) VALUES ('s', 'P', 'news')`)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2))
})
