/** What the database itself refuses, whoever writes: the seeder, the console or a person at a prompt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, query, run, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const setup = [
    `INSERT INTO source (id, publisher, grade) VALUES ('s', 'P', 'news')`,
    `INSERT INTO region (code, kind, name) VALUES ('35', 'province', 'Jawa Timur')`,
    `INSERT INTO agreement (id, instrument, status) VALUES ('a', 'mou', 'signed')`,
    `INSERT INTO stage (id, name, summary) VALUES ('pre', '{"id":"x"}', '{"id":"x"}')`,
    `INSERT INTO contact (id, kind, name, confidence, national) VALUES ('c', 'hotline', '{"id":"x"}', 'official', true)`,
  ]
  for (const sql of setup) await run(database.url, sql)
})
afterAll(() => database.drop())

describe('refused', () => {
  it.each([
    [
      'a citation behind nothing',
      `INSERT INTO citation (source_id, position) VALUES ('s', 0)`,
      'citation_of_one_row',
    ],
    [
      'a citation behind two rows',
      `INSERT INTO citation (source_id, position, agreement_id, contact_id) VALUES ('s', 0, 'a', 'c')`,
      'citation_of_one_row',
    ],
    [
      'a citation of a source that is not stored',
      `INSERT INTO citation (source_id, position, agreement_id) VALUES ('t', 0, 'a')`,
      'foreign key',
    ],
    [
      'a source that is cited being deleted',
      `INSERT INTO citation (source_id, position, agreement_id) VALUES ('s', 0, 'a'); DELETE FROM source`,
      'foreign key',
    ],
    ['half a date', `UPDATE agreement SET signed_on = '2025-1'`, 'agreement_signed_on'],
    [
      'the thirtieth of February',
      `UPDATE agreement SET signed_on = '2025-02-30'`,
      'date field value out of range',
    ],
    [
      'a month where a day is needed',
      `UPDATE agreement SET valid_until = '2025-12'`,
      'agreement_valid_until',
    ],
    ['a text without Indonesian', `UPDATE stage SET name = '{"en":"Before"}'`, 'stage_name'],
    ['a text that is none', `UPDATE stage SET name = '"Sebelum"'`, 'stage_name'],
    ['a region with half a position', `UPDATE region SET lat = 1`, 'region_position'],
    [
      'a regency without a province',
      `INSERT INTO region (code, kind, name) VALUES ('35.09', 'regency', 'x')`,
      'region_parent',
    ],
    [
      'a second national line',
      `INSERT INTO contact (id, kind, name, confidence, national) VALUES ('d', 'hotline', '{"id":"x"}', 'official', true)`,
      'contact_one_national',
    ],
    ['an edit without its time', `UPDATE agreement SET edited_by = 'ani'`, 'check constraint'],
  ])('%s', async (_what, sql, reason) => {
    await expect(run(database.url, sql)).rejects.toThrow(reason)
  })
})

it('a year, a month and a day are all dates', async () => {
  for (const date of ['2024', '2024-02', '2024-02-29'])
    await run(database.url, 'UPDATE agreement SET signed_on = $1', [date])
})

it('forgetting a person forgets all of it', async () => {
  const person = [
    `INSERT INTO person (id) VALUES ('p')`,
    `INSERT INTO address (id, person_id, channel, address_hash, address_cipher) VALUES ('x', 'p', 'web', '\\x01', '\\x02')`,
    `INSERT INTO conversation (id, person_id, channel, state, state_version) VALUES ('k', 'p', 'web', '{}', 1)`,
    `INSERT INTO turn (id, conversation_id, knowledge_version, topic, danger, confidence, action, reply, latency_ms)
     VALUES ('t', 'k', 'v', 'stats', 'none', 1, 'answer', '[]', 3)`,
  ]
  for (const sql of person) await run(database.url, sql)
  await run(database.url, `DELETE FROM person`)
  const [left] = await query<{ rows: number }>(
    database.url,
    `SELECT ((SELECT count(*) FROM address) + (SELECT count(*) FROM conversation)
      + (SELECT count(*) FROM turn))::int AS rows`,
  )
  expect(left?.rows).toBe(0)
})
