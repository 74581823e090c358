/** Cases, officers and the desk on a database of one's own, without a bot, an engine or a clock. */
import { randomBytes } from 'node:crypto'
import type { ConversationEvent } from '../../src/conversation/events/event.ts'
import type { CaseNumber } from '../../src/core/case.ts'
import { caseNumberOf } from '../../src/core/case.ts'
import type { Words } from '../../src/core/channel.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import { createSqlPool, type Sql, type SqlPool } from '../../src/database/sql.ts'
import { effectsOf } from '../../src/effects.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import type { Invitation, Officer, OfficersDesk } from '../../src/officers/desk.ts'
import { invite } from '../../src/officers/invitation.store.ts'
import { officersDesk } from '../../src/officers-desk.ts'
import { insertPeople, writeConversations } from '../../src/outbox/commit.store.ts'
import { openContent } from '../../src/outbox/content.ts'
import { applyEffects } from '../../src/outbox/effects.ts'
import { keyRing } from '../../src/privacy/keys.ts'
import { createVault, type Vault } from '../../src/privacy/vault.ts'

export const CASE_VAULT: Vault = createVault(keyRing([Buffer.alloc(32, 7).toString('base64')], 'test', null))
const knowledge = jsonSource()
  .load()
  .then((data) => buildKnowledge(data, buildRegionIndex))

/** A person in a chat. */
export interface TestPerson {
  readonly conversationId: string
  readonly personId: string
  readonly address: string
  readonly channel: 'telegram' | 'web'
}

export interface Told {
  readonly channel: string
  readonly account: string
  readonly address: string
  readonly text: string
  readonly personId: string | null
}

export interface CaseWorld {
  readonly sql: SqlPool
  readonly vault: Vault
  readonly desk: OfficersDesk
  /** The key and its values, so that a test sees what was said and not how. */
  readonly words: Words
  readonly at: Date
  pass(ms: number): void
  person(address: string, channel?: TestPerson['channel']): Promise<TestPerson>
  /** What one turn of this person came to, as the pipeline commits it. */
  turn(person: TestPerson, ...events: ConversationEvent[]): Promise<void>
  /** The same in a transaction of the test. */
  turnIn(tx: Sql, person: TestPerson, ...events: ConversationEvent[]): Promise<void>
  officer(invitation: Partial<Invitation>, address: string): Promise<Officer>
  /** Everything in the outbox, in order. */
  told(): Promise<readonly Told[]>
  close(): Promise<void>
}

/** `begins`: the desk's clock stands there until `pass`. Beside the durable middle, whose clock runs, it must be now. */
export async function caseWorld(url: string, begins = new Date('2026-11-22T03:00:00Z')): Promise<CaseWorld> {
  const sql = createSqlPool({ url, size: 6, name: 'test cases' })
  const vault = CASE_VAULT
  const words: Words = ({ key, params }) => [key, ...Object.values(params ?? {}).map(String)].join('|')
  const effects = effectsOf({ vault, words })
  const known = await knowledge
  let at = begins
  const now = () => at
  const desk = officersDesk({ sql, vault, words, knowledge: () => known, onOutgoing: () => undefined, now })
  const turnIn = (tx: Sql, person: TestPerson, ...events: ConversationEvent[]) =>
    applyEffects(
      tx,
      effects,
      events.map((event) => ({
        event,
        channel: person.channel,
        personId: person.personId,
        conversationId: person.conversationId,
        turnId: null,
        at,
      })),
    )
  return {
    sql,
    vault,
    desk,
    words,
    get at() {
      return at
    },
    pass(ms) {
      at = new Date(at.getTime() + ms)
    },
    async person(address, channel = 'telegram') {
      const account = channel === 'web' ? '' : '1'
      const lane = vault.key('lane', channel, account, address, '')
      const personId = vault.key('person', channel, address)
      const record = {
        lane,
        channel,
        account,
        placeCipher: null,
        address: {
          personId,
          hash: vault.hash('address', channel, address),
          cipher: vault.seal(address, `address ${personId}`),
        },
        chosenLocale: null,
        state: { locale: 'id' },
        stateVersion: 1,
        windowStart: at,
        windowCount: 0,
        at,
      }
      await sql.transaction(async (tx) => {
        await insertPeople(tx, [record])
        await writeConversations(tx, [record])
      })
      return { conversationId: lane, personId, address, channel }
    },
    turn: (person, ...events) => sql.transaction((tx) => turnIn(tx, person, ...events)),
    turnIn,
    async officer({ name = 'Siti', role = 'officer', regions = ['35.09' as RegionCode] }, address) {
      const invitation = { name, role, regions: role === 'national' || role === 'admin' ? [] : regions }
      const { code } = await sql.transaction((tx) => invite(tx, vault, invitation, null, at))
      const joined = await desk.redeem(code, { channel: 'telegram', account: '9', address }, 'id')
      if (joined.kind !== 'joined') throw new Error(`Not joined: ${joined.reason}`)
      return joined.officer
    },
    async told() {
      const { rows } = await sql.query<{
        channel: string
        account: string
        chat: string
        person_id: string | null
        content: Buffer
      }>(
        `SELECT channel, account, chat, person_id, content FROM outbox WHERE content IS NOT NULL ORDER BY id`,
      )
      return rows.map(({ channel, account, chat, person_id, content }) => {
        const { address, body } = openContent(content, chat, vault)
        const text = body.kind === 'notice' ? body.text : body.said.text
        return { channel, account, address, text, personId: person_id }
      })
    },
    close: () => sql.close(),
  }
}

export function newNumber(): CaseNumber {
  return caseNumberOf(randomBytes(4))
}

/** A case that begins. */
export function opened(
  number: CaseNumber,
  changes: Partial<Extract<ConversationEvent, { type: 'case_opened' }>> = {},
): ConversationEvent {
  return {
    type: 'case_opened',
    number,
    opening: { kind: 'illegal_offer', signs: [] },
    topic: 'report.illegal',
    region: '35.09' as RegionCode,
    country: null,
    anonymous: false,
    consented: true,
    told: null,
    ...changes,
  }
}

export function toldStep(
  number: CaseNumber,
  field: Extract<ConversationEvent, { type: 'case_told' }>['field'],
  text: string,
): ConversationEvent {
  return { type: 'case_told', number, field, text, region: null, country: null }
}
