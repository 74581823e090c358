/** The mission of the town that is named comes first: between the embassy and a worker there may be a sea. */
import { beforeAll, describe, expect, it } from 'vitest'
import { initialState } from '../../../src/conversation/state.ts'
import { type TestEngine, testEngine } from '../../support/engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await testEngine()
}, 60_000)

const missionsSaid = (text: string) =>
  engine
    .say(text, initialState('id', 'id'))
    .reply.contacts.map(({ name }) => name)
    .filter((name) => /^(KBRI|KJRI|KRI)/.test(name))

describe('the first mission that is named', () => {
  it.each([
    ['saya di tawau, paspor ditahan majikan', 'KRI Tawau'],
    ['adik saya disiksa majikan di jeddah', 'KJRI Jeddah'],
    ['suami saya di sabah hilang kontak 4 bulan', 'KJRI Kota Kinabalu'],
    ['kakak dipukuli majikan di kuching serawak', 'KJRI Kuching'],
    ['nomor kjri johor', 'KJRI Johor Bahru'],
    ['saya di jb dipukul majikan di malaysia', 'KJRI Johor Bahru'],
    ['nomor kjri jedah di saudi', 'KJRI Jeddah'],
  ])('%s: %s', (text, first) => {
    expect(missionsSaid(text)[0]).toBe(first)
  })

  it.each([
    ['saya dari kota malang, suami di malaysia dipukul majikan', 'KBRI Kuala Lumpur'],
    ['saya disiksa majikan di arab saudi', 'KBRI Riyadh'],
    ['dipukul majikan di malaysia timur', 'KBRI Kuala Lumpur'],
  ])('is the embassy where no town is named: %s', (text, first) => {
    expect(missionsSaid(text)[0]).toBe(first)
  })
})
