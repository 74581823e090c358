import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../support/until.ts'
import type { Person } from '../../support/whatsapp/web-server.ts'
import { readable } from '../../unit/channels/whatsapp/screen.ts'
import { type Program, stop, stopAll } from '../support/program.ts'
import { type BaileysWorld, baileysWorld } from './baileys-world.ts'

/** The whole program as a linked device: everything is bytes, from the phone that writes to the phone that reads. */
let world: BaileysWorld
let program: Program
let address: string

const WITHIN_MS = 60_000
beforeAll(async () => {
  world = await baileysWorld()
})
afterAll(async () => {
  await stopAll()
  await world?.close()
})

let people = 0
function somebody(): Person {
  people += 1
  return world.server.person(`6281200002${100 + people}`, `20000000002${100 + people}`)
}
function words(person: Person): string[] {
  return person
    .read()
    .flatMap(({ conversation, extendedTextMessage }) => extendedTextMessage?.text ?? conversation ?? [])
    .map(readable)
}
/** Writes, and reads what comes next. */
async function ask(person: Person, message: Parameters<Person['write']>[0]): Promise<string> {
  const before = words(person).length
  await person.write(message)
  await until('an answer comes', () => words(person).length > before, WITHIN_MS)
  return words(person)[before] ?? ''
}
const page = (headers: Record<string, string> = {}) => fetch(`${address}/whatsapp/pair`, { headers })

describe('before it is linked', () => {
  it('shows the picture to scan to this machine alone, on a page and in the terminal', async () => {
    program = world.start()
    address = await program.ready()
    const html = await until(
      'the page shows the picture',
      async () => {
        const text = await (await page()).text()
        return text.includes('data-state="pairing"') && text
      },
      WITHIN_MS,
    )
    expect(html).toContain('<svg')
    expect(html).toContain('bisa diblokir')
    expect(program.said().err).toContain('▄')
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect((await page({ [name]: '127.0.0.1' })).status).toBe(403)
    expect((await stop(program)).code).toBe(0)
  })
})

describe('a conversation', () => {
  beforeAll(async () => {
    await world.link()
    program = world.start()
    address = await program.ready()
    await until('it is connected', () => world.server.online, WITHIN_MS)
  })

  it('answers a question with its sources, and takes the number of a choice', async () => {
    const siti = somebody()
    const answer = await ask(siti, 'gmn cara krj ke jpg yg resmi?')
    expect(answer).toMatch(/Jepang/)
    expect(answer).toMatch(/Sumber: .*https:\/\//s)
    const menu = await ask(siti, '/menu')
    const labels = [...menu.matchAll(/^(\d+)\) (.+)$/gm)]
    expect(labels.length).toBeGreaterThan(2)
    expect(menu).toContain('Balas dengan angkanya')
    const cost = labels.find(([, , label]) => label === 'Biaya')
    expect(await ask(siti, cost?.[1] ?? '')).toMatch(/biaya/i)
  })

  it('takes a position, and gives offices', async () => {
    const budi = somebody()
    expect(await ask(budi, 'kantor terdekat di mana?')).toMatch(/lokasi/)
    const near = { locationMessage: { degreesLatitude: -7.98, degreesLongitude: 112.62 } }
    expect(await ask(budi, near)).toMatch(/Malang/)
    const cards = () => budi.read().flatMap(({ contactMessage }) => contactMessage?.vcard ?? [])
    await until('a card comes', () => cards().length > 0, WITHIN_MS)
    expect(cards()[0]).toMatch(/TEL;type=WORK;waid=62\d+:\+62\d+/)
  })

  it('keeps the picture that belongs to a report', async () => {
    const ani = somebody()
    for (const text of [
      'lapor',
      'ya',
      'ditawari kerja ke Malaysia, disuruh bayar 8 juta dulu',
      'namanya Pak Joni, hp 0812-3456-7899',
      'Kabupaten Jember',
    ])
      await ask(ani, text)
    expect(await ask(ani, 'minggu depan')).toMatch(/foto atau dokumen/)
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...new Array(40).fill(7)])
    const file = await world.server.files.put(jpeg, 'image', 'image/jpeg')
    await ask(ani, { imageMessage: file })
    const kept = () => world.query('SELECT mime, bytes FROM case_attachment WHERE content IS NOT NULL')
    await until('the picture is kept', async () => (await kept()).length > 0, WITHIN_MS)
    expect(await kept()).toEqual([{ mime: 'image/jpeg', bytes: jpeg.length }])
  })

  it('puts the hotline first when somebody is in danger', async () => {
    const answer = await ask(somebody(), 'tolong saya dikurung majikan di Malaysia, paspor diambil')
    expect(answer).toMatch(/^Keselamatan dulu/)
    expect(answer).toMatch(/0800-1000/)
  })

  it('says that it is connected, and when a message last flowed', async () => {
    expect(await (await page()).text()).toContain('data-state="open"')
    const metrics = await (await fetch(`${address}/metrics`)).text()
    expect(metrics).toMatch(/jalur_channel_connection\{channel="whatsapp",state="open"\} 1/)
    expect(metrics).toMatch(/jalur_last_flow_timestamp_seconds\{channel="whatsapp",direction="out"\} \d/)
  })

  it('keeps numbers, words and keys out of its log', () => {
    const { err, out } = program.said()
    for (const text of [err, out]) {
      expect(text).not.toMatch(/6281200002\d+|20000000002\d+/)
      expect(text).not.toMatch(/dikurung|SessionEntry|privKey/)
    }
  })

  it('answers what was written while it was away, without being linked again', async () => {
    expect((await stop(program)).code).toBe(0)
    const ani = somebody()
    await ani.write('halo')
    program = world.start()
    address = await program.ready()
    await until('an answer comes', () => words(ani).length > 0, WITHIN_MS)
    expect(world.server.registrations).toBe(2) // the one that was given up, and the one that was scanned
  })

  it('stops and says so when the phone removes the device; everything else goes on', async () => {
    await until('it is connected', () => world.server.online, WITHIN_MS)
    world.server.streamError('401', { tag: 'conflict', attrs: { type: 'device_removed' } })
    await until('the page says it', async () =>
      (await (await page()).text()).includes('data-state="stopped"'),
    )
    expect(program.said().err).toMatch(/"why":"logged_out"/)
    // Channels are looked at every half minute.
    const raised = () =>
      world.query("SELECT 1 FROM alert WHERE kind = 'channel_unhealthy' AND state <> 'resolved'")
    await until('officers are to hear of it', async () => (await raised()).length === 1, WITHIN_MS)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect(await world.query('SELECT kind FROM whatsapp_key')).toEqual([])
    const elsewhere = await fetch(`${address}/whatsapp/pair`, { method: 'POST', redirect: 'manual' })
    expect(elsewhere.status).toBe(403)
    const { origin } = new URL(address)
    await fetch(`${address}/whatsapp/pair`, { method: 'POST', headers: { origin }, redirect: 'manual' })
    await until('it asks to be linked anew', async () =>
      (await (await page()).text()).includes('data-state="pairing"'),
    )
  })
})
