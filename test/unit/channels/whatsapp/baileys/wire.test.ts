import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../../../support/until.ts'
import { type LinkedBot, linkedBot } from '../../../../support/whatsapp/linked-bot.ts'
import { BOT, startWebServer, type WebServer } from '../../../../support/whatsapp/web-server.ts'
import { said } from '../../said.ts'

let server: WebServer
let bots: LinkedBot[]
beforeEach(async () => {
  server = await startWebServer()
  bots = []
})
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()))
  await server.close()
  expect(server.problems).toEqual([])
})

function start(changes: Parameters<typeof linkedBot>[1] = {}): LinkedBot {
  const bot = linkedBot(server, changes)
  bots.push(bot)
  return bot
}

describe('a linked device on the wire', () => {
  it('is linked by picture, logs in, takes an encrypted message, answers it, and waits for the ack', async () => {
    const bot = start()
    await bot.online()
    const siti = server.person('6281234567890', '200000000000001')
    const id = await siti.write('gmn cara krj ke jpg yg resmi?')
    const [message] = await until('it is taken', () => bot.accepted.length > 0 && bot.accepted)
    expect(message).toMatchObject({
      channel: 'whatsapp',
      account: BOT.phone,
      address: '6281234567890',
      place: null,
      externalId: `${BOT.phone}:6281234567890:${id}`,
      input: { kind: 'text', text: 'gmn cara krj ke jpg yg resmi?' },
    })
    await until('it is confirmed', () => server.unconfirmed.length === 0)
    if (message === undefined) throw new Error('nothing')
    const outcome = await bot.send({
      id: '1',
      to: message,
      priority: 1,
      body: { kind: 'reply', said: said('Lewat jalur resmi.', { choices: [] }) },
      echo: message.echo ?? {},
      attempt: 1,
      done: 0,
    })
    expect(outcome).toMatchObject({ kind: 'sent' })
    expect(siti.read().map((one) => one.extendedTextMessage?.text ?? one.conversation)).toEqual([
      expect.stringContaining('Lewat jalur resmi.'),
    ])
    await siti.write('terima kasih')
    await until('the next is taken', () => bot.accepted.length === 2)
  })
})
