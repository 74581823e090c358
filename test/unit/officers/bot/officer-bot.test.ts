import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SILENT } from '../../../../src/core/log.ts'
import { jsonSource } from '../../../../src/knowledge/json-source.ts'
import type { Knowledge } from '../../../../src/knowledge/knowledge.ts'
import { buildRegionIndex } from '../../../../src/knowledge/regions/region-index.ts'
import { buildKnowledge } from '../../../../src/knowledge/snapshot.ts'
import { createOfficerBot } from '../../../../src/officers/bot/officer-bot.ts'
import {
  AMBON,
  BUDI,
  CODE,
  caseCardOf,
  type FakeDesk,
  fakeDesk,
  NUMBER,
  RINA,
} from '../../../support/officers/fake-desk.ts'
import { officerParts } from '../../../support/officers/officer-parts.ts'
import { FIXTURE_SEED } from '../../../support/seed-fixture.ts'
import { type FakeBotApi, fakeBotApi, refusal, TOKEN } from '../../../support/telegram/fake-bot-api.ts'
import { until } from '../../../support/until.ts'

const NOW = new Date('2026-11-21T05:00:00Z')

let knowledge: Knowledge
let api: FakeBotApi
let desk: FakeDesk
let stop: AbortController
let running: Promise<void>
let updates: number
let takenIds: Set<string>

beforeAll(async () => {
  knowledge = buildKnowledge(await jsonSource(FIXTURE_SEED).load(), buildRegionIndex)
})
beforeEach(async () => {
  api = await fakeBotApi()
  desk = fakeDesk({ '1': BUDI, '2': RINA, '5': AMBON }, [caseCardOf(NUMBER)])
  stop = new AbortController()
  updates = 100
  takenIds = new Set()
  const bot = createOfficerBot({
    token: TOKEN,
    apiRoot: api.url,
    desk,
    parts: await officerParts(desk, knowledge),
    alone: (_, work, signal) => work(signal),
    taken: {
      wasTaken: async (id) => takenIds.has(id),
      mark: async (id) => void takenIds.add(id),
    },
    now: () => NOW,
    log: SILENT,
  })
  running = bot.run(stop.signal)
  await until('the bot polls', () => api.callsOf('getUpdates').length > 0)
})
afterEach(async () => {
  stop.abort()
  await running
  await api.close()
})

const nextId = (): number => {
  updates += 1
  return updates
}
const from = (id: number, language = 'id') => ({
  id,
  is_bot: false,
  first_name: 'X',
  language_code: language,
})
const says = (id: number, text: string, chat: object = { id, type: 'private' }, language = 'id') => ({
  update_id: nextId(),
  message: { message_id: updates, date: 0, chat, from: from(id, language), text },
})
const presses = (id: number, data: string, text = 'Kartu') => ({
  update_id: nextId(),
  callback_query: {
    id: `c${updates}`,
    from: from(id),
    data,
    message: { message_id: 50 + id, date: 0, chat: { id, type: 'private' }, text },
  },
})
const sent = (chat: number) =>
  api.callsOf('sendMessage').filter(({ chat_id }) => String(chat_id) === String(chat))
const answered = (update: { update_id: number }) =>
  until('the press is answered', () =>
    api
      .callsOf('answerCallbackQuery')
      .find(({ callback_query_id }) => callback_query_id === `c${update.update_id}`),
  )

