import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TelegramWorld, TOKEN, telegramWorld } from '../../support/telegram/telegram-world.ts'
import { until } from '../../support/until.ts'
import { readable } from '../../unit/channels/telegram/outgoing.ts'
import { type Program, run, stop, stopAll, tempData } from '../support/program.ts'

/** The whole program on a Telegram on loopback: everything a person can do there, in both ways updates come. */
describe.each(['polling', 'webhook'] as const)('a conversation by %s', (mode) => {
  let world: TelegramWorld
  let data: Awaited<ReturnType<typeof tempData>>
  let program: Program

  beforeAll(async () => {
    world = await telegramWorld()
    data = await tempData()
    program = run(['serve'], {
      DATA_DIR: data.dir,
      LOG_LEVEL: 'info',
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: world.url,
      TELEGRAM_MODE: mode,
      ...(mode === 'webhook' ? { TELEGRAM_WEBHOOK_URL: world.webhookUrl } : {}),
    })
    world.target = await program.ready()
    const begun = mode === 'webhook' ? 'setWebhook' : 'getUpdates'
    await until(`the bot calls ${begun}`, () => world.callsOf(begun).length > 0)
  })
  afterAll(async () => {
    await stopAll()
    await world?.close()
    await data?.remove()
  })

  it('begins with a link of a region, goes on by button, and remembers', async () => {
    const siti = world.person({ id: 7001 })
    await siti.command('/start 35_09')
    const hello = await siti.reads()
    expect(hello.text).toMatch(/Jember/)
    expect(hello.buttons.map(({ text }) => text)).toContain('Biaya')
    expect(hello.payload).toMatchObject({ parse_mode: 'HTML', link_preview_options: { is_disabled: true } })

    await siti.tap('Biaya')
    const cost = await siti.reads()
    expect(cost.text).toMatch(/Sumber: /)
    await until('the button is answered', () => world.callsOf('answerCallbackQuery').length > 0)

    await siti.tap('Lebih lanjut')
    expect((await siti.reads()).text).not.toBe(cost.text)
  })

  it('answers a question with links to its sources', async () => {
    const siti = world.person({ id: 7002 })
    await siti.say('gmn cara krj ke jpg yg resmi?')
    const answer = await siti.reads()
    expect(answer.text).toMatch(/<a href="https:\/\/[^"]+">/)
    expect(readable(answer.text)).toMatch(/Jepang/)
    expect(readable(answer.text)).toMatch(/Sumber: /)
  })

  it('asks where somebody is, takes the position, and gives the offices as cards', async () => {
    const budi = world.person({ id: 7003 })
    await budi.say('kantor terdekat di mana?')
    expect((await budi.reads()).text).toMatch(/lokasi/)
    const request = await budi.reads()
    expect(request.payload.reply_markup.keyboard).toEqual([
      [{ text: 'Kirim lokasi saya', request_location: true }],
    ])

    await budi.send({ location: { latitude: -7.98, longitude: 112.62 } })
    expect((await budi.reads()).text).toMatch(/Malang/)
    const cards = () => world.callsOf('sendContact').filter(({ chat_id }) => chat_id === '7003')
    await until('a card comes', () => cards().length > 0)
    for (const { phone_number, first_name } of cards()) {
      expect(phone_number).toMatch(/^\+\d{8,}$/)
      expect(first_name).not.toBe('')
    }
  })

  it('puts the hotline before everything when somebody is in danger, also behind a command', async () => {
    const ani = world.person({ id: 7004 })
    await ani.command('/bantuan saya dikurung majikan di Malaysia')
    const answer = await ani.reads()
    expect(answer.text).toMatch(/^Keselamatan dulu/)
    expect(answer.text).toMatch(/0800-1000/)
  })

  it('changes the language and keeps it', async () => {
    const maya = world.person({ id: 7005 })
    await maya.command('/bahasa')
    expect((await maya.reads()).buttons.map(({ text }) => text)).toContain('English')
    await maya.tap('English')
    expect((await maya.reads()).text).toMatch(/English/)
    await maya.command('/menu')
    expect((await maya.reads()).buttons.map(({ text }) => text)).toContain('Cost')
  })

  it('begins in the language of the phone', async () => {
    const john = world.person({ id: 7006, language: 'en-US' })
    await john.command('/start')
    expect((await john.reads()).text).toMatch(/^Hello/)
  })

  it('erases after asking, and knows nothing afterwards', async () => {
    const dewi = world.person({ id: 7007 })
    await dewi.command('/start 35_09')
    await dewi.reads()
    await dewi.command('/bahasa en')
    await dewi.reads()
    await dewi.command('/hapus')
    const [yes] = (await dewi.reads()).buttons
    await dewi.tap(yes?.text ?? '')
    expect((await dewi.reads()).text).toMatch(/deleted|erased/i)
    await dewi.command('/menu')
    expect((await dewi.reads()).buttons.map(({ text }) => text)).toContain('Biaya')
  })

  it('says what it cannot read', async () => {
    const siti = world.person({ id: 7008 })
    await siti.send({ photo: [{ file_id: 'x', file_unique_id: 'x', width: 1, height: 1 }] })
    expect((await siti.reads()).text).toMatch(/foto/)
  })

  it('answers in a group only who speaks to it, and to that message', async () => {
    const inGroup = world.person({ id: 7009, group: -100_500 })
    await inGroup.say('biaya ke Taiwan berapa ya?')
    const mention = { entities: [{ type: 'mention', offset: 0, length: 12 }] }
    await inGroup.say('@TestNameBot biaya ke Taiwan?', mention)
    const answer = await inGroup.reads()
    expect(answer.text).toMatch(/Taiwan/)
    expect(answer.payload.reply_parameters.message_id).toBeGreaterThan(0)
    await inGroup.command('/menu@TestNameBot')
    await inGroup.reads()
    expect(inGroup.messages()).toHaveLength(2)
  })

  it('lists its commands in every language', () => {
    const menus = world.callsOf('setMyCommands')
    expect(menus.map(({ language_code }) => language_code)).toEqual(
      expect.arrayContaining([undefined, 'id', 'en']),
    )
  })

  it('keeps the token and what people wrote out of its log', async () => {
    const { err } = program.said()
    expect(err).not.toContain('TEST-secret')
    expect(err).not.toContain('Taiwan')
    expect(err).not.toMatch(/"70\d\d"/)
  })

  it.runIf(mode === 'webhook')('refuses what is not from Telegram or no update, and goes on', async () => {
    const [{ secret_token, url, allowed_updates }] = world.callsOf('setWebhook')
    expect({ url, allowed_updates }).toEqual({
      url: world.webhookUrl,
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    })
    const post = async (body: string, secret?: string) => {
      const headers = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }
      return (await fetch(`${world.target}/telegram/webhook`, { method: 'POST', headers, body })).status
    }
    expect(await post('{"update_id":1}')).toBe(401)
    expect(await post('{"update_id":1}', 'salah')).toBe(401)
    expect(await post('not json', secret_token)).toBe(400)
    expect(await post('{"update_id":"1"}', secret_token)).toBe(400)
    expect(await post(`{"update_id":1,"x":"${'a'.repeat(1024 * 1024)}"}`, secret_token)).toBe(413)
    expect(await post('{"update_id":9999,"hologram":{}}', secret_token)).toBe(200)
    expect(await post('{"update_id":9999,"message":{"text":42}}', secret_token)).toBe(200)
    const siti = world.person({ id: 7011 })
    await siti.say('menu')
    await siti.reads()
  })

  it('stops within ten seconds, with a poll under way', async () => {
    const asked = performance.now()
    expect((await stop(program)).code).toBe(0)
    expect(performance.now() - asked).toBeLessThan(10_000)
  })
})
