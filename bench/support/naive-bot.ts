/**
 * The bot one would write first: grammY hands an update over, Prisma loads and writes one row after the other, grammY
 * replies. The same engine; no inbox, no outbox, nothing that survives a crash. One argument: settings as JSON.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { SILENT } from '../../src/core/log.ts'
import { createClient } from '../../src/database/client.ts'
import { createPhrase } from '../../src/phrase/phrase.ts'
import { createPipeline } from '../../src/pipeline.ts'
import { realContext } from '../../test/support/durable/engine.ts'
import type { ProcessSettings, ProcessUpdate } from '../../test/support/durable/settings.ts'
import { databaseStore } from './naive-store.ts'

const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings
const engine = await realContext()
const converse = createPipeline({
  store: databaseStore(createClient(settings.url)),
  phrase: await createPhrase(),
  context: () => ({ ...engine, now: new Date() }),
  log: SILENT,
})
const bot = new Bot('1:token', {
  client: { apiRoot: settings.botApi },
  botInfo: { id: 1, is_bot: true, first_name: 'bot', username: 'bot' } as Bot['botInfo'],
})
bot.on('message:text', async (ctx) => {
  const said = await converse({
    from: { channel: 'telegram', address: String(ctx.from.id) },
    input: { kind: 'text', text: ctx.message.text },
    chosenLocale: null,
    defaultLocale: 'id',
  })
  // The number rides along so that the fake API can count; Telegram would ignore it.
  await ctx.reply(said.text, { n: ctx.message.message_id } as object)
})
await bot.init()

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const updates = JSON.parse(Buffer.concat(chunks).toString('utf8')) as readonly ProcessUpdate[]
    const done = Promise.all(updates.map((update) => bot.handleUpdate(toUpdate(update))))
    done.then(
      () => response.end('{}'),
      (error: unknown) => {
        response.statusCode = 500
        response.end(JSON.stringify({ error: String(error) }))
      },
    )
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
process.stdin.once('end', () => process.exit(0)).resume()

function toUpdate({ n, from, text }: ProcessUpdate): Update {
  const person = { id: Number(from), is_bot: false, first_name: 'x' }
  const chat = { id: Number(from), type: 'private' as const, first_name: 'x' }
  return { update_id: n, message: { message_id: n, date: 0, chat, from: person, text } } as Update
}
