import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseStore } from '../../src/conversation/conversation.store.ts'
import { initialState } from '../../src/conversation/state.ts'
import type { ConversationStore, TurnRecord } from '../../src/conversation/turn-record.ts'
import type { Correspondent } from '../../src/core/channel.ts'
import { asId, type RegionCode } from '../../src/core/ids.ts'
import { createClient, type Database } from '../../src/database/client.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let db: Database
let store: ConversationStore
beforeEach(async () => {
  database = await freshDatabase()
  db = createClient(database.url, { poolSize: 4 })
  store = databaseStore(db)
})
afterEach(async () => {
  await db.$disconnect()
  await database.drop()
})

const siti: Correspondent = { channel: 'web', address: 'AAAAAAAAAAAAAAAAAAAAAA' }
const budi: Correspondent = { channel: 'web', address: 'BBBBBBBBBBBBBBBBBBBBBB' }

function record(changes: Partial<TurnRecord> = {}): TurnRecord {
  return {
    state: { ...initialState('en', 'en'), topic: 'placement.cost', region: asId('35.09'), turns: 1 },
    reply: {
      action: 'clarify',
      topic: 'contact.local',
      topics: ['contact.local'],
      confidence: 0.9,
      danger: 'none',
      signs: [],
      locale: 'en',
      regions: [],
      countries: [],
      parts: [{ role: 'answer', key: 'clarify.region', params: { said: 'words-of-the-person' } }],
      choices: [],
      citations: [],
      contacts: [],
    },
    events: [],
    knowledgeVersion: 'v1',
    at: new Date('2026-11-21T05:00:00Z'),
    latencyMs: 3,
    ...changes,
  }
}

describe('a conversation in PostgreSQL', () => {
  it('is found again as it was, and by nobody else', async () => {
    expect(await store.load(siti)).toBeUndefined()
    const { state } = record()
    await store.commit(siti, record())
    expect(await store.load(siti)).toEqual(state)
    expect(await store.load(budi)).toBeUndefined()
  })

  it('has a row for every turn and one for the person', async () => {
    await store.commit(siti, record())
    await store.commit(siti, record({ state: { ...record().state, chosenLocale: null, turns: 2 } }))
    expect(await db.turn.count()).toBe(2)
    expect(await db.message.findFirst()).toMatchObject({ direction: 'inbound', textCipher: null })
    expect(await db.person.findMany()).toMatchObject([{ chosenLocale: null }])
    expect(await db.turn.findFirst()).toMatchObject({
      knowledgeVersion: 'v1',
      action: 'clarify',
      reply: { parts: ['answer clarify.region'] },
    })
  })

  it('holds neither the words nor the address of the person', async () => {
    await store.commit(siti, record())
    const everything = JSON.stringify([
      await db.person.findMany(),
      await db.conversation.findMany(),
      await db.turn.findMany(),
      await db.address.findMany(),
    ])
    expect(everything).not.toContain('words-of-the-person')
    expect(everything).not.toContain(siti.address)
  })

  it('is erased whole, and alone', async () => {
    await store.commit(siti, record())
    await store.commit(budi, record())
    await store.erase(siti)
    expect(await store.load(siti)).toBeUndefined()
    expect(await store.load(budi)).toBeDefined()
    for (const rows of [db.person.count(), db.conversation.count(), db.message.count(), db.turn.count()])
      expect(await rows).toBe(1)
    await store.erase(siti)
  })

  it('begins anew when the stored state is of another shape', async () => {
    await store.commit(siti, record())
    await db.conversation.updateMany({ data: { state: { version: 99 } } })
    expect(await store.load(siti)).toBeUndefined()
  })

  it('counts what stayed without an answer, by day in Jakarta, without a person', async () => {
    const event = {
      type: 'question_unanswered',
      topic: null,
      region: asId<RegionCode>('35.09'),
      language: 'id',
    } as const
    const late = new Date('2026-11-21T20:00:00Z')
    await store.commit(siti, record({ events: [event], at: late }))
    await store.commit(budi, record({ events: [event], at: late }))
    await store.erase(siti)
    expect(await db.unansweredQuestion.findMany()).toEqual([
      { day: '2026-11-22', topic: '', region: '35.09', language: 'id', count: 2 },
    ])
  })

  it('takes first messages of many people at once', async () => {
    const people = Array.from({ length: 20 }, (_, i): Correspondent => ({ channel: 'web', address: `p${i}` }))
    await Promise.all([...people, ...people].map((who) => store.commit(who, record())))
    expect(await db.person.count()).toBe(20)
    expect(await db.turn.count()).toBe(40)
  })
})
