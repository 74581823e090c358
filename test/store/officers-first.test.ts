import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Accept, type AcceptResult, PRIORITIES } from '../../src/core/delivery.ts'
import type { RegionCode } from '../../src/core/ids.ts'
import type { TurnInput } from '../../src/core/input.ts'
import { SILENT } from '../../src/core/log.ts'
import { jsonSource } from '../../src/knowledge/json-source.ts'
import { buildRegionIndex } from '../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../src/knowledge/snapshot.ts'
import { lastFromOfficer } from '../../src/officers/inbound.store.ts'
import { invite } from '../../src/officers/invitation.store.ts'
import { officerPartsOn } from '../../src/officers/officer-parts.ts'
import { officersFirst } from '../../src/officers/officers-first.ts'
import { tell } from '../../src/outbox/tell.store.ts'
import { type CaseWorld, caseWorld, newNumber, opened } from '../support/cases.ts'
import { freshDatabase, query, type TestDatabase } from '../support/database.ts'
import { officerParts } from '../support/officers/officer-parts.ts'
import { FIXTURE_SEED } from '../support/seed-fixture.ts'

const RINA = '6281200000001'
const SITI = '6281200000002'

let database: TestDatabase
let world: CaseWorld
let passed: Accept[]
let answer: AcceptResult | undefined
let accept: ReturnType<typeof officersFirst>
let away: boolean

beforeEach(async () => {
  database = await freshDatabase()
  world = await caseWorld(database.url)
  passed = []
  answer = undefined
  away = false
  const knowledge = buildKnowledge(await jsonSource(FIXTURE_SEED).load(), buildRegionIndex)
  const { sql, vault, desk } = world
  const { words, agreementWords } = await officerParts(desk, knowledge)
  accept = officersFirst({
    channel: 'whatsapp',
    accept: async (messages) => {
      passed.push(...messages)
      return answer ?? { kind: 'taken', each: messages.map(() => 'accepted') }
    },
    desk: {
      ...desk,
      findOfficer: (from) => (away ? Promise.reject(new Error('away')) : desk.findOfficer(from)),
    },
    parts: officerPartsOn({ sql, desk, knowledge: () => knowledge, agreementWords, words }),
    sql,
    vault,
    say: async (tx, to, locale, said) => {
      await tell(tx, [{ to, personId: null, priority: PRIORITIES.reply, locale, ...said }], vault)
    },
    onOutgoing: () => undefined,
    now: () => world.at,
    log: SILENT,
  })
})
afterEach(async () => {
  await world.close()
  await database.drop()
})

let ids = 0
function message(address: string, input: TurnInput | string, more: Partial<Accept> = {}): Accept {
  ids += 1
  return {
    channel: 'whatsapp',
    account: '55501',
    address,
    place: null,
    externalId: `wamid.${ids}`,
    input: typeof input === 'string' ? { kind: 'text', text: input } : input,
    receivedAt: world.at,
    chosenLocale: null,
    defaultLocale: 'id',
    ...more,
  }
}
const heard = async (address: string) =>
  (await world.told()).filter((one) => one.address === address).map(({ text }) => text)

async function joined(): Promise<void> {
  const invitation = { name: 'Rina', role: 'officer', regions: ['35.09' as RegionCode] } as const
  const { code } = await world.sql.transaction((tx) => invite(tx, world.vault, invitation, null, world.at))
  expect(await accept([message(RINA, { kind: 'command', name: 'start', argument: code })])).toEqual({
    kind: 'taken',
    each: ['accepted'],
  })
}
async function report() {
  const number = newNumber()
  const person = await world.person('budi')
  await world.turn(person, opened(number, { region: '35.09' as RegionCode, told: 'cerita' }))
  await world.turn(person, { type: 'case_submitted', number, anonymous: false })
  return number
}

