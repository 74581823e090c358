/** Statements of a transaction are not waited for one by one; what that must never cost. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSqlPool, type SqlPool } from '../../src/database/sql.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let sql: SqlPool
beforeEach(async () => {
  database = await freshDatabase()
  sql = createSqlPool({ url: database.url, size: 1, name: 'test' })
  await sql.query('CREATE TABLE note (n int PRIMARY KEY)')
})
afterEach(async () => {
  await sql.close()
  await database.drop()
})

const INSERT = 'INSERT INTO note (n) VALUES ($1)'
const notes = async () =>
  (await query<{ n: number }>(database.url, 'SELECT n FROM note ORDER BY n')).map(({ n }) => n)

it('commits what nobody waited for', async () => {
  await sql.transaction(async (tx) => {
    tx.query(INSERT, [1]).catch(() => undefined)
    tx.query(INSERT, [2]).catch(() => undefined)
  })
  expect(await notes()).toEqual([1, 2])
})

it('fails, and commits nothing, when a statement failed that nobody waited for', async () => {
  const work = sql.transaction(async (tx) => {
    tx.query(INSERT, [1]).catch(() => undefined)
    tx.query(INSERT, [1]).catch(() => undefined)
    tx.query(INSERT, [2]).catch(() => undefined)
  })
  // The first that failed is the reason, not what came of it.
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect(await notes()).toEqual([])
  // The connection is as good as before, also for a statement that was never planned because of it.
  await sql.transaction((tx) => tx.query(INSERT, [3]))
  expect(await notes()).toEqual([3])
})

it('a failure that the work ignored is none that may be committed', async () => {
  const work = sql.transaction(async (tx) => {
    await tx.query(INSERT, [1])
    await tx.query('SELECT 1 / 0').catch(() => undefined)
  })
  await expect(work).rejects.toMatchObject({ code: '22012' })
  expect(await notes()).toEqual([])
})

it('refuses a statement that comes after the end', async () => {
  const late = await sql.transaction(async (tx) => () => tx.query(INSERT, [1]))
  await expect(late()).rejects.toThrow('after the end')
  expect(await notes()).toEqual([])
})

it('answers come in the order of the statements', async () => {
  const seen = await sql.transaction((tx) =>
    Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>('SELECT $1::int AS n', [n]))),
  )
  expect(seen.map(({ rows }) => rows[0]?.n)).toEqual([1, 2, 3])
})