describe('the officers’ bot', () => {
  it('answers a press over the button, then changes the card', async () => {
    const press = presses(1, `c:take:${NUMBER}`)
    api.push(press)
    expect((await answered(press)).text).toBe(`${NUMBER} sekarang milik Anda.`)
    const edit = await until('the card is changed', () => api.callsOf('editMessageText')[0])
    expect(edit).toMatchObject({ chat_id: '1', message_id: 51 })
    expect(edit.text).toContain('Petugas: Budi')
    expect(edit.reply_markup.inline_keyboard.flat().length).toBeGreaterThan(0)
    expect(edit.parse_mode).toBeUndefined()
  })

  it('lets one of two win who press in the same batch, and tells the other who', async () => {
    const [first, second] = [presses(1, `c:take:${NUMBER}`), presses(2, `c:take:${NUMBER}`)]
    api.push(first, second)
    const texts = [(await answered(first)).text, (await answered(second)).text]
    expect(texts.filter((text) => text.includes('sekarang milik Anda'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('Sudah ditangani oleh'))).toHaveLength(1)
    await until('both cards are changed', () => api.callsOf('editMessageText').length === 2)
  })

  it('sends the card anew where Telegram no longer lets it change the old one', async () => {
    api.script('editMessageText', refusal(400, "Bad Request: message can't be edited"))
    api.push(presses(1, `c:take:${NUMBER}`))
    await until('it comes as a message', () => sent(1).find(({ text }) => text.includes('Petugas: Budi')))
  })

  it('is quiet when two changes of a card say the same', async () => {
    api.script('editMessageText', refusal(400, 'Bad Request: message is not modified'))
    const press = presses(1, `c:take:${NUMBER}`)
    api.push(press)
    await answered(press)
    api.push(says(1, '/siaga'))
    await until('the next is answered', () => sent(1).length > 0)
    expect(sent(1)).toHaveLength(1)
  })

  it('tells strangers one neutral line, a few times, and then nothing', async () => {
    api.push(says(9, 'halo'), says(9, `/kasus ${NUMBER}`), says(9, '/start KDE2222222'))
    await until('they are answered', () => sent(9).length === 3)
    expect(sent(9).map(({ text }) => text)).toEqual([
      'Bot ini khusus untuk petugas terdaftar.',
      'Bot ini khusus untuk petugas terdaftar.',
      'Kode itu tidak berlaku. Minta kode baru kepada admin.',
    ])
    api.push(...Array.from({ length: 20 }, (_, index) => says(9, `/start KDE222222${index}`)))
    await until('the limit is reached', () => sent(9).length === 6 && api.pending() === 0)
    const press = presses(9, `c:take:${NUMBER}`)
    api.push(press, says(8, 'hello', { id: 8, type: 'private' }, 'en'))
    expect((await until('English is answered', () => sent(8)[0])).text).toBe(
      'This bot is for registered officers only.',
    )
    expect(sent(9)).toHaveLength(6)
    expect(desk.did).toEqual([])
  })

  it('welcomes who has a code, pasted or in a link, and shows what they can do', async () => {
    api.push(says(7, 'KDEAB-CDEFG'))
    await until('they are welcomed', () => sent(7).length === 2)
    expect(sent(7)[0].text).toBe('Selamat datang, Rina. Anda terdaftar sebagai petugas daerah.')
    expect(sent(7)[1].text).toContain('/kasus')
    const own = () => api.callsOf('setMyCommands').find(({ scope }) => scope?.chat_id === '7')
    const { commands } = await until('the list is set', own)
    expect(commands.map(({ command }: { command: string }) => command)).toContain('kasus')
    api.push(says(6, `/start ${CODE}`, { id: 6, type: 'private' }, 'en'))
    await until('they are welcomed in English', () => sent(6).find(({ text }) => text.startsWith('Welcome')))
  })

  it('sees nothing of groups, other bots and kinds it does not know', async () => {
    api.push(
      says(1, `/kasus ${NUMBER}`, { id: -5, type: 'supergroup' }),
      {
        update_id: nextId(),
        message: { chat: { id: 1, type: 'private' }, from: { id: 1, is_bot: true }, text: '/kasus' },
      },
      { update_id: nextId(), hologram: {} },
      { update_id: nextId(), message: { text: 42 } },
      says(1, '/siaga'),
    )
    await until('the last is answered', () => sent(1).length === 1)
    expect(api.callsOf('sendMessage')).toHaveLength(1)
    expect(desk.did).toEqual([])
  })

  it('says so when it could not be done, and goes on', async () => {
    desk.broken = true
    const press = presses(1, `c:take:${NUMBER}`)
    api.push(press, says(2, '/kasus'))
    expect((await answered(press)).text).toContain('belum dijalankan')
    await until('the other hears it, too', () =>
      sent(2).find(({ text }) => text.includes('belum dijalankan')),
    )
    desk.broken = false
    api.push(presses(1, `c:take:${NUMBER}`))
    await until('it works again', () => desk.did.length > 0)
  })

  it('sends pictures and papers as such, and the words under them', async () => {
    const photo = { id: 'p', what: 'photo', mime: 'image/jpeg', bytes: 3, state: 'kept' } as const
    const paper = { id: 'd', what: 'document', mime: 'application/pdf', bytes: 3, state: 'kept' } as const
    desk.files.set('p', { card: photo, content: Buffer.from('GAMBAR') })
    desk.files.set('d', { card: paper, content: Buffer.from('BERKAS') })
    api.push(says(1, `/kasus ${NUMBER}`))
    const [picture] = await until(
      'the photo comes',
      () => api.callsOf('sendPhoto').length > 0 && api.callsOf('sendPhoto'),
    )
    expect(picture.form).toContain('GAMBAR')
    const [file] = await until(
      'the paper comes',
      () => api.callsOf('sendDocument').length > 0 && api.callsOf('sendDocument'),
    )
    expect(file.form).toContain('BERKAS')
    expect(file.form).toContain(`${NUMBER}-2.pdf`)
  })

  it('sends as a file what Telegram does not take for a picture', async () => {
    const broken = { id: 'p', what: 'photo', mime: 'image/jpeg', bytes: 3, state: 'kept' } as const
    desk.files.set('p', { card: broken, content: Buffer.from('RUSAK') })
    api.script('sendPhoto', refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED'))
    api.push(says(1, `/kasus ${NUMBER}`))
    const file = await until('it comes as a file', () => api.callsOf('sendDocument')[0])
    expect(file.form).toContain('RUSAK')
  })

  it('waits as long as Telegram says and then answers', async () => {
    api.script('sendMessage', refusal(429, 'Too Many Requests', { retry_after: 1 }))
    const began = performance.now()
    api.push(says(1, '/siaga'))
    await until('it is answered', () => sent(1).length === 2)
    expect(performance.now() - began).toBeGreaterThan(900)
  })

  it('confirms an update only when what it asked for was done', async () => {
    const press = says(1, `catat ${NUMBER} satu`)
    api.push(press)
    await until('it is noted', () => desk.did.length > 0)
    const offsets = () => api.callsOf('getUpdates').map(({ offset }) => offset)
    await until('it is confirmed', () => offsets().includes(press.update_id + 1))
    expect(offsets().indexOf(press.update_id + 1)).toBe(offsets().length - 1)
    stop.abort()
    await running
    expect(api.pending()).toBe(0)
  })

  it('does not do again what was done before a crash kept it from being confirmed', async () => {
    const note = says(1, `catat ${NUMBER} sekali`)
    takenIds.add(`666:${note.update_id}`)
    api.push(note, says(1, `catat ${NUMBER} dua`))
    await until('the other is noted', () => desk.did.length > 0)
    expect(desk.did).toEqual([`Budi noted “dua” on ${NUMBER}`])
  })

  it('takes what one officer presses while another’s screen is slow', async () => {
    api.script('answerCallbackQuery', refusal(429, 'Too Many Requests', { retry_after: 2 }))
    api.push(presses(1, `c:take:${NUMBER}`))
    await until('the first is done', () => desk.did.length === 1)
    const began = performance.now()
    const second = presses(2, `c:view:${NUMBER}`)
    api.push(second)
    await until('the second is done', () => desk.did.length === 2)
    expect(performance.now() - began).toBeLessThan(1_500)
  })

  it('lists its commands in both languages', () => {
    const lists = api
      .callsOf('setMyCommands')
      .map(({ language_code, commands }) => [language_code, commands[0].command])
    expect(lists).toEqual([
      ['id', 'kasus'],
      [undefined, 'kasus'],
      ['en', 'cases'],
    ])
  })
})
