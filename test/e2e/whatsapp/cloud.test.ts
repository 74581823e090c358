import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../support/until.ts'
import { type Program, run, stop, stopAll, tempData } from '../support/program.ts'
import { type CloudWorld, cloudWorld, notification } from './cloud-world.ts'
import { CLOUD } from './graph-api.ts'

/** The whole program on a WhatsApp Cloud API on loopback: everything a person can do there, and what Meta tells later. */
describe('a conversation over the Cloud API', () => {
  let world: CloudWorld
  let data: Awaited<ReturnType<typeof tempData>>
  let program: Program

  beforeAll(async () => {
    world = await cloudWorld()
    data = await tempData()
    program = run(['serve'], {
      DATA_DIR: data.dir,
      LOG_LEVEL: 'debug',
      WHATSAPP_CLOUD_TOKEN: CLOUD.token,
      WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
      WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
      WHATSAPP_CLOUD_VERIFY_TOKEN: CLOUD.verifyToken,
      WHATSAPP_CLOUD_API_ROOT: world.url,
    })
    world.target = await program.ready()
  })
  afterAll(async () => {
    await stopAll()
    await world?.close()
    await data?.remove()
  })
  const metric = async (name: string, labels: string): Promise<number> => {
    const text = await (await fetch(`${world.target}/metrics`)).text()
    const line = text.split('\n').find((one) => one.startsWith(`${name}{`) && one.includes(labels))
    return Number(line?.split(' ').at(-1) ?? 0)
  }

  it('answers the question whether the address is ours', async () => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': CLOUD.verifyToken,
      'hub.challenge': '1158201444',
    })
    const response = await fetch(`${world.target}/whatsapp/webhook?${query}`)
    expect([response.status, await response.text()]).toEqual([200, '1158201444'])
    query.set('hub.verify_token', 'salah')
    expect((await fetch(`${world.target}/whatsapp/webhook?${query}`)).status).toBe(403)
  })

  it('begins with the words of a region’s link, goes on by a tap in the list, and remembers', async () => {
    const siti = world.person('6281200000001')
    await siti.say('/start 35_09')
    const hello = await siti.reads()
    expect(hello.text).toMatch(/Jember/)
    expect(hello.payload.interactive.type).toBe('list')
    expect(hello.payload.interactive.action.button).toBe('Lihat pilihan')
    expect(hello.choices.map(({ title, description }) => description ?? title)).toContain('Biaya')

    await siti.tap('Biaya')
    const cost = await siti.reads(/Sumber: /)

    await siti.tap('Lebih lanjut')
    expect((await siti.reads()).text).not.toBe(cost.text)
  })

  it('asks a question of two answers with buttons, and takes the tapped one', async () => {
    const budi = world.person('6281200000002')
    await budi.say('hapus data saya')
    const question = await budi.reads()
    expect(question.payload.interactive.type).toBe('button')
    expect(question.choices).toHaveLength(2)
    await budi.tap(question.choices[1]?.title ?? '')
    expect((await budi.reads()).text).not.toBe('')
  })

  it('answers a question with the pages of its sources, and marks it as read', async () => {
    const siti = world.person('6281200000003')
    await siti.say('gmn cara krj ke jpg yg resmi?')
    const answer = await siti.reads(/Sumber: /)
    expect(answer.text).toMatch(/Jepang/)
    expect(answer.text).toMatch(/Sumber: .*https?:\/\//)
    await until('the message is marked as read', () => world.marks.length > 0)
  })

  it('asks where somebody is with a button, takes the position, and gives the office as a card', async () => {
    const budi = world.person('6281200000004')
    await budi.say('kantor terdekat di mana?')
    await budi.reads(/lokasi/)
    const request = await until('the button for a position comes', () =>
      budi.received().find(({ payload }) => payload.interactive?.type === 'location_request_message'),
    )
    expect(request.payload.interactive.action).toEqual({ name: 'send_location' })

    await budi.send({ type: 'location', location: { latitude: -7.98, longitude: 112.62 } })
    await budi.reads(/Malang/)
    const card = await until('a card comes', () =>
      budi.received().find(({ payload }) => payload.type === 'contacts'),
    )
    expect(card.payload.contacts[0].phones[0].phone).toMatch(/^\+\d{8,}$/)
  })

  it('puts the hotline before everything when somebody is in danger, also under a picture', async () => {
    const ani = world.person('6281200000005')
    await ani.say('saya dikurung majikan di Malaysia')
    expect((await ani.reads()).text).toMatch(/^Keselamatan dulu/)
    const eva = world.person('6281200000006')
    const image = { id: '100', mime_type: 'image/jpeg', caption: 'tolong saya dikurung majikan di Malaysia' }
    await eva.send({ type: 'image', image })
    expect((await eva.reads()).text).toMatch(/^Keselamatan dulu/)
  })

  it('changes the language and keeps it', async () => {
    const maya = world.person('85251230007')
    await maya.say('/bahasa')
    const question = await maya.reads()
    await maya.tap('English')
    expect(question.choices.map(({ title }) => title)).toContain('English')
    expect((await maya.reads()).text).toMatch(/English/)
    await maya.say('menu')
    expect((await maya.reads()).choices.map(({ title, description }) => description ?? title)).toContain(
      'Cost',
    )
  })

  it('takes a choice by its number, too', async () => {
    const tuti = world.person('6281200000008')
    await tuti.say('menu')
    const menu = await tuti.reads()
    await tuti.say('2')
    const answer = await tuti.reads()
    expect(answer.text).not.toBe(menu.text)
    expect(answer.text).not.toMatch(/belum paham|tidak mengerti/i)
  })

  it('answers a message once that Meta brings twice', async () => {
    const rina = world.person('6281200000009')
    await rina.say('halo')
    await rina.reads()
    await rina.again()
    await rina.say('menu')
    await rina.reads(/Pilih/)
    expect(rina.received().filter(({ payload }) => payload.type !== 'contacts')).toHaveLength(2)
    expect(await metric('jalur_inbox_messages_total', 'outcome="duplicate"')).toBeGreaterThan(0)
  })

  it('erases after asking, and knows nothing afterwards', async () => {
    const dewi = world.person('6281200000010')
    await dewi.say('/start 35_09')
    await dewi.reads()
    await dewi.say('/bahasa en')
    await dewi.reads(/English/)
    await dewi.say('/hapus')
    const { choices } = await dewi.reads()
    await dewi.tap(choices[0]?.title ?? '')
    expect((await dewi.reads()).text).toMatch(/deleted|erased/i)
    await dewi.say('menu')
    expect((await dewi.reads()).choices.map(({ title, description }) => description ?? title)).toContain(
      'Biaya',
    )
  })

  it('learns that a message arrived, was read, or could not be delivered after all', async () => {
    const lia = world.person('6281200000011')
    await lia.say('halo')
    const one = await lia.reads()
    expect(await world.status('sent', one)).toBe(200)
    expect(await world.status('delivered', one)).toBe(200)
    expect(await world.status('read', one)).toBe(200)
    expect(await metric('jalur_outbox_receipts_total', 'what="read"')).toBe(1)
    await lia.say('menu')
    expect(await world.status('failed', await lia.reads(/Pilih/), 131026)).toBe(200)
    expect(await metric('jalur_outbox_receipts_total', 'what="failed"')).toBe(1)
    await until('the refusal is in the log', () => /"reason":"unknown_address"/.test(program.said().err))
  })

  it('tries again when WhatsApp says "too fast", and no message is lost', async () => {
    world.script({ status: 400, code: 131056, retryAfter: 1 })
    const nur = world.person('6281200000012')
    await nur.say('halo')
    await nur.reads()
    expect(await metric('jalur_outbox_tries_total', 'outcome="retry_at"')).toBe(1)
  })

  it('gives up on somebody who cannot be reached, and goes on with others', async () => {
    world.script({ status: 400, code: 131026 })
    const gone = world.person('6281200000013')
    await gone.say('halo')
    await until(
      'it is refused',
      async () => (await metric('jalur_outbox_tries_total', 'reason="unknown_address"')) === 1,
    )
    const ema = world.person('6281200000014')
    await ema.say('halo')
    await ema.reads()
    expect(gone.received()).toEqual([])
  })

  it('refuses what is not Meta’s, and stands whatever is posted', async () => {
    const real = JSON.stringify(notification({ messages: [] }))
    expect(await world.post(real, `sha256=${'0'.repeat(64)}`)).toBe(401)
    expect(await world.post('x'.repeat(1_100_000))).toBe(413)
    for (const body of ['', 'null', '{"a":', `${'['.repeat(90_000)}`])
      expect(await world.post(body)).toBe(200)
    expect(await world.post(notification({ messages: [{ id: 'x', from: '62', type: 7 }, 5, null] }))).toBe(
      200,
    )
    const reaction = { from: '6281200000015', id: 'wamid.R', type: 'reaction', reaction: { emoji: '👍' } }
    expect(await world.post(notification({ messages: [reaction] }))).toBe(200)
    expect(await metric('jalur_channel_ignored_total', 'reason="malformed"')).toBe(7)
    expect(await metric('jalur_channel_ignored_total', 'reason="reaction"')).toBe(1)
    const last = world.person('6281200000016')
    await last.say('halo')
    await last.reads()
  })

  it('stops cleanly, and has kept tokens, numbers and what people wrote out of its log', async () => {
    const { code, err } = await stop(program)
    expect(code).toBe(0)
    expect(err).toMatch(/delivery refused/)
    expect(err).not.toMatch(/rahasia|kata-sandi/)
    expect(err).not.toMatch(/62812000000|85251230007|wamid/)
    expect(err).not.toMatch(/dikurung|Malang/)
  })
})
