import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Accept } from '../../../src/core/delivery.ts'
import { SILENT } from '../../../src/core/log.ts'
import type { Sql } from '../../../src/database/sql.ts'
import { createInbox, type Inbox } from '../../../src/inbox/accept.ts'
import { openSpool, type Spool } from '../../../src/inbox/spool.ts'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault } from '../../../src/privacy/vault.ts'
import { until } from '../../support/until.ts'

const vault = createVault(keyRing([Buffer.alloc(32, 1).toString('base64')], 'test', null))
const away = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))

let folder: string
let spool: Spool
let inbox: Inbox | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalur-accept-'))
  spool = await openSpool(folder, SILENT)
})
afterEach(async () => {
  await inbox?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Remembers what was inserted, in order. */
function table() {
  const keys: string[] = []
  const db = { keys, answer: undefined as undefined | (() => Promise<never>), statements: 0 }
  const sql: Sql = {
    async query<R extends object>(_text: string, values?: readonly unknown[]) {
      db.statements += 1
      if (db.answer !== undefined) return db.answer()
      const fresh = ((values ?? [])[1] as string[]).filter((key) => !keys.includes(key))
      keys.push(...new Set(fresh))
      return {
        rows: fresh.map((external_key) => ({ external_key })) as unknown as R[],
        rowCount: fresh.length,
      }
    },
  }
  return { db, sql }
}

function open(sql: Sql, changes: Partial<Parameters<typeof createInbox>[0]> = {}): Inbox {
  inbox = createInbox({ sql, vault, spool, onWaiting: () => undefined, log: SILENT, retryMs: 10, ...changes })
  return inbox
}

const message = (n: number): Accept => ({
  channel: 'telegram',
  account: '1',
  externalId: `1:${n}`,
  order: n,
  address: 'a',
  place: null,
  input: { kind: 'text', text: 'halo' },
  receivedAt: new Date(0),
  chosenLocale: null,
  defaultLocale: 'id',
})
const keyOf = (n: number) => vault.key('external', 'telegram', `1:${n}`)

describe('the door of the inbox', () => {
  it('carries what comes at once in one commit', async () => {
    const { db, sql } = table()
    const { accept } = open(sql)
    await Promise.all(Array.from({ length: 200 }, (_, n) => accept([message(n)])))
    expect(db.keys).toHaveLength(200)
    expect(db.statements).toBeLessThanOrEqual(3)
  })

  it('keeps messages on disk while the database is away, and hands them over in order', async () => {
    const { db, sql } = table()
    const { accept } = open(sql)
    db.answer = away
    expect(await accept([message(1), message(2)])).toEqual({ kind: 'taken', each: ['spooled', 'spooled'] })
    expect(await accept([message(3)])).toEqual({ kind: 'taken', each: ['spooled'] })
    db.answer = undefined
    await until('the disk is empty', () => spool.files === 0)
    expect(await accept([message(4), message(2)])).toEqual({ kind: 'taken', each: ['accepted', 'duplicate'] })
    expect(db.keys).toEqual([1, 2, 3, 4].map(keyOf))
  })

  it('begins with what the last process left on disk', async () => {
    const { db, sql } = table()
    db.answer = away
    const first = open(sql)
    await first.accept([message(1)])
    await first.close()
    expect(spool.files).toBe(1)
    db.answer = undefined
    spool = await openSpool(folder, SILENT)
    open(sql)
    await until('the disk is empty', () => spool.files === 0)
    expect(db.keys).toEqual([keyOf(1)])
  })

  it('says busy, and takes nothing, when too much waits already', async () => {
    const { db, sql } = table()
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: Sql = { query: (text, values) => gate.then(() => sql.query(text, values)) }
    const { accept } = open(slow, { maxPending: 10 })
    const first = accept(Array.from({ length: 8 }, (_, n) => message(n)))
    expect(await accept([message(20), message(21), message(22)])).toMatchObject({ kind: 'busy' })
    release()
    expect(await first).toMatchObject({ kind: 'taken' })
    expect(db.keys).not.toContain(keyOf(20))
    expect(await accept([message(20)])).toEqual({ kind: 'taken', each: ['accepted'] })
  })

  it('says busy when neither the database nor the disk takes it', async () => {
    const { db, sql } = table()
    db.answer = away
    const broken: Spool = {
      ...spool,
      files: 0,
      bytes: 0,
      write: () => Promise.reject(new Error('disk full')),
    }
    const { accept } = open(sql, { spool: broken })
    expect(await accept([message(1)])).toMatchObject({ kind: 'busy' })
  })

  it('finds the one message a statement was refused for', async () => {
    const { sql } = table()
    const bad = keyOf(2)
    const picky: Sql = {
      query: (text, values) =>
        ((values ?? [])[1] as string[]).includes(bad)
          ? Promise.reject(Object.assign(new Error('refused'), { code: '22P02' }))
          : sql.query(text, values),
    }
    const { accept } = open(picky)
    expect(await accept([message(1), message(2), message(3)])).toEqual({
      kind: 'taken',
      each: ['accepted', 'invalid', 'accepted'],
    })
  })
})
