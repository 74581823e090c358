import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuthStore } from '../../src/channels/whatsapp/baileys/auth-store.ts'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { keyRing } from '../../src/privacy/keys.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { createWhatsAppAuthStore } from '../../src/whatsapp-auth.store.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let sql: SqlPool
let store: AuthStore
const vault = createVault(keyRing([Buffer.alloc(32, 7).toString('base64')], 'test', null))
beforeEach(async () => {
  database = await freshDatabase()
  sql = createSqlPool({ url: database.url, size: 4, name: 'test' })
  // The channel's port and the host's store know nothing of each other: this line holds them together.
  store = createWhatsAppAuthStore(sql, vault)
})
afterEach(async () => {
  await sql.close()
  await database.drop()
})

const entry = (kind: string, id: string, content: string | null) => ({ kind, id, content })

describe('keys of a linked device', () => {
  it('are kept, replaced and deleted, over a new start', async () => {
    const held = await store.take()
    expect(await held.credentials()).toBeUndefined()
    await held.write({
      credentials: 'creds',
      entries: [
        entry('session', '62811.0', 'a'),
        entry('session', '62812.0', 'b'),
        entry('pre-key', '1', 'p'),
      ],
    })
    await held.write({ entries: [entry('session', '62811.0', 'a2'), entry('pre-key', '1', null)] })
    const next = await store.take()
    expect(await next.credentials()).toBe('creds')
    expect(await next.read('session', ['62811.0', '62812.0', 'x'])).toEqual(
      new Map([
        ['62811.0', 'a2'],
        ['62812.0', 'b'],
      ]),
    )
    expect(await next.read('pre-key', ['1'])).toEqual(new Map())
    expect((await next.all('session')).toSorted()).toEqual(['a2', 'b'])
  })

  it('of two changes of one key in a write the last one counts', async () => {
    const held = await store.take()
    await held.write({ entries: [entry('session', 'x', '1'), entry('session', 'x', '2')] })
    expect(await held.read('session', ['x'])).toEqual(new Map([['x', '2']]))
    await held.write({ entries: [entry('session', 'x', '3'), entry('session', 'x', null)] })
    expect(await held.read('session', ['x'])).toEqual(new Map())
    await held.write({ entries: [entry('session', 'x', null), entry('session', 'x', '4')] })
    expect(await held.read('session', ['x'])).toEqual(new Map([['x', '4']]))
  })

  it('are written whole or not at all', async () => {
    const held = await store.take()
    await held.write({ credentials: 'old', entries: [entry('session', 'x', 'old')] })
    // A zero byte cannot be a name: the last statement of the transaction fails.
    const half = { credentials: 'new', entries: [entry('session', 'x', 'new'), entry('a\0b', 'y', null)] }
    await expect(held.write(half)).rejects.toThrow()
    expect(await held.credentials()).toBe('old')
    expect(await held.read('session', ['x'])).toEqual(new Map([['x', 'old']]))
  })

  it('cannot be written by whoever had the device before', async () => {
    const old = await store.take()
    const heir = await store.take()
    expect(await heir.write({ credentials: 'heir', entries: [] })).toBe('written')
    expect(await old.write({ credentials: 'old', entries: [entry('session', 'x', 'old')] })).toBe('lost')
    expect(await old.clear()).toBe('lost')
    expect(await heir.credentials()).toBe('heir')
    expect(await heir.read('session', ['x'])).toEqual(new Map())
  })

  it('a take-over waits for a write that is under way, and comes after it', async () => {
    const old = await store.take()
    const writes = Array.from({ length: 20 }, (_, n) => old.write({ credentials: `old ${n}`, entries: [] }))
    const heir = await store.take()
    await heir.write({ credentials: 'heir', entries: [] })
    await Promise.all(writes)
    expect(await heir.credentials()).toBe('heir')
  })

  it('go all at once when the phone removed the device', async () => {
    const held = await store.take()
    await held.write({ credentials: 'creds', entries: [entry('session', 'x', 'a')] })
    expect(await held.clear()).toBe('written')
    expect(await held.credentials()).toBeUndefined()
    expect(await held.all('session')).toEqual([])
    expect(await held.write({ credentials: 'new', entries: [] })).toBe('written')
  })

  it('lie there sealed and without telephone numbers, and open nowhere else', async () => {
    const held = await store.take()
    await held.write({
      credentials: 'noise key',
      entries: [entry('session', '6281234567890.0', 'secret'), entry('session', '6281234567891.0', 'other')],
    })
    const dump = JSON.stringify(
      await query(
        database.url,
        `SELECT l.name, encode(l.credentials, 'escape') AS credentials, k.kind, k.key, encode(k.content, 'escape') AS content
         FROM whatsapp_link l JOIN whatsapp_key k ON k.link = l.name`,
      ),
    )
    for (const word of ['noise key', 'secret', '6281234567890']) expect(dump).not.toContain(word)
    await query(
      database.url,
      `UPDATE whatsapp_key SET content = (SELECT content FROM whatsapp_key other WHERE other.key <> whatsapp_key.key)`,
    )
    await expect(held.read('session', ['6281234567890.0'])).rejects.toThrow('moved from another row')
  })
})
