import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAlone } from '../../src/database/alone.ts'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { keyRing } from '../../src/privacy/keys.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { createWhatsAppAuthStore } from '../../src/whatsapp-auth.store.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'
import { type LinkedBot, linkedBot } from '../support/whatsapp/linked-bot.ts'
import { startWebServer, type WebServer } from '../support/whatsapp/web-server.ts'

let database: TestDatabase
let server: WebServer
let sql: SqlPool
let processes: LinkedBot[]
beforeEach(async () => {
  database = await freshDatabase()
  server = await startWebServer()
  sql = createSqlPool({ url: database.url, size: 6, name: 'test' })
  processes = []
})
afterEach(async () => {
  await Promise.all(processes.map((one) => one.stop()))
  await sql.close()
  await server.close()
  await database.drop()
})

/** A process of its own, as far as the database and WhatsApp can tell. */
function start(): LinkedBot {
  const vault = createVault(keyRing([Buffer.alloc(32, 7).toString('base64')], 'test', null))
  const started = linkedBot(server, {
    store: createWhatsAppAuthStore(sql, vault),
    alone: createAlone({ url: database.url, askEveryMs: 20 }),
  })
  processes.push(started)
  return started
}
const sessions = () =>
  query<{ pid: number; granted: boolean }>(
    database.url,
    `SELECT a.pid, EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory') AS granted
     FROM pg_stat_activity a
     WHERE application_name LIKE '%alone whatsapp linked device' AND datname = current_database()`,
  )

describe('one device and several processes', () => {
  it('is connected by one of them; another takes over with the same keys when that one stops', async () => {
    const first = start()
    await first.online()
    const siti = server.person('6281200004001', '200000000041001')
    await siti.write('satu')
    await until('the first takes it', () => first.accepted.length === 1)
    const second = start()
    await until('the second waits', async () => (await sessions()).length === 2)
    expect(second.channel.state.kind).toBe('waiting')

    await first.stop()
    await until('the second is connected', () => second.channel.state.kind === 'open')
    await siti.write('dua')
    await until('the second takes it', () => second.accepted.length === 1)
    expect(second.states.map(({ kind }) => kind)).not.toContain('pairing')
    expect(server.mostAtOnce).toBe(1)
  })

  it('is given up by a process that lost its session of the database, before another one has it', async () => {
    const first = start()
    await first.online()
    const before = server.connections
    const [session] = (await sessions()).filter(({ granted }) => granted)
    await query(database.url, 'SELECT pg_terminate_backend($1)', [session?.pid])
    await until(
      'it is connected anew',
      () => server.connections > before && first.channel.state.kind === 'open',
    )
    const kinds = first.states.map(({ kind }) => kind)
    expect(kinds.slice(kinds.indexOf('open') + 1)).toEqual(['waiting', 'connecting', 'open'])
    expect(server.mostAtOnce).toBe(1)
  })
})
