import { describe, expect, it } from 'vitest'
import type { ConversationState } from '../../src/conversation/state.ts'
import { readState } from '../../src/conversation/stored-state.ts'
import { type ConversationStore, memoryStore } from '../../src/conversation/turn-record.ts'
import { loadUnderstand } from '../../src/conversation/understand/load.ts'
import type { Inbound } from '../../src/core/channel.ts'
import { SILENT } from '../../src/core/log.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import { createPhrase } from '../../src/phrase/phrase.ts'
import { createPipeline } from '../../src/pipeline.ts'

const knowledge = buildKnowledge(await jsonSource().load(), buildRegionIndex)
const understand = (await loadUnderstand())(knowledge)
const phrase = await createPhrase()

function pipeline(store: ConversationStore = memoryStore()) {
  const now = new Date('2026-11-21T05:00:00Z')
  return createPipeline({ store, phrase, context: () => ({ knowledge, understand, now }), log: SILENT })
}

function from(address: string, text: string, changes: Partial<Inbound> = {}): Inbound {
  return {
    from: { channel: 'web', address },
    input: { kind: 'text', text },
    chosenLocale: null,
    defaultLocale: 'id',
    ...changes,
  }
}

describe('the pipeline', () => {
  it('keeps the thread of a conversation and of no other', async () => {
    const converse = pipeline()
    await converse(from('a', 'berapa biaya ke taiwan?'))
    const followed = await converse(from('a', 'kalau ke hong kong?'))
    expect(followed.reply).toMatchObject({ topic: 'placement.cost', countries: ['HK'] })
  })

  it('takes messages of one person one after the other, of several side by side', async () => {
    const store = memoryStore()
    let open = 0
    let most = 0
    const slow: ConversationStore = {
      ...store,
      load: async (who) => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setImmediate(resolve))
        return store.load(who)
      },
      commit: async (who, record) => {
        await store.commit(who, record)
        open -= 1
      },
    }
    const converse = pipeline(slow)
    await Promise.all(['menu', 'menu', 'menu'].map((text) => converse(from('a', text))))
    expect(most).toBe(1)
    expect((await store.load({ channel: 'web', address: 'a' }))?.turns).toBe(3)
    await Promise.all(['a', 'b'].map((who) => converse(from(who, 'menu'))))
    expect(most).toBe(2)
  })

  it('lets the language set in the channel hold', async () => {
    const { reply, chosenLocale } = await pipeline()(
      from('a', 'berapa biaya ke taiwan?', { chosenLocale: 'en' }),
    )
    expect([reply.locale, chosenLocale]).toEqual(['en', 'en'])
  })

  it('erases, and says so only when it is done', async () => {
    const erased: string[] = []
    const store: ConversationStore = {
      ...memoryStore(),
      erase: async ({ address }) => void erased.push(address),
    }
    const converse = pipeline(store)
    await converse(from('a', 'hapus data saya'))
    const done = await converse(from('a', '', { input: { kind: 'choice', value: 'forget_yes' } }))
    expect([done.erased, erased]).toEqual([true, ['a']])

    const failing = pipeline({ ...memoryStore(), erase: () => Promise.reject(new Error('down')) })
    await failing(from('a', 'hapus data saya'))
    await expect(failing(from('a', '', { input: { kind: 'choice', value: 'forget_yes' } }))).rejects.toThrow(
      'down',
    )
  })

  it('goes on answering while the database is away', async () => {
    const away = () => Promise.reject(new Error('down'))
    const converse = pipeline({ load: away, commit: away, erase: away })
    const { reply } = await converse(from('a', 'berapa biaya ke taiwan?'))
    expect(reply).toMatchObject({ action: 'answer', topic: 'placement.cost' })
  })
})

describe('a stored state', () => {
  async function afterTalk(): Promise<ConversationState | undefined> {
    const store = memoryStore()
    const converse = pipeline(store)
    await converse(from('a', 'kantor di sukabumi'))
    return store.load({ channel: 'web', address: 'a' })
  }

  it('is read back as it was', async () => {
    const state = await afterTalk()
    expect(state).toBeDefined()
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  it('of another shape is none', async () => {
    const state = await afterTalk()
    for (const other of [null, {}, { ...state, version: 0 }, { ...state, topic: 'nonsense' }])
      expect(readState(other)).toBeUndefined()
  })
})

it('remembers no more conversations than it may', async () => {
  const store = memoryStore(2)
  const converse = pipeline(store)
  for (const who of ['a', 'b', 'a', 'c']) await converse(from(who, 'menu'))
  const known = await Promise.all(
    ['a', 'b', 'c'].map(async (address) => (await store.load({ channel: 'web', address })) !== undefined),
  )
  expect(known).toEqual([true, false, true])
})
