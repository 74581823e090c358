/** From a citizen's message to the officer's card, through the durable middle as the app opens it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addOfficers } from '../support/alerts/officers.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { fakeSender, message, type TestDurable, testDurable, textOf } from '../support/durable.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
let durable: TestDurable
beforeEach(async () => {
  database = await freshDatabase()
  durable = await testDurable(database.url)
})
afterEach(async () => {
  await durable.close()
  await database.drop()
})

const EMERGENCY = 'tolong saya disekap majikan dan dipukuli tiap hari di malaysia'
const states = async () =>
  (
    await query<{ state: string }>(database.url, "SELECT state::text FROM alert WHERE kind = 'emergency'")
  ).map(({ state }) => state)

it('an emergency reaches everybody on duty at once, with buttons, and knows that it did', async () => {
  await addOfficers(database.url, 2, { role: 'national', regions: [], name: 'o' })
  const officers = fakeSender({ account: '2' })
  durable.addSender(officers)
  await durable.accept([message('victim', EMERGENCY)])
  await until('both have it', () => officers.sent.length === 2)
  const [card] = officers.sent
  expect(card?.priority).toBe(0)
  expect(card && textOf(card)).toMatch(/DARURAT/)
  // Nothing the person wrote, nor who they are.
  expect(card && textOf(card)).not.toMatch(/disekap majikan|victim/)
  const choices = card?.body.kind === 'notice' ? card.body.choices : []
  expect(choices[0]?.value).toMatch(/^a:ack:[0-9a-f-]{36}$/)
  expect(choices.every(({ value }) => Buffer.byteLength(value) <= 64)).toBe(true)
  await until('the alert knows', async () => (await states())[0] === 'delivered')
})

it('an emergency whose every card is refused waits for nobody: it is said that it reaches no one', async () => {
  await addOfficers(database.url, 1, { role: 'national', regions: [], name: 'o' })
  const officers = fakeSender({ account: '2' })
  officers.answer = async () => ({ kind: 'refused', reason: 'blocked_by_person', detail: '' })
  durable.addSender(officers)
  await durable.accept([message('victim', EMERGENCY)])
  await until('it is noted', async () => (await durable.officersNote()).emergencies === 1)
  expect(await states()).toEqual(['raised'])
})