describe('a channel that citizens and officers share', () => {
  it('makes an officer of who has a code, and tells what they can do', async () => {
    await joined()
    const texts = await heard(RINA)
    expect(texts[0]).toBe('Selamat datang, Rina. Anda terdaftar sebagai petugas daerah.')
    expect(texts[1]).toContain('/kasus')
    expect(passed).toEqual([])
  })

  it('takes what an officer writes as commands, and everything else the citizens’ way', async () => {
    await joined()
    const number = await report()
    const result = await accept([
      message(SITI, 'biaya ke Taiwan?'),
      message(RINA, `ambil ${number}`),
      message(SITI, 'halo'),
    ])
    expect(result).toEqual({ kind: 'taken', each: ['accepted', 'accepted', 'accepted'] })
    expect(passed.map(({ address }) => address)).toEqual([SITI, SITI])
    const said = await heard(RINA)
    expect(said.some((text) => text.includes(`${number} sekarang milik Anda`))).toBe(true)
    expect(said.some((text) => text.includes('Petugas: Rina'))).toBe(true)
    await accept([message(RINA, `selesai ${number} dirujuk`)])
    const [row] = await query<{ state: string; outcome: string }>(
      database.url,
      'SELECT state, outcome FROM case_file',
    )
    expect(row).toEqual({ state: 'resolved', outcome: 'referred' })
  })

  it('keeps a note from the citizen while they talk, though the slash is gone', async () => {
    await joined()
    const number = await report()
    await accept([message(RINA, `balas ${number}`)])
    await accept([message(RINA, `catat ${number} ceritanya berubah-ubah`)])
    await accept([message(RINA, 'Selamat siang.')])
    const toBudi = (await world.told()).filter(({ address }) => address !== RINA).map(({ text }) => text)
    expect(toBudi.some((text) => text.includes('Selamat siang.'))).toBe(true)
    expect(toBudi.some((text) => text.includes('berubah-ubah'))).toBe(false)
  })

  it('does a message once that the vendor brings twice', async () => {
    await joined()
    const number = await report()
    const note = message(RINA, `catat ${number} sekali`)
    expect(await accept([note])).toEqual({ kind: 'taken', each: ['accepted'] })
    expect(await accept([note])).toEqual({ kind: 'taken', each: ['duplicate'] })
    const notes = await query(database.url, `SELECT FROM case_entry WHERE kind = 'note'`)
    expect(notes).toHaveLength(1)
  })

  it('takes a pressed button as what it means', async () => {
    await joined()
    const number = await report()
    await accept([message(RINA, { kind: 'choice', value: `c:take:${number}` })])
    expect((await heard(RINA)).some((text) => text.includes('sekarang milik Anda'))).toBe(true)
    await accept([message(RINA, { kind: 'unsupported', what: 'voice' })])
    expect((await heard(RINA)).at(-1)).toContain('hanya bisa membaca tulisan')
  })

  it('does nothing for an officer while the inbox is busy: all of it comes again', async () => {
    await joined()
    const number = await report()
    answer = { kind: 'busy', retryAfterMs: 100 }
    const both = [message(SITI, 'halo'), message(RINA, `catat ${number} nanti`)]
    expect(await accept(both)).toEqual(answer)
    expect(await query(database.url, `SELECT FROM case_entry WHERE kind = 'note'`)).toEqual([])
  })

  it('sends everybody the citizens’ way when it cannot be read who is an officer', async () => {
    await joined()
    away = true
    const emergency = message(SITI, 'tolong saya dikurung')
    await accept([emergency, message(RINA, 'kasus')])
    expect(passed.map(({ address }) => address)).toEqual([SITI, RINA])
  })

  it('is for citizens again who was revoked, and in groups it always is', async () => {
    await joined()
    await accept([message(RINA, 'kasus', { place: 'grup' })])
    await query(database.url, 'UPDATE officer SET revoked_at = now(), address_hash = NULL')
    await accept([message(RINA, 'kasus')])
    expect(passed).toHaveLength(2)
  })

  it('knows when an officer wrote last: WhatsApp lets us answer for a day', async () => {
    const at = { channel: 'whatsapp', address: RINA } as const
    expect(await lastFromOfficer(world.sql, world.vault, at)).toBeNull()
    await joined()
    world.pass(60_000)
    await accept([message(RINA, 'kasus')])
    expect(await lastFromOfficer(world.sql, world.vault, at)).toEqual(world.at)
    expect(await lastFromOfficer(world.sql, world.vault, { ...at, address: SITI })).toBeNull()
  })

  it('looks for no officers where nobody is one, and leaves a wrong code to the engine', async () => {
    away = true
    await accept([
      message(SITI, 'halo'),
      message(SITI, { kind: 'command', name: 'start', argument: 'KDEABCDEFG' }),
    ])
    expect(passed).toHaveLength(2)
  })
})
